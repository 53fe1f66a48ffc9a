//! The council of voters: what each neuron says to the one that is asked, and what follows from it by both
//! restoring rules.
//!
//! ```text
//! vote of j for i:   W_ij s_j                     h_i = sum of the votes + b_i
//! ```
//!
//! Where neurons do not act in pairs the memories are the voters. Under dense memories each adds its own
//! (F(m + x_i) - F(m - x_i)) / 2 to the field, m being its overlap with the other neurons; under the
//! exponential rule each says x_i with the weight exp(m), here as a share of all weights.

use super::couplings::Couplings;
use crate::{
    dynamics::{Order, Update},
    landscape::without_rounding,
    network::Network,
    pattern::Pattern,
    rules::Rule,
};

/// Who votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voters {
    /// Every other neuron, through its coupling.
    Neurons,
    /// Every memory, through its overlap.
    Memories,
}

/// What one neuron hears.
#[derive(Debug)]
pub struct Council {
    /// Who votes.
    pub by: Voters,
    /// Above 0 for on, below 0 for off; the neuron's own is 0.
    pub votes: Vec<f64>,
    /// How many say on.
    pub on: usize,
    /// How many say off.
    pub off: usize,
    /// What the neuron hears from its own bias.
    pub bias: f64,
    /// All of it together.
    pub field: f64,
    /// What the neuron was when it heard this.
    pub spin: i8,
    /// How likely it answers on; none at temperature 0, where it obeys.
    pub chance: Option<f64>,
    /// The picture that it heard.
    heard: Pattern,
}

impl Council {
    /// What a neuron hears now; with `asked`, what the neuron just asked heard when it was.
    pub fn of(network: &Network, couplings: Option<&Couplings>, neuron: usize, asked: bool) -> Self {
        let last = network.trace().update(network.time()).ok();
        let last = last.filter(|last| asked && last.neuron == neuron);
        let heard = last.map_or_else(|| network.state().clone(), |last| heard_by(last, network));
        let state = &heard;
        let landscape = network.landscape();
        let field = last.map_or_else(|| landscape.field(neuron), |last| last.field);
        let (by, votes) = match couplings {
            Some(couplings) => (Voters::Neurons, votes(couplings, state, neuron)),
            None => (Voters::Memories, pulls(network, state, neuron)),
        };
        let temperature = network.temperature();
        Self {
            by,
            on: votes.iter().filter(|&&vote| vote > 0.0).count(),
            off: votes.iter().filter(|&&vote| vote < 0.0).count(),
            bias: if network.biased() { leaning(network, state, neuron, field, &votes, by) } else { 0.0 },
            field,
            spin: state.spin(neuron),
            chance: (temperature > 0.0)
                .then(|| 1.0 / (1.0 + (-2.0 * field / landscape.unit() / temperature).exp())),
            votes,
            heard,
        }
    }

    /// By how much flipping the neuron changes the energy: that of the flipped picture less that of the picture, each
    /// as a whole and not by the field, so that the second rule is seen to agree with the first. None where the rule
    /// has no energy. A picture costs N x N steps, unless it is the state.
    pub fn change(&self, network: &Network, neuron: usize) -> Option<f64> {
        let landscape = network.landscape();
        let energy = |picture: &Pattern| {
            if picture == network.state() { landscape.energy() } else { landscape.energy_at(picture) }.ok()
        };
        let mut flipped = self.heard.clone();
        flipped.flip(neuron);
        Some(energy(&flipped)? - energy(&self.heard)?)
    }
}

/// The picture that the neuron just asked heard: the one before its own answer; in synchronous order the one with
/// which the sweep began, for there all hear the same.
fn heard_by(last: Update, network: &Network) -> Pattern {
    let mut state = network.state().clone();
    if last.flipped {
        state.flip(last.neuron);
    }
    if network.order() == Order::Synchronous {
        // The sweep asks the neurons by number; an earlier part of the run may have been in another order.
        let mut sweep = state.clone();
        for (back, neuron) in (0..last.neuron).rev().enumerate() {
            match network.trace().update(network.time().saturating_sub(back + 1)) {
                Ok(update) if update.neuron == neuron && update.flipped => sweep.flip(neuron),
                Ok(update) if update.neuron == neuron => {}
                _ => return state,
            }
        }
        state = sweep;
    }
    state
}

fn votes(couplings: &Couplings, state: &Pattern, neuron: usize) -> Vec<f64> {
    let row = couplings.row(neuron).iter().enumerate();
    // + 0: a vote of nobody is 0 and not -0.
    row.map(|(voter, coupling)| coupling * f64::from(state.spin(voter)) + 0.0).collect()
}

/// What each memory says.
fn pulls(network: &Network, state: &Pattern, neuron: usize) -> Vec<f64> {
    let spin = i32::from(state.spin(neuron));
    let said = network.memories().iter().map(|memory| {
        let own = i32::from(memory.spin(neuron));
        (f64::from(memory.overlap(state) - own * spin), f64::from(own))
    });
    if let Rule::Dense { power } = network.rule() {
        let depth = |overlap: f64| overlap.powi(power as i32);
        said.map(|(overlap, own)| (depth(overlap + own) - depth(overlap - own)) / 2.0).collect()
    } else {
        let said: Vec<(f64, f64)> = said.collect();
        let largest = said.iter().fold(f64::NEG_INFINITY, |largest, &(overlap, _)| overlap.max(largest));
        let weights: f64 = said.iter().map(|&(overlap, _)| (overlap - largest).exp()).sum();
        said.iter().map(|&(overlap, own)| own * (overlap - largest).exp() / weights).collect()
    }
}

/// b_i: what the field holds besides the votes and rounding. Under the exponential rule it leans by the memories' mean
/// (see [`crate::rules::exponential`]), for there the votes are shares and not parts of the field.
fn leaning(network: &Network, state: &Pattern, neuron: usize, field: f64, votes: &[f64], by: Voters) -> f64 {
    if by == Voters::Neurons {
        return without_rounding(field - votes.iter().sum::<f64>(), network.unit());
    }
    let sum: f64 = network.memories().iter().map(|memory| f64::from(memory.spin(neuron))).sum();
    if network.rule() == Rule::Exponential { sum / state.cells() as f64 } else { sum }
}
