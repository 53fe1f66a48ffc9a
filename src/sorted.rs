//! One sort for all: the standard sort is compiled anew for every kind of items, at 5 to 15 KB each in WebAssembly, and
//! nothing here is long enough to need its speed.

use std::cmp::Ordering;

/// The places 0 to `count` - 1 in the order of `compare`; equal ones in their own order.
///
/// Merging pairs of ordered runs into runs twice as long, from runs of one.
pub(crate) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut run = 1;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        for pair in places.chunks(2 * run) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let (Some((&a, more_left)), Some((&b, more_right))) =
                (left.split_first(), right.split_first())
            {
                if compare(a, b).is_gt() {
                    merged.push(b);
                    right = more_right;
                } else {
                    merged.push(a);
                    left = more_left;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        places = merged;
        run *= 2;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::sorted;
    use crate::Generator;

    #[test]
    fn as_the_standard_sort_equal_ones_in_their_own_order() {
        let mut generator = Generator::new(1);
        for count in 0..200 {
            let values: Vec<usize> = (0..count).map(|_| generator.below(20)).collect();
            let mut expected: Vec<usize> = (0..count).collect();
            expected.sort_by_key(|&place| values[place]);
            assert_eq!(sorted(count, &|a, b| values[a].cmp(&values[b])), expected);
        }
    }
}
