//! Synchronous updates that swing between two states for ever.

use hopfield_net::{Generator, Order, Rest};

use super::{Figure, Run, given, mean, random_network};

/// p, and the share of random starts at N = 64 that the reference saw end in a 2-cycle.
const SHARES: [(usize, f64); 4] = [(2, 0.139), (3, 0.021), (10, 0.080), (32, 0.248)];

const STARTS: usize = 40;

/// As in rest.rs: the reference gives no error.
const REFERENCE_NETS: f64 = 100.0;

/// Random starts that end in a 2-cycle.
pub fn cycles(nets: u64) -> Vec<Figure> {
    let rows = SHARES.map(|(p, reference)| {
        let shares: Vec<f64> = (0..nets)
            .map(|net| {
                let network = random_network(8, 8, p, &mut Generator::new(50_000 + net));
                let mut run = Run::new(&network, Order::Synchronous, net);
                let swings = (0..STARTS).filter(|_| {
                    run.start_anywhere();
                    run.settle() == Rest::Cycle
                });
                swings.count() as f64 / STARTS as f64
            })
            .collect();
        let ours = mean(&shares);
        let error = ours.error * (nets as f64 / REFERENCE_NETS).sqrt();
        Figure::new(format!("random starts end in a 2-cycle, p = {p}"), ours, given(reference, error), 3)
    });
    rows.into()
}

/// Of so many cues with exactly 32 cells of a lone memory flipped, how many swing; in the reference, all.
pub fn half_flipped(cues: usize) -> Vec<Figure> {
    let mut generator = Generator::new(51);
    let swings = (0..cues).filter(|_| {
        let network = random_network(8, 8, 1, &mut generator);
        let mut cue = network.state().clone();
        cue.corrupt(32, &mut generator).unwrap();
        let mut run = Run::new(&network, Order::Synchronous, 0);
        run.start(&cue);
        run.settle() == Rest::Cycle
    });
    let share = swings.count() as f64 / cues as f64;
    vec![Figure::new("a lone memory with 32 cells flipped swings", given(share, 0.0), given(1.0, 0.0), 9)]
}
