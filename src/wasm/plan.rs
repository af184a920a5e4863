//! The plan as a handle that lives here: an edit crosses, a change comes back.

use super::{Answer, answer, thrown};
use crate::pathway::pathway;
use crate::plan::{Edit, Note, Plan, Repair};
use wasm_bindgen::prelude::*;

/// A handle on a plan, with the repairs that it took; freed by the facade.
#[wasm_bindgen(js_name = Plan, skip_typescript)]
pub struct PlanHandle(Plan, Vec<Repair>);

fn handle(plan: crate::Result<Plan>) -> Result<PlanHandle, JsValue> {
    plan.map(|plan| PlanHandle(plan, Vec::new())).map_err(|error| thrown(&error))
}

fn beside(note: &str) -> crate::Result<Option<Note>> {
    if note.is_empty() {
        return Ok(None);
    }
    Note::from_json(note).map(Some).map_err(|error| error.within("note"))
}

#[wasm_bindgen(js_class = Plan)]
impl PlanHandle {
    /// A new plan with a title.
    pub fn create(title: &str) -> Result<PlanHandle, JsValue> {
        handle(Plan::create(title))
    }

    /// A saved plan.
    pub fn open(document: &str) -> Result<PlanHandle, JsValue> {
        handle(Plan::open(document))
    }

    /// A document that was merged elsewhere.
    pub fn reconcile(document: &str) -> Result<PlanHandle, JsValue> {
        Plan::reconcile(document).map(|done| PlanHandle(done.plan, done.repairs)).map_err(|error| thrown(&error))
    }

    /// What was repaired, told once.
    pub fn repairs(&mut self) -> Answer {
        answer(Ok(std::mem::take(&mut self.1)))
    }

    /// A checksum of the content.
    pub fn digest(&self) -> String {
        self.0.digest()
    }

    /// Applies an edit, with a note beside it; an empty text is none.
    pub fn edit(&mut self, edit: &str, note: &str) -> Answer {
        let mut done = || self.0.edit_with(Edit::from_json(edit)?, beside(note)?);
        answer(done().map(|change| change.value()))
    }

    /// Takes the last edit back.
    pub fn undo(&mut self, note: &str) -> Answer {
        answer(beside(note).and_then(|note| self.0.undo_with(note)).map(|change| change.value()))
    }

    /// Brings the last undone edit again.
    pub fn redo(&mut self, note: &str) -> Answer {
        answer(beside(note).and_then(|note| self.0.redo_with(note)).map(|change| change.value()))
    }

    /// Whether there is an edit to take back.
    #[wasm_bindgen(js_name = canUndo)]
    pub fn can_undo(&self) -> bool {
        self.0.can_undo()
    }

    /// Whether there is an undone edit.
    #[wasm_bindgen(js_name = canRedo)]
    pub fn can_redo(&self) -> bool {
        self.0.can_redo()
    }

    /// The document as canonical JSON.
    pub fn save(&self, history: bool) -> String {
        if history { self.0.save() } else { self.0.save_without_history() }
    }

    /// The pathway as it stands.
    pub fn pathway(&self) -> Answer {
        answer(Ok(pathway(&self.0)))
    }

    /// The series of a measure.
    pub fn series(&self, measure: &str) -> Answer {
        answer(self.0.series(measure).map(|series| series.series_value()))
    }

    /// A problem with its causes; the first problem for an empty id.
    pub fn fishbone(&self, problem: &str) -> Answer {
        answer(self.0.fishbone(Some(problem).filter(|problem| !problem.is_empty())).map(|input| input.value()))
    }

    /// What a picture of the plan shows: `drivers`, or else the cycles of an idea, of all of them for an empty id.
    pub fn picture(&self, kind: &str, id: &str) -> Answer {
        if kind == "drivers" {
            return answer(Ok(self.0.drivers()));
        }
        answer(self.0.ramp(Some(id).filter(|id| !id.is_empty())))
    }

    /// The plan as a Markdown report.
    pub fn markdown(&self) -> String {
        crate::exchange::write_markdown(&self.0)
    }
}
