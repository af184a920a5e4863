//! The review: what a coach would say about a plan.
//!
//! One rule stands in one file under `rules/`, with what it checks, why, its source and two examples that run as tests;
//! `docs/rules.md` is written from them. The review never changes a plan and never stops anyone: a finding can be
//! mended, with an edit that it offers where there is one, or dismissed with a reason.
//!
//! ```
//! use headwater::plan::Plan;
//! use headwater::review::review;
//!
//! let mut plan = Plan::create("Attendance")?;
//! plan.edit_json(r#"{"type":"stateProblem","id":"p1","statement":"We need a new attendance programme"}"#)?;
//! let finding = &review(&plan)[0];
//! assert_eq!((finding.rule, finding.field.as_str()), ("problem/states-solution", "statement"));
//! # Ok::<(), headwater::Error>(())
//! ```

mod context;
mod finding;
#[cfg(test)]
mod hearing;
#[cfg(any(test, feature = "docs"))]
pub mod page;
mod rule;
mod rules;
#[cfg(test)]
mod tests;
mod words;

pub use finding::{Finding, Severity};
pub use rule::Rule;

use crate::plan::Plan;
use context::Context;
use finding::Found;

/// Every finding about a plan, the weightiest first, then in the order of tables and ids. Dismissed ones are among
/// them, with the reason.
///
/// Rules that belong to one Job are asked only of plans that serve it. Words are read in English; a plan in another
/// language meets the rules that need no words.
#[inline(never)]
pub fn review(plan: &Plan) -> Vec<Finding> {
    let context = Context::of(plan);
    let mut found = Found::of(&rules::ALL[0][0]);
    for (table, id, entity) in plan.tables().each() {
        for rule in rules().filter(|rule| rule.table == table && context.concerns(rule.jobs)) {
            found.turn_to(rule, id);
            (rule.check)(entity, &context, &mut found);
        }
    }
    found.in_order(&context)
}

/// Every rule, in the order of the pathway.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    rules::ALL.iter().copied().flatten()
}
