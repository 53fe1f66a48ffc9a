//! Hebb's landscape without a matrix: everything follows from the overlaps m_mu = x^mu . s with the p
//! memories. With W = sum of x x^T and W_ii = 0,
//!
//! ```text
//! h_i = sum over mu of m_mu x_i^mu  -  p s_i  +  b_i
//! E   = -1/2 (sum over mu of m_mu^2  -  p N)  -  sum over i of b_i s_i
//! ```
//!
//! A flip costs p additions instead of N, and N x N numbers are never stored: the way for large grids.

use super::{Landscape, bias_of, leaning, square};
use crate::{error::Error, memories::Memories, pattern::Pattern};

/// Memories, a state, and its overlap with each memory.
#[derive(Clone, Debug)]
pub struct Overlaps {
    memories: Memories,
    /// b_i; empty where nobody leans.
    bias: Vec<f64>,
    state: Pattern,
    overlaps: Vec<i32>,
}

impl Overlaps {
    /// Hebb's landscape of the memories around a state; with `biased`, b = sum of the memories, else b = 0.
    #[must_use]
    pub fn hebb(memories: &Memories, biased: bool, state: &Pattern) -> Self {
        let mut bias = vec![0.0; if biased { state.cells() } else { 0 }];
        for memory in memories {
            for (cell, sum) in bias.iter_mut().enumerate() {
                *sum += f64::from(memory.spin(cell));
            }
        }
        Self { memories: memories.clone(), bias, state: state.clone(), overlaps: memories.overlaps(state) }
    }

    /// h_i of a state with the given overlaps.
    fn heard(&self, neuron: usize, state: &Pattern, overlaps: &[i32]) -> f64 {
        let votes: i32 = self
            .memories
            .iter()
            .zip(overlaps)
            .map(|(memory, &overlap)| if memory.is_active(neuron) { overlap } else { -overlap })
            .sum();
        let itself = self.memories.len() as i32 * i32::from(state.spin(neuron));
        f64::from(votes - itself) + bias_of(&self.bias, neuron)
    }

    fn height(&self, state: &Pattern, overlaps: &[i32]) -> f64 {
        let squares: i64 = overlaps.iter().map(|&overlap| i64::from(overlap).pow(2)).sum();
        let itself = (self.memories.len() * state.cells()) as i64;
        // p squares of N's parity minus p N: always even.
        ((itself - squares) / 2) as f64 - leaning(&self.bias, state)
    }
}

impl Landscape for Overlaps {
    fn state(&self) -> &Pattern {
        &self.state
    }

    fn place(&mut self, state: &Pattern) {
        self.overlaps = self.memories.overlaps(state);
        self.state = state.clone();
    }

    fn field(&self, neuron: usize) -> f64 {
        self.heard(neuron, &self.state, &self.overlaps)
    }

    fn flip(&mut self, neuron: usize) {
        self.state.flip(neuron);
        let change = 2 * i32::from(self.state.spin(neuron));
        for (memory, overlap) in self.memories.iter().zip(&mut self.overlaps) {
            *overlap += change * i32::from(memory.spin(neuron));
        }
    }

    fn energy(&self) -> Result<f64, Error> {
        Ok(self.height(&self.state, &self.overlaps))
    }

    fn fields_at(&self, state: &Pattern) -> Vec<f64> {
        let overlaps = self.memories.overlaps(state);
        (0..state.cells()).map(|neuron| self.heard(neuron, state, &overlaps)).collect()
    }

    fn energy_at(&self, state: &Pattern) -> Result<f64, Error> {
        Ok(self.height(state, &self.memories.overlaps(state)))
    }

    fn unit(&self) -> f64 {
        self.state.cells() as f64
    }

    fn couplings(&self) -> Result<Vec<f64>, Error> {
        let neurons = self.state.cells();
        let mut couplings = square(neurons)?;
        for memory in &self.memories {
            for (i, row) in couplings.chunks_exact_mut(neurons).enumerate() {
                for (j, coupling) in row.iter_mut().enumerate().filter(|(j, _)| *j != i) {
                    *coupling += f64::from(memory.spin(i) * memory.spin(j));
                }
            }
        }
        Ok(couplings)
    }

    fn deepen(&mut self, _: &Pattern, _: i32, _: u32, _: bool) -> Result<(), Error> {
        Err(Error::NoCouplings)
    }

    fn boxed_clone(&self) -> Box<dyn Landscape> {
        Box::new(self.clone())
    }
}
