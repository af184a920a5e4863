//! About resource inequities.

mod incomplete;
mod names_circumstances;

pub(super) const RULES: &[crate::review::Rule] = &[names_circumstances::RULE, incomplete::RULE];
