//! A landscape held as couplings: N x N numbers, and fields that follow each flip at the cost of one row.

use std::ops::{AddAssign, Mul};

use super::{Landscape, MOST_DOSES, energy_from_fields, mark, square, without_rounding};
use crate::{error::Error, pattern::Pattern};

/// A number that couples two neurons: `i32` where the rule is made of whole numbers, so that sums are exact
/// and ties are real ties; `f64` elsewhere.
pub trait Coupling:
    Copy + Default + PartialEq + AddAssign + Mul<Output = Self> + From<i8> + Into<f64> + std::fmt::Debug + 'static
{
    /// Whether it holds whole numbers only, and a dose of 1 / `fineness` by counting everything in such parts.
    const WHOLE: bool;

    /// This sum of couplings as the field that a neuron hears; `unit` is a lone memory's field.
    fn audible(self, unit: f64) -> f64;

    /// So many doses, each of the given size, in those parts.
    fn dose(doses: i32, size: f64) -> Self;
}

impl Coupling for i32 {
    const WHOLE: bool = true;

    fn audible(self, _unit: f64) -> f64 {
        self.into()
    }

    fn dose(doses: i32, _size: f64) -> Self {
        doses
    }
}

impl Coupling for f64 {
    const WHOLE: bool = false;

    fn audible(self, unit: f64) -> f64 {
        without_rounding(self, unit)
    }

    fn dose(doses: i32, size: f64) -> Self {
        f64::from(doses) * size
    }
}

/// Couplings W, bias b, a state and its fields.
#[derive(Clone, Debug)]
pub struct Matrix<W> {
    /// Row j holds what neuron j tells each other neuron: W_ij at j * N + i. One flip touches one row.
    told: Vec<W>,
    /// Whether W_ij = W_ji by the rule's design; without that there is no energy.
    symmetric: bool,
    bias: Vec<W>,
    /// Couplings, biases and fields are counted in parts of 1 / grain: 1 until the network sleeps.
    grain: u32,
    unit: f64,
    state: Pattern,
    fields: Vec<W>,
}

impl<W: Coupling> Matrix<W> {
    /// A flat landscape around `state`: all couplings and biases 0.
    ///
    /// # Errors
    /// [`Error::NoRoom`] where N x N numbers do not fit.
    pub fn flat(state: &Pattern, unit: f64) -> Result<Self, Error> {
        Ok(Self::symmetric(square(state.cells())?, unit, state))
    }

    /// Couplings W_ij = W_ji with W_ii = 0, N x N row by row, around `state`, without a bias. Fields are
    /// stale until [`Landscape::place`].
    #[must_use]
    pub fn symmetric(couplings: Vec<W>, unit: f64, state: &Pattern) -> Self {
        let neurons = state.cells();
        debug_assert_eq!(couplings.len(), neurons * neurons);
        Self {
            told: couplings,
            symmetric: true,
            bias: vec![W::default(); neurons],
            grain: 1,
            unit,
            state: state.clone(),
            fields: vec![W::default(); neurons],
        }
    }

    /// Couplings by which j may tell i something else than i tells j: W_ij is what neuron i hears from
    /// neuron j, N x N row by row, W_ii = 0. There is no energy then. Fields are stale as above.
    #[must_use]
    pub fn asymmetric(mut couplings: Vec<W>, unit: f64, state: &Pattern) -> Self {
        transpose(&mut couplings, state.cells());
        Self { symmetric: false, ..Self::symmetric(couplings, unit, state) }
    }

    /// Adds `weight` x_i x_j to every coupling W_ij, i != j: x becomes a deeper valley, or with a negative
    /// weight a shallower one. Fields are stale until [`Landscape::place`].
    pub fn impress(&mut self, pattern: &Pattern, weight: W) {
        let neurons = self.state.cells();
        let signs: Vec<W> = pattern.spins();
        for (j, row) in self.told.chunks_exact_mut(neurons).enumerate() {
            let scaled = weight * signs[j];
            for (coupling, &sign) in row.iter_mut().zip(&signs) {
                *coupling += scaled * sign;
            }
            row[j] = W::default();
        }
    }

    /// Adds `weight` x_i to every bias b_i. Fields are stale until [`Landscape::place`].
    pub fn lean(&mut self, pattern: &Pattern, weight: W) {
        for (bias, sign) in self.bias.iter_mut().zip(pattern.signs()) {
            *bias += weight * W::from(sign);
        }
    }

    /// h = W s + b, summed row by row in order.
    fn heard(&self, state: &Pattern) -> Vec<W> {
        let mut fields = vec![W::default(); state.cells()];
        self.hear(state, &mut fields);
        fields
    }

