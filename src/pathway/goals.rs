//! What a step asks for: most of it as data, the rest as questions to the plan.

use super::words;
use crate::cause::{Cause, Status};
use crate::condition::{Condition, Met};
use crate::cycle::{Cycle, DecisionKind, Stage};
use crate::initiative::{Initiative, Verdict};
use crate::measure::{Measure, MeasureKind};
use crate::message::{Arg, Message};
use crate::plan::{Job, Kept, Plan, Table, Target};
use crate::problem::Problem;
use crate::record::Record;
use crate::theory::Aim;

/// What a step asks for; its keys name what to say where it is missing.
#[derive(Clone, Copy)]
pub(super) enum Goal {
    /// At least so many in the table.
    Some(Table, usize, &'static str),
    /// Each entity of the table has each of these fields.
    Each(Table, &'static [(&'static str, &'static str)]),
    /// A question of its own.
    Ask(fn(&View) -> Option<Gap>),
}

/// What is missing: the key of a sentence, its parameters, and the entity that it is about.
pub(super) struct Gap {
    key: &'static str,
    args: Vec<(&'static str, Arg)>,
    of: Target<false>,
}

impl Gap {
    fn of(key: &'static str, table: Table, id: &str) -> Self {
        Self { key, args: Vec::new(), of: (table, id).into() }
    }

    fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    pub fn said(self) -> (Message, Target<false>) {
        (words::say(self.key, self.args), self.of)
    }
}

impl From<&'static str> for Gap {
    fn from(key: &'static str) -> Self {
        Self { key, args: Vec::new(), of: Target::default() }
    }
}

/// A plan, and the problems that its Job works on now.
pub(super) struct View<'a> {
    plan: &'a Plan,
    job: Job,
    /// All of them; in Reorient those on which the way of working is to be learned, once some are marked.
    problems: Vec<&'a str>,
}

/// The first that is missing of several goals.
pub(super) fn first_gap(goals: &[Goal], view: &View) -> Option<Gap> {
    goals.iter().find_map(|goal| match *goal {
        Goal::Some(table, least, key) => (view.plan.tables().count(table) < least).then(|| key.into()),
        Goal::Each(Table::Problems, fields) => {
            view.problems.iter().find_map(|id| first_blank(view, Table::Problems, id, fields))
        }
        Goal::Each(table, fields) => view.plan.in_order(table).find_map(|id| first_blank(view, table, id, fields)),
        Goal::Ask(ask) => ask(view),
    })
}

fn first_blank(view: &View, table: Table, id: &str, fields: &[(&str, &'static str)]) -> Option<Gap> {
    let record = view.plan.tables().entity(table, id)?.record();
    let (_, key) = fields.iter().find(|(field, _)| is_blank(record, field))?;
    Some(Gap::of(key, table, id))
}

fn is_blank(record: &dyn Record, field: &str) -> bool {
    let at = record.names().iter().position(|name| *name == field);
    let value = at.and_then(|at| record.field(at)?.value());
    value.is_none_or(|value| value.as_str().is_some_and(|text| text.trim().is_empty()))
}

impl<'a> View<'a> {
    pub fn of(plan: &'a Plan, job: Job) -> Self {
        let all = || plan.in_order(Table::Problems);
        let marked = |id: &&str| plan.tables().get::<Problem>(id).is_some_and(|problem| problem.demonstration);
        let mut problems = Vec::new();
        if job == Job::Reorient {
            problems.extend(all().filter(marked));
        }
        if problems.is_empty() {
            problems.extend(all());
        }
        Self { plan, job, problems }
    }

    /// All of a noun that has an order, in that order.
    fn all<T: Kept>(&self) -> impl Iterator<Item = (&'a str, &'a T)> {
        let table = Table::named(T::TABLE).into_iter();
        let plan = self.plan;
        table.flat_map(|table| plan.in_order(table)).filter_map(|id| Some((id, plan.tables().get(id)?)))
    }

    /// The causes of a problem that evidence supports.
    fn supported(&self, problem: &str) -> impl Iterator<Item = (&'a str, &'a Cause)> {
        let causes = self.plan.causes_of(problem).into_iter();
        causes.filter(|(_, cause)| cause.is_supported())
    }
}

pub(super) fn story(view: &View) -> Option<Gap> {
    let about = view.plan.tables().about();
    if about.job.is_some() {
        None
    } else if about.story.is_blank() && about.answers.is_none() {
        Some("pathway-tell-story".into())
    } else {
        Some("pathway-choose-job".into())
    }
}

/// The most problems on which a way of working is learned at first.
const DEMONSTRATIONS: usize = 2;

pub(super) fn demonstration(view: &View) -> Option<Gap> {
    let problems = view.problems.len();
    let marked = view.all::<Problem>().any(|(_, problem)| problem.demonstration);
    let key = if marked { "pathway-fewer-demonstrations" } else { "pathway-choose-demonstration" };
    (problems > DEMONSTRATIONS).then(|| Gap::from(key).with("problems", problems))
}

/// Every problem has a root cause.
pub(super) fn roots(view: &View) -> Option<Gap> {
    view.problems.iter().find_map(|problem| {
        let causes = view.plan.causes_of(problem);
        let about = |key| Some(Gap::of(key, Table::Problems, problem));
        if causes.iter().any(|(_, cause)| cause.status == Status::Root) {
            None
        } else if let Some((id, _)) = causes.iter().find(|(_, cause)| cause.is_supported()) {
            Some(Gap::of("pathway-name-root", Table::Causes, id))
        } else if causes.iter().any(|(_, cause)| cause.status == Status::Refuted) {
            about("pathway-test-another")
        } else {
            match causes.len() {
                0 => about("pathway-propose-causes"),
                1 => about("pathway-test-only-cause"),
                count => about("pathway-test-cause").map(|gap| gap.with("causes", count)),
            }
        }
    })
}

pub(super) fn supported_cause(view: &View) -> Option<Gap> {
    let mut supported = view.problems.iter().flat_map(|problem| view.supported(problem));
    supported.next().is_none().then(|| "pathway-needs-supported-cause".into())
}

/// Every problem has an aim that says how much, for whom and by when, and a series that shows it.
pub(super) fn aims(view: &View) -> Option<Gap> {
    const PARTS: &[(&str, &str)] = &[
        ("measure", "pathway-aim-measure"),
        ("target", "pathway-aim-target"),
        ("deadline", "pathway-aim-deadline"),
        ("population", "pathway-aim-population"),
    ];
    view.problems.iter().find_map(|problem| {
        let Some(id) = view.plan.referrers(Table::Problems, problem, Table::Aims).next() else {
            let measures = view.plan.tables().count(Table::Measures);
            let key = if measures == 0 { "pathway-define-measure" } else { "pathway-set-aim" };
            return Some(Gap::of(key, Table::Problems, problem));
        };
        first_blank(view, Table::Aims, id, PARTS).or_else(|| {
            let measure = view.plan.tables().get::<Aim>(id)?.measure.id()?;
            let observed = view.plan.referrers(Table::Measures, measure, Table::Observations).next().is_some();
            (!observed).then(|| Gap::of("pathway-load-observations", Table::Measures, measure))
        })
    })
}

/// Everyone who is needed sees a measure.
pub(super) fn seen_measures(view: &View) -> Option<Gap> {
    let seen = |id: &str| view.plan.referrers(Table::Stakeholders, id, Table::Measures).next().is_some();
    let blind = view.plan.in_order(Table::Stakeholders).find(|id| !seen(id))?;
    Some(Gap::of("pathway-share-measure", Table::Stakeholders, blind))
}

pub(super) fn capability(view: &View) -> Option<Gap> {
    let measures = view.all::<Measure>().any(|(_, measure)| measure.kind == MeasureKind::Capability);
    (!measures).then(|| "pathway-define-capability".into())
}

pub(super) fn charter(view: &View) -> Option<Gap> {
    let charter = view.plan.tables().about().charter.as_ref();
    if charter.is_none_or(|charter| charter.decisions.is_blank()) {
        Some("pathway-charter-decisions".into())
    } else if charter.is_none_or(|charter| charter.rhythm.is_blank()) {
        Some("pathway-charter-rhythm".into())
    } else {
        None
    }
}

/// Every initiative is judged, and not all of them go on.
pub(super) fn inventory(view: &View) -> Option<Gap> {
    let verdict = |initiative: &Initiative| initiative.decision.as_ref().map(|decision| decision.kind);
    if let Some((id, _)) = view.all::<Initiative>().find(|(_, initiative)| verdict(initiative).is_none()) {
        return Some(Gap::of("pathway-judge-initiative", Table::Initiatives, id));
    }
    let less = view.all::<Initiative>().any(|(_, initiative)| verdict(initiative) != Some(Verdict::Continue));
    (!less).then(|| "pathway-stop-initiative".into())
}

pub(super) fn conditions(view: &View) -> Option<Gap> {
    view.all::<Condition>().find_map(|(id, condition)| match condition.met {
        Met::Unknown => Some(Gap::of("pathway-judge-condition", Table::Conditions, id)),
        Met::Missing if condition.owner.is_blank() => Some(Gap::of("pathway-own-condition", Table::Conditions, id)),
        _ => None,
    })
}

/// The first cycle that is not decided, and what it waits for.
pub(super) fn cycles(view: &View) -> Option<Gap> {
    let (id, cycle) = view.all::<Cycle>().find(|(_, cycle)| cycle.stage != Stage::Decided)?;
    let key = match cycle.stage {
        Stage::Planned if cycle.predictions.is_empty() => "pathway-predict",
        Stage::Planned => "pathway-start-cycle",
        Stage::Doing => "pathway-study-cycle",
        Stage::Studying | Stage::Decided => "pathway-decide-cycle",
    };
    Some(Gap::of(key, Table::Cycles, id).with("cycle", &*cycle.title))
}

/// Two units take part in at least one cycle.
pub(super) fn hand_off(view: &View) -> Option<Gap> {
    let met = view.all::<Cycle>().any(|(_, cycle)| cycle.stakeholders.ids().count() > 1);
    (!met).then(|| "pathway-test-hand-off".into())
}

pub(super) fn decision(view: &View) -> Option<Gap> {
    let decided = view.all::<Cycle>().any(|(_, cycle)| cycle.stage == Stage::Decided);
    (!decided).then(|| "pathway-needs-decision".into())
}

pub(super) fn learned(view: &View) -> Option<Gap> {
    if view.all::<Cycle>().any(|(_, cycle)| cycle.stage != Stage::Decided) {
        return Some("pathway-share".into());
    }
    let alone = view.job == Job::Correct;
    (!alone && view.plan.tables().about().lessons.is_blank()).then(|| "pathway-write-lessons".into())
}

fn adopted<'a>(view: &View<'a>) -> impl Iterator<Item = &'a Cycle> {
    let adopted = |cycle: &Cycle| cycle.decision.as_ref().is_some_and(|it| it.kind == DecisionKind::Adopt);
    view.all::<Cycle>().map(|(_, cycle)| cycle).filter(move |cycle| adopted(cycle))
}

pub(super) fn adoption(view: &View) -> Option<Gap> {
    adopted(view).next().is_none().then(|| "pathway-needs-adoption".into())
}

/// A change has been adopted in two places.
pub(super) fn second_place(view: &View) -> Option<Gap> {
    let mut places = adopted(view).map(|cycle| cycle.place.trim());
    let first = places.next();
    places.all(|place| Some(place) == first).then(|| "pathway-test-elsewhere".into())
}
