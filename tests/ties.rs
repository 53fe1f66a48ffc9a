//! Where the votes of many memories cancel: what is left decides, however faint, and only where nothing is left it is a tie.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop right there")]

use hopfield_net::{Generator, Memories, Network, Pattern, Rule};

/// Memories that often vote alike: up to six out of three pictures and their inverses, one of them a little changed.
fn alike(rows: usize, columns: usize, generator: &mut Generator) -> Memories {
    let pictures: Vec<Pattern> = (0..3).map(|_| Pattern::random(rows, columns, generator).unwrap()).collect();
    let mut memories = Memories::default();
    for _ in 0..2 + generator.below(5) {
        let picture = &pictures[generator.below(3)];
        let mut memory = if generator.coin() { picture.clone() } else { picture.inverse() };
        if generator.below(3) == 0 {
            memory.corrupt(1 + generator.below(3), generator).unwrap();
        }
        memories.store(memory).unwrap();
    }
    memories
}

/// Each neuron's field against the exact sum of the votes, made of whole numbers: its sign, and whether it is a tie.
/// Returns how many were ties, and how many within 1e-10 of one.
fn compare(rule: Rule, rows: usize, columns: usize, weight: impl Fn(i128) -> i128) -> (usize, usize) {
    let mut generator = Generator::new(11);
    let (mut ties, mut faint) = (0, 0);
    for _ in 0..10_000 {
        let memories = alike(rows, columns, &mut generator);
        let network = Network::with_memories(memories, rule, false).unwrap();
        let memories = network.memories();
        let state = match generator.coin() {
            true => Pattern::random(rows, columns, &mut generator).unwrap(),
            false => memories.patterns()[0].clone(),
        };
        for (cell, field) in network.fields_at(&state).unwrap().into_iter().enumerate() {
            let votes: Vec<i128> = memories
                .iter()
                .map(|memory| {
                    let overlap = memory.overlap(&state) - i32::from(memory.spin(cell) * state.spin(cell));
                    i128::from(memory.spin(cell)) * weight(overlap.into())
                })
                .collect();
            let exact: i128 = votes.iter().sum();
            let loudest: i128 = votes.iter().map(|vote| vote.abs()).sum();
            let sign = if field == 0.0 { 0 } else { field.signum() as i128 };
            assert_eq!(sign, exact.signum(), "{rule}: field {field}, exactly {exact}");
            ties += usize::from(exact == 0);
            faint += usize::from(exact != 0 && (exact.abs() as f64) < 1e-10 * loudest as f64);
        }
    }
    (ties, faint)
}

#[test]
fn high_powers_hear_what_is_left_of_votes_that_cancel() {
    // N^n is up to 2^96: not held by 64-bit floating point, but by 128-bit whole numbers.
    for power in [16, 17, 24] {
        let raised = |overlap: i128| overlap.pow(power);
        let pull = |overlap: i128| (raised(overlap + 1) - raised(overlap - 1)) / 2;
        let (ties, faint) = compare(Rule::Dense { power }, 4, 4, pull);
        assert!(ties > 500 && faint > 30, "power {power}: only {ties} ties, {faint} faint fields");
    }
}

/// Of six votes at most, one at e^m outweighs all below it: at most five at e^(m - 2), and 5 < e^2. So would it with 7
/// in the place of e^2, and the sums are whole numbers then, of the same sign.
#[test]
fn exponential_memories_hear_what_is_left_of_votes_that_cancel() {
    let (ties, faint) = compare(Rule::Exponential, 6, 6, |overlap| 7_i128.pow((overlap + 35) as u32 / 2));
    assert!(ties > 500 && faint > 30, "only {ties} ties, {faint} faint fields");
}

/// Overlaps 4096 apart: e^-4000 is no number of 64 bits, and still a vote.
#[test]
fn the_faintest_vote_is_still_heard() {
    let (blank, mut far) = (Pattern::blank(64, 64).unwrap(), Pattern::blank(64, 64).unwrap().inverse());
    let mut other = blank.clone();
    other.flip(0);
    for says_active in [true, false] {
        if far.is_active(0) != says_active {
            far.flip(0);
        }
        let mut memories = Memories::default();
        for memory in [&blank, &other, &far] {
            memories.store(memory.clone()).unwrap();
        }
        let network = Network::with_memories(memories, Rule::Exponential, false).unwrap();
        let field = network.fields_at(&blank).unwrap()[0];
        assert_eq!(field > 0.0, says_active);
        assert!(field != 0.0 && field.abs() < 1e-300, "{field}");
    }
}
