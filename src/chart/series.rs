//! From a checked input to a series: rows become points in time order, and points fall into phases.

use super::sums::{deviation, mean, median, total};
use super::suppress::hide_small;
use super::words::{Args, say, say_count};
use super::{Aggregate, ChartInput, ChartKind, RuleSet, Subgroup};
use crate::order::indexes;
use crate::{Date, ErrorKind, Message, Result};
use std::cmp::Ordering;
use std::ops::Range;

/// The rows of one subgroup, summed up. Most series have one row in each.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
    pub date: Option<Date>,
    /// What the rows amount to: their rate where there are denominators, else their aggregate.
    pub value: Option<f64>,
    /// The sum of the values.
    pub sum: Option<f64>,
    /// The sum of the denominators, if there are any.
    pub size: Option<f64>,
    /// How many values are present.
    pub count: usize,
    /// Their mean.
    pub mean: Option<f64>,
    /// Their standard deviation.
    pub deviation: Option<f64>,
    pub excluded: bool,
    /// The first of its rows, counted as given.
    pub row: usize,
}

/// A series in time order.
#[derive(Debug)]
pub(super) struct Series {
    pub groups: Vec<Group>,
    /// In order, without gaps, each with at least one point.
    pub phases: Vec<Range<usize>>,
    /// How many points of a phase set its lines.
    pub baseline: usize,
    /// Subgroups with names that are no dates: they stand side by side, not in time.
    pub categorical: bool,
    pub warnings: Vec<Message>,
}

#[derive(Debug, Clone)]
struct Row<'a> {
    key: Key<'a>,
    date: Option<Date>,
    value: Option<f64>,
    size: Option<f64>,
    row: usize,
}

/// What rows of one subgroup share: a number (of the row, of the day, or as given) or a name.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Key<'a>(f64, &'a str);

impl Key<'_> {
    fn order(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0).then_with(|| self.1.cmp(other.1))
    }
}

impl Series {
    /// Puts a checked `input` in order.
    pub fn prepare(input: &ChartInput) -> Result<Self> {
        let mut warnings = Vec::new();
        // Subgroups of a day need no names of their own.
        let by_day = input.dates.is_some() && matches!(input.kind, ChartKind::Xbar | ChartKind::S);
        let (groups, several, categorical) = if input.subgroups.is_some() || by_day {
            let (rows, categorical) = rows(input, &mut warnings);
            let (groups, several) = grouped(&rows, input);
            (groups, several, categorical)
        } else {
            ((0..input.values.len()).map(|row| alone(input, row)).collect(), false, false)
        };
        let mut groups = in_time(groups);
        if let Some(calendar) = &input.calendar {
            // No school, no value: nothing is missing there.
            groups.retain(|group| group.count > 0 || group.date.is_none_or(|date| calendar.is_session(date)));
        }
        let mut absent = 0;
        for &index in &input.exclude {
            match groups.get_mut(index) {
                Some(group) => group.excluded = true,
                None => absent += 1,
            }
        }
        if absent > 0 {
            warnings.push(say_count("chart-excluded-not-there", "count", absent));
        }
        times(input, &groups)?;
        warn_of_gaps(input, &groups, several, &mut warnings);
        if let Some(threshold) = input.suppress {
            hide(input, &mut groups, threshold, &mut warnings);
        }
        let (phases, late) = phases(&input.phase_starts, groups.len());
        if late > 0 {
            warnings.push(say_count("chart-phase-without-points", "count", late));
        }
        let baseline = baseline(input, phases.len(), &mut warnings);
        Ok(Self { groups, phases, baseline, categorical, warnings })
    }
}

