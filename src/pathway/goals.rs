//! What a step asks for: most of it as data, the rest as questions to the plan.

use super::words;
use crate::cause::Status;
use crate::cycle::DecisionKind;
use crate::message::{Arg, Message};
use crate::plan::{Job, Plan, Table, Target};
use crate::problem::Problem;
use crate::record;
use crate::theory::Aim;
use serde_json::Value;

/// The entities of a table whose field is, or is not, this word; all of them without a word.
#[derive(Clone, Copy)]
pub(super) struct Those {
    pub table: Table,
    /// The field (or the field of a field, as in `decision.kind`), the word, and whether it should be that.
    pub word: Option<(&'static str, &'static str, bool)>,
}

/// What a step asks for; its keys name what to say where it is missing.
#[derive(Clone, Copy)]
pub(super) enum Goal {
    /// At least so many of those.
    Some(Those, usize, &'static str),
    /// None of those.
    No(Those, &'static str),
    /// Each of those has each of these fields.
    Each(Those, &'static [(&'static str, &'static str)]),
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
    fn plain(key: &'static str) -> Self {
        Self { key, args: Vec::new(), of: Target::default() }
    }

    fn with(mut self, name: &'static str, count: usize) -> Self {
        self.args.push((name, count.into()));
        self
    }

    pub fn said(self) -> (Message, Target<false>) {
        (words::say(self.key, self.args), self.of)
    }
}

/// A plan, and the problems that its Job works on now.
pub(super) struct View<'a> {
    plan: &'a Plan,
    /// All of them; in Reorient those on which the way of working is to be learned, once some are marked.
    problems: Vec<&'a str>,
    /// Whether some are marked so.
    marked: bool,
}

impl<'a> View<'a> {
    pub fn of(plan: &'a Plan, job: Job) -> Self {
        let mut view = Self { plan, problems: Vec::new(), marked: false };
        let all = view.ids(Table::Problems);
        let demonstration = |id: &&&str| plan.tables().get::<Problem>(id).is_some_and(|problem| problem.demonstration);
        if job == Job::Reorient {
            view.problems = all.iter().filter(demonstration).copied().collect();
            view.marked = !view.problems.is_empty();
        }
        if !view.marked {
            view.problems = all;
        }
        view
    }

    /// The ids of a table, in their order where they have one.
    fn ids(&self, table: Table) -> Vec<&'a str> {
        if table == Table::Problems && self.marked {
            return self.problems.clone();
        }
        let ids: Vec<_> = self.plan.in_order(table).collect();
        if ids.is_empty() { self.plan.tables().ids(table).collect() } else { ids }
    }

    fn those(&self, Those { table, word }: Those) -> Vec<&'a str> {
        let mut ids = self.ids(table);
        if let Some((field, word, wanted)) = word {
            ids.retain(|id| {
                let value =
                    self.plan.tables().entity(table, id).and_then(|entity| record::value_at(entity.record(), field));
                (value.as_ref().and_then(Value::as_str) == Some(word)) == wanted
            });
        }
        ids
    }

    /// What is missing of an entity; its sentence can name it.
    fn gap(&self, key: &'static str, table: Table, id: &str) -> Gap {
        let entity = self.plan.tables().entity(table, id);
        let name = entity.and_then(|entity| {
            ["name", "title", "text"].iter().find_map(|field| record::value_at(entity.record(), field))
        });
        let name = name.as_ref().and_then(Value::as_str).unwrap_or_default();
        Gap { key, args: vec![("name", name.into())], of: (table, id).into() }
    }

    fn first_blank(&self, table: Table, id: &str, fields: &[(&'static str, &'static str)]) -> Option<Gap> {
        let entity = self.plan.tables().entity(table, id)?;
        let (_, key) = fields.iter().find(|(field, _)| record::says_nothing(entity.record(), field))?;
        Some(self.gap(key, table, id))
    }

    /// The first that is missing of several goals.
    pub fn first_gap(&self, goals: &[Goal]) -> Option<Gap> {
        goals.iter().find_map(|goal| match *goal {
            Goal::Some(those, least, key) => (self.those(those).len() < least).then(|| Gap::plain(key)),
            Goal::No(those, key) => self.those(those).first().map(|id| self.gap(key, those.table, id)),
            Goal::Each(those, fields) => {
                self.those(those).iter().find_map(|id| self.first_blank(those.table, id, fields))
            }
            Goal::Ask(ask) => ask(self),
        })
    }

