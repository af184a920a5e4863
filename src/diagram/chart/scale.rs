//! What the height of the plot stands for, and its round numbers.

use super::super::numbers;
use super::super::numbers::between;

/// What the height of the plot stands for.
pub struct Scale {
    pub low: f64,
    pub high: f64,
    pub step: f64,
    pub decimals: usize,
}

impl Scale {
    pub fn of(values: impl Iterator<Item = f64> + Clone, percent: bool) -> Self {
        let low = values.clone().fold(f64::MAX, f64::min);
        let high = values.fold(f64::MIN, f64::max);
        if low > high {
            return Self { low: 0.0, high: 1.0, step: f64::INFINITY, decimals: 0 };
        }
        let largest = low.abs().max(high.abs());
        // Values that hardly differ are not blown up: a flat series should look flat.
        let span = (high - low).max(largest * 0.02).max(1e-4);
        let middle = low + (high - low) / 2.0;
        let (mut bottom, mut top) = (middle - span * 0.58, middle + span * 0.58);
        if low >= 0.0 {
            bottom = bottom.max(0.0);
        }
        if percent && high <= 100.0 {
            top = top.min(100.0);
        }
        let with = |parts| {
            let (step, decimals) = numbers::round_step(top - bottom, parts);
            Self { low: bottom, high: top, step, decimals }
        };
        // As few ticks as will do, but at least three.
        [5.0, 7.0, 10.0].map(with).into_iter().find(|scale| scale.ticks().count() >= 3).unwrap_or_else(|| with(12.0))
    }

    /// Multiples of the step; none where there is nothing to measure.
    pub fn ticks(&self) -> impl Iterator<Item = f64> {
        let (first, last) = ((self.low / self.step).ceil(), (self.high / self.step).floor());
        let last = if self.step.is_finite() { last } else { first - 1.0 };
        let count = between(last - first, -1.0, 20.0) + 1.0;
        (0..count as usize).map(move |i| (first + i as f64) * self.step)
    }
}
