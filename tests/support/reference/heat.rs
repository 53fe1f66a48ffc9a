//! The heat bath: how well a memory is held at a temperature. Against Boltzmann's distribution on eight neurons it is tested in
//! src/dynamics/tests.rs, where the reference's couplings can be had.

use hopfield_net::{Generator, Order};
use serde::Deserialize;

use super::{Estimate, Figure, Run, given, ln_choices, mean, random_network};
use crate::support::figures::json;

#[derive(Deserialize)]
struct File {
    b_one_memory: Vec<Lone>,
    #[serde(rename = "c_retrieval_vs_T")]
    c_retrieval: Vec<Retrieval>,
}

#[derive(Deserialize)]
struct Lone {
    #[serde(rename = "N")]
    neurons: usize,
    #[serde(rename = "T")]
    temperature: f64,
    #[serde(rename = "mean|m|")]
    overlap: f64,
    se: f64,
}

#[derive(Deserialize)]
struct Retrieval {
    #[serde(rename = "N")]
    neurons: usize,
    p: usize,
    #[serde(rename = "T")]
    temperature: f64,
    #[serde(rename = "mean|m|")]
    overlap: f64,
    se: f64,
}

/// |m| of a lone memory, at rest with a temperature: ours beside the reference, and beside the exact mean.
pub fn lone_memory(runs: u64, sweeps: usize) -> Vec<Figure> {
    let rows = json::<File>("temperature.json").b_one_memory;
    let figures = rows.iter().flat_map(|row| {
        let ours = held(row.neurons, 1, row.temperature, runs, (sweeps, sweeps));
        let what = format!("overlap of a lone memory, N = {}, T = {}", row.neurons, row.temperature);
        let exact = given(exact_overlap(row.neurons, row.temperature), 0.0);
        [
            Figure::new(what.clone(), ours, given(row.overlap, row.se), 6),
            Figure::new(what + ", exact", ours, exact, 6),
        ]
    });
    figures.collect()
}

/// |m| of a memory among others in a run that began in it. Between T = 0.4 and 0.6 it is left some day, so that the
/// figures hang on how long one waits. The reference does not say how long it did, but its digits do: at N = 64 every
/// 1 - m is a whole multiple of 2 / 64 / 20 000, at N = 500 of 2 / 500 / 360, so that so many sweeps were averaged in all;
/// and its errors are those of some 40 runs of 500 sweeps, and of 6 of 60. How long it warmed up stays open: here 200 and
/// 60 sweeps.
///
/// Six runs, of which some leave and some stay, say little about their own error: it is at least our spread for as many.
pub fn retrieval(runs: u64) -> Vec<Figure> {
    let rows = json::<File>("temperature.json").c_retrieval;
    let figures = rows.iter().map(|row| {
        let (warm, sweeps, reference_runs) = if row.neurons == 64 { (200, 500, 40.0) } else { (60, 60, 6.0) };
        let ours = held(row.neurons, row.p, row.temperature, runs, (warm, sweeps));
        let spread = ours.error * (runs as f64 / reference_runs).sqrt();
        let what =
            format!("overlap of one of {} memories, N = {}, T = {}", row.p, row.neurons, row.temperature);
        Figure::new(what, ours, given(row.overlap, row.se.max(spread)), 6)
    });
    figures.collect()
}

/// The mean of |m| over `sweeps` sweeps after `warm` others, one value a run.
fn held(neurons: usize, p: usize, temperature: f64, runs: u64, (warm, sweeps): (usize, usize)) -> Estimate {
    let (rows, columns) = match neurons {
        64 => (8, 8),
        500 => (20, 25),
        _ => (25, 40),
    };
    let overlaps: Vec<f64> = (0..runs)
        .map(|seed| {
            let network = random_network(rows, columns, p, &mut Generator::new(80_000 + seed));
            let memory = &network.memories().patterns()[0];
            let mut run = Run::new(&network, Order::Random, seed);
            run.network.set_temperature(temperature).unwrap();
            (0..warm).for_each(|_| run.sweep());
            let seen = (0..sweeps).map(|_| {
                run.sweep();
                run.overlap(memory).abs()
            });
            seen.sum::<f64>() / sweeps as f64
        })
        .collect();
    mean(&overlaps)
}

/// The mean of |m| over all states of a lone memory's N neurons: k of them agree in C(N, k) ways, at
/// E / N = -(m^2 - 1 / N) / 2.
fn exact_overlap(neurons: usize, temperature: f64) -> f64 {
    let size = neurons as f64;
    let m = |agreeing: usize| 2.0 * agreeing as f64 / size - 1.0;
    let ways = ln_choices(neurons);
    let exponents: Vec<f64> =
        (0..=neurons).map(|k| ways[k] + size * m(k).powi(2) / 2.0 / temperature).collect();
    let largest = exponents.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> = exponents.iter().map(|exponent| (exponent - largest).exp()).collect();
    let sum: f64 = weights.iter().enumerate().map(|(k, weight)| m(k).abs() * weight).sum();
    sum / weights.iter().sum::<f64>()
}