    /// The first problem of which something is missing.
    fn first_problem(&self, missing: &dyn Fn(&str) -> Option<Gap>) -> Option<Gap> {
        self.problems.iter().find_map(|problem| missing(problem))
    }
}

pub(super) fn story(view: &View) -> Option<Gap> {
    let about = view.plan.tables().about();
    let told = !about.story.is_blank() || about.answers.is_some();
    let key = if told { "pathway-choose-job" } else { "pathway-tell-story" };
    about.job.is_none().then(|| Gap::plain(key))
}

/// The most problems on which a way of working is learned at first.
const DEMONSTRATIONS: usize = 2;

pub(super) fn demonstration(view: &View) -> Option<Gap> {
    let problems = view.problems.len();
    let key = if view.marked { "pathway-fewer-demonstrations" } else { "pathway-choose-demonstration" };
    (problems > DEMONSTRATIONS).then(|| Gap::plain(key).with("problems", problems))
}

/// Every problem has a root cause.
pub(super) fn roots(view: &View) -> Option<Gap> {
    view.first_problem(&|problem| {
        let causes = view.plan.causes_of(problem);
        let first = |status: Status| causes.iter().find(|(_, cause)| cause.status == status);
        if first(Status::Root).is_some() {
            return None;
        }
        if let Some((id, _)) = first(Status::Supported) {
            return Some(view.gap("pathway-name-root", Table::Causes, id));
        }
        let key = match causes.len() {
            0 => "pathway-propose-causes",
            _ if first(Status::Refuted).is_some() => "pathway-test-another",
            1 => "pathway-test-only-cause",
            _ => "pathway-test-cause",
        };
        Some(view.gap(key, Table::Problems, problem).with("causes", causes.len()))
    })
}

pub(super) fn supported_cause(view: &View) -> Option<Gap> {
    let supported = |problem: &&str| view.plan.causes_of(problem).iter().any(|(_, cause)| cause.is_supported());
    (!view.problems.iter().any(supported)).then(|| Gap::plain("pathway-needs-supported-cause"))
}

/// Every problem has an aim that says how much, for whom and by when, and a series that shows it.
pub(super) fn aims(view: &View) -> Option<Gap> {
    const PARTS: &[(&str, &str)] = &[
        ("measure", "pathway-aim-measure"),
        ("target", "pathway-aim-target"),
        ("deadline", "pathway-aim-deadline"),
        ("population", "pathway-aim-population"),
    ];
    let (plan, tables) = (view.plan, view.plan.tables());
    view.first_problem(&|problem| {
        let Some(id) = plan.referrers(Table::Problems, problem, Table::Aims).next() else {
            let measured = tables.count(Table::Measures) > 0;
            let key = if measured { "pathway-set-aim" } else { "pathway-define-measure" };
            return Some(view.gap(key, Table::Problems, problem));
        };
        view.first_blank(Table::Aims, id, PARTS).or_else(|| {
            let measure = tables.get::<Aim>(id)?.measure.id()?;
            let observed = plan.referrers(Table::Measures, measure, Table::Observations).next().is_some();
            (!observed).then(|| view.gap("pathway-load-observations", Table::Measures, measure))
        })
    })
}

/// Everyone who is needed sees a measure.
pub(super) fn seen_measures(view: &View) -> Option<Gap> {
    let seen = |id: &&str| view.plan.referrers(Table::Stakeholders, id, Table::Measures).next().is_some();
    let ids = view.ids(Table::Stakeholders);
    ids.iter().find(|id| !seen(id)).map(|id| view.gap("pathway-share-measure", Table::Stakeholders, id))
}

/// Two units take part in at least one cycle.
pub(super) fn hand_off(view: &View) -> Option<Gap> {
    let met = view.plan.cycles().iter().any(|(_, cycle)| cycle.stakeholders.ids().count() > 1);
    (!met).then(|| Gap::plain("pathway-test-hand-off"))
}

/// A change has been adopted in two places.
pub(super) fn second_place(view: &View) -> Option<Gap> {
    let mut first = None;
    for (_, cycle) in view.plan.cycles() {
        if cycle.decision.as_ref().is_none_or(|decision| decision.kind != DecisionKind::Adopt) {
            continue;
        }
        let place = cycle.place.trim();
        if *first.get_or_insert(place) != place {
            return None;
        }
    }
    Some(Gap::plain("pathway-test-elsewhere"))
}
