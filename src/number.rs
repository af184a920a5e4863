//! Numbers as people read them. The standard library's printing of floats costs fourteen kilobytes of WebAssembly, so
//! that texts take this way instead.

/// A number with at most three decimals and no needless zeros: `6.5`, `412`, `0.125`; beyond 10¹⁵ in powers of ten.
pub(crate) fn shown(value: f64) -> String {
    rounded(value, 3)
}

/// A number rounded to at most `decimals` (0 to 6) places, halves away from zero, without needless zeros.
pub(crate) fn rounded(value: f64, decimals: usize) -> String {
    /// Up to here thousandths are whole numbers that an integer holds.
    const LARGEST: f64 = 1e15;
    if !value.is_finite() {
        return "–".to_owned();
    }
    if value.abs() >= LARGEST {
        return crate::json::write(&value);
    }
    let places = decimals.min(6).min(if value.abs() < 1e12 { 6 } else { 3 });
    let scale = 10_u64.pow(places as u32);
    let scaled = (value.abs() * scale as f64 + 0.5) as u64;
    let (whole, mut part) = (scaled / scale, scaled % scale);
    let mut places = places;
    while places > 0 && part % 10 == 0 {
        (part, places) = (part / 10, places - 1);
    }
    let sign = if value < 0.0 && scaled > 0 { "−" } else { "" };
    if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part:0places$}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_without_needless_zeros() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (6.5, "6.5"),
            (-6.25, "−6.25"),
            (412.0, "412"),
            (0.1 + 0.2, "0.3"),
            (0.0004, "0"),
            (-0.0004, "0"),
            (999_999_999_999.999_6, "1000000000000"),
            (1e20, "1e+20"),
            (f64::NAN, "–"),
        ] {
            assert_eq!(shown(value), text);
        }
        assert_eq!(rounded(2.345, 1), "2.3");
        assert_eq!(rounded(2.5, 0), "3");
    }
}
