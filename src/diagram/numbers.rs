//! Numbers in a picture: round steps for an axis, and figures as a reader expects them.

/// A value held between two others; the upper one where they are the wrong way round. The standard `clamp` stops the
/// program there, and brings the printing of numbers with it.
pub fn between(value: f64, low: f64, high: f64) -> f64 {
    value.max(low).min(high)
}

/// A round step, 1, 2 or 5 times a power of ten, that divides a span into at most `parts`; and the decimals it needs.
pub fn round_step(span: f64, parts: f64) -> (f64, usize) {
    let (mut power, mut decimals) = (1.0, 0_usize);
    let least = span / parts;
    while power * 10.0 <= least {
        power *= 10.0;
    }
    while power > least && decimals < 6 {
        power /= 10.0;
        decimals += 1;
    }
    for factor in [1.0, 2.0, 5.0, 10.0] {
        if power * factor >= least * (1.0 - 1e-9) {
            return (power * factor, if factor == 10.0 { decimals.saturating_sub(1) } else { decimals });
        }
    }
    (power * 10.0, decimals.saturating_sub(1))
}

/// A number with so many decimals; very large ones with an exponent.
pub fn figure(value: f64, decimals: usize) -> String {
    let (mut scaled, mut exponent) = (value.abs(), 0);
    if scaled >= 1e9 {
        while scaled >= 10.0 && exponent < 400 {
            scaled /= 10.0;
            exponent += 1;
        }
    }
    let decimals = if exponent > 0 { 1 } else { decimals.min(9) };
    let mut unit: u64 = 1;
    for _ in 0..decimals {
        unit *= 10;
    }
    let whole = (scaled * unit as f64).round() as u64;
    let mut out = String::new();
    // A minus sign of its own, which is as wide as a plus.
    if value < 0.0 && whole > 0 {
        out.push('\u{2212}');
    }
    out += &(whole / unit).to_string();
    if unit > 1 {
        let part = (whole % unit + unit).to_string();
        out.push('.');
        out += part.get(1..).unwrap_or_default();
    }
    if exponent > 0 {
        out += &format!("e{exponent}");
    }
    out
}

/// The same without zeros at the end.
pub fn short_figure(value: f64, decimals: usize) -> String {
    let out = figure(value, decimals);
    if out.contains('.') && !out.contains('e') {
        return out.trim_end_matches('0').trim_end_matches('.').to_owned();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_few() {
        assert_eq!(round_step(6.1, 6.0), (2.0, 0));
        assert_eq!(round_step(6.0, 6.0), (1.0, 0));
        assert_eq!(round_step(0.6, 5.0), (0.2, 1));
        assert_eq!(round_step(430.0, 5.0), (100.0, 0));
        let (step, decimals) = round_step(0.0034, 5.0);
        assert_eq!((figure(step, decimals).as_str(), decimals), ("0.001", 3));
        assert_eq!(round_step(95.0, 5.0), (20.0, 0));
    }

    #[test]
    fn figures_read_as_written() {
        assert_eq!(figure(5.26, 1), "5.3");
        assert_eq!(figure(-0.04, 1), "0.0");
        assert_eq!(figure(-0.06, 1), "\u{2212}0.1");
        assert_eq!(figure(1234567.0, 0), "1234567");
        assert_eq!(figure(3.2e100, 2), "3.2e100");
        assert_eq!(short_figure(5.0, 2), "5");
        assert_eq!(short_figure(0.25, 3), "0.25");
        assert_eq!(short_figure(120.0, 0), "120");
    }
}
