//! Pathways: what to do next for this Job, worked out from the state of the plan.
//!
//! The steps of each Job are a table ([`steps`]); which are done and what is left is computed, never stored. A plan of
//! several problems has come through a step when all of them have. Choosing another Job changes the steps and nothing
//! else.
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
//!
//! plan.edit_json(r#"{"type":"chooseJob","job":"reorient"}"#)?;
//! let next = pathway(&plan).next.unwrap();
//! assert_eq!(next.step, StepId::Inventory);
//! assert_eq!(next.message.text, "List what people are already asked to do, with the time it takes.");
//! # Ok::<(), headwater::Error>(())
//! ```

mod goals;
mod steps;
mod switch;
mod words;

pub use steps::{StepRule, steps};
pub use switch::Switch;

use crate::message::Message;
use crate::plan::{Job, Plan, Target};
use crate::record::words;
use goals::View;
use serde::Serialize;

words! {
    /// A step of a pathway.
    pub enum StepId {
        /// The story and the Job.
        #[default]
        Story = "story",
        /// What is already under way, and what of it stops.
        Inventory = "inventory",
        /// What people need before they can work this way.
        Conditions = "conditions",
        /// The problem, or the problems.
        Problem = "problem",
        /// Who owns what.
        People = "people",
        /// The case, and what is asked of each.
        Case = "case",
        /// Causes, tested.
        Causes = "causes",
        /// Aim and measure.
        Aim = "aim",
        /// Measures that everyone sees.
        Measures = "measures",
        /// A measure of whether people can do it themselves.
        Capability = "capability",
        /// How those who are needed agreed to work.
        Charter = "charter",
        /// Drivers and ideas.
        Ideas = "ideas",
        /// Cycles.
        Cycles = "cycles",
        /// What was learned.
        Learned = "learned",
        /// What is now done each time.
        Standard = "standard",
        /// What keeps the way of working going.
        Routines = "routines",
        /// The next places.
        Spread = "spread",
    }
}

words! {
    /// What a step opens.
    pub enum Tool {
        /// The story with its reading.
        #[default]
        Story = "story",
        /// The problem's sentence and its questions.
        Problem = "problem",
        /// The fishbone with its tests.
        Causes = "causes",
        /// Aim, measure, values and chart.
        Aim = "aim",
        /// Drivers and ideas.
        Ideas = "ideas",
        /// The board of cycles.
        Cycles = "cycles",
        /// What was learned, and the report.
        Learned = "learned",
        /// The list of stakeholders.
        Stakeholders = "stakeholders",
        /// The list of measures.
        Measures = "measures",
        /// The charter.
        Charter = "charter",
        /// The list of initiatives.
        Initiatives = "initiatives",
        /// The list of conditions.
        Conditions = "conditions",
        /// The list of routines.
        Routines = "routines",
    }
}

words! {
    /// How far a step has come.
    pub enum State {
        /// Everything that it asks for is there.
        Done = "done",
        /// The one to work on now.
        Current = "current",
        /// To be done later; it can be opened already.
        #[default]
        Open = "open",
        /// Something else has to come first; the note says what.
        Blocked = "blocked",
    }
}

/// One step as it stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// Which.
    pub id: StepId,
    /// The key of its words in the catalogues, which hold `title`, `what`, `why` and `done` as attributes.
    pub key: &'static str,
    /// What it opens.
    pub tool: Tool,
    /// Its name, a few words.
    pub title: &'static str,
    /// What to do.
    pub what: &'static str,
    /// Why it comes in this Job.
    pub why: &'static str,
    /// When it is done.
    pub done: &'static str,
    /// How far it has come.
    pub state: State,
    /// What is left, or what blocks it; none when done.
    pub note: Option<Message>,
    /// The entity that the note is about, if it is about one.
    pub of: Target<false>,
}

/// The one next thing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Next {
    /// The step in which it is done.
    pub step: StepId,
    /// What to do.
    pub message: Message,
    /// Why that step comes now.
    pub why: &'static str,
    /// The entity that it is about, if it is about one.
    pub of: Target<false>,
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
    /// Another Job that the plan speaks for; to be offered.
    pub switch: Option<Switch>,
}

/// The pathway of a plan. Without a Job the steps are those of Correct, the shortest.
pub fn pathway(plan: &Plan) -> Pathway {
    let job = plan.tables().about().job;
    let view = View::of(plan, job.unwrap_or_default());
    let mut next = None;
    let steps = steps(job.unwrap_or_default()).iter().map(|rule| {
        let gap = view.first_gap(rule.needs).map(|gap| (State::Blocked, gap));
        let gap = gap.or_else(|| view.first_gap(rule.goals).map(|gap| (State::Open, gap)));
        let (mut state, mut note, mut of) = (State::Done, None, Target::default());
        if let Some((how, gap)) = gap {
            let (message, about) = gap.said();
            (state, note, of) = (how, Some(message), about);
        }
        if state == State::Open && next.is_none() {
            state = State::Current;
            let next_thing = |message| Next { step: rule.id, message, why: rule.why, of: of.clone() };
            next = note.clone().map(next_thing);
        }
        let StepRule { id, key, tool, title, what, why, done, .. } = *rule;
        Step { id, key, tool, title, what, why, done, state, note, of }
    });
    Pathway { job, steps: steps.collect(), next, switch: switch::switch(plan) }
}

#[cfg(test)]
mod tests {
    use super::goals::Goal;
    use super::*;
    use crate::plan::Entity;

    fn every_goal() -> impl Iterator<Item = &'static Goal> {
        Job::ALL.iter().flat_map(|job| steps(*job)).flat_map(|step| step.needs.iter().chain(step.goals))
    }

    #[test]
    fn every_sentence_of_a_step_is_in_the_table() {
        for goal in every_goal() {
            let keys: Vec<&str> = match goal {
                Goal::Some(_, _, key) | Goal::No(_, key) => vec![key],
                Goal::Each(_, fields) => fields.iter().map(|(_, key)| *key).collect(),
                Goal::Ask(_) => continue,
            };
            for key in keys {
                assert!(words::SENTENCES.iter().any(|(known, _)| *known == key), "{key}");
            }
        }
    }

    #[test]
    fn the_fields_that_steps_ask_for_are_fields_of_their_tables() {
        for goal in every_goal() {
            let (those, fields) = match goal {
                Goal::Some(those, ..) | Goal::No(those, _) => (those, &[][..]),
                Goal::Each(those, fields) => (those, *fields),
                Goal::Ask(_) => continue,
            };
            let blank = Entity::blank(those.table);
            for field in fields.iter().map(|(field, _)| *field).chain(those.word.map(|(field, ..)| field)) {
                let first = field.split('.').next().unwrap_or_default();
                assert!(blank.record().names().contains(&first), "{}: {field}", those.table.name());
            }
        }
    }
}
