// The face for JavaScript: each entry of the contract does what it says and returns what it says.
// Bad input: face-errors.test.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  hasCouplings,
  Network,
  parseHex,
  parsePicture,
  printHex,
  printPicture,
  types,
} from "./support/core.mjs";

const SEVEN = parseHex("0x040c081c3c306078");
const ZERO = parseHex("0x1834246464643c18");
const inverse = (picture) => picture.map((sign) => -sign);
const overlap = (a, b) => a.reduce((sum, sign, cell) => sum + sign * b[cell], 0);
const isPlain = (value) => Object.getPrototypeOf(value) === Object.prototype;

/** Two digits stored, the state a 7 with cells flipped; the seed fixed. */
function broken(cells) {
  const net = new Network(8, 8);
  net.store(SEVEN);
  net.store(ZERO);
  net.setState(SEVEN);
  net.setSeed(7n);
  net.corrupt(cells);
  return net;
}

test("a new network is all -1, Hebb, random order, T = 0, no bias, a fresh seed, at the start of its time", () => {
  const net = new Network(2, 3);
  assert.deepEqual(net.state(), new Int8Array(6).fill(-1));
  assert.deepEqual([net.rows, net.columns, net.cells, net.memoryCount], [2, 3, 6, 0]);
  assert.deepEqual([net.rule, net.order, net.temperature, net.bias], ["hebb", "random", 0, false]);
  assert.deepEqual([net.time, net.first, net.end, net.flips, net.restless], [0, 0, 0, 0, 0]);
  assert.equal(net.energy(), 0);
  assert.deepEqual(net.couplings(), new Float64Array(36));
  assert.deepEqual(net.overlaps(), new Float64Array(0));
  assert.equal(typeof net.seed, "bigint");
  const seeds = new Set(Array.from({ length: 20 }, () => new Network(1, 1).seed));
  assert.equal(seeds.size, 20); // odds of a chance repeat: 190 in 2^53
});

test("grids from 1x1 to 64x64", () => {
  for (const [rows, columns] of [
    [1, 1],
    [1, 64],
    [64, 1],
    [64, 64],
  ]) {
    const net = new Network(rows, columns);
    net.corrupt(Math.ceil(net.cells / 2));
    assert.equal(net.store(net.state()), 0);
    net.corrupt(net.cells >> 2);
    // A cell alone hears nothing and keeps what it is.
    assert.equal(net.settle(100).kind, "memory");
    assert.equal(net.energy(), 0 - (net.cells * (net.cells - 1)) / 2);
    net.free();
  }
});

test("store, memory, forget, moveMemory", () => {
  const net = new Network(8, 8);
  assert.equal(net.store(SEVEN), 0);
  assert.equal(net.store([...ZERO]), 1); // a plain array of +1 and -1 will do
  assert.ok(net.memory(0) instanceof Int8Array);
  assert.deepEqual([net.memory(0), net.memory(1), net.memoryCount], [SEVEN, ZERO, 2]);
  net.memory(0).fill(0); // a copy
  assert.deepEqual(net.memory(0), SEVEN);

  const couplings = net.couplings();
  assert.equal(net.store(SEVEN), 2); // storing it twice counts it double
  assert.notDeepEqual(net.couplings(), couplings);
  assert.equal(net.isStable(0), true);
  net.forget(2);
  assert.deepEqual(net.couplings(), couplings);

  assert.equal(net.store(inverse(SEVEN)), 2);
  net.moveMemory(2, 0);
  assert.deepEqual([net.memory(0), net.memory(1), net.memory(2)], [inverse(SEVEN), SEVEN, ZERO]);
  net.moveMemory(0, 0);
  net.forget(0);
  assert.deepEqual([net.memory(0), net.memory(1), net.memoryCount], [SEVEN, ZERO, 2]);
});

test("what a memory is worth: isStable, weakest, restlessCells, memoryEnergy, memoryOverlaps", () => {
  const net = new Network(8, 8);
  const digits = ["0x1834246464643c18", "0x381818181c183818", "0x703c0e1c303c3830", "0x3864603018181618"].map(
    parseHex,
  );
  for (const digit of digits) net.store(digit);
  for (const [index, digit] of digits.entries()) {
    net.setState(digit);
    const margins = Array.from(digit, (sign, cell) => sign * net.field(cell));
    const restless = [...margins.keys()].filter((cell) => margins[cell] < 0);
    assert.equal(net.weakest(index), Math.min(...margins));
    assert.deepEqual(net.restlessCells(index), Uint16Array.from(restless));
    assert.equal(net.isStable(index), restless.length === 0);
    assert.equal(net.restless, restless.length);
    assert.equal(net.memoryEnergy(index), net.energy());
    assert.deepEqual(
      net.memoryOverlaps(index),
      Float64Array.from(digits, (other) => overlap(digit, other)),
    );
    assert.deepEqual(net.overlaps(), net.memoryOverlaps(index));
  }
});

