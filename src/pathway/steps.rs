//! The steps of each Job, as a table: what, why, the tool that it opens, when it is done, what blocks it.
//!
//! The order follows what the literature on improvement in education recommends for such work, drawn together by us;
//! the wording is ours. What is not said of a step for a Job is as in the Jobs before it.

use super::goals::{self, Goal, Those};
use super::{StepId, Tool};
use crate::plan::{Job, Table};

/// One step of a Job.
#[derive(Clone, Copy)]
pub struct StepRule {
    /// Which.
    pub id: StepId,
    /// The key of its words in the catalogues.
    pub key: &'static str,
    /// What it opens.
    pub tool: Tool,
    /// A few words.
    pub title: &'static str,
    /// What to do.
    pub what: &'static str,
    /// Why it comes here.
    pub why: &'static str,
    /// When it is done.
    pub done: &'static str,
    /// What has to be there before it can be worked on.
    pub(super) needs: &'static [Goal],
    /// What has to be there for it to be done.
    pub(super) goals: &'static [Goal],
}

/// Every entity of a table.
const fn all(table: Table) -> Those {
    Those { table, word: None }
}

/// Those whose field is this word.
const fn those(table: Table, field: &'static str, word: &'static str) -> Those {
    Those { table, word: Some((field, word, true)) }
}

/// Those whose field is not this word.
const fn others(table: Table, field: &'static str, word: &'static str) -> Those {
    Those { table, word: Some((field, word, false)) }
}

const HAS_PROBLEM: Goal = Goal::Some(all(Table::Problems), 1, "pathway-needs-problem");
const HAS_STAKEHOLDERS: Goal = Goal::Some(all(Table::Stakeholders), 1, "pathway-needs-stakeholders");
const STATED: Goal = Goal::Some(all(Table::Problems), 1, "pathway-state-problem");
const COMPLETE: Goal = Goal::Each(
    all(Table::Problems),
    &[
        ("who", "pathway-problem-who"),
        ("where", "pathway-problem-where"),
        ("howMuch", "pathway-problem-how-much"),
        ("sinceWhen", "pathway-problem-since"),
    ],
);
const PROPOSED: Goal = Goal::Some(all(Table::Ideas), 1, "pathway-propose-idea");
const DECIDED: Goal = Goal::Some(those(Table::Cycles, "stage", "decided"), 1, "pathway-needs-decision");
const ALL_DECIDED: Goal = Goal::No(others(Table::Cycles, "stage", "decided"), "pathway-share");
const ADOPTED: Goal = Goal::Some(those(Table::Cycles, "decision.kind", "adopt"), 1, "pathway-needs-adoption");
const LESSONS: Goal = Goal::Each(all(Table::About), &[("lessons", "pathway-write-lessons")]);
/// What was begun comes before what is only planned.
const CYCLES_GO_ON: [Goal; 5] = [
    Goal::Some(all(Table::Cycles), 1, "pathway-plan-cycle"),
    Goal::No(those(Table::Cycles, "stage", "studying"), "pathway-decide-cycle"),
    Goal::No(those(Table::Cycles, "stage", "doing"), "pathway-study-cycle"),
    Goal::Each(those(Table::Cycles, "stage", "planned"), &[("predictions", "pathway-predict")]),
    Goal::No(those(Table::Cycles, "stage", "planned"), "pathway-start-cycle"),
];
const ROUTINES: &[Goal] = &[
    Goal::Some(all(Table::Routines), 1, "pathway-add-routine"),
    Goal::Each(all(Table::Routines), &[("rhythm", "pathway-routine-rhythm"), ("owner", "pathway-own-routine")]),
];

const STORY: StepRule = StepRule {
    id: StepId::Story,
    key: "pathway-story",
    tool: Tool::Story,
    title: "Your story",
    what: "Tell what brings you here, answer a question or two, and choose the Job that fits.",
    why: "What brings you here decides which way of working fits. Your own words come first.",
    done: "A Job is chosen.",
    needs: &[],
    goals: &[Goal::Ask(goals::story)],
};

const PROBLEM: StepRule = StepRule {
    id: StepId::Problem,
    key: "pathway-correct-problem",
    tool: Tool::Problem,
    title: "The problem",
    what: "Write one sentence and four answers. Split the numbers by group and by place first.",
    why: "Say what happens, to whom, where, how much and since when. A solution in the sentence hides the cause.",
    done: "The problem says who, where, how much and since when.",
    needs: &[],
    goals: &[STATED, COMPLETE],
};

