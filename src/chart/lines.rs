//! Centre lines and limits: what each kind of chart plots, where its centre lies, and how far chance reaches.
//!
//! The formulas are those of Montgomery, *Introduction to Statistical Quality Control*, of Provost and Murray, *The
//! Health Care Data Guide*, of Laney (2002, doi 10.1081/QEN-120006555) for the primed charts, and of Taylor's
//! normalised individuals for `ip`. Limits stand at three standard deviations.

use super::constants::{c4, root_power, root_power_back};
use super::series::Group;
use super::sums::{mean, median, total};
use super::{ChartInput, ChartKind, RuleSet};

/// How a kind of chart is made.
#[derive(Debug)]
pub(super) struct Design {
    pub kind: ChartKind,
    plots: Plots,
    centre: Centre,
    reach: Reach,
    /// Limits do not leave this range.
    range: (f64, f64),
    pub needs_denominators: bool,
    /// Whether runs about the centre line mean something. Neighbouring moving ranges share a value.
    pub runs: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Plots {
    /// The rate or the aggregate of the subgroup.
    Value,
    /// The sum of the subgroup.
    Sum,
    /// The distance to the value before.
    Range,
    /// The standard deviation of the subgroup.
    Deviation,
    /// The 3.6th root, which makes waiting times nearly normal (Nelson 1994).
    Root,
}

#[derive(Debug, Clone, Copy)]
enum Centre {
    Median,
    Mean,
    /// All events over all opportunities.
    Rate,
    /// The mean, each value weighed by its denominator.
    BySize,
    /// The mean of all values in all subgroups.
    ByCount,
    /// What subgroups deviate by from their own means.
    Within,
}

/// How far the limits lie from the centre line.
#[derive(Debug, Clone, Copy)]
enum Reach {
    None,
    /// From the moving range of the plotted values.
    MovingRange,
    /// The share of the centre line that reaches from it to D4 times it.
    OfCentre(f64),
    /// From moving ranges that are brought to one size.
    SizedRange,
    /// Binomial; `laney` lets the moving range of the standardised values widen it.
    Binomial {
        laney: bool,
    },
    /// Poisson, likewise.
    Poisson {
        laney: bool,
    },
    /// Poisson for an area of opportunity of 1.
    Count,
    /// Geometric, about the mean.
    Geometric,
    /// Of means of subgroups.
    Means,
    /// Of standard deviations of subgroups.
    Deviations,
}

/// The factor from a mean moving range to a standard deviation (d2 of two).
const D2: f64 = 1.128;
/// The factor from a mean moving range to three standard deviations as the NHS rounds it.
const NHS_FACTOR: f64 = 2.66;
/// The upper limit of a moving range over its mean (D4 of two).
const D4: f64 = 3.267;
/// The same for ranges of unequal size, unrounded.
const SIZED_D4: f64 = 3.2665;
/// The theoretical median of a geometric waiting time over its mean (Provost and Murray).
const GEOMETRIC_MEDIAN: f64 = 0.693;

const EVERYWHERE: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);
const FROM_ZERO: (f64, f64) = (0.0, f64::INFINITY);
const SHARE: (f64, f64) = (0.0, 1.0);

