//! Runs and crossings: how long a series stays on one side of its centre line, and how often it changes sides.
//!
//! A point on the centre line is not useful: it neither ends a run nor lengthens it.

use serde::Serialize;

/// A side of the centre line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Higher than the centre line.
    Above,
    /// Lower than the centre line.
    Below,
}

impl Side {
    /// The side of `centre` on which `value` lies; `None` on the line.
    pub(super) fn of(value: f64, centre: f64) -> Option<Self> {
        if value > centre {
            Some(Self::Above)
        } else if value < centre {
            Some(Self::Below)
        } else {
            None
        }
    }

    /// The side on which `value` lies beyond these limits.
    pub(super) fn beyond(value: f64, [lower, upper]: [f64; 2]) -> Option<Self> {
        if value > upper {
            Some(Self::Above)
        } else if value < lower {
            Some(Self::Below)
        } else {
            None
        }
    }

    /// The word for it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::Below => "below",
        }
    }
}

/// Below this many points off the centre line a chart says nothing about chance.
pub(super) const USEFUL_FOR_A_VERDICT: usize = 10;

/// A stretch of useful points on one side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Run {
    /// Index of the first useful point.
    pub start: usize,
    /// Index of the last useful point.
    pub end: usize,
    pub length: usize,
    pub side: Side,
}

/// The runs of a phase.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Runs {
    /// Points off the centre line.
    pub useful: usize,
    /// The longest run; the latest of several that are equally long. `None` without useful points.
    pub longest: Option<Run>,
    pub crossings: usize,
}

impl Runs {
    /// Whether the longest run, or the crossings, are past these limits.
    pub fn past(&self, (longest, fewest): (usize, usize)) -> bool {
        self.longest.is_some() && (self.long(longest) || self.crossings < fewest)
    }

    /// Whether the longest run is longer than so many.
    pub fn long(&self, limit: usize) -> bool {
        self.longest.is_some_and(|run| run.length > limit)
    }
}

/// Counts the runs of points, each given as its index and the side it lies on.
pub(super) fn runs(sides: impl Iterator<Item = (usize, Side)>) -> Runs {
    let mut found = Runs::default();
    let mut current: Option<Run> = None;
    for (index, side) in sides {
        found.useful += 1;
        let run = match current {
            Some(run) if run.side == side => Run { end: index, length: run.length + 1, ..run },
            before => {
                found.crossings += usize::from(before.is_some());
                Run { start: index, end: index, length: 1, side }
            }
        };
        if found.longest.is_none_or(|longest| run.length >= longest.length) {
            found.longest = Some(run);
        }
        current = Some(run);
    }
    found
}

/// The longest run that chance alone makes usual among `useful` points: log2 of them, rounded, plus 3 (Anhøj and
/// Olesen 2014, doi 10.1371/journal.pone.0113825). `useful` is 1 or more.
pub(super) fn longest_run_limit(useful: usize) -> usize {
    // Rounding log2(n) up from k happens at n = 2^(k + 1/2), that is n² = 2^(2k + 1): whole numbers, no logarithm.
    let square = (useful as u128).saturating_mul(useful as u128).max(1);
    let doubled = square.ilog2() as usize;
    doubled.div_ceil(2) + 3
}

