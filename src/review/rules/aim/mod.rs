//! About the aim.

mod against_direction;
mod names_activity;
mod no_baseline;
mod no_deadline;
mod no_measure;
mod no_population;
mod no_target;

pub(super) const RULES: &[crate::review::Rule] = &[
    names_activity::RULE,
    no_measure::RULE,
    no_target::RULE,
    no_deadline::RULE,
    no_baseline::RULE,
    no_population::RULE,
    against_direction::RULE,
];
