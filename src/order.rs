//! Putting things in order. One place, because every sort of another type is several kilobytes of WebAssembly.

use std::cmp::Ordering;

/// Sorts texts by their code points.
pub(crate) fn sort(texts: &mut [String]) {
    texts.sort_unstable();
}

/// The indexes of `keys` in the order of the keys; equal keys keep their order. NaN comes last.
pub(crate) fn by_number(keys: impl Iterator<Item = f64>) -> Vec<usize> {
    let keys: Vec<u64> = keys.map(ordered_bits).collect();
    indexes(keys.len(), &|a, b| keys.get(a).cmp(&keys.get(b)))
}

/// Sorts a list; equal entries keep their order.
pub(crate) fn sort_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = indexes(list.len(), &|a, b| compare(&list[a], &list[b]));
    let mut places: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|at| places.get_mut(at)?.take()));
}

/// The indexes from 0 to `count` in the order of what they stand for; equal ones keep their order.
pub(crate) fn indexes(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}

/// The bits of a double, turned so that they order as the numbers do.
pub(crate) fn ordered_bits(number: f64) -> u64 {
    let bits = (number + 0.0).to_bits() as i64; // -0.0 + 0.0 is 0.0
    (if bits < 0 { !bits } else { bits ^ i64::MIN }) as u64
}

/// Sixteen hexadecimal digits, which order as the numbers do.
pub(crate) fn digits(number: u64) -> String {
    (0..16).rev().map(|at| char::from_digit((number >> (4 * at)) as u32 & 15, 16).unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_ordered_and_equal_ones_keep_their_order() {
        let keys = [2.0, -1.5, 0.0, -0.0, f64::INFINITY, -1.5, f64::NAN];
        assert_eq!(by_number(keys.into_iter()), [1, 5, 2, 3, 0, 4, 6]);
    }

    #[test]
    fn digits_are_those_of_the_standard_library() {
        for number in [0, 1, 0xfedc_ba98_7654_3210, u64::MAX] {
            assert_eq!(digits(number), format!("{number:016x}"));
        }
    }

    #[test]
    fn equal_things_keep_their_order() {
        let keys = [3, 1, 2, 1, 3, 1, 2];
        assert_eq!(indexes(keys.len(), &|a, b| keys[a].cmp(&keys[b])), [1, 3, 5, 2, 6, 0, 4]);
    }
}
