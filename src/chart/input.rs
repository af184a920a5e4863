//! What a chart is asked to read: the series, and how to read it.

use super::RuleSet;
use crate::{Date, Error, ErrorKind, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The kind of chart. Serialised as its usual short name: `run`, `i`, `mr`, `ip`, `p`, `pp`, `u`, `up`, `c`, `g`,
/// `t`, `xbar`, `s`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum ChartKind {
    /// Run chart: the values and their median.
    #[default]
    Run,
    /// Individuals (X of XmR): single values, limits from the moving ranges.
    I,
    /// Moving ranges (mR of XmR).
    Mr,
    /// I prime: individuals or rates whose limits follow the size of each denominator.
    Ip,
    /// Proportion of a denominator.
    P,
    /// P prime (Laney): proportions with more spread than a binomial has.
    Pp,
    /// Rate of events over an area of opportunity.
    U,
    /// U prime (Laney): rates with more spread than a Poisson has.
    Up,
    /// Count of events over equal areas of opportunity.
    C,
    /// Cases between rare events.
    G,
    /// Time between rare events.
    T,
    /// Means of subgroups.
    Xbar,
    /// Standard deviations of subgroups.
    S,
}

impl ChartKind {
    /// Every kind with its name.
    pub const ALL: [(Self, &'static str); 13] = [
        (Self::Run, "run"),
        (Self::I, "i"),
        (Self::Mr, "mr"),
        (Self::Ip, "ip"),
        (Self::P, "p"),
        (Self::Pp, "pp"),
        (Self::U, "u"),
        (Self::Up, "up"),
        (Self::C, "c"),
        (Self::G, "g"),
        (Self::T, "t"),
        (Self::Xbar, "xbar"),
        (Self::S, "s"),
    ];

    /// The short name, as it is serialised.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("run", |(_, name)| name)
    }
}

impl std::str::FromStr for ChartKind {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let known = Self::ALL.iter().find(|(_, name)| *name == text).map(|(kind, _)| *kind);
        known.ok_or_else(|| ErrorKind::UnknownChartKind { kind: text.chars().take(40).collect() }.into())
    }
}

/// Which way the measure should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Higher is better.
    Increase,
    /// Lower is better.
    Decrease,
    /// Neither is better.
    Neutral,
}

/// How several rows of one subgroup become one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Aggregate {
    /// Their mean.
    #[default]
    Mean,
    /// Their median.
    Median,
    /// Their sum; 0 of a subgroup without values.
    Sum,
    /// Their standard deviation (n − 1).
    Sd,
}

/// The name of a subgroup: rows with the same name make one point.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Subgroup {
    /// A place in an order, such as the number of a week.
    Number(f64),
    /// A name. Names that all begin with a date are in time order; others have no order in time.
    Name(String),
}

/// A cycle to be marked on a chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CycleMark {
    /// Its id in the plan.
    pub id: String,
    /// 1 for the first cycle.
    pub number: u32,
    /// What was tried, in a few words.
    pub label: String,
    /// The day it started.
    pub start: Date,
    /// The day it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// What was decided: adopt, adapt or abandon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
}

/// What was decided at the end of a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    /// The change stays.
    Adopt,
    /// The change is tried again in another form.
    Adapt,
    /// The change is given up.
    Abandon,
}

