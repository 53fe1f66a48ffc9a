//! A warm network visits every state as often as Boltzmann's distribution says.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use serde::Deserialize;

use super::Dynamics;
use crate::{
    Pattern,
    landscape::{Landscape, Matrix},
};

#[derive(Deserialize)]
struct File {
    a_exact_boltzmann: Exact,
}

/// Two memories and a slope of bias on eight neurons.
#[derive(Deserialize)]
struct Exact {
    #[serde(rename = "T")]
    temperature: f64,
    patterns: Vec<Vec<f64>>,
    b: Vec<f64>,
    samples: usize,
    thinning_sweeps: usize,
    total_variation: f64,
    #[serde(rename = "expected_TV_of_independent_samples")]
    ideal: f64,
    exact_mean_energy: f64,
    exact_p_of_16_most_likely: Vec<(f64, String)>,
    #[serde(rename = "Z")]
    partition: f64,
}

fn state(bits: usize) -> Pattern {
    let signs: Vec<i8> = (0..8).map(|cell| if bits >> cell & 1 == 1 { 1 } else { -1 }).collect();
    Pattern::from_signs(1, 8, &signs).unwrap()
}

/// W = sum of x x^T / N, and the slope.
fn landscape(exact: &Exact) -> Matrix<f64> {
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

/// 16 shares within 4 standard errors, and the distance of all 256 from what they should be within 4 of its own: a right
/// program fails for once in 800 seeds.
#[test]
fn a_warm_network_visits_states_as_often_as_boltzmann_says() {
    let file: File = serde_json::from_str(include_str!("../../tests/data/temperature.json")).unwrap();
    let exact = file.a_exact_boltzmann;
    let mut landscape = landscape(&exact);
    let energies: Vec<f64> = (0..256).map(|bits| landscape.energy_at(&state(bits)).unwrap()).collect();
    let weights: Vec<f64> = energies.iter().map(|energy| (-energy / exact.temperature).exp()).collect();
    let partition: f64 = weights.iter().sum();
    let shares: Vec<f64> = weights.iter().map(|weight| weight / partition).collect();
    let mean_energy: f64 = shares.iter().zip(&energies).map(|(share, energy)| share * energy).sum();
    assert!((partition - exact.partition).abs() < 1e-9);
    assert!((mean_energy - exact.exact_mean_energy).abs() < 1e-9);

    let mut dynamics = Dynamics::new(8);
    dynamics.set_temperature(exact.temperature).unwrap();
    let mut visits = [0; 256];
    for _ in 0..exact.samples {
        for _ in 0..8 * exact.thinning_sweeps {
            dynamics.update(&mut landscape);
        }
        visits[landscape.state().words()[0] as usize] += 1;
    }
    let samples = exact.samples as f64;
    for (share, art) in &exact.exact_p_of_16_most_likely {
        let bits =
            art.bytes().enumerate().map(|(cell, sign)| usize::from(sign == b'+') << cell).sum::<usize>();
        assert!((shares[bits] - share).abs() < 1e-9, "{art}: {} and not {share}", shares[bits]);
        let (seen, error) = (f64::from(visits[bits]) / samples, (share * (1.0 - share) / samples).sqrt());
        assert!((seen - share).abs() <= 4.0 * error, "{art}: seen {seen}, exactly {share} +- {error}");
    }
    let apart = |(share, &visits): (&f64, &i32)| (share - f64::from(visits) / samples).abs();
    let variation = shares.iter().zip(&visits).map(apart).sum::<f64>() / 2.0;
    // It spreads by 0.0005 with so many samples (sixty simulated sets), ours and the reference's alike.
    assert!((variation - exact.ideal).abs() <= 4.0 * 0.0005, "{variation}");
    assert!((variation - exact.total_variation).abs() <= 4.0 * 0.0005 * 2.0_f64.sqrt(), "{variation}");
}
