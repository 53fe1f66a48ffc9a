//! Endurance: a thousand million updates, and a million pictures stored and forgotten, without drift or growth.
//!
//! `cargo run --release --example endurance [-- UPDATES [STORES]]`. Whole energies are followed flip by flip; at the end they
//! are compared with a recount by the definition. Every other rule is asked a hundredth as often, and its fields, followed
//! flip by flip too, are compared with fields counted afresh. Ends with an error code where they differ.

use std::{env, time::Instant};

use hopfield_net::{Error, Generator, Memories, Network, Pattern, Rule, Trace};

fn main() -> Result<(), Error> {
    let wished: Vec<usize> = env::args().skip(1).filter_map(|argument| argument.parse().ok()).collect();
    let updates = wished.first().copied().unwrap_or(1_000_000_000);
    let stores = wished.get(1).copied().unwrap_or(1_000_000);
    let sound = run(updates)? & every_rule(updates / 100)? & store_and_forget(stores)?;
    std::process::exit(if sound { 0 } else { 1 });
}

/// A warm network, which never rests, asked so many times.
fn run(updates: usize) -> Result<bool, Error> {
    let mut network = Network::with_seed(8, 8, 1)?;
    let mut lot = Generator::new(2);
    for _ in 0..5 {
        network.store(&Pattern::random(8, 8, &mut lot)?)?;
    }
    network.set_temperature(0.8)?;
    let begin = Instant::now();
    let flips = network.run(updates);
    let seconds = begin.elapsed().as_secs_f64();
    let (followed, counted) = (network.energy()?, recount(&network));
    let known = network.trace().end() - network.trace().first();
    println!(
        "{updates} updates in {seconds:.0} s, {:.1} million a second; {flips} flips",
        updates as f64 / seconds / 1e6
    );
    println!("energy followed {followed}, counted by definition {counted}; the trace keeps {known} updates");
    Ok(followed == counted && known <= Trace::LONGEST)
}

/// How far, at most, fields may be from those counted afresh, as a part of a lone memory's field.
const MOST_DRIFT: f64 = 1e-12;

/// The same for every rule, asleep too where it can be.
fn every_rule(updates: usize) -> Result<bool, Error> {
    let mut lot = Generator::new(5);
    let mut memories = Memories::default();
    for _ in 0..5 {
        memories.store(Pattern::random(8, 8, &mut lot)?)?;
    }
    let mut sound = true;
    for name in Rule::NAMES {
        let rule: Rule = name.parse()?;
        let mut network = Network::with_memories(memories.clone(), rule, true)?;
        if rule.has_couplings() {
            network.dream(100)?;
        }
        network.set_temperature(0.8)?;
        let flips = network.run(updates);
        let fresh = network.fields_at(network.state())?;
        let mut drift: f64 = 0.0;
        for (neuron, counted) in fresh.iter().enumerate() {
            drift = drift.max((network.field(neuron)? - counted).abs() / network.unit());
        }
        println!("{name}: {updates} updates, {flips} flips; fields off by {drift:.1e} at most");
        sound &= drift < MOST_DRIFT;
    }
    Ok(sound)
}

/// E = -1/2 sum of W_ij s_i s_j over i != j, from the memories alone.
fn recount(network: &Network) -> f64 {
    let state = network.state();
    let cells = network.neurons() as i64;
    let overlaps = network.memories().overlaps(state);
    let squares: i64 = overlaps.iter().map(|&overlap| i64::from(overlap).pow(2)).sum();
    (-(squares - overlaps.len() as i64 * cells) / 2) as f64
}

/// Pictures come and go, between 1 and 12 of them at a time; at the end all but two of the first are forgotten.
fn store_and_forget(stores: usize) -> Result<bool, Error> {
    let mut network = Network::with_seed(8, 8, 3)?;
    let mut lot = Generator::new(4);
    let kept = [Pattern::random(8, 8, &mut lot)?, Pattern::random(8, 8, &mut lot)?];
    for picture in &kept {
        network.store(picture)?;
    }
    let couplings = network.couplings()?;
    let begin = Instant::now();
    for _ in 0..stores {
        network.store(&Pattern::random(8, 8, &mut lot)?)?;
        while network.memories().len() > 2 + lot.below(10) {
            network.forget(2)?;
        }
    }
    while network.memories().len() > 2 {
        network.forget(2)?;
    }
    let same = network.couplings()? == couplings;
    let seconds = begin.elapsed().as_secs_f64();
    println!("{stores} pictures stored and forgotten in {seconds:.0} s; couplings as at first: {same}");
    Ok(same)
}
