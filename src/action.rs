//! Actions: who does what by when, and what for.

use crate::plan::Target;
use crate::record::{Line, record};
use crate::{Date, Result};

record! {
    /// Something that one person will do.
    pub struct Action {
        /// What is to be done.
        "text" text: Line,
        /// What it is for: any one thing in the plan.
        "for" purpose: Target<false>,
        /// Who does it.
        "owner" owner: Line,
        /// By when.
        "due" due: Option<Date>,
        /// When it was done.
        "done" done: Option<Date>,
        /// Order; smaller stands first.
        "position" position: f64,
    }
}

impl Action {
    fn hold(&self) -> Result<()> {
        self.text.required("text", "what is to be done")
    }
}
