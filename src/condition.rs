//! Conditions: what people need before they can work on problems at all. A condition that is missing is a barrier that
//! shows in one problem after another.

use crate::Result;
use crate::record::{Line, Paragraph, record, words};

words! {
    /// What a condition is about.
    pub enum ConditionKind {
        /// A purpose that people share.
        #[default]
        Purpose = "purpose",
        /// Trust: people can say what does not work.
        Trust = "trust",
        /// Time to do it in.
        Time = "time",
        /// Skill in the method.
        Skill = "skill",
        /// Someone with authority who backs it.
        Sponsor = "sponsor",
        /// Anything else, such as a rule or a data system.
        Other = "other",
    }
}

words! {
    /// How far a condition is met.
    pub enum Met {
        /// Nobody has said.
        #[default]
        Unknown = "unknown",
        /// Not met.
        Missing = "missing",
        /// Met here and there.
        Partly = "partly",
        /// Met.
        Met = "met",
    }
}

record! {
    /// What people need before the work can go on.
    pub struct Condition {
        /// The condition, in a few words.
        "text" text: Line,
        /// What it is about.
        "kind" kind: Option<ConditionKind>,
        /// How far it is met.
        "met" met: Met,
        /// How that is known, or what is being done.
        "note" note: Paragraph,
        /// Who looks after it.
        "owner" owner: Line,
        /// Order; smaller stands first.
        "position" position: f64,
    }
}

impl Condition {
    fn hold(&self) -> Result<()> {
        self.text.required("text", "the condition, in a few words")
    }
}