/// A series and how to read it. Lists that are given must have one entry for each value.
///
/// Limits: at most 200,000 values, each of a magnitude of at most 1e100.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChartInput {
    /// The kind of chart.
    pub kind: ChartKind,
    /// Values in time order, or numerators where denominators are given; `None` or NaN is missing.
    pub values: Vec<Option<f64>>,
    /// Denominators, 0 or more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominators: Option<Vec<Option<f64>>>,
    /// The subgroup of each value. Rows without one are left out. Points come in the order of their subgroups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subgroups: Option<Vec<Option<Subgroup>>>,
    /// How several rows of one subgroup become one value.
    #[serde(default)]
    pub aggregate: Aggregate,
    /// One date for each value; points are put in time order first, and every index below counts in that order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<Vec<Date>>,
    /// Index of the first point of each phase after the first. Those past the last point have no effect yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phase_starts: Vec<usize>,
    /// How many points from the start set the centre line and limits; 1 or more. Left out: all of them. Under the
    /// NHS rules it counts in each phase and is 12 or more; under the others it needs a series of one phase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<usize>,
    /// Index of points that are drawn but not reckoned with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclude: Vec<usize>,
    /// A centre line that is given rather than reckoned, before `multiply`. For a g chart: the mean number of cases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub centre: Option<f64>,
    /// Factor for values, centre line and limits, such as 100 to plot a proportion in percent; more than 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub multiply: Option<f64>,
    /// Lower limits below 0 are drawn at 0 if no value is negative.
    #[serde(default)]
    pub clamp_at_zero: bool,
    /// Leave out moving ranges beyond 3.267 times their mean, once, before they set the limits (Nelson 1982). Default
    /// true.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub screen_moving_ranges: Option<bool>,
    /// Which rules look for signals.
    #[serde(default)]
    pub rules: RuleSet,
    /// Which way the measure should go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Where the measure should get to, as plotted (after `multiply`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// What is measured, for sentences and the picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What stands behind a number: `%` or a word such as `pupils`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Cycles that were run while the values were collected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cycles: Vec<CycleMark>,
}

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
        serde_json::from_str(text).map_err(|error| explain(text, &error))
    }
}

/// Finds the field that made the derived reader give up, so that the refusal can name it.
#[cold]
fn explain(text: &str, error: &serde_json::Error) -> Error {
    let reason = error.to_string();
    let Ok(Value::Object(fields)) = serde_json::from_str(text) else {
        return if error.is_data() {
            ErrorKind::BadField { reason }.into()
        } else {
            ErrorKind::NotJson { reason }.into()
        };
    };
    for (name, value) in &fields {
        let found = match (name.as_str(), value) {
            ("kind", Value::String(kind)) => kind.parse::<ChartKind>().err(),
            ("dates", Value::Array(dates)) => first_refused(dates, date),
            ("values" | "denominators", Value::Array(numbers)) => {
                first_refused(numbers, |value| expect(value.is_number() || value.is_null(), "a number or null"))
            }
            ("subgroups", Value::Array(names)) => first_refused(names, |value| {
                expect(value.is_number() || value.is_string() || value.is_null(), "a number, a name or null")
            }),
            ("phaseStarts" | "exclude", Value::Array(numbers)) => {
                first_refused(numbers, |value| expect(value.is_u64(), "a whole number, 0 or more"))
            }
            ("cycles", Value::Array(cycles)) => first_refused(cycles, cycle),
            ("baseline", value) => expect(value.is_u64() || value.is_null(), "a whole number, 1 or more"),
            ("multiply" | "target" | "centre", value) => expect(value.is_number() || value.is_null(), "a number"),
            _ => None,
        };
        if let Some(found) = found {
            return found.within(name);
        }
    }
    // serde writes: unknown field `tagret`, expected one of `kind`, `values`, …
    match reason.split('`').collect::<Vec<_>>().as_slice() {
        ["unknown field ", field, _, known @ ..] => {
            let known: Vec<&str> = known.iter().step_by(2).copied().collect();
            ErrorKind::UnknownField { field: (*field).to_owned(), known: known.join(", ") }.into()
        }
        _ => ErrorKind::BadField { reason }.into(),
    }
}

fn first_refused(list: &[Value], check: impl Fn(&Value) -> Option<Error>) -> Option<Error> {
    list.iter().enumerate().find_map(|(index, value)| check(value).map(|error| error.within(index)))
}

fn expect(holds: bool, expected: &str) -> Option<Error> {
    (!holds).then(|| ErrorKind::BadField { reason: format!("expected {expected}") }.into())
}

fn date(value: &Value) -> Option<Error> {
    match value {
        Value::String(text) => text.parse::<Date>().err(),
        _ => expect(false, "a date such as 2026-09-14"),
    }
}

fn cycle(value: &Value) -> Option<Error> {
    let ends = ["start", "end"].iter().find_map(|name| match value.get(name) {
        None | Some(Value::Null) => None,
        Some(given) => date(given).map(|error| error.within(name)),
    });
    ends.or_else(|| CycleMark::deserialize(value).err().map(|e| ErrorKind::BadField { reason: e.to_string() }.into()))
}
