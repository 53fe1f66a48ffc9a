//! The ways to hold a landscape against each other.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

use super::{Landscape, Matrix, Overlaps};
use crate::{Error, Generator, Memories, Pattern, rules::dense};

/// Random memories, and a random state of their shape.
fn scene(generator: &mut Generator) -> (Memories, Pattern) {
    let (rows, columns) = (1 + generator.below(9), 1 + generator.below(9));
    let mut memories = Memories::default();
    for _ in 0..generator.below(7) {
        memories.store(Pattern::random(rows, columns, generator).unwrap()).unwrap();
    }
    (memories, Pattern::random(rows, columns, generator).unwrap())
}

/// Hebb's landscape is the same whether it is held as couplings or through overlaps, and however it came to its state.
/// What it is, tests/properties says; there grids are nearly always small enough for couplings.
#[test]
fn overlaps_are_couplings_in_other_words() {
    let mut generator = Generator::new(1);
    for _ in 0..1000 {
        let (memories, mut state) = scene(&mut generator);
        let biased = generator.coin();
        let mut matrix = Matrix::<i32>::flat(&state, state.cells() as f64).unwrap();
        for memory in &memories {
            matrix.impress(memory, 1);
            if biased {
                matrix.lean(memory, 1);
            }
        }
        matrix.place(&state);
        let mut overlaps = Overlaps::hebb(&memories, biased, &state);
        for _ in 0..generator.below(20) {
            let neuron = generator.below(state.cells());
            state.flip(neuron);
            matrix.flip(neuron);
            overlaps.flip(neuron);
        }
        let followed = |landscape: &dyn Landscape| -> Vec<f64> {
            (0..state.cells()).map(|neuron| landscape.field(neuron)).collect()
        };
        let fields = followed(&matrix);
        assert_eq!(followed(&overlaps), fields);
        for landscape in [&matrix as &dyn Landscape, &overlaps] {
            assert_eq!(landscape.state(), &state);
            assert_eq!(landscape.fields_at(&state), fields);
            assert_eq!(landscape.energy_at(&state), landscape.energy());
        }
        assert_eq!(overlaps.energy(), matrix.energy());
        assert_eq!(overlaps.couplings(), matrix.couplings());
        assert_eq!(overlaps.unit(), matrix.unit());
    }
}

#[test]
fn where_nothing_is_dreamt_dreams_are_refused() {
    let mut generator = Generator::new(3);
    let mut memories = Memories::default();
    for _ in 0..2 {
        memories.store(Pattern::random(4, 4, &mut generator).unwrap()).unwrap();
    }
    let [state, other] = [0, 1].map(|index| memories.patterns()[index].clone());
    let mut overlaps = Overlaps::hebb(&memories, true, &state);
    let mut dense = dense::landscape(3, &memories, false, &state);
    let landscapes: [&mut dyn Landscape; 2] = [&mut overlaps, dense.as_mut()];
    for landscape in landscapes {
        let (energy, fields) = (landscape.energy(), landscape.fields_at(&other));
        assert_eq!(landscape.deepen(&other, -1, 1, false), Err(Error::NoCouplings));
        assert_eq!((landscape.energy(), landscape.fields_at(&other)), (energy, fields));
    }
}
