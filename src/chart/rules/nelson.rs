//! Nelson’s eight tests, “The Shewhart control chart: tests for special causes”, Journal of Quality Technology 16
//! (1984). Used together they signal more than once in a hundred points by chance alone.

use super::{Also, Rule, RuleId, Test};

/// In Nelson’s order, 1 to 8.
pub(super) static RULES: [Rule; 8] = [
    Rule { id: RuleId::BeyondLimits, test: Test::Beyond { excluded_too: false } },
    Rule { id: RuleId::Shift, test: Test::SameSide { length: 9, pass_over: false } },
    Rule { id: RuleId::Trend, test: Test::Monotone { length: 6, ties_once: false } },
    Rule { id: RuleId::Alternating, test: Test::Alternating { length: 14 } },
    Rule { id: RuleId::TwoInThree, test: Test::Many { need: 2, of: 3, thirds: 2.0, also: Also::Nothing } },
    Rule { id: RuleId::FourInFive, test: Test::Many { need: 4, of: 5, thirds: 1.0, also: Also::Nothing } },
    Rule { id: RuleId::Hugging, test: Test::Within { length: 15, thirds: 1.0 } },
    Rule { id: RuleId::Avoiding, test: Test::Without { length: 8, thirds: 1.0 } },
];