const CAUSES: StepRule = StepRule {
    id: StepId::Causes,
    key: "pathway-correct-causes",
    tool: Tool::Causes,
    title: "Root causes",
    what: "Talk with five to ten people whom it concerns, walk the process, and write down the causes that you suspect.",
    why: "Ask why until you reach a process you can change, then go and look whether it is so.",
    done: "Each problem has a root cause that evidence supports.",
    needs: &[HAS_PROBLEM],
    goals: &[Goal::Ask(goals::roots)],
};

const AIM: StepRule = StepRule {
    id: StepId::Aim,
    key: "pathway-correct-aim",
    tool: Tool::Aim,
    title: "Aim and measure",
    what: "Define what you count, load what was counted so far, and say how far it should move.",
    why: "An aim says how much, for whom, by when. The measure tells you if you get there.",
    done: "The aim has a measure with values, a target, a date and the people it is for.",
    needs: &[Goal::Some(all(Table::Problems), 1, "pathway-needs-problem-for-aim")],
    goals: &[Goal::Ask(goals::aims)],
};

const IDEAS: StepRule = StepRule {
    id: StepId::Ideas,
    key: "pathway-correct-ideas",
    tool: Tool::Ideas,
    title: "Ideas",
    what: "Write what has to change, and one to three changes that could move it.",
    why: "Change what a tested cause points at. Start with one to three ideas.",
    done: "There is an idea to try.",
    needs: &[Goal::Ask(goals::supported_cause)],
    goals: &[PROPOSED],
};

const CYCLES: StepRule = StepRule {
    id: StepId::Cycles,
    key: "pathway-correct-cycles",
    tool: Tool::Cycles,
    title: "Cycles",
    what: "Plan a test, predict, run it, compare, and decide. Then the next one, a little larger.",
    why: "Try an idea small, predict first, then compare. One teacher and one week can be enough.",
    done: "Every cycle that was begun is decided.",
    needs: &[],
    goals: &CYCLES_GO_ON,
};

const LEARNED: StepRule = StepRule {
    id: StepId::Learned,
    key: "pathway-correct-learned",
    tool: Tool::Learned,
    title: "What we learned",
    what: "Look at the chart beside the cycles, and show both to those whom it concerns.",
    why: "The chart and the cycles together say what to keep.",
    done: "Every cycle is decided.",
    needs: &[DECIDED],
    goals: &[ALL_DECIDED],
};

const STANDARD: StepRule = StepRule {
    id: StepId::Standard,
    key: "pathway-correct-standard",
    tool: Tool::Routines,
    title: "The new normal",
    what: "Write what is now done each time, when, and who looks after it.",
    why: "A change that rests on one person's effort goes when they do. A routine stays.",
    done: "What you adopted is a routine with a time and an owner.",
    needs: &[ADOPTED],
    goals: ROUTINES,
};

const CORRECT: [StepRule; 8] = [STORY, PROBLEM, CAUSES, AIM, IDEAS, CYCLES, LEARNED, STANDARD];

