//! The zone rules of the Western Electric *Statistical Quality Control Handbook* (1956).

use super::{Also, Rule, RuleId, Test};

pub(super) static RULES: [Rule; 4] = [
    Rule { id: RuleId::BeyondLimits, test: Test::Beyond { excluded_too: false } },
    Rule { id: RuleId::TwoInThree, test: Test::Many { need: 2, of: 3, thirds: 2.0, also: Also::Nothing } },
    Rule { id: RuleId::FourInFive, test: Test::Many { need: 4, of: 5, thirds: 1.0, also: Also::Nothing } },
    Rule { id: RuleId::Shift, test: Test::SameSide { length: 8, pass_over: false } },
];
