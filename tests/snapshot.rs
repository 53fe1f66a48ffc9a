//! A snapshot brings a network back: the same moments before, and the same run from there on.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use hopfield_net::{Error, Generator, Network, Order, Pattern, Rule, Sleep};

const RULES: [Rule; 4] = [Rule::Hebb, Rule::Storkey, Rule::Projection, Rule::Dense { power: 3 }];

/// One act of many, by lot.
fn act(network: &mut Network, lot: &mut Generator) {
    let cells = network.neurons();
    match lot.below(12) {
        0 => {
            let picture = Pattern::random(network.state().rows(), network.state().columns(), lot).unwrap();
            network.store(&picture).unwrap();
        }
        1 if !network.memories().is_empty() => {
            network.forget(lot.below(network.memories().len())).unwrap();
        }
        2 => network.flip(lot.below(cells)).unwrap(),
        3 => network.corrupt(lot.below(cells + 1)).unwrap(),
        4 if network.sleep().is_awake() => network.set_rule(RULES[lot.below(RULES.len())]).unwrap(),
        5 => network.set_bias(!network.biased()).unwrap(),
        6 => network
            .set_order([Order::Random, Order::Shuffled, Order::Cyclic, Order::Synchronous][lot.below(4)]),
        7 => network.set_temperature([0.0, 0.3, 1.2][lot.below(3)]).unwrap(),
        8 if network.couplings().is_ok() && !network.memories().is_empty() => {
            network.dream(lot.below(20)).unwrap();
        }
        9 => network.travel(lot.below(network.trace().end() + 1)).unwrap(),
        _ => {
            network.run(lot.below(3000));
        }
    }
}

/// All that can be seen of a network, and of how it goes on.
fn seen(network: &Network) -> String {
    let mut network = network.clone();
    let known: Vec<_> = (1..=network.trace().end()).map(|time| network.moment(time).unwrap()).collect();
    let now = format!(
        "{:?} {:?} {:?} {} {} {} {:?} {:?}",
        network.memories(),
        network.rule(),
        network.sleep(),
        network.biased(),
        network.seed(),
        network.time(),
        network.state(),
        known,
    );
    let on: Vec<_> = (0..200).map(|_| network.step()).collect();
    format!("{now} {on:?}")
}

#[test]
fn whatever_happens_since_a_restored_network_is_what_it_was() {
    let mut lot = Generator::new(31);
    for trial in 0..60 {
        let mut network = Network::with_seed(1 + lot.below(8), 1 + lot.below(8), trial).unwrap();
        for _ in 0..lot.below(12) {
            act(&mut network, &mut lot);
        }
        let before = seen(&network);
        let snapshot = network.snapshot();
        for _ in 0..lot.below(8) {
            act(&mut network, &mut lot);
        }
        network.restore(&snapshot).unwrap();
        assert_eq!(seen(&network), before, "trial {trial}");
    }
}

#[test]
fn another_size_comes_back_too() {
    let mut small = Network::with_seed(3, 5, 1).unwrap();
    small.store(&Pattern::blank(3, 5).unwrap()).unwrap();
    let mut large = Network::with_seed(8, 8, 2).unwrap();
    large.restore(&small.snapshot()).unwrap();
    assert_eq!((large.state().rows(), large.state().columns(), large.memories().len()), (3, 5, 1));
}

#[test]
fn a_run_that_goes_on_leaves_its_snapshot_alone() {
    let mut network = Network::with_seed(4, 4, 5).unwrap();
    network.run(50);
    let snapshot = network.snapshot();
    network.run(50);
    assert_eq!(snapshot.updates(), 50);
    network.restore(&snapshot).unwrap();
    assert_eq!((network.time(), network.trace().end()), (50, 50));
}

#[test]
fn a_sleep_told_by_its_doses_is_the_same_sleep() {
    let mut network = Network::with_seed(6, 6, 3).unwrap();
    let mut lot = Generator::new(3);
    for _ in 0..4 {
        network.store(&Pattern::random(6, 6, &mut lot).unwrap()).unwrap();
    }
    network.dream(70).unwrap();
    network.daydream(30).unwrap();
    let slept = network.couplings().unwrap();
    let doses: Vec<_> = network.sleep().doses().map(|(picture, doses)| (picture.clone(), doses)).collect();
    let again = Sleep::from_doses(network.sleep().fineness(), doses, 70, 30).unwrap();
    network.wake().unwrap();
    assert_ne!(network.couplings().unwrap(), slept);
    network.set_sleep(again).unwrap();
    assert_eq!(network.couplings().unwrap(), slept);
}

#[test]
fn doses_that_nobody_dreamt_are_refused() {
    let picture = Pattern::blank(2, 2).unwrap();
    let doses = |doses| [(picture.clone(), doses)];
    assert!(matches!(Sleep::from_doses(100, doses(-3), 2, 0), Err(Error::Range { .. })));
    assert!(matches!(Sleep::from_doses(100, doses(i32::MIN), 5, 5), Err(Error::Range { .. })));
    assert!(matches!(Sleep::from_doses(0, doses(-1), 1, 0), Err(Error::Range { .. })));
    assert!(matches!(Sleep::from_doses(100, doses(-1), usize::MAX, 0), Err(Error::Range { .. })));
    assert!(matches!(Sleep::from_doses(100, doses(-1), 1, usize::MAX), Err(Error::Range { .. })));
    let mut network = Network::with_seed(3, 3, 1).unwrap();
    let slept = Sleep::from_doses(100, doses(-1), 1, 0).unwrap();
    assert!(matches!(network.set_sleep(slept), Err(Error::Shape { .. })));
    assert!(network.sleep().is_awake());
}
