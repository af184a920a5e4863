//! Views of the plan that other modules read: causes in order, the series of a measure with its cycles.

use super::{Entity, Plan, Table};
use crate::Date;
use crate::cause::{Cause, Status};
use crate::chart::{ChartInput, ChartKind, CycleMark, Decision, Direction, SMALL, hide_small};
use crate::cycle::{Cycle, DecisionKind};
use crate::diagram::{CauseStatus, FishboneCause, FishboneInput};
use crate::error::{ErrorKind, Result};
use crate::measure::{self, Measure, Observation};
use crate::problem::Problem;
use crate::theory::Aim;

impl Plan {
    /// The ids of a table whose entities have an order, in that order.
    pub(crate) fn in_order(&self, table: Table) -> impl Iterator<Item = &str> {
        self.store.in_order(table)
    }

    /// The ids of those in the table `from` that refer to this entity, in their order.
    pub(crate) fn referrers(&self, table: Table, id: &str, from: Table) -> impl Iterator<Item = &str> {
        self.store.referrers_from(table, id, from)
    }

    /// The causes of a problem in the order of a reader: each followed by those below it.
    pub fn causes_of(&self, problem: &str) -> Vec<(&str, &Cause)> {
        let mut ordered = Vec::new();
        let mut stack = self.store.branches(problem, None);
        stack.reverse();
        while let Some(id) = stack.pop() {
            let below = self.store.branches(problem, Some(&id));
            stack.extend(below.into_iter().rev());
            if let Some((id, Entity::Causes(cause))) = self.tables().table(Table::Causes).get_key_value(&id) {
                ordered.push((id.as_str(), cause.as_ref()));
            }
        }
        ordered
    }

    /// A problem with its causes as a fishbone shows them; the first problem if none is named.
    ///
    /// # Errors
    ///
    /// `plan/unknown-id` if there is no such problem.
    pub fn fishbone(&self, problem: Option<&str>) -> Result<FishboneInput> {
        let unknown =
            || ErrorKind::UnknownId { table: Table::Problems.name(), id: problem.unwrap_or_default().to_owned() };
        let first = || self.store.in_order(Table::Problems).next();
        let id = problem.or_else(first).ok_or_else(unknown)?;
        let it = self.tables().get::<Problem>(id).ok_or_else(unknown)?;
        let causes = self.causes_of(id).into_iter().map(|(id, cause)| FishboneCause {
            id: id.to_owned(),
            text: cause.text.to_string(),
            parent: cause.parent.id().map(str::to_owned),
            status: match cause.status {
                Status::Suspected => CauseStatus::Suspected,
                Status::Supported => CauseStatus::Supported,
                Status::Refuted => CauseStatus::Refuted,
                Status::Root => CauseStatus::Root,
            },
        });
        Ok(FishboneInput { problem: it.statement.to_string(), causes: causes.collect() })
    }

    /// The cycles, first to last.
    pub fn cycles(&self) -> Vec<(&str, &Cycle)> {
        let cycles: Vec<_> = self.tables().all::<Cycle>().collect();
        let order = crate::order::by_number(cycles.iter().map(|(_, cycle)| cycle.position));
        order.into_iter().filter_map(|at| cycles.get(at).copied()).collect()
    }

    /// The observations of a measure in time order, and whether each is to be hidden: those taken of fewer than ten
    /// people are, and the next smallest with a single one. Charts, tables and exports all show these.
    pub fn shown(&self, measure: &str) -> Vec<(&Observation, bool)> {
        // Ids are `measure@date`, so those of one measure lie side by side, in time order.
        let prefix = Observation::prefix(measure);
        let of_measure = self.tables().from::<Observation>(&prefix).take_while(|(id, _)| id.starts_with(&prefix));
        let mut shown: Vec<(&Observation, bool)> =
            of_measure.filter(|(_, it)| it.measure.as_str() == measure).map(|(_, it)| (it, false)).collect();
        let counted = |(it, _): &&mut (&Observation, bool)| it.denominator.is_some() && it.value.is_some();
        let sizes = shown.iter_mut().filter(counted).map(|(it, _)| it.denominator).collect();
        let hidden = hide_small(&[sizes], SMALL);
        for ((_, hide), hidden) in shown.iter_mut().filter(counted).zip(hidden.into_iter().flatten()) {
            *hide = hidden;
        }
        shown
    }

    /// The observations of a measure as a run chart, with the cycles that watched it and the aim's target.
    ///
    /// # Errors
    ///
    /// `plan/unknown-id` if there is no such measure.
    pub fn series(&self, measure: &str) -> Result<ChartInput> {
        let tables = self.tables();
        let Some(it) = tables.get::<Measure>(measure) else {
            return Err(ErrorKind::UnknownId { table: Table::Measures.name(), id: measure.to_owned() }.into());
        };
        let shown = self.shown(measure);
        let suppressed = shown.iter().enumerate().filter(|(_, (it, hidden))| it.suppressed || *hidden);
        let suppressed = suppressed.map(|(row, _)| row).collect();
        let (dates, values): (Vec<Date>, Vec<Option<f64>>) =
            shown.into_iter().map(|(it, hidden)| (it.date, it.value.filter(|_| !hidden))).unzip();
        // A phase begins with its first value. One without values yet, or before all of them, parts nothing.
        let mut phases: Vec<(usize, String)> = Vec::new();
        for phase in &it.phases {
            let start = dates.partition_point(|date| *date < phase.date);
            if (1..dates.len()).contains(&start) && phases.last().is_none_or(|last| last.0 < start) {
                phases.push((start, phase.reason.to_string()));
            }
        }
        let (phase_starts, phase_reasons) = phases.into_iter().unzip();
        let aim = tables.all::<Aim>().map(|(_, aim)| aim).find(|aim| aim.measure.id() == Some(measure));
        let cycles = self.cycles().into_iter().enumerate();
        let watched = cycles.filter(|(_, (_, cycle))| cycle.measure.id() == Some(measure));
        let marks = watched.filter_map(|(index, (id, cycle))| {
            Some(CycleMark {
                id: id.to_owned(),
                number: u32::try_from(index + 1).ok()?,
                label: cycle.title.to_string(),
                start: cycle.started?,
                end: cycle.ended,
                decision: cycle.decision.as_ref().map(|decision| match decision.kind {
                    DecisionKind::Adopt => Decision::Adopt,
                    DecisionKind::Adapt => Decision::Adapt,
                    DecisionKind::Abandon => Decision::Abandon,
                }),
            })
        });
        Ok(ChartInput {
            kind: ChartKind::Run,
            values,
            dates: Some(dates),
            phase_starts,
            phase_reasons,
            suppressed,
            baseline: it.baseline.as_ref().and_then(|freeze| usize::try_from(freeze.points).ok()),
            direction: Some(match it.direction {
                measure::Direction::Increase => Direction::Increase,
                measure::Direction::Decrease => Direction::Decrease,
            }),
            target: aim.and_then(|aim| aim.target).or(it.target),
            title: Some(it.name.to_string()),
            unit: Some(it.unit.to_string()).filter(|unit| !unit.is_empty()),
            cycles: marks.collect(),
            ..ChartInput::default()
        })
    }
}
