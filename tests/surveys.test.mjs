// Surveys through the face: results have the shapes that the types promise, and add up. Whether they are true is tested
// natively, in surveys.rs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { AttractorMap, Basin, Capacity, Census, figures, Network, parseHex } from "./support/surveys.mjs";

const DIGITS = figures("digits.json").digits.map(({ hex }) => parseHex(hex));

/** The digits 0, 3 and 7, or others, stored in an 8x8 network. */
function digits(...chosen) {
  const net = new Network(8, 8);
  for (const digit of chosen.length ? chosen : [0, 3, 7]) net.store(DIGITS[digit]);
  return net;
}

const isPlain = (value) => Object.getPrototypeOf(value) === Object.prototype;
const isCount = (value) => Number.isInteger(value) && value >= 0;
const sum = (counts) => counts.reduce((total, count) => total + count, 0);

function complete(survey) {
  assert.equal(survey.done, 0);
  assert.equal(survey.advance(1), 1);
  assert.equal(survey.done, 1);
  assert.equal(survey.advance(2 ** 32 - 1), survey.total);
  assert.equal(survey.done, survey.total);
  return survey;
}

/** An Attractor of 8x8 cells. */
function checkAttractor(found) {
  assert.ok(isPlain(found));
  assert.deepEqual(Object.keys(found), ["picture", "count", "kind", "memories", "signs"]);
  assert.ok(found.picture instanceof Int8Array && found.picture.length === 64);
  assert.ok(found.picture.every((sign) => sign === 1 || sign === -1));
  assert.ok(isCount(found.count) && found.count > 0);
  assert.ok(Array.isArray(found.memories) && Array.isArray(found.signs));
  assert.equal(found.memories.length, found.signs.length);
  assert.equal(
    found.memories.length > 0,
    ["memory", "inverse", "mixture"].includes(found.kind),
    "memories are named where some are concerned",
  );
}

/** The entries of a Rate. */
function checkRate({ hits, trials, share, low, high }, expected) {
  assert.ok(isCount(hits) && hits <= trials);
  assert.equal(trials, expected);
  assert.equal(share, trials ? hits / trials : 0);
  assert.ok(0 <= low && low <= share && share <= high && high <= 1, `${low} ${share} ${high}`);
}

test("census: attractors, largest first, add up to the starts", () => {
  const net = digits();
  const census = complete(new Census(net, 5000, 7n));
  assert.equal(census.total, 5000);
  const attractors = census.attractors(2 ** 32 - 1);
  assert.equal(attractors.length, census.distinct);
  attractors.forEach(checkAttractor);
  assert.equal(sum(attractors.map(({ count }) => count)), 5000);
  assert.deepEqual(
    attractors.map(({ count }) => count),
    attractors.map(({ count }) => count).sort((a, b) => b - a),
  );
  assert.deepEqual(census.attractors(2), attractors.slice(0, 2));
  assert.deepEqual(census.attractors(0), []);

  const shares = census.shares();
  assert.ok(isPlain(shares));
  assert.deepEqual(Object.keys(shares), ["memory", "inverse", "mixture", "spurious", "unsettled"]);
  assert.equal(sum(Object.values(shares)), 5000);
  for (const kind of ["memory", "inverse", "mixture", "spurious"]) {
    const counts = attractors.filter((found) => found.kind === kind).map(({ count }) => count);
    assert.equal(shares[kind], sum(counts), kind);
  }
  for (const { picture, kind, memories } of attractors) {
    net.setState(picture);
    const outcome = net.outcome();
    assert.deepEqual([net.restless, outcome.kind, outcome.memories], [0, kind, memories]);
  }
});

test("census: the same seed, the same result, whatever the slices and whatever runs meanwhile", () => {
  const net = digits();
  const [whole, sliced] = [1, 2].map(() => new Census(net, 1000, 9n));
  whole.advance(1000);
  while (sliced.done < 1000) {
    sliced.advance(37);
    net.step();
    net.dream(1);
  }
  net.free(); // a survey has its own copy
  assert.deepEqual(sliced.attractors(100), whole.attractors(100));
  assert.notDeepEqual(complete(new Census(digits(), 1000, 10n)).shares(), whole.shares());
});

