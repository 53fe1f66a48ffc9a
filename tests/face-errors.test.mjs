// Bad input, through the face: an error that says what was expected and what came, and a network that is exactly as it
// was, down to the steps that it takes next. One instance of the wasm serves all of this file: nothing may trap.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Network, Painter, parseHex, parsePicture, printHex, printPicture } from "./support/core.mjs";
import * as surveys from "./support/surveys.mjs";
import { shown, twins } from "./support/twins.mjs";

const { AttractorMap, Basin, Capacity, Census } = surveys;

const SEVEN = parseHex("0x040c081c3c306078");
const [GRID, LENGTH] = ["grid of 1 to 64 rows and 1 to 64 columns", "picture of 64 cells"];

/** How a value reads in the name of a test. */
const words = (value) =>
  ArrayBuffer.isView(value) || Array.isArray(value)
    ? `${value.constructor.name} of ${value.length}`
    : typeof value === "bigint"
      ? `${value}n`
      : typeof value === "string"
        ? JSON.stringify(value)
        : typeof value === "object" && value !== null
          ? `a ${value.constructor.name}`
          : String(value);

/** Checks an error: its class, and a message of the form "expected ..., got ..." that names both. */
function refused(call, kind, expected, got) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof kind, `${error.name}: ${error.message}`);
    assert.match(error.message, /^expected .+, got .+/s);
    assert.ok(error.message.includes(expected), `"${error.message}" does not say "${expected}"`);
    assert.ok(error.message.includes(`, got ${got}`), `"${error.message}" does not say "got ${got}"`);
    return true;
  });
}

/** What is no whole number from 0 up. */
const notWhole = [
  [1.5, RangeError, "1.5"],
  [-1, RangeError, "-1"],
  [NaN, RangeError, "NaN"],
  [Infinity, RangeError, "Infinity"],
  [2 ** 32, RangeError, "4294967296"],
  ["1", TypeError, "string"],
  [null, TypeError, "null"],
  [undefined, TypeError, "undefined"],
  [1n, TypeError, "bigint"],
  [true, TypeError, "boolean"],
  [[1], TypeError, "Array"],
  [{}, TypeError, "Object"],
  [Symbol("1"), TypeError, "symbol"],
  [() => 1, TypeError, "function"],
].map(([value, kind, got]) => [[value], kind, "", got]);

/** What is no 8x8 picture. */
const notPicture = [
  [[new Int8Array(63).fill(1)], RangeError, LENGTH, "63"],
  [[new Int8Array(65).fill(1)], RangeError, LENGTH, "65"],
  [[new Int8Array(0)], RangeError, LENGTH, "0"],
  [[SEVEN.with(5, 0)], RangeError, "+1 or -1 in every cell", "0 in cell 5"],
  [[SEVEN.with(63, 2)], RangeError, "+1 or -1 in every cell", "2 in cell 63"],
  [[[...SEVEN].with(5, 2)], RangeError, "+1 or -1 in every cell", "2 in cell 5"],
  [[[...SEVEN].with(5, 257)], RangeError, "+1 or -1 in every cell", "257 in cell 5"], // 1 when cut to 8 bits
  [[[...SEVEN].with(5, NaN)], RangeError, "+1 or -1 in every cell", "NaN in cell 5"],
  [[[...SEVEN].with(5, 0.5)], RangeError, "+1 or -1 in every cell", "0.5 in cell 5"],
  [[[...SEVEN].with(5, "1")], TypeError, "+1 or -1 in every cell", "string"],
  [[[...SEVEN].with(5, null)], TypeError, "+1 or -1 in every cell", "null"],
  [[Array(64)], TypeError, "+1 or -1 in every cell", "undefined"],
  [[Array(63).fill(1)], RangeError, LENGTH, "63"],
  [[new Uint8Array(64)], TypeError, "picture as an Int8Array", "Uint8Array"],
  [[new Float64Array(64)], TypeError, "picture as an Int8Array", "Float64Array"],
  [[SEVEN.buffer], TypeError, "picture as an Int8Array", "ArrayBuffer"],
  [["0x040c081c3c306078"], TypeError, "picture as an Int8Array", "string"],
  [[NaN], TypeError, "picture as an Int8Array", "NaN"],
  [[null], TypeError, "picture as an Int8Array", "null"],
  [[undefined], TypeError, "picture as an Int8Array", "undefined"],
  [[{ length: 64 }], TypeError, "picture as an Int8Array", "Object"],
];

