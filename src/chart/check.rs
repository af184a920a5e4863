//! What cannot be read is refused here, with the place it stands at. After this, an input is sound.

use super::{ChartInput, RuleSet, Signals, Subgroup, lines};
use crate::{ErrorKind, Result};

/// The most values of one chart.
const MOST_VALUES: usize = 200_000;
/// The largest magnitude of a number: squares and sums of so many stay finite.
const LARGEST: f64 = 1e100;
/// The longest title, unit or label, in characters.
const LONGEST_TEXT: usize = 500;
/// The most cycles on one chart.
const MOST_CYCLES: usize = 1_000;
/// The most holidays of a calendar.
const MOST_HOLIDAYS: usize = 500;
/// The shortest baseline under the NHS rules.
const SHORTEST_NHS_BASELINE: usize = 12;

pub(super) fn check(input: &ChartInput) -> Result<()> {
    columns(input)?;
    parameters(input)?;
    texts(input)
}

fn columns(input: &ChartInput) -> Result<()> {
    let count = input.values.len();
    at_most(MOST_VALUES, "values", count, "values")?;
    numbers(&input.values, "values", f64::NEG_INFINITY)?;
    match &input.denominators {
        Some(denominators) => {
            same_length(count, denominators.len(), "denominators")?;
            numbers(denominators, "denominators", 0.0)?;
        }
        None if lines::design(input.kind).needs_denominators => {
            return Err(ErrorKind::NeedsDenominators { kind: input.kind.name() }.at("denominators"));
        }
        None => {}
    }
    if let Some(dates) = &input.dates {
        same_length(count, dates.len(), "dates")?;
    }
    if let Some(subgroups) = &input.subgroups {
        same_length(count, subgroups.len(), "subgroups")?;
        let named = subgroups.iter().any(|subgroup| matches!(subgroup, Some(Subgroup::Name(_))));
        for (index, subgroup) in subgroups.iter().enumerate() {
            let refused = match subgroup {
                Some(Subgroup::Name(name)) => short(name).err(),
                Some(Subgroup::Number(_)) if named => {
                    let expected = "Subgroups are all numbers or all names.".to_owned();
                    Some(ErrorKind::BadParameter { expected })
                }
                Some(Subgroup::Number(number)) if number.is_infinite() => {
                    Some(ErrorKind::BadNumber { expected: "the number of a subgroup is finite" })
                }
                _ => None,
            };
            if let Some(kind) = refused {
                return Err(kind.at(format!("subgroups.{index}")));
            }
        }
    }
    Ok(())
}

fn parameters(input: &ChartInput) -> Result<()> {
    for (name, list) in [("phaseStarts", &input.phase_starts), ("exclude", &input.exclude)] {
        at_most(MOST_VALUES, "entries", list.len(), name)?;
    }
    if !input.phase_reasons.is_empty() {
        same_length(input.phase_starts.len(), input.phase_reasons.len(), "phaseReasons")?;
    }
    for (index, reason) in input.phase_reasons.iter().enumerate() {
        let blank = reason.trim().is_empty();
        let checked = if blank { Err(ErrorKind::Blank { what: "a reason for the new phase" }) } else { short(reason) };
        checked.map_err(|kind| kind.at(format!("phaseReasons.{index}")))?;
    }
    if let Some(calendar) = &input.calendar {
        at_most(MOST_VALUES, "days", calendar.sessions.len(), "calendar.sessions")?;
        at_most(MOST_HOLIDAYS, "holidays", calendar.holidays.len(), "calendar.holidays")?;
        if !calendar.sessions.is_sorted() {
            let expected = "Days of school stand in the order of time.".to_owned();
            return Err(ErrorKind::BadParameter { expected }.at("calendar.sessions"));
        }
    }
    number(input.suppress, 0.0).map_err(|kind| kind.at("suppress"))?;
    let known: Signals = input.rules.rules().iter().map(|rule| rule.id).collect();
    if let Some(rule) = input.only.and_then(|only| only.iter().find(|rule| !known.contains(*rule))) {
        let expected = format!("“{}” is not a rule of this set.", rule.name());
        return Err(ErrorKind::BadParameter { expected }.at("rules.only"));
    }
    let least = if input.rules == RuleSet::Nhs { SHORTEST_NHS_BASELINE } else { 1 };
    if input.baseline.is_some_and(|baseline| baseline < least) {
        let expected = format!("A baseline needs {least} {} or more.", if least == 1 { "point" } else { "points" });
        return Err(ErrorKind::BadParameter { expected }.at("baseline"));
    }
    for (name, value) in [("centre", input.centre), ("target", input.target), ("multiply", input.multiply)] {
        number(value, f64::NEG_INFINITY).map_err(|kind| kind.at(name))?;
    }
    if input.multiply.is_some_and(|factor| factor <= 0.0) {
        return Err(ErrorKind::BadNumber { expected: "a factor is more than 0" }.at("multiply"));
    }
    Ok(())
}

fn texts(input: &ChartInput) -> Result<()> {
    for (name, text) in [("title", &input.title), ("unit", &input.unit)] {
        if let Some(text) = text {
            short(text).map_err(|kind| kind.at(name))?;
        }
    }
    at_most(MOST_CYCLES, "cycles", input.cycles.len(), "cycles")?;
    for (index, cycle) in input.cycles.iter().enumerate() {
        short(&cycle.label).map_err(|kind| kind.at(format!("cycles.{index}.label")))?;
        short(&cycle.id).map_err(|kind| kind.at(format!("cycles.{index}.id")))?;
        if cycle.end.is_some_and(|end| end < cycle.start) {
            return Err(ErrorKind::EndsBeforeStart.at(format!("cycles.{index}.end")));
        }
    }
    Ok(())
}

fn at_most(limit: usize, what: &'static str, size: usize, name: &str) -> Result<()> {
    if size > limit { Err(ErrorKind::TooLarge { what, size, limit }.at(name)) } else { Ok(()) }
}

fn same_length(values: usize, other: usize, name: &str) -> Result<()> {
    if values == other { Ok(()) } else { Err(ErrorKind::LengthMismatch { values, other }.at(name)) }
}

fn numbers(list: &[Option<f64>], name: &str, least: f64) -> Result<()> {
    for (index, value) in list.iter().enumerate() {
        let present = value.filter(|value| !value.is_nan()); // NaN is missing, not wrong
        number(present, least).map_err(|kind| kind.at(format!("{name}.{index}")))?;
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
