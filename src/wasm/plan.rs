//! The plan as a handle that lives here: an edit crosses, a change comes back.

use super::{Answer, answer, thrown};
use crate::pathway::pathway;
use crate::plan::Plan;
use wasm_bindgen::prelude::*;

/// A handle on a plan; freed by the facade.
#[wasm_bindgen(js_name = Plan, skip_typescript)]
pub struct PlanHandle(Plan);

fn handle(plan: crate::Result<Plan>) -> Result<PlanHandle, JsValue> {
    plan.map(PlanHandle).map_err(|error| thrown(&error))
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

    /// Applies an edit.
    pub fn edit(&mut self, edit: &str) -> Answer {
        answer(self.0.edit_json(edit).map(|change| change.value()))
    }

    /// Takes the last edit back.
    pub fn undo(&mut self) -> Answer {
        answer(self.0.undo().map(|change| change.value()))
    }

    /// Brings the last undone edit again.
    pub fn redo(&mut self) -> Answer {
        answer(self.0.redo().map(|change| change.value()))
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
    pub fn save(&self) -> String {
        self.0.save()
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
