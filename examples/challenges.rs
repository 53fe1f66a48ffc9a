//! The figures that the challenges of the page tell of, counted by the core.
//!
//! `cargo run --release --example challenges`: some minutes, for it tries every way to flip so few cells.

use hopfield_net::{Error, Generator, Network, Order, Pattern, Rest};

const ZERO: &str = "0x1834246464643c18";
const THREE: &str = "0x3864603018181618";
const SEVEN: &str = "0x040c081c3c306078";

fn main() -> Result<(), Error> {
    let (zero, seven) = (Pattern::from_hex(ZERO)?, Pattern::from_hex(SEVEN)?);
    let mut network = remembering(&[ZERO, THREE, SEVEN])?;
    network.set_order(Order::Cyclic);
    break_by_lot(&mut network, &seven)?;
    let everywhere: Vec<usize> = (0..64).collect();
    for flips in 1..=5 {
        let (ways, broken) = ways(&mut network, &seven, &everywhere, flips, |end| end != &seven)?;
        println!("seven with {flips} cells flipped: {broken} of {ways} ways break it");
    }
    let different: Vec<usize> = (0..64).filter(|&cell| zero.spin(cell) != seven.spin(cell)).collect();
    for flips in 1..=12 {
        let (ways, turned) = ways(&mut network, &zero, &different, flips, |end| end == &seven)?;
        println!(
            "zero with {flips} of {} cells flipped: {turned} of {ways} ways make a seven",
            different.len()
        );
    }
    Ok(())
}

fn remembering(pictures: &[&str]) -> Result<Network, Error> {
    let mut network = Network::with_seed(8, 8, 1)?;
    for picture in pictures {
        network.store(&Pattern::from_hex(picture)?)?;
    }
    Ok(network)
}

/// How often a memory comes back from cells flipped by lot.
fn break_by_lot(network: &mut Network, memory: &Pattern) -> Result<(), Error> {
    let mut lot = Generator::new(1);
    let trials = 20_000;
    for flips in [12, 25] {
        let mut back = 0;
        for _ in 0..trials {
            let mut cue = memory.clone();
            cue.corrupt(flips, &mut lot)?;
            back += usize::from(&end(network, &cue)? == memory);
        }
        println!("seven with {flips} cells flipped by lot: {back} of {trials} come back");
    }
    Ok(())
}

/// In how many ways one can flip so many of these cells, and after how many of them the end is as wished.
fn ways(
    network: &mut Network,
    start: &Pattern,
    cells: &[usize],
    flips: usize,
    wished: impl Fn(&Pattern) -> bool,
) -> Result<(usize, usize), Error> {
    let (mut ways, mut hits) = (0, 0);
    let mut chosen: Vec<usize> = (0..flips).collect();
    loop {
        let mut cue = start.clone();
        for &place in &chosen {
            cue.flip(cells[place]);
        }
        ways += 1;
        hits += usize::from(wished(&end(network, &cue)?));
        // The next choice in the order of the alphabet.
        let Some(place) = (0..flips).rev().find(|&k| chosen[k] < cells.len() - flips + k) else {
            return Ok((ways, hits));
        };
        let first = chosen[place] + 1;
        for (offset, choice) in chosen[place..].iter_mut().enumerate() {
            *choice = first + offset;
        }
    }
}

fn end(network: &mut Network, cue: &Pattern) -> Result<Pattern, Error> {
    network.set_state(cue)?;
    while network.run_until_settled(64) == Rest::Moving {}
    Ok(network.state().clone())
}
