//! What is left of a step, or what blocks it: each sentence by its key, with its parameters. The wording is ours.

use crate::message::{Arg, Message, filled};

/// The sentence of a key.
pub(super) fn say(key: &'static str, args: Vec<(&'static str, Arg)>) -> Message {
    let template = SENTENCES.iter().find(|(known, _)| *known == key).map_or("", |(_, template)| template);
    Message { key, text: filled(template, &args), args }
}

pub(super) const SENTENCES: &[(&str, &str)] = &[
    ("pathway-tell-story", "Tell what brings you here, in your own words."),
    ("pathway-choose-job", "Choose the Job that fits your story."),
    // The problem.
    ("pathway-state-problem", "Say what happens, to whom and how much. Leave solutions out."),
    ("pathway-problem-who", "The problem does not say yet who is affected."),
    ("pathway-problem-where", "The problem does not say yet where it happens."),
    ("pathway-problem-how-much", "The problem does not say yet how much."),
    ("pathway-problem-since", "The problem does not say yet since when."),
    ("pathway-choose-demonstration", "You have {problems} problems. Mark one or two on which to learn the new way."),
    ("pathway-fewer-demonstrations", "{problems} problems are marked to learn on. One or two are enough to begin."),
    // Who takes part.
    ("pathway-list-stakeholders", "List at least two people or units whose part you need."),
    ("pathway-stakeholder-owns", "Write which part of the work is theirs."),
    ("pathway-stakeholder-needs", "Ask them what they need to do it, and write that down."),
    ("pathway-stakeholder-gains", "Write what they gain if the problem shrinks."),
    ("pathway-needs-stakeholders", "First list the people and units whose part you need."),
    ("pathway-stakeholder-ask", "Write what you ask of them, in one sentence."),
    ("pathway-share-measure", "They do not see a measure yet. Choose one that they get regularly."),
    ("pathway-measure-definition", "Say how this measure is counted, so that each unit gets the same number."),
    ("pathway-measure-frequency", "Say how often this measure comes."),
    ("pathway-charter-decisions", "Agree who decides what, and write it down."),
    ("pathway-charter-rhythm", "Agree when and how you meet, and write it down."),
    // Causes.
    ("pathway-needs-problem", "State the problem first: causes answer why it happens."),
    ("pathway-propose-causes", "Ask why it happens. Write down three causes you suspect."),
    ("pathway-test-only-cause", "You have one cause and have not tested it. Check it this week."),
    ("pathway-test-cause", "You have {causes} causes and have tested none. Pick the one you could check this week."),
    ("pathway-test-another", "What you checked did not hold. Test the next cause."),
    ("pathway-name-root", "Evidence supports a cause. Ask why it happens, or name it a root cause."),
    // Aim and measures.
    ("pathway-needs-problem-for-aim", "State the problem first: the aim turns it round."),
    ("pathway-define-measure", "Define what you will count, and load what you have counted so far."),
    ("pathway-set-aim", "Set an aim: how much, for whom, by when."),
    ("pathway-aim-measure", "Which measure will show that the aim is reached?"),
    ("pathway-aim-target", "An aim needs a number to reach. How much?"),
    ("pathway-aim-deadline", "An aim needs a date. By when?"),
    ("pathway-aim-population", "Say for whom the aim is."),
    ("pathway-load-observations", "Load what has been counted so far. The chart needs it before you change anything."),
    ("pathway-define-capability", "Define a measure of capability, such as how many teams run cycles of their own."),
    // Drivers and ideas.
    ("pathway-needs-supported-cause", "Test one cause first. Then ideas have something to aim at."),
    ("pathway-propose-idea", "Propose one to three changes that act on a cause you have tested."),
    ("pathway-add-driver", "Write what has to change for the aim to be reached."),
    ("pathway-own-driver", "This driver has no owner. Ask one person to look after it."),
    // Cycles.
    ("pathway-plan-cycle", "Plan a small test of one idea, with a prediction."),
    ("pathway-predict", "“{name}”: write what you expect to happen."),
    ("pathway-start-cycle", "“{name}” is ready. Start it, and the prediction is sealed."),
    ("pathway-study-cycle", "“{name}” is under way. When it ends, write what happened."),
    ("pathway-decide-cycle", "“{name}”: adopt, adapt or abandon?"),
    ("pathway-test-hand-off", "Plan a test in which two units take part, where work passes from one to the other."),
    ("pathway-needs-decision", "Finish one cycle first."),
    ("pathway-share", "Show what you have so far to the people it concerns."),
    ("pathway-write-lessons", "Meet with everyone who took part, and write down what you learned and agreed."),
    ("pathway-needs-adoption", "This comes once a test has led you to adopt a change."),
    ("pathway-add-routine", "Write what you will now do each time, and when."),
    ("pathway-routine-rhythm", "Say when this is done."),
    ("pathway-own-routine", "This routine has no owner. Ask one person to look after it."),
    // The whole system.
    ("pathway-list-initiatives", "List what people are already asked to do, with the time it takes."),
    ("pathway-judge-initiative", "Decide: does it go on, become part of another, or stop? Write why."),
    ("pathway-stop-initiative", "All of it goes on. Stop or merge one, so that there is time for the new way."),
    (
        "pathway-list-conditions",
        "List what people need before they can work this way: purpose, trust, time, skill, a sponsor.",
    ),
    ("pathway-judge-condition", "Say how far this condition is met."),
    ("pathway-own-condition", "This condition is not met. Ask one person to look after it."),
    ("pathway-test-elsewhere", "You adopted a change in one place. Let the next place test it anew before it spreads."),
    // Switches.
    (
        "pathway-switch-coordinate",
        "{outside} of {supported} supported causes are not yours alone to change. Coordinate is the way of working for \
         that; all your work stays.",
    ),
    (
        "pathway-switch-reorient",
        "“{barrier}” stands in the way of {problems} problems. Reorient is the way of working for that; all your work \
         stays.",
    ),
];
