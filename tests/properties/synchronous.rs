//! All neurons at once: the one order in which a run need not end at rest (E. Goles and others, 1985).

use hopfield_net::{Kind, Network, Order, Pattern};
use proptest::prelude::*;

use crate::support::{
    plain::Plain,
    scenes::{small_scenes, thorough},
};

/// No run of a scene needs nearly as many.
const MOST_SWEEPS: usize = 1000;

proptest! {
    #![proptest_config(thorough())]

    #[test]
    fn synchronous_runs_end_still_or_swing_between_two_states(scene in small_scenes(0, 6)) {
        let (memories, cue) = scene.pictures();
        let plain = Plain::hebb(&memories, scene.biased, &cue);
        let mut network = scene.network();
        network.set_order(Order::Synchronous);
        let mut states: Vec<Pattern> = vec![cue];
        loop {
            network.run(scene.cells());
            states.push(network.state().clone());
            let [.., before, last] = &states[..] else { unreachable!() };
            if before == last || states.iter().nth_back(2) == Some(last) {
                break;
            }
            prop_assert!(states.len() <= MOST_SWEEPS);
        }
        let goles: Vec<i64> = states.windows(2).map(|pair| plain.goles(&pair[1], &pair[0])).collect();
        prop_assert!(goles.windows(2).all(|pair| pair[1] <= pair[0]), "{:?}", goles);

        let still = states[states.len() - 2] == states[states.len() - 1];
        let mut settled = scene.network();
        settled.set_order(Order::Synchronous);
        let outcome = settled.settle(MOST_SWEEPS);
        prop_assert_eq!(outcome.sweeps, states.len() - 1);
        prop_assert_eq!(settled.state(), network.state());
        prop_assert_eq!(outcome.name.kind == Kind::Cycle, !still);
        prop_assert_eq!(settled.restless() == 0, still);
        prop_assert!(outcome.name.kind != Kind::Unsettled);
    }
}

/// One memory with half of its cells flipped: every neuron hears against itself.
#[test]
fn half_a_picture_swings_for_ever() {
    let memory = Pattern::from_word(0x1834_2464_6464_3c18);
    let mut network = Network::with_seed(8, 8, 1).unwrap();
    network.store(&memory).unwrap();
    network.set_state(&memory).unwrap();
    network.corrupt(32).unwrap();
    network.set_order(Order::Synchronous);
    let cue = network.state().clone();
    assert_eq!(network.restless(), 64);
    let outcome = network.settle(100);
    assert_eq!((outcome.name.kind, outcome.sweeps), (Kind::Cycle, 2));
    assert_eq!(network.state(), &cue);
}
