//! The reference's measured figures, measured again with this network: one file a topic. tests/reference.rs does it with
//! as many networks as take seconds, `npm run check:reference` with more.
#![allow(dead_code, reason = "the tests leave to the command what takes minutes")]

pub mod annealing;
pub mod bias;
pub mod crosstalk;
pub mod dreams;
pub mod heat;
pub mod rest;
pub mod swings;
pub mod triples;

use std::fmt;

use hopfield_net::{Generator, Memories, Network, Order, Pattern, Rest, Rule};

/// A mean, and its standard error.
#[derive(Clone, Copy, Debug)]
pub struct Estimate {
    pub value: f64,
    pub error: f64,
}

/// A figure known exactly, or with the error that the reference gives.
pub fn given(value: f64, error: f64) -> Estimate {
    Estimate { value, error }
}

/// ln of C(n, k) for k = 0 to n.
pub fn ln_choices(n: usize) -> Vec<f64> {
    let steps = (1..=n).map(|k| ((n + 1 - k) as f64 / k as f64).ln());
    std::iter::once(0.0)
        .chain(steps.scan(0.0, |sum, step| {
            *sum += step;
            Some(*sum)
        }))
        .collect()
}

/// The mean of one value a network: networks are independent, what happens in the same one is not.
pub fn mean(values: &[f64]) -> Estimate {
    let count = values.len() as f64;
    let value = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|x| (x - value).powi(2)).sum();
    Estimate { value, error: (squares / (count - 1.0) / count).sqrt() }
}

/// One figure of ours beside that of the reference.
#[derive(Clone, Debug)]
pub struct Figure {
    what: String,
    ours: Estimate,
    reference: Estimate,
    /// How far the reference's own figure is rounded.
    rounding: f64,
}

impl Figure {
    /// `decimals` are those to which the reference is printed.
    pub fn new(what: impl Into<String>, ours: Estimate, reference: Estimate, decimals: i32) -> Self {
        Self { what: what.into(), ours, reference, rounding: 0.5 * 10_f64.powi(-decimals) }
    }

    /// Within 4 standard errors of the difference, which a right program misses once in 16 000 figures.
    pub fn is_inside(&self) -> bool {
        let error = self.ours.error.hypot(self.reference.error);
        (self.ours.value - self.reference.value).abs() <= 4.0 * error + 1.001 * self.rounding
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, ours, reference, .. } = self;
        write!(
            formatter,
            "{what:58} {:9.5} +- {:.5} / {:9.5} +- {:.5}",
            ours.value, ours.error, reference.value, reference.error
        )
    }
}

/// Hebb's network of `count` random memories, in the state of the first.
pub fn random_network(rows: usize, columns: usize, count: usize, generator: &mut Generator) -> Network {
    let mut memories = Memories::default();
    for _ in 0..count {
        memories.store(Pattern::random(rows, columns, generator).unwrap()).unwrap();
    }
    Network::with_memories(memories, Rule::Hebb, false).unwrap()
}

/// Runs of one network, each from a start of its own.
pub struct Run {
    pub network: Network,
    starts: Generator,
}

impl Run {
    /// In an order, with a seed.
    pub fn new(network: &Network, order: Order, seed: u64) -> Self {
        let mut network = network.clone();
        network.set_order(order);
        network.set_seed(seed);
        Self { network, starts: Generator::new(!seed) }
    }

    /// Starts again from a state.
    pub fn start(&mut self, state: &Pattern) {
        self.network.set_state(state).unwrap();
    }

    /// Starts again from a random state.
    pub fn start_anywhere(&mut self) {
        let mut state = self.network.state().clone();
        state.randomize(&mut self.starts);
        self.start(&state);
    }

    pub fn sweep(&mut self) {
        self.network.run(self.network.neurons());
    }

    /// Sweeps until it is over, at most 1000 times.
    pub fn settle(&mut self) -> Rest {
        for _ in 0..1000 {
            self.sweep();
            let rest = self.network.run_until_settled(0);
            if rest != Rest::Moving {
                return rest;
            }
        }
        Rest::Moving
    }

    /// m = x . s / N.
    pub fn overlap(&self, memory: &Pattern) -> f64 {
        f64::from(memory.overlap(self.network.state())) / memory.cells() as f64
    }
}
