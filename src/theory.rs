//! The theory of improvement: an aim, the drivers that must change to reach it, and ideas for changing them.

use crate::cause::Cause;
use crate::measure::Measure;
use crate::problem::Problem;
use crate::record::{Id, Line, Mention, Mentions, Paragraph, record, words};
use crate::{Date, ErrorKind, Result};

record! {
    /// Where a measure stood before the work began.
    pub struct Baseline {
        /// The value, in the measure's unit.
        "value" value: f64,
        /// When it was that.
        "date" date: Date,
    }
}

impl Baseline {
    fn hold(&self) -> Result<()> {
        Ok(())
    }
}

record! {
    /// What the team wants: how much, for whom, by when.
    pub struct Aim {
        /// The problem it answers.
        "problem" problem: Id<Problem>,
        /// The aim in one sentence.
        "statement" statement: Paragraph,
        /// The measure that shows it.
        "measure" measure: Mention<Measure>,
        /// Where the measure stood.
        "baseline" baseline: Option<Baseline>,
        /// Where it should be, in the measure's unit.
        "target" target: Option<f64>,
        /// For whom.
        "population" population: Line,
        /// By when.
        "deadline" deadline: Option<Date>,
    }
}

impl Aim {
    fn hold(&self) -> Result<()> {
        self.statement.required("statement", "the aim, in one sentence")
    }
}

words! {
    /// Where a driver stands in the theory.
    pub enum DriverKind {
        /// Serves the aim itself.
        #[default]
        Primary = "primary",
        /// Serves one or more primary drivers: a place where one can act.
        Secondary = "secondary",
    }
}

record! {
    /// What must change for the aim to be reached.
    pub struct Driver {
        /// Primary or secondary.
        "kind" kind: DriverKind,
        /// The driver as a statement, not a number.
        "text" text: Line,
        /// The primary drivers that a secondary one serves.
        "serves" serves: Mentions<Driver>,
        /// Who looks after it.
        "owner" owner: Line,
        /// Order; smaller stands first.
        "position" position: f64,
    }
}

impl Driver {
    fn hold(&self) -> Result<()> {
        self.text.required("text", "what must change")?;
        if self.kind == DriverKind::Primary && self.serves.ids().next().is_some() {
            return Err(ErrorKind::DriverLoop.at("serves"));
        }
        Ok(())
    }
}

record! {
    /// What research says of an idea: a tier of evidence under the Every Student Succeeds Act, for one outcome. A
    /// person assigns it; nothing here does.
    pub struct Evidence {
        /// 1 strong, 2 moderate, 3 promising, 4 demonstrates a rationale.
        "tier" tier: u32,
        /// The outcome that was studied.
        "outcome" outcome: Line,
        /// The study, so that anyone can find it.
        "citation" citation: Paragraph,
        /// How far the pupils and places studied are like these.
        "population" population: Paragraph,
        /// Who assigned the tier.
        "assignedBy" assigned_by: Line,
    }
}

impl Evidence {
    fn hold(&self) -> Result<()> {
        scale(Some(self.tier), 4, "tier", "a tier is 1, 2, 3 or 4")?;
        self.outcome.required("outcome", "the outcome that was studied")?;
        self.citation.required("citation", "the study, so that anyone can find it")?;
        self.assigned_by.required("assignedBy", "who assigned the tier")
    }
}

/// Refuses a step that is not on a scale from 1.
fn scale(step: Option<u32>, last: u32, field: &str, expected: &'static str) -> Result<()> {
    match step {
        Some(step) if !(1..=last).contains(&step) => Err(ErrorKind::BadNumber { expected }.at(field)),
        _ => Ok(()),
    }
}

record! {
    /// A change that someone could try.
    pub struct Idea {
        /// The change, in a short sentence.
        "text" text: Line,
        /// The driver it would move.
        "driver" driver: Mention<Driver>,
        /// The cause it would act on.
        "cause" cause: Mention<Cause>,
        /// Why it went ahead although no cause had been supported.
        "bypass" bypass: Paragraph,
        /// How much it would move, from 1 (little) to 5.
        "impact" impact: Option<u32>,
        /// How easy it would be, from 1 (hard) to 5.
        "ease" ease: Option<u32>,
        /// What research says, an entry for each outcome.
        "evidence" evidence: Vec<Evidence>,
        /// Order; smaller stands first.
        "position" position: f64,
    }
}

impl Idea {
    fn hold(&self) -> Result<()> {
        self.text.required("text", "the change, in a short sentence")?;
        scale(self.impact, 5, "impact", "impact goes from 1 to 5")?;
        scale(self.ease, 5, "ease", "ease goes from 1 to 5")
    }
}