/// The kinds in the order of [`ChartKind::ALL`].
#[rustfmt::skip]
static DESIGNS: [Design; 13] = {
    use ChartKind as K;
    use Plots as P;
    use Centre as C;
    use Reach as R;
    const fn row(kind: K, plots: P, centre: C, reach: R, range: (f64, f64), needs_denominators: bool, runs: bool) -> Design {
        Design { kind, plots, centre, reach, range, needs_denominators, runs }
    }
    [
        //  kind      plots         centre      reach                          range       denominators, runs
        row(K::Run,  P::Value,     C::Median,  R::None,                        EVERYWHERE, false, true),
        row(K::I,    P::Value,     C::Mean,    R::MovingRange,                 EVERYWHERE, false, true),
        row(K::Mr,   P::Range,     C::Mean,    R::OfCentre(D4 - 1.0),          FROM_ZERO,  false, false),
        row(K::Ip,   P::Value,     C::BySize,  R::SizedRange,                  EVERYWHERE, false, true),
        row(K::P,    P::Value,     C::Rate,    R::Binomial { laney: false },   SHARE,      true,  true),
        row(K::Pp,   P::Value,     C::Rate,    R::Binomial { laney: true },    SHARE,      true,  true),
        row(K::U,    P::Value,     C::Rate,    R::Poisson { laney: false },    FROM_ZERO,  true,  true),
        row(K::Up,   P::Value,     C::Rate,    R::Poisson { laney: true },     FROM_ZERO,  true,  true),
        row(K::C,    P::Sum,       C::Mean,    R::Count,                       FROM_ZERO,  false, true),
        row(K::G,    P::Value,     C::Median,  R::Geometric,                   FROM_ZERO,  false, true),
        row(K::T,    P::Root,      C::Mean,    R::MovingRange,                 FROM_ZERO,  false, true),
        row(K::Xbar, P::Value,     C::ByCount, R::Means,                       EVERYWHERE, false, true),
        row(K::S,    P::Deviation, C::Within,  R::Deviations,                  FROM_ZERO,  false, true),
    ]
};

/// How charts of this kind are made.
pub(super) fn design(kind: ChartKind) -> &'static Design {
    let [run, ..] = &DESIGNS;
    DESIGNS.iter().find(|design| design.kind == kind).unwrap_or(run)
}

/// The lines of one phase, on the scale on which they were reckoned.
#[derive(Debug)]
pub(super) struct Lines {
    design: &'static Design,
    pub values: Vec<Option<f64>>,
    /// The line that is drawn, and about which runs are counted.
    pub centre: Option<f64>,
    /// Where the limits are measured from; the centre line but in a g chart.
    pub middle: Option<f64>,
    /// Three standard deviations at each point; empty where the kind has no limits.
    pub reach: Vec<Option<f64>>,
}

impl Lines {
    /// Reckons the lines of the points of one phase, of which the first `baseline` set them.
    pub fn draw(groups: &[Group], baseline: usize, input: &ChartInput, categorical: bool) -> Self {
        let design = design(input.kind);
        let values = plotted(design.plots, groups);
        let set = Baseline { groups, values: &values, first: baseline };
        let given = input.centre.map(|centre| if design.plots == Plots::Root { root_power(centre) } else { centre });
        let (centre, middle) = match (given, design.reach) {
            (Some(mean), Reach::Geometric) => (Some(GEOMETRIC_MEDIAN * mean), Some(mean)),
            (Some(centre), _) => (Some(centre), Some(centre)),
            (None, Reach::Geometric) => (set.centre(design.centre), set.centre(Centre::Mean)),
            (None, _) => {
                let centre = set.centre(design.centre);
                (centre, centre)
            }
        };
        let (centre, middle) = (centre.and_then(finite), middle.and_then(finite));
        let screened = input.screen_moving_ranges.unwrap_or(true);
        let nhs = input.rules == RuleSet::Nhs;
        let ranges = Ranges { screened, nhs, categorical };
        let reach = middle.map_or_else(Vec::new, |middle| set.reach(design.reach, middle, ranges));
        Self { design, values, centre, middle, reach }
    }

    /// The limits at a point, as drawn on the scale on which they were reckoned.
    pub fn limits(&self, offset: usize) -> (Option<f64>, Option<f64>) {
        let (least, most) = self.design.range;
        let reach = self.reach.get(offset).copied().flatten();
        let lower = self.bound(-3.0, reach).map(|limit| limit.max(least));
        let upper = self.bound(3.0, reach).map(|limit| limit.min(most));
        // The lower limit of distances and times is 0 where nothing else is reckoned.
        let lower = match self.design.plots {
            Plots::Range => Some(0.0),
            Plots::Root => lower.or(Some(0.0)),
            _ => lower,
        };
        (lower, upper)
    }

    /// The unclamped line at so many thirds of the reach from the middle: 3 is the upper limit, -2 the lower warning.
    pub fn bound(&self, thirds: f64, reach: Option<f64>) -> Option<f64> {
        finite(self.middle? + reach? * (thirds / 3.0))
    }

