//! The census: random starts roll downhill, and whoever they end in is counted.

use std::collections::HashMap;

use super::{Survey, check_samples, generator, sampling::Sample};
use crate::{
    error::Error,
    memories::Memories,
    network::Network,
    outcome::{Kind, Name, identify},
    pattern::Pattern,
    recall::{Recall, recaller},
    sorted::sorted,
};

/// A state in which starts ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Attractor {
    /// The state.
    pub pattern: Pattern,
    /// How many starts ended in it.
    pub count: usize,
    /// What it is.
    pub name: Name,
}

/// A census in progress.
#[derive(Debug)]
pub struct Census {
    memories: Memories,
    recall: Box<dyn Recall>,
    state: Pattern,
    seed: u64,
    starts: usize,
    done: usize,
    counts: HashMap<Pattern, usize>,
    unsettled: usize,
}

impl Census {
    /// A census of the network's landscape from so many random starts.
    ///
    /// # Errors
    /// [`Error::Range`] unless there is at least one start.
    pub fn new(network: &Network, starts: usize, seed: u64) -> Result<Self, Error> {
        Ok(Self {
            memories: network.memories().clone(),
            recall: recaller(network),
            state: network.state().clone(),
            seed,
            starts: check_samples(Some(starts))?,
            done: 0,
            counts: HashMap::new(),
            unsettled: 0,
        })
    }

    /// Starts that never came to rest (only where couplings are not symmetric).
    #[must_use]
    pub fn unsettled(&self) -> usize {
        self.unsettled
    }

    /// How many different attractors were found.
    #[must_use]
    pub fn distinct(&self) -> usize {
        self.counts.len()
    }

    /// The `most` attractors in which most starts ended, the largest first; equal ones by their bits.
    #[must_use]
    pub fn attractors(&self, most: usize) -> Vec<Attractor> {
        let found: Vec<(&Pattern, usize)> =
            self.counts.iter().map(|(pattern, &count)| (pattern, count)).collect();
        let order = sorted(found.len(), &|a, b| {
            let ((x, m), (y, n)) = (found[a], found[b]);
            n.cmp(&m).then_with(|| x.words().cmp(y.words()))
        });
        let most = order.into_iter().take(most).map(|place| found[place]);
        most.map(|(pattern, count)| Attractor {
            pattern: pattern.clone(),
            count,
            name: identify(pattern, &self.memories),
        })
        .collect()
    }

    /// How many starts ended in each kind: memory, inverse, mixture, spurious, unsettled.
    #[must_use]
    pub fn shares(&self) -> [(Kind, usize); 5] {
        let mut shares =
            [Kind::Memory, Kind::Inverse, Kind::Mixture, Kind::Spurious, Kind::Unsettled].map(|k| (k, 0));
        for (pattern, count) in &self.counts {
            let kind = identify(pattern, &self.memories).kind;
            for (_, share) in shares.iter_mut().filter(|(of, _)| *of == kind) {
                *share += count;
            }
        }
        shares[4].1 = self.unsettled;
        shares
    }
}

impl Survey for Census {
    fn total(&self) -> usize {
        self.starts
    }

    fn done(&self) -> usize {
        self.done
    }
}

impl Sample for Census {
    fn sample(&mut self) {
        let mut generator = generator(self.seed, self.done);
        self.state.randomize(&mut generator);
        match self.recall.recall(&mut self.state, &mut generator) {
            None => self.unsettled += 1,
            Some(_) => match self.counts.get_mut(&self.state) {
                Some(count) => *count += 1,
                None => {
                    self.counts.insert(self.state.clone(), 1);
                }
            },
        }
        self.done += 1;
    }
}
