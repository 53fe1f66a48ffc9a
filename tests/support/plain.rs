//! The theory once more, written as plainly as can be: no increments, no bits, no checkpoints, no speed.
//! Only the generator is the core's own; its output is checked against the reference figures.

use std::rc::Rc;

use hopfield_net::{Generator, Order, Pattern};

/// Couplings W, bias b and a state s of a Hebb network.
#[derive(Clone)]
pub struct Plain {
    pub couplings: Rc<Vec<Vec<i64>>>,
    pub bias: Vec<i64>,
    pub state: Vec<i64>,
}

impl Plain {
    /// W_ij = sum of x_i x_j with nothing on the diagonal; with `biased`, b_i = sum of x_i.
    pub fn hebb(memories: &[Pattern], biased: bool, state: &Pattern) -> Self {
        let pictures: Vec<Vec<i64>> = memories.iter().map(spins).collect();
        let neurons = 0..state.cells();
        let coupling = |i, j| if i == j { 0 } else { pictures.iter().map(|x| x[i] * x[j]).sum() };
        Self {
            couplings: Rc::new(
                neurons.clone().map(|i| neurons.clone().map(|j| coupling(i, j)).collect()).collect(),
            ),
            bias: neurons.map(|i| if biased { pictures.iter().map(|x| x[i]).sum() } else { 0 }).collect(),
            state: spins(state),
        }
    }

    /// h_i = sum of W_ij s_j + b_i.
    pub fn field(&self, i: usize) -> i64 {
        dot(&self.couplings[i], &self.state) + self.bias[i]
    }

    /// E = -1/2 sum of W_ij s_i s_j - sum of b_i s_i.
    pub fn energy(&self) -> i64 {
        let agreement: i64 =
            self.couplings.iter().zip(&self.state).map(|(w, s)| s * dot(w, &self.state)).sum();
        -agreement / 2 - dot(&self.bias, &self.state)
    }

    /// Whether some neuron would turn over if asked.
    pub fn is_restless(&self) -> bool {
        (0..self.state.len()).any(|i| self.state[i] * self.field(i) < 0)
    }

    /// Goles' energy of two states in a row, s(t) = `now` and s(t - 1) = `before`:
    /// L = -s(t) . W s(t-1) - b . (s(t) + s(t-1)), which synchronous updates never raise.
    pub fn goles(&self, now: &Pattern, before: &Pattern) -> i64 {
        let (now, before) = (spins(now), spins(before));
        let heard: Vec<i64> = self.couplings.iter().map(|w| dot(w, &before)).collect();
        -dot(&now, &heard) - dot(&self.bias, &now) - dot(&self.bias, &before)
    }
}

/// A run of a plain network: who is asked, and what it answers.
#[derive(Clone)]
pub struct PlainRun {
    pub network: Plain,
    pub order: Order,
    pub temperature: f64,
    pub generator: Generator,
    /// Whom the rest of the present sweep asks, the next one last.
    turns: Vec<usize>,
    /// The state that a synchronous sweep hears.
    heard: Vec<i64>,
}

impl PlainRun {
    pub fn new(network: Plain, seed: u64) -> Self {
        let generator = Generator::new(seed);
        Self { network, order: Order::Random, temperature: 0.0, generator, turns: vec![], heard: vec![] }
    }

    /// Forgets the present sweep.
    pub fn begin_sweep(&mut self) {
        self.turns.clear();
    }

    /// One update: the neuron asked, what it heard, whether it turned over.
    pub fn update(&mut self) -> (usize, i64, bool) {
        let neurons = self.network.state.len();
        if self.turns.is_empty() {
            self.turns = match self.order {
                Order::Shuffled => {
                    self.generator.permutation(neurons as u16).into_iter().map(usize::from).collect()
                }
                _ => (0..neurons).collect(),
            };
            self.turns.reverse();
            self.heard = self.network.state.clone();
        }
        let turn = self.turns.pop().unwrap();
        let neuron = if self.order == Order::Random { self.generator.below(neurons) } else { turn };
        let field = match self.order {
            Order::Synchronous => {
                dot(&self.network.couplings[neuron], &self.heard) + self.network.bias[neuron]
            }
            _ => self.network.field(neuron),
        };
        let before = self.network.state[neuron];
        self.network.state[neuron] = self.answer(before, field);
        (neuron, field, self.network.state[neuron] != before)
    }

    /// The field's sign, or with a temperature a coin that leans by the field.
    fn answer(&mut self, spin: i64, field: i64) -> i64 {
        if self.temperature == 0.0 {
            return if field == 0 { spin } else { field.signum() };
        }
        let field = field as f64 / self.network.state.len() as f64;
        let active = 1.0 / (1.0 + (-2.0 * field / self.temperature).exp());
        if self.generator.unit() < active { 1 } else { -1 }
    }
}

fn spins(pattern: &Pattern) -> Vec<i64> {
    pattern.signs().into_iter().map(i64::from).collect()
}

fn dot(a: &[i64], b: &[i64]) -> i64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
