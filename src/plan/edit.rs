//! The edits: every change that a person can make, named as the field speaks.

use super::tables::{ABOUT, Entity, Table};
use super::target;
use crate::cause::Test;
use crate::cycle::{Decision, Study};
use crate::error::{ErrorKind, Result};
use crate::measure::{Observation, PhaseStart};
use crate::record::{self, Extra, Line, Paragraph, Record, expected, record};
use crate::{Date, json};
use serde_json::Value;

/// One change that a person makes. In JSON an object with its `type`: `{"type": "startCycle", "id": "c1", …}`.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Adds an entity under a new id, at the end of its like: `stateProblem`, `proposeCause`, `addDriver`,
    /// `proposeIdea`, `defineMeasure`, `planCycle`, `addStakeholder`, `listInitiative`, `addAction`, `nameInequity`,
    /// `nameCondition`, `addRoutine`, `dismissFinding`; or sets an aim, new or again: `setAim`.
    Add(String, Entity),
    /// Sets the fields that one kind of edit is for: `describe`, `tellStory`, `chooseJob`, `agreeCharter`,
    /// `assignOwner`, `completeAction`, `reopenAction`, `continueInitiative`, `mergeInitiative`, `stopInitiative`. The
    /// name of the edit, the entity, and the fields as the entity has them.
    Set(&'static str, Table, String, Extra),
    /// Moves a cause below another parent, or before a sibling.
    MoveCause(MoveCause),
    /// Records how a cause was tested; its status follows.
    TestCause(String, Test),
    /// Names a supported cause a root cause.
    NameRoot(String),
    /// Records dated values of a measure; a value of the same day is replaced.
    RecordObservations(String, Vec<Observation>),
    /// Begins a phase of a measure; one of the same day is replaced.
    MarkPhase(String, PhaseStart),
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
    /// Where a cause goes.
    pub struct MoveCause {
        /// The cause.
        "id" id: Line,
        /// The problem whose tree it goes to; its own if left out. What is below the cause goes with it.
        "problem" problem: Option<Line>,
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
    /// assert_eq!(edit.name(), "chooseJob");
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
            let entity = Entity::read(*table, Value::Object(fields))?;
            record::refuse_extra(entity.record())?;
            record::check(entity.record())?;
            return Ok(Self::Add(id, entity));
        }
        if let Some(setting) = SETTING.iter().find(|setting| setting.edit == kind) {
            return setting.read(fields);
        }
        let of = &mut fields;
        Ok(match kind.as_str() {
            "moveCause" => Self::MoveCause(strictly(fields)?),
            "testCause" => Self::TestCause(take(of, "id")?, strictly(fields)?),
            "nameRoot" => Self::NameRoot(take(of, "id")?),
            "recordObservations" => Self::RecordObservations(take(of, "measure")?, observations(fields)?),
            "markPhase" => Self::MarkPhase(take(of, "measure")?, strictly(fields)?),
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

impl Edit {
    /// The types of all edits, as in JSON.
    pub const NAMES: &'static [&'static str] = &[
        "describe",
        "tellStory",
        "chooseJob",
        "agreeCharter",
        "stateProblem",
        "proposeCause",
        "moveCause",
        "testCause",
        "nameRoot",
        "setAim",
        "addDriver",
        "proposeIdea",
        "defineMeasure",
        "recordObservations",
        "markPhase",
        "planCycle",
        "startCycle",
        "studyCycle",
        "decideCycle",
        "addStakeholder",
        "listInitiative",
        "continueInitiative",
        "mergeInitiative",
        "stopInitiative",
        "addAction",
        "completeAction",
        "reopenAction",
        "nameInequity",
        "nameCondition",
        "addRoutine",
        "assignOwner",
        "dismissFinding",
        "revise",
        "remove",
    ];

    /// Its type, as in JSON.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Add(_, entity) => {
                ADDING.iter().find(|(_, table, _)| *table == entity.table()).map_or("", |(edit, ..)| edit)
            }
            Self::Set(name, ..) => name,
            Self::MoveCause(_) => "moveCause",
            Self::TestCause(..) => "testCause",
            Self::NameRoot(_) => "nameRoot",
            Self::RecordObservations(..) => "recordObservations",
            Self::MarkPhase(..) => "markPhase",
            Self::StartCycle(_) => "startCycle",
            Self::StudyCycle(_) => "studyCycle",
            Self::DecideCycle(..) => "decideCycle",
            Self::Revise(..) => "revise",
            Self::Remove(..) => "remove",
        }
    }
}

/// The edits that add an entity: its table, and the fields that only another edit may set.
const ADDING: &[(&str, Table, &[&str])] = &[
    ("stateProblem", Table::Problems, &["position"]),
    ("proposeCause", Table::Causes, &["status", "tests", "position"]),
    ("setAim", Table::Aims, &[]),
    ("addDriver", Table::Drivers, &["position"]),
    ("proposeIdea", Table::Ideas, &["position"]),
    ("defineMeasure", Table::Measures, &["position"]),
    ("planCycle", Table::Cycles, &["position", "stage", "started", "ended", "study", "decision", "sealed"]),
    ("addStakeholder", Table::Stakeholders, &["position"]),
    ("listInitiative", Table::Initiatives, &["position", "decision"]),
    ("addAction", Table::Actions, &["position", "done"]),
    ("nameInequity", Table::Inequities, &["position"]),
    ("nameCondition", Table::Conditions, &["position"]),
    ("addRoutine", Table::Routines, &["position"]),
    ("dismissFinding", Table::Dismissals, &[]),
];

