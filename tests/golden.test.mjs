// The reference figures of an independent simulation, met bit for bit by the built wasm. The generator shows through
// the face in what it draws: a permutation in corrupt, below(N) in random order.
import assert from "node:assert/strict";
import { test } from "node:test";
import { figures, Network, parseHex, parsePicture, printHex } from "./support/core.mjs";

const golden = figures("golden_integer.json");
const { digits } = figures("digits.json");
/** Flipped cells of a probe, by level. */
const FLIPS = [6, 13, 19];
const MASK = (1n << 64n) - 1n;

/** The first k digits stored. */
function network(k) {
  const net = new Network(8, 8);
  for (const { hex } of digits.slice(0, k)) net.store(parseHex(hex));
  net.setOrder("shuffled");
  return net;
}

/** The numbers that SplitMix64 draws, in JavaScript. */
function* splitMix(seed) {
  for (let state = seed; ; ) {
    state = (state + 0x9e3779b97f4a7c15n) & MASK;
    let z = ((state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK;
    yield z ^ (z >> 31n);
  }
}

const below = (number, n) => Number(((number >> 32n) * BigInt(n)) >> 32n);

test("digits read the same from hex and from art", () => {
  assert.equal(digits.length, 10);
  for (const { hex, art } of digits) {
    const { rows, columns, picture } = parsePicture(art.join("\n"));
    assert.deepEqual([rows, columns, printHex(picture)], [8, 8, hex]);
    assert.deepEqual(parseHex(hex), picture);
  }
});

test("the generator's numbers are the reference's", () => {
  for (const seed of [0n, 1n]) {
    const expected = golden.rng[`seed ${seed} next x${seed === 0n ? 5 : 2}`];
    const drawn = splitMix(seed);
    for (const number of expected) assert.equal(drawn.next().value, BigInt(number));
    // ... and random order asks the neurons that these numbers mean.
    const net = new Network(8, 8);
    net.setSeed(seed);
    for (const number of expected) assert.equal(net.step().cell, below(BigInt(number), 64));
  }
});

test("a permutation is the reference's: corrupt(m) flips its first m cells", () => {
  for (const [side, seed, name] of [
    [[2, 4], 0n, "perm(8) seed 0"],
    [[8, 8], 42n, "perm(64) seed 42"],
  ]) {
    const order = golden.rng[name];
    for (let m = 0; m <= order.length; m++) {
      const net = new Network(...side);
      net.setSeed(seed);
      net.corrupt(m);
      const active = [...net.state().keys()].filter((cell) => net.state()[cell] === 1);
      assert.deepEqual(
        active,
        order.slice(0, m).sort((a, b) => a - b),
      );
    }
  }
});

test("a warm neuron answers by the reference's uniform numbers", () => {
  // With no memory a neuron hears 0 and is active iff the number is below 1/2; one number each for neuron and answer.
  const net = new Network(8, 8);
  net.setOrder("cyclic");
  net.setTemperature(1);
  net.setSeed(0n);
  for (const unit of golden.rng["unit seed 0 x3"]) {
    const { cell } = net.step();
    assert.equal(net.state()[cell], unit < 0.5 ? 1 : -1);
  }
});

for (const figure of golden.hebb) {
  test(`energies and margins with ${figure.k} digits`, () => {
    const net = network(figure.k);
    const each = [...Array(figure.k).keys()];
    assert.equal(net.memoryCount, figure.k);
    assert.deepEqual(
      each.map((mu) => net.memoryEnergy(mu)),
      figure.energy_of_patterns,
    );
    assert.deepEqual(
      each.map((mu) => net.weakest(mu)),
      figure.min_x_h,
    );
    assert.deepEqual(
      each.map((mu) => net.restlessCells(mu).length),
      figure.unstable_bits,
    );
    assert.equal(each.filter((mu) => net.isStable(mu)).length, figure.stable);
    assert.equal(
      net.couplings().reduce((sum, w) => sum + Math.abs(w), 0),
      figure.sum_abs_W,
    );
    for (const mu of each) {
      net.setState(net.memory(mu));
      assert.equal(net.energy(), figure.energy_of_patterns[mu]);
      assert.equal(net.restless, figure.unstable_bits[mu]);
    }
    net.setState(net.memory(0).map((sign) => -sign));
    assert.equal(net.energy(), figure.energy_of_inverse_of_first);
  });
}

for (const { k, recalled } of golden.hebb_recall_counts_of_200) {
  test(`how often broken digits heal, ${k} of them stored`, () => {
    const net = network(k);
    for (const [level, flips] of FLIPS.entries()) {
      const counts = digits.slice(0, k).map(({ hex }, mu) => {
        let healed = 0;
        for (let trial = 0; trial < 200; trial++) {
          net.setState(parseHex(hex));
          net.setSeed(BigInt(((k * 32 + mu) * 8 + level) * 4096 + trial));
          net.corrupt(flips);
          net.settle(200);
          healed += printHex(net.state()) === hex;
        }
        return healed;
      });
      assert.deepEqual(counts, recalled[flips], `${flips} cells flipped`);
    }
  });
}

for (const run of golden.traces) {
  test(`a run flip by flip: digit ${run.mu} of ${run.k}, ${run.flips} cells flipped`, () => {
    const net = network(run.k);
    net.setState(net.memory(run.mu));
    net.setSeed(BigInt(run.seed));
    net.corrupt(run.flips);
    assert.equal(printHex(net.state()), run.start);
    const start = net.energy();

    const outcome = net.settle(200);
    assert.equal(printHex(net.state()), run.final);
    assert.equal(printHex(net.state()) === digits[run.mu].hex, run.recalled);
    assert.deepEqual(
      [outcome.sweeps, outcome.updates, outcome.flips, outcome.energy],
      [run.sweeps, 64 * run.sweeps, run.flip_order.length, run.energies.at(-1)],
    );
    const steps = Array.from({ length: net.end }, (_, update) => net.moment(update + 1));
    const flips = steps.filter((step) => step.flipped);
    assert.deepEqual(
      flips.map((step) => step.cell),
      run.flip_order,
    );
    assert.deepEqual([start, ...flips.map((step) => step.energy)], run.energies);

    // The same run one step at a time.
    net.restart();
    assert.deepEqual(
      steps.map(() => net.step()),
      steps,
    );
  });
}
