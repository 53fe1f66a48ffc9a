//! Every rule: the reference figures, what its theory promises, and memories that are hard on it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on should stop right there")]

#[path = "support/recall.rs"]
#[allow(dead_code, reason = "random memories take minutes: examples/check_reference/main.rs compares them")]
mod recall;
mod support;

use hopfield_net::{Error, Generator, Memories, Network, Order, Pattern, Rule};
use proptest::prelude::*;
use recall::{Learning, digits_rows, is_whole, meant, measure_digits};
use serde::Deserialize;
use support::{
    figures::{digits, json},
    scenes::{Scene, scenes, small_scenes},
};

/// Every rule with its usual parameter.
fn every_rule() -> Vec<Rule> {
    Rule::NAMES.iter().map(|name| name.parse().unwrap()).collect()
}

fn remember(pictures: &[Pattern]) -> Memories {
    let mut memories = Memories::default();
    for picture in pictures {
        memories.store(picture.clone()).unwrap();
    }
    memories
}

/// A network that remembers some pictures, in the state of the first of them.
fn shape(rule: Rule, pictures: &[Pattern]) -> Network {
    Network::with_memories(remember(pictures), rule, false).unwrap()
}

fn pattern(rows: usize, columns: usize, signs: &[i8]) -> Pattern {
    Pattern::from_signs(rows, columns, signs).unwrap()
}

fn random(rows: usize, columns: usize, count: usize, seed: u64) -> Vec<Pattern> {
    let mut generator = Generator::new(seed);
    (0..count).map(|_| Pattern::random(rows, columns, &mut generator).unwrap()).collect()
}

/// x_i h_i of a memory, cell by cell.
fn margins(network: &Network, memory: &Pattern) -> Vec<f64> {
    let fields = network.fields_at(memory).unwrap();
    fields.iter().zip(memory.signs()).map(|(field, sign)| field * f64::from(sign)).collect()
}

/// E with one cell of the state turned over, counted afresh.
fn energy_with_flipped(network: &Network, cell: usize) -> f64 {
    let mut flipped = network.state().clone();
    flipped.flip(cell);
    network.energy_at(&flipped).unwrap()
}

fn least(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::INFINITY, f64::min)
}

fn stable(network: &Network, memories: &[Pattern]) -> usize {
    memories.iter().filter(|memory| least(&margins(network, memory)) >= 0.0).count()
}

fn widest_difference(a: &[f64], b: &[f64]) -> f64 {
    assert_eq!(a.len(), b.len());
    a.iter().zip(b).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
}

fn asymmetry(couplings: &[f64], neurons: usize) -> f64 {
    let pairs = (0..neurons).flat_map(|i| (0..i).map(move |j| (i, j)));
    pairs.map(|(i, j)| (couplings[i * neurons + j] - couplings[j * neurons + i]).abs()).fold(0.0, f64::max)
}

/// Near enough: 1e-9 of its size, or 1e-9 where it is small.
fn assert_near(what: &str, ours: f64, reference: f64) {
    let tolerance = 1e-9 * reference.abs().max(1.0);
    assert!((ours - reference).abs() <= tolerance, "{what}: {ours}, reference {reference}");
}

// The reference figures.

#[derive(Deserialize)]
struct Fingerprint {
    k: usize,
    rule: String,
    frobenius: Option<f64>,
    #[serde(rename = "sum W_ij (64 i + j + 1)")]
    checksum: Option<f64>,
    #[serde(rename = "W[0][1..6]")]
    first_row: Option<Vec<f64>>,
    min_x_h: Option<Vec<f64>>,
    max_asymmetry: Option<f64>,
    stable: Option<usize>,
    #[serde(rename = "E = -sum F(x.s) of patterns")]
    energies: Option<Vec<f64>>,
    #[serde(rename = "ln sum exp(x.s) of patterns")]
    logarithms: Option<Vec<f64>>,
}

