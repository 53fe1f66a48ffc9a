//! The heat bath: against Boltzmann's distribution, and how well a memory is held at a temperature.

use hopfield_net::{
    Generator, Order, Pattern,
    dynamics::Dynamics,
    landscape::{Landscape, Matrix},
};
use serde::Deserialize;

use super::{Estimate, Figure, Run, given, ln_choices, mean, random_network};
use crate::support::figures::json;

#[derive(Deserialize)]
struct File {
    a_exact_boltzmann: Exact,
    b_one_memory: Vec<Lone>,
    #[serde(rename = "c_retrieval_vs_T")]
    c_retrieval: Vec<Retrieval>,
}

#[derive(Deserialize)]
struct Exact {
    #[serde(rename = "T")]
    temperature: f64,
    patterns: Vec<Vec<f64>>,
    b: Vec<f64>,
    thinning_sweeps: usize,
    total_variation: f64,
    #[serde(rename = "expected_TV_of_independent_samples")]
    ideal: f64,
    exact_mean_energy: f64,
    exact_p_of_16_most_likely: Vec<(f64, String)>,
    #[serde(rename = "Z")]
    partition: f64,
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

/// Two memories and a slope of bias on eight neurons, as in the reference: every one of the 256 states, its exact share, and how
/// often a run at T = 0.7 is seen in it.
pub fn boltzmann(samples: usize) -> Vec<Figure> {
    let exact = json::<File>("temperature.json").a_exact_boltzmann;
    let mut landscape = small_landscape(&exact);
    let states: Vec<Pattern> = (0..256).map(state).collect();
    let energies: Vec<f64> = states.iter().map(|state| landscape.energy_at(state).unwrap()).collect();
    let weights: Vec<f64> = energies.iter().map(|energy| (-energy / exact.temperature).exp()).collect();
    let partition: f64 = weights.iter().sum();
    let shares: Vec<f64> = weights.iter().map(|weight| weight / partition).collect();
    let mean_energy: f64 = shares.iter().zip(&energies).map(|(share, energy)| share * energy).sum();

    let mut dynamics = Dynamics::new(8);
    dynamics.set_temperature(exact.temperature).unwrap();
    let mut visits = [0; 256];
    for _ in 0..samples {
        for _ in 0..8 * exact.thinning_sweeps {
            dynamics.update(&mut landscape);
        }
        visits[landscape.state().words()[0] as usize] += 1;
    }
    let apart = |(share, &visits): (&f64, &usize)| (share - visits as f64 / samples as f64).abs();
    let variation = shares.iter().zip(&visits).map(apart).sum::<f64>() / 2.0;

    let known = |value: f64| given(value, 0.0);
    let mut figures = vec![
        Figure::new("N = 8, Z", known(partition), known(exact.partition), 9),
        Figure::new("N = 8, mean energy", known(mean_energy), known(exact.exact_mean_energy), 9),
    ];
    for (share, art) in exact.exact_p_of_16_most_likely {
        let place =
            art.bytes().enumerate().map(|(cell, sign)| usize::from(sign == b'+') << cell).sum::<usize>();
        figures.push(Figure::new(format!("N = 8, share of {art}"), known(shares[place]), known(share), 9));
        let seen = visits[place] as f64 / samples as f64;
        let error = (share * (1.0 - share) / samples as f64).sqrt();
        figures.push(Figure::new(format!("N = 8, share of {art} seen"), given(seen, error), known(share), 9));
    }
    // It shrinks with the root of the samples, and spreads by 0.0005 at 400 000 (sixty simulated sets).
    let scale = (400_000.0 / samples as f64).sqrt();
    for (what, reference) in
        [("as the reference's", exact.total_variation), ("as ideal samples'", exact.ideal)]
    {
        let ours = given(variation, 0.0005 * scale);
        figures.push(Figure::new(
            format!("N = 8, total variation, {what}"),
            ours,
            given(reference * scale, 0.0005 * scale),
            9,
        ));
    }
    figures
}

fn small_landscape(exact: &Exact) -> Matrix<f64> {
    let mut matrix = Matrix::<f64>::flat(&state(0), 1.0).unwrap();
    for memory in &exact.patterns {
        let signs: Vec<i8> = memory.iter().map(|&sign| sign as i8).collect();
        matrix.impress(&Pattern::from_signs(1, 8, &signs).unwrap(), 1.0 / 8.0);
    }
    // A slope is a sum of steps: from cell k on, up by the difference to the cell before.
    for cell in 1..8 {
        let step = state(0xff << cell & 0xff);
        matrix.lean(&step, (exact.b[cell] - exact.b[cell - 1]) / 2.0);
    }
    matrix.place(&state(0));
    matrix
}

fn state(bits: u64) -> Pattern {
    let signs: Vec<i8> = (0..8).map(|cell| if bits >> cell & 1 == 1 { 1 } else { -1 }).collect();
    Pattern::from_signs(1, 8, &signs).unwrap()
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
            run.dynamics.set_temperature(temperature).unwrap();
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
