//! The projection rule, also called pseudo-inverse: couplings under which every memory is heard in full.
//!
//! ```text
//! P = X^T (X X^T)^+ X,   W = P without its diagonal        (X: one memory a row; ^+ : pseudo-inverse)
//! ```
//!
//! P leaves a state that is a mixture of memories as it is and takes everything else away, so P x = x for
//! each of them, however much they overlap: no memory disturbs another. Without the diagonal a memory hears
//! x_i (1 - P_ii), still on its own side.
//! Sources: L. Personnaz, I. Guyon and G. Dreyfus, J. Physique Lett. 46, L-359, 1985; I. Kanter and
//! H. Sompolinsky, Phys. Rev. A 35, 380, 1987.
//!
//! Capacity: up to N independent memories are all fixed points, but their basins shrink: at N = 64, six flipped
//! cells are mended in 75 % of cases with 30 random memories. (Keeping P_ii would close the basins near N/2.)
//! Cost: p^2 N to find the span and p N^2 for the couplings. Not local: a coupling depends on all memories,
//! and one more changes every coupling. It fails when the memories span everything: then P is the
//! identity, W is 0, and every state stays where it is.
//!
//! P is the same for any basis of the span, so that dependent, duplicate and inverse memories, and more of
//! them than neurons, are no trouble: with orthonormal directions q, P_ij = sum over q of q_i q_j. That
//! also spares inverting X X^T, which would square the numbers and lose half the digits.

use super::{
    finish,
    span::{add_scaled, directions},
};
use crate::{
    error::Error,
    landscape::{Landscape, Matrix, square},
    memories::Memories,
    pattern::Pattern,
};

/// The landscape of the memories around a state; with `biased`, also b_i = sum over memories of x_i / N.
///
/// # Errors
/// [`Error::NoRoom`] where the couplings do not fit.
pub(crate) fn landscape(
    memories: &Memories,
    biased: bool,
    state: &Pattern,
) -> Result<Box<dyn Landscape>, Error> {
    let neurons = state.cells();
    let mut couplings = square(neurons)?;
    let directions = directions(memories);
    for (i, row) in couplings.chunks_exact_mut(neurons).enumerate() {
        for direction in &directions {
            add_scaled(row, direction, direction[i]);
        }
        row[i] = 0.0;
    }
    let matrix = Matrix::symmetric(couplings, 1.0, state);
    Ok(finish(matrix, memories, biased.then_some(1.0 / neurons as f64), state))
}