#[test]
fn couplings_and_energies_are_those_of_the_reference() {
    let mut compared = 0;
    for row in json::<Vec<Fingerprint>>("golden_float.json") {
        let Some(Learning::Rule(rule)) = meant(&row.rule) else { continue };
        compared += 1;
        let what = format!("{} with {} digits", row.rule, row.k);
        let memories = digits(row.k);
        let network = shape(rule, &memories);
        if let Some(reference) = row.stable {
            assert_eq!(stable(&network, &memories), reference, "{what}");
        }
        if let Some(frobenius) = row.frobenius {
            let couplings = network.couplings().unwrap();
            assert_near(&what, couplings.iter().map(|w| w * w).sum::<f64>().sqrt(), frobenius);
            let weighted = couplings.iter().zip(1..).map(|(w, place)| w * f64::from(place));
            assert_near(&what, weighted.sum(), row.checksum.unwrap());
            for (ours, reference) in couplings[1..6].iter().zip(row.first_row.unwrap()) {
                assert_near(&what, *ours, reference);
            }
            assert_near(&what, asymmetry(&couplings, 64), row.max_asymmetry.unwrap());
        }
        for (memory, reference) in memories.iter().zip(row.min_x_h.unwrap_or_default()) {
            assert_near(&what, least(&margins(&network, memory)), reference);
        }
        let logarithms = row.logarithms.into_iter().flatten().map(|logarithm| -logarithm);
        let energies = row.energies.into_iter().flatten().chain(logarithms);
        for (memory, reference) in memories.iter().zip(energies) {
            assert_near(&what, network.energy_at(memory).unwrap(), reference);
        }
    }
    // 60 rows, of which minimum probability flow and softmax (twice) are no rules of ours.
    assert_eq!(compared, 45);
}

#[test]
fn digits_are_held_and_recalled_as_often_as_in_the_reference() {
    // k = 3, 6, 10 here; `npm run check:reference` compares every row.
    let mut compared = 0;
    for row in digits_rows().into_iter().filter(|row| [3, 6, 10].contains(&row.k)) {
        let Some(learning) = meant(&row.rule) else { continue };
        compared += 1;
        let (stable, recalled) = measure_digits(row.k, learning, row.times).unwrap();
        let what = format!("{} with {} digits: {recalled:?}, reference {:?}", row.rule, row.k, row.recalled);
        assert_eq!(stable, row.stable, "{what}");
        // 2 of 200 probes where numbers are real.
        let tolerance = if learning.is_exact() { 0 } else { 2 * row.k };
        let outside =
            recalled.iter().zip(row.recalled).any(|(ours, theirs)| ours.abs_diff(theirs) > tolerance);
        assert!(!outside, "{what}");
    }
    assert_eq!(compared, 33);
}

// Storkey.

#[test]
fn storkey_leaves_out_what_it_must_leave_out() {
    // Without the exclusion of i and j in h_ij, other couplings come out already here.
    let memories = [pattern(2, 2, &[1, 1, -1, -1]), pattern(2, 2, &[1, -1, 1, -1])];
    let couplings = shape(Rule::Storkey, &memories).couplings().unwrap();
    let mut expected = [0.0; 16];
    for (i, j) in [(0, 3), (1, 2)] {
        (expected[i * 4 + j], expected[j * 4 + i]) = (-0.75, -0.75);
    }
    assert_eq!(couplings, expected);
}

#[test]
fn storkey_is_its_formula_written_out() {
    let memories = random(3, 4, 5, 1);
    let mut w = [[0.0_f64; 12]; 12];
    for memory in &memories {
        let x: Vec<f64> = memory.signs().into_iter().map(f64::from).collect();
        let old = w;
        let h = |i: usize, j: usize| -> f64 {
            (0..12).filter(|&k| k != i && k != j).map(|k| old[i][k] * x[k]).sum()
        };
        for i in 0..12 {
            for j in (0..12).filter(|&j| j != i) {
                w[i][j] += (x[i] * x[j] - x[i] * h(j, i) - h(i, j) * x[j]) / 12.0;
            }
        }
    }
    let couplings = shape(Rule::Storkey, &memories).couplings().unwrap();
    assert!(widest_difference(&couplings, w.as_flattened()) < 1e-12);
}

#[test]
fn storkey_says_when_it_has_outgrown_all_numbers() {
    // Three memories in turn, each of which makes the others' couplings grow.
    let three = [[1, 1, 1, 1, 1], [1, 1, -1, 1, -1], [1, 1, -1, -1, 1]].map(|signs| pattern(1, 5, &signs));
    let pictures: Vec<Pattern> = three.into_iter().cycle().take(4096).collect();
    let refused = Network::with_memories(remember(&pictures), Rule::Storkey, false);
    assert_eq!(refused.unwrap_err(), Error::Diverged);
}

// Projection and dreaming kernel.