test("census of a rule without an energy: what never comes to rest is counted", () => {
  const net = digits(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  net.setRule("perceptron");
  const census = complete(new Census(net, 500, 1n));
  const { unsettled, ...settled } = census.shares();
  assert.equal(sum(census.attractors(1000).map(({ count }) => count)), sum(Object.values(settled)));
  assert.equal(unsettled + sum(Object.values(settled)), 500);
});

test("basin: a rate for each memory and number of flips", () => {
  const flips = [0, 6, 12, 31, 64];
  const basin = complete(new Basin(digits(), flips, 200, 7n));
  assert.equal(basin.total, 3 * 5 * 200);
  const rates = basin.rates();
  assert.deepEqual(
    rates.map(({ memory, flips }) => [memory, flips]),
    [0, 1, 2].flatMap((memory) => flips.map((flips) => [memory, flips])),
  );
  for (const rate of rates) {
    assert.ok(isPlain(rate));
    assert.deepEqual(Object.keys(rate).sort(), ["flips", "high", "hits", "low", "memory", "share", "trials"]);
    checkRate(rate, 200);
  }
  for (let memory = 0; memory < 3; memory++) {
    const shares = rates.filter((rate) => rate.memory === memory).map(({ share }) => share);
    assert.equal(shares[0], 1); // 0, 3 and 7 are stable
    assert.ok(shares[2] > 0.8, `${shares}`); // .95 in the reference; 6 standard errors are .09
    assert.equal(shares[4], 0); // the inverse is as stable
  }
  const unfinished = new Basin(digits(), [5], 10, 7n);
  assert.deepEqual(
    unfinished.rates().map(({ trials, share, low, high }) => [trials, share, low, high]),
    Array(3).fill([0, 0, 0, 1]),
  );
});

test("capacity: a result for each rule and load, of random memories and of one's own", () => {
  const plan = {
    rules: [{ name: "hebb" }, { name: "projection" }, { name: "dense", parameter: 4 }],
    loads: [1, 3, 10],
    trials: 50,
    flips: 6,
  };
  for (const [capacity, own] of [
    [new Capacity(8, 8, plan, 7n), false],
    [Capacity.own(digits(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), { ...plan, bias: false }, 7n), true],
  ]) {
    assert.equal(complete(capacity).total, 3 * 3 * 50);
    const results = capacity.results();
    assert.deepEqual(
      results.map(({ rule, load }) => [rule, load]),
      [0, 1, 2].flatMap((rule) => plan.loads.map((load) => [rule, load])),
    );
    for (const result of results) {
      assert.ok(isPlain(result) && isPlain(result.stable) && isPlain(result.recalled));
      assert.deepEqual(Object.keys(result), ["rule", "load", "stable", "recalled"]);
      checkRate(result.stable, 50 * result.load);
      checkRate(result.recalled, 50);
    }
    assert.deepEqual([results[0].stable.share, results[0].recalled.share], [1, 1]); // one memory
    assert.equal(results[5].stable.share, 1); // ten, under the projection rule
    if (own) assert.equal(results[2].stable.share, 0); // ten digits, Hebb
  }
});

test("map: every point leads to a destination, and corners to their memories", () => {
  const net = digits();
  const map = complete(new AttractorMap(net, [2, 0], 20, 7n));
  assert.equal(map.total, 400);
  const points = map.points();
  const destinations = map.destinations();
  assert.ok(points instanceof Int32Array && points.length === 400);
  destinations.forEach(checkAttractor);
  for (const [place, { count }] of destinations.entries()) {
    assert.equal(points.filter((point) => point === place).length, count);
  }
  assert.ok(points.every((point) => point >= 0 && point < destinations.length));
  assert.deepEqual(map.cue(0, 0), net.memory(2));
  assert.deepEqual(map.cue(0, 19), net.memory(0));
  assert.deepEqual(destinations[points[0]].memories, [2]);
  assert.deepEqual(destinations[points[19]].memories, [0]);
});

test("map of three: a triangle, and nothing outside it", () => {
  const map = complete(new AttractorMap(digits(), Uint8Array.of(0, 1, 2), 21, 7n));
  const points = map.points();
  for (let row = 0; row < 21; row++) {
    for (let column = 0; column < 21; column++) {
      const inside = Math.abs(2 * column - 20) <= row;
      assert.equal(map.cue(row, column) !== undefined, inside);
      assert.equal(points[row * 21 + column] >= 0, inside);
    }
  }
  assert.deepEqual([map.cue(20, 0), map.cue(20, 20), map.cue(0, 10)], [DIGITS[0], DIGITS[3], DIGITS[7]]);
});

test("dreams: what was dreamt, and what it did", () => {
  const net = digits();
  net.setSeed(7n);
  const couplings = net.couplings();
  const dream = net.dream(1);
  assert.ok(isPlain(dream));
  assert.deepEqual(Object.keys(dream).sort(), [
    ..."attractor kind memories relearned signs start sweeps".split(" "),
  ]);
  assert.ok(dream.start instanceof Int8Array && dream.attractor instanceof Int8Array);
  assert.equal(dream.relearned, null);
  assert.ok(isCount(dream.sweeps));
  const { attractor } = dream;
  net.couplings().forEach((coupling, place) => {
    const [i, j] = [Math.floor(place / 64), place % 64];
    const taken = i === j ? 0 : 0.01 * attractor[i] * attractor[j];
    assert.ok(Math.abs(couplings[place] - taken - coupling) < 1e-12);
  });
  const { relearned } = net.daydream(2);
  assert.ok(isCount(relearned) && relearned < 3);
  assert.deepEqual([net.dreams, net.daydreams, net.fineness], [1, 2, 100]);
  assert.deepEqual([net.bestDose, net.ruinDose], [150, 300]);
  assert.deepEqual([net.dream(0), net.daydream(0)], [undefined, undefined]);
  net.wake();
  assert.deepEqual([net.couplings(), net.dreams, net.daydreams], [couplings, 0, 0]);
  net.setFineness(50);
  assert.deepEqual([net.fineness, net.bestDose, net.ruinDose], [50, 75, 150]);
});
