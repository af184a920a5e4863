//! From an input to a checked series: in time order, without what cannot be, split into phases.

use super::{ChartInput, ChartKind};
use crate::{Arg, Date, ErrorKind, Message, Result};
use std::ops::Range;

/// The most values of one chart.
const MOST_VALUES: usize = 200_000;
/// The largest magnitude of a value: squares and sums of so many stay finite.
const LARGEST: f64 = 1e100;
/// The longest title, unit or label, in characters.
const LONGEST_TEXT: usize = 500;
/// The most cycles on one chart.
const MOST_CYCLES: usize = 1_000;

/// One point before it is charted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Observation {
    pub date: Option<Date>,
    pub value: Option<f64>,
    pub excluded: bool,
}

/// A checked series in time order.
#[derive(Debug)]
pub(super) struct Series {
    pub points: Vec<Observation>,
    /// In order, without gaps, each with at least one point.
    pub phases: Vec<Range<usize>>,
    /// One past the last point that sets the centre line; past the end when all do.
    pub baseline_end: usize,
    pub warnings: Vec<Message>,
}

impl Series {
    /// Checks `input` and puts it in order.
    pub fn prepare(input: &ChartInput) -> Result<Self> {
        check(input)?;
        let mut order: Vec<usize> = (0..input.values.len()).collect();
        if let Some(dates) = &input.dates {
            order.sort_by_key(|&row| dates.get(row)); // stable: rows of one day keep their order
        }
        let mut points: Vec<Observation> = order
            .iter()
            .map(|&row| Observation {
                date: input.dates.as_ref().and_then(|dates| dates.get(row)).copied(),
                value: plotted(input, row),
                excluded: false,
            })
            .collect();
        for (position, &index) in input.exclude.iter().enumerate() {
            let count = points.len();
            let point = points.get_mut(index).ok_or_else(|| {
                let expected =
                    format!("There is no point {index} to exclude; the last one is {}.", count.saturating_sub(1));
                ErrorKind::BadParameter { expected }.at(format!("exclude.{position}"))
            })?;
            point.excluded = true;
        }

        let mut warnings = Vec::new();
        let missing = points.iter().filter(|point| point.value.is_none()).count();
        if missing > 0 {
            warnings.push(Message::new(
                "chart-values-missing",
                [("count", Arg::from(missing)), ("of", Arg::from(points.len()))],
                format!("{missing} of {} values are missing. They are left out, not taken as 0.", points.len()),
            ));
        }
        let phases = phases(input, points.len(), &mut warnings);
        let mut baseline_end = input.baseline.unwrap_or(usize::MAX);
        if input.baseline.is_some() && phases.len() > 1 {
            baseline_end = usize::MAX;
            warnings.push(Message::new(
                "chart-baseline-ignored",
                [],
                "The baseline is not used, because each phase has a centre line of its own.",
            ));
        }
        Ok(Self { points, phases, baseline_end, warnings })
    }
}

/// What a row plots: its value, or its share of the denominator. A denominator of 0 leaves nothing to plot.
fn plotted(input: &ChartInput, row: usize) -> Option<f64> {
    let value = present(&input.values, row)?;
    match &input.denominators {
        None => Some(value),
        Some(denominators) => present(denominators, row).map(|size| value / size).filter(|share| share.is_finite()),
    }
}

/// The value of a row; NaN is missing too.
fn present(column: &[Option<f64>], row: usize) -> Option<f64> {
    column.get(row).copied().flatten().filter(|value| !value.is_nan())
}

fn phases(input: &ChartInput, count: usize, warnings: &mut Vec<Message>) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> =
        input.phase_starts.iter().copied().filter(|&start| start > 0 && start < count).collect();
    starts.sort_unstable();
    starts.dedup();
    let late = input.phase_starts.iter().filter(|&&start| start >= count).count();
    if late > 0 {
        warnings.push(Message::new(
            "chart-phase-without-points",
            [("count", Arg::from(late))],
            "A phase begins after the last value. It shows once there are values for it.",
        ));
    }
    let mut phases = Vec::with_capacity(starts.len() + 1);
    let mut from = 0;
    for start in starts {
        phases.push(from..start);
        from = start;
    }
    if from < count {
        phases.push(from..count);
    }
    phases
}

