// Bad input, through the face: an error that says what was expected and what came, and a network that is exactly as it
// was, down to the steps that it takes next. One instance of the wasm serves all of this file: nothing may trap.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Network, Painter, parseHex, parsePicture, printHex, printPicture } from "./support/core.mjs";

const SEVEN = parseHex("0x040c081c3c306078");
const [GRID, LENGTH] = ["grid of 1 to 64 rows and 1 to 64 columns", "picture of 64 cells"];

/** Two networks in the middle of the same warm, travelled run. */
function twins() {
  return [1, 2].map(() => {
    const net = new Network(8, 8);
    for (const hex of ["0x1834246464643c18", "0x381818181c183818", "0x3864603018181618"])
      net.store(parseHex(hex));
    net.setState(SEVEN);
    net.setSeed(99n);
    net.setBias(true);
    net.corrupt(12);
    net.setOrder("shuffled");
    net.setTemperature(0.1);
    net.run(150);
    net.travel(100);
    return net;
  });
}

/** All that a network shows. */
function shown(net) {
  const {
    rows,
    columns,
    memoryCount,
    rule,
    bias,
    order,
    temperature,
    seed,
    restless,
    time,
    first,
    end,
    flips,
  } = net;
  return {
    ...{
      rows,
      columns,
      memoryCount,
      rule,
      bias,
      order,
      temperature,
      seed,
      restless,
      time,
      first,
      end,
      flips,
    },
    memories: Array.from({ length: memoryCount }, (_, index) => net.memory(index)),
    moments: Array.from({ length: end - first }, (_, update) => net.moment(first + 1 + update)),
    state: net.state(),
    energy: net.energy(),
    couplings: net.couplings(),
    overlaps: net.overlaps(),
    outcome: net.outcome(),
  };
}

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
  [Infinity, RangeError, "inf"],
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

const noMemory = [[[3], RangeError, "a memory from 0 to 2", "3"], ...notWhole];
const noCell = [[[64], RangeError, "a cell from 0 to 63", "64"], ...notWhole];

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
    [[Infinity], RangeError, "a finite number from 0 up", "inf"],
    [[-Infinity], RangeError, "a finite number from 0 up", "-inf"],
    [["1"], TypeError, "the temperature to be a number", "string"],
    [[null], TypeError, "the temperature to be a number", "null"],
    [[undefined], TypeError, "the temperature to be a number", "undefined"],
  ],
  setSeed: [
    [[7], TypeError, "a bigint", "7"],
    [["7"], TypeError, "a bigint", "string"],
    [[NaN], TypeError, "a bigint", "NaN"],
    [[null], TypeError, "a bigint", "null"],
    [[undefined], TypeError, "a bigint", "undefined"],
    [[-1n], RangeError, "from 0n to 2n ** 64n - 1n", "-1"],
    [[2n ** 64n], RangeError, "from 0n to 2n ** 64n - 1n", "18446744073709551616"],
    [[-(2n ** 64n) + 7n], RangeError, "from 0n to 2n ** 64n - 1n", "-18446744073709551609"], // 7 when cut to 64 bits
  ],
  flip: noCell,
  field: noCell,
  corrupt: [[[65], RangeError, "0 to 64", "65"], ...notWhole],
  run: notWhole,
  settle: notWhole,
  runUntilSettled: notWhole,
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
    return typeof value === "function" && value.length > 0 && name !== "constructor";
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

test("a canvas that is none is refused, and the network goes on", () => {
  const painter = new Painter({
    active: "",
    inactive: "",
    ink: "",
    paper: "",
    muted: "",
    line: "",
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