/// The fewest crossings that chance alone makes usual among `useful` points: the 5% quantile of a binomial with
/// `useful` − 1 trials of probability one half (same source). `useful` is 1 or more.
pub(super) fn crossings_limit(useful: usize) -> usize {
    /// So many trials have 2^trials outcomes, still finite as a double.
    const FINITE: usize = 1000;
    let trials = useful.saturating_sub(1);
    // A sum of whole numbers is never exactly 5% of a power of two, so rounding (about 1e-12 here) cannot decide.
    if trials <= FINITE {
        let all = f64::from_bits((1023 + trials as u64) << 52);
        let (mut successes, mut ways, mut tail) = (0, 1.0, 1.0);
        while tail < 0.05 * all && successes < trials {
            ways *= (trials - successes) as f64 / (successes + 1) as f64;
            successes += 1;
            tail += ways;
        }
        return successes;
    }
    let Binomial { middle, below, .. } = binomial(trials);
    // By symmetry: the weights up to the middle, and again above it; with an even number of trials the middle is one.
    let half: f64 = below.iter().rev().sum();
    let all = if trials.is_multiple_of(2) { 2.0 * half - 1.0 } else { 2.0 * half };
    let mut tail = 0.0;
    for (distance, weight) in below.iter().enumerate().rev() {
        tail += weight;
        if tail >= 0.05 * all {
            return middle - distance;
        }
    }
    middle
}

/// A binomial distribution of probability one half.
pub(super) struct Binomial {
    trials: usize,
    middle: usize,
    /// Weights relative to the one in the middle, falling away from it, as far as they can matter.
    below: Vec<f64>,
}

pub(super) fn binomial(trials: usize) -> Binomial {
    let middle = trials / 2;
    let mut below = vec![1.0];
    let mut weight = 1.0;
    for k in (1..=middle).rev() {
        weight *= k as f64 / (trials - k + 1) as f64;
        if weight < 1e-20 {
            break;
        }
        below.push(weight);
    }
    Binomial { trials, middle, below }
}

impl Binomial {
    /// The weight of so many successes; 0 of more than there are trials.
    pub fn weight(&self, successes: usize) -> f64 {
        let fewer = self.trials.checked_sub(successes).map(|failures| failures.min(successes));
        fewer.and_then(|fewer| self.below.get(self.middle - fewer)).copied().unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limits_grow_with_the_number_of_useful_points() {
        // Useful points, longest run, fewest crossings; 24 points with 8 and 8 are the authors' own example.
        for (useful, longest, fewest) in
            [(10, 6, 2), (12, 7, 3), (16, 7, 4), (20, 7, 6), (24, 8, 8), (30, 8, 10), (50, 9, 19), (100, 10, 41)]
        {
            assert_eq!((longest_run_limit(useful), crossings_limit(useful)), (longest, fewest), "{useful} points");
        }
    }

    #[test]
    fn the_run_limit_is_the_rounded_logarithm_plus_three() {
        for useful in 1..5000_usize {
            assert_eq!(longest_run_limit(useful), (useful as f64).log2().round() as usize + 3, "{useful} points");
        }
    }

    #[test]
    fn the_crossings_limit_is_the_exact_binomial_quantile() {
        for useful in 1..=100_usize {
            let trials = useful as u32 - 1;
            let (mut choose, mut tail, mut exact) = (1_u128, 0_u128, None);
            for k in 0..=trials {
                tail += choose;
                if exact.is_none() && 20 * tail >= 1_u128 << trials {
                    exact = Some(k as usize);
                }
                choose = choose * u128::from(trials - k) / u128::from(k + 1);
            }
            assert_eq!(Some(crossings_limit(useful)), exact, "{useful} points");
        }
    }

    #[test]
    fn points_on_the_line_neither_end_a_run_nor_lengthen_it() {
        let values = [3.0, 1.0, 2.0, 1.0, 1.0, 3.0];
        let sides = values.iter().enumerate().filter_map(|(i, v)| Some((i, Side::of(*v, 2.0)?)));
        let found = runs(sides);
        assert_eq!((found.useful, found.crossings), (5, 2));
        assert_eq!(found.longest, Some(Run { start: 1, end: 4, length: 3, side: Side::Below }));
    }

    #[test]
    fn the_limits_grow_to_the_largest_series_without_a_stumble() {
        let mut last = 0;
        for useful in (1..200_000).step_by(997) {
            let limit = crossings_limit(useful);
            assert!(limit >= last && limit <= useful / 2, "{useful} points: {limit}");
            last = limit;
        }
    }
}