/** What is no seed. */
const notSeed = [
  [[7], TypeError, "a bigint", "7"],
  [["7"], TypeError, "a bigint", "string"],
  [[NaN], TypeError, "a bigint", "NaN"],
  [[null], TypeError, "a bigint", "null"],
  [[undefined], TypeError, "a bigint", "undefined"],
  [[-1n], RangeError, "from 0n to 2n ** 64n - 1n", "-1"],
  [[2n ** 64n], RangeError, "from 0n to 2n ** 64n - 1n", "18446744073709551616"],
  [[-(2n ** 64n) + 7n], RangeError, "from 0n to 2n ** 64n - 1n", "-18446744073709551609"], // 7 when cut to 64 bits
];

const noMemory = [[[3], RangeError, "a memory from 0 to 2", "3"], ...notWhole];
const noCell = [[[64], RangeError, "a cell from 0 to 63", "64"], ...notWhole];

/** What is no array of numbers from 0 up. */
const notWholes = [
  [[null], TypeError, "an array of numbers", "null"],
  [[undefined], TypeError, "an array of numbers", "undefined"],
  [[5], TypeError, "an array of numbers", "5"],
  [["0,1"], TypeError, "an array of numbers", "string"],
  ...notWhole.map(([[value], ...rest]) => [[[0, value]], ...rest]),
];

/** A plan that a capacity survey can carry out, with changes. */
const plan = (changes) => ({ rules: [{ name: "hebb" }], loads: [1], trials: 1, flips: 0, ...changes });

/** What is no such plan: a RangeError says what was expected, a TypeError what is wrong. */
const notPlan = [
  ...[null, undefined, 1, "plan", [], {}, Symbol("plan"), () => plan()],
  ...["rules", "loads", "trials", "flips"].map((key) => plan({ [key]: undefined })),
  ...[null, "hebb", ["hebb"], [{}], [{ name: 1 }], [null]].map((rules) => plan({ rules })),
  ...[[{ name: "hebb", parameter: "3" }], { name: "hebb" }].map((rules) => plan({ rules })),
  ...[null, 1, "1", [NaN], [1.5], [-1], ["1"], [null], [2 ** 40]].map((loads) => plan({ loads })),
  ...[NaN, 0.5, -1, "1", null, 1n << 70n, 2 ** 40].map((trials) => plan({ trials })),
  ...[NaN, 0.5, -1, "1", null, Infinity].map((flips) => plan({ flips })),
  ...[1, "true", null].map((bias) => plan({ bias })),
].map((value) => [value, TypeError]);

const planOutOfRange = [
  plan({ rules: [] }),
  plan({ rules: [{ name: "hopfield" }] }),
  plan({ rules: [{ name: "hebb", parameter: 3 }] }),
  plan({ rules: [{ name: "dense", parameter: NaN }] }),
  plan({ loads: [] }),
  plan({ loads: [0] }),
  plan({ loads: [4097] }),
  plan({ trials: 0 }),
  plan({ trials: 100_000_001 }),
  plan({ flips: 65 }),
].map((value) => [value, RangeError]);

