//! Putting things in order. One place, because every sort of another type is several kilobytes of WebAssembly.

/// Sorts texts by their code points.
pub(crate) fn sort(texts: &mut [String]) {
    texts.sort_unstable();
}

/// The indexes of `keys` in the order of the keys; equal keys keep their order. NaN comes last.
pub(crate) fn by_number(keys: impl Iterator<Item = f64>) -> Vec<usize> {
    let mut order: Vec<(u64, usize)> = keys.enumerate().map(|(index, key)| (ordered_bits(key), index)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, index)| index).collect()
}

/// The bits of a double, turned so that they order as the numbers do.
pub(crate) fn ordered_bits(number: f64) -> u64 {
    let bits = (number + 0.0).to_bits() as i64; // -0.0 + 0.0 is 0.0
    (if bits < 0 { !bits } else { bits ^ i64::MIN }) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_ordered_and_equal_ones_keep_their_order() {
        let keys = [2.0, -1.5, 0.0, -0.0, f64::INFINITY, -1.5, f64::NAN];
        assert_eq!(by_number(keys.into_iter()), [1, 5, 2, 3, 0, 4, 6]);
    }
}
