//! The article's bias: stored, read by the energy, and forgotten by the updates.

use hopfield_net::{Generator, Network, Order, Rest};

use super::{Figure, Run, given, random_network};

/// Of so many runs, each with three random memories of its own and a random start, those in which the energy with the bias
/// rises at some flip; updates hear the bias or not.
fn rises(runs: u64, heard: bool) -> usize {
    let rising = (0..runs).filter(|&seed| {
        let plain = random_network(8, 8, 3, &mut Generator::new(60_000 + seed));
        let biased = Network::with_memories(plain.memories().clone(), plain.rule(), true).unwrap();
        let mut run = Run::new(if heard { &biased } else { &plain }, Order::Random, seed);
        run.start_anywhere();
        let height = |run: &Run| biased.energy_at(run.network.state()).unwrap();
        let mut before = height(&run);
        let mut rose = false;
        while run.network.run_until_settled(0) == Rest::Moving {
            if run.network.step().flipped {
                let after = height(&run);
                rose |= after > before;
                before = after;
            }
        }
        rose
    });
    rising.count()
}

/// The reference saw 83 of 2000; with the bias in both, none.
pub fn figures(runs: u64) -> Vec<Figure> {
    let share = |count: usize| {
        let share = count as f64 / runs as f64;
        given(share, (share * (1.0 - share) / runs as f64).sqrt())
    };
    let reference = 83.0 / 2000.0;
    let error = (reference * (1.0 - reference) / 2000.0_f64).sqrt();
    vec![
        Figure::new(
            "energy rises, bias in the energy alone",
            share(rises(runs, false)),
            given(reference, error),
            4,
        ),
        Figure::new("energy rises, bias in both", share(rises(runs, true)), given(0.0, 0.0), 9),
    ]
}