/** For each method: arguments, the class of the error, and what its message says was expected and what came. */
const mistakes = {
  store: notPicture,
  setState: notPicture,
  forget: noMemory,
  memory: noMemory,
  isStable: noMemory,
  weakest: noMemory,
  restlessCells: noMemory,
  memoryEnergy: noMemory,
  memoryOverlaps: noMemory,
  moveMemory: [
    [[3, 0], RangeError, "a memory from 0 to 2", "3"],
    [[0, 3], RangeError, "a memory from 0 to 2", "3"],
    [[0], TypeError, "number", "undefined"],
    ...notWhole.map(([[value], ...rest]) => [[0, value], ...rest]),
    ...notWhole.map(([[value], ...rest]) => [[value, 0], ...rest]),
  ],
  setRule: [
    [["hopfield"], RangeError, "the rule to be one of hebb", '"hopfield"'],
    [["Hebb"], RangeError, "the rule to be one of hebb", '"Hebb"'],
    [[""], RangeError, "the rule to be one of hebb", '""'],
    [[null], TypeError, "the rule to be a string", "null"],
    [[undefined], TypeError, "the rule to be a string", "undefined"],
    [[1], TypeError, "the rule to be a string", "1"],
    [["hebb", 3], RangeError, "the rule's parameter to be left out", "3"],
    [["dense", 1], RangeError, "a whole number from 2 to 64", "1"],
    [["dense", 2.5], RangeError, "a whole number from 2 to 64", "2.5"],
    [["dreaming-kernel", -1], RangeError, "a finite number from 0 up", "-1"],
    [["dreaming-kernel", NaN], RangeError, "a finite number from 0 up", "NaN"],
    [["symmetric-perceptron", Infinity], RangeError, "a number from 0 to 64", "Infinity"],
    [["perceptron", 0], RangeError, "a whole number from 1 to 1000000", "0"],
    [["dense", "3"], TypeError, "the rule's parameter to be a number", "string"],
    [["dense", null], TypeError, "the rule's parameter to be a number", "null"],
    [["dense", 3n], TypeError, "the rule's parameter to be a number", "bigint"],
  ],
  setOrder: [
    [["sorted"], RangeError, "one of random, shuffled, cyclic, synchronous", '"sorted"'],
    [["Random"], RangeError, "one of random, shuffled, cyclic, synchronous", '"Random"'],
    [[NaN], TypeError, "the order to be a string", "NaN"],
    [[null], TypeError, "the order to be a string", "null"],
    [[undefined], TypeError, "the order to be a string", "undefined"],
  ],
  setBias: [
    [[1], TypeError, "true or false", "1"],
    [["true"], TypeError, "true or false", "string"],
    [[null], TypeError, "true or false", "null"],
    [[undefined], TypeError, "true or false", "undefined"],
  ],
  setTemperature: [
    [[-0.1], RangeError, "a finite number from 0 up", "-0.1"],
    [[NaN], RangeError, "a finite number from 0 up", "NaN"],
    [[Infinity], RangeError, "a finite number from 0 up", "Infinity"],
    [[-Infinity], RangeError, "a finite number from 0 up", "-Infinity"],
    [["1"], TypeError, "the temperature to be a number", "string"],
    [[null], TypeError, "the temperature to be a number", "null"],
    [[undefined], TypeError, "the temperature to be a number", "undefined"],
  ],
  setSeed: notSeed,
  dream: [[[200_001], RangeError, "at most 200000 before waking", "200001"], ...notWhole],
  daydream: [[[100_001], RangeError, "at most 100000 before waking", "100001"], ...notWhole],
  setFineness: [
    [[0], RangeError, "a whole number from 1 to 1000", "0"],
    [[1001], RangeError, "a whole number from 1 to 1000", "1001"],
    ...notWhole,
  ],
  setSleep: [
    [[0, SEVEN, [-1], 1, 0], RangeError, "1 / epsilon to be a whole number from 1 to 1000", "0"],
    [[100, SEVEN.slice(1), [-1], 1, 0], RangeError, LENGTH, "63"],
    [[100, SEVEN, [-2], 1, 0], RangeError, "the doses to be at most 1 for so many dreams", "2"],
    [[100, SEVEN, [0.5], 1, 0], RangeError, "the doses to be whole numbers", "0.5"],
    [[100, [...SEVEN], [-1], 1, 0], TypeError, "the dosed pictures as one Int8Array", "Array"],
    [[100, SEVEN, 1, 1, 0], TypeError, "the doses as an array of numbers", "1"],
    [[100, SEVEN, [-1], 200_001, 0], RangeError, "the number of dreams to be at most", "200001"],
    [[100, SEVEN, [-1], 1, "0"], TypeError, "the number of daydreams to be a number", "string"],
  ],
  flip: noCell,
  field: noCell,
  corrupt: [[[65], RangeError, "0 to 64", "65"], ...notWhole],
  run: notWhole,
  settle: notWhole,
  runUntilSettled: notWhole,
  anneal: [
    [[0, 0.1, 3], RangeError, "a finite number above 0", "0"],
    [[1, -1, 3], RangeError, "a finite number above 0", "-1"],
    [[NaN, 0.1, 3], RangeError, "a finite number above 0", "NaN"],
    [["1", 0.1, 3], TypeError, "the first temperature to be a number", "string"],
    [[1, null, 3], TypeError, "the last temperature to be a number", "null"],
    [[1, 0.1, 1.5], RangeError, "the number of sweeps to be a whole number", "1.5"],
    [[1, 0.1], TypeError, "the number of sweeps to be a number", "undefined"],
  ],
  moment: [[[0], RangeError, "1 to 150", "0"], [[151], RangeError, "1 to 150", "151"], ...notWhole],
  travel: [[[151], RangeError, "0 to 150", "151"], ...notWhole],
};

