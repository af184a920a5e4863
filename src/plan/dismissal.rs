//! Findings of the review that someone has set aside, with the reason.

use super::target::Target;
use crate::record::{Line, Paragraph, record};
use crate::{Date, Result};

record! {
    /// A finding that will not be shown again. It goes with the entity that it was about.
    pub struct Dismissal {
        /// The id of the rule, such as `cause/blames-people`.
        "rule" rule: Line,
        /// What the finding was about.
        "of" of: Target<true>,
        /// Why it does not apply here.
        "reason" reason: Paragraph,
        /// Who decided so.
        "by" by: Line,
        /// When.
        "date" date: Option<Date>,
    }
}

impl Dismissal {
    fn hold(&self) -> Result<()> {
        self.rule.required("rule", "the id of the rule")?;
        self.reason.required("reason", "why the finding does not apply here")
    }
}
