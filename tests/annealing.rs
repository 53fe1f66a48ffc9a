//! Annealing: the schedule, where it ends, and what it refuses. How often it finds a memory: `tests/reference.rs`.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use hopfield_net::{Error, Generator, Memories, Network, Order, Pattern, Rest, Rule};

fn network() -> Network {
    let mut generator = Generator::new(4);
    let mut memories = Memories::default();
    for _ in 0..5 {
        memories.store(Pattern::random(8, 8, &mut generator).unwrap()).unwrap();
    }
    let mut network = Network::with_memories(memories, Rule::Hebb, false).unwrap();
    network.set_state(&Pattern::random(8, 8, &mut generator).unwrap()).unwrap();
    network.set_order(Order::Shuffled);
    network.set_seed(11);
    network
}

/// From the coldest number to the hottest is a factor beyond all numbers; each step is a number all the same.
#[test]
fn any_two_temperatures_will_do() {
    for (from, to) in [(1e-300, 1e300), (f64::MAX, f64::MIN_POSITIVE), (f64::MIN_POSITIVE, f64::MAX)] {
        let mut network = network();
        network.anneal(from, to, 5).unwrap();
        assert_eq!((network.temperature(), network.restless()), (0.0, 0), "{from} to {to}");
    }
}

#[test]
fn it_cools_by_one_factor_each_sweep_and_ends_at_rest() {
    let (mut by_hand, mut annealed) = (network(), network());
    for temperature in [1.0, 0.4, 0.16] {
        by_hand.set_temperature(temperature).unwrap();
        by_hand.run(64);
    }
    by_hand.set_temperature(0.0).unwrap();
    by_hand.settle(1000);

    let outcome = annealed.anneal(1.0, 0.16, 3).unwrap();
    assert_eq!(annealed.state(), by_hand.state());
    assert_eq!((outcome.updates, outcome.flips), (by_hand.time(), by_hand.flips()));
    assert_eq!((annealed.restless(), annealed.temperature()), (0, 0.0));
    assert_eq!(outcome.name, by_hand.outcome().name);
    // Any moment of it can be shown again, at the temperature of that moment.
    annealed.travel(70).unwrap();
    assert!((annealed.temperature() - 0.4).abs() < 1e-12);
}

#[test]
fn without_sweeps_it_only_settles() {
    let (mut settled, mut annealed) = (network(), network());
    assert_eq!(annealed.anneal(1.0, 0.1, 0).unwrap(), settled.settle(1000));
}

/// Where nothing changes, nothing that was known is forgotten: neither a rest nor a future.
#[test]
fn the_same_temperature_once_more_changes_nothing() {
    for (order, rest) in [(Order::Shuffled, Rest::Still), (Order::Synchronous, Rest::Cycle)] {
        let mut network = Network::with_seed(1, 2, 1).unwrap();
        // Neighbours that disagree swing for ever when asked at once.
        network.store(&Pattern::from_signs(1, 2, &[1, -1]).unwrap()).unwrap();
        if rest == Rest::Cycle {
            network.set_state(&Pattern::from_signs(1, 2, &[1, 1]).unwrap()).unwrap();
        }
        network.set_order(order);
        assert_eq!(network.run_until_settled(100), rest);
        let (time, outcome) = (network.time(), network.outcome());
        network.set_temperature(0.0).unwrap();
        assert_eq!((network.run_until_settled(100), network.time()), (rest, time));
        assert_eq!(network.outcome(), outcome);
        network.travel(1).unwrap();
        network.set_temperature(-0.0).unwrap();
        assert_eq!(network.trace().end(), time);
    }
}

#[test]
fn it_wants_temperatures_above_0() {
    let mut network = network();
    for (from, to) in [(0.0, 0.1), (1.0, 0.0), (-1.0, 0.1), (f64::NAN, 0.1), (1.0, f64::INFINITY)] {
        assert!(matches!(network.anneal(from, to, 3), Err(Error::Range { .. })));
    }
    assert_eq!(network.time(), 0);
}

#[test]
fn a_temperature_of_minus_0_is_0() {
    let mut network = network();
    network.set_temperature(-0.0).unwrap();
    assert!(network.temperature().is_sign_positive());
}
