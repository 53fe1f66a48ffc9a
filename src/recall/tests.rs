//! Fast recalls against the plain ones: never a wrong rest, and final states in the same shares.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::{Coupled, Led, Recall, Watched, Word, corrupt, recaller};
use crate::{Generator, Kind, Memories, Network, Order, Pattern, identify};

fn memories(rows: usize, columns: usize, count: usize, generator: &mut Generator) -> Memories {
    let mut memories = Memories::default();
    for _ in 0..count {
        memories.store(Pattern::random(rows, columns, generator).unwrap()).unwrap();
    }
    memories
}

fn network(memories: &Memories) -> Network {
    let first = &memories.patterns()[0];
    let mut network = Network::with_seed(first.rows(), first.columns(), 1).unwrap();
    for memory in memories {
        network.store(memory).unwrap();
    }
    network
}

/// Every way that fits these memories, by name.
fn ways(memories: &Memories) -> Vec<(&'static str, Box<dyn Recall>)> {
    let network = network(memories);
    let mut ways: Vec<(&str, Box<dyn Recall>)> = vec![
        ("led", Box::new(Led::new(memories))),
        ("coupled", Box::new(Coupled::new(network.landscape(), memories).unwrap())),
        ("watched", Box::new(Watched::new(network.landscape().boxed_clone()))),
    ];
    if Word::fits(network.state(), memories) {
        ways.push(("word", Box::new(Word::new(memories))));
    }
    ways
}

#[test]
fn every_recall_ends_at_rest_below_its_start() {
    let mut generator = Generator::new(5);
    for (rows, columns, count) in [
        (1, 1, 1),
        (1, 2, 3),
        (3, 5, 2),
        (8, 8, 1),
        (8, 8, 3),
        (8, 8, 8),
        (8, 8, 30),
        (9, 7, 4),
        (28, 28, 10),
        (33, 33, 5),
        (34, 34, 25),
    ] {
        let memories = memories(rows, columns, count, &mut generator);
        let mut check = network(&memories);
        for (name, mut way) in ways(&memories) {
            for _ in 0..10 {
                let cue = Pattern::random(rows, columns, &mut generator).unwrap();
                check.set_state(&cue).unwrap();
                let before = check.energy().unwrap();
                let mut state = cue.clone();
                let flips = way.recall(&mut state, &mut generator).unwrap();
                check.set_state(&state).unwrap();
                assert_eq!(check.restless(), 0, "{name} {rows}x{columns} p={count}");
                assert!(flips == 0 && state == cue || check.energy().unwrap() < before);
                assert!(
                    flips >= state.differences(&cue) && (flips - state.differences(&cue)).is_multiple_of(2)
                );
            }
        }
    }
}

/// Shares of outcomes and mean numbers of flips by each way and by asking one neuron at a time, compared class by class. 4
/// cases x 4 ways x at most 5 figures: with the bar at 5 standard errors the odds that a right program fails are below
/// 80 * 6e-7 = 5e-5.
#[test]
fn shares_are_those_of_random_order() {
    const RUNS: usize = 10_000;
    for (seed, count, flips) in [(1, 3, 20), (2, 5, 32), (3, 8, 12), (4, 5, 16)] {
        let mut generator = Generator::new(seed);
        let memories = memories(8, 8, count, &mut generator);
        // The shares, and the mean and the spread of the flips.
        let shares = |recall: &mut dyn FnMut(&mut Pattern, &mut Generator) -> usize| {
            let mut generator = Generator::new(seed + 100);
            let mut shares = [0_usize; 4];
            let (mut sum, mut squares) = (0.0, 0.0);
            let mut state = Pattern::blank(8, 8).unwrap();
            for _ in 0..RUNS {
                corrupt(&memories.patterns()[0], flips, &mut generator, &mut state);
                let flips = recall(&mut state, &mut generator) as f64;
                sum += flips;
                squares += flips * flips;
                let name = identify(&state, &memories);
                let class = match name.kind {
                    Kind::Memory if name.memories[0] == 0 => 0,
                    Kind::Memory => 1,
                    Kind::Inverse => 2,
                    _ => 3,
                };
                shares[class] += 1;
            }
            let runs = RUNS as f64;
            (shares.map(|share| share as f64 / runs), sum / runs, squares / runs - (sum / runs).powi(2))
        };
        let mut slow = network(&memories);
        slow.set_order(Order::Random);
        slow.set_seed(seed + 7);
        let (plain, plain_flips, plain_spread) = shares(&mut |state, _| {
            slow.set_state(state).unwrap();
            let flips = slow.settle(1000).flips;
            *state = slow.state().clone();
            flips
        });
        for (name, mut way) in ways(&memories) {
            let (fast, fast_flips, fast_spread) =
                shares(&mut |state, generator| way.recall(state, generator).unwrap());
            for (a, b) in plain.iter().zip(fast) {
                let error = ((a * (1.0 - a) + b * (1.0 - b)) / RUNS as f64).sqrt();
                assert!((a - b).abs() <= 5.0 * error + 1e-12, "{name} p={count}: {plain:?} {fast:?}");
            }
            let error = ((plain_spread + fast_spread) / RUNS as f64).sqrt();
            assert!(
                (plain_flips - fast_flips).abs() <= 5.0 * error,
                "{name} p={count}: {plain_flips} and {fast_flips} flips, +- {error}"
            );
        }
    }
}

