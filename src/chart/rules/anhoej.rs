//! Anhøj’s rules: two for the runs about the centre line, made for run charts and held to about one false signal in
//! twenty series, and a point beyond the limits where the chart has limits.
//!
//! Anhøj and Olesen, “Run charts revisited”, PLoS ONE 9 (2014), doi 10.1371/journal.pone.0113825.

use super::{Phase, Rule, RuleId, Test};
use crate::chart::runs::USEFUL_FOR_A_VERDICT;

/// Runs first: they say that a level has moved, and need no limits.
pub(super) static RULES: [Rule; 3] = [
    Rule { id: RuleId::LongestRun, test: Test::LongRuns },
    Rule { id: RuleId::Crossings, test: Test::Crossings },
    Rule { id: RuleId::BeyondLimits, test: Test::Beyond { excluded_too: true } },
];

/// How many crossings there are and how many would be usual, where there are too few.
pub(super) fn crossings(phase: &Phase<'_>) -> Option<(usize, usize)> {
    let (found, limit) = (phase.runs.crossings, phase.limits.1);
    (phase.runs.useful >= USEFUL_FOR_A_VERDICT && found < limit).then_some((found, limit))
}
