//! Hebb's rule: what is active together is coupled together.
//!
//! ```text
//! W_ij = sum over memories of x_i x_j,   W_ii = 0
//! ```
//!
//! Every memory adds its own valley and knows nothing of the others. Whole numbers, so that energies are
//! exact; the textbook's factor 1/N would only rescale energy and temperature.
//! Source: D. O. Hebb, *The Organization of Behavior*, 1949; J. J. Hopfield, PNAS 79, 2554, 1982.
//!
//! Capacity for random memories: 0.138 N with a few wrong cells (D. J. Amit, H. Gutfreund and
//! H. Sompolinsky, PRL 55, 1530, 1985); N / (2 ln N) for almost every memory exact, N / (4 ln N) for all
//! (R. J. McEliece and others, IEEE Trans. Inf. Theory 33, 461, 1987). It fails early where memories are
//! alike: the valleys run into one.

use super::finish;
use crate::{
    error::Error,
    landscape::{Landscape, Matrix, Overlaps},
    memories::Memories,
    pattern::Pattern,
};

/// Up to this many neurons the couplings are kept as a matrix (4 MB at 1024); beyond, only the overlaps.
const LARGEST_MATRIX: usize = 1024;

/// The landscape of the memories around a state; with `biased`, also b_i = sum over memories of x_i.
///
/// # Errors
/// [`Error::NoRoom`] where the couplings do not fit.
pub(crate) fn landscape(
    memories: &Memories,
    biased: bool,
    state: &Pattern,
) -> Result<Box<dyn Landscape>, Error> {
    if state.cells() > LARGEST_MATRIX {
        return Ok(Box::new(Overlaps::hebb(memories, biased, state)));
    }
    couplings(memories, biased, state)
}

/// The same, held as couplings at any size, for those who will change them.
///
/// # Errors
/// [`Error::NoRoom`] where they do not fit.
pub(crate) fn couplings(
    memories: &Memories,
    biased: bool,
    state: &Pattern,
) -> Result<Box<dyn Landscape>, Error> {
    let mut matrix = Matrix::<i32>::flat(state, state.cells() as f64)?;
    for memory in memories {
        matrix.impress(memory, 1);
    }
    Ok(finish(matrix, memories, biased.then_some(1), state))
}