/// One group for each subgroup, in the order of the subgroups; and whether any has several rows.
fn grouped(rows: &[Row<'_>], input: &ChartInput) -> (Vec<Group>, bool) {
    let key = |index: usize| rows.get(index).map_or(Key(0.0, ""), |row| row.key);
    let order = indexes(rows.len(), &|a, b| key(a).order(&key(b)));
    let members: Vec<&[usize]> = order.chunk_by(|&a, &b| key(a) == key(b)).collect();
    let several = members.len() < rows.len();
    let summed = |members: &&[usize]| {
        let members: Vec<&Row<'_>> = members.iter().filter_map(|&index| rows.get(index)).collect();
        summed(&members, input.denominators.is_some(), input.aggregate, several)
    };
    (members.iter().map(summed).collect(), several)
}

/// The point of a row that stands alone.
pub(super) fn alone(input: &ChartInput, row: usize) -> Group {
    let mut value = present(&input.values, row);
    let size = input.denominators.as_deref().map(|sizes| present(sizes, row));
    if let Some(size) = size {
        value = value.filter(|_| size.is_some());
    }
    // Nothing is there of a row that lacks one of the two.
    let size = size.map(|size| size.filter(|_| value.is_some()).unwrap_or(0.0));
    Group {
        date: input.dates.as_ref().and_then(|dates| dates.get(row)).copied(),
        value: rate(value, size),
        sum: value,
        size,
        count: usize::from(value.is_some()),
        mean: value,
        deviation: None,
        excluded: false,
        row,
    }
}

/// Hides the points that rest on few people.
fn hide(input: &ChartInput, groups: &mut [Group], threshold: f64, warnings: &mut Vec<Message>) {
    let shares = matches!(input.kind, ChartKind::P | ChartKind::Pp);
    let fewest = |group: &Group| match group.size {
        // Of a share, those who are not counted can be few too.
        Some(size) if shares => group.sum.map(|sum| sum.min(size - sum)),
        Some(size) => group.sum.map(|sum| sum.min(size)),
        None => group.sum,
    };
    // What is missing anyway tells nobody anything.
    let mut present: Vec<&mut Group> = groups.iter_mut().filter(|group| group.count > 0).collect();
    let counts = present.iter().map(|group| fewest(group)).collect();
    let hidden = hide_small(&[counts], threshold);
    let mut count = 0;
    for (group, _) in present.iter_mut().zip(hidden.iter().flatten()).filter(|(_, hidden)| **hidden) {
        count += 1;
        let size = group.size.map(|_| 0.0);
        **group = Group { value: None, sum: None, size, count: 0, mean: None, deviation: None, ..**group };
    }
    if count > 0 {
        let mut args = Args::default();
        args.count("count", count).number("threshold", threshold);
        warnings.push(say("chart-hidden", args));
    }
}

/// A value over its denominator, if there is one. Nothing out of nothing has no rate; nor has something, which other
/// software plots at infinity.
fn rate(value: Option<f64>, size: Option<f64>) -> Option<f64> {
    match size {
        Some(size) => value.map(|value| value / size).filter(|rate| rate.is_finite()),
        None => value,
    }
}

/// Groups by date, where they have dates and are not in order yet.
fn in_time(groups: Vec<Group>) -> Vec<Group> {
    if groups.is_sorted_by_key(|group| group.date) {
        return groups;
    }
    let date = |index: usize| groups.get(index).and_then(|group: &Group| group.date);
    let order = indexes(groups.len(), &|a, b| date(a).cmp(&date(b)));
    order.into_iter().filter_map(|index| groups.get(index).copied()).collect()
}

/// The rows that belong to a point, and whether their subgroups are categories.
fn rows<'a>(input: &'a ChartInput, warnings: &mut Vec<Message>) -> (Vec<Row<'a>>, bool) {
    let names = input.subgroups.as_deref().unwrap_or(&[]);
    // A time of day may follow.
    let day = |name: &str| name.get(..10)?.parse::<Date>().ok();
    let dated = names.iter().all(|name| match name {
        Some(Subgroup::Name(name)) => day(name).is_some(),
        Some(Subgroup::Number(_)) => false,
        None => true,
    });
    let named = names.iter().any(|name| matches!(name, Some(Subgroup::Name(_))));
    let categorical = named && !dated && input.dates.is_none();
    let mut rows = Vec::with_capacity(input.values.len());
    for row in 0..input.values.len() {
        let date = input.dates.as_ref().and_then(|dates| dates.get(row)).copied();
        let by_name = match names.get(row) {
            Some(Some(Subgroup::Name(name))) if dated => day(name),
            _ => None,
        };
        let key = match names.get(row) {
            // Only subgroups of a day come without names.
            _ if input.subgroups.is_none() => Key(date.map_or(0.0, |date| f64::from(date.day_number())), ""),
            Some(Some(Subgroup::Number(number))) if !number.is_nan() => Key(number + 0.0, ""), // -0 is 0
            Some(Some(Subgroup::Name(name))) => Key(0.0, name), // dates as texts are in time order
            _ => continue,
        };
        let mut value = present(&input.values, row);
        let mut size = None;
        if let Some(denominators) = &input.denominators {
            size = present(denominators, row).filter(|_| value.is_some());
            value = value.filter(|_| size.is_some());
        }
        rows.push(Row { key, date: date.or(by_name), value, size, row });
    }
    let dropped = input.values.len() - rows.len();
    if dropped > 0 {
        warnings.push(say_count("chart-rows-without-subgroup", "count", dropped));
    }
    (rows, categorical)
}

