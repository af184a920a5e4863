//! A chart as it was read, made ready to be drawn.

use super::{ChartPicture, CycleBand, Pattern, PlottedPoint};
use crate::chart::{ChartInput, ChartKind, ChartReading, Decision, Direction, RuleId, Side};

/// Rules that speak of a series as a whole, so that no single point is marked for them.
const OF_THE_WHOLE: [RuleId; 3] = [RuleId::Crossings, RuleId::FewRuns, RuleId::ManyRuns];

impl ChartPicture {
    /// The picture of what was read from an input.
    pub fn of_reading(input: &ChartInput, reading: &ChartReading) -> Self {
        let points = reading.points.iter().map(|point| PlottedPoint {
            date: point.date,
            label: None,
            value: point.value,
            centre: point.centre,
            lower: point.lower,
            upper: point.upper,
            signal: point.signals.iter().any(|rule| !OF_THE_WHOLE.contains(&rule)),
            phase: point.phase,
            excluded: point.excluded,
            suppressed: input.suppressed.contains(&point.index),
            of: None,
        });
        let patterns = reading.signals.iter().map(|signal| Pattern {
            rule: signal.rule.name().to_owned(),
            start: signal.start,
            end: signal.end,
            above: signal.side.map(|side| side == Side::Above),
            found: signal.found,
            limit: signal.limit,
            label: None,
        });
        let cycles = input.cycles.iter().map(|cycle| CycleBand {
            id: cycle.id.clone(),
            number: cycle.number,
            label: cycle.label.clone(),
            start: cycle.start,
            end: cycle.end,
            decision: cycle.decision.map(|decision| {
                let word = match decision {
                    Decision::Adopt => "adopt",
                    Decision::Adapt => "adapt",
                    Decision::Abandon => "abandon",
                };
                word.to_owned()
            }),
        });
        Self {
            points: points.collect(),
            patterns: patterns.collect(),
            cycles: cycles.collect(),
            title: input.title.clone().unwrap_or_default(),
            unit: input.unit.clone().unwrap_or_default(),
            centre_name: (input.kind != ChartKind::Run).then(|| "mean".to_owned()),
            higher_is_better: match input.direction {
                Some(Direction::Increase) => Some(true),
                Some(Direction::Decrease) => Some(false),
                Some(Direction::Neutral) | None => None,
            },
            target: input.target,
            range: None,
            headline: reading.sentences.first().map(|sentence| sentence.text.clone()).unwrap_or_default(),
        }
    }
}
