//! A run so long that its trace must forget the older half: what is left still tells the truth.
#![allow(clippy::unwrap_used, reason = "a call that fails where it must not is a failed test")]

use hopfield_net::{Network, Pattern, Step, Trace};

const LONGEST: usize = Trace::LONGEST;
const STRIDE: usize = Trace::STRIDE;

/// Three times over the limit, so that the older half goes more than once.
const UPDATES: usize = 2 * LONGEST + LONGEST / 3;

/// A warm 3x3 network with two memories: it never rests.
fn warm_network() -> Network {
    let mut network = Network::with_seed(3, 3, 11).unwrap();
    for art in ["#.#\n.#.\n#.#", "###\n#..\n#.."] {
        network.store(&art.parse().unwrap()).unwrap();
    }
    network.corrupt(4).unwrap();
    network.set_temperature(0.8).unwrap();
    network
}

/// What was shown at each moment: the state as bits, and the update that led there.
struct Record {
    states: Vec<u16>,
    steps: Vec<Step>,
    flips: Vec<usize>,
}

fn bits(state: &Pattern) -> u16 {
    state.words()[0] as u16
}

fn record(network: &mut Network, updates: usize) -> Record {
    let mut record = Record { states: vec![bits(network.state())], steps: vec![], flips: vec![0] };
    for time in 0..updates {
        let step = network.step();
        record.states.push(bits(network.state()));
        record.flips.push(record.flips[time] + usize::from(step.flipped));
        record.steps.push(step);
        assert!(network.trace().end() - network.trace().first() <= LONGEST);
    }
    record
}

#[test]
fn a_trace_that_forgot_its_older_half_still_tells_the_truth() {
    let mut network = warm_network();
    let record = record(&mut network, UPDATES);
    let (first, end) = (network.trace().first(), network.trace().end());
    assert_eq!(end, UPDATES);
    assert!(first > LONGEST, "the older half went at least twice");
    assert!(end - first >= LONGEST / 2 - STRIDE, "no more than half goes at a time");
    assert!(first.is_multiple_of(STRIDE));

    // Moments, flips, energies.
    for time in first + 1..=end {
        assert_eq!(network.moment(time).unwrap(), record.steps[time - 1]);
        assert_eq!(network.trace().flips_until(time), record.flips[time]);
    }
    assert_eq!(network.flips(), record.flips[end]);
    assert_eq!(network.outcome().flips, record.flips[end]);
    assert_eq!(network.outcome().energy, network.energy().ok());
    let (start, flips) = network.trace().energies();
    assert_eq!(start, record.steps[first - 1].energy);
    assert_eq!(flips.len(), record.flips[end] - record.flips[first]);
    assert!(flips.iter().all(|&(time, energy)| energy == record.steps[time - 1].energy));

    // Flips by themselves: all, and those after a moment.
    for after in [first, first + STRIDE / 2, end - 1, end] {
        let flipped = (after + 1..=end).filter(|&time| record.steps[time - 1].flipped);
        let expected = flipped.map(|time| (time, record.steps[time - 1].cell, record.steps[time - 1].energy));
        assert!(network.trace().flips_after(after).eq(expected));
    }

    // What is gone is refused, and nothing moves.
    for time in [0, first - 1, end + 1] {
        assert!(network.travel(time).is_err());
        assert!(network.moment(time).is_err());
    }
    assert!(network.moment(first).is_err());
    assert_eq!((network.time(), bits(network.state())), (end, record.states[end]));

    // Travel, and running on from there.
    let between = (first..end).step_by(STRIDE * 7 + 5);
    for time in
        [first, first + 1, first + STRIDE - 1, first + STRIDE, end - 1, end].into_iter().chain(between)
    {
        network.travel(time).unwrap();
        assert_eq!(bits(network.state()), record.states[time]);
        assert_eq!((network.time(), network.flips()), (time, record.flips[time]));
        assert_eq!(network.trace().energy(time), network.energy().ok());
        for (step, time) in record.steps[time..].iter().zip(time + 1..).take(20) {
            assert_eq!(&network.step(), step);
            assert_eq!(bits(network.state()), record.states[time]);
        }
    }

    // The cue is still known, and so is the order of asking.
    network.restart();
    assert_eq!((network.time(), network.trace().first(), network.flips()), (0, 0, 0));
    for (step, state) in record.steps.iter().zip(&record.states).take(3 * STRIDE) {
        assert_eq!(bits(network.state()), *state);
        assert_eq!(&network.step(), step);
    }
}

/// A change on the way makes the rest of a long run another one; what came before stays.
#[test]
fn a_change_after_travelling_back_in_a_long_run_replaces_only_the_future() {
    let mut network = warm_network();
    let record = record(&mut network, LONGEST + 2);
    let first = network.trace().first();
    let turn = first + 3 * STRIDE + 17;
    network.travel(turn).unwrap();
    network.set_temperature(0.0).unwrap();
    assert_eq!((network.trace().end(), network.flips()), (turn, record.flips[turn]));
    network.settle(100);
    assert_eq!(network.restless(), 0);
    for time in [first, turn - 1, turn] {
        network.travel(time).unwrap();
        assert_eq!(bits(network.state()), record.states[time]);
    }
    assert_eq!(network.moment(turn).unwrap(), record.steps[turn - 1]);
}

/// Whoever has seen a trace may go on from there as long as its mark stays: only as long as nothing seen has changed.
#[test]
fn the_mark_of_a_trace_stays_while_updates_are_added_and_no_longer() {
    let mut network = warm_network();
    network.run(100);
    let mark = network.trace().mark();
    network.run(100);
    network.travel(50).unwrap();
    network.run(10);
    network.travel(200).unwrap();
    network.set_temperature(0.5).unwrap(); // nothing is known of the future: nothing is lost
    network.run(100);
    assert_eq!(network.trace().mark(), mark);

    let mut copy = network.clone();
    copy.run(1);
    assert_ne!(copy.trace().mark(), network.trace().mark(), "a copy goes a way of its own");
    let mut last = mark;
    let mut changes = |network: &Network| {
        let before = std::mem::replace(&mut last, network.trace().mark());
        before != last
    };
    network.travel(150).unwrap();
    network.set_temperature(0.8).unwrap(); // as it was at 150
    assert!(!changes(&network));
    network.set_temperature(0.7).unwrap();
    assert!(changes(&network), "what came after 150 is gone");
    network.flip(0).unwrap();
    assert!(changes(&network), "an edit begins anew");
    network.restart();
    assert!(changes(&network), "so does a restart");
    network.run(LONGEST);
    assert!(!changes(&network));
    network.run(1);
    assert!(changes(&network), "the older half is gone");
}
