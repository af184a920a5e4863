//! Anhøj’s rules: two for the runs about the centre line, made for run charts and held to about one false signal in
//! twenty series, and a point beyond the limits where the chart has limits.
//!
//! Anhøj and Olesen, “Run charts revisited”, PLoS ONE 9 (2014), doi 10.1371/journal.pone.0113825.

use super::{Pattern, Phase, Rule, RuleId, Test};
use crate::chart::runs::{crossings_limit, longest_run_limit};

/// Runs first: they say that a level has moved, and need no limits.
pub(super) static RULES: [Rule; 3] = [
    Rule { id: RuleId::LongestRun, test: Test::LongestRun },
    Rule { id: RuleId::Crossings, test: Test::Crossings },
    Rule { id: RuleId::BeyondLimits, test: Test::Beyond { excluded_too: true } },
];

/// The fewest useful points for which runs are judged.
const FEWEST_USEFUL: usize = 10;

/// The longest run, if it is longer than chance makes usual.
pub(super) fn longest_run(rule: RuleId, phase: &Phase<'_>) -> Option<Pattern> {
    let run = phase.runs.longest.filter(|_| phase.runs.useful >= FEWEST_USEFUL)?;
    let limit = longest_run_limit(phase.runs.useful);
    let places = phase.places.iter().filter(|place| !place.excluded && place.side == Some(run.side));
    let within = places.map(|place| place.index).filter(|index| (run.start..=run.end).contains(index));
    (run.length > limit).then(|| Pattern {
        rule,
        start: run.start,
        end: run.end,
        members: within.collect(),
        side: Some(run.side),
        found: run.length,
        limit,
    })
}

/// Too few crossings: a matter of the whole phase.
pub(super) fn crossings(rule: RuleId, phase: &Phase<'_>) -> Option<Pattern> {
    let found = phase.runs.crossings;
    let limit = crossings_limit(phase.runs.useful);
    let (start, end) = (phase.places.first()?.index, phase.places.last()?.index);
    (phase.runs.useful >= FEWEST_USEFUL && found < limit).then(|| Pattern {
        rule,
        start,
        end,
        members: Vec::new(),
        side: None,
        found,
        limit,
    })
}