/// The value of a row; NaN is missing too.
fn present(column: &[Option<f64>], row: usize) -> Option<f64> {
    column.get(row).copied().flatten().filter(|value| !value.is_nan())
}

/// One point from the rows of a subgroup.
fn summed(rows: &[&Row<'_>], rated: bool, aggregate: Aggregate, several: bool) -> Group {
    let values: Vec<f64> = rows.iter().filter_map(|row| row.value).collect();
    let sizes: Vec<f64> = rows.iter().filter_map(|row| row.size).collect();
    let single = rows.first().filter(|_| rows.len() == 1);
    let all = total(&values);
    let size = rated.then(|| total(&sizes));
    let value = match (size, single) {
        (Some(_), _) => rate(Some(all), size),
        (None, Some(row)) if !several => row.value,
        (None, _) => match aggregate {
            Aggregate::Mean => mean(&values),
            Aggregate::Median => median(values.clone()),
            Aggregate::Sum => Some(all),
            Aggregate::Sd => deviation(&values),
        },
    };
    Group {
        date: rows.iter().filter_map(|row| row.date).min(),
        value,
        sum: single.map_or(Some(all), |row| row.value),
        size,
        count: values.len(),
        mean: mean(&values),
        deviation: deviation(&values),
        excluded: false,
        row: rows.first().map_or(0, |row| row.row),
    }
}

fn warn_of_gaps(input: &ChartInput, groups: &[Group], several: bool, warnings: &mut Vec<Message>) {
    let missing = groups.iter().filter(|group| group.count == 0).count();
    let sums = several && (input.aggregate == Aggregate::Sum || input.kind == ChartKind::C);
    if missing > 0 {
        let key = if sums && input.denominators.is_none() { "chart-empty-sums" } else { "chart-values-missing" };
        let mut args = Args::default();
        args.count("count", missing).count("of", groups.len());
        warnings.push(say(key, args));
    }
    let empty = groups.iter().filter(|group| group.count > 0 && group.size == Some(0.0)).count();
    if empty > 0 {
        warnings.push(say_count("chart-denominators-zero", "count", empty));
    }
}

/// The phases that begin at these points, and how many begin after the last.
pub(super) fn phases(starts: &[usize], count: usize) -> (Vec<Range<usize>>, usize) {
    let late = starts.iter().filter(|&&start| start >= count).count();
    let mut begins = vec![false; count];
    for &start in starts {
        if let Some(begins) = begins.get_mut(start) {
            *begins = true;
        }
    }
    let mut phases: Vec<Range<usize>> = Vec::new();
    for (index, begins) in begins.into_iter().enumerate() {
        match phases.last_mut() {
            Some(phase) if !begins => phase.end = index + 1,
            _ => phases.push(index..index + 1),
        }
    }
    (phases, late)
}

/// Refuses times between events that are no times.
pub(super) fn times(input: &ChartInput, groups: &[Group]) -> Result<()> {
    if input.kind == ChartKind::T
        && let Some(group) = groups.iter().find(|group| group.value.is_some_and(|value| value <= 0.0))
    {
        let expected = "the time between two events is more than 0";
        return Err(ErrorKind::BadNumber { expected }.at(format!("values.{}", group.row)));
    }
    Ok(())
}

/// How many points of each phase set its lines. The NHS rules take as many from each phase; elsewhere the phases are
/// the baselines.
fn baseline(input: &ChartInput, phases: usize, warnings: &mut Vec<Message>) -> usize {
    let Some(baseline) = input.baseline else { return usize::MAX };
    if input.phase_starts.is_empty() {
        return baseline;
    }
    if input.rules != RuleSet::Nhs {
        warnings.push(say("chart-baseline-ignored", Args::default()));
        return usize::MAX;
    }
    if phases > 1 {
        warnings.push(say_count("chart-baseline-each-phase", "baseline", baseline));
    }
    baseline
}