    /// From the scale of reckoning to the scale of the values.
    pub fn shown(&self, line: Option<f64>) -> Option<f64> {
        let line = line?;
        Some(if self.design.plots == Plots::Root { root_power_back(line) } else { line })
            .filter(|line| line.is_finite())
    }

    /// What is plotted for a point, on the scale of the values.
    pub fn value(&self, group: &Group, offset: usize) -> Option<f64> {
        if self.design.plots == Plots::Root { group.value } else { self.values.get(offset).copied().flatten() }
    }
}

fn plotted(plots: Plots, groups: &[Group]) -> Vec<Option<f64>> {
    let mut before = None;
    groups
        .iter()
        .map(|group| match plots {
            Plots::Value => group.value,
            Plots::Sum => group.sum,
            Plots::Deviation => group.deviation,
            Plots::Root => group.value.map(root_power),
            Plots::Range => {
                let range = group.value.zip(before).map(|(value, before)| f64::abs(value - before));
                before = group.value;
                range
            }
        })
        .collect()
}

/// What sets the lines of a phase.
struct Baseline<'a> {
    /// The whole phase.
    groups: &'a [Group],
    values: &'a [Option<f64>],
    /// So many of its points set the lines, but for those that are excluded.
    first: usize,
}

/// How moving ranges are read.
#[derive(Clone, Copy)]
struct Ranges {
    screened: bool,
    nhs: bool,
    categorical: bool,
}

impl<'a> Baseline<'a> {
    /// The points that set the lines.
    fn points(&self) -> impl Iterator<Item = (&'a Group, Option<f64>)> {
        let points = self.groups.iter().zip(self.values).take(self.first).filter(|(group, _)| !group.excluded);
        points.map(|(group, value)| (group, *value))
    }

    /// A number from each point that has it.
    fn column(&self, number: &dyn Fn(&Group, Option<f64>) -> Option<f64>) -> Vec<f64> {
        let mut column = Vec::with_capacity(self.groups.len());
        column.extend(self.points().filter_map(|(group, value)| number(group, value)));
        column
    }

    fn centre(&self, centre: Centre) -> Option<f64> {
        let share = |part: &dyn Fn(&Group, Option<f64>) -> Option<f64>, whole: &dyn Fn(&Group) -> Option<f64>| {
            Some(total(&self.column(part)) / total(&self.column(&|group, _| whole(group))))
        };
        match centre {
            Centre::Median => median(self.column(&|_, value| value)),
            Centre::Mean => mean(&self.column(&|_, value| value)),
            Centre::Rate => share(&|group, _| group.sum, &|group| group.size),
            Centre::BySize => share(&|group, value| Some(size(group) * value?), &|group| Some(size(group))),
            Centre::ByCount => {
                let count = |group: &Group| group.count as f64;
                share(&|group, _| Some(count(group) * group.mean?), &|group| Some(count(group)))
            }
            Centre::Within => self.within(),
        }
    }

    /// What values deviate by from the mean of their subgroup: the mean of the subgroups' standard deviations where
    /// all are of one size, else pooled (Montgomery 6.29 and 6.31).
    fn within(&self) -> Option<f64> {
        let count = self.groups.first()?.count;
        if self.groups.iter().all(|group| group.count == count) {
            return mean(&self.column(&|group, _| group.deviation));
        }
        let freedom = |group: &Group| group.count as f64 - 1.0;
        let squares = self.column(&|group, _| Some(freedom(group) * (group.deviation? * group.deviation?)));
        let all = self.column(&|group, _| Some(freedom(group)));
        finite((total(&squares) / total(&all)).sqrt())
    }

