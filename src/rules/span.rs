//! What the memories span: as few directions as they need, all at right angles and of length 1.

use crate::memories::Memories;

/// A memory whose part outside the others' span is shorter than this, against its length, depends on them.
/// Rounding leaves some 1e-15 of a dependent memory; of an independent one, whose cells are whole numbers,
/// something like 1e-8 can only be left by a contrived set.
const NOTHING: f64 = 1e-8;

/// An orthonormal basis of the memories' span: at most min(p, N) directions of N numbers each. Duplicate,
/// inverse and otherwise dependent memories add none.
///
/// Gram and Schmidt's way: take from each memory what the directions so far explain, and what is left is a
/// new direction. Done twice, so that rounding does not tilt it (L. Giraud, J. Langou and M. Rozloznik,
/// Computers & Mathematics with Applications 50, 1069, 2005). Cost: p times N times the directions.
pub fn directions(memories: &Memories) -> Vec<Vec<f64>> {
    let mut directions: Vec<Vec<f64>> = Vec::new();
    for memory in memories {
        if directions.len() == memory.cells() {
            break;
        }
        let mut rest: Vec<f64> = memory.spins();
        let length = norm(&rest);
        for _ in 0..2 {
            for direction in &directions {
                let part = dot(direction, &rest);
                add_scaled(&mut rest, direction, -part);
            }
        }
        let left = norm(&rest);
        if left > NOTHING * length {
            rest.iter_mut().for_each(|value| *value /= left);
            directions.push(rest);
        }
    }
    directions
}

/// The sum of products.
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// target += scale * source.
pub fn add_scaled(target: &mut [f64], source: &[f64], scale: f64) {
    for (target, source) in target.iter_mut().zip(source) {
        *target += scale * source;
    }
}

fn norm(values: &[f64]) -> f64 {
    dot(values, values).sqrt()
}