    fn hear(&self, state: &Pattern, fields: &mut [W]) {
        fields.copy_from_slice(&self.bias);
        for (j, row) in self.told.chunks_exact(state.cells()).enumerate() {
            add_scaled(fields, row, W::from(state.spin(j)));
        }
    }

    fn height(&self, state: &Pattern, fields: &[W]) -> Result<f64, Error> {
        if !self.symmetric {
            return Err(Error::NoEnergy);
        }
        let parts = energy_from_fields(state, |i| fields[i].into(), |i| self.bias[i].into());
        Ok(parts / f64::from(self.grain))
    }

    fn audible(&self, field: W) -> f64 {
        field.audible(self.unit) / f64::from(self.grain)
    }

    /// Counts everything in finer parts, unless it is so already.
    fn refine(&mut self, grain: u32) -> Result<(), Error> {
        if !W::WHOLE || self.grain == grain {
            return Ok(());
        }
        let neurons = self.state.cells();
        let size = |number: &W| -> f64 { (*number).into().abs() };
        // The most that anybody can hear.
        let mut heard: Vec<f64> = self.bias.iter().map(size).collect();
        for (place, told) in self.told.iter().enumerate() {
            heard[place % neurons] += size(told);
        }
        let loudest = heard.into_iter().fold(0.0, f64::max);
        let room = f64::from(i32::MAX) - (MOST_DOSES * neurons) as f64;
        if loudest * f64::from(grain) > room {
            return Err(Error::Diverged);
        }
        let finer = W::dose(grain as i32, 1.0);
        for number in self.told.iter_mut().chain(&mut self.bias) {
            *number = finer * *number;
        }
        self.grain = grain;
        Ok(())
    }
}

/// Swaps W_ij and W_ji.
fn transpose<W>(couplings: &mut [W], neurons: usize) {
    for i in 0..neurons {
        for j in 0..i {
            couplings.swap(i * neurons + j, j * neurons + i);
        }
    }
}

/// fields += scale * row: the inner loop of everything here.
fn add_scaled<W: Coupling>(fields: &mut [W], row: &[W], scale: W) {
    for (field, &coupling) in fields.iter_mut().zip(row) {
        *field += scale * coupling;
    }
}

impl<W: Coupling> Landscape for Matrix<W> {
    fn state(&self) -> &Pattern {
        &self.state
    }

    fn place(&mut self, state: &Pattern) {
        let mut fields = std::mem::take(&mut self.fields);
        self.hear(state, &mut fields);
        self.fields = fields;
        self.state.copy_from(state);
    }

    fn field(&self, neuron: usize) -> f64 {
        self.audible(self.fields[neuron])
    }

    fn flip(&mut self, neuron: usize) {
        self.state.flip(neuron);
        let change = W::from(2 * self.state.spin(neuron));
        let neurons = self.state.cells();
        add_scaled(&mut self.fields, &self.told[neuron * neurons..][..neurons], change);
    }

    fn energy(&self) -> Result<f64, Error> {
        self.height(&self.state, &self.fields)
    }

    fn fields_at(&self, state: &Pattern) -> Vec<f64> {
        self.heard(state).into_iter().map(|field| self.audible(field)).collect()
    }

    fn energy_at(&self, state: &Pattern) -> Result<f64, Error> {
        self.height(state, &self.heard(state))
    }

    fn unit(&self) -> f64 {
        self.unit
    }

    fn couplings(&self) -> Result<Vec<f64>, Error> {
        let neurons = self.state.cells();
        let mut couplings = square(neurons)?;
        for (coupling, &told) in couplings.iter_mut().zip(&self.told) {
            *coupling = told.into() / f64::from(self.grain);
        }
        if !self.symmetric {
            transpose(&mut couplings, neurons);
        }
        Ok(couplings)
    }

    fn deepen(&mut self, pattern: &Pattern, doses: i32, fineness: u32, biased: bool) -> Result<(), Error> {
        self.refine(fineness)?;
        let size = self.unit / (self.state.cells() as f64 * f64::from(fineness));
        let weight = W::dose(doses, size);
        self.impress(pattern, weight);
        if biased {
            self.lean(pattern, weight);
        }
        Ok(())
    }

    fn mark_restless(&self, words: &mut [u64]) -> usize {
        mark(&self.state, words, |neuron, active| {
            let heard = self.fields[neuron].audible(self.unit);
            if active { heard < 0.0 } else { heard > 0.0 }
        })
    }

    fn boxed_clone(&self) -> Box<dyn Landscape> {
        Box::new(self.clone())
    }
}