/// W with the diagonal that makes it a projector: P_ii from what P x = x says about memory x.
fn heard_in_full(network: &Network, memories: &[Pattern]) -> bool {
    // x_i h_i = 1 - P_ii, the same for every memory.
    let first = margins(network, &memories[0]);
    let same = memories.iter().all(|memory| widest_difference(&margins(network, memory), &first) < 1e-10);
    same && first.iter().all(|margin| (0.0..1.0).contains(margin))
}

#[test]
fn projection_hears_every_independent_memory_in_full() {
    for (rows, columns, count) in [(8, 8, 10), (8, 8, 32), (5, 7, 20), (16, 16, 100)] {
        let memories = random(rows, columns, count, 3);
        let network = shape(Rule::Projection, &memories);
        assert!(heard_in_full(&network, &memories), "{count} of {rows} x {columns}");
        assert!(least(&margins(&network, &memories[0])) > 0.0);
        let couplings = network.couplings().unwrap();
        assert_eq!(asymmetry(&couplings, rows * columns), 0.0);
        assert!(couplings.iter().step_by(rows * columns + 1).all(|&own| own == 0.0));
        // The trace of a projector is its rank: sum of P_ii = p, so that the sum of 1 - P_ii is N - p.
        let trace: f64 = margins(&network, &memories[0]).iter().sum();
        assert!((trace - (rows * columns - count) as f64).abs() < 1e-8);
    }
}

#[test]
fn projection_is_the_same_for_duplicates_inverses_and_dependent_memories() {
    let three = random(8, 8, 3, 4);
    // Half of x + y + z - u, with u = x y z cell by cell, is +1 or -1 again.
    let product: Vec<i8> =
        (0..64).map(|cell| three.iter().map(|memory| memory.spin(cell)).product()).collect();
    let u = pattern(8, 8, &product);
    let four = [three.clone(), vec![u.clone()]].concat();
    let half: Vec<i8> = (0..64)
        .map(|cell| (three.iter().map(|memory| memory.spin(cell)).sum::<i8>() - u.spin(cell)) / 2)
        .collect();
    let dependent = pattern(8, 8, &half);
    for rule in [Rule::Projection, Rule::DreamingKernel { t: 1e300 }] {
        let reference = shape(rule, &four);
        for more in [four[1].clone(), four[2].inverse(), dependent.clone()] {
            let memories = [vec![more.clone()], four.clone(), vec![more]].concat();
            let network = shape(rule, &memories);
            let (ours, theirs) = (network.couplings().unwrap(), reference.couplings().unwrap());
            assert!(widest_difference(&ours, &theirs) < 1e-12, "{rule}");
            assert!(heard_in_full(&network, &memories), "{rule}");
        }
    }
}

#[test]
fn memories_that_span_everything_leave_nothing_to_hear() {
    // P is the identity then and W is 0, but for rounding: every state must stay where it is.
    for count in [40, 100] {
        let memories = random(3, 4, count, 5);
        let network = shape(Rule::Projection, &memories);
        for state in random(3, 4, 50, 6) {
            assert_eq!(network.fields_at(&state).unwrap(), [0.0; 12]);
        }
        assert_eq!(network.restless(), 0);
    }
}

#[test]
fn sleep_leads_from_hebb_to_the_projection() {
    for memories in [digits(10), random(4, 4, 30, 7)] {
        let cells = memories[0].cells();
        let awake = shape(Rule::DreamingKernel { t: 0.0 }, &memories).couplings().unwrap();
        let hebb: Vec<f64> =
            shape(Rule::Hebb, &memories).couplings().unwrap().iter().map(|w| w / cells as f64).collect();
        assert!(widest_difference(&awake, &hebb) < 1e-12);
        let projection = shape(Rule::Projection, &memories).couplings().unwrap();
        let mut before = f64::INFINITY;
        for t in [1.0, 1e2, 1e4, 1e6, 1e12] {
            let slept = shape(Rule::DreamingKernel { t }, &memories);
            let far = widest_difference(&slept.couplings().unwrap(), &projection);
            assert!(far < before.max(1e-11), "t = {t}: {far}");
            before = far;
        }
        assert!(before < 1e-10, "{before}");
    }
}

