//! The basin of each memory: of many cues with so many cells flipped, what share comes back exactly?

use super::{Rate, Survey, check_samples, generator, sampling::Sample};
use crate::{
    error::Error,
    memories::Memories,
    network::Network,
    pattern::Pattern,
    recall::{Recall, corrupt, recaller},
};

/// A basin survey in progress.
#[derive(Debug)]
pub struct Basin {
    memories: Memories,
    recall: Box<dyn Recall>,
    cue: Pattern,
    seed: u64,
    levels: Vec<usize>,
    trials: usize,
    done: usize,
    /// Memory by memory, level by level.
    rates: Vec<Rate>,
}

impl Basin {
    /// For each memory and each number of flipped cells in `levels`, so many trials.
    ///
    /// # Errors
    /// [`Error::NoMemories`]; [`Error::Range`] for no level, a level beyond the number of cells, or no trial.
    pub fn new(network: &Network, levels: &[usize], trials: usize, seed: u64) -> Result<Self, Error> {
        let memories = network.memories().clone();
        if memories.is_empty() {
            return Err(Error::NoMemories);
        }
        let cells = network.neurons();
        if let Some(level) = levels.iter().find(|&&level| level > cells) {
            return Err(Error::range("the number of flipped cells to be", format!("0 to {cells}"), *level));
        }
        let rates = memories.len() * levels.len();
        check_samples(rates.checked_mul(trials))?;
        Ok(Self {
            recall: recaller(network),
            cue: network.state().clone(),
            rates: vec![Rate::default(); rates],
            memories,
            seed,
            levels: levels.to_vec(),
            trials,
            done: 0,
        })
    }

    /// The numbers of flipped cells.
    #[must_use]
    pub fn levels(&self) -> &[usize] {
        &self.levels
    }

    /// How often each memory was recalled, memory by memory and within it level by level.
    #[must_use]
    pub fn rates(&self) -> &[Rate] {
        &self.rates
    }
}

impl Survey for Basin {
    fn total(&self) -> usize {
        self.rates.len() * self.trials
    }

    fn done(&self) -> usize {
        self.done
    }
}

impl Sample for Basin {
    /// Trials go round all memories and levels, so that a survey that is ended early has measured all alike.
    fn sample(&mut self) {
        let place = self.done % self.rates.len();
        let memory = &self.memories.patterns()[place / self.levels.len()];
        let mut generator = generator(self.seed, self.done);
        corrupt(memory, self.levels[place % self.levels.len()], &mut generator, &mut self.cue);
        let settled = self.recall.recall(&mut self.cue, &mut generator).is_some();
        self.rates[place].count(settled && self.cue == *memory);
        self.done += 1;
    }
}
