//! Initiatives that are already under way, and which of them go on, come together or stop.

use crate::record::{Line, Mention, Paragraph, record, words};
use crate::{Date, ErrorKind, Result};

words! {
    /// What becomes of an initiative.
    pub enum Verdict {
        /// It goes on.
        #[default]
        Continue = "continue",
        /// It becomes part of another.
        Merge = "merge",
        /// It ends.
        Stop = "stop",
    }
}

record! {
    /// Continue, merge or stop, and why.
    pub struct InitiativeDecision {
        /// Which of the three.
        "kind" kind: Verdict,
        /// The initiative that it becomes part of. It may have been removed since.
        "into" into: Mention<Initiative>,
        /// Why.
        "reason" reason: Paragraph,
        /// When.
        "date" date: Option<Date>,
    }
}

impl InitiativeDecision {
    fn hold(&self) -> Result<()> {
        if self.kind != Verdict::Merge && self.into.id().is_some() {
            let reason = "only an initiative that merges becomes part of another".to_owned();
            return Err(ErrorKind::BadField { reason }.at("into"));
        }
        self.reason.required("reason", "why you decide so")
    }
}

record! {
    /// Something that people are already asked to do.
    pub struct Initiative {
        /// What it is called.
        "name" name: Line,
        /// What it is meant to do.
        "purpose" purpose: Paragraph,
        /// How many hours of staff time it takes in a week, all people together.
        "load" load: Option<f64>,
        /// Who looks after it.
        "owner" owner: Line,
        /// What becomes of it; none while that is open.
        "decision" decision: Option<InitiativeDecision>,
        /// Order; smaller stands first.
        "position" position: f64,
    }
}

impl Initiative {
    fn hold(&self) -> Result<()> {
        self.name.required("name", "what the initiative is called")?;
        match self.load {
            Some(load) if load < 0.0 => {
                Err(ErrorKind::BadNumber { expected: "hours in a week are zero or more" }.at("load"))
            }
            _ => Ok(()),
        }
    }
}
