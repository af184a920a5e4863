//! About ideas.

mod evidence_without_fit;
mod on_refuted_cause;
mod out_of_reach;
mod restates_driver;
mod serves_nothing;

pub(super) const RULES: &[crate::review::Rule] = &[
    on_refuted_cause::RULE,
    serves_nothing::RULE,
    restates_driver::RULE,
    out_of_reach::RULE,
    evidence_without_fit::RULE,
];