/// At high loads neurons change their mind more than once: each of them is heard again when it turned over.
#[test]
fn crowded_recalls_end_at_rest_too() {
    let mut generator = Generator::new(27);
    for (rows, columns, count) in [(8, 8, 8), (8, 8, 31), (4, 5, 9), (9, 9, 40)] {
        let memories = memories(rows, columns, count, &mut generator);
        let mut check = network(&memories);
        for (name, mut way) in ways(&memories) {
            for _ in 0..2000 {
                let mut state = Pattern::random(rows, columns, &mut generator).unwrap();
                way.recall(&mut state, &mut generator).unwrap();
                check.set_state(&state).unwrap();
                assert_eq!(check.restless(), 0, "{name} {rows}x{columns} p={count}");
            }
        }
    }
}

#[test]
fn exactly_so_many_cells_are_corrupted_and_each_alike() {
    let mut generator = Generator::new(9);
    let memory = Pattern::random(3, 4, &mut generator).unwrap();
    let mut cue = Pattern::blank(3, 4).unwrap();
    let mut counts = [0_usize; 12];
    for count in 0..=12 {
        for _ in 0..1000 {
            corrupt(&memory, count, &mut generator, &mut cue);
            assert_eq!(cue.differences(&memory), count);
            for (cell, total) in counts.iter_mut().enumerate() {
                *total += usize::from(cue.spin(cell) != memory.spin(cell));
            }
        }
    }
    // 13 000 choices with mean share 1/2 and variance sum p(1-p) = 13 000 * 0.1528: 6 standard errors are 267;
    // odds of a false alarm 12 * 2e-9.
    for total in counts {
        assert!(total.abs_diff(6500) < 267, "{counts:?}");
    }
}

#[test]
fn the_fastest_way_recalls_what_was_stored() {
    let mut generator = Generator::new(3);
    let memories = memories(28, 28, 10, &mut generator);
    let mut recall = recaller(&network(&memories));
    let mut state = Pattern::blank(28, 28).unwrap();
    for memory in &memories {
        corrupt(memory, 157, &mut generator, &mut state);
        assert_eq!(recall.recall(&mut state, &mut generator), Some(157));
        assert_eq!(&state, memory);
    }
}

/// Where two ways share their draws they make the same run: each draws among the restless in the order of the cells.
#[test]
fn couplings_in_32_bits_make_the_run_of_those_in_64() {
    let mut generator = Generator::new(12);
    for (rule, biased, (rows, columns), count) in [
        ("storkey", false, (8, 8), 5),
        ("storkey", true, (5, 7), 3),
        ("projection", false, (8, 8), 12),
        ("projection", false, (3, 3), 9),
        ("projection", false, (1, 3), 4),
        ("projection", false, (8, 8), 75), // they span everything: nobody hears anything
        ("projection", true, (13, 11), 20),
        ("dreaming-kernel", false, (16, 16), 20),
        ("symmetric-perceptron", false, (8, 8), 10),
        ("perceptron", false, (8, 8), 10),
        ("hebb", true, (8, 8), 4),
        ("hebb", false, (9, 9), 4),
    ] {
        let memories = memories(rows, columns, count, &mut generator);
        let mut network = Network::with_memories(memories.clone(), rule.parse().unwrap(), biased).unwrap();
        for asleep in [false, true] {
            if asleep {
                network.dream(30).unwrap();
            }
            let mut watched = Watched::new(network.landscape().boxed_clone());
            let mut coupled = Coupled::new(network.landscape(), &memories).unwrap();
            for seed in 0..200 {
                let start = Pattern::random(rows, columns, &mut generator).unwrap();
                let run = |way: &mut dyn Recall| {
                    let (mut state, mut draws) = (start.clone(), Generator::new(seed));
                    (way.recall(&mut state, &mut draws), state, draws)
                };
                assert_eq!(run(&mut watched), run(&mut coupled), "{rule}, bias {biased}, asleep {asleep}");
            }
        }
    }
}

/// The two ways through overlaps share their draws, and so make the same run, flip for flip.
#[test]
fn a_word_makes_the_run_of_overlaps() {
    let mut generator = Generator::new(33);
    for count in 1..=8 {
        let memories = memories(8, 8, count, &mut generator);
        let (mut led, mut word) = (Led::new(&memories), Word::new(&memories));
        for run in 0..2000 {
            let mut cue = Pattern::random(8, 8, &mut generator).unwrap();
            if run % 2 == 0 {
                corrupt(&memories.patterns()[0], 16, &mut generator, &mut cue);
            }
            let (mut a, mut b, mut draws) = (cue.clone(), cue, generator.clone());
            assert_eq!(led.recall(&mut a, &mut generator), word.recall(&mut b, &mut draws), "p={count}");
            assert_eq!((a, generator.next()), (b, draws.next()), "p={count}");
        }
    }
}
