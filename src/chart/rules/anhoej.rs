//! Anhøj’s rules: two for the runs about the centre line, made for run charts and held to about one false signal in
//! twenty series, and a point beyond the limits where the chart has limits.
//!
//! Anhøj and Olesen, “Run charts revisited”, PLoS ONE 9 (2014), doi 10.1371/journal.pone.0113825.

use super::{Mark, Pattern, Phase, Place, Rule, RuleId, Test, rows};
use crate::chart::runs::{USEFUL_FOR_A_VERDICT, crossings_limit, longest_run_limit};

/// Runs first: they say that a level has moved, and need no limits.
pub(super) static RULES: [Rule; 3] = [
    Rule { id: RuleId::LongestRun, test: Test::LongRuns },
    Rule { id: RuleId::Crossings, test: Test::Crossings },
    Rule { id: RuleId::BeyondLimits, test: Test::Beyond { excluded_too: true } },
];

/// The longest run, if it is longer than chance makes usual, and any other run that is.
pub(super) fn long_runs(rule: RuleId, phase: &Phase<'_>) -> Vec<Pattern> {
    let useful = phase.runs.useful;
    if useful < USEFUL_FOR_A_VERDICT {
        return Vec::new();
    }
    let limit = longest_run_limit(useful);
    let counts = |place: &&Place| !place.excluded && place.side.is_some();
    let places: Vec<Place> = phase.places.iter().filter(counts).copied().collect();
    rows(rule, &places, limit + 1, &|place| Mark::of(place.side))
}

/// Too few crossings: a matter of the whole phase.
pub(super) fn crossings(rule: RuleId, phase: &Phase<'_>) -> Option<Pattern> {
    let found = phase.runs.crossings;
    let limit = crossings_limit(phase.runs.useful);
    let (start, end) = (phase.places.first()?.index, phase.places.last()?.index);
    (phase.runs.useful >= USEFUL_FOR_A_VERDICT && found < limit).then(|| Pattern {
        rule,
        start,
        end,
        members: Vec::new(),
        side: None,
        found,
        limit,
    })
}
