//! From JSON to an input. Read field by field rather than derived, so that every refusal has its code and its place,
//! at a fraction of the size.

use super::{Aggregate, ChartInput, ChartKind, CycleMark, Decision, Direction, RuleSet, Subgroup};
use crate::{Date, Error, ErrorKind, Result};
use serde::Deserialize;
use serde_json::{Map, Value};

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
        let value = serde_json::from_str(text).map_err(|error| ErrorKind::NotJson { reason: error.to_string() })?;
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

fn read_input(value: Value) -> Result<ChartInput> {
    let mut fields = Fields::of(value)?;
    let input = ChartInput {
        kind: fields.needed("kind", |value| text(value)?.parse::<ChartKind>())?,
        values: fields.needed("values", numbers)?,
        denominators: fields.given("denominators", numbers)?,
        subgroups: fields.given("subgroups", |value| list(value, &subgroup))?,
        aggregate: fields.given("aggregate", |value| choice(value, &AGGREGATES))?.unwrap_or_default(),
        dates: fields.given("dates", |value| list(value, &date))?,
        phase_starts: fields.given("phaseStarts", |value| list(value, &whole))?.unwrap_or_default(),
        baseline: fields.given("baseline", whole)?,
        exclude: fields.given("exclude", |value| list(value, &whole))?.unwrap_or_default(),
        centre: fields.given("centre", number)?,
        multiply: fields.given("multiply", number)?,
        clamp_at_zero: fields.given("clampAtZero", flag)?.unwrap_or_default(),
        screen_moving_ranges: fields.given("screenMovingRanges", flag)?,
        rules: fields.given("rules", |value| choice(value, &RuleSet::ALL))?.unwrap_or_default(),
        direction: fields.given("direction", |value| choice(value, &DIRECTIONS))?,
        target: fields.given("target", number)?,
        title: fields.given("title", text)?,
        unit: fields.given("unit", text)?,
        cycles: fields.given("cycles", |value| list(value, &cycle))?.unwrap_or_default(),
    };
    fields.end()?;
    Ok(input)
}

fn cycle(value: Value) -> Result<CycleMark> {
    let mut fields = Fields::of(value)?;
    let cycle = CycleMark {
        id: fields.needed("id", text)?,
        number: fields
            .needed("number", |value| u32::try_from(whole(value)?).map_err(|_| wrong("a number of a cycle")))?,
        label: fields.needed("label", text)?,
        start: fields.needed("start", date)?,
        end: fields.given("end", date)?,
        decision: fields.given("decision", |value| choice(value, &DECISIONS))?,
    };
    fields.end()?;
    Ok(cycle)
}

/// The fields of a JSON object, taken one by one.
struct Fields {
    all: Map<String, Value>,
    known: Vec<&'static str>,
}

impl Fields {
    fn of(value: Value) -> Result<Self> {
        match value {
            Value::Object(all) => Ok(Self { all, known: Vec::new() }),
            _ => Err(wrong("an object")),
        }
    }

    /// The value of a field that may be left out, or null.
    fn take(&mut self, name: &'static str) -> Option<Value> {
        self.known.push(name);
        self.all.get_mut(name).map(Value::take).filter(|value| !value.is_null())
    }

    fn given<T>(&mut self, name: &'static str, read: impl FnOnce(Value) -> Result<T>) -> Result<Option<T>> {
        self.take(name).map(read).transpose().map_err(|error| error.within(name))
    }

    fn needed<T>(&mut self, name: &'static str, read: impl FnOnce(Value) -> Result<T>) -> Result<T> {
        self.given(name, read)?.ok_or_else(|| ErrorKind::BadField { reason: "it is missing".to_owned() }.at(name))
    }

    /// Refuses fields that were not asked for: nothing here knows them.
    fn end(self) -> Result<()> {
        match self.all.keys().find(|field| !self.known.contains(&field.as_str())) {
            None => Ok(()),
            Some(field) => Err(ErrorKind::UnknownField { field: field.clone(), known: self.known.join(", ") }.into()),
        }
    }
}

fn wrong(expected: &str) -> Error {
    ErrorKind::BadField { reason: format!("expected {expected}") }.into()
}

fn list<T>(value: Value, read: &dyn Fn(Value) -> Result<T>) -> Result<Vec<T>> {
    let Value::Array(items) = value else { return Err(wrong("a list")) };
    let mut list = Vec::with_capacity(items.len());
    for (index, item) in items.into_iter().enumerate() {
        list.push(read(item).map_err(|error| error.within(index))?);
    }
    Ok(list)
}

fn numbers(value: Value) -> Result<Vec<Option<f64>>> {
    list(value, &|value| match value {
        Value::Null => Ok(None),
        Value::Number(number) => Ok(number.as_f64()),
        _ => Err(wrong("a number or null")),
    })
}

fn subgroup(value: Value) -> Result<Option<Subgroup>> {
    match value {
        Value::Null => Ok(None),
        Value::Number(number) => Ok(number.as_f64().map(Subgroup::Number)),
        Value::String(name) => Ok(Some(Subgroup::Name(name))),
        _ => Err(wrong("a number, a name or null")),
    }
}

fn number(value: Value) -> Result<f64> {
    value.as_f64().ok_or_else(|| wrong("a number"))
}

fn whole(value: Value) -> Result<usize> {
    let whole = value.as_u64().and_then(|whole| usize::try_from(whole).ok());
    whole.ok_or_else(|| wrong("a whole number, 0 or more"))
}

fn flag(value: Value) -> Result<bool> {
    value.as_bool().ok_or_else(|| wrong("true or false"))
}

fn text(value: Value) -> Result<String> {
    if let Value::String(text) = value { Ok(text) } else { Err(wrong("a text")) }
}

fn date(value: Value) -> Result<Date> {
    match value {
        Value::String(text) => text.parse(),
        _ => Err(wrong("a date such as 2026-09-14")),
    }
}

fn choice<T: Copy>(value: Value, choices: &[(&str, T)]) -> Result<T> {
    let chosen = choices.iter().find(|(name, _)| value == *name);
    chosen.map(|(_, choice)| *choice).ok_or_else(|| {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        wrong(&format!("one of {}", names.join(", ")))
    })
}
