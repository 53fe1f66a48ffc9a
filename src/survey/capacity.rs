//! Capacity: as more and more is stored, how many memories are stable, and how many heal?

use super::{Rate, Survey, check_samples, generator, sampling::Sample};
use crate::{
    error::Error,
    memories::Memories,
    network::Network,
    pattern::Pattern,
    recall::{Recall, Watched, corrupt},
    rules::Rule,
};

/// What is stored.
#[derive(Clone, Debug)]
pub enum Source {
    /// Fresh random pictures of `rows` x `columns` in every trial.
    Random {
        /// Rows of the grid.
        rows: usize,
        /// Columns of the grid.
        columns: usize,
    },
    /// The first so many of these.
    Own(Memories),
}

/// What is to be measured.
#[derive(Clone, Debug)]
pub struct CapacityPlan {
    /// Under which rules.
    pub rules: Vec<Rule>,
    /// With how many memories.
    pub loads: Vec<usize>,
    /// How often for each rule and load.
    pub trials: usize,
    /// Cells flipped in the cue.
    pub flips: usize,
    /// Whether the bias is on.
    pub biased: bool,
}

/// What was measured for a rule and a number of memories.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Memories that are stable, of all stored.
    pub stable: Rate,
    /// Cues that came back exactly: one a trial.
    pub recalled: Rate,
}

/// A capacity survey in progress.
#[derive(Debug)]
pub struct Capacity {
    source: Source,
    plan: CapacityPlan,
    seed: u64,
    done: usize,
    /// Rule by rule, load by load.
    results: Vec<Load>,
}

impl Capacity {
    /// Measures what the plan says. In one trial all rules and loads see the same memories (a load the first so
    /// many of them), so that rules are compared on equal terms.
    ///
    /// # Errors
    /// [`Error::Range`] for an empty plan, a load of 0 or of more memories than there are, or more flips than
    /// cells, and for a rule whose parameter is out of range; [`Error::Size`].
    pub fn new(source: Source, plan: CapacityPlan, seed: u64) -> Result<Self, Error> {
        let (cells, most) = match &source {
            Source::Random { rows, columns } => {
                (Pattern::blank(*rows, *columns)?.cells(), crate::memories::MOST_MEMORIES)
            }
            Source::Own(memories) => (memories.get(0)?.cells(), memories.len()),
        };
        if let Some(load) = plan.loads.iter().find(|load| !(1..=most).contains(*load)) {
            return Err(Error::range("the number of memories to be", format!("1 to {most}"), *load));
        }
        if plan.flips > cells {
            return Err(Error::range(
                "the number of flipped cells to be",
                format!("0 to {cells}"),
                plan.flips,
            ));
        }
        for rule in &plan.rules {
            rule.checked()?;
        }
        let results = plan.rules.len() * plan.loads.len();
        check_samples(results.checked_mul(plan.trials))?;
        Ok(Self { source, plan, seed, done: 0, results: vec![Load::default(); results] })
    }

    /// What is being measured.
    #[must_use]
    pub fn plan(&self) -> &CapacityPlan {
        &self.plan
    }

    /// What was measured, rule by rule and within it load by load.
    #[must_use]
    pub fn results(&self) -> &[Load] {
        &self.results
    }

    fn memories(&self, load: usize, trial: usize) -> Result<Memories, Error> {
        let mut memories = Memories::default();
        match &self.source {
            Source::Random { rows, columns } => {
                let mut generator = generator(self.seed, trial);
                for _ in 0..load {
                    memories.store(Pattern::random(*rows, *columns, &mut generator)?)?;
                }
            }
            Source::Own(own) => {
                for memory in &own.patterns()[..load] {
                    memories.store(memory.clone())?;
                }
            }
        }
        Ok(memories)
    }

    fn measure(&mut self, place: usize, trial: usize) -> Result<(), Error> {
        let (rule, load) = (place / self.plan.loads.len(), place % self.plan.loads.len());
        let memories = self.memories(self.plan.loads[load], trial)?;
        let network = Network::with_memories(memories, self.plan.rules[rule], self.plan.biased)?;
        let result = &mut self.results[place];
        for index in 0..network.memories().len() {
            result.stable.count(network.is_stable(index)?);
        }
        // The cue, like the memories, is the same for every rule.
        let mut generator = generator(self.seed.wrapping_add(1 << 32), trial);
        let memory = network.memories().get(trial % network.memories().len())?;
        let mut cue = memory.clone();
        corrupt(memory, self.plan.flips, &mut generator, &mut cue);
        let settled =
            Watched::new(network.landscape().boxed_clone()).recall(&mut cue, &mut generator).is_some();
        result.recalled.count(settled && cue == *memory);
        Ok(())
    }
}

impl Survey for Capacity {
    fn total(&self) -> usize {
        self.results.len() * self.plan.trials
    }

    fn done(&self) -> usize {
        self.done
    }
}

impl Sample for Capacity {
    /// Trials go round all rules and loads. Where a rule cannot be built (no room), its trial counts for nothing.
    fn sample(&mut self) {
        let (place, trial) = (self.done % self.results.len(), self.done / self.results.len());
        let _ = self.measure(place, trial);
        self.done += 1;
    }
}
