//! The edits: every change that a person can make, named as the field speaks.

use super::about::{Answers, Job};
use super::field::{Field, Line, Paragraph, Story, refuse_extra};
use super::record::record;
use super::tables::Table;
use crate::cause::{Cause, Test};
use crate::cycle::{Cycle, Decision, Study};
use crate::error::{Error, ErrorKind, Result};
use crate::measure::{Measure, Observation};
use crate::problem::Problem;
use crate::theory::{Aim, Driver, Idea};
use crate::{Date, json};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// One change that a person makes. In JSON an object with its `type`: `{"type": "startCycle", "id": "c1", …}`.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Changes the title, the level or the organisation of the plan.
    Describe(Map<String, Value>),
    /// Keeps the leader's story and answers.
    TellStory(TellStory),
    /// Chooses the Job that the plan serves.
    ChooseJob(ChooseJob),
    /// Adds a problem.
    StateProblem(String, Problem),
    /// Adds a cause at the end of its siblings, suspected.
    ProposeCause(String, Cause),
    /// Moves a cause below another parent, or before a sibling.
    MoveCause(MoveCause),
    /// Records how a cause was tested; its status follows.
    TestCause(String, Test),
    /// Names a supported cause a root cause.
    NameRoot(String),
    /// Sets an aim, new or again.
    SetAim(String, Aim),
    /// Adds a driver.
    AddDriver(String, Driver),
    /// Proposes a change idea.
    ProposeIdea(String, Idea),
    /// Defines a measure.
    DefineMeasure(String, Measure),
    /// Records dated values of a measure; a value of the same day is replaced.
    RecordObservations(String, Vec<Observation>),
    /// Plans a cycle.
    PlanCycle(String, Box<Cycle>),
    /// Begins Do; predictions are sealed.
    StartCycle(StartCycle),
    /// Ends Do with the study.
    StudyCycle(StudyCycle),
    /// Adopts, adapts or abandons.
    DecideCycle(String, Decision),
    /// Changes fields of an entity; `null` clears one.
    Revise(Table, String, Map<String, Value>),
    /// Removes an entity with what lives with it.
    Remove(Table, String),
}

record! {
    /// The leader's story.
    pub struct TellStory {
        /// In their own words.
        "story" story: Story,
        /// Answers to the classifier's questions.
        "answers" answers: Answers,
    }
}

impl TellStory {
    fn rules(&self) -> Result<()> {
        Ok(())
    }
}

record! {
    /// The choice of a Job.
    pub struct ChooseJob {
        /// Which.
        "job" job: Option<Job>,
        /// Why, where it goes against the reading.
        "reason" reason: Paragraph,
    }
}

impl ChooseJob {
    fn rules(&self) -> Result<()> {
        if self.job.is_some() { Ok(()) } else { Err(ErrorKind::Blank { what: "a Job" }.at("job")) }
    }
}

record! {
    /// Where a cause goes.
    pub struct MoveCause {
        /// The cause.
        "id" id: Line,
        /// Its new parent; none for a main bone.
        "parent" parent: Option<Line>,
        /// The sibling that it goes before; none for the end.
        "before" before: Option<Line>,
    }
}

impl MoveCause {
    fn rules(&self) -> Result<()> {
        Ok(())
    }
}

record! {
    /// The start of Do.
    pub struct StartCycle {
        /// The cycle.
        "id" id: Line,
        /// When Do began.
        "date" date: Date,
    }
}

impl StartCycle {
    fn rules(&self) -> Result<()> {
        Ok(())
    }
}

record! {
    /// The end of Do, with the study.
    pub struct StudyCycle {
        /// The cycle.
        "id" id: Line,
        /// When Do ended.
        "date" date: Date,
        /// What was noticed while it ran.
        "notes" notes: Paragraph,
        /// What happened.
        "result" result: Paragraph,
        /// How it compares with the prediction.
        "comparison" comparison: Paragraph,
        /// What was learned.
        "learned" learned: Paragraph,
    }
}

impl StudyCycle {
    fn rules(&self) -> Result<()> {
        Ok(())
    }

    pub(crate) fn study(&self) -> Study {
        Study {
            result: self.result.clone(),
            comparison: self.comparison.clone(),
            learned: self.learned.clone(),
            ..Study::default()
        }
    }
}

#[derive(Deserialize)]
struct Tag {
    r#type: Option<Value>,
}

#[derive(Deserialize)]
struct OfId {
    #[serde(default)]
    id: String,
}

#[derive(Deserialize)]
struct Rows {
    #[serde(default)]
    measure: String,
    #[serde(default)]
    rows: Vec<Observation>,
}

#[derive(Deserialize)]
struct Fields {
    table: Table,
    #[serde(default)]
    id: String,
    #[serde(default)]
    fields: Map<String, Value>,
}

/// A record that says which fields it does not know.
pub(crate) trait Strict: DeserializeOwned + Field {
    const KNOWN: &'static [&'static str];
    fn take_extra(&mut self) -> super::Extra;
}

