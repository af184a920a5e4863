//! Resource inequities: something that a school can share out differently, and who gets less of it.

use crate::Result;
use crate::record::{Line, Paragraph, record, words};

words! {
    /// What a school or a system shares out. Pupils' circumstances are none of these.
    pub enum Resource {
        /// Experienced or well-prepared staff.
        #[default]
        Staff = "staff",
        /// Time for teaching, learning or planning.
        Time = "time",
        /// Courses and programmes.
        Courses = "courses",
        /// Money.
        Money = "money",
        /// Rooms, buildings and equipment.
        Space = "space",
    }
}

record! {
    /// A resource that some get less of.
    pub struct Inequity {
        /// What is unequal, in a sentence.
        "statement" statement: Paragraph,
        /// The resource; none while nobody has said which.
        "resource" resource: Option<Resource>,
        /// Who gets less.
        "less" less: Line,
        /// How that is known.
        "evidence" evidence: Paragraph,
        /// What the plan does about it.
        "response" response: Paragraph,
        /// Order; smaller stands first.
        "position" position: f64,
    }
}

impl Inequity {
    fn hold(&self) -> Result<()> {
        self.statement.required("statement", "what is unequal, in a sentence")
    }
}
