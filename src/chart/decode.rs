//! From JSON to an input. Read field by field rather than derived, so that every refusal has its code and its place,
//! at a fraction of the size.

use super::funnel::Place;
use super::{
    Aggregate, Calendar, ChartInput, CycleMark, Decision, Direction, RuleId, RuleSet, SMALL, Signals, Subgroup,
};
use crate::decode::{choice, date, flag, list, number, text, whole, wrong};
use crate::{Date, Error, ErrorKind, Result, json};
use serde::Deserialize;
use serde_json::Value;

impl ChartInput {
    /// Reads an input from JSON. A refusal names the field: `dates.3`, `cycles.0.start`.
    ///
    /// ```
    /// use headwater::chart::ChartInput;
    ///
    /// let input = ChartInput::from_json(r#"{ "kind": "run", "values": [4, null, 6] }"#)?;
    /// assert_eq!(input.values, [Some(4.0), None, Some(6.0)]);
    ///
    /// let error = ChartInput::from_json(r#"{ "kind": "run", "values": [4], "dates": ["2026-02-30"] }"#).unwrap_err();
    /// assert_eq!((error.code(), error.path.as_str()), ("input/bad-date", "dates.0"));
    /// # Ok::<(), headwater::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self> {
        let value = crate::json::parse(text)?;
        read_input(value)
    }

    /// The same from a JSON value.
    pub(crate) fn read(value: Value) -> Result<Self> {
        read_input(value)
    }
}

impl<'de> Deserialize<'de> for ChartInput {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        read_input(value).map_err(|error| serde::de::Error::custom(format_args!("{}: {error}", error.path)))
    }
}

const DIRECTIONS: [(&str, Direction); 3] =
    [("increase", Direction::Increase), ("decrease", Direction::Decrease), ("neutral", Direction::Neutral)];
const AGGREGATES: [(&str, Aggregate); 4] =
    [("mean", Aggregate::Mean), ("median", Aggregate::Median), ("sum", Aggregate::Sum), ("sd", Aggregate::Sd)];
const DECISIONS: [(&str, Decision); 3] =
    [("adopt", Decision::Adopt), ("adapt", Decision::Adapt), ("abandon", Decision::Abandon)];

/// The fields of an input, for the one who misspelt one.
const FIELDS: &str = "kind, values, denominators, subgroups, aggregate, dates, phaseStarts, phaseReasons, baseline, exclude, \
                      suppressed, centre, multiply, clampAtZero, screenMovingRanges, rules, direction, target, title, unit, \
                      calendar, suppress, cycles";
const CYCLE_FIELDS: &str = "id, number, label, start, end, decision";

fn read_input(value: Value) -> Result<ChartInput> {
    let mut input = ChartInput::default();
    each_field(value, &["kind", "values"], &mut |name, value| {
        match name {
            "kind" => input.kind = text(value)?.parse()?,
            "values" => input.values = numbers(value)?,
            "denominators" => input.denominators = Some(numbers(value)?),
            "subgroups" => input.subgroups = Some(list(value, &subgroup)?),
            "aggregate" => input.aggregate = choice(value, &AGGREGATES)?,
            "dates" => input.dates = Some(list(value, &date)?),
            "phaseStarts" => input.phase_starts = list(value, &whole)?,
            "phaseReasons" => input.phase_reasons = list(value, &text)?,
            "calendar" => input.calendar = Some(calendar(value)?),
            "suppress" => {
                let all = if value == Value::Bool(true) { Some(SMALL) } else { None };
                input.suppress =
                    if value == Value::Bool(false) { None } else { Some(all.map_or_else(|| number(value), Ok)?) };
            }
            "baseline" => input.baseline = Some(whole(value)?),
            "exclude" => input.exclude = list(value, &whole)?,
            "suppressed" => input.suppressed = list(value, &whole)?,
            "centre" => input.centre = Some(number(value)?),
            "multiply" => input.multiply = Some(number(value)?),
            "clampAtZero" => input.clamp_at_zero = flag(value)?,
            "screenMovingRanges" => input.screen_moving_ranges = Some(flag(value)?),
            "rules" => (input.rules, input.only) = rules(value)?,
            "direction" => input.direction = Some(choice(value, &DIRECTIONS)?),
            "target" => input.target = Some(number(value)?),
            "title" => input.title = Some(text(value)?),
            "unit" => input.unit = Some(text(value)?),
            "cycles" => input.cycles = list(value, &cycle)?,
            _ => return Err(unknown(name, FIELDS)),
        }
        Ok(())
    })?;
    Ok(input)
}

fn calendar(value: Value) -> Result<Calendar> {
    let mut calendar = Calendar::default();
    each_field(value, &[], &mut |name, value| {
        match name {
            "sessions" => calendar.sessions = list(value, &date)?,
            "weekdays" => {
                let day = |value| match whole(value)? {
                    day @ 1..=7 => Ok(day as u8),
                    _ => Err(wrong("1 for Monday to 7 for Sunday")),
                };
                calendar.weekdays = list(value, &day)?;
            }
            "holidays" => calendar.holidays = list(value, &holiday)?,
            _ => return Err(unknown(name, "sessions, weekdays, holidays")),
        }
        Ok(())
    })?;
    Ok(calendar)
}