for (const [method, cases] of Object.entries(mistakes)) {
  test(`${method} refuses bad input and changes nothing`, () => {
    const [net, twin] = twins();
    const before = shown(net);
    for (const [args, kind, expected, got] of cases) {
      const told = `${method}(${args.map(words).join(", ")})`;
      try {
        refused(() => net[method](...args), kind, expected, got);
      } catch (error) {
        throw new Error(told, { cause: error });
      }
      assert.deepEqual(shown(net), before, told);
    }
    // Through the known future and 100 steps beyond.
    for (let update = 0; update < 150; update++) assert.deepEqual(net.step(), twin.step());
    assert.deepEqual(shown(net), shown(twin));
  });
}

test("every method that takes something is among those given bad input", () => {
  const methods = Object.getOwnPropertyNames(Network.prototype).filter((name) => {
    const { value } = Object.getOwnPropertyDescriptor(Network.prototype, name);
    // What is no Snapshot, the glue refuses: tests/snapshot.test.mjs.
    const own = name !== "constructor" && name !== "restore";
    return typeof value === "function" && value.length > 0 && own;
  });
  assert.deepEqual(methods.sort(), Object.keys(mistakes).sort());
});

test("no network of a bad size", () => {
  for (const [rows, columns] of [
    [0, 0],
    [0, 8],
    [8, 0],
    [65, 65],
    [8, 65],
    [65, 8],
  ]) {
    refused(() => new Network(rows, columns), RangeError, GRID, `${rows} x ${columns}`);
  }
  for (const [[value], kind, expected, got] of notWhole) {
    refused(() => new Network(value, 8), kind, expected, got);
    refused(() => new Network(8, value), kind, expected, got);
  }
  refused(() => new Network(), TypeError, "a number", "undefined");
});

test("a network without memories can be run, and says what it lacks", () => {
  const net = new Network(8, 8);
  net.corrupt(20);
  const state = net.state();
  const outcome = net.settle(10);
  assert.deepEqual([outcome.kind, outcome.memories, outcome.flips, outcome.energy], ["spurious", [], 0, 0]);
  assert.deepEqual([net.run(10), net.step().flipped, net.state()], [0, false, state]);
  for (const method of [
    "forget",
    "memory",
    "isStable",
    "weakest",
    "restlessCells",
    "memoryEnergy",
    "memoryOverlaps",
  ]) {
    assert.throws(() => net[method](0), {
      name: "RangeError",
      message: "expected a memory, but none is stored",
    });
  }
  assert.throws(() => net.moveMemory(0, 0), {
    name: "RangeError",
    message: "expected a memory, but none is stored",
  });
});

test("the last memory is forgotten once; a second time is an error", () => {
  const net = new Network(8, 8);
  net.store(SEVEN);
  net.setState(SEVEN);
  net.forget(0);
  assert.throws(() => net.forget(0), {
    name: "RangeError",
    message: "expected a memory, but none is stored",
  });
  assert.deepEqual([net.memoryCount, net.state(), net.energy()], [0, SEVEN, 0]);
});

test("the same picture may be stored twice: it counts double, and both are named", () => {
  const net = new Network(8, 8);
  assert.deepEqual([net.store(SEVEN), net.store(SEVEN)], [0, 1]);
  net.setState(SEVEN);
  assert.equal(net.energy(), -2 * 2016);
  assert.deepEqual([net.outcome().kind, net.outcome().memories], ["memory", [0, 1]]);
});

test("a picture larger than the core could ever hold is refused, and does not trap", () => {
  const net = new Network(8, 8);
  refused(() => net.store(new Int8Array(2 ** 31)), RangeError, LENGTH, "2147483648");
  assert.equal(net.memoryCount, 0);
});