#[test]
fn couplings_of_real_numbers_make_real_ties() {
    // Two memories at right angles: Hebb's couplings over N, in sixths that no binary number meets.
    let memories = [pattern(1, 6, &[1, 1, 1, 1, 1, 1]), pattern(1, 6, &[1, 1, 1, -1, -1, -1])];
    let hebb = shape(Rule::Hebb, &memories);
    let mut ties = 0;
    for word in 0..64_u32 {
        let signs: Vec<i8> = (0..6).map(|cell| if word >> cell & 1 == 1 { 1 } else { -1 }).collect();
        let state = pattern(1, 6, &signs);
        let whole = hebb.fields_at(&state).unwrap();
        for rule in [Rule::Projection, Rule::DreamingKernel { t: 10.0 }, Rule::DreamingKernel { t: 0.3 }] {
            for (real, whole) in shape(rule, &memories).fields_at(&state).unwrap().iter().zip(&whole) {
                assert_eq!(*real == 0.0, *whole == 0.0, "{rule}: {real} where Hebb hears {whole}");
                ties += usize::from(*whole == 0.0);
            }
        }
    }
    assert!(ties > 100);
}

// The perceptrons.

#[test]
fn perceptron_is_sure_of_every_memory_and_has_no_energy() {
    for (threshold, c) in [(None, 640.0), (Some(1), 1.0), (Some(5000), 5000.0)] {
        for memories in [digits(10), random(8, 8, 48, 8)] {
            let network = shape(Rule::Perceptron { threshold }, &memories);
            for memory in &memories {
                assert!(least(&margins(&network, memory)) >= c);
            }
            assert!(asymmetry(&network.couplings().unwrap(), 64) > 0.0);
            assert_eq!(network.energy(), Err(Error::NoEnergy));
            assert_eq!(network.energy_at(&memories[0]), Err(Error::NoEnergy));
        }
    }
}

/// A temperature means the same under every c: a lone memory's couplings are Hebb's, so many times over.
#[test]
fn a_lone_memory_is_as_warm_under_the_perceptron_as_under_hebb() {
    for threshold in [None, Some(1), Some(64), Some(5000)] {
        let run = |rule| {
            let mut network = shape(rule, &digits(1));
            network.set_temperature(0.8).unwrap();
            network.set_seed(3);
            (network.run(2000), network.state().clone())
        };
        assert_eq!(run(Rule::Perceptron { threshold }), run(Rule::Hebb));
    }
}

#[test]
fn couplings_say_who_hears_whom() {
    // What flipping j changes for i is W_ij, and not W_ji.
    let memories = digits(10);
    let mut network = shape(Rule::Perceptron { threshold: None }, &memories);
    let couplings = network.couplings().unwrap();
    for j in [0, 17, 40] {
        let (before, was) = (network.fields_at(network.state()).unwrap(), network.state().spin(j));
        network.flip(j).unwrap();
        for (i, before) in before.iter().enumerate() {
            assert_eq!(before - network.field(i).unwrap(), 2.0 * f64::from(was) * couplings[i * 64 + j]);
        }
    }
}

#[test]
fn perceptrons_stop_where_memories_contradict_each_other() {
    let x = digits(1).remove(0);
    let mut almost = x.clone();
    almost.flip(27);
    for rule in [Rule::Perceptron { threshold: None }, Rule::SymmetricPerceptron { kappa: 0.7 }] {
        let memories = [x.clone(), almost.clone()];
        let network = shape(rule, &memories);
        // Cell 27 alone cannot be right in both; all others are.
        for memory in &memories {
            let margins = margins(&network, memory);
            assert!(margins.iter().enumerate().all(|(cell, &margin)| cell == 27 || margin > 0.0), "{rule}");
        }
        let alone = [pattern(1, 1, &[1]), pattern(1, 1, &[-1])];
        assert_eq!(shape(rule, &alone).couplings().unwrap(), [0.0], "{rule}");
        let crowd = random(2, 3, 40, 9);
        assert_eq!(shape(rule, &crowd).fields_at(&crowd[0]).unwrap().len(), 6, "{rule}");
    }
}

#[test]
fn symmetric_perceptron_holds_every_memory_firmly() {
    for memories in [digits(10), random(8, 8, 24, 10)] {
        for kappa in [0.0, 0.7] {
            let network = shape(Rule::SymmetricPerceptron { kappa }, &memories);
            let couplings = network.couplings().unwrap();
            assert_eq!(asymmetry(&couplings, 64), 0.0);
            assert!(couplings.iter().all(|coupling| coupling.fract() == 0.0));
            for memory in &memories {
                for (margin, row) in margins(&network, memory).iter().zip(couplings.chunks(64)) {
                    let length = row.iter().map(|w| w * w).sum::<f64>().sqrt();
                    assert!(margin / length >= kappa);
                }
            }
            network.energy().unwrap();
        }
    }
}

