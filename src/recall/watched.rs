//! Recall in any landscape: who wants to flip is read off the fields.

use super::{PATIENCE, Recall, nth};
use crate::{landscape::Landscape, pattern::Pattern, random::Generator};

/// A landscape of its own, in which states roll.
#[derive(Debug)]
pub struct Watched {
    landscape: Box<dyn Landscape>,
    restless: Vec<u64>,
}

impl Watched {
    /// Rolls states in this landscape.
    #[must_use]
    pub fn new(landscape: Box<dyn Landscape>) -> Self {
        let restless = vec![0; landscape.state().words().len()];
        Self { landscape, restless }
    }
}

impl Recall for Watched {
    fn recall(&mut self, state: &mut Pattern, generator: &mut Generator) -> Option<usize> {
        self.landscape.place(state);
        let most = PATIENCE * state.cells();
        for flips in 0..=most {
            let count = self.landscape.mark_restless(&mut self.restless);
            if count == 0 {
                state.copy_from(self.landscape.state());
                return Some(flips);
            }
            let chosen = nth(&self.restless, generator.below(count) as u32);
            self.landscape.flip(chosen);
        }
        state.copy_from(self.landscape.state());
        None
    }
}
