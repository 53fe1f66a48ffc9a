//! Landscapes in which neurons do not act in pairs: the energy is any function of the overlaps
//! m_mu = x^mu . s with the memories, and no couplings exist.
//!
//! What plays the part of the field is what the energy gains by s_i = +1 over s_i = -1,
//!
//! ```text
//! h_i = (E with s_i = -1  minus  E with s_i = +1) / 2
//! ```
//!
//! so that the sign of the field still lowers the energy, and turning neuron i over still changes it by
//! 2 s_i h_i, exactly as with couplings. Overlaps are whole numbers and follow each flip at the cost of p.

use super::Landscape;
use crate::{error::Error, memories::Memories, pattern::Pattern};

/// How the overlaps with the memories make an energy.
pub trait Interaction: Clone + 'static {
    /// E of a state with these overlaps; a flat 0 without memories.
    fn energy(&self, overlaps: &[i32]) -> f64;

    /// h_i, from the vote of each memory: its overlap with all neurons but i, and whether i is active in it.
    fn field(&self, votes: impl Iterator<Item = (i32, bool)> + Clone) -> f64;

    /// The size of the field that a lone memory makes.
    fn unit(&self) -> f64;
}

/// Memories, a bias, a state, and its overlap with each memory.
#[derive(Clone)]
pub struct Dense<F> {
    interaction: F,
    memories: Memories,
    bias: Vec<f64>,
    state: Pattern,
    overlaps: Vec<i32>,
}

impl<F: Interaction> Dense<F> {
    /// The landscape of the memories around a state, with b_i = `bias` times the sum of x_i over the memories.
    pub fn new(interaction: F, memories: &Memories, bias: f64, state: &Pattern) -> Self {
        let leaning = |cell| memories.iter().map(|memory| f64::from(memory.spin(cell))).sum::<f64>();
        Self {
            interaction,
            memories: memories.clone(),
            bias: (0..state.cells()).map(|cell| bias * leaning(cell)).collect(),
            state: state.clone(),
            overlaps: memories.overlaps(state),
        }
    }

    fn heard(&self, neuron: usize, state: &Pattern, overlaps: &[i32]) -> f64 {
        let spin = i32::from(state.spin(neuron));
        let votes = self.memories.iter().zip(overlaps).map(|(memory, &overlap)| {
            let own = i32::from(memory.spin(neuron));
            (overlap - own * spin, own > 0)
        });
        self.interaction.field(votes) + self.bias[neuron]
    }

    fn height(&self, state: &Pattern, overlaps: &[i32]) -> f64 {
        let leaning: f64 =
            self.bias.iter().enumerate().map(|(cell, bias)| bias * f64::from(state.spin(cell))).sum();
        self.interaction.energy(overlaps) - leaning
    }
}

impl<F: Interaction> Landscape for Dense<F> {
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
        self.interaction.unit()
    }

    fn couplings(&self) -> Result<Vec<f64>, Error> {
        Err(Error::NoCouplings)
    }

    fn deepen(&mut self, _: &Pattern, _: i32, _: u32, _: bool) -> Result<(), Error> {
        Err(Error::NoCouplings)
    }

    fn boxed_clone(&self) -> Box<dyn Landscape> {
        Box::new(self.clone())
    }
}
