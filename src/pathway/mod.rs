//! Pathways: what to do next for this Job, worked out from the state of the plan.
//!
//! The steps of each Job are a table ([`steps`]); which are done and what is left is computed, never stored.
//!
//! ```
//! use headwater::pathway::{StepId, pathway};
//! use headwater::plan::Plan;
//!
//! let mut plan = Plan::create("Attendance")?;
//! assert_eq!(pathway(&plan).next.unwrap().step, StepId::Story);
//! plan.edit_json(r#"{"type":"tellStory","story":"61 of 412 pupils miss more than 10 % of days."}"#)?;
//! plan.edit_json(r#"{"type":"chooseJob","job":"correct"}"#)?;
//! assert_eq!(pathway(&plan).next.unwrap().step, StepId::Problem);
//! # Ok::<(), headwater::Error>(())
//! ```

mod progress;
mod steps;

pub use steps::{StepText, steps};

use crate::message::Message;
use crate::plan::{Job, Plan};
use serde::Serialize;

/// A step of the pathway; the same places in the planner for every Job, reached for different reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum StepId {
    /// The story and the Job.
    Story,
    /// The problem.
    Problem,
    /// Causes, tested.
    Causes,
    /// Aim and measure.
    Aim,
    /// Drivers and ideas.
    Ideas,
    /// Cycles.
    Cycles,
    /// What was learned.
    Learned,
}

/// How far a step has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum State {
    /// Everything that it asks for is there.
    Done,
    /// The one to work on now.
    Current,
    /// To be done later; it can be opened already.
    Open,
    /// Something else has to come first; the note says what.
    Blocked,
}

/// One step as it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// Which.
    pub id: StepId,
    /// Its name, a few words.
    pub title: &'static str,
    /// Why it comes in this Job.
    pub why: &'static str,
    /// How far it has come.
    pub state: State,
    /// What is left, or what blocks it; none when done.
    pub note: Option<Message>,
}

/// The one next thing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Next {
    /// The step in which it is done.
    pub step: StepId,
    /// What to do.
    pub message: Message,
}

/// The steps of a plan's Job as they stand.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pathway {
    /// The Job; none while the story has not led to one.
    pub job: Option<Job>,
    /// The steps in order.
    pub steps: Vec<Step>,
    /// The one next thing; none when nothing is left.
    pub next: Option<Next>,
}

/// The pathway of a plan. Without a Job the steps are those of Correct, the shortest.
pub fn pathway(plan: &Plan) -> Pathway {
    let job = plan.tables().about().job;
    let mut next = None;
    let steps = steps(job.unwrap_or_default())
        .iter()
        .map(|&(id, StepText { title, why })| {
            let (mut state, note) = match progress::of(plan, id) {
                progress::Progress::Done => (State::Done, None),
                progress::Progress::Left(note) => (State::Open, Some(note)),
                progress::Progress::Blocked(note) => (State::Blocked, Some(note)),
            };
            if state == State::Open && next.is_none() {
                state = State::Current;
                next = note.clone().map(|message| Next { step: id, message });
            }
            Step { id, title, why, state, note }
        })
        .collect();
    Pathway { job, steps, next }
}