const COORDINATE: [StepRule; 11] = [
    STORY,
    StepRule {
        key: "pathway-coordinate-problem",
        title: "The shared problem",
        why: "The people you depend on must see the same problem. State it so that each of them finds their part in it.",
        ..PROBLEM
    },
    StepRule {
        id: StepId::People,
        key: "pathway-coordinate-people",
        tool: Tool::Stakeholders,
        title: "Who owns what",
        what: "List the people and units that the problem passes through: their part, what they need, what they gain.",
        why: "Nobody can move what belongs to someone else. Knowing what each one gains is where asking begins.",
        done: "At least two are listed, each with their part, their need and their gain.",
        needs: &[HAS_PROBLEM],
        goals: &[
            Goal::Some(all(Table::Stakeholders), 2, "pathway-list-stakeholders"),
            Goal::Each(
                all(Table::Stakeholders),
                &[
                    ("owns", "pathway-stakeholder-owns"),
                    ("needs", "pathway-stakeholder-needs"),
                    ("gains", "pathway-stakeholder-gains"),
                ],
            ),
        ],
    },
    StepRule {
        id: StepId::Case,
        key: "pathway-coordinate-case",
        tool: Tool::Stakeholders,
        title: "The case and the asks",
        what: "Put the problem with its numbers on one page, and write one ask for each person or unit.",
        why: "People join for a reason they can see and a part they can do. A general appeal gives them neither.",
        done: "Everyone on the list has an ask.",
        needs: &[HAS_STAKEHOLDERS],
        goals: &[Goal::Each(all(Table::Stakeholders), &[("ask", "pathway-stakeholder-ask")])],
    },
    StepRule {
        key: "pathway-coordinate-causes",
        title: "Causes at the hand-offs",
        what: "Talk with people in each unit, then draw the causes together.",
        why: "Look together, in each unit, at where work passes from one to the other.",
        ..CAUSES
    },
    StepRule {
        key: "pathway-coordinate-aim",
        title: "One common aim",
        why: "One aim and a measure that every unit can see keep the work together.",
        ..AIM
    },
    StepRule {
        key: "pathway-coordinate-ideas",
        title: "Drivers and owners",
        what: "Write together what has to change, give each driver one owner, and propose one to three changes.",
        why: "Give each driver one owner. What belongs to everyone is done by no one.",
        done: "Each driver has an owner, and there is an idea to try.",
        goals: &[
            Goal::Some(all(Table::Drivers), 1, "pathway-add-driver"),
            Goal::Each(all(Table::Drivers), &[("owner", "pathway-own-driver")]),
            PROPOSED,
        ],
        ..IDEAS
    },
    StepRule {
        id: StepId::Measures,
        key: "pathway-coordinate-measures",
        tool: Tool::Measures,
        title: "Measures that everyone sees",
        what: "Say how each measure is counted and how often, and who sees it.",
        why: "Units that look at different numbers argue about numbers. A shared one moves the talk to the work.",
        done: "Everyone on the list sees a measure that is defined and comes regularly.",
        needs: &[HAS_STAKEHOLDERS, Goal::Some(all(Table::Measures), 1, "pathway-define-measure")],
        goals: &[
            Goal::Each(
                all(Table::Measures),
                &[("definition", "pathway-measure-definition"), ("frequency", "pathway-measure-frequency")],
            ),
            Goal::Ask(goals::seen_measures),
        ],
    },
    StepRule {
        id: StepId::Charter,
        key: "pathway-coordinate-charter",
        tool: Tool::Charter,
        title: "The charter",
        what: "Agree who decides what, when you meet, and what your words mean.",
        why: "Nobody here reports to you. What is agreed and written holds where no line of command does.",
        done: "Decisions and meetings are written down.",
        needs: &[HAS_STAKEHOLDERS],
        goals: &[Goal::Each(
            all(Table::About),
            &[("charter.decisions", "pathway-charter-decisions"), ("charter.rhythm", "pathway-charter-rhythm")],
        )],
    },
    StepRule {
        key: "pathway-coordinate-cycles",
        title: "Tests at the hand-offs",
        what: "Plan tests in which two units take part, and run several side by side.",
        why: "Test small where units meet, side by side, and tell the others.",
        done: "A test between two units has run, and every cycle that was begun is decided.",
        goals: &[
            CYCLES_GO_ON[0],
            CYCLES_GO_ON[1],
            CYCLES_GO_ON[2],
            CYCLES_GO_ON[3],
            CYCLES_GO_ON[4],
            Goal::Ask(goals::hand_off),
        ],
        ..CYCLES
    },
    StepRule {
        key: "pathway-coordinate-learned",
        title: "What we learned together",
        what: "Meet with everyone who took part, bring the results of all tests, and write what you agree on.",
        why: "Bring the results back to everyone who took part, and decide together.",
        done: "Every cycle is decided, and what you learned is written down.",
        goals: &[ALL_DECIDED, LESSONS],
        ..LEARNED
    },
];

