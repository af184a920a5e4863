//! What rules ask of the plan around an entity.

use crate::cause::{Cause, Status};
use crate::cycle::Cycle;
use crate::measure::Observation;
use crate::plan::{Dismissal, Job, Kept, Plan, Table};
use crate::theory::Idea;

/// The plan, and the questions that several rules ask of it.
pub(super) struct Context<'a> {
    pub plan: &'a Plan,
    job: Option<Job>,
    /// Whether any idea acts on a driver.
    pub ideas_have_drivers: bool,
}

impl<'a> Context<'a> {
    pub fn of(plan: &'a Plan) -> Self {
        let ideas_have_drivers = plan.tables().all::<Idea>().any(|(_, idea)| idea.driver.id().is_some());
        Self { plan, job: plan.tables().about().job, ideas_have_drivers }
    }

    /// Whether rules of these Jobs are asked of the plan. Those of every Job are asked where none is chosen.
    pub fn concerns(&self, jobs: &[Job]) -> bool {
        self.job.map_or(jobs.len() == Job::ALL.len(), |job| jobs.contains(&job))
    }

    pub fn get<T: Kept>(&self, id: Option<&str>) -> Option<&'a T> {
        self.plan.tables().get(id?)
    }

    pub fn all<T: Kept>(&self) -> impl Iterator<Item = (&'a str, &'a T)> {
        self.plan.tables().all()
    }

    pub fn count(&self, table: Table) -> usize {
        self.plan.tables().count(table)
    }

    /// The id of the only entry of a table, where there is just one.
    pub fn only(&self, table: Table) -> Option<&'a str> {
        let mut ids = self.plan.tables().ids(table);
        ids.next().filter(|_| ids.next().is_none())
    }

    /// Those of `from` that refer to an entity.
    pub fn referrers(&self, table: Table, id: &str, from: Table) -> impl Iterator<Item = &'a str> {
        self.plan.referrers(table, id, from)
    }

    /// Whether anyone in `from` refers to it.
    pub fn is_used(&self, table: Table, id: &str, from: Table) -> bool {
        self.referrers(table, id, from).next().is_some()
    }

    /// The cause that this one helps to explain.
    pub fn above(&self, cause: &Cause) -> Option<&'a Cause> {
        self.get(cause.parent.id())
    }

    /// The causes that help to explain this one.
    pub fn below(&self, id: &str) -> impl Iterator<Item = (&'a str, &'a Cause)> {
        let below = self.referrers(Table::Causes, id, Table::Causes);
        below.filter_map(|id| Some((id, self.get(Some(id))?)))
    }

    /// Whether the whys end here: the cause still stands, and none below it does.
    pub fn ends_here(&self, id: &str, cause: &Cause) -> bool {
        cause.status != Status::Refuted && self.below(id).all(|(_, cause)| cause.status == Status::Refuted)
    }

    /// The observations of a measure, in time order.
    pub fn observations(&self, measure: &str) -> Vec<&'a Observation> {
        self.plan.observations(measure)
    }

    /// How a finding of this rule about this entity was dismissed; the last of several.
    pub fn dismissal(&self, rule: &str, table: Table, id: &str) -> Option<&'a Dismissal> {
        let of_it = self.referrers(table, id, Table::Dismissals).filter_map(|id| self.get::<Dismissal>(Some(id)));
        of_it.filter(|it| &*it.rule == rule).last()
    }

    /// The cycles that refer to an idea or a measure.
    pub fn cycles(&self, table: Table, id: &str) -> impl Iterator<Item = &'a Cycle> {
        self.referrers(table, id, Table::Cycles).filter_map(|id| self.get(Some(id)))
    }
}
