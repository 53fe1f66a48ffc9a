//! Sleep: the golden replay, what a dream and a daydream change, and waking. How it helps and ruins: tests/reference.rs.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use hopfield_net::{Error, Generator, Memories, Network, Order, Pattern, Rule, Sleep, identify};
use serde_json::Value;

fn json(name: &str) -> Value {
    let path = format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// A network of the first `count` handwritten digits.
fn digits(count: usize) -> Network {
    let mut network = Network::with_seed(8, 8, 0).unwrap();
    for digit in json("digits.json")["digits"].as_array().unwrap().iter().take(count) {
        network.store(&Pattern::from_hex(digit["hex"].as_str().unwrap()).unwrap()).unwrap();
    }
    network
}

fn stable(network: &Network) -> usize {
    (0..network.memories().len()).filter(|&index| network.is_stable(index).unwrap()).count()
}

#[test]
fn unlearning_replays_to_the_last_coupling() {
    for golden in json("golden_integer.json")["unlearning"].as_array().unwrap() {
        let number = |key: &str| golden[key].as_u64().unwrap();
        let mut network = digits(number("k") as usize);
        network.set_order(Order::Cyclic); // dreams have an order of their own
        network.set_seed(number("seed"));
        network.dream(number("dreams") as usize).unwrap();
        let couplings = network.couplings().unwrap();
        let hundredths: Vec<i64> =
            couplings.iter().map(|coupling| (coupling * 100.0).round() as i64).collect();
        let checksum: i64 = hundredths.iter().enumerate().map(|(place, w)| w * (place as i64 + 1)).sum();
        assert_eq!(checksum, golden["checksum sum W_ij*(64 i + j + 1)"].as_i64().unwrap());
        let row: Vec<i64> =
            golden["W[0][0..8]"].as_array().unwrap().iter().map(|w| w.as_i64().unwrap()).collect();
        assert_eq!(hundredths[..8], row);
        assert_eq!(stable(&network) as u64, number("stable"));
        assert!((0..64).all(|i| couplings[i * 65] == 0.0), "the diagonal is never touched");
    }
}

#[test]
fn many_dreams_are_as_many_single_ones() {
    let (mut at_once, mut one_by_one) = (digits(4), digits(4));
    let last = at_once.dream(50).unwrap().unwrap();
    let dreams: Vec<_> = (0..50).map(|_| one_by_one.dream(1).unwrap().unwrap()).collect();
    assert_eq!(last, dreams[49]);
    assert_eq!(at_once.couplings(), one_by_one.couplings());
    for dream in dreams {
        assert_eq!(dream.name, identify(&dream.attractor, at_once.memories()));
        assert_eq!(dream.relearned, None);
    }
    assert_eq!((at_once.sleep().dreams(), at_once.sleep().daydreams()), (50, 0));
}

#[test]
fn waking_undoes_sleep_exactly_and_sleep_keeps_the_state() {
    for rule in ["hebb", "storkey", "projection", "symmetric-perceptron", "dreaming-kernel"] {
        for biased in [false, true] {
            let mut network = digits(5);
            network.set_rule(rule.parse().unwrap()).unwrap();
            network.set_bias(biased).unwrap();
            network.corrupt(9).unwrap();
            let (state, energy) = (network.state().clone(), network.energy().unwrap());
            let couplings = network.couplings().unwrap();
            network.dream(20).unwrap();
            network.daydream(20).unwrap();
            assert_eq!(network.state(), &state);
            assert_ne!(network.couplings().unwrap(), couplings, "{rule}");
            assert_eq!(network.energy().unwrap(), network.energy_at(&state).unwrap());
            network.wake().unwrap();
            assert_eq!(network.couplings().unwrap(), couplings, "{rule}");
            assert_eq!((network.state(), network.energy().unwrap()), (&state, energy));
            assert!(network.sleep().is_awake());
        }
    }
}

/// A memory stored asleep adds what it always adds, and forgetting it takes just that away.
#[test]
fn storing_asleep_does_not_wake() {
    let mut network = digits(3);
    network.dream(40).unwrap();
    let before = network.couplings().unwrap();
    let newcomer = Pattern::random(8, 8, &mut Generator::new(5)).unwrap();
    let index = network.store(&newcomer).unwrap();
    let after = network.couplings().unwrap();
    for (place, (before, after)) in before.iter().zip(&after).enumerate() {
        let (i, j) = (place / 64, place % 64);
        let added = if i == j { 0.0 } else { f64::from(newcomer.spin(i) * newcomer.spin(j)) };
        assert!((after - before - added).abs() < 1e-12);
    }
    network.forget(index).unwrap();
    assert_eq!(network.couplings().unwrap(), before);
    assert_eq!(network.sleep().dreams(), 40);
}

#[test]
fn with_a_bias_the_bias_sleeps_too() {
    let mut network = digits(3);
    network.set_bias(true).unwrap();
    let blank = Pattern::blank(8, 8).unwrap();
    // sum of h_i over a state and its inverse is twice the bias, for couplings cancel.
    let bias = |network: &Network| -> Vec<f64> {
        let up = network.fields_at(&blank.inverse()).unwrap();
        let down = network.fields_at(&blank).unwrap();
        up.iter().zip(down).map(|(up, down)| (up + down) / 2.0).collect()
    };
    let before = bias(&network);
    let dream = network.dream(1).unwrap().unwrap();
    for (cell, (before, after)) in before.iter().zip(bias(&network)).enumerate() {
        assert!((before - after - 0.01 * f64::from(dream.attractor.spin(cell))).abs() < 1e-12);
    }
}

#[test]
fn daydreams_learn_what_they_say() {
    let mut network = digits(10);
    assert_eq!(network.dream_doses(), (500, 1000));
    let before = network.couplings().unwrap();
    let dream = network.daydream(1).unwrap().unwrap();
    let memory = &network.memories().patterns()[dream.relearned.unwrap()];
    for (place, (before, after)) in before.iter().zip(network.couplings().unwrap()).enumerate() {
        let (i, j) = (place / 64, place % 64);
        let product = |picture: &Pattern| f64::from(picture.spin(i) * picture.spin(j));
        let learned = if i == j { 0.0 } else { 0.01 * (product(memory) - product(&dream.attractor)) };
        assert!((after - before - learned).abs() < 1e-12);
    }
    assert_eq!((network.sleep().dreams(), network.sleep().daydreams()), (0, 1));
}

#[test]
fn what_cannot_sleep_says_so_and_stays_awake() {
    let mut network = digits(3);
    assert_eq!(network.dream(0), Ok(None));
    assert!(network.sleep().is_awake());
    assert!(matches!(network.dream(200_001), Err(Error::Range { .. })));
    assert!(matches!(network.daydream(100_001), Err(Error::Range { .. })));
    assert!(matches!(network.set_fineness(0), Err(Error::Range { .. })));
    for rule in ["dense", "exponential"] {
        network.set_rule(rule.parse().unwrap()).unwrap();
        assert_eq!(network.dream(1), Err(Error::NoCouplings));
        assert_eq!(network.daydream(1), Err(Error::NoCouplings));
    }
    let mut asleep = digits(3);
    asleep.dream(5).unwrap();
    assert_eq!(asleep.set_rule(Rule::Exponential), Err(Error::Asleep));
    assert_eq!((asleep.rule(), asleep.sleep().dreams()), (Rule::Hebb, 5));
    let mut empty = Network::with_seed(1, 1, 0).unwrap();
    assert_eq!(empty.daydream(1), Err(Error::NoMemories));
    empty.dream(3).unwrap();
    assert_eq!(empty.couplings().unwrap(), [0.0]);
}

#[test]
fn a_sleep_told_by_its_doses_is_the_same_sleep() {
    let mut network = digits(3);
    network.set_sleep(Sleep::with_fineness(50).unwrap()).unwrap();
    network.dream(7).unwrap();
    network.daydream(4).unwrap();
    let slept = network.sleep();
    let doses = slept.doses().map(|(picture, doses)| (picture.clone(), doses));
    let told = Sleep::from_doses(50, doses, 7, 4).unwrap();
    assert_eq!(&told, slept);
    let mut other = digits(3);
    other.set_sleep(told).unwrap();
    assert_eq!(other.couplings(), network.couplings());
}

#[test]
fn a_dose_is_as_much_as_its_epsilon_says() {
    for fineness in [1, 10, 1000] {
        let mut network = digits(2);
        network.set_sleep(Sleep::with_fineness(fineness).unwrap()).unwrap();
        let awake = network.couplings().unwrap();
        let dream = network.dream(1).unwrap().unwrap().attractor;
        let asleep = network.couplings().unwrap();
        for (place, (after, before)) in
            asleep.iter().zip(&awake).enumerate().filter(|(i, _)| i / 64 != i % 64)
        {
            let product = f64::from(dream.spin(place / 64) * dream.spin(place % 64));
            assert!((before - after - product / f64::from(fineness)).abs() < 1e-12);
        }
    }
}

#[test]
fn dreams_and_daydreams_together_are_counted_in_doses() {
    let told = |dreams, daydreams| Sleep::from_doses(100, [], dreams, daydreams);
    assert!(told(Sleep::MOST_DREAMS - 2, 1).is_ok());
    assert!(matches!(told(Sleep::MOST_DREAMS - 1, 1), Err(Error::Range { .. })));
    assert!(matches!(told(1, Sleep::MOST_DREAMS / 2), Err(Error::Range { .. })));
    let dose = [(Pattern::blank(8, 8).unwrap(), -4)];
    assert!(Sleep::from_doses(100, dose.clone(), 2, 1).is_ok());
    assert!(matches!(Sleep::from_doses(100, dose, 1, 1), Err(Error::Range { .. })));
}

/// Whole couplings in fine units: where even the loudest field could not be held, the dose is refused. Under the perceptron a
/// neuron may hear far more than it tells.
#[test]
fn the_loudest_field_is_held_in_the_finest_doses() {
    let mut generator = Generator::new(3);
    let mut memories = Memories::default();
    for _ in 0..5 {
        memories.store(Pattern::random(4, 4, &mut generator).unwrap()).unwrap();
    }
    let rule = Rule::Perceptron { threshold: Some(1_000_000) };
    let mut refused = 0;
    for fineness in (100..=1000).step_by(50) {
        let mut network = Network::with_memories(memories.clone(), rule, false).unwrap();
        network.set_fineness(fineness).unwrap();
        if network.dream(1) == Err(Error::Diverged) {
            refused += 1;
            continue;
        }
        let couplings = network.couplings().unwrap();
        for (i, row) in couplings.chunks(16).enumerate() {
            let signs: Vec<i8> = row.iter().map(|w| if *w < 0.0 { -1 } else { 1 }).collect();
            let fields = network.fields_at(&Pattern::from_signs(4, 4, &signs).unwrap()).unwrap();
            let loudest: f64 = row.iter().map(|w| w.abs()).sum();
            assert!(
                (fields[i] - loudest).abs() < 1e-6 * loudest,
                "1 / {fineness}: {} of {loudest}",
                fields[i]
            );
        }
    }
    assert!(refused > 0 && refused < 19, "{refused} of 19 refused");
}
