//! About the load: what is under way, and how much of it.

mod nothing_stops;
mod too_many_priorities;

pub(super) const RULES: &[crate::review::Rule] = &[nothing_stops::RULE, too_many_priorities::RULE];
