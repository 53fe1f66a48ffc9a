//! The symmetric perceptron: Hebb's couplings, mended wherever a memory is not held firmly enough.
//!
//! From Hebb's couplings, in passes over all memories x and neurons i:
//!
//! ```text
//! where x_i h_i / |W_i| < kappa:   w_ij += x_i x_j   and   w_ji += x_i x_j   for every j other than i
//! ```
//!
//! |W_i| is the length of what neuron i hears by, so that kappa asks for firmness and not for size. A pass
//! looks first at everything and then changes everything at once; learning ends with a pass that finds
//! nothing. Whole numbers.
//! Source: the perceptron rule in symmetric form, E. Gardner, J. Phys. A 21, 257, 1988; S. Diederich and
//! M. Opper, PRL 58, 949, 1987, for learning the same way in passes.
//!
//! Capacity: measured here with random memories at N = 64, 36 are held at kappa = 0.7 and 56 at kappa = 0. That is
//! less than the perceptron holds, but there is an energy, and every run comes to rest. Cost: p N^2 a pass, a few
//! passes for a few memories and hundreds near capacity. It fails where memories contradict each other, or ask
//! for more than there is: then it stops after a bounded number of passes, with what it has.

use super::finish;
use crate::{
    error::Error,
    landscape::{Landscape, Matrix, square},
    memories::Memories,
    pattern::Pattern,
};

/// The landscape of the memories around a state, each held with firmness `kappa`; with `biased`, also
/// b_i = sum over memories of x_i, of which learning takes no account.
///
/// # Errors
/// [`Error::NoRoom`] where the couplings do not fit.
pub(crate) fn landscape(
    kappa: f64,
    memories: &Memories,
    biased: bool,
    state: &Pattern,
) -> Result<Box<dyn Landscape>, Error> {
    let neurons = state.cells();
    let memory_signs: Vec<Vec<i32>> = memories.iter().map(|memory| memory.spins()).collect();
    let mut couplings = square(neurons)?;
    for (i, row) in couplings.chunks_exact_mut(neurons).enumerate() {
        for x in &memory_signs {
            row.iter_mut().zip(x).for_each(|(coupling, sign)| *coupling += x[i] * sign);
        }
        row[i] = 0;
    }
    let mut lessons = square(neurons)?;
    for _ in 0..most_passes(memories.len(), neurons) {
        let weak = weak_places(&couplings, &memory_signs, kappa);
        if weak.is_empty() {
            break;
        }
        learn(&mut couplings, &mut lessons, &memory_signs, &weak);
    }
    let matrix = Matrix::symmetric(couplings, neurons as f64, state);
    Ok(finish(matrix, memories, biased.then_some(1), state))
}

/// For each weak place w_ij += x_i x_j and w_ji += x_i x_j for every j other than i. The `lessons` are summed first, row
/// by row, so that columns are walked once a pass and not once a lesson.
fn learn(couplings: &mut [i32], lessons: &mut [i32], memories: &[Vec<i32>], weak: &[(usize, usize)]) {
    let neurons = memories.first().map_or(1, Vec::len);
    lessons.fill(0);
    for &(i, mu) in weak {
        let x = &memories[mu];
        let row = &mut lessons[i * neurons..][..neurons];
        row.iter_mut().zip(x).for_each(|(lesson, sign)| *lesson += x[i] * sign);
    }
    for (i, row) in couplings.chunks_exact_mut(neurons).enumerate() {
        for j in (0..neurons).filter(|&j| j != i) {
            row[j] += lessons[i * neurons + j] + lessons[j * neurons + i];
        }
    }
}

/// Every neuron i and memory mu with x_i h_i / |W_i| < kappa.
fn weak_places(couplings: &[i32], memories: &[Vec<i32>], kappa: f64) -> Vec<(usize, usize)> {
    let neurons = memories.first().map_or(1, Vec::len);
    let mut weak = Vec::new();
    for (i, row) in couplings.chunks_exact(neurons).enumerate() {
        let length = row.iter().map(|&coupling| f64::from(coupling).powi(2)).sum::<f64>().sqrt();
        for (mu, x) in memories.iter().enumerate() {
            let field: i32 = row.iter().zip(x).map(|(coupling, sign)| coupling * sign).sum();
            if f64::from(x[i] * field) / length < kappa {
                weak.push((i, mu));
            }
        }
    }
    weak
}

/// A bound: far more than learnable memories need, but no more than a second or two of work.
fn most_passes(memories: usize, neurons: usize) -> u64 {
    let (neurons, memories) = (neurons as u64, memories.max(1) as u64);
    (2_000_000_000 / (neurons * neurons * memories)).clamp(1, 1000)
}
