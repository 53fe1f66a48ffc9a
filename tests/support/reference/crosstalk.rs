//! One step from a memory: how many of its cells do the other memories turn over?

use hopfield_net::{Generator, Network};
use serde::Deserialize;

use super::{Figure, given, ln_choices, mean, random_network};
use crate::support::figures::json;

/// The share of the cells of all memories whose x_i h_i is so.
fn share(network: &Network, holds: fn(f64) -> bool) -> f64 {
    let memories = 0..network.memories().len();
    let margins: Vec<f64> = memories.flat_map(|index| network.margins(index).unwrap()).collect();
    margins.iter().filter(|&&margin| holds(margin)).count() as f64 / margins.len() as f64
}

/// Cells that want to flip.
fn errors(network: &Network) -> f64 {
    share(network, |margin| margin < 0.0)
}

/// Cells that hear nothing.
fn ties(network: &Network) -> f64 {
    share(network, |margin| margin == 0.0)
}

/// p, what Gauss says (Hertz, Krogh and Palmer 1991), what the reference measured, and its error.
const AT_1000: [(usize, f64, f64, f64); 5] = [
    (105, 0.001_014, 0.000_97, 0.000_03),
    (138, 0.003_552, 0.003_46, 0.000_05),
    (185, 0.010_037, 0.010_11, 0.000_07),
    (370, 0.050_089, 0.050_08, 0.000_14),
    (610, 0.100_208, 0.100_09, 0.000_10),
];

/// Error per bit at N = 1000, a grid of 25 x 40: beside the reference's, beside the exact one, and beside Gauss's. He
/// takes p N votes for (p - 1)(N - 1), and so finds up to 6 in 100 more at p = 105, and less than that at more.
pub fn error_per_bit(nets: u64) -> Vec<Figure> {
    let rows = AT_1000.map(|(p, gauss, measured, error)| {
        let shares: Vec<f64> = (0..nets)
            .map(|net| errors(&random_network(25, 40, p, &mut Generator::new(1000 * net + p as u64))))
            .collect();
        let ours = mean(&shares);
        let what = format!("error per bit, N = 1000, p = {p}");
        let exact = given(exact_error(1000, p), 0.0);
        [
            Figure::new(what.clone(), ours, given(measured, error), 5),
            Figure::new(what.clone() + ", Gauss", ours, given(gauss, 0.06 / 4.0 * gauss), 6),
            Figure::new(what + ", exact", ours, exact, 6),
        ]
    });
    rows.into_iter().flatten().collect()
}

/// The usual bug at N = 1000, p = 185: with the diagonal kept a cell hears itself p times more, and fewer seem wrong.
pub fn error_with_diagonal(nets: u64) -> Vec<Figure> {
    let shares: Vec<f64> = (0..nets)
        .map(|net| {
            let network = random_network(25, 40, 185, &mut Generator::new(1000 * net + 185));
            share(&network, |margin| margin < -185.0)
        })
        .collect();
    let ours = mean(&shares);
    // As many nets as for the others: 20.
    let error = ours.error * (nets as f64 / 20.0).sqrt();
    vec![Figure::new("error per bit, N = 1000, p = 185, diagonal kept", ours, given(0.0029, error), 4)]
}

/// A cell hears N - 1 votes for its sign and from the p - 1 other memories (p - 1)(N - 1) votes by the toss of a coin; it
/// wants to flip where more than N - 1 of them in balance are against it.
fn exact_error(neurons: usize, p: usize) -> f64 {
    let votes = (p - 1) * (neurons - 1);
    let ways = ln_choices(votes);
    let for_it = (0..).take_while(|&k| 2 * k + neurons - 1 < votes);
    for_it.map(|k: usize| (ways[k] - votes as f64 * std::f64::consts::LN_2).exp()).sum()
}

/// The same at N = 64 beside the exact figures of the reference: cells that want to flip, and ties.
pub fn error_per_bit_at_64(nets: u64) -> Vec<Figure> {
    #[derive(Deserialize)]
    struct File {
        #[serde(rename = "exact_P_error_zero_diag")]
        rows: Vec<Row>,
    }
    #[derive(Deserialize)]
    struct Row {
        #[serde(rename = "N")]
        neurons: usize,
        p: usize,
        #[serde(rename = "P_error_strict")]
        error: f64,
        #[serde(rename = "P_tie")]
        tie: f64,
    }
    let rows = json::<File>("theory.json").rows;
    let figures = rows.iter().filter(|row| row.neurons == 64 && row.p >= 8).flat_map(|row| {
        let networks: Vec<Network> =
            (0..nets).map(|net| random_network(8, 8, row.p, &mut Generator::new(net))).collect();
        let wrong: Vec<f64> = networks.iter().map(errors).collect();
        let tied: Vec<f64> = networks.iter().map(ties).collect();
        let what = format!("N = 64, p = {}", row.p);
        [
            Figure::new(format!("error per bit, {what}, exact"), mean(&wrong), given(row.error, 0.0), 9),
            Figure::new(format!("ties per bit, {what}, exact"), mean(&tied), given(row.tie, 0.0), 9),
        ]
    });
    figures.collect()
}

/// Memories of N = 64 that are stable at p = 10, where a tie keeps the cell or turns it up.
pub fn stability(nets: u64) -> Vec<Figure> {
    let (mut keep, mut up) = (vec![], vec![]);
    for net in 0..nets {
        let network = random_network(8, 8, 10, &mut Generator::new(20_000 + net));
        let (mut kept, mut held) = (0_u8, 0_u8);
        for (index, memory) in network.memories().iter().enumerate() {
            let margins = network.margins(index).unwrap();
            kept += u8::from(margins.iter().all(|&margin| margin >= 0.0));
            let stays =
                |(cell, &margin): (usize, &f64)| margin > 0.0 || margin == 0.0 && memory.is_active(cell);
            held += u8::from(margins.iter().enumerate().all(stays));
        }
        keep.push(f64::from(kept) / 10.0);
        up.push(f64::from(held) / 10.0);
    }
    vec![
        Figure::new("stable, p = 10, a tie keeps the cell", mean(&keep), given(0.829, 0.003), 3),
        Figure::new("stable, p = 10, a tie turns it up", mean(&up), given(0.810, 0.003), 3),
    ]
}
