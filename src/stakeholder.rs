//! Stakeholders: the people and units that a plan depends on, and what passes between them and the team.

use crate::Result;
use crate::record::{Line, Paragraph, record};

record! {
    /// A person, a group or a unit whose part is needed.
    pub struct Stakeholder {
        /// Who: a name, a role or a unit.
        "name" name: Line,
        /// The part of the work that is theirs.
        "owns" owns: Paragraph,
        /// What they need to do it.
        "needs" needs: Paragraph,
        /// What they gain if the aim is reached.
        "gains" gains: Paragraph,
        /// What they are asked to do.
        "ask" ask: Paragraph,
        /// Order; smaller stands first.
        "position" position: f64,
    }
}

impl Stakeholder {
    fn hold(&self) -> Result<()> {
        self.name.required("name", "who they are: a name, a role or a unit")
    }
}
