//! The plan: one typed graph of flat tables, changed by edits, of which every picture is a view.
//!
//! A [`Plan`] is changed by [`Edit`]s alone. An edit either holds as a whole and returns a [`Change`], or is refused
//! with a coded error and leaves the plan as it was. The caller supplies ids and dates, so the same edits always give
//! the same bytes.
//!
//! ```
//! use headwater::plan::Plan;
//!
//! let mut plan = Plan::create("Attendance at Riverbend Middle")?;
//! plan.edit_json(r#"{"type":"stateProblem","id":"p1","statement":"61 of 412 pupils miss more than 10 % of days"}"#)?;
//! plan.edit_json(r#"{"type":"proposeCause","id":"c1","problem":"p1","text":"Bus 14 arrives after the bell"}"#)?;
//!
//! let refused = plan.edit_json(r#"{"type":"nameRoot","id":"c1"}"#).unwrap_err();
//! assert_eq!(refused.code(), "cause/untested");
//!
//! let saved = plan.save();
//! assert_eq!(Plan::open(&saved)?.save(), saved);
//! # Ok::<(), headwater::Error>(())
//! ```

mod about;
mod apply;
mod change;
mod dismissal;
mod document;
mod draft;
mod edit;
mod history;
mod migrate;
mod pictures;
mod reconcile;
mod rules;
#[cfg(any(test, feature = "schema"))]
mod schema;
mod store;
mod tables;
mod target;
mod views;

pub use about::{About, Answers, Job};
pub use change::{Change, Patch};
pub use dismissal::Dismissal;
pub use document::SCHEMA;
pub use edit::{Edit, MoveCause, StartCycle, StudyCycle};
pub use history::{Act, HISTORY_LIMIT, History, Note};
pub use reconcile::{Reconciled, Repair};
#[cfg(any(test, feature = "schema"))]
pub use schema::schema;
pub use tables::{Entity, Key, Table, Tables};
pub use target::Target;

use crate::error::{ErrorKind, Result};
use crate::record;
use draft::Draft;
use store::Store;
pub(crate) use tables::ABOUT;

/// A plan with its undo and redo.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    store: Store,
    /// Patches that take edits back, the latest last.
    undo: Vec<Patch>,
    /// Patches that bring undone edits again, the latest last.
    redo: Vec<Patch>,
    history: History,
}

impl Plan {
    /// A new plan with nothing in it but a title.
    ///
    /// # Errors
    ///
    /// `input/blank` without a title; `input/text-too-long` beyond 300 characters.
    pub fn create(title: &str) -> Result<Self> {
        let about = About { title: title.into(), ..About::default() };
        record::check(&about)?;
        let mut tables = Tables::default();
        tables.set(Table::About, ABOUT, Some(about.into()));
        Ok(Self { store: Store::new(tables), ..Self::default() })
    }

    /// Everything in the plan.
    pub fn tables(&self) -> &Tables {
        self.store.tables()
    }

    /// Applies an edit as a whole, or refuses it and leaves the plan as it was.
    ///
    /// # Errors
    ///
    /// Whatever rule the edit breaks, with the field as the path.
    pub fn edit(&mut self, edit: Edit) -> Result<Change> {
        self.edit_with(edit, None)
    }

    /// The same, with who makes the edit, when and why, for the history.
    ///
    /// # Errors
    ///
    /// As [`Plan::edit`].
    ///
    /// ```
    /// use headwater::plan::{Edit, Note, Plan};
    ///
    /// let mut plan = Plan::create("Attendance")?;
    /// let edit = Edit::from_json(r#"{"type":"addStakeholder","id":"s1","name":"Bus depot"}"#)?;
    /// let note = Note { by: "A. Reyes".into(), at: "2026-09-14".into(), ..Note::default() };
    /// plan.edit_with(edit, Some(note))?;
    ///
    /// let act = plan.history().acts().next().unwrap();
    /// assert_eq!((&*act.edit, &*act.of[0], &*act.by), ("addStakeholder", "stakeholders/s1", "A. Reyes"));
    /// # Ok::<(), headwater::Error>(())
    /// ```
    pub fn edit_with(&mut self, edit: Edit, note: Option<Note>) -> Result<Change> {
        check_note(note.as_ref())?;
        let name = edit.name();
        let mut draft = Draft::new(&self.store);
        draft.apply(edit)?;
        let patch = draft.finish()?;
        let change = self.write(patch);
        self.history.keep(name, note, &change.done);
        if !change.done.is_empty() {
            self.undo.push(change.inverse.clone());
            self.redo.clear();
        }
        Ok(change)
    }

    /// Applies an edit given as JSON text.
    ///
    /// # Errors
    ///
    /// As [`Edit::from_json`] and [`Plan::edit`].
    pub fn edit_json(&mut self, edit: &str) -> Result<Change> {
        self.edit(Edit::from_json(edit)?)
    }

    /// Takes the last edit back.
    ///
    /// # Errors
    ///
    /// `plan/nothing-to-undo`.
    pub fn undo(&mut self) -> Result<Change> {
        self.undo_with(None)
    }

    /// The same, with who takes it back, when and why, for the history.
    ///
    /// # Errors
    ///
    /// As [`Plan::undo`].
    pub fn undo_with(&mut self, note: Option<Note>) -> Result<Change> {
        check_note(note.as_ref())?;
        let patch = self.undo.pop().ok_or(ErrorKind::NothingToUndo)?;
        let change = self.write(patch);
        self.history.keep("undo", note, &change.done);
        self.redo.push(change.inverse.clone());
        Ok(change)
    }

    /// Brings the last undone edit again.
    ///
    /// # Errors
    ///
    /// `plan/nothing-to-redo`.
    pub fn redo(&mut self) -> Result<Change> {
        self.redo_with(None)
    }

    /// The same, with who brings it again, when and why, for the history.
    ///
    /// # Errors
    ///
    /// As [`Plan::redo`].
    pub fn redo_with(&mut self, note: Option<Note>) -> Result<Change> {
        check_note(note.as_ref())?;
        let patch = self.redo.pop().ok_or(ErrorKind::NothingToRedo)?;
        let change = self.write(patch);
        self.history.keep("redo", note, &change.done);
        self.undo.push(change.inverse.clone());
        Ok(change)
    }

    /// Who did what, when and why, as far as it was said. At most [`HISTORY_LIMIT`] acts.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Whether there is an edit to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is an undone edit to bring again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    fn write(&mut self, done: Patch) -> Change {
        let before = done.writes().iter().map(|(key, entity)| (key.clone(), self.store.set(key, entity.clone())));
        let inverse = Patch::new(before.collect());
        Change { done, inverse }
    }
}

fn check_note(note: Option<&Note>) -> Result<()> {
    note.map_or(Ok(()), |note| record::check(note))
}
