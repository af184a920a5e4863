//! Sums, means and medians that are right to the last bit, so that a value on the centre line is seen to lie on it:
//! the mean of 0.1, 0.1, 0.1 is 0.1.

use crate::order::by_number;

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
pub(super) fn median(mut values: Vec<f64>) -> Option<f64> {
    let half = values.len() / 2;
    select(&mut values, half);
    let upper = *values.get(half)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let (first, rest) = values.get(..half)?.split_first()?;
    let lower = rest.iter().fold(*first, |most, value| if *value > most { *value } else { most });
    Some((lower + upper) * 0.5)
}

/// Brings the value that belongs at `place` in order there, those that are no larger before it (Hoare, “Find”,
/// Communications of the ACM 4, 1961).
fn select(values: &mut [f64], place: usize) {
    let (mut low, mut high) = (0, values.len().saturating_sub(1));
    for round in 0.. {
        if low >= high {
            return;
        }
        // A series may be made so that every pivot is bad. Sorting bounds what that costs.
        if round == MOST_ROUNDS {
            let sorted: Vec<f64> = by_number(values.iter().copied()).into_iter().map(|index| values[index]).collect();
            return values.copy_from_slice(&sorted);
        }
        let (a, b, c) = (values[low], values[low + (high - low) / 2], values[high]);
        let pivot = a.min(b).max(a.max(b).min(c));
        let (mut left, mut right) = (low, high);
        while left <= right {
            while values[left] < pivot {
                left += 1;
            }
            while values[right] > pivot {
                right -= 1;
            }
            if left <= right {
                values.swap(left, right);
                left += 1;
                if right == 0 {
                    break;
                }
                right -= 1;
            }
        }
        if place <= right && right < left {
            high = right;
        } else if place >= left {
            low = left;
        } else {
            return;
        }
    }
}

/// Halving 200,000 values takes 18 rounds.
const MOST_ROUNDS: usize = 60;

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
        assert_eq!(median(vec![4.0, 1.0, 3.0, 2.0]), Some(2.5));
        assert_eq!(median(vec![3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(vec![]), None);
    }

    #[test]
    fn the_median_is_the_middle_of_the_sorted_values() {
        // By a multiplier that visits every rest once, so that orders differ; with ties, and up to where sorting helps.
        for count in 1..400_usize {
            for ties in [1, 3, 50] {
                let values: Vec<f64> = (0..count).map(|at| (at * 7919 % count / ties) as f64 - 20.0).collect();
                let mut sorted = values.clone();
                sorted.sort_by(f64::total_cmp);
                let expected = (sorted[count / 2] + sorted[(count - 1) / 2]) * 0.5;
                assert_eq!(median(values), Some(expected), "{count} values, {ties} alike");
            }
        }
    }

    #[test]
    fn a_series_made_to_be_slow_has_its_median_too() {
        // What makes the median of three a bad pivot each time (Musser 1997).
        let half = 2_000_i32;
        let killer = (1..=half).map(|k| if k % 2 == 1 { k } else { half + k - 1 }).chain((1..=half).map(|k| 2 * k));
        let values: Vec<f64> = killer.map(f64::from).collect();
        let mut sorted = values.clone();
        sorted.sort_by(f64::total_cmp);
        assert_eq!(median(values), Some((sorted[1999] + sorted[2000]) * 0.5));
    }

    #[test]
    fn one_value_does_not_deviate() {
        assert_eq!((deviation(&[]), deviation(&[3.0]), deviation(&[1.0, 3.0])), (None, None, Some(2.0_f64.sqrt())));
    }
}
