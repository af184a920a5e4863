//! A rule of the review, and how one is declared.

use super::context::Context;
use super::finding::{Found, Severity};
use crate::plan::{Entity, Job, Table};

/// One thing that a coach would point out.
#[derive(Debug)]
pub struct Rule {
    /// Its name: noun, stroke, what is wrong: `cause/blames-people`. Never given to another rule.
    pub id: &'static str,
    /// The key of its message in the catalogues.
    pub key: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The Jobs in which it is asked; where it is every one, plans without a Job are asked too.
    pub jobs: &'static [Job],
    /// Its message in English, with `{parameters}`.
    pub text: &'static str,
    /// It looks at each entity of this table; at `about` for the plan as a whole.
    pub(super) table: Table,
    pub(super) check: fn(&Entity, &Context, &mut Found),
    /// What its page says.
    #[cfg(any(test, feature = "docs"))]
    pub(super) lesson: Lesson,
}

/// What a rule's page says beside its message. No part of the WebAssembly build.
#[cfg(any(test, feature = "docs"))]
#[derive(Debug)]
pub(super) struct Lesson {
    /// The lines of its documentation.
    pub doc: &'static [&'static str],
    /// Who says so.
    pub source: &'static str,
    /// Edits that both examples begin with, then those that the rule finds fault with, then those that it does not.
    pub examples: fn() -> [serde_json::Value; 3],
    /// Where the finding stands, as table, id and field with points between.
    pub place: &'static str,
}

/// What a rule gives as its source where no published one was found.
#[cfg(any(test, feature = "docs"))]
pub(super) const OURS: &str = "Our own judgement.";

/// Asked in every Job.
pub(super) const EVERY: &[Job] = Job::ALL;
/// Asked where one area puts a problem of its own right.
pub(super) const CORRECT: &[Job] = &[Job::Correct];
/// Asked where others are rallied.
pub(super) const COORDINATE: &[Job] = &[Job::Coordinate];
/// Asked where a whole system looks for a new way.
pub(super) const REORIENT: &[Job] = &[Job::Reorient];

/// Declares the rule of a file. Its documentation is its page; the examples are run as tests.
macro_rules! rule {
    (
        $(#[doc = $doc:literal])+
        $noun:literal / $name:literal: $severity:ident, $jobs:ident, on $table:ident;
        text: $text:literal;
        source: $source:tt;
        given: $given:tt;
        bad: $bad:tt, at $place:literal;
        good: $good:tt;
    ) => {
        $(#[doc = $doc])+
        pub(in crate::review) const RULE: $crate::review::Rule = $crate::review::Rule {
            id: concat!($noun, "/", $name),
            key: concat!("review-", $noun, "-", $name),
            severity: $crate::review::Severity::$severity,
            jobs: $crate::review::rule::$jobs,
            text: $text,
            table: $crate::plan::Table::$table,
            check: |entity, context, found| {
                if let $crate::plan::Entity::$table(it) = entity {
                    check(it, context, found);
                }
            },
            #[cfg(any(test, feature = "docs"))]
            lesson: $crate::review::rule::Lesson {
                doc: &[$($doc),+],
                source: $crate::review::rule::source!($source),
                examples: || [serde_json::json!($given), serde_json::json!($bad), serde_json::json!($good)],
                place: $place,
            },
        };
    };
}
pub(super) use rule;

#[cfg(any(test, feature = "docs"))]
macro_rules! source {
    (OURS) => {
        $crate::review::rule::OURS
    };
    ($source:literal) => {
        $source
    };
}
#[cfg(any(test, feature = "docs"))]
pub(super) use source;
