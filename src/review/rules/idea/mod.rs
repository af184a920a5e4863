//! About ideas.

mod on_refuted_cause;
mod restates_driver;
mod serves_nothing;

pub(super) const RULES: &[crate::review::Rule] = &[on_refuted_cause::RULE, serves_nothing::RULE, restates_driver::RULE];
