//! About the people and units that a plan depends on.

mod incomplete;
mod sees_no_measure;

pub(super) const RULES: &[crate::review::Rule] = &[incomplete::RULE, sees_no_measure::RULE];
