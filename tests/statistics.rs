//! Chance is fair. Seeds are fixed, so these tests give the same answer every time; the odds in the
//! comments are those that a right program had of failing when its seed was chosen, and has again
//! whenever a change moves it to other draws. All of them together: less than 1 in 10 000.
#![allow(clippy::unwrap_used, reason = "a call that fails where it must not is a failed test")]

use std::collections::HashMap;

use hopfield_net::{Generator, Network, Order, Pattern};

/// Standard deviations of a normal variable that chance exceeds on one side once in a million.
const ONE_IN_A_MILLION: f64 = 4.753;

/// The chi-squared statistic of counts that should all be alike.
fn chi_squared(counts: &[usize]) -> f64 {
    let expected = counts.iter().sum::<usize>() as f64 / counts.len() as f64;
    counts.iter().map(|&count| (count as f64 - expected).powi(2) / expected).sum()
}

/// What chi-squared exceeds once in a million (E. Wilson and M. Hilferty, 1931).
fn most_likely(bins: usize) -> f64 {
    let freedom = (bins - 1) as f64;
    let spread = 2.0 / (9.0 * freedom);
    freedom * (1.0 - spread + ONE_IN_A_MILLION * spread.sqrt()).powi(3)
}

fn assert_uniform(counts: &[usize], what: &str) {
    let (found, most) = (chi_squared(counts), most_likely(counts.len()));
    assert!(found < most, "{what}: chi-squared {found:.1}, and more than {most:.1} is one in a million");
}

/// Seven tests, each with odds of 1 in 10^6.
#[test]
fn below_gives_every_number_alike() {
    let mut generator = Generator::new(1);
    for n in [2, 3, 7, 10, 64, 100, 4096] {
        let mut counts = vec![0; n];
        for _ in 0..200 * n {
            counts[generator.below(n)] += 1;
        }
        assert_uniform(&counts, &format!("below({n})"));
    }
}

/// Two tests, each with odds of 1 in 10^6.
#[test]
fn permutation_gives_every_order_alike() {
    let mut generator = Generator::new(2);
    let mut orders: HashMap<Vec<u16>, usize> = HashMap::new();
    let mut first = [0; 64];
    for _ in 0..60_000 {
        *orders.entry(generator.permutation(5)).or_default() += 1;
        first[usize::from(generator.permutation(64)[0])] += 1;
    }
    assert_eq!(orders.len(), 120);
    assert_uniform(&orders.into_values().collect::<Vec<_>>(), "the 120 orders of five");
    assert_uniform(&first, "the first of 64");
}

/// A fair coin and a uniform number: two tests, each with odds of 1 in 10^6.
#[test]
fn coins_are_fair_and_units_spread_evenly() {
    let mut generator = Generator::new(3);
    let (mut sides, mut bins) = ([0; 2], [0; 100]);
    for _ in 0..100_000 {
        sides[usize::from(generator.coin())] += 1;
        let unit = generator.unit();
        assert!((0.0..1.0).contains(&unit));
        bins[(unit * 100.0) as usize] += 1;
    }
    assert_uniform(&sides, "coins");
    assert_uniform(&bins, "units");
}

/// Which neurons are asked, and which come right after neuron 0: two tests, each with odds of 1 in 10^6.
#[test]
fn random_order_asks_all_neurons_alike_whoever_came_before() {
    let mut network = Network::with_seed(8, 8, 4).unwrap();
    let (mut asked, mut after_0) = ([0; 64], [0; 64]);
    let mut before = usize::MAX;
    for _ in 0..1_000_000 {
        let cell = network.step().cell;
        asked[cell] += 1;
        after_0[cell] += usize::from(before == 0);
        before = cell;
    }
    assert_uniform(&asked, "neurons asked");
    assert_uniform(&after_0, "neurons asked after neuron 0");
}

/// Every sweep is complete, which chance has no part in; who comes first in it: odds of 1 in 10^6.
#[test]
fn shuffled_order_asks_each_neuron_once_a_sweep_in_ever_new_orders() {
    let mut network = Network::with_seed(4, 4, 5).unwrap();
    network.set_order(Order::Shuffled);
    let mut first = [0; 16];
    for _ in 0..20_000 {
        let sweep: Vec<usize> = (0..16).map(|_| network.step().cell).collect();
        first[sweep[0]] += 1;
        assert_eq!(sweep.iter().fold(0_u32, |seen, cell| seen | 1 << cell), 0xffff);
    }
    assert_uniform(&first, "first of a sweep");
}

/// Which cells a corruption hits: odds of 1 in 10^6 (and less: a cell is hit at most once each time).
#[test]
fn corruption_hits_all_cells_alike() {
    let blank = Pattern::blank(8, 8).unwrap();
    let mut generator = Generator::new(6);
    let mut hits = [0; 64];
    for _ in 0..10_000 {
        let mut broken = blank.clone();
        broken.corrupt(12, &mut generator).unwrap();
        (0..64).filter(|&cell| broken.is_active(cell)).for_each(|cell| hits[cell] += 1);
    }
    assert_uniform(&hits, "cells hit");
}

/// Neuron 0 of a network with one 8x8 memory, the cue having `flipped` other cells turned over, so that it
/// hears h = 63 - 2 `flipped`: how often it answers +1, against 1 / (1 + exp(-2 h / T)), h in units of N.
/// Twenty tests on two sides, each with odds of 2 in 10^6.
#[test]
fn a_warm_neuron_leans_as_the_heat_bath_says() {
    const TRIALS: usize = 20_000;
    let memory = Pattern::from_word(u64::MAX);
    let mut network = Network::with_seed(8, 8, 7).unwrap();
    network.store(&memory).unwrap();
    network.set_order(Order::Cyclic);
    for temperature in [0.2, 0.5, 1.0, 3.0] {
        network.set_temperature(temperature).unwrap();
        for flipped in [0, 16, 29, 32, 50] {
            let mut cue = memory.clone();
            (1..=flipped).for_each(|cell| cue.flip(cell));
            let mut active = 0;
            for trial in 0..TRIALS {
                // The answer must not depend on how the neuron stood before.
                cue.flip(0);
                network.set_state(&cue).unwrap();
                let step = network.step();
                assert_eq!((step.cell, step.field), (0, 63.0 - 2.0 * flipped as f64));
                assert_eq!(step.flipped, network.state().is_active(0) != (trial % 2 == 1));
                active += usize::from(network.state().is_active(0));
            }
            let field = (63.0 - 2.0 * flipped as f64) / 64.0;
            let likely = 1.0 / (1.0 + f64::exp(-2.0 * field / temperature));
            let share = active as f64 / TRIALS as f64;
            // S. Bernstein's bound, which also holds where +1 is all but certain.
            let rarity = f64::ln(1e6);
            let most = (2.0 * rarity * likely * (1.0 - likely) / TRIALS as f64).sqrt()
                + rarity / 3.0 / TRIALS as f64;
            assert!(
                (share - likely).abs() <= most,
                "T = {temperature}, h = {field}: {share}, not {likely:.4}"
            );
        }
    }
}
