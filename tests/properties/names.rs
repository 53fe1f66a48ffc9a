//! Outcomes are named honestly: a name is given only if it is true, and the simplest true one.

use hopfield_net::{Generator, Kind, Memories, Name, Pattern, identify};
use proptest::prelude::*;

use crate::support::scenes::{asynchronous_orders, scenes, thorough};

/// What most of the words say, bit by bit: some three of five (two of three, the one) all say so.
fn majority(words: &[u64]) -> u64 {
    let most = words.len() / 2 + 1;
    let subsets = (0..1_u32 << words.len()).filter(|subset| subset.count_ones() as usize == most);
    let agreed = subsets.map(|subset| {
        let members = (0..words.len()).filter(|member| subset >> member & 1 == 1);
        members.fold(u64::MAX, |all, member| all & words[member])
    });
    agreed.fold(0, |any, all| any | all)
}

/// Every way to choose `count` of the memories, each with a sign.
fn choices(memories: usize, count: usize) -> Vec<(Vec<usize>, Vec<i8>)> {
    let subsets = (0..1_u32 << memories).filter(|subset| subset.count_ones() as usize == count);
    let signs = |bits: usize| (0..count).map(|bit| if bits >> bit & 1 == 1 { -1 } else { 1 }).collect();
    let signed = subsets.flat_map(|subset| {
        let members: Vec<usize> = (0..memories).filter(|member| subset >> member & 1 == 1).collect();
        (0..1 << count).map(move |bits| (members.clone(), signs(bits)))
    });
    signed.collect()
}

fn blend(memories: &[u64], (members, signs): &(Vec<usize>, Vec<i8>)) -> u64 {
    let signed =
        |(&member, &sign): (&usize, &i8)| if sign == 1 { memories[member] } else { !memories[member] };
    majority(&members.iter().zip(signs).map(signed).collect::<Vec<u64>>())
}

/// Every true name of a state with the fewest parents.
fn true_names(state: u64, memories: &[u64]) -> Vec<Name> {
    for count in [1, 3, 5] {
        let fitting =
            choices(memories.len(), count).into_iter().filter(|choice| blend(memories, choice) == state);
        let named = fitting.map(|(memories, signs)| {
            let kind = match (count, signs[0]) {
                (1, 1) => Kind::Memory,
                (1, _) => Kind::Inverse,
                _ => Kind::Mixture,
            };
            Name { kind, memories, signs }
        });
        let names: Vec<Name> = named.collect();
        if !names.is_empty() {
            return names;
        }
    }
    vec![Name::of(Kind::Spurious)]
}

proptest! {
    #![proptest_config(thorough())]

    #[test]
    fn memories_inverses_and_mixtures_get_their_names(
        seed: u64, (stored, parents) in prop_oneof![(1..=6_usize, 0..=1_usize), (3..=6_usize, Just(3)), (5..=6_usize, Just(5))],
        choice in any::<prop::sample::Index>(),
    ) {
        let mut generator = Generator::new(seed);
        let words: Vec<u64> = (0..stored).map(|_| generator.next()).collect();
        let state = match parents {
            0 => generator.next(),
            _ => blend(&words, choice.get(&choices(stored, parents))),
        };
        let mut memories = Memories::default();
        for &word in &words {
            memories.store(Pattern::from_word(word)).unwrap();
        }
        let name = identify(&Pattern::from_word(state), &memories);
        prop_assert!(true_names(state, &words).contains(&name), "{:?}", name);
    }

    #[test]
    fn unsettled_is_what_wants_to_flip(scene in scenes(0, 6), order in asynchronous_orders(), updates in 0..200_usize) {
        let mut network = scene.network();
        network.set_order(order);
        network.run(updates);
        let name = network.outcome().name;
        prop_assert_eq!(name.kind == Kind::Unsettled, network.restless() > 0);
        let same = |memory: &Pattern| memory == network.state();
        let is_memory = network.memories().iter().any(same);
        prop_assert_eq!(name.kind == Kind::Memory, is_memory && network.restless() == 0);
        prop_assert!(name.kind != Kind::Memory || name.memories.iter().all(|&i| same(&scene.pictures().0[i])));
    }
}

#[test]
fn a_picture_stored_twice_is_named_with_both_of_its_places() {
    let (one, other) = (Pattern::from_word(0xff00), Pattern::from_word(0x0ff0));
    let mut memories = Memories::default();
    for memory in [&one, &other, &one] {
        memories.store(memory.clone()).unwrap();
    }
    let expected = Name { kind: Kind::Memory, memories: vec![0, 2], signs: vec![1, 1] };
    assert_eq!(identify(&one, &memories), expected);
    let expected = Name { kind: Kind::Inverse, memories: vec![0, 2], signs: vec![-1, -1] };
    assert_eq!(identify(&one.inverse(), &memories), expected);
    // It counts double, so that a blend of all three is the picture itself.
    assert_eq!(identify(&Pattern::from_word(0xff0), &memories).memories, vec![1]);
}

#[test]
fn parents_are_found_among_many_memories_that_are_nearer() {
    let mut generator = Generator::new(5);
    let state = Pattern::from_word(generator.next());
    let mut memories = Memories::default();
    // Thirty that share a fault: two of them outvote any third in that cell.
    for _ in 0..30 {
        let mut near = state.clone();
        near.flip(0);
        for _ in 0..5 {
            near.flip(1 + generator.below(63));
        }
        memories.store(near).unwrap();
    }
    assert_eq!(identify(&state, &memories).kind, Kind::Spurious);
    // And three of which in every cell just one fails: their overlaps add up to N and no more.
    for parent in 0..3 {
        let mut far = state.clone();
        (0..64).filter(|cell| cell % 3 == parent).for_each(|cell| far.flip(cell));
        memories.store(far).unwrap();
    }
    let name = identify(&state, &memories);
    assert_eq!(name.kind, Kind::Mixture);
    let words: Vec<u64> = memories.iter().map(|memory| memory.words()[0]).collect();
    assert_eq!(blend(&words, &(name.memories, name.signs)), state.words()[0]);
}
