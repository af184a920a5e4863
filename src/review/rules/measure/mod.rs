//! About measures.

mod incomplete;
mod no_balancing;
mod no_process;
mod only_yearly;
mod too_many;

pub(super) const RULES: &[crate::review::Rule] =
    &[only_yearly::RULE, no_process::RULE, no_balancing::RULE, incomplete::RULE, too_many::RULE];
