//! The problem: what happens to whom, where, how much, since when. No cause and no solution in it.

use crate::Result;
use crate::record::{Line, Paragraph, record};

record! {
    /// A problem that a team wants to understand.
    pub struct Problem {
        /// What happens, in one or two sentences.
        "statement" statement: Paragraph,
        /// Who is affected.
        "who" who: Line,
        /// Where it happens.
        "where" place: Line,
        /// How much, as a number with its unit.
        "howMuch" how_much: Line,
        /// Since when.
        "sinceWhen" since_when: Line,
        /// True where a way of working is to be shown and learned on this problem.
        "demonstration" demonstration: bool,
        /// Order; smaller stands first.
        "position" position: f64,
    }
}

impl Problem {
    fn hold(&self) -> Result<()> {
        self.statement.required("statement", "what happens, in one or two sentences")
    }
}