    /// Three standard deviations at each point of the phase.
    fn reach(&self, reach: Reach, middle: f64, ranges: Ranges) -> Vec<Option<f64>> {
        let each = |reach: &dyn Fn(&Group) -> Option<f64>| -> Vec<Option<f64>> {
            self.groups.iter().map(|group| reach(group).and_then(finite)).collect()
        };
        let all = |reach: Option<f64>| vec![reach.and_then(finite); self.groups.len()];
        let opportunities = |group: &Group| group.size.unwrap_or(0.0);
        match reach {
            Reach::None => Vec::new(),
            Reach::OfCentre(share) => all(Some(share * middle)),
            Reach::Count => all(Some(3.0 * middle.sqrt())),
            Reach::Geometric => all(Some(3.0 * (middle * (middle + 1.0)).sqrt())),
            Reach::MovingRange => {
                let mean = mean_range(self.points().map(|(_, value)| value), ranges.screened);
                all(mean.map(|mean| if ranges.nhs { NHS_FACTOR * mean } else { 3.0 * (mean / D2) }))
            }
            Reach::SizedRange => {
                let deviation = self.sized_deviation(ranges.screened);
                each(&|group| Some(3.0 * (deviation? * (1.0 / size(group)).sqrt())))
            }
            Reach::Binomial { laney } | Reach::Poisson { laney } => {
                let variance = if matches!(reach, Reach::Binomial { .. }) { middle * (1.0 - middle) } else { middle };
                let deviation = |group: &Group| (variance / opportunities(group)).sqrt();
                let wider = if laney { self.laney(middle, ranges, &deviation) } else { Some(1.0) };
                each(&|group| Some(3.0 * (deviation(group) * wider?)))
            }
            Reach::Means => {
                let within = self.within();
                each(&|group| Some(3.0 / (c4(group.count)? * (group.count as f64).sqrt()) * within?))
            }
            Reach::Deviations => each(&|group| {
                let c4 = c4(group.count)?;
                Some(3.0 * (1.0 - c4 * c4).sqrt() / c4 * middle)
            }),
        }
    }

    /// How much wider than the plain limits the values scatter, once each is standardised.
    fn laney(&self, middle: f64, ranges: Ranges, deviation: &dyn Fn(&Group) -> f64) -> Option<f64> {
        let standardise = |group: &Group, value: Option<f64>| finite((value? - middle) / deviation(group));
        if !ranges.categorical {
            let all = self.points().map(|(group, value)| standardise(group, value));
            return Some(mean_range(all, ranges.screened)? / D2);
        }
        // Categories have no neighbours. A missing one leaves the scatter unknown.
        let present = self.column(&standardise);
        super::sums::deviation(&present).filter(|_| present.len() == self.points().count())
    }

    /// The standard deviation of a value of size 1, from every pair of neighbours in the phase.
    fn sized_deviation(&self, screened: bool) -> Option<f64> {
        let half_pi = std::f64::consts::FRAC_PI_2.sqrt();
        let mut deviations = Vec::with_capacity(self.groups.len());
        let mut before: Option<(f64, f64)> = None;
        for (group, value) in self.groups.iter().zip(self.values) {
            let here = value.map(|value| (value, 1.0 / size(group)));
            if let (Some((value, share)), Some((last, last_share))) = (here, before) {
                deviations.push(half_pi * (value - last).abs() / (last_share + share).sqrt());
            }
            before = here;
        }
        screened_mean(&deviations, screened.then_some(SIZED_D4))
    }
}

/// The denominator of a point, or how many values it is made of.
fn size(group: &Group) -> f64 {
    group.size.unwrap_or(group.count as f64)
}

fn finite(number: f64) -> Option<f64> {
    number.is_finite().then_some(number)
}

/// The mean distance between neighbours. A missing value has none to either side.
fn mean_range(values: impl Iterator<Item = Option<f64>>, screened: bool) -> Option<f64> {
    let mut ranges = Vec::new();
    let mut before: Option<f64> = None;
    for value in values {
        ranges.extend(value.zip(before).map(|(value, before)| (value - before).abs()));
        before = value;
    }
    screened_mean(&ranges, screened.then_some(D4))
}

/// The mean; with a factor, the mean of those that are less than so many times the mean, once. Where all are 0, none
/// is less, and there is no mean.
fn screened_mean(ranges: &[f64], factor: Option<f64>) -> Option<f64> {
    let all = mean(ranges)?;
    let Some(factor) = factor else { return Some(all) };
    mean(&ranges.iter().copied().filter(|range| *range < factor * all).collect::<Vec<_>>())
}
