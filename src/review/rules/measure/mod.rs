//! About measures.

mod no_balancing;
mod no_process;
mod too_many;

pub(super) const RULES: &[crate::review::Rule] = &[no_balancing::RULE, no_process::RULE, too_many::RULE];
