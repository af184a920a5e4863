//! One sort for all: the standard library’s are compiled anew for each type they sort, and weigh more than they save
//! on the few hundred things of a picture.

/// The indices of some keys in rising order; equal keys keep theirs.
pub fn in_order(keys: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    let mut other = order.clone();
    let mut run = 1;
    while run < order.len() {
        let mut start = 0;
        while start < order.len() {
            let middle = (start + run).min(order.len());
            let end = (start + run * 2).min(order.len());
            let (mut left, mut right) = (start, middle);
            for slot in other.iter_mut().take(end).skip(start) {
                let from_left = left < middle && (right >= end || keys[order[left]] <= keys[order[right]]);
                let next = if from_left { &mut left } else { &mut right };
                *slot = order[*next];
                *next += 1;
            }
            start = end;
        }
        std::mem::swap(&mut order, &mut other);
        run *= 2;
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn keys_come_in_rising_order_and_equal_ones_in_theirs(keys in prop::collection::vec(0..20u8, 0..100)) {
            let keys: Vec<f64> = keys.into_iter().map(f64::from).collect();
            let mut expected: Vec<usize> = (0..keys.len()).collect();
            expected.sort_by(|&a, &b| keys[a].total_cmp(&keys[b]));
            prop_assert_eq!(in_order(&keys), expected);
        }
    }
}
