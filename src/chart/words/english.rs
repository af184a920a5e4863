//! Numbers, counts and dates as English writes them.

use crate::Date;
use crate::chart::ChartPoint;

pub(super) fn counted(count: impl TryInto<i64>, noun: &str) -> String {
    let count = count.try_into().unwrap_or(i64::MAX);
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

pub(super) fn times(count: usize) -> String {
    match count {
        0 => "at no time".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{count} times"),
    }
}

pub(super) fn day(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = MONTHS.get(usize::try_from(date.month() - 1).unwrap_or(0)).unwrap_or(&"");
    format!("{} {month} {}", date.day(), date.year())
}

/// As many decimals as tell a fiftieth of the spread apart, at most 6.
pub(super) fn decimals(points: &[ChartPoint]) -> u32 {
    let values = || points.iter().filter_map(|point| point.value);
    let spread = values().fold(f64::NEG_INFINITY, f64::max) - values().fold(f64::INFINITY, f64::min);
    if spread.is_nan() || spread <= 0.0 {
        return 3;
    }
    let mut step = 1.0;
    (0..6)
        .find(|_| {
            let fine = step <= spread / 50.0;
            step /= 10.0;
            fine
        })
        .unwrap_or(6)
}

pub(super) fn round(value: f64, decimals: u32) -> f64 {
    let scale = 10_f64.powi(decimals as i32);
    let rounded = (value * scale).round() / scale;
    // Not -0, which would print a minus sign.
    if rounded.is_finite() { rounded + 0.0 } else { value }
}

/// A number as English writes it, rounded and without idle zeros: `18.2`, `12,400`.
pub(super) fn figure(value: f64, decimals: u32) -> String {
    let rounded = round(value, decimals);
    let scale = 10_u64.pow(decimals.min(6));
    let scaled = (rounded.abs() * scale as f64).round();
    let sign = if rounded < 0.0 { "−" } else { "" };
    // Whole numbers are exact up to 2^53; beyond that no one reads the digits.
    if scaled >= 9e15 {
        return serde_json::to_string(&rounded).unwrap_or_default();
    }
    let (whole, mut rest, mut places) = (scaled as u64 / scale, scaled as u64 % scale, decimals as usize);
    let grouped = thousands(whole);
    if rest == 0 {
        return format!("{sign}{grouped}");
    }
    while rest % 10 == 0 {
        rest /= 10;
        places -= 1;
    }
    format!("{sign}{grouped}.{rest:0places$}")
}

fn thousands(number: u64) -> String {
    match number / 1000 {
        0 => number.to_string(),
        more => format!("{},{:03}", thousands(more), number % 1000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_write_them() {
        assert_eq!(figure(18.1666, 1), "18.2");
        assert_eq!(figure(18.0, 1), "18");
        assert_eq!(figure(-0.04, 1), "0");
        assert_eq!(figure(-1234.5, 1), "−1,234.5");
        assert_eq!(figure(1_234_567.0, 0), "1,234,567");
        assert_eq!(figure(1_000_005.25, 3), "1,000,005.25");
        assert_eq!(figure(0.05, 6), "0.05");
        assert_eq!(figure(1.5e300, 6), "1.5e+300");
    }
}
