//! Native speed of the theory: whole recalls, rules, single steps.
#![allow(missing_docs, reason = "criterion's macros write functions without any")]
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use hopfield_net::{
    Generator, Memories, Network, Pattern, Rule,
    survey::{Basin, MOST_SAMPLES, Survey},
};
use std::hint::black_box;

fn memories(rows: usize, columns: usize, count: usize, seed: u64) -> Memories {
    let mut generator = Generator::new(seed);
    let mut memories = Memories::default();
    for _ in 0..count {
        memories.store(Pattern::random(rows, columns, &mut generator).unwrap()).unwrap();
    }
    memories
}

/// A random memory, a cue with exactly so many cells flipped, settled and compared: as `benches/run.mjs` does in WebAssembly.
fn recalls(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("recall");
    for (side, count, flips, sets) in [(8, 5, 12, 20), (28, 10, 157, 4), (32, 50, 204, 2), (64, 200, 819, 1)]
    {
        let mut surveys: Vec<Basin> = (1..=sets)
            .map(|seed| {
                let memories = memories(side, side, count, seed);
                let network = Network::with_memories(memories, Rule::Hebb, false).unwrap();
                Basin::new(&network, &[flips], MOST_SAMPLES / count, seed).unwrap()
            })
            .collect();
        group.throughput(Throughput::Elements(sets * count as u64));
        group.bench_function(BenchmarkId::from_parameter(side * side), |bencher| {
            bencher.iter(|| surveys.iter_mut().map(|survey| survey.advance(count)).sum::<usize>());
        });
    }
    group.finish();
}

/// The cost of turning memories into a landscape.
fn rules(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("landscape");
    for (side, count) in [(8, 5), (32, 50)] {
        let memories = memories(side, side, count, 1);
        for name in Rule::NAMES {
            let rule = Rule::parse(name, None).unwrap();
            if side > 8 && matches!(rule, Rule::Perceptron { .. } | Rule::SymmetricPerceptron { .. }) {
                continue; // seconds each
            }
            group.bench_function(BenchmarkId::new(name, side * side), |bencher| {
                bencher.iter(|| Network::with_memories(black_box(&memories).clone(), rule, false).unwrap());
            });
        }
    }
    group.finish();
}

/// One neuron asked, with its place in the trace.
fn steps(criterion: &mut Criterion) {
    let mut network = Network::with_memories(memories(8, 8, 5, 1), Rule::Hebb, false).unwrap();
    criterion.bench_function("step", |bencher| bencher.iter(|| network.step()));
}

criterion_group!(benches, recalls, rules, steps);
criterion_main!(benches);
