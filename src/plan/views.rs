//! Views of the plan that other modules read: causes in order, the series of a measure with its cycles.

use super::{Plan, Table};
use crate::cause::Cause;
use crate::chart::{ChartInput, ChartKind, CycleMark, Decision, Direction};
use crate::cycle::{Cycle, DecisionKind};
use crate::error::{ErrorKind, Result};
use crate::measure;

impl Plan {
    /// The causes of a problem in the order of a reader: each followed by those below it.
    pub fn causes_of(&self, problem: &str) -> Vec<(&str, &Cause)> {
        let mut below: std::collections::BTreeMap<Option<&str>, Vec<(&str, &Cause)>> = Default::default();
        for (id, cause) in &self.tables().causes {
            if cause.problem.as_str() == problem {
                below.entry(cause.parent.id()).or_default().push((id, cause));
            }
        }
        for siblings in below.values_mut() {
            // Last first, as they are taken from the end.
            siblings.sort_by(|a, b| b.1.position.total_cmp(&a.1.position).then_with(|| b.0.cmp(a.0)));
        }
        let mut ordered = Vec::new();
        let mut stack = below.remove(&None).unwrap_or_default();
        while let Some((id, cause)) = stack.pop() {
            ordered.push((id, cause));
            stack.extend(below.remove(&Some(id)).unwrap_or_default());
        }
        ordered
    }

    /// The cycles, first to last.
    pub fn cycles(&self) -> Vec<(&str, &Cycle)> {
        let mut cycles: Vec<_> = self.tables().cycles.iter().map(|(id, cycle)| (id.as_str(), cycle)).collect();
        cycles.sort_by(|a, b| a.1.position.total_cmp(&b.1.position).then_with(|| a.0.cmp(b.0)));
        cycles
    }

    /// The observations of a measure as a run chart, with the cycles that watched it and the aim's target.
    ///
    /// # Errors
    ///
    /// `plan/unknown-id` if there is no such measure.
    pub fn series(&self, measure: &str) -> Result<ChartInput> {
        let tables = self.tables();
        let Some(it) = tables.measures.get(measure) else {
            return Err(ErrorKind::UnknownId { table: Table::Measures.name(), id: measure.to_owned() }.into());
        };
        // Ids are `measure@date`, so those of one measure lie side by side, in time order.
        let prefix = format!("{measure}@");
        let of_measure = tables.observations.range(prefix.clone()..).take_while(|(id, _)| id.starts_with(&prefix));
        let own = of_measure.filter(|(_, it)| it.measure.as_str() == measure);
        let (dates, values) = own.map(|(_, it)| (it.date, it.value)).unzip();
        let aim = tables.aims.values().find(|aim| aim.measure.id() == Some(measure));
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
            baseline: it.baseline.as_ref().and_then(|freeze| usize::try_from(freeze.points).ok()),
            direction: Some(match it.direction {
                measure::Direction::Increase => Direction::Increase,
                measure::Direction::Decrease => Direction::Decrease,
            }),
            target: aim.and_then(|aim| aim.target),
            title: Some(it.name.to_string()),
            unit: Some(it.unit.to_string()).filter(|unit| !unit.is_empty()),
            cycles: marks.collect(),
            ..ChartInput::default()
        })
    }
}