fn check(input: &ChartInput) -> Result<()> {
    let count = input.values.len();
    if count > MOST_VALUES {
        return Err(ErrorKind::TooLarge { what: "values", size: count, limit: MOST_VALUES }.at("values"));
    }
    numbers(&input.values, "values", f64::NEG_INFINITY)?;
    if let Some(denominators) = &input.denominators {
        same_length(count, denominators.len(), "denominators")?;
        numbers(denominators, "denominators", 0.0)?;
    }
    if let Some(dates) = &input.dates {
        same_length(count, dates.len(), "dates")?;
    }
    let most = count.saturating_add(1);
    for (name, list) in [("phaseStarts", &input.phase_starts), ("exclude", &input.exclude)] {
        if list.len() > most {
            return Err(ErrorKind::TooLarge { what: "entries", size: list.len(), limit: most }.at(name));
        }
    }
    if input.baseline == Some(0) {
        let expected = "A baseline needs 1 point or more.".to_owned();
        return Err(ErrorKind::BadParameter { expected }.at("baseline"));
    }
    for (name, value) in [("centre", input.centre), ("target", input.target), ("multiply", input.multiply)] {
        number(value, f64::NEG_INFINITY).map_err(|kind| kind.at(name))?;
    }
    if input.multiply.is_some_and(|factor| factor <= 0.0) {
        return Err(ErrorKind::BadNumber { expected: "a factor is more than 0" }.at("multiply"));
    }
    for (name, text) in [("title", &input.title), ("unit", &input.unit)] {
        if let Some(text) = text {
            short(text).map_err(|kind| kind.at(name))?;
        }
    }
    if input.cycles.len() > MOST_CYCLES {
        return Err(ErrorKind::TooLarge { what: "cycles", size: input.cycles.len(), limit: MOST_CYCLES }.at("cycles"));
    }
    for (index, cycle) in input.cycles.iter().enumerate() {
        short(&cycle.label).map_err(|kind| kind.at(format!("cycles.{index}.label")))?;
        short(&cycle.id).map_err(|kind| kind.at(format!("cycles.{index}.id")))?;
        if cycle.end.is_some_and(|end| end < cycle.start) {
            return Err(ErrorKind::EndsBeforeStart.at(format!("cycles.{index}.end")));
        }
    }
    match input.kind {
        ChartKind::Run => Ok(()),
        kind => {
            let expected = format!("A {} chart cannot be read yet.", kind.name());
            Err(ErrorKind::BadParameter { expected }.at("kind"))
        }
    }
}

fn same_length(values: usize, other: usize, name: &str) -> Result<()> {
    if values == other { Ok(()) } else { Err(ErrorKind::LengthMismatch { values, other }.at(name)) }
}

fn numbers(list: &[Option<f64>], name: &str, least: f64) -> Result<()> {
    for (index, value) in list.iter().enumerate() {
        let missing = value.is_none_or(f64::is_nan);
        if !missing {
            number(*value, least).map_err(|kind| kind.at(format!("{name}.{index}")))?;
        }
    }
    Ok(())
}

fn number(value: Option<f64>, least: f64) -> std::result::Result<(), ErrorKind> {
    match value {
        Some(value) if value.is_nan() || value.abs() > LARGEST => {
            Err(ErrorKind::BadNumber { expected: "it must lie between -1e100 and 1e100" })
        }
        Some(value) if value < least => Err(ErrorKind::BadNumber { expected: "it must be 0 or more" }),
        _ => Ok(()),
    }
}

fn short(text: &str) -> std::result::Result<(), ErrorKind> {
    let length = text.chars().count();
    if length > LONGEST_TEXT { Err(ErrorKind::TextTooLong { length, limit: LONGEST_TEXT }) } else { Ok(()) }
}
