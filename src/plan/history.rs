//! The history of a plan: who did what, when and why, as far as those who made the edits said so.
//!
//! A plan keeps a history from the first edit on that comes with a [`Note`]. Who, when and why come from the caller; the
//! core has no clock. A plan that never saw a note has none, and its document says nothing of it.

use super::change::Patch;
use crate::error::{ErrorKind, Result};
use crate::record::{self, Line, Paragraph, Text, record};
use crate::{Date, json};
use serde_json::Value;
use std::collections::VecDeque;

/// The most acts that a plan remembers; the oldest go first.
pub const HISTORY_LIMIT: usize = 2_000;
/// The most entities that one act names; `touched` counts all of them.
const NAMED: usize = 20;

record! {
    /// What the person who makes an edit says beside it.
    pub struct Note {
        /// Who makes it.
        "by" by: Line,
        /// When: a date, or a date and time as in ISO 8601.
        "at" at: Text<40>,
        /// Why.
        "why" why: Paragraph,
    }
}

impl Note {
    fn hold(&self) -> Result<()> {
        moment(&self.at)
    }

    /// Reads a note from JSON text.
    ///
    /// # Errors
    ///
    /// `json/invalid`, `input/unknown-field`, `input/bad-field`, `input/bad-date`, `input/text-too-long`.
    pub fn from_json(text: &str) -> Result<Self> {
        let mut note = Self::default();
        record::read_strictly(&mut note, json::parse(text)?).map(|()| note)
    }
}

record! {
    /// One act: an edit, an undo or a redo.
    pub struct Act {
        /// The type of the edit, or `undo` or `redo`.
        "edit" edit: Line,
        /// The first entities that it put or removed, as `table/id`.
        "of" of: Vec<Line>,
        /// How many it put or removed.
        "touched" touched: u32,
        /// Who made it.
        "by" by: Line,
        /// When.
        "at" at: Text<40>,
        /// Why.
        "why" why: Paragraph,
    }
}

impl Act {
    fn hold(&self) -> Result<()> {
        moment(&self.at)
    }
}

/// Refuses what does not begin with a date.
fn moment(at: &str) -> Result<()> {
    let bad = || ErrorKind::BadDate { given: at.chars().take(40).collect() }.at("at");
    let Some(day) = at.get(..10) else { return if at.is_empty() { Ok(()) } else { Err(bad()) } };
    let time = at.get(10..).unwrap_or_default();
    let plain = time.bytes().all(|byte| byte.is_ascii_digit() || b"T:.+-Z".contains(&byte));
    if plain && day.parse::<Date>().is_ok() { Ok(()) } else { Err(bad()) }
}

/// What happened to a plan, oldest first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    acts: VecDeque<Act>,
}

impl History {
    /// The acts, oldest first.
    pub fn acts(&self) -> impl DoubleEndedIterator<Item = &Act> {
        self.acts.iter()
    }

    /// Writes down an act, once the plan keeps a history or with the note that begins one.
    pub(super) fn keep(&mut self, edit: &str, note: Option<Note>, done: &Patch) {
        if done.is_empty() || (note.is_none() && self.acts.is_empty()) {
            return;
        }
        let Note { by, at, why, .. } = note.unwrap_or_default();
        let name = |(table, id): &super::Key| Line::from([table.name(), "/", id].concat().as_str());
        let of = done.writes().iter().take(NAMED).map(|(key, _)| name(key)).collect();
        let touched = u32::try_from(done.writes().len()).unwrap_or(u32::MAX);
        self.push(Act { edit: edit.into(), of, touched, by, at, why, ..Act::default() });
    }

    fn push(&mut self, act: Act) {
        if self.acts.len() >= HISTORY_LIMIT {
            self.acts.pop_front();
        }
        self.acts.push_back(act);
    }

    /// Reads the acts of a document; those beyond the limit are forgotten, oldest first.
    pub(super) fn read(value: Value) -> Result<Self> {
        let Value::Array(items) = value else { return Err(record::expected("a list", &value)) };
        let mut history = Self::default();
        for (index, item) in items.into_iter().enumerate() {
            let mut act = Act::default();
            let read = record::read(&mut act, item).and_then(|()| record::check(&act));
            read.map_err(|error| error.within(index))?;
            history.push(act);
        }
        Ok(history)
    }

    /// The acts as JSON; `None` where there are none.
    pub(super) fn value(&self) -> Option<Value> {
        let acts = || self.acts.iter().map(|act| record::value(act)).collect();
        (!self.acts.is_empty()).then(acts).map(Value::Array)
    }
}
