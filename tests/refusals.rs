//! What is refused, and in which words: each error says what was expected and what came, and nothing has changed.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use hopfield_net::{
    Error, Generator, Kind, MOST_MEMORIES, Memories, Network, Order, Pattern, fresh_seed, identify,
    survey::Rate,
};

fn refusal<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    result.unwrap_err().to_string()
}

#[test]
fn pictures_that_do_not_fit() {
    let mut network = Network::with_seed(2, 3, 1).unwrap();
    let square = Pattern::blank(2, 2).unwrap();
    let asked = network.clone();
    for told in [refusal(network.store(&square)), refusal(network.set_state(&square))] {
        assert_eq!(told, "expected a picture of 2 x 3, got 2 x 2");
    }
    assert_eq!(refusal(Pattern::from_signs(2, 2, &[1; 5])), "expected a picture of 4 cells, got 5");
    let cell = refusal(Pattern::from_signs(1, 3, &[1, -1, 7]));
    assert_eq!(cell, "expected +1 or -1 in every cell, got 7 in cell 2");
    let size = "expected a grid of 1 to 64 rows and 1 to 64 columns, got 0 x 65";
    assert_eq!(refusal(Pattern::blank(0, 65)), size);
    assert_eq!(network.state(), asked.state());
    assert_eq!(network.memories().len(), 0);
}

#[test]
fn places_where_there_is_nothing() {
    let mut network = Network::with_seed(2, 3, 1).unwrap();
    assert_eq!(refusal(network.flip(6)), "expected a cell from 0 to 5, got 6");
    assert_eq!(refusal(network.forget(0)), "expected a memory, but none is stored");
    network.store(&Pattern::blank(2, 3).unwrap()).unwrap();
    assert_eq!(refusal(network.forget(1)), "expected a memory from 0 to 0, got 1");
}

#[test]
fn numbers_and_names() {
    let mut network = Network::with_seed(2, 3, 1).unwrap();
    network.set_temperature(0.5).unwrap();
    for (temperature, got) in [(-0.1, "-0.1"), (f64::NAN, "NaN"), (f64::INFINITY, "inf")] {
        let told = refusal(network.set_temperature(temperature));
        assert_eq!(told, format!("expected the temperature to be a finite number from 0 up, got {got}"));
    }
    assert_eq!(network.temperature(), 0.5);

    let orders = [Order::Random, Order::Shuffled, Order::Cyclic, Order::Synchronous];
    for (order, name) in orders.into_iter().zip(["random", "shuffled", "cyclic", "synchronous"]) {
        assert_eq!((name.parse(), order.to_string().as_str()), (Ok(order), name));
    }
    let told = refusal("Random".parse::<Order>());
    let known = "random, shuffled, cyclic, synchronous";
    assert_eq!(told, format!("expected the order to be one of {known}, got \"Random\""));
    assert_eq!(Kind::Cycle.name(), "cycle");
}

#[test]
fn what_the_machine_or_the_rule_cannot_give() {
    assert_eq!(
        [
            Error::NoEntropy,
            Error::NoEnergy,
            Error::NoCouplings,
            Error::Asleep,
            Error::Diverged,
            Error::NoRoom { couplings: 16 }
        ]
        .map(|error| error.to_string()),
        [
            "no random numbers to be had for a fresh seed: set a seed instead",
            "this rule makes couplings that are not symmetric: there is no energy that every update lowers",
            "this rule has no couplings: its neurons hear the memories as wholes, not each other one by one",
            "this rule has no couplings, and sleep changes nothing else: wake the network first",
            "the couplings grow beyond all numbers: forget some memories, or dream in larger doses",
            "no room for 16 couplings: choose a smaller grid",
        ]
    );
}

#[test]
fn one_memory_more_than_there_may_be() {
    let mut memories = Memories::default();
    let mut generator = Generator::new(1);
    for _ in 0..MOST_MEMORIES {
        memories.store(Pattern::random(1, 2, &mut generator).unwrap()).unwrap();
    }
    let told = refusal(memories.store(Pattern::blank(1, 2).unwrap()));
    assert_eq!(told, format!("expected at most {MOST_MEMORIES} memories, got one more"));
    assert_eq!(memories.len(), MOST_MEMORIES);
}

#[test]
fn pictures_of_another_shape_are_not_asked_about() {
    let network = Network::with_seed(2, 3, 1).unwrap();
    let other = Pattern::blank(3, 2).unwrap();
    let told = "expected a picture of 2 x 3, got 3 x 2";
    assert_eq!(refusal(network.energy_at(&other)), told);
    assert_eq!(refusal(network.fields_at(&other)), told);
}

/// What the types allow is answered somehow: nothing that can be put together panics.
#[test]
fn what_makes_no_sense_is_no_panic() {
    let nowhere = Error::Index { what: "a memory", count: 0, got: 7 };
    assert_eq!(nowhere.to_string(), "expected a memory from 0 to 0, got 7");
    for (hits, trials) in [(2, 1), (1, 0), (usize::MAX, 1)] {
        let (low, high) = Rate { hits, trials }.interval();
        assert!(low >= 0.0 && high <= 1.0, "{hits} of {trials}: {low} to {high}");
    }
    let mut generator = Generator::new(1);
    assert_eq!(generator.below(0), 0);
    assert!(generator.below(usize::MAX) < usize::MAX);
    let (small, large) = (Pattern::from_word(3), Pattern::blank(64, 64).unwrap());
    let mut memories = Memories::default();
    memories.store(small.clone()).unwrap();
    let _ = identify(&large, &memories);
    assert_eq!((small.differences(&large), large.is_active(4096)), (2, false));
}

#[test]
fn fresh_seeds_differ_and_are_numbers_that_a_page_can_show() {
    let seeds: Vec<u64> = (0..40).map(|_| fresh_seed().unwrap()).collect();
    assert!(seeds.iter().all(|seed| *seed < 1 << 53));
    // A bit that never stands would be a seed that shows less than it says; odds of a chance: 53 in 2^40.
    assert_eq!(seeds.iter().fold(0, |bits, seed| bits | seed), (1 << 53) - 1);
    let networks = [Network::new(2, 2).unwrap(), Network::new(2, 2).unwrap()];
    assert_ne!(networks[0].seed(), networks[1].seed()); // odds of a chance: 1 in 2^53
    assert_eq!(networks[0].state(), &Pattern::blank(2, 2).unwrap());
}
