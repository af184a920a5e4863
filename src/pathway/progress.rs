//! Whether a step is done, what is left of it, and what blocks it.

use super::StepId;
use crate::cause::{Cause, Status};
use crate::cycle::{Cycle, Stage};
use crate::message::Message;
use crate::plan::{Plan, Table};
use crate::problem::Problem;
use crate::theory::Aim;

pub(super) enum Progress {
    Done,
    Left(Message),
    Blocked(Message),
}
use Progress::{Blocked, Done, Left};

pub(super) fn of(plan: &Plan, step: StepId) -> Progress {
    match step {
        StepId::Story => story(plan),
        StepId::Problem => problem(plan),
        StepId::Causes => causes(plan),
        StepId::Aim => aim(plan),
        StepId::Ideas => ideas(plan),
        StepId::Cycles => cycles(plan),
        StepId::Learned => learned(plan),
    }
}

fn say(key: &'static str, text: &str) -> Message {
    Message::new(key, [], text)
}

fn story(plan: &Plan) -> Progress {
    let about = plan.tables().about();
    if about.job.is_some() {
        Done
    } else if about.story.is_blank() && about.answers.is_none() {
        Left(say("pathway-tell-story", "Tell what brings you here, in your own words."))
    } else {
        Left(say("pathway-choose-job", "Choose the Job that fits your story."))
    }
}

fn problem(plan: &Plan) -> Progress {
    let Some((_, first)) = plan.tables().all::<Problem>().next() else {
        return Left(say("pathway-state-problem", "Say what happens, to whom and how much. Leave solutions out."));
    };
    let missing = [
        (first.who.is_blank(), "who is affected"),
        (first.place.is_blank(), "where it happens"),
        (first.how_much.is_blank(), "how much"),
        (first.since_when.is_blank(), "since when"),
    ];
    match missing.iter().find(|(blank, _)| *blank) {
        None => Done,
        Some((_, what)) => Left(Message::new(
            "pathway-complete-problem",
            [("missing", (*what).into())],
            format!("The problem does not say yet {what}."),
        )),
    }
}

fn causes(plan: &Plan) -> Progress {
    let causes: Vec<&Cause> = plan.tables().all::<Cause>().map(|(_, cause)| cause).collect();
    if plan.tables().count(Table::Problems) == 0 {
        return Blocked(say("pathway-needs-problem", "State the problem first: causes answer why it happens."));
    }
    let tested = causes.iter().filter(|cause| cause.status != Status::Suspected).count();
    if causes.iter().any(|cause| cause.status == Status::Root) {
        Done
    } else if causes.iter().any(|cause| cause.is_supported()) {
        Left(say("pathway-name-root", "Evidence supports a cause. Ask why it happens, or name it a root cause."))
    } else if causes.is_empty() {
        Left(say("pathway-propose-causes", "Ask why it happens. Write down three causes you suspect."))
    } else if tested == 0 {
        let count = causes.len();
        let have = if count == 1 {
            "one cause and have not tested it".into()
        } else {
            format!("{count} causes and have tested none")
        };
        Left(Message::new(
            "pathway-test-cause",
            [("causes", count.into())],
            format!("You have {have}. Pick the one you could check this week."),
        ))
    } else {
        Left(say("pathway-test-another", "What you checked did not hold. Test the next cause."))
    }
}

fn aim(plan: &Plan) -> Progress {
    let tables = plan.tables();
    let Some((_, aim)) = tables.all::<Aim>().next() else {
        return if tables.count(Table::Problems) == 0 {
            Blocked(say("pathway-needs-problem-for-aim", "State the problem first: the aim turns it round."))
        } else if tables.count(Table::Measures) == 0 {
            Left(say("pathway-define-measure", "Define what you will count, and load what you have counted so far."))
        } else {
            Left(say("pathway-set-aim", "Set an aim: how much, for whom, by when."))
        };
    };
    if aim.measure.id().is_none() {
        Left(say("pathway-aim-measure", "Which measure will show that the aim is reached?"))
    } else if aim.target.is_none() {
        Left(say("pathway-aim-target", "An aim needs a number to reach. How much?"))
    } else if aim.deadline.is_none() {
        Left(say("pathway-aim-deadline", "An aim needs a date. By when?"))
    } else if aim.population.is_blank() {
        Left(say("pathway-aim-population", "Say for whom the aim is."))
    } else if tables.count(Table::Observations) == 0 {
        Left(say(
            "pathway-load-observations",
            "Load what has been counted so far. The chart needs it before you change anything.",
        ))
    } else {
        Done
    }
}

fn ideas(plan: &Plan) -> Progress {
    let tables = plan.tables();
    if tables.count(Table::Ideas) > 0 {
        Done
    } else if tables.all::<Cause>().any(|(_, cause)| cause.is_supported()) {
        Left(say("pathway-propose-idea", "Propose one to three changes that act on a cause you have tested."))
    } else {
        Blocked(say("pathway-needs-supported-cause", "Test one cause first. Then ideas have something to aim at."))
    }
}

fn in_order(plan: &Plan) -> Vec<&Cycle> {
    plan.cycles().into_iter().map(|(_, cycle)| cycle).collect()
}

fn cycles(plan: &Plan) -> Progress {
    let cycles = in_order(plan);
    let about =
        |key, cycle: &Cycle, text: String| Left(Message::new(key, [("cycle", cycle.title.to_string().into())], text));
    let Some(open) = cycles.iter().find(|cycle| cycle.stage != Stage::Decided) else {
        return if cycles.is_empty() {
            Left(say("pathway-plan-cycle", "Plan a small test of one idea, with a prediction."))
        } else {
            Done
        };
    };
    let title = &*open.title;
    match open.stage {
        Stage::Planned if open.predictions.is_empty() => {
            about("pathway-predict", open, format!("“{title}”: write what you expect to happen."))
        }
        Stage::Planned => {
            about("pathway-start-cycle", open, format!("“{title}” is ready. Start it, and the prediction is sealed."))
        }
        Stage::Doing => {
            about("pathway-study-cycle", open, format!("“{title}” is under way. When it ends, write what happened."))
        }
        Stage::Studying | Stage::Decided => {
            about("pathway-decide-cycle", open, format!("“{title}”: adopt, adapt or abandon?"))
        }
    }
}

fn learned(plan: &Plan) -> Progress {
    let cycles = in_order(plan);
    if !cycles.iter().any(|cycle| cycle.stage == Stage::Decided) {
        return Blocked(say("pathway-needs-decision", "Finish one cycle first."));
    }
    if cycles.iter().all(|cycle| cycle.stage == Stage::Decided) {
        Done
    } else {
        Left(say("pathway-share", "Show what you have so far to the people it concerns."))
    }
}
