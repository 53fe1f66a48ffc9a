//! The dreaming kernel: what long sleep would make of Hebb's couplings, in one formula.
//!
//! ```text
//! J(t) = 1/N X^T (1 + t) (I + t C)^-1 X,   C = X X^T / N,   zero diagonal      (X: one memory a row)
//! ```
//!
//! t is the time asleep: at t = 0 this is Hebb's rule (divided by N), and as t grows it tends to the
//! projection. Along a direction in which Hebb's couplings stretch by s, J stretches by (1 + t) s / (1 + t s):
//! sleep presses down what the memories have in common, which is loud, and lifts what tells them apart,
//! until all is equally loud.
//! Source: A. Fachechi, E. Agliari and A. Barra, Neural Networks 112, 24, 2019.
//!
//! Capacity for random memories: from Hebb's 0.138 N at t = 0 up to N as t grows. Of the ten handwritten
//! digits at N = 64 it holds 0, 2, 9, 10 at t = 0, 1, 2, 5. Cost: as the projection, and not local either.
//! A middling t often recalls better than the projection itself. It fails with too little sleep as Hebb
//! does, and with memories that span everything as the projection does.
//!
//! Counted within the memories' span: with orthonormal directions q (one a row of Q) and S = Q C' Q^T, where
//! C' = X^T X / N, J = Q^T (1 + t) (I + t S)^-1 S Q. That is one small positive definite system, as easy for
//! dependent memories and for a long sleep as for any.

use super::{
    finish,
    span::{add_scaled, directions, dot},
};
use crate::{
    error::Error,
    landscape::{Landscape, Matrix, square},
    memories::Memories,
    pattern::Pattern,
};

/// The landscape of the memories after sleep of time `t`, around a state; with `biased`, also
/// b_i = sum over memories of x_i / N.
///
/// # Errors
/// [`Error::NoRoom`] where the couplings do not fit.
pub(crate) fn landscape(
    t: f64,
    memories: &Memories,
    biased: bool,
    state: &Pattern,
) -> Result<Box<dyn Landscape>, Error> {
    let neurons = state.cells();
    let mut couplings = square(neurons)?;
    let directions = directions(memories);
    let slept = asleep(t, &loudness(memories, &directions), &directions);
    for (i, row) in couplings.chunks_exact_mut(neurons).enumerate() {
        for (direction, slept) in directions.iter().zip(&slept) {
            add_scaled(row, slept, direction[i]);
        }
        row[i] = 0.0;
    }
    mirror(&mut couplings, neurons);
    let matrix = Matrix::symmetric(couplings, 1.0, state);
    Ok(finish(matrix, memories, biased.then_some(1.0 / neurons as f64), state))
}

/// S = sum over memories of (Q x) (Q x)^T / N.
fn loudness(memories: &Memories, directions: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut loudness = vec![vec![0.0; directions.len()]; directions.len()];
    for memory in memories {
        let signs: Vec<f64> = memory.spins();
        let parts: Vec<f64> = directions.iter().map(|direction| dot(direction, &signs)).collect();
        for (row, part) in loudness.iter_mut().zip(&parts) {
            add_scaled(row, &parts, part / signs.len() as f64);
        }
    }
    loudness
}

/// (1 + t) (I + t S)^-1 S Q: the system (I + t S) / (1 + t) Y = S Q, solved for Y by Gauss and Jordan. It is
/// positive definite, so that every pivot is safe as it comes; and no t is too large.
fn asleep(t: f64, loudness: &[Vec<f64>], directions: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let (awake, dreamt) = (1.0 / (1.0 + t), t / (1.0 + t));
    let mut left: Vec<Vec<f64>> = Vec::new();
    let mut right: Vec<Vec<f64>> = Vec::new();
    for (i, row) in loudness.iter().enumerate() {
        left.push(row.iter().map(|part| dreamt * part).collect());
        left[i][i] += awake;
        right.push(vec![0.0; directions[i].len()]);
        for (direction, &part) in directions.iter().zip(row) {
            add_scaled(&mut right[i], direction, part);
        }
    }
    for i in 0..left.len() {
        let pivot = left[i][i];
        left[i].iter_mut().chain(&mut right[i]).for_each(|value| *value /= pivot);
        let (solved_left, solved_right) = (left[i].clone(), right[i].clone());
        let rows = left.iter_mut().zip(&mut right).enumerate();
        for (_, (left, right)) in rows.filter(|(k, _)| *k != i) {
            let factor = left[i];
            add_scaled(left, &solved_left, -factor);
            add_scaled(right, &solved_right, -factor);
        }
    }
    right
}

/// W_ij := W_ji above the diagonal, for couplings that are symmetric but for the last bit.
fn mirror(couplings: &mut [f64], neurons: usize) {
    for i in 0..neurons {
        for j in 0..i {
            couplings[j * neurons + i] = couplings[i * neurons + j];
        }
    }
}
