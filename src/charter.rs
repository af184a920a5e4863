//! The charter: how people who do not report to one another agreed to work; and the routines that keep it going.

use crate::record::{Line, Paragraph, record};
use crate::{Date, Result};

record! {
    /// A word that everyone uses in the same sense.
    pub struct Term {
        /// The word.
        "word" word: Line,
        /// What it means here.
        "meaning" meaning: Paragraph,
    }
}

impl Term {
    fn hold(&self) -> Result<()> {
        self.word.required("word", "the word")?;
        self.meaning.required("meaning", "what the word means here")
    }
}

record! {
    /// How people work together: who decides what, how often they meet, what words mean.
    pub struct Charter {
        /// Who decides what.
        "decisions" decisions: Paragraph,
        /// When and how they meet.
        "rhythm" rhythm: Paragraph,
        /// What words mean.
        "glossary" glossary: Vec<Term>,
    }
}

impl Charter {
    fn hold(&self) -> Result<()> {
        Ok(())
    }
}

record! {
    /// Something that people do again and again without being reminded: a huddle, a review, a way of working.
    pub struct Routine {
        /// What is done.
        "text" text: Line,
        /// When, such as `Tuesdays, 15 minutes`.
        "rhythm" rhythm: Line,
        /// Who looks after it.
        "owner" owner: Line,
        /// Since when.
        "since" since: Option<Date>,
        /// Order; smaller stands first.
        "position" position: f64,
    }
}

impl Routine {
    fn hold(&self) -> Result<()> {
        self.text.required("text", "what is done, in a few words")
    }
}
