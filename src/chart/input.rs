//! What a chart is asked to read: the series, and how to read it.

use super::{Calendar, RuleSet, Signals};
use crate::{Date, Error, ErrorKind, Result};
use serde::Serialize;

/// The kind of chart. Serialised as its usual short name: `run`, `i`, `mr`, `ip`, `p`, `pp`, `u`, `up`, `c`, `g`,
/// `t`, `xbar`, `s`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Default)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Default)]
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
#[derive(Debug, Clone, PartialEq)]
pub enum Subgroup {
    /// A place in an order, such as the number of a week.
    Number(f64),
    /// A name. Names that all begin with a date are in time order; others have no order in time.
    Name(String),
}

/// A cycle to be marked on a chart.
#[derive(Debug, Clone, PartialEq)]
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
    pub end: Option<Date>,
    /// What was decided: adopt, adapt or abandon.
    pub decision: Option<Decision>,
}

/// What was decided at the end of a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ChartInput {
    /// The kind of chart.
    pub kind: ChartKind,
    /// Values in time order, or numerators where denominators are given; `None` or NaN is missing.
    pub values: Vec<Option<f64>>,
    /// Denominators, 0 or more.
    pub denominators: Option<Vec<Option<f64>>>,
    /// The subgroup of each value. Rows without one are left out. Points come in the order of their subgroups.
    pub subgroups: Option<Vec<Option<Subgroup>>>,
    /// How several rows of one subgroup become one value.
    pub aggregate: Aggregate,
    /// One date for each value; points are put in time order first, and every index below counts in that order.
    pub dates: Option<Vec<Date>>,
    /// Index of the first point of each phase after the first. Those past the last point have no effect yet.
    pub phase_starts: Vec<usize>,
    /// How many points from the start set the centre line and limits; 1 or more. Left out: all of them. Under the
    /// NHS rules it counts in each phase and is 12 or more; under the others it needs a series of one phase.
    pub baseline: Option<usize>,
    /// Why each phase begins, in the order of `phase_starts`: what a person said when the chart was re-based.
    pub phase_reasons: Vec<String>,
    /// Index of points that are drawn but not reckoned with.
    pub exclude: Vec<usize>,
    /// Index of points whose value the source hides, because it would speak of too few people; for the picture.
    pub suppressed: Vec<usize>,
    /// A centre line that is given rather than reckoned, before `multiply`. For a g chart: the mean number of cases.
    pub centre: Option<f64>,
    /// Factor for values, centre line and limits, such as 100 to plot a proportion in percent; more than 0.
    pub multiply: Option<f64>,
    /// Lower limits below 0 are drawn at 0 if no value is negative.
    pub clamp_at_zero: bool,
    /// Leave out moving ranges beyond 3.267 times their mean, once, before they set the limits (Nelson 1982). Default
    /// true.
    pub screen_moving_ranges: Option<bool>,
    /// Which rules look for signals.
    pub rules: RuleSet,
    /// Those of the set that do; left out: all of them.
    pub only: Option<Signals>,
    /// Which way the measure should go.
    pub direction: Option<Direction>,
    /// Where the measure should get to, as plotted (after `multiply`).
    pub target: Option<f64>,
    /// What is measured, for sentences and the picture.
    pub title: Option<String>,
    /// What stands behind a number: `%` or a word such as `pupils`.
    pub unit: Option<String>,
    /// The days on which there is school: a missing value on another day is no gap.
    pub calendar: Option<Calendar>,
    /// Hide points that rest on fewer people than this, and one more where a total would give a single one away; see
    /// [`hide_small`](super::hide_small). Left out: show all.
    pub suppress: Option<f64>,
    /// Cycles that were run while the values were collected.
    pub cycles: Vec<CycleMark>,
}
