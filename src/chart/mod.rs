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
//!
//! A reading is made in steps, each a module: `decode` (JSON to input) → `check` (refusals) → `series` (rows to points
//! in time order, in phases) → `lines` (centre line and limits) → `runs` and `rules` (patterns) → `words`.
//!
//! Numbers agree with qicharts2 and, under the NHS rules, with NHSRplotthedots, but for these:
//! - a value over a denominator of 0 is missing here, not infinite;
//! - a given centre line of a t chart is a time here, not its 3.6th root;
//! - a gap in the middle of a trend never stops a reading here.

mod calendar;
mod certificate;
mod check;
mod columns;
mod constants;
mod decode;
mod funnel;
mod input;
mod lines;
mod nature;
mod pareto;
mod reading;
mod rules;
mod runs;
mod series;
mod suggest;
mod sums;
mod suppress;
mod words;
mod written;

pub use calendar::Calendar;
pub use certificate::{Certificate, Parameters};
pub use columns::{Charts, read_charts};
pub use decode::table_from_json;
pub use funnel::{FunnelInput, FunnelPoint, FunnelReading, Place, read_funnel};
pub use input::{Aggregate, ChartInput, ChartKind, CycleMark, Decision, Direction, Subgroup};
pub use pareto::{ParetoPart, ParetoReading, pareto_from_json, read_pareto};
pub use reading::{ChartPhase, ChartPoint, ChartReading, ChartSignal, Followed, Proposal};
pub use rules::{Assurance, PointType, RuleId, RuleSet, Signals, Variation};
pub use runs::Side;
pub use suggest::{Suggestion, suggest_chart};
pub use suppress::{SMALL, hide_small};

use crate::order::indexes;
use crate::{Message, Result};
use lines::Lines;
use rules::Pattern;
use runs::{USEFUL_FOR_A_VERDICT, crossings_limit, longest_run_limit, runs};
use series::{Group, Series};
use std::ops::Range;
use words::{Args, Words, say};

/// The fewest points of a phase from which the NHS guidance trusts its limits.
const NHS_SHORT_PHASE: usize = 13;

/// Reads a series: its lines, its runs, its signals, and all of it in words.
///
/// Refuses, with a code and the path of the field, what cannot be read: lists of different lengths, numbers beyond
/// 1e100, denominators that are needed or negative, times between events of 0 or less, a baseline that is too short,
/// an excluded point that is not there. Missing values, and values over a denominator of 0, are left out. Any other
/// input has a reading.
pub fn read_chart(input: &ChartInput) -> Result<ChartReading> {
    check::check(input)?;
    let series = Series::prepare(input)?;
    let mut stretches = stretches(input, &series);
    for (start, reason) in input.phase_starts.iter().zip(&input.phase_reasons) {
        if let Ok(at) = stretches.binary_search_by_key(start, |stretch| stretch.phase.start) {
            stretches[at].phase.reason = Some(reason.clone());
        }
    }
    let mut points = points(input, &series.groups, &stretches);
    let phases: Vec<ChartPhase> = stretches.iter().map(|stretch| stretch.phase.clone()).collect();
    let icons = (input.rules == RuleSet::Nhs).then(|| {
        let mut sides = Vec::new();
        for stretch in &stretches {
            rules::lean(&stretch.places, &stretch.patterns, &mut sides);
        }
        let limits = points.last().map_or((None, None), |point| (point.lower, point.upper));
        rules::icons(&sides, input.direction.unwrap_or(Direction::Neutral), input.target, limits)
    });

    let words = Words::new(input, &points);
    let signals = signals(&stretches, &points, input.multiply.unwrap_or(1.0), &words);
    let assurance = icons.as_ref().and_then(|icons| icons.assurance);
    let sentences = words.sentences(&phases, &signals, assurance);
    let warnings = warnings(input, &series, &phases);
    let proposals = words.proposals(&phases, &signals);
    mark(&mut points, &stretches);
    let variation = icons.as_ref().and_then(|icons| icons.variation);
    for (point, kind) in points.iter_mut().zip(icons.map(|icons| icons.types).unwrap_or_default()) {
        point.point_type = Some(kind);
    }
    let certificate = Certificate::of(input);
    Ok(ChartReading {
        kind: input.kind,
        points,
        phases,
        signals,
        proposals,
        gaps: calendar::gaps(input, &series.groups),
        variation,
        assurance,
        sentences,
        warnings,
        certificate,
    })
}

/// One phase with all that was reckoned for it.
struct Stretch {
    lines: Lines,
    places: Vec<rules::Place>,
    patterns: Vec<Pattern>,
    phase: ChartPhase,
}

fn stretches(input: &ChartInput, series: &Series) -> Vec<Stretch> {
    let stretch = |range: &Range<usize>| {
        let groups = series.groups.get(range.clone()).unwrap_or(&[]);
        Stretch::read(input, groups, range.start, series.baseline, series.categorical)
    };
    series.phases.iter().map(stretch).collect()
}

