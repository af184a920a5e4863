//! About actions.

mod no_due_date;
mod no_owner;
mod too_many_for_one;

pub(super) const RULES: &[crate::review::Rule] = &[no_owner::RULE, too_many_for_one::RULE, no_due_date::RULE];
