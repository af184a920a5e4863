//! What a chart says: points, phases, signals, and the reading in words.

use super::{Assurance, Certificate, ChartKind, PointType, RuleId, Side, Signals, Variation};
use crate::{Date, Message};
use serde::Serialize;

/// One point as it is plotted.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChartPoint {
    /// 0 for the first in time order.
    pub index: usize,
    /// Its date, if dates were given.
    pub date: Option<Date>,
    /// What is plotted.
    pub value: Option<f64>,
    /// The centre line at this point.
    pub centre: Option<f64>,
    /// The lower limit, where the kind has limits.
    pub lower: Option<f64>,
    /// The upper limit.
    pub upper: Option<f64>,
    /// The rules of whose pattern the point is part.
    pub signals: Signals,
    /// Under the NHS rules, what the point means; else `None`.
    #[serde(rename = "type")]
    pub point_type: Option<PointType>,
    /// 0 for the first phase.
    pub phase: usize,
    /// Drawn but not reckoned with.
    pub excluded: bool,
}

/// A stretch of a series with a centre line of its own.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChartPhase {
    /// Index of the first point.
    pub start: usize,
    /// One past the index of the last point.
    pub end: usize,
    /// Points that are not excluded, whether their value is present or not.
    pub observations: usize,
    /// Those of them that lie off the centre line.
    pub useful: usize,
    /// The most useful points in a row on one side; `None` without useful points, like the three below.
    pub longest_run: Option<usize>,
    /// The longest run that chance alone makes usual.
    pub longest_run_limit: Option<usize>,
    /// How often the series crosses the centre line.
    pub crossings: Option<usize>,
    /// The fewest crossings that chance alone makes usual.
    pub crossings_limit: Option<usize>,
    /// Whether the longest run or the crossings are past their limit, whatever the rule set. Given for any number of
    /// useful points; a verdict in `signals` and in words needs ten. Never for moving ranges and categories, where
    /// runs mean nothing.
    pub runs_signal: bool,
    /// The centre line as plotted.
    pub centre: Option<f64>,
    /// Why it begins, as a person said.
    pub reason: Option<String>,
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChartSignal {
    /// The rule.
    pub rule: RuleId,
    /// The phase it was found in.
    pub phase: usize,
    /// Index of the first point of the pattern.
    pub start: usize,
    /// Index of the last point of the pattern.
    pub end: usize,
    /// The side of the centre line, where the rule knows one; above for a rise, below for a fall.
    pub side: Option<Side>,
    /// What was found: how many points or crossings; of points beyond a limit, the farthest value.
    pub found: f64,
    /// What would have been usual: the most points in such a pattern, the fewest crossings or runs, the limit there.
    pub limit: f64,
    /// The finding in words.
    pub message: Message,
    /// The cycle it came after, if one had started by then.
    pub followed: Option<Followed>,
}

/// The latest cycle that had started when a pattern began. That it came first does not prove that it was the cause.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Followed {
    /// The id of the cycle.
    pub cycle: String,
    /// How many points lie between the start of the cycle and the pattern.
    pub points: usize,
    /// How many days lie between them.
    pub days: i32,
    /// The same in words.
    pub message: Message,
}

/// A phase that might begin where a cycle started. It is for people to say whether it does, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Proposal {
    /// Index of the first point of the phase.
    pub start: usize,
    /// The id of the cycle.
    pub cycle: String,
    /// The same in words.
    pub message: Message,
}

/// A chart that was read.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChartReading {
    /// The kind of chart.
    pub kind: ChartKind,
    /// The points in time order.
    pub points: Vec<ChartPoint>,
    /// The phases in time order.
    pub phases: Vec<ChartPhase>,
    /// What the rules found. Empty while a phase has fewer than ten useful points.
    pub signals: Vec<ChartSignal>,
    /// Phases that might begin where a cycle started.
    pub proposals: Vec<Proposal>,
    /// Index of the points before which there was school without a value; needs a calendar.
    pub gaps: Vec<usize>,
    /// Under the NHS rules, what the latest point says of the series.
    pub variation: Option<Variation>,
    /// Under the NHS rules, whether the process meets its target; needs a target and a direction.
    pub assurance: Option<Assurance>,
    /// The reading in words; the first one is the headline.
    pub sentences: Vec<Message>,
    /// What was assumed, ignored or missing.
    pub warnings: Vec<Message>,
    /// What the reading rests on.
    pub certificate: Certificate,
}