test("settings are kept, and read back", () => {
  const net = broken(12);
  net.setRule("hebb");
  for (const order of ["random", "shuffled", "cyclic", "synchronous"]) {
    net.setOrder(order);
    assert.equal(net.order, order);
  }
  for (const bias of [true, false]) {
    net.setBias(bias);
    assert.equal(net.bias, bias);
  }
  for (const t of [0, 0.25, 7]) {
    net.setTemperature(t);
    assert.equal(net.temperature, t);
  }
  net.setTemperature(-0);
  assert.ok(Object.is(net.temperature, 0)); // not −0, which a page would show as such
  for (const seed of [0n, 7n, 2n ** 53n, 2n ** 64n - 1n]) {
    net.setSeed(seed);
    assert.equal(net.seed, seed);
  }
  const seed = net.freshSeed();
  assert.ok(seed >= 0n && seed < 2n ** 53n);
  assert.equal(net.seed, seed);
  assert.notEqual(net.freshSeed(), seed);
  assert.equal(net.memoryCount, 2);
});

test("the bias is in field and energy alike, or nowhere", () => {
  const net = new Network(8, 8);
  net.store(SEVEN);
  net.setState(ZERO);
  const [energy, field] = [net.energy(), net.field(5)];
  net.setBias(true);
  assert.equal(net.field(5), field + SEVEN[5]);
  assert.equal(net.energy(), energy - overlap(SEVEN, ZERO));
  net.setBias(false);
  assert.deepEqual([net.energy(), net.field(5)], [energy, field]);
});

test("state, setState, flip, corrupt", () => {
  const net = new Network(8, 8);
  net.setState(SEVEN);
  assert.ok(net.state() instanceof Int8Array);
  assert.deepEqual(net.state(), SEVEN);
  net.state().fill(0); // a copy
  net.flip(63);
  assert.deepEqual(net.state(), SEVEN.with(63, -SEVEN[63]));
  for (const cells of [0, 1, 12, 64]) {
    net.setState(SEVEN);
    net.corrupt(cells);
    assert.equal(overlap(net.state(), SEVEN), 64 - 2 * cells);
  }
});

test("couplings, field and energy obey their formulas", () => {
  const net = broken(12);
  const [state, couplings] = [net.state(), net.couplings()];
  assert.equal(couplings.length, 64 * 64);
  for (let i = 0; i < 64; i++) {
    const row = couplings.subarray(64 * i, 64 * (i + 1));
    assert.deepEqual(
      row,
      Float64Array.from(row, (_, j) => (i === j ? 0 : SEVEN[i] * SEVEN[j] + ZERO[i] * ZERO[j])),
    );
    assert.equal(net.field(i), overlap(row, state));
  }
  assert.equal(
    net.energy(),
    -Array.from(state, (sign, i) => sign * net.field(i)).reduce((a, b) => a + b) / 2,
  );
});

test("step returns a plain Step: one update, the energy after it, and time goes on by one", () => {
  const net = broken(12);
  for (let time = 1; time <= 200; time++) {
    const before = net.state();
    const fields = Array.from(before, (_, cell) => net.field(cell));
    const step = net.step();
    assert.ok(isPlain(step));
    assert.deepEqual(Object.keys(step), ["cell", "field", "flipped", "energy"]);
    assert.equal(step.field, fields[step.cell]);
    assert.equal(step.flipped, before[step.cell] * step.field < 0);
    assert.deepEqual(net.state(), step.flipped ? before.with(step.cell, -before[step.cell]) : before);
    assert.equal(step.energy, net.energy());
    assert.deepEqual([net.time, net.end], [time, time]);
    assert.deepEqual(net.moment(time), step);
  }
});

test("run returns the flips it made and is so many steps", () => {
  const [net, twin] = [broken(12), broken(12)];
  const steps = Array.from({ length: 150 }, () => twin.step());
  assert.equal(net.run(150), steps.filter((step) => step.flipped).length);
  assert.equal(net.run(0), 0);
  assert.deepEqual([net.time, net.flips, net.state()], [150, twin.flips, twin.state()]);
});

