//! One sort for all: every other use of the standard sort would be compiled anew for its own kind of items, at 5 to 15 KB
//! each in WebAssembly.

use std::cmp::Ordering;

/// The places 0 to `count` - 1 in the order of `compare`; equal ones in their own order.
pub(crate) fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_unstable_by(|&a, &b| compare(a, b).then(a.cmp(&b)));
    places
}
