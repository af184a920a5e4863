//! The few functions beyond square roots that limits need, with the four operations only: the same bits everywhere.

/// The mean standard deviation of samples of `size` from a normal distribution of standard deviation 1:
/// √(2 / (n − 1)) Γ(n / 2) / Γ((n − 1) / 2). `None` below 2.
pub(super) fn c4(size: usize) -> Option<f64> {
    if size < 2 {
        return None;
    }
    // With g(n) = Γ(n / 2) / Γ((n − 1) / 2): g(n) g(n + 1) = (n − 1) / 2, from g(2) = 1 / √π.
    const EXACT: usize = 200;
    if size <= EXACT {
        let ratio = (2..size).fold(1.0 / std::f64::consts::PI.sqrt(), |g, n| (n as f64 - 1.0) / (2.0 * g));
        return Some((2.0 / (size as f64 - 1.0)).sqrt() * ratio);
    }
    // Γ(x + ½) / (Γ(x) √x) for large x; the next term is below 1e-15.
    let y = 2.0 / (size as f64 - 1.0);
    Some(
        1.0 + y * (-1.0 / 8.0 + y * (1.0 / 128.0 + y * (5.0 / 1024.0 + y * (-21.0 / 32768.0 - y * 399.0 / 262_144.0)))),
    )
}

/// `value` to the power of 1 / 3.6, for `value` of 0 or more: the ninth root of its square root, five times.
pub(super) fn root_power(value: f64) -> f64 {
    let root = root(value.sqrt(), 9);
    root * root * root * root * root
}

/// `value` to the power of 3.6, for `value` of 0 or more.
pub(super) fn root_power_back(value: f64) -> f64 {
    let fifth = root(value, 5);
    value * value * value * (fifth * fifth * fifth)
}

/// The root of a value of 0 or more, by Newton's method.
fn root(value: f64, degree: u8) -> f64 {
    if value.is_nan() || value <= 0.0 || value.is_infinite() {
        return value.max(0.0);
    }
    let n = f64::from(degree);
    let power = |x: f64, times: u8| (0..times).fold(1.0, |product, _| product * x);
    // Dividing the exponent comes within a tenth; convergence is quadratic from there.
    let one = 1.0_f64.to_bits();
    let bits = value.to_bits();
    let guess =
        if bits >= one { one + (bits - one) / u64::from(degree) } else { one - (one - bits) / u64::from(degree) };
    let mut x = f64::from_bits(guess);
    for _ in 0..8 {
        let next = x - (x - value / power(x, degree - 1)) / n;
        if next == x {
            break;
        }
        x = next;
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c4_agrees_with_published_tables() {
        // Montgomery, Introduction to Statistical Quality Control, appendix VI.
        for (size, expected) in [(2, 0.7979), (3, 0.8862), (4, 0.9213), (5, 0.9400), (10, 0.9727), (25, 0.9896)] {
            assert!((c4(size).unwrap() - expected).abs() < 5e-5, "{size}");
        }
        assert_eq!(c4(1), None);
    }

    #[test]
    fn the_two_ways_to_c4_meet() {
        let (exact, series) = (c4(200).unwrap(), c4(201).unwrap());
        // g(200) g(201) = 99.5, so each follows from the other.
        let follows = (2.0_f64 / 200.0).sqrt() * 99.5 / (exact / (2.0_f64 / 199.0).sqrt());
        assert!((series - follows).abs() < 1e-14, "{series} {follows}");
        assert!(c4(200_000).unwrap() < 1.0);
    }

    #[test]
    fn powers_agree_with_those_of_the_platform() {
        for value in [1e-90, 3.4e-7, 0.02, 0.5, 1.0, 1.5, 2.0, 31.0, 365.25, 7.7e12, 1e100] {
            let near = |a: f64, b: f64| (a - b).abs() <= 4e-15 * b;
            let rooted = root_power(value);
            assert!(near(rooted, value.powf(1.0 / 3.6)), "{value}: {rooted}");
            assert!(near(root_power_back(rooted), value), "{value}");
        }
        assert_eq!((root_power(0.0), root_power_back(0.0)), (0.0, 0.0));
    }
}