impl Stretch {
    /// Reads the points of one phase, of which the first is number `start` and the first `baseline` set the lines.
    fn read(input: &ChartInput, groups: &[Group], start: usize, baseline: usize, categorical: bool) -> Self {
        let judge_runs = lines::design(input.kind).runs && !categorical;
        let lines = Lines::draw(groups, baseline, input, categorical);
        let places = places(groups, &lines, start);
        let sides = places.iter().filter(|place| !place.excluded).filter_map(|place| Some((place.index, place.side?)));
        let runs = runs(sides);
        let limits = (longest_run_limit(runs.useful), crossings_limit(runs.useful));
        let phase = rules::Phase { places: &places, runs: &runs, limits, judge_runs };
        let patterns = rules::patterns(input.rules, input.only, &phase);
        // Without useful points there is nothing to count, and no limit to hold it against.
        let counted = |count: usize| runs.longest.is_some().then_some(count);
        let longest = runs.longest.map_or(0, |run| run.length);
        let factor = input.multiply.unwrap_or(1.0);
        let phase = ChartPhase {
            start,
            end: start + groups.len(),
            observations: groups.iter().filter(|group| !group.excluded).count(),
            useful: runs.useful,
            longest_run: counted(longest),
            longest_run_limit: counted(limits.0),
            crossings: counted(runs.crossings),
            crossings_limit: counted(limits.1),
            runs_signal: judge_runs && runs.past(limits),
            centre: lines.shown(lines.centre).and_then(|centre| finite(centre * factor)),
            reason: None,
        };
        Self { lines, places, patterns, phase }
    }

    /// For rules that look at zones: how wide the zone is at the start of the pattern, and the line that bounds it on its
    /// side, as plotted.
    fn threshold(&self, pattern: &Pattern, factor: f64) -> Option<(f64, f64)> {
        let thirds = match pattern.rule {
            RuleId::TwoInThree => 2.0,
            RuleId::FourInFive | RuleId::Hugging | RuleId::Avoiding => 1.0,
            _ => return None,
        };
        let reach = self.places.get(pattern.start.checked_sub(self.phase.start)?)?.reach?;
        let side = if pattern.side == Some(Side::Below) { -thirds } else { thirds };
        let line = self.lines.shown(self.lines.bound(side, Some(reach)))?;
        Some(((line * factor - self.phase.centre?).abs(), line * factor))
    }

    /// Value, lower and upper limit of a point, as plotted.
    fn plotted(&self, group: &Group, offset: usize, factor: f64) -> [Option<f64>; 3] {
        let scaled = |number: Option<f64>| number.and_then(|number| finite(number * factor));
        let (lower, upper) = self.lines.limits(offset);
        [scaled(self.lines.value(group, offset)), scaled(self.lines.shown(lower)), scaled(self.lines.shown(upper))]
    }
}

fn places(groups: &[Group], lines: &Lines, start: usize) -> Vec<rules::Place> {
    let place = |(offset, group): (usize, &Group)| {
        let value = lines.values.get(offset).copied().flatten();
        let (lower, upper) = lines.limits(offset);
        let outside = match value {
            Some(value) if upper.is_some_and(|upper| value > upper) => Some(Side::Above),
            Some(value) if lower.is_some_and(|lower| value < lower) => Some(Side::Below),
            _ => None,
        };
        rules::Place {
            index: start + offset,
            value,
            side: value.zip(lines.centre).and_then(|(value, centre)| Side::of(value, centre)),
            outside,
            excluded: group.excluded,
            middle: lines.middle,
            reach: lines.reach.get(offset).copied().flatten(),
        }
    };
    groups.iter().enumerate().map(place).collect()
}

/// The points as they are plotted, not yet marked.
fn points(input: &ChartInput, groups: &[Group], stretches: &[Stretch]) -> Vec<ChartPoint> {
    let factor = input.multiply.unwrap_or(1.0);
    let mut points = Vec::with_capacity(groups.len());
    for (number, stretch) in stretches.iter().enumerate() {
        let groups = groups.iter().skip(stretch.phase.start).take(stretch.places.len());
        points.extend(groups.enumerate().map(|(offset, group)| {
            let [value, lower, upper] = stretch.plotted(group, offset, factor);
            ChartPoint {
                index: stretch.phase.start + offset,
                date: group.date,
                value,
                centre: stretch.phase.centre,
                lower,
                upper,
                signals: Signals::default(),
                point_type: None,
                phase: number,
                excluded: group.excluded,
            }
        }));
    }
    if input.clamp_at_zero {
        clamp(&mut points);
    }
    points
}