test("pictures that are none", () => {
  refused(() => parsePicture("#o"), RangeError, "rows of `#` and `.`", '"o"');
  refused(() => parsePicture("##\n#"), RangeError, "all of one length", '"#"');
  refused(() => parsePicture(""), RangeError, GRID, "0 x 0");
  refused(() => parsePicture("#".repeat(65)), RangeError, GRID, "1 x 65");
  refused(() => parseHex(""), RangeError, "1 to 16 hexadecimal digits", '""');
  refused(() => parseHex("xyz"), RangeError, "1 to 16 hexadecimal digits", '"xyz"');
  refused(() => parseHex("1".repeat(17)), RangeError, "1 to 16 hexadecimal digits", '"1');
  refused(() => printPicture(SEVEN, 8, 9), RangeError, "picture of 72 cells", "64");
  refused(() => printPicture(SEVEN, 0, 0), RangeError, GRID, "0 x 0");
  for (const [[value], kind, expected, got] of notPicture)
    refused(() => printHex(value), kind, expected, got);
  for (const value of [null, undefined, 1, NaN]) {
    refused(() => parsePicture(value), TypeError, "a string", String(value));
    refused(() => parseHex(value), TypeError, "a string", String(value));
  }
});

test("colours that are none", () => {
  for (const colours of [null, undefined, 1, "red", {}, { active: 1 }]) {
    assert.throws(() => new Painter(colours), TypeError);
  }
});

/** The calls that must be refused, each followed by a look at the network. */
function refuseAll(net, calls) {
  const before = shown(net);
  for (const [call, kind, expected, got] of calls) {
    refused(call, kind, expected, got);
    assert.deepEqual(shown(net), before);
  }
  net.step(); // it would throw if the network were still on loan
}

test("no census of what is none, of no start, without a seed", () => {
  const [net] = twins(surveys.Network);
  refuseAll(net, [
    ...[0, 100_000_001].map((starts) => [
      () => new Census(net, starts, 1n),
      RangeError,
      "1 to 100000000",
      starts,
    ]),
    ...notWhole.map(([[starts], ...rest]) => [() => new Census(net, starts, 1n), ...rest]),
    ...notSeed.map(([[seed], ...rest]) => [() => new Census(net, 1, seed), ...rest]),
  ]);
  const census = new Census(net, 10, 1n);
  for (const [[value], kind, expected, got] of notWhole) {
    refused(() => census.advance(value), kind, expected, got);
    refused(() => census.attractors(value), kind, expected, got);
  }
  assert.deepEqual([census.done, census.advance(0), census.advance(2 ** 32 - 1)], [0, 0, 10]);
});

test("no basin without memories, of no trial, beyond the cells", () => {
  const [net] = twins(surveys.Network);
  refuseAll(net, [
    [() => new Basin(net, [0, 65], 1, 1n), RangeError, "0 to 64", "65"],
    [() => new Basin(net, [], 1, 1n), RangeError, "1 to 100000000", "0"],
    [() => new Basin(net, [5], 0, 1n), RangeError, "1 to 100000000", "0"],
    [() => new Basin(net, [5], 2 ** 32 - 1, 1n), RangeError, "1 to 100000000", ""],
    ...notWholes.map(([[flips], ...rest]) => [() => new Basin(net, flips, 1, 1n), ...rest]),
    ...notWhole.map(([[trials], ...rest]) => [() => new Basin(net, [5], trials, 1n), ...rest]),
    ...notSeed.map(([[seed], ...rest]) => [() => new Basin(net, [5], 1, seed), ...rest]),
  ]);
  assert.throws(() => new Basin(new surveys.Network(8, 8), [5], 1, 1n), {
    name: "RangeError",
    message: "expected a memory, but none is stored",
  });
  const basin = new Basin(net, Uint16Array.of(0, 64), 5, 1n);
  for (const [[value], kind, expected, got] of notWhole)
    refused(() => basin.advance(value), kind, expected, got);
  assert.equal(basin.advance(1000), 30);
});