test("settle returns a plain Outcome; what was a memory before it was broken is one again", () => {
  const net = broken(12);
  const outcome = net.settle(100);
  assert.ok(isPlain(outcome) && Array.isArray(outcome.memories) && Array.isArray(outcome.signs));
  assert.deepEqual(Object.keys(outcome), [
    "kind",
    "memories",
    "signs",
    "updates",
    "sweeps",
    "flips",
    "energy",
  ]);
  assert.deepEqual([outcome.kind, outcome.memories, outcome.signs, outcome.flips], ["memory", [0], [1], 12]);
  assert.deepEqual(net.state(), SEVEN);
  assert.equal(outcome.energy, net.memoryEnergy(0));
  assert.equal(outcome.updates, net.time);
  assert.equal(outcome.sweeps, Math.ceil(net.time / 64));
  assert.equal(net.moment(net.time).flipped, true); // in random order it stops as soon as nobody wants to flip
  assert.deepEqual(net.outcome(), outcome);
  assert.deepEqual(net.settle(100), { ...outcome, updates: 0, sweeps: 0, flips: 0 });

  net.corrupt(12);
  const cut = net.settle(0);
  assert.deepEqual([cut.kind, cut.memories, cut.updates], ["unsettled", [], 0]);
  net.setState(inverse(ZERO));
  assert.deepEqual([net.outcome().kind, net.outcome().memories, net.outcome().signs], ["inverse", [1], [-1]]);
});

test("outcomes that are no memory: mixture, spurious, cycle", () => {
  const net = new Network(8, 8);
  for (const hex of ["0x1834246464643c18", "0x381818181c183818", "0x703c0e1c303c3830"])
    net.store(parseHex(hex));
  net.setState(parseHex("0x383c0c1c343c3818")); // where a golden trace ends: neither of the three
  assert.equal(net.restless, 0);
  assert.ok(["mixture", "spurious"].includes(net.outcome().kind));
  const memories = [0, 1, 2].map((index) => net.memory(index));
  const blend = memories[0].map((_, cell) =>
    Math.sign(memories[0][cell] + memories[1][cell] + memories[2][cell]),
  );
  assert.equal(net.outcome().kind === "mixture", printHex(blend) === "0x383c0c1c343c3818");

  const half = new Network(8, 8);
  half.store(SEVEN);
  half.setState(SEVEN);
  half.corrupt(32);
  half.setOrder("synchronous");
  assert.deepEqual([half.settle(9).kind, half.time], ["cycle", 128]);

  const empty = new Network(8, 8);
  assert.deepEqual([empty.settle(9).kind, empty.outcome().memories], ["spurious", []]); // recall with no memory: at rest at once
});

test("runUntilSettled stops where settle does, or after so many updates", () => {
  for (const order of ["random", "shuffled", "cyclic", "synchronous"]) {
    const [net, twin] = [broken(9), broken(9)];
    net.setOrder(order);
    twin.setOrder(order);
    assert.equal(net.runUntilSettled(3), false);
    assert.equal(net.time, 3);
    assert.equal(net.runUntilSettled(6400), true);
    assert.equal(net.time, twin.settle(100).updates);
    assert.deepEqual(net.state(), twin.state());
    assert.equal(net.runUntilSettled(0), true);
  }
});

test("travel shows every moment again; running on and restart go the same way", () => {
  const net = broken(12);
  const states = [net.state()];
  const steps = [];
  for (let update = 0; update < 150; update++) {
    steps.push(net.step());
    states.push(net.state());
  }
  for (let time = 150; time >= 0; time--) {
    net.travel(time);
    assert.deepEqual([net.time, net.end, net.state()], [time, 150, states[time]]);
    assert.equal(net.flips, steps.slice(0, time).filter((step) => step.flipped).length);
    assert.equal(net.energy(), time ? steps[time - 1].energy : net.energy());
    if (time) assert.deepEqual(net.moment(time), steps[time - 1]);
  }
  net.travel(40);
  assert.deepEqual(
    steps.slice(40).map(() => net.step()),
    steps.slice(40),
  );
  net.restart();
  assert.deepEqual([net.time, net.end, net.state(), net.seed], [0, 0, states[0], 7n]);
  assert.deepEqual(
    steps.map(() => net.step()),
    steps,
  );
  net.flip(0); // an edit begins a new trace
  assert.deepEqual([net.time, net.first, net.end, net.flips], [0, 0, 0, 0]);
});

test("pictures are read and printed", () => {
  const art = "#..\n.##";
  const parsed = parsePicture(art);
  assert.ok(isPlain(parsed) && parsed.picture instanceof Int8Array);
  assert.deepEqual(parsed, { rows: 2, columns: 3, picture: Int8Array.of(1, -1, -1, -1, 1, 1) });
  assert.equal(printPicture(parsed.picture, 2, 3), art);
  assert.equal(printHex(SEVEN), "0x040c081c3c306078");
  assert.deepEqual(parseHex("1"), new Int8Array(64).fill(-1).with(0, 1));
});

