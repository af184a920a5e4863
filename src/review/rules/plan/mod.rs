//! About the plan as a whole.

pub(super) const RULES: &[crate::review::Rule] = &[];
