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

use std::rc::Rc;

use super::{Landscape, bias_of, leaning};
use crate::{error::Error, memories::Memories, pattern::Pattern};

/// How the overlaps with the memories make an energy.
pub trait Interaction {
    /// E of a state with these overlaps; a flat 0 without memories.
    fn energy(&self, overlaps: &[i32]) -> f64;

    /// h_i, from the vote of each memory.
    fn field(&self, votes: &Votes) -> f64;

    /// The size of the field that a lone memory makes.
    fn unit(&self) -> f64;
}

/// What the memories say to neuron i in some state.
pub struct Votes<'a> {
    memories: &'a Memories,
    neuron: usize,
    spin: i32,
    overlaps: &'a [i32],
}

impl Votes<'_> {
    /// Of each memory: its overlap with all neurons but i, and whether i is active in it.
    pub fn iter(&self) -> impl Iterator<Item = (i32, bool)> {
        self.memories.iter().zip(self.overlaps).map(|(memory, overlap)| {
            let own = i32::from(memory.spin(self.neuron));
            (overlap - own * self.spin, own > 0)
        })
    }

    /// Those that are left when all that are equal have been counted against each other, as sums of real numbers could
    /// not: by overlap, from the greatest down, how many more say active than inactive.
    pub fn uncancelled(&self) -> impl Iterator<Item = (i32, i32)> {
        let neurons = self.memories.patterns().first().map_or(0, Pattern::cells) as i32;
        let mut majorities = vec![0; 2 * neurons as usize + 1];
        for (overlap, active) in self.iter() {
            majorities[(neurons - overlap) as usize] += if active { 1 } else { -1 };
        }
        (0..)
            .zip(majorities)
            .filter(|(_, majority)| *majority != 0)
            .map(move |(place, left)| (neurons - place, left))
    }
}

/// Memories, a bias, a state, and its overlap with each memory.
#[derive(Clone)]
pub struct Dense {
    interaction: Rc<dyn Interaction>,
    memories: Memories,
    /// b_i; empty where nobody leans.
    bias: Vec<f64>,
    state: Pattern,
    overlaps: Vec<i32>,
}

impl Dense {
    /// The landscape of the memories around a state, with b_i = `bias` times the sum of x_i over the memories.
    pub fn new(
        interaction: impl Interaction + 'static,
        memories: &Memories,
        bias: f64,
        state: &Pattern,
    ) -> Self {
        let leaners = if bias == 0.0 { 0 } else { state.cells() };
        let sum = |cell| memories.iter().map(|memory| f64::from(memory.spin(cell))).sum::<f64>();
        Self {
            interaction: Rc::new(interaction),
            memories: memories.clone(),
            bias: (0..leaners).map(|cell| bias * sum(cell)).collect(),
            state: state.clone(),
            overlaps: memories.overlaps(state),
        }
    }

    fn heard(&self, neuron: usize, state: &Pattern, overlaps: &[i32]) -> f64 {
        let votes = Votes { memories: &self.memories, neuron, spin: state.spin(neuron).into(), overlaps };
        self.interaction.field(&votes) + bias_of(&self.bias, neuron)
    }

    fn height(&self, state: &Pattern, overlaps: &[i32]) -> f64 {
        self.interaction.energy(overlaps) - leaning(&self.bias, state)
    }
}

impl Landscape for Dense {
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
