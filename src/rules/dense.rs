//! Dense memories: a steeper valley for each memory, so that many more fit beside each other.
//!
//! ```text
//! E = - sum over memories of F(x . s),   F(m) = m^n
//! ```
//!
//! With n = 2 this is Hebb's energy (twice it, less p N: m^2 = N + 2 sum over pairs). A higher power lets the
//! memory that is already nearest outshout the rest, at the price that neurons act n at a time and not in
//! pairs: there are no couplings. Each neuron is turned over if that lowers the energy; see `landscape/dense.rs`
//! for the field that says the same.
//! Source: D. Krotov and J. J. Hopfield, "Dense associative memory for pattern recognition", NIPS 2016.
//!
//! Capacity for random memories without an error: N^(n-1) / (2 (2n-3)!! ln N). Cost: p for each field asked
//! and each flip. It fails where memories are alike: of the ten handwritten digits at N = 64, n = 3 already
//! loses some of six. With an odd n an inverse is a hill and not a valley.
//!
//! No 1/N: energies and fields are whole numbers, exact (and ties real ties) while p N^n is below 2^53.
//! Beyond, votes that are as loud are counted against each other first, and a field is a tie where those that are
//! left, for and against, are equal to ten digits.

use crate::{
    landscape::{Dense, Interaction, Landscape, Votes, is_doubtful, without_rounding},
    memories::Memories,
    pattern::Pattern,
};

/// The greatest power: 4096 memories of 64 x 64 cells still make a number, 2^12 * 2^(12 * 64).
pub const GREATEST_POWER: u32 = 64;

/// Whole numbers up to here are exact in 64-bit floating point.
const EXACT: f64 = (1_u64 << 53) as f64;

/// The landscape of the memories around a state; with `biased`, also b_i = sum over memories of x_i.
#[must_use]
pub(crate) fn landscape(
    power: u32,
    memories: &Memories,
    biased: bool,
    state: &Pattern,
) -> Box<dyn Landscape> {
    let bias = if biased { 1.0 } else { 0.0 };
    Box::new(Dense::new(Power::new(power, memories.len(), state.cells()), memories, bias, state))
}

/// F(m) = m^n.
struct Power {
    /// F of every possible overlap, -N, -N + 2, ..., N.
    depths: Vec<f64>,
    /// n N^(n-1), the slope of F at a memory: twice Hebb's unit N where n = 2, as is the energy.
    unit: f64,
    /// Whether n is even.
    even: bool,
    /// Whether all sums are exact.
    exact: bool,
}

impl Power {
    fn new(power: u32, memories: usize, neurons: usize) -> Self {
        // By repeated multiplication: the same on every machine, and exact as long as it can be.
        let raised = |overlap: f64, power: u32| (0..power).fold(1.0, |product, _| product * overlap);
        let size = neurons as f64;
        Self {
            depths: (0..=neurons).map(|agreeing| raised(2.0 * agreeing as f64 - size, power)).collect(),
            unit: f64::from(power) * raised(size, power - 1),
            even: power.is_multiple_of(2),
            exact: memories as f64 * raised(size, power) < EXACT,
        }
    }

    /// By how much a memory of this overlap pulls at a neuron.
    fn pull(&self, overlap: i32) -> f64 {
        (self.depth(overlap + 1) - self.depth(overlap - 1)) / 2.0
    }

    /// F(overlap), for overlaps from -N to N of N's parity.
    fn depth(&self, overlap: i32) -> f64 {
        let neurons = self.depths.len() as i32 - 1;
        self.depths[((overlap + neurons) / 2) as usize]
    }
}

impl Interaction for Power {
    fn energy(&self, overlaps: &[i32]) -> f64 {
        // From 0, so that no agreement gives 0 and not -0.
        overlaps.iter().fold(0.0, |energy, &overlap| energy - self.depth(overlap))
    }

    fn field(&self, votes: &Votes) -> f64 {
        let (mut field, mut loudest) = (0.0, 0.0);
        for (overlap, active) in votes.iter() {
            let pull = self.pull(overlap);
            field += if active { pull } else { -pull };
            loudest += pull.abs();
        }
        if self.exact || !is_doubtful(field, loudest) {
            return field;
        }
        // A memory and its inverse pull alike: to the same side with an odd n, to opposite sides with an even one.
        let mut majorities = vec![0; self.depths.len()];
        for (overlap, left) in votes.uncancelled() {
            majorities[overlap.unsigned_abs() as usize] +=
                if self.even && overlap < 0 { -left } else { left };
        }
        (field, loudest) = (0.0, 0.0);
        for (overlap, majority) in (0..).zip(majorities) {
            let pull = f64::from(majority) * self.pull(overlap);
            field += pull;
            loudest += pull.abs();
        }
        without_rounding(field, loudest)
    }

    fn unit(&self) -> f64 {
        self.unit
    }
}