/// An edit that sets fields: which they are, and what they are called in the edit.
struct Setting {
    edit: &'static str,
    /// The table of the entity; none where the edit names it.
    table: Option<Table>,
    /// The field in whose record they stand, and its `kind`.
    within: Option<(&'static str, Option<&'static str>)>,
    /// The name of each in the edit, and in the entity. One that is left out is cleared.
    fields: &'static [(&'static str, &'static str)],
    /// The one that may not be left out, and what it is, as a person would ask for it.
    needs: Option<(&'static str, &'static str)>,
}

const INITIATIVE: Setting =
    Setting { edit: "", table: Some(Table::Initiatives), within: None, fields: &[], needs: None };
const ABOUT_PLAN: Setting = Setting { table: Some(Table::About), ..INITIATIVE };
const DECIDED: &[(&str, &str)] = &[("reason", "reason"), ("date", "date")];

const SETTING: &[Setting] = &[
    Setting {
        edit: DESCRIBE,
        fields: &[
            ("title", "title"),
            ("level", "level"),
            ("organisation", "organisation"),
            ("calendar", "calendar"),
            ("lessons", "lessons"),
        ],
        ..ABOUT_PLAN
    },
    Setting { edit: "tellStory", fields: &[("story", "story"), ("answers", "answers")], ..ABOUT_PLAN },
    Setting {
        edit: "chooseJob",
        fields: &[("job", "job"), ("reason", "jobReason")],
        needs: Some(("job", "a Job")),
        ..ABOUT_PLAN
    },
    Setting {
        edit: "agreeCharter",
        within: Some(("charter", None)),
        fields: &[("decisions", "decisions"), ("rhythm", "rhythm"), ("glossary", "glossary")],
        ..ABOUT_PLAN
    },
    Setting { edit: "assignOwner", table: None, fields: &[("owner", "owner")], ..INITIATIVE },
    Setting {
        edit: "completeAction",
        table: Some(Table::Actions),
        fields: &[("date", "done")],
        needs: Some(("date", "the day on which it was done")),
        ..INITIATIVE
    },
    Setting { edit: "reopenAction", table: Some(Table::Actions), fields: &[("", "done")], ..INITIATIVE },
    Setting { edit: "continueInitiative", within: Some(("decision", Some("continue"))), fields: DECIDED, ..INITIATIVE },
    Setting {
        edit: "mergeInitiative",
        within: Some(("decision", Some("merge"))),
        fields: &[("into", "into"), ("reason", "reason"), ("date", "date")],
        needs: Some(("into", "the initiative that it becomes part of")),
        ..INITIATIVE
    },
    Setting { edit: "stopInitiative", within: Some(("decision", Some("stop"))), fields: DECIDED, ..INITIATIVE },
];

/// The one edit of its kind that leaves alone what it does not name.
const DESCRIBE: &str = "describe";

impl Setting {
    fn read(&self, mut given: Extra) -> Result<Edit> {
        let table = self.table.map_or_else(|| table(&mut given), Ok)?;
        let id = if table == Table::About { ABOUT.to_owned() } else { take(&mut given, "id")? };
        if let Some((name, what)) = self.needs
            && given.get(name).is_none_or(Value::is_null)
        {
            return Err(ErrorKind::Blank { what }.at(name));
        }
        let mut fields = Extra::new();
        for (name, kept) in self.fields {
            let value = given.remove(*name);
            if value.is_some() || self.edit != DESCRIBE {
                fields.insert((*kept).to_owned(), value.unwrap_or_default());
            }
        }
        if let Some(other) = given.keys().next() {
            let known: Vec<_> = self.fields.iter().map(|(name, _)| *name).collect();
            let field: String = other.chars().take(80).collect();
            return Err(ErrorKind::UnknownField { known: known.join(", "), field: field.clone() }.at(field));
        }
        if let Some((field, kind)) = self.within {
            fields.extend(kind.map(|kind| ("kind".to_owned(), kind.into())));
            fields = Extra::from_iter([(field.to_owned(), Value::Object(fields))]);
        }
        Ok(Edit::Set(self.edit, table, id, fields))
    }
}

/// Takes a text out of the fields.
pub(super) fn take(fields: &mut Extra, name: &str) -> Result<String> {
    match fields.remove(name) {
        Some(Value::String(text)) => Ok(text),
        other => Err(expected("a text", &other.unwrap_or_default()).within(name)),
    }
}

fn table(fields: &mut Extra) -> Result<Table> {
    let table = target::table(fields)?;
    if table == Table::About { Err(target::no_table()) } else { Ok(table) }
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
