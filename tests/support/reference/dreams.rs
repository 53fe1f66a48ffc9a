//! Sleep: how unlearning helps and ruins, and that daydreaming does not ruin.

use hopfield_net::{Generator, Kind, Network, Order, Rule, identify};

use super::{Figure, Run, given, mean, random_network};
use crate::support::figures::digits;

fn stable(network: &Network) -> usize {
    (0..network.memories().len()).filter(|&index| network.is_stable(index).unwrap()).count()
}

const STARTS: usize = 100;

/// Random starts that end in a memory or an inverse.
fn reached(network: &Network, seed: u64) -> f64 {
    let mut run = Run::new(network, Order::Shuffled, seed);
    let hits = (0..STARTS).filter(|_| {
        run.start_anywhere();
        run.settle();
        let kind = identify(run.network.state(), network.memories()).kind;
        matches!(kind, Kind::Memory | Kind::Inverse)
    });
    hits.count() as f64 / STARTS as f64
}

/// Dreams, and the share of memories that the reference then found stable, and its error. It gives one only at first;
/// elsewhere it is taken to be that of as many nets with our spread.
const STABLE: [(usize, f64); 5] = [(0, 0.948), (100, 1.0), (200, 1.0), (500, 0.583), (600, 0.0)];

/// Hopfield, Feinstein and Palmer's case: N = 32, p = 5, epsilon = 0.01; the reference had 200 nets.
pub fn unlearning(nets: u64) -> Vec<Figure> {
    let mut shares = vec![vec![]; STABLE.len()];
    let (mut awake, mut asleep) = (vec![], vec![]);
    for net in 0..nets {
        let mut network = random_network(4, 8, 5, &mut Generator::new(net));
        network.set_seed(1000 + net);
        awake.push(reached(&network, net));
        for (share, (dreams, _)) in shares.iter_mut().zip(STABLE) {
            if dreams == 500 {
                dream_until(&mut network, 300);
                asleep.push(reached(&network, net));
            }
            dream_until(&mut network, dreams);
            share.push(stable(&network) as f64 / 5.0);
        }
    }
    let figures = shares.iter().zip(STABLE).map(|(shares, (dreams, reference))| {
        let ours = mean(shares);
        let error = ours.error * (nets as f64 / 200.0).sqrt();
        Figure::new(format!("unlearning: stable after {dreams} dreams"), ours, given(reference, error), 3)
    });
    let mut figures: Vec<Figure> = figures.collect();
    figures.extend([
        Figure::new("unlearning: a memory reached, awake", mean(&awake), given(0.604, 0.011), 3),
        Figure::new("unlearning: a memory reached after 300 dreams", mean(&asleep), given(0.843, 0.004), 3),
    ]);
    figures
}

/// The dose after which a random start reaches a memory most often, of p / epsilon = 500 dreams: the reference says about
/// half. Doses a tenth apart are tried, and within one of them is near enough.
pub fn best_dose(nets: u64) -> Vec<Figure> {
    let mut reach = [0.0; 10];
    for net in 0..nets {
        let mut network = random_network(4, 8, 5, &mut Generator::new(net));
        network.set_seed(1000 + net);
        for (tenths, reach) in reach.iter_mut().enumerate() {
            dream_until(&mut network, 50 * tenths);
            *reach += reached(&network, net) / nets as f64;
        }
    }
    let best = (0..10).max_by(|&a, &b| f64::total_cmp(&reach[a], &reach[b])).unwrap();
    let tried: Vec<String> = reach.iter().map(|share| format!("{share:.3}")).collect();
    let what = format!("unlearning: best dose of {}", tried.join(" "));
    vec![Figure::new(what, given(best as f64 / 10.0, 0.0), given(0.5, 0.1 / 4.0), 1)]
}

fn dream_until(network: &mut Network, dreams: usize) {
    network.dream(dreams - network.sleep().dreams()).unwrap();
}

fn ten_digits() -> Network {
    let mut network = Network::with_seed(8, 8, 8000).unwrap();
    for digit in digits(10) {
        network.store(&digit).unwrap();
    }
    network
}

/// Of the ten digits, how many are stable after so many daydreams.
pub fn daydreaming() -> Vec<Figure> {
    let mut network = ten_digits();
    let counts = [2_000, 5_000, 10_000, 20_000].map(|daydreams| {
        network.daydream(daydreams - network.sleep().daydreams()).unwrap();
        let what = format!("daydreaming: digits stable after {daydreams} steps");
        Figure::new(what, given(stable(&network) as f64, 0.0), given(10.0, 0.0), 0)
    });
    counts.into()
}

/// Of the ten digits, how many the dreaming kernel holds.
pub fn dreaming_kernel() -> Vec<Figure> {
    let mut network = ten_digits();
    let counts = [(0.0, 0.0), (1.0, 2.0), (2.0, 9.0), (5.0, 10.0)].map(|(t, reference)| {
        network.set_rule(Rule::DreamingKernel { t }).unwrap();
        let what = format!("dreaming kernel: digits stable at t = {t}");
        Figure::new(what, given(stable(&network) as f64, 0.0), given(reference, 0.0), 0)
    });
    counts.into()
}