test("the types hold the contract's signatures", () => {
  const Kind = '"memory" | "inverse" | "mixture" | "spurious" | "cycle" | "unsettled"';
  const signatures = [
    `Kind = ${Kind};`,
    'Order = "random" | "shuffled" | "cyclic" | "synchronous";',
    'Rule = "hebb" | "storkey" | "projection" | "perceptron" | "symmetric-perceptron" | "dreaming-kernel" | "dense" | "exponential";',
    "interface Step { cell: number; field: number; flipped: boolean; energy: number | null }",
    "interface Outcome { kind: Kind; memories: number[]; signs: number[]; updates: number; sweeps: number; flips: number; energy: number | null }",
    ..."rows columns cells memoryCount restless time first end flips temperature"
      .split(" ")
      .map((name) => `readonly ${name}: number;`),
    "readonly rule: Rule;",
    "readonly order: Order;",
    "readonly bias: boolean;",
    "readonly seed: bigint;",
    "constructor(rows: number, columns: number);",
    "store(picture: Int8Array): number;",
    "forget(index: number): void;",
    "moveMemory(from: number, to: number): void;",
    "memory(index: number): Int8Array;",
    "isStable(index: number): boolean;",
    "weakest(index: number): number;",
    "restlessCells(index: number): Uint16Array;",
    "memoryEnergy(index: number): number;",
    "memoryOverlaps(index: number): Float64Array;",
    "setRule(name: Rule, parameter?: number): void;",
    "setBias(on: boolean): void;",
    "setOrder(order: Order): void;",
    "setTemperature(t: number): void;",
    "setSeed(seed: bigint): void;",
    "freshSeed(): bigint;",
    "state(): Int8Array;",
    "setState(picture: Int8Array): void;",
    "flip(cell: number): void;",
    "corrupt(cells: number): void;",
    "energy(): number;",
    "field(cell: number): number;",
    "overlaps(): Float64Array;",
    "couplings(): Float64Array;",
    "outcome(): Outcome;",
    "step(): Step;",
    "run(updates: number): number;",
    "settle(maxSweeps: number): Outcome;",
    "runUntilSettled(updates: number): boolean;",
    "moment(time: number): Step;",
    "travel(time: number): void;",
    "restart(): void;",
    "export function hasCouplings(rule: Rule): boolean;",
    "export function parsePicture(art: string): { rows: number; columns: number; picture: Int8Array };",
    "export function printPicture(picture: Int8Array, rows: number, columns: number): string;",
    "export function parseHex(hex: string): Int8Array;",
    "export function printHex(picture: Int8Array): string;",
  ];
  assert.deepEqual(
    signatures.filter((signature) => !types.includes(signature)),
    [],
  );
});

test("every property has a type under its own name", () => {
  const properties = Object.entries(Object.getOwnPropertyDescriptors(Network.prototype));
  const named = properties.filter(([, { get }]) => get).map(([name]) => `readonly ${name}: `);
  assert.ok(named.length > 20, `${named.length} properties`);
  assert.deepEqual(
    named.filter((property) => !types.includes(property)),
    [],
  );
});

test("the rule's parameter as it was set, the usual one, or none", () => {
  const net = new Network(8, 8);
  for (const [rule, usual, other] of [
    ["hebb", undefined],
    ["storkey", undefined],
    ["projection", undefined],
    ["perceptron", undefined, 100], // 10 N, left to the size of the grid
    ["symmetric-perceptron", 0.7, 0],
    ["dreaming-kernel", 10, 2.5],
    ["dense", 3, 4],
    ["exponential", undefined],
  ]) {
    net.setRule(rule);
    assert.deepEqual([net.rule, net.ruleParameter], [rule, usual]);
    if (other === undefined) continue;
    net.setRule(rule, other);
    assert.deepEqual([net.rule, net.ruleParameter], [rule, other]);
  }
});

test("what a rule says of itself is what its network does", () => {
  const net = new Network(8, 8);
  net.store(SEVEN);
  const answers = (ask) => {
    try {
      ask();
      return true;
    } catch (error) {
      assert.match(error.message, /no couplings|no energy/);
      return false;
    }
  };
  const lacking = { couplings: [], energy: [] };
  const [, names] = /Rule = ([^;]*);/.exec(types);
  for (const rule of JSON.parse(`[${names.replaceAll("|", ",")}]`)) {
    net.setRule(rule);
    const [couplings, energy] = [answers(() => net.couplings()), answers(() => net.energy())];
    assert.deepEqual(
      [hasCouplings(rule), net.hasCouplings, net.hasEnergy],
      [couplings, couplings, energy],
      rule,
    );
    if (!couplings) lacking.couplings.push(rule);
    if (!energy) lacking.energy.push(rule);
  }
  assert.deepEqual(lacking, { couplings: ["dense", "exponential"], energy: ["perceptron"] });
  assert.throws(() => hasCouplings("hopfield"), { name: "RangeError", message: /one of hebb, .*"hopfield"/ });
  assert.throws(() => hasCouplings(undefined), { name: "TypeError", message: /the rule to be a string/ });
});
