//! Sums, means and medians that are right to the last bit, so that a value on the centre line is seen to lie on it:
//! the mean of 0.1, 0.1, 0.1 is 0.1.

/// A sum that carries its rounding error along (Neumaier, “Rundungsfehleranalyse einiger Verfahren zur Summation
/// endlicher Summen”, ZAMM 54, 1974).
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum {
    high: f64,
    low: f64,
    count: usize,
}

impl Sum {
    fn add(&mut self, value: f64) {
        let total = self.high + value;
        self.low +=
            if self.high.abs() >= value.abs() { (self.high - total) + value } else { (value - total) + self.high };
        self.high = total;
        self.count += 1;
    }

    /// The sum; 0 of nothing.
    pub fn total(self) -> f64 {
        self.high + self.low
    }

    /// The mean; `None` of nothing.
    pub fn mean(self) -> Option<f64> {
        if self.count == 0 {
            return None;
        }
        let count = self.count as f64;
        let total = self.high + self.low;
        let lost = (self.high - total) + self.low;
        let mean = total / count;
        // One step of correction with what the division left over.
        let (product, error) = two_product(mean, count);
        Some(mean + (((total - product) - error) + lost) / count)
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        let mut sum = Self::default();
        values.into_iter().for_each(|value| sum.add(value));
        sum
    }
}

/// The product, and the rounding error it made (Dekker, Numerische Mathematik 18, 1971). Sound up to 1e290.
fn two_product(a: f64, b: f64) -> (f64, f64) {
    let split = |x: f64| {
        let wide = 134_217_729.0 * x; // 2^27 + 1
        let high = wide - (wide - x);
        (high, x - high)
    };
    let product = a * b;
    let ((a_high, a_low), (b_high, b_low)) = (split(a), split(b));
    (product, a_low * b_low - (((product - a_high * b_high) - a_low * b_high) - a_high * b_low))
}

/// The middle value, or the mean of the middle two; `None` of nothing.
pub(super) fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let half = sorted.len() / 2;
    let upper = *sorted.get(half)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get(half.checked_sub(1)?)?;
    Some((lower + upper) * 0.5)
}

/// The standard deviation with n − 1; `None` of fewer than two.
pub(super) fn deviation(values: impl Iterator<Item = f64> + Clone) -> Option<f64> {
    let sum: Sum = values.clone().collect();
    let mean = sum.mean()?;
    let squares: Sum = values.map(|value| (value - mean) * (value - mean)).collect();
    (sum.count > 1).then(|| (squares.total() / (sum.count - 1) as f64).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_of_equal_values_is_that_value() {
        for value in [0.1, 1.0 / 3.0, 93.27, 1e-9, 7.7e99] {
            for count in 1..200 {
                assert_eq!((0..count).map(|_| value).collect::<Sum>().mean(), Some(value), "{count} times {value}");
            }
        }
    }

    #[test]
    fn a_small_value_survives_between_large_ones() {
        assert_eq!([1e100, 1.0, -1e100].into_iter().collect::<Sum>().total(), 1.0);
    }

    #[test]
    fn the_median_of_an_even_number_lies_between_the_middle_two() {
        assert_eq!(median([4.0, 1.0, 3.0, 2.0].into_iter()), Some(2.5));
        assert_eq!(median([3.0, 1.0, 2.0].into_iter()), Some(2.0));
        assert_eq!(median(std::iter::empty()), None);
    }
}
