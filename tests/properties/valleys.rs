//! The landscape: energies and fields are what their formulas say, runs go downhill, and memories lie at
//! the bottom of valleys.

use hopfield_net::{Generator, Network, Pattern};
use proptest::prelude::*;

use crate::support::{
    plain::{Plain, PlainRun},
    scenes::{asynchronous_orders, orders, scenes, small_scenes, thorough},
};

/// x_i h_i of every cell of a memory.
fn margins(network: &Network, index: usize) -> Vec<f64> {
    network.margins(index).unwrap()
}

proptest! {
    #![proptest_config(thorough())]

    #[test]
    fn energy_never_rises(scene in scenes(0, 6), order in asynchronous_orders()) {
        let mut network = scene.network();
        network.set_order(order);
        let mut before = network.energy().unwrap();
        for _ in 0..(4 * scene.cells()).min(400) {
            let step = network.step();
            let after = network.energy().unwrap();
            prop_assert_eq!(step.energy, Some(after));
            let fall = if step.flipped { 2.0 * step.field.abs() } else { 0.0 };
            prop_assert_eq!(before - after, fall);
            prop_assert_eq!(step.flipped, fall > 0.0);
            before = after;
        }
    }

    #[test]
    fn followed_fields_and_energy_equal_a_full_recount(scene in scenes(0, 6), updates in 0..40_usize) {
        let mut network = scene.network();
        network.set_temperature(100.0).unwrap(); // as good as a coin
        network.run(updates);
        let plain = Plain::hebb(&scene.pictures().0, scene.biased, network.state());
        let fields: Vec<f64> = (0..scene.cells()).map(|i| plain.field(i) as f64).collect();
        let followed: Vec<f64> = (0..scene.cells()).map(|i| network.field(i).unwrap()).collect();
        prop_assert_eq!(&followed, &fields);
        prop_assert_eq!(network.fields_at(network.state()), Ok(fields));
        prop_assert_eq!(network.energy(), Ok(plain.energy() as f64));
        prop_assert_eq!(network.energy_at(network.state()), Ok(plain.energy() as f64));
        let couplings = plain.couplings.iter().flatten().map(|&w| w as f64);
        prop_assert!(network.couplings().unwrap().into_iter().eq(couplings));
    }

    /// The oracle: 2E = -(sum over memories of m^2 - p N), m being the overlap with a memory.
    #[test]
    fn energy_follows_from_the_overlaps(scene in scenes(0, 8)) {
        let mut network = scene.network();
        network.set_bias(false).unwrap();
        let squares: i64 = network.memories().overlaps(network.state()).iter().map(|&m| i64::from(m).pow(2)).sum();
        let twice = -(squares - (scene.memories * scene.cells()) as i64);
        prop_assert_eq!(2.0 * network.energy().unwrap(), twice as f64);
    }

    #[test]
    fn storing_and_forgetting_is_nothing(scene in scenes(1, 6), place in any::<prop::sample::Index>()) {
        let before = scene.network();
        let mut network = before.clone();
        let one_more = network.state().inverse();
        let index = network.store(&one_more).unwrap();
        prop_assert_eq!(index, scene.memories);
        let place = place.index(index + 1);
        network.reorder(index, place).unwrap();
        prop_assert_eq!(network.memories().get(place), Ok(&one_more));
        network.forget(place).unwrap();

        prop_assert_eq!(network.memories(), before.memories());
        prop_assert_eq!(network.state(), before.state());
        prop_assert_eq!(network.energy(), before.energy());
        prop_assert_eq!(network.couplings(), before.couplings());
        prop_assert!((0..scene.cells()).all(|cell| network.field(cell) == before.field(cell)));
    }

    #[test]
    fn the_order_of_memories_does_not_shape_the_landscape(
        scene in scenes(2, 6), from in any::<prop::sample::Index>(), to in any::<prop::sample::Index>(),
    ) {
        let before = scene.network();
        let mut network = before.clone();
        let (from, to) = (from.index(scene.memories), to.index(scene.memories));
        network.reorder(from, to).unwrap();
        let mut expected = scene.pictures().0;
        let moved = expected.remove(from);
        expected.insert(to, moved);
        prop_assert_eq!(network.memories().patterns(), &expected[..]);
        prop_assert_eq!(network.energy(), before.energy());
        prop_assert_eq!(network.couplings(), before.couplings());
        network.reorder(to, from).unwrap();
        prop_assert_eq!(network.memories(), before.memories());
    }

    #[test]
    fn any_two_memories_are_stable(scene in scenes(2, 2)) {
        let mut network = scene.network();
        network.set_bias(false).unwrap();
        for index in 0..2 {
            prop_assert!(margins(&network, index).iter().all(|&margin| margin >= 0.0));
            network.set_state(&scene.pictures().0[index]).unwrap();
            prop_assert_eq!(network.restless(), 0);
        }
    }

    /// With m of 64 cells flipped, a flipped neuron hears 64 - m votes for its old value and m - 1 against.
    #[test]
    fn one_memory_heals_up_to_31_flipped_cells(word: u64, seed: u64, m in 0..=64_usize, order in asynchronous_orders()) {
        let memory = Pattern::from_word(word);
        let mut network = Network::with_seed(8, 8, seed).unwrap();
        network.store(&memory).unwrap();
        network.set_state(&memory).unwrap();
        network.corrupt(m).unwrap();
        network.set_order(order);
        let couplings = network.couplings().unwrap();
        for i in (0..64).filter(|&i| network.state().spin(i) != memory.spin(i)) {
            let vote = |j: &usize| couplings[i * 64 + j] * f64::from(network.state().spin(*j) * memory.spin(i));
            prop_assert_eq!((0..64).filter(|j| vote(j) == 1.0).count(), 64 - m);
            prop_assert_eq!((0..64).filter(|j| vote(j) == -1.0).count(), m - 1);
        }
        network.settle(100);
        let (healed, inverted) = (network.state() == &memory, network.state() == &memory.inverse());
        prop_assert_eq!((healed, inverted), match m {
            0..=31 => (true, false),
            32 => (healed, !healed), // a coin toss: the first neuron asked decides
            _ => (false, true),
        });
    }

    #[test]
    fn both_restoring_rules_agree_flip_for_flip(scene in small_scenes(0, 6)) {
        let mut network = scene.network();
        let mut generator = Generator::new(scene.seed);
        for _ in 0..4 * scene.cells() {
            let neuron = generator.below(scene.cells());
            let mut trial = network.state().clone();
            trial.flip(neuron);
            let falls = network.energy_at(&trial).unwrap() < network.energy().unwrap();
            let step = network.step();
            prop_assert_eq!((step.cell, step.flipped), (neuron, falls));
        }
    }

    #[test]
    fn runs_go_as_in_the_plain_theory(
        scene in small_scenes(0, 6), order in orders(), temperature in prop_oneof![Just(0.0), 0.01..3.0],
    ) {
        let (memories, cue) = scene.pictures();
        let mut network = scene.network();
        network.set_order(order);
        network.set_temperature(temperature).unwrap();
        let mut plain = PlainRun::new(Plain::hebb(&memories, scene.biased, &cue), scene.seed);
        (plain.order, plain.temperature) = (order, temperature);
        for _ in 0..100 {
            let step = network.step();
            prop_assert_eq!((step.cell, step.field as i64, step.flipped), plain.update());
        }
        prop_assert_eq!(network.energy(), Ok(plain.network.energy() as f64));
    }
}
