//! About cycles.

mod adopted_at_once;
mod incomplete;
mod no_data;
mod no_measure;
mod no_prediction;
mod nothing_learned;
mod out_of_session;
mod study_ignores_prediction;
mod too_large;
mod too_long;
mod vague_prediction;

pub(super) const RULES: &[crate::review::Rule] = &[
    no_prediction::RULE,
    vague_prediction::RULE,
    no_measure::RULE,
    too_large::RULE,
    out_of_session::RULE,
    incomplete::RULE,
    study_ignores_prediction::RULE,
    no_data::RULE,
    nothing_learned::RULE,
    adopted_at_once::RULE,
    too_long::RULE,
];