macro_rules! strict {
    ($($name:ty),+) => { $( impl Strict for $name {
        const KNOWN: &'static [&'static str] = Self::FIELDS;
        fn take_extra(&mut self) -> super::Extra {
            std::mem::take(&mut self.extra)
        }
    } )+ };
}
strict!(
    TellStory, ChooseJob, MoveCause, StartCycle, StudyCycle, Problem, Cause, Test, Aim, Driver, Idea, Measure, Cycle,
    Decision
);

/// Reads a record, refusing fields that it does not know.
fn strictly<T: Strict>(text: &str) -> Result<T> {
    let mut it: T = json::read(text)?;
    let mut extra = it.take_extra();
    extra.remove("type");
    extra.remove("id");
    refuse_extra(&extra, T::KNOWN)?;
    it.check()?;
    Ok(it)
}

fn id(text: &str) -> Result<String> {
    Ok(json::read::<OfId>(text)?.id)
}

fn entity<T: Strict>(text: &str) -> Result<(String, T)> {
    Ok((id(text)?, strictly(text)?))
}

/// Refuses a field that only another edit may set.
fn closed(field: &'static str, set_elsewhere: bool, edit: &str) -> Result<()> {
    if set_elsewhere {
        return Err(ErrorKind::BadField { reason: format!("it is set by the edit {edit}") }.at(field));
    }
    Ok(())
}

impl Edit {
    /// Reads an edit from JSON text.
    ///
    /// # Errors
    ///
    /// `plan/unknown-edit`, `input/unknown-field`, `input/bad-field`, or what is wrong with a field.
    ///
    /// ```
    /// use headwater::plan::Edit;
    ///
    /// let edit = Edit::from_json(r#"{"type":"chooseJob","job":"correct"}"#)?;
    /// assert!(matches!(edit, Edit::ChooseJob(_)));
    /// # Ok::<(), headwater::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        let tag: Tag = json::read(text)?;
        let kind = match tag.r#type {
            Some(Value::String(kind)) => kind,
            _ => return Err(ErrorKind::UnknownEdit { edit: String::new() }.at("type")),
        };
        Ok(match kind.as_str() {
            "describe" => {
                let mut fields: Map<String, Value> = json::read(text)?;
                fields.remove("type");
                Self::Describe(fields)
            }
            "tellStory" => Self::TellStory(strictly(text)?),
            "chooseJob" => Self::ChooseJob(strictly(text)?),
            "stateProblem" => {
                let (id, problem) = entity(text)?;
                Self::StateProblem(id, problem)
            }
            "proposeCause" => {
                let (id, cause): (_, Cause) = entity(text)?;
                closed("status", cause.status != Default::default() || !cause.tests.is_empty(), "testCause")?;
                closed("position", cause.position != 0.0, "moveCause")?;
                Self::ProposeCause(id, cause)
            }
            "moveCause" => Self::MoveCause(strictly(text)?),
            "testCause" => {
                let (id, test) = entity(text)?;
                Self::TestCause(id, test)
            }
            "nameRoot" => Self::NameRoot(id(text)?),
            "setAim" => {
                let (id, aim) = entity(text)?;
                Self::SetAim(id, aim)
            }
            "addDriver" => {
                let (id, driver): (_, Driver) = entity(text)?;
                closed("position", driver.position != 0.0, "revise")?;
                Self::AddDriver(id, driver)
            }
            "proposeIdea" => {
                let (id, idea): (_, Idea) = entity(text)?;
                closed("position", idea.position != 0.0, "revise")?;
                Self::ProposeIdea(id, idea)
            }
            "defineMeasure" => {
                let (id, measure) = entity(text)?;
                Self::DefineMeasure(id, measure)
            }
            "recordObservations" => {
                let Rows { measure, mut rows } = json::read(text)?;
                for (index, row) in rows.iter_mut().enumerate() {
                    let extra = std::mem::take(&mut row.extra);
                    refuse_extra(&extra, Observation::FIELDS).map_err(|error| error.within(index).within("rows"))?;
                    row.measure = measure.as_str().into();
                }
                Self::RecordObservations(measure, rows)
            }
            "planCycle" => {
                let (id, cycle): (_, Cycle) = entity(text)?;
                closed("position", cycle.position != 0.0, "revise")?;
                closed("stage", cycle.stage != Default::default(), "startCycle")?;
                Self::PlanCycle(id, Box::new(cycle))
            }
            "startCycle" => Self::StartCycle(strictly(text)?),
            "studyCycle" => Self::StudyCycle(strictly(text)?),
            "decideCycle" => {
                let (id, decision) = entity(text)?;
                Self::DecideCycle(id, decision)
            }
            "revise" => {
                let Fields { table, id, fields } = json::read(text)?;
                Self::Revise(table, id, fields)
            }
            "remove" => {
                let Fields { table, id, .. } = json::read(text)?;
                Self::Remove(table, id)
            }
            _ => return Err(unknown_edit(&kind)),
        })
    }
}

fn unknown_edit(kind: &str) -> Error {
    ErrorKind::UnknownEdit { edit: kind.chars().take(80).collect() }.at("type")
}
