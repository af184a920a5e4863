//! Run and control charts: centre lines, limits, rules, and what they found in words.
//!
//! ```
//! use headwater::chart::{ChartInput, Direction, read_chart};
//!
//! let absences = [19.0, 21.0, 18.0, 20.0, 22.0, 19.0, 20.0, 21.0, 14.0, 13.0, 15.0, 14.0, 12.0, 14.0, 13.0, 12.0];
//! let input = ChartInput {
//!     values: absences.into_iter().map(Some).collect(),
//!     baseline: Some(8),
//!     direction: Some(Direction::Decrease),
//!     unit: Some("%".into()),
//!     ..ChartInput::default()
//! };
//! let reading = read_chart(&input)?;
//! assert_eq!(reading.phases[0].centre, Some(20.0));
//! assert_eq!(
//!     reading.sentences[0].text,
//!     "The latest 8 values lie below the centre line of 20%, more than chance explains. \
//!      Lower is better here: this is the direction you want."
//! );
//! # Ok::<(), headwater::Error>(())
//! ```

mod input;
mod reading;
mod runs;
mod series;
mod sums;
mod words;

pub use input::{ChartInput, ChartKind, CycleMark, Decision, Direction};
pub use reading::{ChartPhase, ChartPoint, ChartReading, ChartSignal, Followed, RuleId};
pub use runs::Side;

use crate::{Message, Result};
use runs::{Runs, crossings_limit, longest_run_limit, runs};
use series::{Observation, Series};
use std::ops::Range;
use words::{USEFUL_FOR_A_VERDICT, Words};

/// Reads a series: its centre line, its runs, and whether they are more than chance.
///
/// Refuses, with a code and the path of the field, what cannot be read: lists of different lengths, numbers beyond
/// 1e100, a baseline of 0, an excluded point that is not there. Missing values are left out. Any other input has a
/// reading.
pub fn read_chart(input: &ChartInput) -> Result<ChartReading> {
    let series = Series::prepare(input)?;
    let factor = input.multiply.unwrap_or(1.0);
    let mut points: Vec<ChartPoint> = Vec::with_capacity(series.points.len());
    let mut phases = Vec::with_capacity(series.phases.len());
    let mut found = Vec::with_capacity(series.phases.len());
    for (number, range) in series.phases.iter().enumerate() {
        let observations = series.points.get(range.clone()).unwrap_or(&[]);
        let centre = input.centre.or_else(|| baseline_median(observations, range, series.baseline_end));
        let in_phase = phase_runs(observations, range.start, centre);
        phases.push(phase(range, observations, &in_phase, centre.map(|centre| centre * factor)));
        found.push(in_phase);
        points.extend(observations.iter().enumerate().map(|(offset, point)| ChartPoint {
            index: range.start + offset,
            date: point.date,
            value: point.value.map(|value| value * factor),
            centre: centre.map(|centre| centre * factor),
            lower: None,
            upper: None,
            signals: Vec::new(),
            phase: number,
            excluded: point.excluded,
        }));
    }

    let words = Words::new(input, &points);
    let mut signals = Vec::new();
    for (number, (phase, found)) in phases.iter().zip(&found).enumerate() {
        run_signals(number, phase, found, &words, &mut signals);
    }
    let sentences = words.sentences(&phases, &signals);
    mark(&mut points, &signals);
    let mut warnings = series.warnings;
    if !input.cycles.is_empty() && input.dates.is_none() {
        let text = "The cycles cannot be placed, because the values have no dates.";
        warnings.push(Message::new("chart-cycles-need-dates", [], text));
    }
    Ok(ChartReading { kind: input.kind, points, phases, signals, sentences, warnings })
}

/// The median of the points that set the centre line.
fn baseline_median(observations: &[Observation], range: &Range<usize>, baseline_end: usize) -> Option<f64> {
    let count = baseline_end.saturating_sub(range.start);
    let baseline = observations.iter().take(count).filter(|point| !point.excluded);
    sums::median(baseline.filter_map(|point| point.value))
}

fn phase_runs(observations: &[Observation], start: usize, centre: Option<f64>) -> Runs {
    let sides = observations.iter().enumerate().filter(|(_, point)| !point.excluded).filter_map(|(offset, point)| {
        let side = Side::of(point.value?, centre?)?;
        Some((start + offset, side))
    });
    runs(sides)
}

fn phase(range: &Range<usize>, observations: &[Observation], found: &Runs, centre: Option<f64>) -> ChartPhase {
    let useful = found.useful;
    let longest = found.longest.map(|run| run.length);
    // Without useful points there is nothing to count, and no limit to hold it against.
    let any = longest.is_some();
    let longest_limit = any.then(|| longest_run_limit(useful));
    let crossings = any.then_some(found.crossings);
    let fewest = any.then(|| crossings_limit(useful));
    ChartPhase {
        start: range.start,
        end: range.end,
        observations: observations.iter().filter(|point| !point.excluded).count(),
        useful,
        longest_run: longest,
        longest_run_limit: longest_limit,
        crossings,
        crossings_limit: fewest,
        runs_signal: longest > longest_limit || crossings < fewest,
        centre,
    }
}

/// What the run rules found in a phase, once it has points enough for a verdict.
fn run_signals(number: usize, phase: &ChartPhase, found: &Runs, words: &Words<'_>, signals: &mut Vec<ChartSignal>) {
    let (Some(run), Some(centre)) = (found.longest, phase.centre) else { return };
    if phase.useful < USEFUL_FOR_A_VERDICT {
        return;
    }
    let limit = phase.longest_run_limit.unwrap_or(usize::MAX);
    if run.length > limit {
        signals.push(ChartSignal {
            rule: RuleId::LongestRun,
            phase: number,
            start: run.start,
            end: run.end,
            side: Some(run.side),
            found: run.length as f64,
            limit: limit as f64,
            message: words.long_run(run.start, run.end, run.side, run.length, limit, centre),
            followed: words.followed(run.start),
        });
    }
    let fewest = phase.crossings_limit.unwrap_or(0);
    if found.crossings < fewest {
        signals.push(ChartSignal {
            rule: RuleId::Crossings,
            phase: number,
            start: phase.start,
            end: phase.end.saturating_sub(1),
            side: None,
            found: found.crossings as f64,
            limit: fewest as f64,
            message: words.few_crossings(found.crossings, fewest, phase.useful, centre),
            followed: words.followed(phase.start),
        });
    }
}

/// Notes on each useful point of a long run that it belongs to it. Crossings belong to the phase, not to a point.
fn mark(points: &mut [ChartPoint], signals: &[ChartSignal]) {
    for signal in signals.iter().filter(|signal| signal.rule == RuleId::LongestRun) {
        for point in points.get_mut(signal.start..=signal.end).unwrap_or_default() {
            let side = point.value.zip(point.centre).and_then(|(value, centre)| Side::of(value, centre));
            if !point.excluded && side == signal.side {
                point.signals.push(signal.rule);
            }
        }
    }
}
