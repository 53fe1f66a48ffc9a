// Hostile input: random and damaged text for everything that parses. Only the errors that are documented may come, soon, with no NaN
// in what is understood, and a network that refuses is as it was. Seeded; the long run, of ten million in all: npm run fuzz -- --inputs 2700000
import assert from "node:assert/strict";
import { test } from "node:test";
import { Network, parseHex, parsePicture, printHex, printPicture } from "./support/core.mjs";
import { page } from "./support/page.mjs";

const {
  readLink,
  writeLink,
  readFile,
  writeFile,
  readAttributes,
  decodePicture,
  encodePicture,
  readPicture,
} = await page("link", "save-file", "element-attributes", "picture-code");

/** Inputs for a short parser, and a part of it for those that read more; the suite takes some ten seconds. */
const named = process.argv.indexOf("--inputs");
const INPUTS = named < 0 ? 40_000 : Number(process.argv[named + 1]);
/** A long input may take so long, ms: far more than any needs, far less than anybody waits. */
const LONGEST = 1000;

/** Marsaglia's xorshift, 32 bits: the same inputs on every machine. */
function generator(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const one = (random, list) => list[random(list.length)];

/** What hostile text is made of: marks that mean something to some parser, numbers at the edge, letters of many kinds. */
const PIECES = [
  ..."#.&=,:;+-_%/\\\"'{}[]()<> \t\n\r\0eExX0123456789abcdefABCDEF",
  ..."v size m cue rule bias order t seed at sleep show speed".split(" ").map((key) => `&${key}=`),
  ..."digit: letter: constructor: __proto__: 8x8 64x64 0x0 65x1 hebb dense:4 dense:1e9 random synchronous true null".split(
    " ",
  ),
  ..."-0 -1 1e999 -1e999 NaN Infinity 0.1 1e-320 18446744073709551615 18446744073709551616".split(" "),
  ...'"hopfield-net":1 "rows":8 "columns" "memories":[ "cue":[ "sleep":{ "doses" "__proto__":'.split(" "),
  ..."é ß 漢 👩‍🚀 \ud800 \u202e \ufeff %00 %ff %F0%9F AAECAwQFBgc".split(" "),
];

function noise(random) {
  const pieces = random(8) === 0 ? 400 : 12;
  return Array.from({ length: random(pieces) }, () => one(random, PIECES)).join("");
}

/** A good text, damaged in a few places. */
function damaged(random, text) {
  let result = text;
  for (let i = random(4); i >= 0; i -= 1) {
    const at = random(result.length + 1);
    const to = at + random(random(4) === 0 ? 40 : 3);
    const piece = one(random, [one(random, PIECES), "", result.slice(at, to).repeat(2)]);
    result = result.slice(0, at) + piece + result.slice(to);
  }
  return result;
}

const input = (random, good) => (random(3) === 0 ? noise(random) : damaged(random, one(random, good)));

/** Feeds a parser: counts what it understood and what it refused, by an error of a documented class. */
function feed({ good, parse, check, inputs = INPUTS, seed, refusals = [RangeError] }) {
  const random = generator(seed);
  let understood = 0;
  for (let i = 0; i < inputs; i += 1) {
    const text = input(random, good);
    const begun = performance.now();
    let result;
    try {
      result = parse(text);
    } catch (error) {
      const documented = refusals.some((kind) => error instanceof kind) && error.message.length < 600;
      if (!documented) throw new Error(`${JSON.stringify(text)} throws`, { cause: error });
    }
    const took = performance.now() - begun;
    assert.ok(took < LONGEST, `${JSON.stringify(text.slice(0, 200))} takes ${took} ms`);
    if (result === undefined) continue;
    understood += 1;
    assert.ok(!holdsNaN(result), `${JSON.stringify(text)} gives NaN`);
    check?.(result, text);
  }
  return { understood, refused: inputs - understood };
}

function holdsNaN(value) {
  if (typeof value === "number") return !Number.isFinite(value);
  if (typeof value !== "object" || value === null || value instanceof Int8Array) return false;
  return Object.values(value).some(holdsNaN);
}

/** Both sides of a parser must have been seen, or the inputs test nothing. */
function seen({ understood, refused }) {
  assert.ok(understood > INPUTS / 2000, `understood ${understood}`);
  assert.ok(refused > INPUTS / 2000, `refused ${refused}`);
}

const size = { rows: 8, columns: 8 };
const art = printPicture(parseHex("0x040c081c3c306078"), 8, 8);

test("pictures as rows of # and dots", () => {
  const good = [art, "#", "##\n..", `${".".repeat(64)}\n`.repeat(64), "#.\r\n.#\r\n"];
  const check = ({ rows, columns, picture }) => {
    assert.equal(picture.length, rows * columns);
    assert.deepEqual(parsePicture(printPicture(picture, rows, columns)).picture, picture);
  };
  seen(feed({ good, parse: parsePicture, check, seed: 1 }));
});

test("pictures in hexadecimal", () => {
  const check = (picture) => assert.deepEqual(parseHex(printHex(picture)), picture);
  seen(feed({ good: ["0x040c081c3c306078", "0", "ffffffffffffffff"], parse: parseHex, check, seed: 2 }));
});

test("pictures in base64url, and by name", () => {
  const good = ["AAECAwQFBgc", "__________8", "digit:7", "letter:q", "AAECAwQFBgc="];
  const parse = (text) => readPicture(text, size).picture;
  const check = (picture) => assert.deepEqual(decodePicture(encodePicture(picture), size), picture);
  seen(feed({ good, parse, check, seed: 3 }));
});

test("attributes: each is read or complained of, and never throws", () => {
  const good = [
    "digit:0 digit:7",
    "8",
    "dense:4",
    "0.4",
    "random",
    "pad energy",
    "max",
    "visible",
    "on",
    "0",
  ];
  let complaints = 0;
  const parse = (text) =>
    readAttributes(
      () => text,
      () => {
        complaints += 1;
      },
    );
  const { refused } = feed({ good, parse, seed: 4, refusals: [], inputs: INPUTS / 4 });
  assert.equal(refused, 0);
  assert.ok(complaints > INPUTS, `${complaints} complaints`);
});

const session = readLink("#v=1&m=digit:0,digit:3.three.5,letter:a&cue=AAECAwQFBgc&rule=hebb&seed=317&at=24");
const dreamt = readLink(
  "#m=digit:0&cue=digit:7&sleep=100.3.0,AAECAwQFBgc.-1,digit.2&t=0.5&order=shuffled&bias=1",
);

test("links: never throw, and what they say can be written and said again", () => {
  const good = [session, dreamt].map(({ setup }) => writeLink(setup).hash);
  good.push(
    "#v=1&size=16x12&m=digit:0&rule=dense:4&t=1e-3&show=weights&speed=16&sleep=100.1.0,AAECAwQFBgc.-1",
  );
  const check = ({ setup, problems }) => {
    for (const problem of problems) assert.ok(problem.length < 200, problem);
    const again = readLink(writeLink(setup).hash);
    assert.deepEqual(again.problems, []);
    assert.deepEqual(again.setup.memories, setup.memories);
  };
  const { understood } = feed({ good, parse: readLink, check, seed: 5, refusals: [], inputs: INPUTS / 16 });
  assert.ok(understood > INPUTS / 32);
});

test("save files: read exactly, or refused as a whole", () => {
  const good = [session, dreamt].map(({ setup }) => writeFile({ setup, view: { show: "why", speed: 16 } }));
  const check = (saved) => assert.deepEqual(readFile(writeFile(saved)), saved);
  seen(feed({ good, parse: readFile, check, seed: 6, inputs: INPUTS / 4 }));
});

test("a network that refuses is as it was, to the last update", () => {
  const network = new Network(8, 8);
  for (const hex of ["0x040c081c3c306078", "0x3c66666666663c00"]) network.store(parseHex(hex));
  const told = () => JSON.stringify(tellings(network));
  const random = generator(7);
  const values = () =>
    one(random, [
      noise(random),
      random(2 ** 32),
      -random(99),
      random(99) / 7,
      Number.NaN,
      null,
      undefined,
      {},
      [],
      2n,
    ]);
  let refused = 0;
  for (let i = 0; i < INPUTS / 4; i += 1) {
    const before = told();
    const [method, ...args] = one(random, [
      ["setRule", one(random, [values(), "dense", "perceptron", "dreaming-kernel"]), values()],
      ["setOrder", values()],
      ["setTemperature", values()],
      ["setSeed", values()],
      ["setSleep", values(), values(), values(), values(), values()],
      ["setState", values()],
      ["store", one(random, [values(), Int8Array.from({ length: 64 }, () => random(3) - 1)])],
      ["forget", values()],
      ["moveMemory", values(), values()],
      ["flip", values()],
      ["corrupt", values()],
    ]);
    try {
      network[method](...args);
    } catch (error) {
      refused += 1;
      assert.ok(error instanceof RangeError || error instanceof TypeError, `${method}(${args}): ${error}`);
      assert.equal(told(), before, `${method}(${args.map(String)})`);
    }
    assert.ok(!holdsNaN(tellings(network)), `${method}(${args.map(String)})`);
    if (network.memoryCount > 8) network.forget(0);
  }
  network.free();
  assert.ok(refused > INPUTS / 8, `${refused} refused`);
});

/** What a network can be asked that an act might change. */
function tellings(network) {
  const { rule, ruleParameter, bias, order, temperature, seed, time, end, memoryCount, dreams } = network;
  const memories = Array.from({ length: memoryCount }, (_, i) => printHex(network.memory(i)));
  const energy = network.hasEnergy ? network.energy() : undefined;
  const settings = { rule, ruleParameter, bias, order, temperature, seed: String(seed), time, end, dreams };
  return { ...settings, energy, memories, state: printHex(network.state()), cue: printHex(network.cue()) };
}
