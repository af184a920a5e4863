//! About causes.

mod absent_solution;
mod acted_on_untested;
mod blames_people;
mod chain_untested;
mod ends_at_symptom;
mod evidence_is_opinion;
mod one_bone;
mod out_of_reach;
mod restates_problem;

pub(super) const RULES: &[crate::review::Rule] = &[
    blames_people::RULE,
    acted_on_untested::RULE,
    one_bone::RULE,
    ends_at_symptom::RULE,
    out_of_reach::RULE,
    absent_solution::RULE,
    restates_problem::RULE,
    evidence_is_opinion::RULE,
    chain_untested::RULE,
];