/// Draws lower limits below 0 at 0, if no value is negative.
fn clamp(points: &mut [ChartPoint]) {
    if !points.iter().any(|point| point.value.is_some_and(|value| value < 0.0)) {
        for lower in points.iter_mut().filter_map(|point| point.lower.as_mut()) {
            *lower = lower.max(0.0);
        }
    }
}

fn finite(number: f64) -> Option<f64> {
    number.is_finite().then_some(number)
}

/// What the rules found, in words, where a phase has points enough for a verdict.
fn signals(stretches: &[Stretch], points: &[ChartPoint], factor: f64, words: &Words<'_>) -> Vec<ChartSignal> {
    let mut signals = Vec::new();
    for (number, stretch) in stretches.iter().enumerate() {
        if stretch.phase.useful < USEFUL_FOR_A_VERDICT {
            continue;
        }
        let start = |index: usize| stretch.patterns.get(index).map(|pattern| pattern.start);
        let order = indexes(stretch.patterns.len(), &|a, b| start(a).cmp(&start(b)));
        for pattern in order.into_iter().filter_map(|index| stretch.patterns.get(index)) {
            let (found, limit) = match pattern.rule {
                RuleId::BeyondLimits | RuleId::Astronomical => farthest(pattern, points),
                _ => (pattern.found as f64, pattern.limit as f64),
            };
            signals.push(ChartSignal {
                rule: pattern.rule,
                phase: number,
                start: pattern.start,
                end: pattern.end,
                side: pattern.side,
                found,
                limit,
                message: words.pattern(
                    pattern,
                    &stretch.phase,
                    stretch.threshold(pattern, factor).unwrap_or((found, limit)),
                ),
                followed: words.followed(pattern.start),
            });
        }
    }
    signals
}

/// The value that lies farthest beyond its limit, and that limit.
fn farthest(pattern: &Pattern, points: &[ChartPoint]) -> (f64, f64) {
    let beyond = pattern.members.iter().filter_map(|&index| {
        let point = points.get(index)?;
        let limit = if pattern.side == Some(Side::Above) { point.upper? } else { point.lower? };
        Some((point.value?, limit))
    });
    let distance = |(value, limit): &(f64, f64)| (value - limit).abs();
    beyond.max_by(|a, b| distance(a).total_cmp(&distance(b))).unwrap_or_default()
}

/// Notes on each point of which patterns it is part.
fn mark(points: &mut [ChartPoint], stretches: &[Stretch]) {
    for pattern in stretches.iter().flat_map(|stretch| &stretch.patterns) {
        for &member in &pattern.members {
            if let Some(point) = points.get_mut(member) {
                point.signals.insert(pattern.rule);
            }
        }
    }
}

fn warnings(input: &ChartInput, series: &Series, phases: &[ChartPhase]) -> Vec<Message> {
    let mut warnings = series.warnings.clone();
    let mut found = |key, found: f64| {
        let mut args = Args::default();
        args.number("found", (found * 100.0).round() / 100.0);
        warnings.push(say(key, args));
    };
    let groups = |phase: &ChartPhase| series.groups.get(phase.start..phase.end).unwrap_or(&[]);
    if input.kind != ChartKind::Run
        && lines::design(input.kind).runs
        && let Some(alike) = nature::correlation(phases.iter().map(groups))
    {
        found("chart-alike", alike);
    }
    if nature::is_daily(&series.groups) && nature::weekdays_differ(&series.groups) {
        found("chart-weekdays-differ", 0.0);
    }
    if matches!(input.kind, ChartKind::P | ChartKind::U)
        && let Some(wider) = nature::overdispersion(&series.groups, input.kind == ChartKind::P)
    {
        found(if input.kind == ChartKind::P { "chart-scattered-p" } else { "chart-scattered-u" }, wider);
    }
    let mut warn = |key| warnings.push(say(key, Args::default()));
    if !input.cycles.is_empty() && series.groups.iter().all(|group| group.date.is_none()) {
        warn("chart-cycles-need-dates");
    }
    if series.categorical {
        warn("chart-categories");
    }
    if matches!(input.kind, ChartKind::Xbar | ChartKind::S) && series.groups.iter().all(|group| group.count < 2) {
        warn("chart-needs-subgroups");
    }
    if input.rules == RuleSet::Ihi && input.only.is_none_or(|only| only.contains(RuleId::Trend)) {
        warn("chart-trend-note");
    }
    let zones = matches!(input.rules, RuleSet::Nhs | RuleSet::WesternElectric | RuleSet::Nelson);
    if zones && input.kind == ChartKind::Run {
        warn("chart-rules-need-limits");
    }
    let short = phases.iter().filter(|phase| phase.end - phase.start < NHS_SHORT_PHASE).count();
    if short > 0 && input.rules == RuleSet::Nhs {
        let mut args = Args::default();
        args.count("count", short).count("needed", NHS_SHORT_PHASE);
        warnings.push(say("chart-short-phase", args));
    }
    warnings
}
