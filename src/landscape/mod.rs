//! The energy landscape and the ball that lies in it: for the present state, what each neuron hears (its
//! field) and how high the state lies (its energy).
//!
//! ```text
//! field   h_i = sum over j != i of W_ij s_j  +  b_i
//! energy  E   = -1/2 sum over i != j of W_ij s_i s_j  -  sum over i of b_i s_i
//! ```
//!
//! so that turning neuron i over changes the energy by 2 s_i h_i (J. J. Hopfield, PNAS 79, 2554, 1982).
//! A rule (see [`crate::rules`]) shapes a landscape; how it is held inside is a question of cost:
//! as a matrix of couplings ([`Matrix`]) or through the overlaps with the memories ([`Overlaps`]). Rules in
//! which more than two neurons act together have no matrix at all ([`Dense`]).

mod dense;
mod matrix;
mod overlaps;
#[cfg(test)]
mod tests;

pub use dense::{Dense, Interaction, Votes};
pub use matrix::{Coupling, Matrix};
pub use overlaps::Overlaps;

use std::fmt;

use crate::{error::Error, pattern::Pattern};

/// The most that may be added to or taken from couplings one by one, in doses: so much room is kept free
/// where they are whole numbers.
pub const MOST_DOSES: usize = 200_000;

/// An energy landscape with a state in it.
pub trait Landscape {
    /// The state.
    fn state(&self) -> &Pattern;

    /// Puts another state of the same shape in its place and counts its fields afresh.
    fn place(&mut self, state: &Pattern);

    /// h_i, what neuron i hears from the others and from its bias. Where no couplings exist it is half of
    /// what the energy gains by s_i = +1 over s_i = -1, which is the same thing where they do.
    fn field(&self, neuron: usize) -> f64;

    /// Turns neuron i over and brings every field up to date.
    fn flip(&mut self, neuron: usize);

    /// E of the present state.
    ///
    /// # Errors
    /// [`Error::NoEnergy`] where couplings are not symmetric.
    fn energy(&self) -> Result<f64, Error>;

    /// Every field that another state would have, counted afresh.
    fn fields_at(&self, state: &Pattern) -> Vec<f64>;

    /// E of another state, counted afresh.
    ///
    /// # Errors
    /// As [`Landscape::energy`].
    fn energy_at(&self, state: &Pattern) -> Result<f64, Error>;

    /// The size of the field that a lone memory makes: fields are divided by it where they meet a temperature.
    fn unit(&self) -> f64;

    /// W, N x N row by row, W_ij being what neuron i hears from neuron j; the diagonal is 0.
    ///
    /// # Errors
    /// [`Error::NoRoom`] where N x N numbers do not fit, [`Error::NoCouplings`] where the rule makes none.
    fn couplings(&self) -> Result<Vec<f64>, Error>;

    /// Adds `doses` / `fineness` of what storing a picture adds by Hebb's rule, or takes it out where `doses` < 0: to W_ij,
    /// i != j, and with `biased` to b_i. Fields are stale until [`Landscape::place`]. One landscape always
    /// meets the same `fineness`.
    ///
    /// # Errors
    /// [`Error::NoCouplings`] where there are none to change, [`Error::Diverged`] where whole couplings are
    /// too large to be held in such fine units.
    fn deepen(&mut self, pattern: &Pattern, doses: i32, fineness: u32, biased: bool) -> Result<(), Error>;

    /// The same landscape and state once more.
    fn boxed_clone(&self) -> Box<dyn Landscape>;

    /// Whether neuron i would turn over if asked: s_i h_i < 0. A neuron that hears nothing stays.
    fn is_restless(&self, neuron: usize) -> bool {
        f64::from(self.state().spin(neuron)) * self.field(neuron) < 0.0
    }

    /// Sets a bit for every neuron that would turn over if asked, 64 neurons a word, and returns how many.
    fn mark_restless(&self, words: &mut [u64]) -> usize {
        mark(self.state(), words, |neuron, _| self.is_restless(neuron))
    }
}

/// Its values would fill pages, and the code that prints them every download.
impl fmt::Debug for dyn Landscape {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Landscape").field("state", self.state()).finish_non_exhaustive()
    }
}

impl Clone for Box<dyn Landscape> {
    fn clone(&self) -> Self {
        self.boxed_clone()
    }
}

/// Sets the bit of each neuron for which `chosen` holds, of its number and of whether it is active; returns how many.
fn mark(state: &Pattern, words: &mut [u64], chosen: impl Fn(usize, bool) -> bool) -> usize {
    let mut count = 0;
    for (place, (word, &active)) in words.iter_mut().zip(state.words()).enumerate() {
        let used = (state.cells() - 64 * place).min(64);
        let bit = |k: usize| u64::from(chosen(64 * place + k, active >> k & 1 == 1)) << k;
        *word = (0..used).fold(0, |bits, k| bits | bit(k));
        count += word.count_ones() as usize;
    }
    count
}

/// E = -1/2 sum of s_i (h_i + b_i): a coupling is heard at both of its ends, a bias only at one.
fn energy_from_fields(state: &Pattern, field: impl Fn(usize) -> f64, bias: impl Fn(usize) -> f64) -> f64 {
    let agreement: f64 = (0..state.cells()).map(|i| f64::from(state.spin(i)) * (field(i) + bias(i))).sum();
    // From 0, so that no agreement gives 0 and not -0.
    0.0 - agreement / 2.0
}

/// b_i; there are none where nobody leans.
fn bias_of(bias: &[f64], neuron: usize) -> f64 {
    bias.get(neuron).copied().unwrap_or_default()
}

/// The part of -E that is the biases': sum of b_i s_i.
fn leaning(bias: &[f64], state: &Pattern) -> f64 {
    bias.iter().enumerate().map(|(cell, bias)| bias * f64::from(state.spin(cell))).sum()
}

/// How much smaller than the field that it is measured against a field is taken for none: sums of real
/// numbers end off by some 1e-15 for every term, and far less than this.
pub(crate) const ROUNDING: f64 = 1e-10;

/// The field, or 0 where it would most likely be 0 without rounding: against `loudest` it is next to
/// nothing. Here real numbers become ties, so that updates, restless cells and stable memories agree about them.
pub(crate) fn without_rounding(field: f64, loudest: f64) -> f64 {
    if is_doubtful(field, loudest) { 0.0 } else { field }
}

/// Whether a field could be nothing but rounding.
pub(crate) fn is_doubtful(field: f64, loudest: f64) -> bool {
    field.abs() < ROUNDING * loudest
}

/// Room for N x N numbers, or a clear error instead of an abort.
pub(crate) fn square<T: Copy + Default>(neurons: usize) -> Result<Vec<T>, Error> {
    let couplings = neurons * neurons;
    let mut room = Vec::new();
    room.try_reserve_exact(couplings).map_err(|_| Error::NoRoom { couplings })?;
    room.resize(couplings, T::default());
    Ok(room)
}