test("no capacity survey by a plan that is none", () => {
  const [net] = twins(surveys.Network);
  const before = shown(net);
  for (const [value, kind] of [...notPlan, ...planOutOfRange]) {
    assert.throws(() => new Capacity(8, 8, value, 1n), kind);
    assert.throws(() => Capacity.own(net, value, 1n), kind);
    assert.deepEqual(shown(net), before);
  }
  refuseAll(net, [
    [() => new Capacity(0, 8, plan(), 1n), RangeError, GRID, "0 x 8"],
    [() => new Capacity(8, 65, plan(), 1n), RangeError, GRID, "8 x 65"],
    [() => Capacity.own(net, plan({ loads: [4] }), 1n), RangeError, "1 to 3", "4"],
    ...notWhole.map(([[rows], ...rest]) => [() => new Capacity(rows, 8, plan(), 1n), ...rest]),
    ...notWhole.map(([[columns], ...rest]) => [() => new Capacity(8, columns, plan(), 1n), ...rest]),
    ...notSeed.map(([[seed], ...rest]) => [() => new Capacity(8, 8, plan(), seed), ...rest]),
    ...notSeed.map(([[seed], ...rest]) => [() => Capacity.own(net, plan(), seed), ...rest]),
  ]);
  assert.throws(() => Capacity.own(new surveys.Network(8, 8), plan(), 1n), {
    name: "RangeError",
    message: "expected a memory, but none is stored",
  });
  const capacity = new Capacity(8, 8, plan(), 1n);
  for (const [[value], kind, expected, got] of notWhole)
    refused(() => capacity.advance(value), kind, expected, got);
  assert.equal(capacity.advance(1), 1);
});

test("no map of one memory or four, of no side, beyond its edge", () => {
  const [net] = twins(surveys.Network);
  refuseAll(net, [
    [() => new AttractorMap(net, [0], 5, 1n), RangeError, "2 or 3 memories", "1"],
    [() => new AttractorMap(net, [0, 1, 2, 0], 5, 1n), RangeError, "2 or 3 memories", "4"],
    [() => new AttractorMap(net, [1, 1], 5, 1n), RangeError, "different memories", "one of them twice"],
    [() => new AttractorMap(net, [0, 3], 5, 1n), RangeError, "a memory from 0 to 2", "3"],
    [() => new AttractorMap(net, [0, 1], 1, 1n), RangeError, "2 to 1024 points", "1"],
    [() => new AttractorMap(net, [0, 1], 1025, 1n), RangeError, "2 to 1024 points", "1025"],
    ...notWholes.map(([[between], ...rest]) => [() => new AttractorMap(net, between, 5, 1n), ...rest]),
    ...notWhole.map(([[side], ...rest]) => [() => new AttractorMap(net, [0, 1], side, 1n), ...rest]),
    ...notSeed.map(([[seed], ...rest]) => [() => new AttractorMap(net, [0, 1], 5, seed), ...rest]),
  ]);
  const map = new AttractorMap(net, [0, 1], 5, 1n);
  refused(() => map.cue(5, 0), RangeError, "a row from 0 to 4", "5");
  refused(() => map.cue(0, 5), RangeError, "a column from 0 to 4", "5");
  for (const [[value], kind, expected, got] of notWhole) {
    refused(() => map.cue(value, 0), kind, expected, got);
    refused(() => map.cue(0, value), kind, expected, got);
    refused(() => map.advance(value), kind, expected, got);
  }
  assert.equal(map.advance(25), 25);
});

test("a survey needs a network, and one that has not been freed", () => {
  const freed = new surveys.Network(8, 8);
  freed.store(SEVEN);
  freed.store(SEVEN);
  freed.free();
  for (const network of [null, undefined, {}, 1, new Uint8Array(4), freed]) {
    for (const survey of [
      () => new Census(network, 1, 1n),
      () => new Basin(network, [5], 1, 1n),
      () => Capacity.own(network, plan(), 1n),
      () => new AttractorMap(network, [0, 1], 5, 1n),
    ]) {
      assert.throws(survey, Error);
    }
  }
  assert.equal(new surveys.Network(1, 1).step().cell, 0); // nothing has trapped
});

