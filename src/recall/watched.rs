//! Recall in any landscape: who wants to flip is read off the fields.

use super::Recall;
use crate::{landscape::Landscape, pattern::Pattern, random::Generator};

/// Flips a neuron after which a run that cannot be shown to end is given up.
const PATIENCE: usize = 200;

/// A landscape of its own, in which states roll.
#[derive(Debug)]
pub struct Watched {
    landscape: Box<dyn Landscape>,
    restless: Vec<u16>,
}

impl Watched {
    /// Rolls states in this landscape.
    #[must_use]
    pub fn new(landscape: Box<dyn Landscape>) -> Self {
        Self { landscape, restless: Vec::new() }
    }
}

impl Recall for Watched {
    fn recall(&mut self, state: &mut Pattern, generator: &mut Generator) -> Option<usize> {
        self.landscape.place(state);
        let most = PATIENCE * state.cells();
        for flips in 0..=most {
            self.restless.clear();
            let neurons = 0..state.cells();
            let restless = neurons.filter(|&neuron| self.landscape.is_restless(neuron));
            self.restless.extend(restless.map(|neuron| neuron as u16));
            if self.restless.is_empty() {
                state.copy_from(self.landscape.state());
                return Some(flips);
            }
            let chosen = self.restless[generator.below(self.restless.len())];
            self.landscape.flip(usize::from(chosen));
        }
        state.copy_from(self.landscape.state());
        None
    }
}