// Dense and exponential memories.

#[test]
fn dense_memories_of_power_two_are_hebb() {
    // E = - sum of m^2 = 2 E_hebb - p N, and fields are twice Hebb's.
    let memories = digits(5);
    let (dense, hebb) = (shape(Rule::Dense { power: 2 }, &memories), shape(Rule::Hebb, &memories));
    for state in random(8, 8, 100, 11) {
        let expected = 2.0 * hebb.energy_at(&state).unwrap() - 5.0 * 64.0;
        assert_eq!(dense.energy_at(&state).unwrap(), expected);
        let twice: Vec<f64> = hebb.fields_at(&state).unwrap().iter().map(|field| 2.0 * field).collect();
        assert_eq!(dense.fields_at(&state).unwrap(), twice);
    }
    assert_eq!(dense.unit(), 2.0 * hebb.unit());
}

#[test]
fn a_landscape_is_debugged_by_its_state_not_by_pages_of_couplings() {
    let pictures = random(16, 16, 2, 5);
    let words = format!("{:?}", shape(Rule::Hebb, &pictures));
    assert!(words.contains("landscape: Landscape { state: Pattern"), "{words}");
    assert!(words.len() < 3_000, "{} characters", words.len());
}

#[test]
fn rules_say_whether_they_have_couplings_and_an_energy() {
    for rule in every_rule() {
        let network = shape(rule, &digits(2));
        match rule.has_couplings() {
            true => assert_eq!(network.couplings().unwrap().len(), 64 * 64, "{rule}"),
            false => assert_eq!(network.couplings(), Err(Error::NoCouplings), "{rule}"),
        }
        assert_eq!(network.energy().err(), (!rule.has_energy()).then_some(Error::NoEnergy), "{rule}");
    }
}

#[test]
fn the_greatest_powers_stay_numbers() {
    let memories = random(64, 64, 3, 12);
    for rule in [Rule::Dense { power: 64 }, Rule::Dense { power: 33 }, Rule::Exponential] {
        let mut network = shape(rule, &memories);
        assert!(network.energy().unwrap().is_finite());
        let mut cue = memories[0].clone();
        cue.corrupt(1000, &mut Generator::new(13)).unwrap();
        network.set_state(&cue).unwrap();
        network.set_order(Order::Cyclic);
        for _ in 0..4096 {
            assert!(network.step().field.is_finite());
        }
        assert_eq!(network.state(), &memories[0], "{rule}");
    }
}

#[test]
fn exponential_memories_order_states_as_the_published_energy_does() {
    // Overlaps are small at 4x4, so that the plain sum of exponentials is a number too.
    let memories = random(4, 4, 6, 14);
    let network = shape(Rule::Exponential, &memories);
    let published = |state: &Pattern| -> f64 {
        -memories.iter().map(|memory| f64::from(memory.overlap(state)).exp()).sum::<f64>()
    };
    for state in random(4, 4, 300, 15) {
        assert_near("energy", network.energy_at(&state).unwrap(), -(-published(&state)).ln());
        for (cell, field) in network.fields_at(&state).unwrap().iter().enumerate() {
            let mut trial = state.clone();
            trial.flip(cell);
            let fell = published(&trial) < published(&state) * (1.0 + 1e-9);
            assert_eq!(fell, f64::from(state.spin(cell)) * field < 0.0);
        }
    }
}

// What holds for every rule.

