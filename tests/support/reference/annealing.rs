//! Annealing: from hot to cold, a step lower before every sweep, then at rest.

use hopfield_net::{Generator, Kind, Memories, Network, Order, Rule, identify};
use serde::Deserialize;

use super::{Figure, Run, given, mean, random_network};
use crate::support::figures::{digits, json};

#[derive(Deserialize)]
struct File {
    d_annealing: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    patterns: String,
    p: usize,
    sweeps: u32,
    networks: u64,
    starts_each: usize,
    hit_memory_or_inverse: f64,
    se: f64,
}

/// Random starts that end in a memory or an inverse after so many sweeps from T = 1 to T = 0.05, each sweep colder by the
/// same factor. Rows of at most so many sweeps, each with so many times the networks that the reference had.
pub fn figures(most_sweeps: u32, times: u64) -> Vec<Figure> {
    let file: File = json("temperature.json");
    file.d_annealing.iter().filter(|row| row.sweeps <= most_sweeps).map(|row| figure(row, times)).collect()
}

fn figure(row: &Row, times: u64) -> Figure {
    let shares: Vec<f64> = (0..times * row.networks)
        .map(|net| {
            let network = match row.patterns.as_str() {
                "random" => random_network(8, 8, row.p, &mut Generator::new(70_000 + net)),
                _ => of_digits(row.p),
            };
            let mut run = Run::new(&network, Order::Shuffled, net);
            let hits = (0..row.starts_each).filter(|_| {
                run.start_anywhere();
                anneal(&mut run, row.sweeps);
                let kind = identify(run.network.state(), network.memories()).kind;
                matches!(kind, Kind::Memory | Kind::Inverse)
            });
            hits.count() as f64 / row.starts_each as f64
        })
        .collect();
    let what =
        format!("annealed to a memory or inverse, {}, p = {}, {} sweeps", row.patterns, row.p, row.sweeps);
    Figure::new(what, mean(&shares), given(row.hit_memory_or_inverse, row.se), 5)
}

fn anneal(run: &mut Run, sweeps: u32) {
    for sweep in 0..sweeps {
        let temperature = 0.05_f64.powf(f64::from(sweep) / f64::from(sweeps - 1));
        run.network.set_temperature(temperature).unwrap();
        run.sweep();
    }
    run.network.set_temperature(0.0).unwrap();
    run.settle();
}

fn of_digits(count: usize) -> Network {
    let mut memories = Memories::default();
    for digit in digits(count) {
        memories.store(digit).unwrap();
    }
    Network::with_memories(memories, Rule::Hebb, false).unwrap()
}