fn holiday(value: Value) -> Result<(Date, Date)> {
    let (mut start, mut end) = (None, None);
    each_field(value, &["start"], &mut |name, value| {
        match name {
            "start" => start = Some(date(value)?),
            "end" => end = Some(date(value)?),
            _ => return Err(unknown(name, "start, end")),
        }
        Ok(())
    })?;
    let start = start.ok_or_else(|| missing("start"))?;
    Ok((start, end.unwrap_or(start)))
}

/// The name of a set, or a set and those of its rules that look.
fn rules(value: Value) -> Result<(RuleSet, Option<Signals>)> {
    if value.is_string() {
        return Ok((choice(value, &RuleSet::ALL)?, None));
    }
    let (mut set, mut only) = (RuleSet::default(), None);
    each_field(value, &["set"], &mut |name, value| {
        match name {
            "set" => set = choice(value, &RuleSet::ALL)?,
            "only" => only = Some(list(value, &|rule| choice(rule, &RuleId::ALL))?),
            _ => return Err(unknown(name, "set, only")),
        }
        Ok(())
    })?;
    Ok((set, only.map(|only| only.into_iter().collect())))
}

fn cycle(value: Value) -> Result<CycleMark> {
    let (mut id, mut number, mut label, mut start, mut end, mut decision) =
        (String::new(), 0, String::new(), None, None, None);
    each_field(value, &["id", "number", "label", "start"], &mut |name, value| {
        match name {
            "id" => id = text(value)?,
            "number" => number = whole(value)?,
            "label" => label = text(value)?,
            "start" => start = Some(date(value)?),
            "end" => end = Some(date(value)?),
            "decision" => decision = Some(choice(value, &DECISIONS)?),
            _ => return Err(unknown(name, CYCLE_FIELDS)),
        }
        Ok(())
    })?;
    let start = start.ok_or_else(|| missing("start"))?;
    let number = u32::try_from(number).map_err(|_| wrong("the number of a cycle").within("number"))?;
    Ok(CycleMark { id, number, label, start, end, decision })
}

/// Hands over each field of an object. Those that are null count as not given.
pub(super) fn each_field(value: Value, needed: &[&str], read: &mut dyn FnMut(&str, Value) -> Result<()>) -> Result<()> {
    let Value::Object(mut fields) = value else { return Err(wrong("an object")) };
    if let Some(name) = needed.iter().find(|name| fields.get(**name).is_none_or(Value::is_null)) {
        return Err(missing(name));
    }
    for (name, value) in fields.iter_mut().filter(|(_, value)| !value.is_null()) {
        read(name, value.take()).map_err(|error| error.within(name))?;
    }
    Ok(())
}

fn missing(name: &str) -> Error {
    ErrorKind::BadField { reason: "it is missing".to_owned() }.at(name)
}

pub(super) fn unknown(name: &str, known: &str) -> Error {
    ErrorKind::UnknownField { field: name.to_owned(), known: known.to_owned() }.into()
}

/// A name with its count, and with its size if it has one.
pub(super) fn place(value: Value, sized: bool) -> Result<Place> {
    let mut place = Place::default();
    let fields = if sized { ["label", "count", "size"].as_slice() } else { &["label", "count"] };
    each_field(value, fields, &mut |name, value| {
        match name {
            "label" => place.label = text(value)?,
            "count" => place.count = number(value)?,
            "size" if sized => place.size = number(value)?,
            _ => return Err(unknown(name, &fields.join(", "))),
        }
        Ok(())
    })?;
    Ok(place)
}

/// Reads a table of counts: rows of numbers and nulls, at most 20,000 cells.
pub fn table_from_json(text: &str) -> Result<Vec<Vec<Option<f64>>>> {
    const MOST: usize = 20_000;
    let table = list(crate::json::parse(text)?, &numbers)?;
    let size = table.iter().map(Vec::len).sum();
    if size > MOST {
        return Err(ErrorKind::TooLarge { what: "cells", size, limit: MOST }.into());
    }
    Ok(table)
}

fn numbers(value: Value) -> Result<Vec<Option<f64>>> {
    list(value, &|value| match value {
        Value::Null => Ok(None),
        Value::Number(_) => Ok(json::number(&value)),
        _ => Err(wrong("a number or null")),
    })
}

fn subgroup(value: Value) -> Result<Option<Subgroup>> {
    match value {
        Value::Null => Ok(None),
        Value::Number(_) => Ok(json::number(&value).map(Subgroup::Number)),
        Value::String(name) => Ok(Some(Subgroup::Name(name))),
        _ => Err(wrong("a number, a name or null")),
    }
}
