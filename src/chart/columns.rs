//! Many series in one call: numbers in columns, without the words.

use super::check;
use super::rules::{icons, lean};
use super::series::{Group, alone, phases, times};
use super::{
    Assurance, Certificate, ChartInput, ChartPhase, Direction, PointType, RuleSet, Signals, Stretch, Variation,
};
use crate::{ErrorKind, Result};

/// What was read from many series, end to end, in columns: the same as [`read_chart`](super::read_chart) gives for each
/// by itself. NaN is missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Charts {
    /// What is plotted; like the next four, one for each point.
    pub value: Vec<f64>,
    /// The lower limit.
    pub lower: Vec<f64>,
    /// The upper limit.
    pub upper: Vec<f64>,
    /// The rules of whose pattern the point is part.
    pub signals: Vec<Signals>,
    /// Under the NHS rules, what the point means; else empty.
    pub types: Vec<PointType>,
    /// All phases, with the centre line; none spans two series. Their points count through all series.
    pub phases: Vec<ChartPhase>,
    /// For each series the number of its first phase, and one more at the end.
    pub series: Vec<usize>,
    /// For each series, under the NHS rules, what its latest point says.
    pub variation: Vec<Option<Variation>>,
    /// For each series, under the NHS rules, whether the process meets its target.
    pub assurance: Vec<Option<Assurance>>,
    /// What the readings rest on: all series as one input.
    pub certificate: Certificate,
}

/// Reads many series that are charted alike. `input` holds their values end to end, and `starts` the index of the first
/// value of each; `phase_starts` and `exclude` count through all of them. A baseline counts in each series.
///
/// Refuses what [`read_chart`](super::read_chart) refuses; dates, subgroups, a calendar, hidden points and cycles; and
/// starts that fall.
///
/// ```
/// use headwater::chart::{ChartInput, read_charts};
///
/// let input = ChartInput { values: [3.0, 5.0, 4.0, 90.0, 91.0].map(Some).to_vec(), ..ChartInput::default() };
/// let charts = read_charts(&input, &[0, 3])?;
/// assert_eq!(charts.phases.iter().map(|phase| phase.centre).collect::<Vec<_>>(), [Some(4.0), Some(90.5)]);
/// # Ok::<(), headwater::Error>(())
/// ```
pub fn read_charts(input: &ChartInput, starts: &[usize]) -> Result<Charts> {
    check::check(input)?;
    let count = input.values.len();
    let given = [
        ("dates", input.dates.is_some()),
        ("subgroups", input.subgroups.is_some()),
        ("calendar", input.calendar.is_some()),
        ("suppress", input.suppress.is_some()),
        ("cycles", !input.cycles.is_empty()),
    ];
    if let Some((name, _)) = given.into_iter().find(|(_, given)| *given) {
        let expected = "Many series at once have their points in time order, and no such field.".to_owned();
        return Err(ErrorKind::BadParameter { expected }.at(name));
    }
    if !starts.is_sorted() || starts.first().is_some_and(|first| *first != 0) || starts.last() > Some(&count) {
        let expected = "Series begin at 0, each where the one before ends.".to_owned();
        return Err(ErrorKind::BadParameter { expected }.at("starts"));
    }
    let mut groups: Vec<Group> = (0..count).map(|row| alone(input, row)).collect();
    for &index in &input.exclude {
        if let Some(group) = groups.get_mut(index) {
            group.excluded = true;
        }
    }
    times(input, &groups)?;

    let mut own_phase = vec![false; count];
    for &start in &input.phase_starts {
        if let Some(own) = own_phase.get_mut(start) {
            *own = true;
        }
    }
    let begins: Vec<usize> = starts.iter().chain(&input.phase_starts).copied().collect();
    let mut ranges = phases(&begins, count).0.into_iter().peekable();
    let nhs = input.rules == RuleSet::Nhs;
    let factor = input.multiply.unwrap_or(1.0);
    let column = || Vec::with_capacity(count);
    let mut charts = Charts {
        value: column(),
        lower: column(),
        upper: column(),
        signals: vec![Signals::default(); count],
        types: Vec::new(),
        phases: Vec::with_capacity(starts.len()),
        series: Vec::with_capacity(starts.len() + 1),
        variation: Vec::new(),
        assurance: Vec::new(),
        certificate: Certificate::of(input),
    };
    for (number, &start) in starts.iter().enumerate() {
        let end = starts.get(number + 1).copied().unwrap_or(count);
        charts.series.push(charts.phases.len());
        // As with one series: a baseline and phases are used together under the NHS rules only.
        let in_phases = !nhs && own_phase.get(start..end).is_some_and(|own| own.contains(&true));
        let baseline = input.baseline.filter(|_| !in_phases).unwrap_or(usize::MAX);
        let mut sides = Vec::new();
        while let Some(range) = ranges.next_if(|range| range.start < end) {
            let of_phase = groups.get(range.clone()).unwrap_or(&[]);
            let stretch = Stretch::read(input, of_phase, range.start, baseline, false);
            for (offset, group) in of_phase.iter().enumerate() {
                let [value, lower, upper] = stretch.plotted(group, offset, factor).map(|line| line.unwrap_or(f64::NAN));
                charts.value.push(value);
                charts.lower.push(lower);
                charts.upper.push(upper);
            }
            for pattern in &stretch.patterns {
                for &member in &pattern.members {
                    charts.signals[member].insert(pattern.rule);
                }
            }
            if nhs {
                lean(&stretch.places, &stretch.patterns, &mut sides);
            }
            charts.phases.push(stretch.phase);
        }
        let (values, lowers) = (&charts.value[start..], &mut charts.lower[start..]);
        if input.clamp_at_zero && !values.iter().any(|value| *value < 0.0) {
            lowers.iter_mut().filter(|lower| **lower < 0.0).for_each(|lower| *lower = 0.0);
        }
        let mut found = (None, None);
        if nhs {
            let last = |column: &[f64]| column.last().copied().filter(|limit| start < end && !limit.is_nan());
            let limits = (last(&charts.lower), last(&charts.upper));
            let icons = icons(&sides, input.direction.unwrap_or(Direction::Neutral), input.target, limits);
            charts.types.extend(icons.types);
            found = (icons.variation, icons.assurance);
        }
        charts.variation.push(found.0);
        charts.assurance.push(found.1);
    }
    charts.series.push(charts.phases.len());
    Ok(charts)
}
