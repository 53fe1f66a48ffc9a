//! Surveys: the same result however they are sliced, and true ones.
#![allow(clippy::unwrap_used, reason = "tests fail by panicking")]

mod support;

use std::collections::HashSet;

use hopfield_net::{
    Error, Generator, Kind, Memories, Network, Order, Pattern, Rule, identify,
    survey::{Basin, Capacity, CapacityPlan, Census, Load, MOST_SAMPLES, Map, Rate, Source, Survey},
};
use proptest::prelude::*;
use support::{figures::digits, scenes::small_scenes};

fn remember(pictures: &[Pattern]) -> Memories {
    let mut memories = Memories::default();
    for picture in pictures {
        memories.store(picture.clone()).unwrap();
    }
    memories
}

fn random(rows: usize, columns: usize, count: usize, seed: u64) -> Memories {
    let mut generator = Generator::new(seed);
    let pictures: Vec<Pattern> =
        (0..count).map(|_| Pattern::random(rows, columns, &mut generator).unwrap()).collect();
    remember(&pictures)
}

fn network(memories: &Memories, rule: Rule, biased: bool) -> Network {
    Network::with_memories(memories.clone(), rule, biased).unwrap()
}

fn complete<S: Survey>(mut survey: S) -> S {
    assert_eq!(survey.advance(usize::MAX), survey.total());
    survey
}

/// What a plan asks of rules and loads.
fn plan(rules: &[Rule], loads: &[usize], trials: usize, flips: usize) -> CapacityPlan {
    CapacityPlan { rules: rules.to_vec(), loads: loads.to_vec(), trials, flips, biased: false }
}

/// The rules that are different inside: whole and real couplings, none, asymmetric ones.
const RULES: [Rule; 5] = [
    Rule::Hebb,
    Rule::Storkey,
    Rule::Perceptron { threshold: None },
    Rule::Dense { power: 3 },
    Rule::Exponential,
];

// Slices.

/// Takes a survey slice by slice, with something else between any two.
fn in_slices<S: Survey>(mut survey: S, slices: &[usize], mut between: impl FnMut()) -> S {
    for &slice in slices.iter().cycle() {
        let done = survey.done();
        if done == survey.total() {
            break;
        }
        assert_eq!(survey.advance(slice), (done + slice).min(survey.total()));
        between();
    }
    assert_eq!(survey.advance(7), survey.total());
    survey
}

