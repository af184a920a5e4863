//! About drivers.

mod is_programme;
mod is_target;
mod no_owner;
mod one_owner_for_all;
mod owner_is_everyone;
mod serves_nothing;
mod too_many;
mod without_idea;

pub(super) const RULES: &[crate::review::Rule] = &[
    is_programme::RULE,
    is_target::RULE,
    serves_nothing::RULE,
    without_idea::RULE,
    too_many::RULE,
    no_owner::RULE,
    owner_is_everyone::RULE,
    one_owner_for_all::RULE,
];
