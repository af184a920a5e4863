//! The steps of each Job: their names and why they come. After the recommendations for each Job in the field's
//! literature on improvement in education; the wording is ours.

use super::StepId::{self, Aim, Causes, Cycles, Ideas, Learned, Problem, Story};
use crate::plan::Job;

/// The name of a step and why it comes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StepText {
    /// A few words.
    pub title: &'static str,
    /// One or two sentences.
    pub why: &'static str,
}

const fn text(title: &'static str, why: &'static str) -> StepText {
    StepText { title, why }
}

const STORY: (StepId, StepText) =
    (Story, text("Your story", "What brings you here decides which way of working fits. Your own words come first."));

const CORRECT: [(StepId, StepText); 7] = [
    STORY,
    (
        Problem,
        text(
            "The problem",
            "Say what happens, to whom, where, how much and since when. A solution in the sentence hides the cause.",
        ),
    ),
    (
        Causes,
        text("Root causes", "Ask why until you reach a process you can change, then go and look whether it is so."),
    ),
    (Aim, text("Aim and measure", "An aim says how much, for whom, by when. The measure tells you if you get there.")),
    (Ideas, text("Ideas", "Change what a tested cause points at. Start with one to three ideas.")),
    (Cycles, text("Cycles", "Try an idea small, predict first, then compare. One teacher and one week can be enough.")),
    (Learned, text("What we learned", "The chart and the cycles together say what to keep.")),
];

const COORDINATE: [(StepId, StepText); 7] = [
    STORY,
    (
        Problem,
        text(
            "The shared problem",
            "The people you depend on must see the same problem. State it so that each of them finds their part in it.",
        ),
    ),
    (
        Causes,
        text("Causes at the hand-offs", "Look together, in each unit, at where work passes from one to the other."),
    ),
    (Aim, text("One common aim", "One aim and a measure that every unit can see keep the work together.")),
    (Ideas, text("Drivers and owners", "Give each driver one owner. What belongs to everyone is done by no one.")),
    (Cycles, text("Tests at the hand-offs", "Test small where units meet, side by side, and tell the others.")),
    (Learned, text("What we learned", "Bring the results back to everyone who took part, and decide together.")),
];

const REORIENT: [(StepId, StepText); 7] = [
    STORY,
    (
        Problem,
        text(
            "A first problem",
            "A new way of working is learned on one or two problems that many can see, not on all at once.",
        ),
    ),
    (Causes, text("Causes in the system", "Look for what the same barriers do to one problem after another.")),
    (
        Aim,
        text("Aim and capability", "Measure the pupils' outcome, and beside it how many teams run their own cycles."),
    ),
    (Ideas, text("Drivers and ideas", "Choose few. Each new initiative takes time from the ones you have.")),
    (
        Cycles,
        text(
            "Leaders run cycles first",
            "People follow what they see their leaders do. Run the first cycles yourselves.",
        ),
    ),
    (Learned, text("What we learned", "What worked becomes a routine; then the next site tests it anew.")),
];

/// The steps of a Job, in order.
pub const fn steps(job: Job) -> &'static [(StepId, StepText); 7] {
    match job {
        Job::Correct => &CORRECT,
        Job::Coordinate => &COORDINATE,
        Job::Reorient => &REORIENT,
    }
}
