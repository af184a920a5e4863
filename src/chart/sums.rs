//! Sums, means and medians that are right to the last bit, so that a value on the centre line is seen to lie on it:
//! the mean of 0.1, 0.1, 0.1 is 0.1.

use crate::order::indexes;

/// A sum and the rounding error it made (Neumaier, “Rundungsfehleranalyse einiger Verfahren zur Summation endlicher
/// Summen”, ZAMM 54, 1974).
fn sum(values: &[f64]) -> (f64, f64) {
    let (mut high, mut low) = (0.0_f64, 0.0);
    for &value in values {
        let total = high + value;
        low += if high.abs() >= value.abs() { (high - total) + value } else { (value - total) + high };
        high = total;
    }
    (high, low)
}

/// The sum; 0 of nothing.
pub(super) fn total(values: &[f64]) -> f64 {
    let (high, low) = sum(values);
    high + low
}

/// The mean; `None` of nothing.
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    let count = values.len() as f64;
    let (high, low) = sum(values);
    let total = high + low;
    let lost = (high - total) + low;
    let mean = total / count;
    // One step of correction with what the division left over.
    let (product, error) = two_product(mean, count);
    Some(mean + (((total - product) - error) + lost) / count)
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

/// The standard deviation with n − 1; `None` of fewer than two.
pub(super) fn deviation(values: &[f64]) -> Option<f64> {
    let mean = mean(values)?;
    let squares: Vec<f64> = values.iter().map(|value| (value - mean) * (value - mean)).collect();
    let freedom = values.len().checked_sub(1).filter(|freedom| *freedom > 0)?;
    Some((total(&squares) / freedom as f64).sqrt())
}

/// The middle value, or the mean of the middle two; `None` of nothing.
pub(super) fn median(values: &[f64]) -> Option<f64> {
    let at = |index: usize| values.get(index).copied().unwrap_or(0.0);
    let order = indexes(values.len(), &|a, b| at(a).total_cmp(&at(b)));
    let half = order.len() / 2;
    let upper = at(*order.get(half)?);
    if order.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = at(*order.get(half.checked_sub(1)?)?);
    Some((lower + upper) * 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_of_equal_values_is_that_value() {
        for value in [0.1, 1.0 / 3.0, 93.27, 1e-9, 7.7e99] {
            for count in 1..200 {
                assert_eq!(mean(&vec![value; count]), Some(value), "{count} times {value}");
            }
        }
    }

    #[test]
    fn a_small_value_survives_between_large_ones() {
        assert_eq!(total(&[1e100, 1.0, -1e100]), 1.0);
    }

    #[test]
    fn the_median_of_an_even_number_lies_between_the_middle_two() {
        assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), Some(2.5));
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn one_value_does_not_deviate() {
        assert_eq!((deviation(&[]), deviation(&[3.0]), deviation(&[1.0, 3.0])), (None, None, Some(2.0_f64.sqrt())));
    }
}
