//! The edits: every change that a person can make, named as the field speaks.

use super::about::{Answers, Job};
use super::tables::{Entity, Table};
use crate::cause::Test;
use crate::cycle::{Decision, Study};
use crate::error::{ErrorKind, Result};
use crate::measure::Observation;
use crate::record::{self, Extra, Line, Paragraph, Record, Story, expected, record};
use crate::{Date, json};
use serde_json::Value;

/// One change that a person makes. In JSON an object with its `type`: `{"type": "startCycle", "id": "c1", …}`.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Changes the title, the level or the organisation of the plan.
    Describe(Extra),
    /// Keeps the leader's story and answers.
    TellStory(TellStory),
    /// Chooses the Job that the plan serves.
    ChooseJob(ChooseJob),
    /// Adds an entity under a new id, at the end of its like: `stateProblem`, `proposeCause`, `addDriver`,
    /// `proposeIdea`, `defineMeasure`, `planCycle`; or sets an aim, new or again: `setAim`.
    Add(String, Entity),
    /// Moves a cause below another parent, or before a sibling.
    MoveCause(MoveCause),
    /// Records how a cause was tested; its status follows.
    TestCause(String, Test),
    /// Names a supported cause a root cause.
    NameRoot(String),
    /// Records dated values of a measure; a value of the same day is replaced.
    RecordObservations(String, Vec<Observation>),
    /// Begins Do; predictions are sealed.
    StartCycle(StartCycle),
    /// Ends Do with the study.
    StudyCycle(StudyCycle),
    /// Adopts, adapts or abandons.
    DecideCycle(String, Decision),
    /// Changes fields of an entity; `null` clears one.
    Revise(Table, String, Extra),
    /// Removes an entity with what lives with it.
    Remove(Table, String),
}

record! {
    /// The leader's story.
    pub struct TellStory {
        /// In their own words.
        "story" story: Story,
        /// Answers to the classifier's questions.
        "answers" answers: Option<Answers>,
    }
}

impl TellStory {
    fn hold(&self) -> Result<()> {
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
    fn hold(&self) -> Result<()> {
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
    fn hold(&self) -> Result<()> {
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
    fn hold(&self) -> Result<()> {
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
    fn hold(&self) -> Result<()> {
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
        let mut fields = match json::parse(text)? {
            Value::Object(fields) => fields,
            other => return Err(expected("an object", &other)),
        };
        let kind = take(&mut fields, "type")?;
        if let Some((_, table, closed)) = ADDING.iter().find(|(edit, ..)| *edit == kind) {
            if let Some(name) = closed.iter().find(|name| fields.contains_key(**name)) {
                let reason = "it is set by an edit of its own".to_owned();
                return Err(ErrorKind::BadField { reason }.at(*name));
            }
            let id = take(&mut fields, "id")?;
            let mut entity = Entity::blank(*table);
            record::read_strictly(entity.record_mut(), Value::Object(fields))?;
            return Ok(Self::Add(id, entity));
        }
        let of = &mut fields;
        Ok(match kind.as_str() {
            "describe" => Self::Describe(fields),
            "tellStory" => Self::TellStory(strictly(fields)?),
            "chooseJob" => Self::ChooseJob(strictly(fields)?),
            "moveCause" => Self::MoveCause(strictly(fields)?),
            "testCause" => Self::TestCause(take(of, "id")?, strictly(fields)?),
            "nameRoot" => Self::NameRoot(take(of, "id")?),
            "recordObservations" => Self::RecordObservations(take(of, "measure")?, observations(fields)?),
            "startCycle" => Self::StartCycle(strictly(fields)?),
            "studyCycle" => Self::StudyCycle(strictly(fields)?),
            "decideCycle" => Self::DecideCycle(take(of, "id")?, strictly(fields)?),
            "revise" => {
                let (table, id) = (table(of)?, take(of, "id")?);
                match fields.remove("fields") {
                    Some(Value::Object(changed)) => Self::Revise(table, id, changed),
                    other => return Err(expected("an object", &other.unwrap_or_default()).within("fields")),
                }
            }
            "remove" => Self::Remove(table(of)?, take(of, "id")?),
            _ => return Err(ErrorKind::UnknownEdit { edit: kind.chars().take(80).collect() }.at("type")),
        })
    }
}

/// The edits that add an entity: its table, and the fields that only another edit may set.
const ADDING: &[(&str, Table, &[&str])] = &[
    ("stateProblem", Table::Problems, &[]),
    ("proposeCause", Table::Causes, &["status", "tests", "position"]),
    ("setAim", Table::Aims, &[]),
    ("addDriver", Table::Drivers, &["position"]),
    ("proposeIdea", Table::Ideas, &["position"]),
    ("defineMeasure", Table::Measures, &[]),
    ("planCycle", Table::Cycles, &["position", "stage", "started", "ended", "study", "decision", "sealed"]),
];

/// Takes a text out of the fields.
fn take(fields: &mut Extra, name: &str) -> Result<String> {
    match fields.remove(name) {
        Some(Value::String(text)) => Ok(text),
        other => Err(expected("a text", &other.unwrap_or_default()).within(name)),
    }
}

fn table(fields: &mut Extra) -> Result<Table> {
    let name = take(fields, "table")?;
    Table::named(&name).filter(|table| *table != Table::About).ok_or_else(|| {
        let tables: Vec<_> = Table::ALL.iter().skip(1).map(|table| table.name()).collect();
        ErrorKind::BadField { reason: format!("expected one of {}", tables.join(", ")) }.at("table")
    })
}

/// Reads a record, refusing fields that it does not know.
fn strictly<T: Record + Default>(fields: Extra) -> Result<T> {
    let mut it = T::default();
    record::read_strictly(&mut it, Value::Object(fields))?;
    Ok(it)
}

fn observations(mut fields: Extra) -> Result<Vec<Observation>> {
    let rows = match fields.remove("rows") {
        Some(Value::Array(rows)) => rows,
        other => return Err(expected("a list", &other.unwrap_or_default()).within("rows")),
    };
    let read = |(index, row)| {
        let mut observation = Observation::default();
        let done = record::read(&mut observation, row).and_then(|()| record::refuse_extra(&observation));
        done.map(|()| observation).map_err(|error| error.within(index).within("rows"))
    };
    rows.into_iter().enumerate().map(read).collect()
}
