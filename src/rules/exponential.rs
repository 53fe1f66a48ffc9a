//! Exponential memories: the steepest valleys of all, and as many of them as one likes.
//!
//! ```text
//! E = - ln sum over memories of exp(x . s)
//! ```
//!
//! The rule as published has E' = - sum of exp(x . s); the logarithm of it (E = -ln(-E')) orders all states
//! alike, so that every update is the same, and stays a number that one can read: with one memory E = -N at
//! its bottom. The sum is made with the largest exponent subtracted, so that nothing overflows.
//! Source: M. Demircigil and others, J. Stat. Phys. 168, 288, 2017; the logarithm as in H. Ramsauer and others,
//! "Hopfield networks is all you need", ICLR 2021.
//!
//! Capacity for random memories: exponential in N, up to 2^(N/2). Cost: p for each field asked and each flip;
//! no couplings, the memories themselves are kept. Nearly always the memory nearest to the cue wins, with
//! basins as wide as they can be; so it fails only where two are about as near, and learns nothing from many
//! memories but which is nearest.
//!
//! The field is half of ln(sum with s_i = +1 / sum with s_i = -1), between -1 and 1: how sure the memories
//! are of cell i, each weighted by exp of its overlap with the other cells. It is a tie only where the memories for
//! and against have the same overlaps, one by one: e is transcendental, no other sums of its powers are equal.

use std::f64::consts::E;

use crate::{
    landscape::{Dense, Interaction, Landscape, Votes, is_doubtful},
    memories::Memories,
    pattern::Pattern,
};

/// The landscape of the memories around a state; with `biased`, also b_i = sum over memories of x_i / N.
#[must_use]
pub(crate) fn landscape(memories: &Memories, biased: bool, state: &Pattern) -> Box<dyn Landscape> {
    let bias = if biased { 1.0 / state.cells() as f64 } else { 0.0 };
    Box::new(Dense::new(Exponential, memories, bias, state))
}

/// -ln of a sum of exponentials.
struct Exponential;

impl Interaction for Exponential {
    fn energy(&self, overlaps: &[i32]) -> f64 {
        let Some(&largest) = overlaps.iter().max() else { return 0.0 };
        let sum: f64 = overlaps.iter().map(|&overlap| f64::from(overlap - largest).exp()).sum();
        0.0 - f64::from(largest) - sum.ln()
    }

    fn field(&self, votes: &Votes) -> f64 {
        let Some(largest) = votes.iter().map(|(overlap, _)| overlap).max() else { return 0.0 };
        let (mut active, mut inactive) = (0.0, 0.0);
        for (overlap, is_active) in votes.iter() {
            let weight = f64::from(overlap - largest).exp();
            *(if is_active { &mut active } else { &mut inactive }) += weight;
        }
        let mut majority = active - inactive;
        if is_doubtful(majority, active + inactive) {
            // Against the loudest of those that are left, lest all of these should be too small for a number.
            let mut loudest = None;
            majority = 0.0;
            for (overlap, left) in votes.uncancelled() {
                majority += f64::from(left) * f64::from(overlap - *loudest.get_or_insert(overlap)).exp();
            }
            let Some(loudest) = loudest else { return 0.0 };
            let scale = f64::from(loudest - largest).exp();
            // Where it is too small all the same, the smallest number keeps its sign.
            majority = (majority * scale).abs().max(f64::MIN_POSITIVE).copysign(majority);
        }
        // ln of (active e + inactive / e) / (active / e + inactive e), as ln(1 + what it exceeds 1 by).
        let excess = majority * (E - 1.0 / E) / (active / E + inactive * E);
        excess.ln_1p() / 2.0
    }

    /// A lone memory's field is 1 in every cell, whatever the state.
    fn unit(&self) -> f64 {
        1.0
    }
}
