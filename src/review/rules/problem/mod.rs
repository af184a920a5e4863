//! About the problem.

mod incomplete;
mod states_solution;
mod vague;

pub(super) const RULES: &[crate::review::Rule] = &[states_solution::RULE, incomplete::RULE, vague::RULE];
