//! Storkey's rule: before a memory is added, what the net already says about it is taken away.
//!
//! For each memory x in turn, with the couplings w as they were before it,
//!
//! ```text
//! h_ij = sum over k other than i and j of w_ik x_k
//! w_ij += (x_i x_j  -  x_i h_ji  -  h_ij x_j) / N,   w_ii = 0
//! ```
//!
//! Like Hebb's rule it is local (a coupling asks only its own two neurons) and takes memories one by one,
//! but each newcomer is corrected by the fields of those before. The exclusion of i and j in h_ij matters:
//! without it the rule is another one already at four neurons and two memories.
//! Source: A. J. Storkey, "Increasing the capacity of a Hopfield network without sacrificing functionality",
//! ICANN 1997.
//!
//! Capacity for random memories: N / sqrt(2 ln N), against Hebb's N / (2 ln N). Cost: p N^2, like Hebb.
//! The order of storing counts, and the couplings depend on it. It fails where memories are alike: of ten
//! handwritten digits at N = 64 it holds five. Far beyond its capacity the couplings grow without end.

use super::{finish, span::add_scaled};
use crate::{
    error::Error,
    landscape::{Landscape, Matrix, square},
    memories::Memories,
    pattern::Pattern,
};

/// The landscape of the memories around a state; with `biased`, also b_i = sum over memories of x_i / N.
///
/// # Errors
/// [`Error::NoRoom`] where the couplings do not fit, [`Error::Diverged`] with hundreds of N memories.
pub(crate) fn landscape(
    memories: &Memories,
    biased: bool,
    state: &Pattern,
) -> Result<Box<dyn Landscape>, Error> {
    let neurons = state.cells();
    let mut couplings = square(neurons)?;
    for memory in memories {
        learn(&mut couplings, memory);
    }
    if couplings.iter().any(|coupling: &f64| !coupling.is_finite()) {
        return Err(Error::Diverged);
    }
    let matrix = Matrix::symmetric(couplings, 1.0, state);
    Ok(finish(matrix, memories, biased.then_some(1.0 / neurons as f64), state))
}

/// One memory more.
///
/// With the whole field H_i = sum over k of w_ik x_k, and w_ii = 0, the exclusions are a subtraction:
/// h_ij = H_i - w_ij x_j. All N^2 of them so cost no more than H itself.
fn learn(couplings: &mut [f64], memory: &Pattern) {
    let neurons = memory.cells();
    let x: Vec<f64> = memory.spins();
    let mut whole = vec![0.0; neurons];
    for (row, &sign) in couplings.chunks_exact(neurons).zip(&x) {
        add_scaled(&mut whole, row, sign);
    }
    for (i, row) in couplings.chunks_exact_mut(neurons).enumerate() {
        for ((coupling, &x_j), &whole_j) in row.iter_mut().zip(&x).zip(&whole) {
            let (h_ij, h_ji) = (whole[i] - *coupling * x_j, whole_j - *coupling * x[i]);
            // Both corrections first: their sum is the same for w_ij and w_ji to the last bit.
            *coupling += (x[i] * x_j - (x[i] * h_ji + h_ij * x_j)) / neurons as f64;
        }
        row[i] = 0.0;
    }
}
