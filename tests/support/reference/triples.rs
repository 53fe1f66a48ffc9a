//! Which of the ten digits hold together.

use hopfield_net::{Network, Order, Pattern};

use super::{Figure, Run, given};
use crate::support::figures::digits;

fn network(chosen: &[usize]) -> Network {
    let digits = digits(10);
    let mut network = Network::with_seed(8, 8, 0).unwrap();
    for &index in chosen {
        network.store(&digits[index]).unwrap();
    }
    network
}

fn all_stable(chosen: &[usize]) -> bool {
    let network = network(chosen);
    (0..chosen.len()).all(|index| network.is_stable(index).unwrap())
}

/// Of all sets of three, and of four, of the ten digits: how many there are, and how many hold together.
fn that_hold() -> [(usize, usize); 2] {
    let triples: Vec<[usize; 3]> =
        (0..10).flat_map(|a| (0..a).flat_map(move |b| (0..b).map(move |c| [c, b, a]))).collect();
    let fours: Vec<[usize; 4]> =
        triples.iter().flat_map(|&[c, b, a]| (0..c).map(move |d| [d, c, b, a])).collect();
    let held = |holds: &mut dyn Iterator<Item = bool>| holds.filter(|&holds| holds).count();
    [
        (triples.len(), held(&mut triples.iter().map(|chosen| all_stable(chosen)))),
        (fours.len(), held(&mut fours.iter().map(|chosen| all_stable(chosen)))),
    ]
}

/// 49 of 120, and none of 210; and how often the best three heal from 12 flipped cells.
pub fn figures(probes: usize) -> Vec<Figure> {
    let [(_, triples), (_, fours)] = that_hold();
    let known = |value: f64| given(value, 0.0);
    let mut figures = vec![
        Figure::new("digits: sets of three that hold, of 120", known(triples as f64), known(49.0), 0),
        Figure::new("digits: sets of four that hold, of 210", known(fours as f64), known(0.0), 0),
    ];
    // The reference gives figures for 0, 3, 7, and says that 4, 5, 7 is as good.
    for chosen in [[0, 3, 7], [4, 5, 7]] {
        let network = network(&chosen);
        let mut run = Run::new(&network, Order::Shuffled, 12);
        for ((memory, digit), reference) in network.memories().iter().zip(chosen).zip([0.95, 0.945, 0.945]) {
            let heals = (0..probes).filter(|_| heals(&mut run, memory)).count() as f64 / probes as f64;
            let error = |count: usize| (reference * (1.0_f64 - reference) / count as f64).sqrt();
            let [a, b, c] = chosen;
            figures.push(Figure::new(
                format!("digits {a}, {b}, {c}: recall of the {digit} after 12 flips"),
                given(heals, error(probes)),
                given(reference, error(200)),
                3,
            ));
        }
    }
    figures
}

fn heals(run: &mut Run, memory: &Pattern) -> bool {
    run.start(memory);
    run.network.corrupt(12).unwrap();
    run.settle();
    run.network.state() == memory
}