/// A scene under a rule, in the state of the cue.
fn under(scene: &Scene, rule: Rule) -> Network {
    let mut network = scene.network();
    network.set_rule(rule).unwrap();
    network
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn flipping_changes_the_energy_by_twice_the_field(scene in small_scenes(0, 12), power in 2..12_u32) {
        let rules = every_rule().into_iter().chain([Rule::Dense { power }]);
        for rule in rules.filter(|rule| rule.has_energy()) {
            let network = under(&scene, rule);
            let before = network.energy().unwrap();
            let rounding = match rule {
                _ if is_whole(rule) && power < 8 => 0.0,
                // Of what is added up, which under an odd power may cancel.
                Rule::Dense { power } => 1e-11 * (network.memories().len() as f64) * (scene.cells() as f64).powi(power as i32),
                _ => 1e-9 * before.abs().max(1.0),
            };
            for cell in 0..scene.cells() {
                let expected = 2.0 * f64::from(network.state().spin(cell)) * network.field(cell).unwrap();
                let change = energy_with_flipped(&network, cell) - before;
                prop_assert!((change - expected).abs() <= rounding, "{rule}: {change}, field says {expected}");
            }
        }
    }

    /// The first rule takes the sign of the field; the second turns a neuron over and keeps that if the energy fell.
    #[test]
    fn both_restoring_rules_agree(scene in small_scenes(0, 12), power in 2..9_u32) {
        // Whole numbers below 2^53: exactly so, ties included.
        let exact = [Rule::Hebb, Rule::SymmetricPerceptron { kappa: 0.7 }, Rule::Dense { power }];
        // Real numbers: wherever the energy moves by more than rounding.
        let real = [Rule::Storkey, Rule::Projection, Rule::DreamingKernel { t: 2.0 }, Rule::Exponential];
        for rule in exact.into_iter().chain(real) {
            let network = under(&scene, rule);
            for cell in 0..scene.cells() {
                let field = network.field(cell).unwrap();
                if real.contains(&rule) && field.abs() < 1e-9 {
                    continue;
                }
                let by_field = f64::from(network.state().spin(cell)) * field < 0.0;
                let by_energy = energy_with_flipped(&network, cell) < network.energy().unwrap();
                prop_assert_eq!(by_field, by_energy, "{}, cell {}", rule, cell);
            }
        }
    }

    #[test]
    fn energy_never_rises(scene in small_scenes(1, 12)) {
        for rule in every_rule().into_iter().filter(|rule| rule.has_energy()) {
            let mut network = scene.network();
            network.set_rule(rule).unwrap();
            let mut energy = network.energy().unwrap();
            for _ in 0..4 * scene.cells() {
                let step = network.step();
                let after = step.energy.unwrap();
                prop_assert!(after < energy || !step.flipped && after == energy, "{rule}: {energy} to {after}");
                energy = after;
            }
        }
    }

    #[test]
    fn fields_that_follow_flips_equal_fields_counted_afresh(scene in scenes(0, 8)) {
        prop_assume!(scene.cells() <= 256);
        for rule in every_rule() {
            let mut network = under(&scene, rule);
            network.set_temperature(100.0).unwrap(); // as good as a coin
            network.run(60);
            let afresh = network.fields_at(network.state()).unwrap();
            let followed: Vec<f64> = (0..scene.cells()).map(|cell| network.field(cell).unwrap()).collect();
            let tolerance = if is_whole(rule) { 0.0 } else { 1e-9 };
            prop_assert!(widest_difference(&afresh, &followed) <= tolerance, "{}", rule);
        }
    }

    #[test]
    fn bias_is_the_sum_of_the_memories_in_field_and_energy_alike(scene in small_scenes(0, 8)) {
        let (pictures, cue) = scene.pictures();
        let leaning: Vec<f64> =
            (0..scene.cells()).map(|cell| pictures.iter().map(|x| f64::from(x.spin(cell))).sum()).collect();
        for rule in every_rule() {
            let scale = if is_whole(rule) { 1.0 } else { 1.0 / scene.cells() as f64 };
            let [with, without] = [true, false].map(|biased| under(&Scene { biased, ..scene.clone() }, rule));
            for (cell, lean) in leaning.iter().enumerate() {
                let heard = with.field(cell).unwrap() - without.field(cell).unwrap();
                prop_assert!((heard - scale * lean).abs() < 1e-9, "{}", rule);
            }
            if let (Ok(with), Ok(without)) = (with.energy(), without.energy()) {
                let heard: f64 = leaning.iter().zip(cue.signs()).map(|(b, s)| b * f64::from(s)).sum();
                prop_assert!((with - without + scale * heard).abs() < 1e-9, "{}", rule);
            }
        }
    }
}