const REORIENT: [StepRule; 12] = [
    STORY,
    StepRule {
        id: StepId::Inventory,
        key: "pathway-reorient-inventory",
        tool: Tool::Initiatives,
        title: "What is under way",
        what: "List what people are already asked to do and the time it takes. Continue, merge or stop each, with a reason.",
        why: "Each new initiative takes time from the ones you have. Room for a new way comes from what you stop.",
        done: "Each initiative is decided, and at least one stops or merges.",
        needs: &[],
        goals: &[
            Goal::Some(all(Table::Initiatives), 1, "pathway-list-initiatives"),
            Goal::Each(all(Table::Initiatives), &[("decision", "pathway-judge-initiative")]),
            Goal::Some(others(Table::Initiatives, "decision.kind", "continue"), 1, "pathway-stop-initiative"),
        ],
    },
    StepRule {
        id: StepId::Conditions,
        key: "pathway-reorient-conditions",
        tool: Tool::Conditions,
        title: "What people need first",
        what: "List purpose, trust, time, skill, a sponsor and what else is needed, and say how far each is met.",
        why: "People do not try a new way where they have no time for it or fear to say what does not work.",
        done: "Each condition is judged, and each that is missing has an owner.",
        needs: &[],
        goals: &[
            Goal::Some(all(Table::Conditions), 1, "pathway-list-conditions"),
            Goal::No(those(Table::Conditions, "met", "unknown"), "pathway-judge-condition"),
            Goal::Each(those(Table::Conditions, "met", "missing"), &[("owner", "pathway-own-condition")]),
        ],
    },
    StepRule {
        key: "pathway-reorient-problem",
        title: "One or two problems to learn on",
        what: "State one or two problems at different places, and mark them if you have more.",
        why: "A new way of working is learned on one or two problems that many can see, not on all at once.",
        done: "One or two problems say who, where, how much and since when.",
        goals: &[STATED, Goal::Ask(goals::demonstration), COMPLETE],
        ..PROBLEM
    },
    StepRule {
        key: "pathway-reorient-causes",
        title: "Causes in the system",
        what: "Look for causes with those closest to the work, and name the condition that is missing behind them.",
        why: "Look for what the same barriers do to one problem after another.",
        ..CAUSES
    },
    StepRule {
        key: "pathway-reorient-aim",
        title: "Aim and measure",
        why: "The way of working is there for the pupils. Their outcome says whether it serves them.",
        ..AIM
    },
    StepRule {
        id: StepId::Capability,
        key: "pathway-reorient-capability",
        tool: Tool::Measures,
        title: "A measure of capability",
        what: "Count how many teams run cycles of their own and write them down.",
        why: "Pupils' outcomes move late. Whether people can do it without you shows earlier.",
        done: "There is a measure of capability.",
        needs: &[],
        goals: &[Goal::Some(those(Table::Measures, "kind", "capability"), 1, "pathway-define-capability")],
    },
    StepRule {
        key: "pathway-reorient-ideas",
        title: "Drivers and ideas",
        why: "Choose few. Each new initiative takes time from the ones you have.",
        ..IDEAS
    },
    StepRule {
        key: "pathway-reorient-cycles",
        title: "Leaders run cycles first",
        what: "Let leaders learn the method first and run the first cycles themselves.",
        why: "People follow what they see their leaders do. Run the first cycles yourselves.",
        ..CYCLES
    },
    StepRule {
        id: StepId::Routines,
        key: "pathway-reorient-routines",
        title: "Routines",
        what: "Begin short huddles and reviews at fixed times, each with an owner.",
        why: "What has a fixed time survives a busy week. What has none waits for a quiet one.",
        done: "There is a routine with a time and an owner.",
        needs: &[],
        ..STANDARD
    },
    StepRule {
        key: "pathway-reorient-learned",
        title: "What we learned",
        what: "Write down what the first problems taught, for those who come next.",
        why: "What worked becomes a routine; then the next site tests it anew.",
        done: "Every cycle is decided, and what you learned is written down.",
        goals: &[ALL_DECIDED, LESSONS],
        ..LEARNED
    },
    StepRule {
        id: StepId::Spread,
        key: "pathway-reorient-spread",
        title: "Spread",
        what: "Bring in the next places one after the other. Each runs its own cycles; the board backs it for years.",
        why: "What worked in one place is a good guess in the next, and no more than that until it is tested there.",
        done: "A change is adopted in two places.",
        needs: &[ADOPTED],
        goals: &[Goal::Ask(goals::second_place)],
        ..CYCLES
    },
];

/// The steps of a Job, in order.
pub const fn steps(job: Job) -> &'static [StepRule] {
    match job {
        Job::Correct => &CORRECT,
        Job::Coordinate => &COORDINATE,
        Job::Reorient => &REORIENT,
    }
}
