//! The perceptron of least overlap: each neuron learns by itself until it is sure of every memory.
//!
//! For each neuron i on its own, from w_ij = 0:
//!
//! ```text
//! find the memory x with the least x_i h_i (the first of equals), where h_i = sum over j of w_ij x_j
//! if that is c or more: done;   else: w_ij += x_i x_j for every j other than i, and again
//! ```
//!
//! Whole numbers throughout. Only one's mistakes are learned from, and the worst one first; the larger c
//! against the length of the couplings, the closer they come to the best that exist.
//! Source: W. Krauth and M. Mezard, J. Phys. A 20, L745, 1987; here c = 10 N unless told otherwise.
//!
//! Capacity for random memories: 2 N, the most that any couplings can hold (T. M. Cover 1965; E. Gardner
//! 1988), and basins about as wide as can be. Cost: some tens of steps for each neuron and memory, hundreds near
//! capacity, and without end beyond; so learning stops after a bounded number of steps, a second or two at 8x8, with
//! the best it has (measured there: of 90 memories .98 are stable then, of 100 .76, of 112 .06). It fails where
//! memories contradict each other: two that differ in one cell only ask that neuron for two answers to one question.
//!
//! What i hears from j need not be what j hears from i: W is not symmetric, **there is no energy**, and
//! updates may go round for ever.

use super::finish;
use crate::{
    error::Error,
    landscape::{Landscape, Matrix, square},
    memories::Memories,
    pattern::Pattern,
};

/// The greatest c. A lesson is only taken from a memory below c, so that |W_i|^2 grows by at most 2 c + N each
/// time, and a field, at most |W_i| sqrt(N), stays far inside 32 bits.
pub const GREATEST_THRESHOLD: u32 = 1_000_000;

/// c / N where none is named.
const USUAL: u32 = 10;

/// The landscape of the memories around a state; `threshold` is c, by default 10 N. With `biased`, also
/// b_i = sum over memories of x_i, of which learning takes no account. A neuron that contradictory memories
/// leave unsure stops after a bounded number of steps.
///
/// The unit of the field is N for each lesson that a lone memory takes, ceil(c / (N - 1)) of them: its couplings are so
/// many times Hebb's, of which the unit is N.
///
/// # Errors
/// [`Error::NoRoom`] where the couplings do not fit.
pub(crate) fn landscape(
    threshold: Option<u32>,
    memories: &Memories,
    biased: bool,
    state: &Pattern,
) -> Result<Box<dyn Landscape>, Error> {
    let neurons = state.cells();
    let threshold = threshold.unwrap_or(USUAL * neurons as u32) as i32;
    let overlaps: Vec<Vec<i32>> = memories.iter().map(|memory| memories.overlaps(memory)).collect();
    let signs: Vec<Vec<i32>> = memories.iter().map(|memory| memory.spins()).collect();
    let mut couplings = square(neurons)?;
    for (i, row) in couplings.chunks_exact_mut(neurons).enumerate() {
        let answers: Vec<i32> = signs.iter().map(|x| x[i]).collect();
        for (x, times) in signs.iter().zip(lessons(&answers, &overlaps, threshold, neurons)) {
            for (coupling, sign) in row.iter_mut().zip(x) {
                *coupling += times * x[i] * sign;
            }
        }
        row[i] = 0;
    }
    let lone = (threshold as usize).div_ceil((neurons - 1).max(1));
    let matrix = Matrix::asymmetric(couplings, (neurons * lone) as f64, state);
    Ok(finish(matrix, memories, biased.then_some(1), state))
}

/// How often one neuron learns from each memory. The couplings themselves are not needed on the way: a
/// lesson from memory y moves x_i h_i of memory x by x_i y_i times their overlap in the other neurons.
fn lessons(answers: &[i32], overlaps: &[Vec<i32>], threshold: i32, neurons: usize) -> Vec<i32> {
    let mut times = vec![0; answers.len()];
    let mut margins = vec![0; answers.len()];
    let mut least = 0;
    for _ in 0..most_lessons(answers.len(), threshold, neurons) {
        let worst = margins.iter().position(|&margin| margin == least && margin < threshold);
        let Some(worst) = worst else { break };
        times[worst] += 1;
        least = i32::MAX;
        for ((margin, x_i), overlap) in margins.iter_mut().zip(answers).zip(&overlaps[worst]) {
            *margin += answers[worst] * x_i * overlap - 1;
            least = least.min(*margin);
        }
    }
    times
}

/// A bound for one neuron: 100 times what independent memories would need, but in all neurons together
/// no more than a second or two of work.
fn most_lessons(memories: usize, threshold: i32, neurons: usize) -> u64 {
    let (neurons, memories) = (neurons as u64, memories.max(1) as u64);
    let needed = memories * (threshold as u64 / neurons + 1);
    (100 * needed).min(2_500_000_000 / (neurons * memories))
}
