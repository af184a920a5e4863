//! What rules ask of the plan around an entity. What several of them ask is counted once, in one walk.

use super::words::Plain;
use crate::cause::{Cause, Status};
use crate::initiative::Verdict;
use crate::measure::{MeasureKind, Observation};
use crate::plan::{Dismissal, Entity, Job, Kept, Plan, Table};
use crate::setting::Calendar;
use crate::theory::DriverKind;
use std::cell::RefCell;
use std::rc::Rc;

/// Where a text stands in memory, and how long it is.
type Place = (*const u8, usize);

/// The plan, and the questions that several rules ask of it.
pub(super) struct Context<'a> {
    plan: &'a Plan,
    job: Option<Job>,
    /// The primary drivers, in their order.
    pub primaries: Vec<&'a str>,
    /// Whether an idea acts on a driver.
    pub ideas_have_drivers: bool,
    /// The kinds of measures there are.
    pub kinds: Vec<MeasureKind>,
    /// Whether an initiative stops or becomes part of another.
    pub stops: bool,
    /// The texts that were read last, by their place in memory: the plan stands still while it is reviewed.
    read: RefCell<Vec<(Place, Rc<Plain>)>>,
    /// Open actions that someone has: owner, a blank, id; sorted, so that those of one person lie side by side.
    pub open: Vec<String>,
}

impl<'a> Context<'a> {
    #[inline(never)]
    pub fn of(plan: &'a Plan) -> Self {
        let mut context = Self {
            plan,
            job: plan.tables().about().job,
            primaries: Vec::new(),
            ideas_have_drivers: false,
            kinds: Vec::new(),
            stops: false,
            open: Vec::new(),
            read: RefCell::default(),
        };
        for table in [Table::Drivers, Table::Ideas, Table::Measures, Table::Initiatives, Table::Actions] {
            for id in plan.in_order(table) {
                match plan.tables().entity(table, id) {
                    Some(Entity::Drivers(it)) if it.kind == DriverKind::Primary => context.primaries.push(id),
                    Some(Entity::Ideas(it)) => context.ideas_have_drivers |= it.driver.id().is_some(),
                    Some(Entity::Measures(it)) => context.kinds.push(it.kind),
                    Some(Entity::Initiatives(it)) => {
                        context.stops |=
                            it.decision.as_ref().is_some_and(|decision| decision.kind != Verdict::Continue);
                    }
                    Some(Entity::Actions(it)) if it.done.is_none() && !it.owner.is_blank() => {
                        context.open.push([Plain::of(&it.owner).as_str(), id].concat());
                    }
                    _ => {}
                }
            }
        }
        crate::order::sort(&mut context.open);
        context
    }

    /// Whether rules of these Jobs are asked of the plan. Those of every Job are asked where none is chosen.
    pub fn concerns(&self, jobs: &[Job]) -> bool {
        self.job.map_or(jobs.len() == Job::ALL.len(), |job| jobs.contains(&job))
    }

    #[inline(never)]
    pub fn get<T: Kept>(&self, id: &str) -> Option<&'a T> {
        self.plan.tables().get(id)
    }

    pub fn count(&self, table: Table) -> usize {
        self.plan.tables().count(table)
    }

    /// A text of the plan as plain words. Several rules read the same texts one after the other.
    #[inline(never)]
    pub fn plain(&self, text: &str) -> Rc<Plain> {
        /// The text of an entity, and that of the one above it.
        const KEPT: usize = 2;
        let mut read = self.read.borrow_mut();
        let place = (text.as_ptr(), text.len());
        let (_, plain) = match read.iter().position(|(known, _)| *known == place) {
            Some(known) => read.remove(known),
            None => (place, Rc::new(Plain::of(text))),
        };
        read.truncate(KEPT - 1);
        read.insert(0, (place, Rc::clone(&plain)));
        plain
    }

    /// The first of these phrases that a text of the plan has.
    pub fn heard(&self, text: &str, phrases: &'static str) -> Option<&'static str> {
        self.plain(text).says(phrases)
    }

    /// The calendar of the schools, if one is kept.
    pub fn calendar(&self) -> Option<&'a Calendar> {
        self.plan.tables().about().calendar.as_ref()
    }

    /// The ids of a table, in the order of a reader.
    #[inline(never)]
    pub fn ids(&self, table: Table) -> Vec<&'a str> {
        self.plan.in_order(table).collect()
    }

    /// The id of the only entry of a table, where there is just one.
    pub fn only(&self, table: Table) -> Option<&'a str> {
        if self.count(table) == 1 { self.ids(table).pop() } else { None }
    }

    /// Those of `from` that refer to an entity.
    #[inline(never)]
    pub fn referrers(&self, table: Table, id: &str, from: Table) -> Vec<&'a str> {
        self.plan.referrers(table, id, from).collect()
    }

    /// Whether anyone in `from` refers to it.
    pub fn is_used(&self, table: Table, id: &str, from: Table) -> bool {
        !self.referrers(table, id, from).is_empty()
    }

    /// The causes that help to explain this one and have this status.
    #[inline(never)]
    pub fn below(&self, id: &str, status: &[Status]) -> Vec<&'a str> {
        let mut below = self.referrers(Table::Causes, id, Table::Causes);
        below.retain(|id| self.get::<Cause>(id).is_some_and(|cause| status.contains(&cause.status)));
        below
    }

    /// Whether the whys end here: the cause still stands, and none below it does.
    #[inline(never)]
    pub fn ends_here(&self, id: &str, cause: &Cause) -> bool {
        const STANDING: &[Status] = &[Status::Suspected, Status::Supported, Status::Root];
        cause.status != Status::Refuted && self.below(id, STANDING).is_empty()
    }

    /// The observations of a measure that have a value, in time order, and whether each is to be hidden.
    #[inline(never)]
    pub fn values(&self, measure: &str) -> Vec<(&'a Observation, bool)> {
        let mut values = self.plan.shown(measure);
        values.retain(|(row, _)| row.value.is_some());
        values
    }

    /// How a finding of this rule about this entity was dismissed; the last of several.
    pub fn dismissal(&self, rule: &str, table: Table, id: &str) -> Option<&'a Dismissal> {
        let of_it = self.referrers(table, id, Table::Dismissals).into_iter().rev();
        of_it.filter_map(|id| self.get::<Dismissal>(id)).find(|it| &*it.rule == rule)
    }
}