/// Slices, at least one of which does something.
fn slices() -> impl Strategy<Value = Vec<usize>> {
    (prop::collection::vec(0..30_usize, 0..6), 1..30_usize).prop_map(|(mut slices, last)| {
        slices.push(last);
        slices
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_survey_comes_to_the_same_result_in_any_slices(
        scene in small_scenes(2, 6), rule in 0..RULES.len(), slices in slices(), seed: u64,
    ) {
        let mut network = scene.network();
        network.set_rule(RULES[rule]).unwrap();
        let cells = scene.cells();
        let levels = [0, cells / 4, cells];
        let census = || Census::new(&network, 40, seed).unwrap();
        let basin = || Basin::new(&network, &levels, 5, seed).unwrap();
        let capacity = || {
            let source = Source::Random { rows: scene.rows, columns: scene.columns };
            Capacity::new(source, plan(&RULES, &[1, 3], 4, cells / 5), seed).unwrap()
        };
        let map = || Map::new(&network, &[0, 1], 6, seed).unwrap();

        // Between any two slices: another survey goes on, and the network itself runs and dreams.
        let (mut other, mut busy) = (census(), network.clone());
        let mut between = || {
            other.advance(1);
            busy.step();
            let _ = busy.dream(1);
        };

        let (whole, sliced) = (complete(census()), in_slices(census(), &slices, &mut between));
        prop_assert_eq!(whole.attractors(usize::MAX), sliced.attractors(usize::MAX));
        prop_assert_eq!((whole.shares(), whole.unsettled()), (sliced.shares(), sliced.unsettled()));
        let (whole, sliced) = (complete(basin()), in_slices(basin(), &slices, &mut between));
        prop_assert_eq!(whole.rates(), sliced.rates());
        let (whole, sliced) = (complete(capacity()), in_slices(capacity(), &slices, &mut between));
        prop_assert_eq!(whole.results(), sliced.results());
        let (whole, sliced) = (complete(map()), in_slices(map(), &slices, &mut between));
        prop_assert_eq!((whole.points(), whole.destinations()), (sliced.points(), sliced.destinations()));
    }

    #[test]
    fn a_census_adds_up_and_every_attractor_is_at_rest(
        scene in small_scenes(0, 6), rule in 0..RULES.len(), seed: u64, starts in 1..60_usize,
    ) {
        let mut network = scene.network();
        network.set_rule(RULES[rule]).unwrap();
        let mut census = Census::new(&network, starts, seed).unwrap();
        prop_assert_eq!((census.total(), census.done(), census.distinct()), (starts, 0, 0));
        census.advance(starts / 2);
        prop_assert_eq!(census.shares().iter().map(|(_, count)| count).sum::<usize>(), starts / 2);
        census.advance(starts);

        let attractors = census.attractors(usize::MAX);
        prop_assert_eq!(attractors.len(), census.distinct());
        prop_assert_eq!(attractors.iter().map(|found| found.count).sum::<usize>() + census.unsettled(), starts);
        prop_assert!(attractors.is_sorted_by(|a, b| a.count >= b.count));
        prop_assert_eq!(attractors.iter().map(|found| &found.pattern).collect::<HashSet<_>>().len(), attractors.len());
        for found in &attractors {
            network.set_state(&found.pattern).unwrap();
            prop_assert_eq!(network.restless(), 0);
            prop_assert_eq!(&found.name, &identify(&found.pattern, network.memories()));
        }
        for (kind, share) in census.shares() {
            let counted: usize = match kind {
                Kind::Unsettled => census.unsettled(),
                _ => attractors.iter().filter(|found| found.name.kind == kind).map(|found| found.count).sum(),
            };
            prop_assert_eq!(share, counted, "{}", kind.name());
        }
        prop_assert_eq!(&attractors[..attractors.len().min(2)], &census.attractors(2)[..]);
        prop_assert!(network.energy().is_err() || census.unsettled() == 0);
    }

    /// No flips: a memory comes back if it is stable, and surely. All cells flipped: as often as its inverse would reach it.
    #[test]
    fn basins_begin_with_stability_and_end_with_the_inverse(
        scene in small_scenes(1, 6), rule in 0..RULES.len(), seed: u64,
    ) {
        let mut network = scene.network();
        network.set_rule(RULES[rule]).unwrap();
        let basin = complete(Basin::new(&network, &[0, scene.cells()], 10, seed).unwrap());
        for (index, rates) in basin.rates().chunks(2).enumerate() {
            prop_assert_eq!(rates[0].trials, 10);
            // A memory that is not stable flows away, and may come back only where there is no energy.
            let stable = network.is_stable(index).unwrap();
            if network.energy().is_ok() || stable {
                prop_assert_eq!(rates[0].share(), f64::from(u8::from(stable)));
            }
            network.set_state(&network.memories().get(index).unwrap().inverse()).unwrap();
            if network.restless() == 0 {
                prop_assert_eq!(rates[1].hits, 0);
            }
        }
    }

    /// Without a bias all is the same upside down: what stays in the inverse does not come to the memory.
    #[test]
    fn with_all_cells_flipped_hebb_holds_the_inverse_as_it_holds_the_memory(scene in small_scenes(1, 5), seed: u64) {
        let mut network = scene.network();
        network.set_bias(false).unwrap();
        let basin = complete(Basin::new(&network, &[scene.cells()], 10, seed).unwrap());
        for (index, rate) in basin.rates().iter().enumerate() {
            if network.is_stable(index).unwrap() {
                prop_assert_eq!(rate.hits, 0);
            }
        }
    }

    #[test]
    fn neighbouring_cues_of_a_map_are_alike(
        scene in small_scenes(3, 5), three: bool, side in 2..30_usize, seed: u64,
    ) {
        let network = scene.network();
        let memories = network.memories().patterns();
        let between = if three { vec![2, 0, 1] } else { vec![1, 0] };
        let map = Map::new(&network, &between, side, seed).unwrap();
        let last = side - 1;
        let cue = |row, column| map.cue(row, column).unwrap();
        if three {
            prop_assert_eq!(cue(last, 0), Some(memories[2].clone()));
            prop_assert_eq!(cue(last, last), Some(memories[0].clone()));
            if last % 2 == 0 {
                prop_assert_eq!(cue(0, last / 2), Some(memories[1].clone()));
            }
        } else {
            prop_assert_eq!(cue(0, 0), Some(memories[1].clone()));
            prop_assert_eq!(cue(0, last), Some(memories[0].clone()));
        }

        // One step moves no border between shares by more than its length, on which lie so many cells at most.
        let most = 2 * (scene.cells().div_ceil(last) + 1);
        for row in 0..side {
            for column in 0..side {
                let here = cue(row, column);
                // Within the triangle: its left edge and its right edge, up to the apex in the middle of the top.
                let inside = 2 * column >= last - row && 2 * column <= last + row;
                prop_assert_eq!(here.is_some(), !three || inside, "{} {}", row, column);
                let Some(here) = here else { continue };
                for there in [(row + 1, column), (row, column + 1)] {
                    if there.0 < side && there.1 < side && let Some(there) = cue(there.0, there.1) {
                        prop_assert!(here.differences(&there) <= most);
                    }
                }
                if !three {
                    // A cell in which both memories agree is only ever flipped; half of the cells at the bottom.
                    let agreed = (0..scene.cells()).filter(|&c| memories[0].spin(c) == memories[1].spin(c));
                    let flipped = agreed.filter(|&c| here.spin(c) != memories[0].spin(c)).count();
                    prop_assert!(flipped <= (scene.cells() * row).div_ceil(2 * last));
                }
            }
        }

        let map = complete(map);
        let ended: usize = map.destinations().iter().map(|found| found.count).sum();
        prop_assert_eq!(ended, map.points().iter().flatten().count());
        prop_assert_eq!(map.points().len(), side * side);
        for (place, point) in map.points().iter().enumerate() {
            // Couplings are symmetric here: whatever begins ends.
            prop_assert_eq!(point.is_some(), map.cue(place / side, place % side).unwrap().is_some());
        }
        for found in map.destinations() {
            let mut network = network.clone();
            network.set_state(&found.pattern).unwrap();
            prop_assert_eq!(network.restless(), 0);
            prop_assert_eq!(&found.name, &identify(&found.pattern, network.memories()));
        }
    }
}

// The same law as plain runs.

/// Checks shares of two samples of so many each: 5 standard errors apart, for which the odds are 6 in 10^7.
fn assert_same_share(a: usize, b: usize, samples: usize, what: &str) {
    let (p, q) = (a as f64 / samples as f64, b as f64 / samples as f64);
    let error = ((p * (1.0 - p) + q * (1.0 - q)) / samples as f64).sqrt();
    assert!((p - q).abs() <= 5.0 * error.max(1.0 / samples as f64), "{what}: {p} and {q}");
}

/// Networks that are surveyed in different ways: Hebb in one word and led by one memory, couplings, no couplings, the
/// bias, sleep.
fn surveyed() -> Vec<(String, Network)> {
    let small = random(8, 8, 5, 1);
    let large = random(9, 9, 6, 2);
    let mut networks = vec![];
    for rule in [Rule::Hebb, Rule::Storkey, Rule::Dense { power: 3 }] {
        for memories in [&small, &large] {
            networks.push((
                format!("{rule}, {}", memories.patterns()[0].shape()),
                network(memories, rule, false),
            ));
        }
    }
    networks.push(("with a bias".to_owned(), network(&small, Rule::Hebb, true)));
    let mut asleep = network(&small, Rule::Hebb, false);
    asleep.dream(100).unwrap();
    networks.push(("asleep".to_owned(), asleep));
    networks
}

/// Eight networks, five shares each: the odds of a false alarm are 40 times 6 in 10^7.
#[test]
fn a_census_finds_what_plain_runs_find() {
    const STARTS: usize = 10_000;
    for (what, mut network) in surveyed() {
        let census = complete(Census::new(&network, STARTS, 5).unwrap());
        network.set_order(Order::Random);
        let mut generator = Generator::new(6);
        let mut state = network.state().clone();
        let mut plain = census.shares().map(|(kind, _)| (kind, 0));
        for _ in 0..STARTS {
            state.randomize(&mut generator);
            network.set_state(&state).unwrap();
            let kind = network.settle(1000).name.kind;
            plain.iter_mut().filter(|(of, _)| *of == kind).for_each(|(_, count)| *count += 1);
        }
        for ((kind, ours), (_, theirs)) in census.shares().into_iter().zip(plain) {
            assert_same_share(ours, theirs, STARTS, &format!("{what}: {}", kind.name()));
        }
    }
}

/// Eight networks, up to 12 rates each: odds below 100 times 6 in 10^7.
#[test]
fn basins_are_as_wide_as_plain_runs_say() {
    const TRIALS: usize = 2000;
    const LEVELS: [usize; 2] = [16, 26];
    for (what, mut network) in surveyed() {
        let basin = complete(Basin::new(&network, &LEVELS, TRIALS, 7).unwrap());
        network.set_seed(8);
        for (index, memory) in network.memories().clone().iter().enumerate() {
            for (level, flips) in LEVELS.into_iter().enumerate() {
                let healed = (0..TRIALS).filter(|_| {
                    network.set_state(memory).unwrap();
                    network.corrupt(flips).unwrap();
                    network.settle(1000);
                    network.state() == memory
                });
                let rate = basin.rates()[index * LEVELS.len() + level];
                assert_eq!(rate.trials, TRIALS);
                assert_same_share(
                    rate.hits,
                    healed.count(),
                    TRIALS,
                    &format!("{what}: {index}, {flips} flips"),
                );
            }
        }
    }
}

/// One memory: certain up to 31 flips, a coin toss at 32 (5 standard errors: odds of 6 in 10^7), its inverse from 33.
#[test]
fn a_lone_memory_heals_up_to_31_flips() {
    let network = network(&random(8, 8, 1, 9), Rule::Hebb, false);
    let levels: Vec<usize> = (0..=64).collect();
    let basin = complete(Basin::new(&network, &levels, 400, 10).unwrap());
    assert_eq!(basin.levels(), levels);
    for (&flips, rate) in levels.iter().zip(basin.rates()) {
        match flips {
            0..=31 => assert_eq!(rate.hits, 400, "{flips}"),
            32 => assert!(rate.hits.abs_diff(200) <= 50, "{}", rate.hits),
            _ => assert_eq!(rate.hits, 0, "{flips}"),
        }
    }
}

/// Trials go round: ended early, a survey has measured all alike.
#[test]
fn an_unfinished_basin_has_measured_all_alike() {
    let network = network(&random(5, 5, 3, 11), Rule::Hebb, false);
    let mut basin = Basin::new(&network, &[2, 5], 10, 12).unwrap();
    basin.advance(6 * 4 + 1);
    let trials: Vec<usize> = basin.rates().iter().map(|rate| rate.trials).collect();
    assert_eq!(trials, [5, 4, 4, 4, 4, 4]);
}

// Capacity.

/// A survey's sample t draws from the seed stirred, plus t.
fn sample_seed(seed: u64, sample: usize) -> u64 {
    Generator::new(seed).next().wrapping_add(sample as u64)
}

/// A memory with cells turned over, no more than half of them: drawn until so many different ones have come.
fn corrupted(memory: &Pattern, flips: usize, generator: &mut Generator) -> Pattern {
    let mut cue = memory.clone();
    while cue.differences(memory) < flips {
        let cell = generator.below(cue.cells());
        if cue.spin(cell) == memory.spin(cell) {
            cue.flip(cell);
        }
    }
    cue
}

/// The survey's own words: trial t draws its memories from the seed, and one cue from the seed + 2^32.
fn capacity_by_hand(memories: impl Fn(usize) -> Memories, plan: &CapacityPlan, seed: u64) -> Vec<Load> {
    let mut results = vec![];
    for &rule in &plan.rules {
        for &load in &plan.loads {
            let mut result = Load::default();
            for trial in 0..plan.trials {
                let memories = remember(&memories(trial).patterns()[..load]);
                let mut network = network(&memories, rule, plan.biased);
                for index in 0..load {
                    result.stable.count(network.is_stable(index).unwrap());
                }
                let mut generator = Generator::new(sample_seed(seed + (1 << 32), trial));
                let memory = memories.get(trial % load).unwrap();
                let cue = corrupted(memory, plan.flips, &mut generator);
                // One that wants to flip after the other, drawn among all that do.
                network.set_state(&cue).unwrap();
                for _ in 0..200 * cue.cells() {
                    let wants = |&cell: &usize| {
                        f64::from(network.state().spin(cell)) * network.field(cell).unwrap() < 0.0
                    };
                    let restless: Vec<usize> = (0..cue.cells()).filter(wants).collect();
                    if restless.is_empty() {
                        break;
                    }
                    network.flip(restless[generator.below(restless.len())]).unwrap();
                }
                result.recalled.count(network.restless() == 0 && network.state() == memory);
            }
            results.push(result);
        }
    }
    results
}

#[test]
fn capacity_is_what_a_direct_count_says() {
    for (rows, columns, biased) in [(4, 4, false), (5, 3, true), (8, 8, false), (1, 1, false)] {
        let cells: usize = rows * columns;
        let whole = [Rule::Hebb, Rule::Perceptron { threshold: None }, Rule::Dense { power: 3 }];
        let plan = CapacityPlan { biased, ..plan(&whole, &[1, 2, 7], 20, cells / 4) };
        let source = Source::Random { rows, columns };
        let capacity = complete(Capacity::new(source, plan.clone(), 13).unwrap());
        assert_eq!(capacity.total(), 3 * 3 * 20);
        let by_hand = capacity_by_hand(|trial| random(rows, columns, 7, sample_seed(13, trial)), &plan, 13);
        assert_eq!(capacity.results(), by_hand, "{rows} x {columns}");
        for (result, load) in capacity.results().iter().zip([1, 2, 7].into_iter().cycle()) {
            assert_eq!((result.stable.trials, result.recalled.trials), (20 * load, 20));
        }
    }
}

/// Dense memories of power 2 are Hebb's in another unit: with the same memories and cues they do exactly as well.
#[test]
fn all_rules_see_the_same_memories_and_cues() {
    let rules = [Rule::Hebb, Rule::Dense { power: 2 }, Rule::Hebb];
    let loads = [1, 4, 8, 12];
    let source = Source::Random { rows: 8, columns: 8 };
    let capacity = complete(Capacity::new(source, plan(&rules, &loads, 50, 8), 14).unwrap());
    let of = |rule: usize| &capacity.results()[rule * 4..(rule + 1) * 4];
    assert_eq!(of(0), of(1));
    assert_eq!(of(0), of(2));
    // And the loads differ, so that this says something.
    assert!(of(0)[3].recalled.share() < of(0)[0].recalled.share());
}

#[test]
fn ones_own_memories_are_stored_from_the_first_on() {
    let own = remember(&digits(10));
    let loads: Vec<usize> = (1..=10).collect();
    let plan = plan(&[Rule::Hebb, Rule::Projection], &loads, 3, 6);
    let capacity = complete(Capacity::new(Source::Own(own.clone()), plan, 15).unwrap());
    for (result, &load) in capacity.results().iter().zip(loads.iter().cycle()) {
        assert_eq!((result.stable.trials, result.recalled.trials), (3 * load, 3));
    }
    // Every trial stores the same: k digits and how many of them hold, from the reference.
    let stable: Vec<usize> = capacity.results()[..10].iter().map(|result| result.stable.hits / 3).collect();
    let known: Vec<usize> = loads
        .iter()
        .map(|&load| {
            let network = network(&remember(&digits(load)), Rule::Hebb, false);
            (0..load).filter(|&index| network.is_stable(index).unwrap()).count()
        })
        .collect();
    assert_eq!(stable, known);
    assert_eq!(stable[..2], [1, 2]);
    assert!(capacity.results()[10..].iter().all(|result| result.stable.share() == 1.0));
}

// Bad input and hard cases.

fn is_range<T: std::fmt::Debug>(result: Result<T, Error>) -> bool {
    matches!(result, Err(Error::Range { .. }))
}

#[test]
fn what_cannot_be_surveyed_is_refused() {
    let empty = Network::with_seed(8, 8, 0).unwrap();
    let network = network(&random(8, 8, 3, 16), Rule::Hebb, false);

    for starts in [0, MOST_SAMPLES + 1, usize::MAX] {
        assert!(is_range(Census::new(&network, starts, 0)));
    }

    assert_eq!(Basin::new(&empty, &[0], 1, 0).unwrap_err(), Error::NoMemories);
    assert!(is_range(Basin::new(&network, &[0, 65], 1, 0)));
    assert!(is_range(Basin::new(&network, &[usize::MAX], 1, 0)));
    assert!(is_range(Basin::new(&network, &[], 1, 0)));
    for trials in [0, MOST_SAMPLES / 3 + 1, usize::MAX] {
        assert!(is_range(Basin::new(&network, &[5], trials, 0)));
    }

    let source = || Source::Random { rows: 8, columns: 8 };
    let own = || Source::Own(network.memories().clone());
    for bad in [
        plan(&[], &[1], 1, 0),
        plan(&[Rule::Hebb], &[], 1, 0),
        plan(&[Rule::Hebb], &[1], 0, 0),
        plan(&[Rule::Hebb], &[0], 1, 0),
        plan(&[Rule::Hebb], &[1, 4097], 1, 0),
        plan(&[Rule::Hebb], &[1], 1, 65),
        plan(&[Rule::Hebb], &[1], usize::MAX, 0),
        plan(&[Rule::Hebb, Rule::Dense { power: 1 }], &[1], 1, 0),
        plan(&[Rule::Hebb, Rule::Storkey], &[1, 2], MOST_SAMPLES / 4 + 1, 0),
    ] {
        assert!(is_range(Capacity::new(source(), bad.clone(), 0)), "{bad:?}");
        assert!(is_range(Capacity::new(own(), bad.clone(), 0)), "{bad:?}");
    }
    let one = || plan(&[Rule::Hebb], &[1], 1, 0);
    assert!(is_range(Capacity::new(own(), plan(&[Rule::Hebb], &[4], 1, 0), 0)));
    assert_eq!(Capacity::new(Source::Own(Memories::default()), one(), 0).unwrap_err(), Error::NoMemories);
    for (rows, columns) in [(0, 8), (8, 65), (usize::MAX, 2)] {
        let refused = Capacity::new(Source::Random { rows, columns }, one(), 0).unwrap_err();
        assert_eq!(refused, Error::Size { rows, columns });
    }

    for side in [0, 1, Map::LONGEST_SIDE + 1, usize::MAX] {
        assert!(is_range(Map::new(&network, &[0, 1], side, 0)));
    }
    for between in [&[][..], &[0], &[0, 1, 2, 0], &[1, 1], &[0, 1, 0]] {
        assert!(is_range(Map::new(&network, between, 4, 0)));
    }
    assert!(matches!(Map::new(&network, &[0, 3], 4, 0), Err(Error::Index { .. })));
    assert_eq!(Map::new(&empty, &[0, 1], 4, 0).unwrap_err(), Error::NoMemories);
    let map = Map::new(&network, &[0, 1], 4, 0).unwrap();
    assert!(matches!(map.cue(4, 0), Err(Error::Index { .. })));
    assert!(matches!(map.cue(0, 4), Err(Error::Index { .. })));
}

/// A rule whose couplings outgrow every number cannot be built: its trials count for nothing, the others go on.
#[test]
fn a_rule_that_cannot_be_built_counts_for_nothing() {
    let three = [[1, 1, 1, 1, 1], [1, 1, -1, 1, -1], [1, 1, -1, -1, 1]];
    let three = three.map(|signs| Pattern::from_signs(1, 5, &signs).unwrap());
    let own = remember(&three.into_iter().cycle().take(4096).collect::<Vec<_>>());
    let plan = plan(&[Rule::Storkey, Rule::Hebb], &[4096], 2, 1);
    let capacity = complete(Capacity::new(Source::Own(own), plan, 17).unwrap());
    assert_eq!(capacity.results()[0], Load::default());
    assert_eq!((capacity.results()[1].stable.trials, capacity.results()[1].recalled.trials), (2 * 4096, 2));
}

#[test]
fn a_survey_that_is_done_stays_as_it_is() {
    let network = network(&random(4, 4, 2, 20), Rule::Hebb, false);
    let mut map = complete(Map::new(&network, &[0, 1], 3, 21).unwrap());
    let points = map.points().to_vec();
    assert_eq!((map.advance(usize::MAX), map.points()), (9, &points[..]));
}

/// No two starts alike: at 64 cells the same one twice among 2000 has odds of 1 in 9e12.
#[test]
fn every_start_of_a_census_is_another() {
    let empty = Network::with_seed(8, 8, 0).unwrap();
    assert_eq!(complete(Census::new(&empty, 2000, 18).unwrap()).distinct(), 2000);
}

/// Which cells are flipped has nothing to do with which come from the other memory: of half of 256, 64 +- 4.
#[test]
fn a_map_flips_cells_of_either_memory_alike() {
    let a = Pattern::blank(16, 16).unwrap();
    let mut b = a.clone();
    b.invert();
    let network = network(&remember(&[a, b]), Rule::Hebb, false);
    for seed in 0..20 {
        let map = Map::new(&network, &[0, 1], 3, seed).unwrap();
        let [half, flipped] = [0, 2].map(|row| map.cue(row, 1).unwrap().unwrap());
        let of_b = (0..256).filter(|&cell| half.is_active(cell));
        assert_eq!((of_b.clone().count(), half.differences(&flipped)), (128, 128));
        let both = of_b.filter(|&cell| !flipped.is_active(cell)).count();
        assert!((40..=88).contains(&both), "{both}"); // 6 standard deviations
    }
}

#[test]
fn a_flat_landscape_stays_where_it_starts() {
    let empty = Network::with_seed(3, 4, 0).unwrap();
    let census = complete(Census::new(&empty, 500, 18).unwrap());
    assert_eq!(census.shares().map(|(_, count)| count), [0, 0, 0, 500, 0]);
    assert!(census.distinct() > 400); // of 4096 states: 5 repeats to be expected for every 200 starts
}

/// Twenty memories on nine cells contradict each other, and without an energy some starts go round for ever.
#[test]
fn what_never_comes_to_rest_is_counted_as_such() {
    let network = network(&random(3, 3, 20, 38), Rule::Perceptron { threshold: None }, false);
    let census = complete(Census::new(&network, 200, 1).unwrap());
    assert!((1..200).contains(&census.unsettled()), "{}", census.unsettled());
    let settled: usize = census.attractors(usize::MAX).iter().map(|found| found.count).sum();
    assert_eq!(settled + census.unsettled(), 200);
    assert_eq!(census.shares()[4], (Kind::Unsettled, census.unsettled()));
    assert_eq!(census.shares().iter().map(|(_, count)| count).sum::<usize>(), 200);
    let map = complete(Map::new(&network, &[0, 1], 20, 2).unwrap());
    let ended = map.points().iter().flatten().count();
    assert!((1..400).contains(&ended), "{ended}");
    assert_eq!(map.destinations().iter().map(|found| found.count).sum::<usize>(), ended);
}

#[test]
fn duplicates_and_inverses_among_memories_are_surveyed_as_one() {
    let x = digits(1).remove(0);
    let memories = remember(&[x.clone(), x.clone(), x.inverse()]);
    for rule in RULES {
        if matches!(rule, Rule::Dense { .. }) {
            continue; // an odd power makes an inverse a hill, and the two here cancel
        }
        let network = network(&memories, rule, false);
        let census = complete(Census::new(&network, 200, 19).unwrap());
        let found = census.attractors(usize::MAX);
        assert_eq!(found.len(), 2, "{rule}");
        for found in found {
            assert_eq!(found.name.kind, Kind::Memory);
            assert_eq!(found.name.memories, if found.pattern == x { vec![0, 1] } else { vec![2] });
        }
        let basin = complete(Basin::new(&network, &[20], 50, 20).unwrap());
        assert!(basin.rates().iter().all(|rate| rate.hits == 50), "{rule}: {:?}", basin.rates());
        let map = complete(Map::new(&network, &[0, 1], 5, 21).unwrap());
        assert_eq!(map.points()[..5], [Some(0); 5], "{rule}");
    }
}

#[test]
fn every_size_and_more_memories_than_cells() {
    for rule in RULES {
        for (memories, levels) in [
            (random(1, 1, 1, 22), vec![0, 1]),
            (random(1, 1, 5, 23), vec![0, 1]),
            (random(2, 3, 40, 24), vec![0, 3, 6]),
            (random(1, 64, 2, 25), vec![0, 32, 64]),
            (random(64, 64, 2, 26), vec![0, 819, 4096]),
        ] {
            let cells = memories.patterns()[0].cells();
            if cells == 4096 && !matches!(rule, Rule::Hebb | Rule::Dense { .. }) {
                continue; // 4096 x 4096 couplings or exponentials take seconds
            }
            let what = format!("{rule}, {} of {cells}", memories.len());
            let network = network(&memories, rule, false);
            let census = complete(Census::new(&network, 10, 27).unwrap());
            assert_eq!(census.shares().iter().map(|(_, count)| count).sum::<usize>(), 10, "{what}");
            let basin = complete(Basin::new(&network, &levels, 2, 28).unwrap());
            assert!(basin.rates().iter().all(|rate| rate.trials == 2), "{what}");
            if memories.len() <= 2 && cells > 1 {
                assert!(basin.rates().iter().step_by(3).all(|rate| rate.hits == 2), "{what}");
            }
            if memories.len() > 1 {
                let map = complete(Map::new(&network, &[0, 1], 3, 29).unwrap());
                assert_eq!(map.points().len(), 9, "{what}");
            }
            let own = Source::Own(memories.clone());
            let capacity =
                complete(Capacity::new(own, plan(&[rule], &[memories.len()], 2, cells / 5), 30).unwrap());
            assert_eq!(capacity.results()[0].recalled.trials, 2, "{what}");
        }
    }
}

// Rates.

#[test]
fn an_interval_holds_its_share_and_narrows() {
    assert_eq!(Rate::default().interval(), (0.0, 1.0));
    assert_eq!(Rate::default().share(), 0.0);
    for trials in [1, 2, 10, 1000] {
        for hits in 0..=trials {
            let rate = Rate { hits, trials };
            let (low, high) = rate.interval();
            assert!(0.0 <= low && low <= rate.share() && rate.share() <= high && high <= 1.0, "{rate:?}");
            assert!(high - low > 0.0 && high - low < 2.0 * 1.96 / (trials as f64).sqrt());
        }
    }
    // E. B. Wilson's formula for 8 of 10, worked out by hand.
    let (low, high) = Rate { hits: 8, trials: 10 }.interval();
    assert!((low - 0.4902).abs() < 1e-4 && (high - 0.9433).abs() < 1e-4, "{low} {high}");
}