test("what cannot sleep says so, and stays as it was", () => {
  const empty = new Network(8, 8);
  assert.throws(() => empty.daydream(1), { name: "RangeError", message: /but none is stored/ });
  assert.equal(empty.dream(0), undefined);
  const net = new Network(8, 8);
  net.store(SEVEN);
  for (const rule of ["dense", "exponential"]) {
    net.setRule(rule);
    assert.throws(() => net.dream(1), { name: "Error", message: /no couplings/ });
    assert.throws(() => net.daydream(1), { name: "Error", message: /no couplings/ });
  }
  net.setRule("hebb");
  net.dream(3);
  assert.throws(() => net.setRule("dense"), { name: "Error", message: /no couplings/ });
  assert.deepEqual([net.rule, net.dreams], ["hebb", 3]);
});

// An error thrown while the core looks at such a value would leave the network locked for ever.
const nameless = Object.create(null);
const lying = { constructor: 5 };
for (const [what, value] of [
  ["without a class", nameless],
  ["with a false class", lying],
]) {
  test(`an object ${what} is refused like any other`, () => {
    const net = new Network(8, 8);
    assert.throws(() => net.store(value), { name: "TypeError", message: /^expected a picture/ });
    assert.throws(() => net.flip(value), { name: "TypeError", message: /^expected the cell/ });
    net.step();
  });
}

const bang = () => {
  throw new Error("bang");
};

/** Throws at every touch. */
const mine = (target) =>
  new Proxy(target, Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((trap) => [trap, bang])));

/** `object` with a property that throws when read. */
const trapped = (object, key) => Object.defineProperty(object, key, { get: bang, enumerable: true });

const hostile = {
  "a proxy of an array": mine([]),
  "a proxy of an object": mine({}),
  "an array with a getter that throws": trapped([...SEVEN], 5),
  "an array whose iterator throws": trapped([...SEVEN], Symbol.iterator),
  "an object whose length throws": trapped({}, "length"),
  "an object that throws on its way to a number": { [Symbol.toPrimitive]: bang, valueOf: bang },
  ...Object.fromEntries(
    ["rules", "loads", "trials", "flips", "bias"].map((key) => [
      `a plan whose ${key} throw`,
      trapped(plan(), key),
    ]),
  ),
  "a plan with a rule that throws": plan({ rules: [trapped({}, "name")] }),
  "a plan with a load that throws": plan({ loads: trapped([1], 0) }),
};

for (const [what, value] of Object.entries(hostile)) {
  test(`${what} is an error, and nothing stays locked`, () => {
    const [net] = twins();
    const [surveyed] = twins(surveys.Network);
    const before = shown(net);
    const survey = new Census(surveyed, 10, 1n);
    const map = new AttractorMap(surveyed, [0, 1], 5, 1n);
    for (const call of [
      ...Object.keys(mistakes).flatMap((method) =>
        [net, surveyed].map((each) => () => each[method](value, value)),
      ),
      () => survey.advance(value),
      () => survey.attractors(value),
      () => map.cue(value, value),
      () => new Network(value, value),
      () => new Census(surveyed, value, 1n),
      () => new Census(surveyed, 1, value),
      () => new Basin(surveyed, value, 1, 1n),
      () => new Basin(surveyed, [5], value, 1n),
      () => new Capacity(8, 8, value, 1n),
      () => Capacity.own(surveyed, value, 1n),
      () => new AttractorMap(surveyed, value, 5, 1n),
      () => new AttractorMap(surveyed, [0, 1], value, 1n),
      () => printHex(value),
      () => parseHex(value),
      () => new Painter(value),
    ]) {
      assert.throws(call, (error) => !/recursive|null pointer/.test(error.message), String(call));
      assert.deepEqual(shown(net), before, String(call));
      assert.deepEqual(shown(surveyed), before, String(call));
    }
    net.step(); // these would throw if they were still on loan
    surveyed.step();
    survey.advance(1);
    map.advance(1);
    assert.throws(() => new Network(0, 0), { message: /^expected a grid/ });
  });
}

test("a canvas that is none is refused, and the network goes on", () => {
  const painter = new Painter({
    active: "",
    inactive: "",
    ink: "",
    paper: "",
    muted: "",
    line: "",
    positive: "",
    negative: "",
    memories: [],
    font: "",
  });
  const net = new Network(8, 8);
  for (const context of [null, undefined, {}]) {
    assert.throws(() => painter.pad(context, net, 100, {}), TypeError);
    assert.throws(() => painter.curve(context, net, 100, 100, {}), TypeError);
    net.step();
  }
});
