//! Scenes for property tests: a grid, its memories and a cue. A scene is a few numbers, so that a failing
//! one can be read off the screen; the pictures follow from its seed.

use hopfield_net::{Generator, Network, Order, Pattern};
use proptest::prelude::*;

/// What a property is tried on.
#[derive(Clone, Debug)]
pub struct Scene {
    pub rows: usize,
    pub columns: usize,
    pub memories: usize,
    /// Whether memories differ in a few cells only, as handwriting does; then neurons hear 0 more often.
    pub alike: bool,
    pub biased: bool,
    pub seed: u64,
}

impl Scene {
    pub fn cells(&self) -> usize {
        self.rows * self.columns
    }

    /// The memories and the cue.
    pub fn pictures(&self) -> (Vec<Pattern>, Pattern) {
        let mut generator = Generator::new(self.seed);
        let mut draw = || Pattern::random(self.rows, self.columns, &mut generator).unwrap();
        let mut memories: Vec<Pattern> = (0..self.memories).map(|_| draw()).collect();
        let cue = draw();
        if self.alike {
            for index in 1..memories.len() {
                memories[index] = memories[0].clone();
                let few = generator.below(self.cells() / 4 + 2).min(self.cells());
                memories[index].corrupt(few, &mut generator).unwrap();
            }
        }
        (memories, cue)
    }

    /// A network with the memories stored, in the state of the cue, with the scene's seed.
    pub fn network(&self) -> Network {
        let (memories, cue) = self.pictures();
        let mut network = Network::with_seed(self.rows, self.columns, self.seed).unwrap();
        network.set_bias(self.biased).unwrap();
        for memory in &memories {
            network.store(memory).unwrap();
        }
        network.set_state(&cue).unwrap();
        network
    }
}

/// Grids, mostly small, seldom of any size up to 64x64, with `least` to `most` memories.
pub fn scenes(least: usize, most: usize) -> impl Strategy<Value = Scene> {
    let sizes = prop_oneof![
        880 => (1..=5_usize, 1..=5_usize),
        119 => (1..=9_usize, 1..=9_usize),
        1 => (1..=64_usize, 1..=64_usize),
    ];
    let rest = (least..=most, any::<bool>(), any::<bool>(), any::<u64>());
    (sizes, rest).prop_map(|((rows, columns), (memories, alike, biased, seed))| Scene {
        rows,
        columns,
        memories,
        alike,
        biased,
        seed,
    })
}

/// Grids as [`scenes`] has them, none larger than 8x8.
pub fn small_scenes(least: usize, most: usize) -> impl Strategy<Value = Scene> {
    (scenes(least, most), 1..=8_usize, 1..=8_usize).prop_map(|(scene, rows, columns)| Scene {
        rows: scene.rows.min(rows),
        columns: scene.columns.min(columns),
        ..scene
    })
}

/// The orders in which one neuron moves at a time.
pub fn asynchronous_orders() -> impl Strategy<Value = Order> {
    prop_oneof![Just(Order::Random), Just(Order::Shuffled), Just(Order::Cyclic)]
}

/// Every order.
pub fn orders() -> impl Strategy<Value = Order> {
    prop_oneof![3 => asynchronous_orders(), 1 => Just(Order::Synchronous)]
}

/// Ten thousand cases. A failing one is printed, not kept in a file.
pub fn thorough() -> ProptestConfig {
    ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() }
}