#[test]
fn every_rule_bears_one_neuron_no_memory_and_many_alike() {
    let blank = Pattern::blank(1, 1).unwrap();
    let active = blank.inverse();
    for rule in every_rule().into_iter().chain([Rule::Dense { power: 2 }, Rule::DreamingKernel { t: 0.0 }]) {
        for pictures in [vec![], vec![active.clone()], vec![active.clone(), blank.clone(), active.clone()]] {
            let mut network = Network::with_seed(1, 1, 1).unwrap();
            network.set_rule(rule).unwrap();
            for picture in pictures {
                network.store(&picture).unwrap();
            }
            assert!(network.field(0).unwrap().is_finite() && network.unit() > 0.0, "{rule}");
            assert!(network.energy().map_or_else(|error| error == Error::NoEnergy, f64::is_finite), "{rule}");
        }
        let mut none = Network::with_seed(8, 8, 1).unwrap();
        none.set_rule(rule).unwrap();
        none.set_bias(true).unwrap();
        assert_eq!(none.fields_at(none.state()).unwrap(), [0.0; 64], "{rule}");
        let same = vec![digits(1).remove(0); 20];
        assert_eq!(stable(&shape(rule, &same), &same), 20, "{rule}");
        let [x, inverse] = [same[0].clone(), same[0].inverse()];
        assert_eq!(stable(&shape(rule, &[x.clone(), inverse]), &[x]), 1, "{rule}");
    }
}

#[test]
fn switching_the_rule_keeps_memories_and_state() {
    let mut network = Network::with_seed(8, 8, 1).unwrap();
    for digit in digits(5) {
        network.store(&digit).unwrap();
    }
    network.set_state(&digits(7)[6]).unwrap();
    let energy = network.energy();
    for rule in every_rule() {
        network.set_rule(rule).unwrap();
        assert_eq!(network.rule(), rule);
        assert_eq!(network.memories().patterns(), digits(5));
        assert_eq!(network.state(), &digits(7)[6]);
    }
    network.set_rule(Rule::Hebb).unwrap();
    assert_eq!(network.energy(), energy);
}

// Names and parameters.

#[test]
fn names_and_parameters_are_read_and_told() {
    for name in Rule::NAMES {
        let rule: Rule = name.parse().unwrap();
        assert_eq!(rule.to_string(), name);
        assert_eq!(Rule::parse(name, rule.parameter()), Ok(rule));
    }
    let usual = Rule::NAMES.map(|name| name.parse::<Rule>().unwrap().parameter());
    assert_eq!(usual, [None, None, None, None, Some(0.7), Some(10.0), Some(3.0), None]);
    assert_eq!(Rule::parse("perceptron", Some(640.0)).unwrap().parameter(), Some(640.0));
    assert!(matches!(Rule::parse("boltzmann", None), Err(Error::Name { .. })));
}

#[test]
fn parameters_out_of_range_are_refused() {
    let wrong: [(&str, &[f64]); 8] = [
        ("hebb", &[0.0, f64::NAN]),
        ("storkey", &[1.0]),
        ("projection", &[1.0]),
        ("exponential", &[2.0]),
        ("perceptron", &[0.0, -1.0, 0.5, 1_000_001.0, f64::NAN, f64::INFINITY]),
        ("symmetric-perceptron", &[-0.1, 64.5, f64::NAN, f64::INFINITY]),
        ("dreaming-kernel", &[-1e-9, f64::NAN, f64::INFINITY, f64::NEG_INFINITY]),
        ("dense", &[1.0, 0.0, -3.0, 2.5, 65.0, f64::NAN, f64::INFINITY]),
    ];
    for (name, parameters) in wrong {
        for &parameter in parameters {
            let refused = Rule::parse(name, Some(parameter));
            assert!(matches!(refused, Err(Error::Range { .. })), "{name} {parameter}: {refused:?}");
        }
    }
    let message = Rule::parse("dreaming-kernel", Some(-1.0)).unwrap_err().to_string();
    assert_eq!(message, "expected the dreaming kernel's t to be a finite number from 0 up, got -1");
    let message = Rule::parse("hebb", Some(3.0)).unwrap_err().to_string();
    assert_eq!(message, "expected the rule's parameter to be left out, as hebb has none, got 3");
    // The same by hand, and the network stays as it is.
    let mut network = Network::with_seed(8, 8, 1).unwrap();
    for rule in [Rule::Dense { power: 1 }, Rule::DreamingKernel { t: f64::NAN }] {
        assert!(matches!(network.set_rule(rule), Err(Error::Range { .. })));
        assert_eq!(network.rule(), Rule::Hebb);
    }
}
