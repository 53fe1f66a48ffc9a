// Links: what is written is read, and runs the same; what comes from strangers does no harm.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { page } from "./support/page.mjs";
import { networkOf, sessions } from "./support/sessions.mjs";

const { readLink, writeLink, build, buildAtMoment, tidyName, firstPicture } = await page(
  "link",
  "setup",
  "labels",
  "first-picture",
);

/** Pictures that strangers would send. */
const SEVEN = "digit:7";
const read = (hash) => readLink(hash) ?? assert.fail(`${hash} says nothing`);
/** The problems of a link that are expected, one pattern each. */
function problems(hash, ...expected) {
  const found = read(hash);
  assert.equal(found.problems.length, expected.length, found.problems.join("\n"));
  for (const [i, pattern] of expected.entries()) assert.match(found.problems[i], pattern);
  return found.setup;
}

test("a thousand random sessions come back, and run the same flip for flip", () => {
  let flips = 0;
  let slept = 0;
  fc.assert(
    fc.property(sessions(tidyName), (setup) => {
      const { hash, left } = writeLink(setup);
      const back = read(hash);
      assert.deepEqual(back.problems, []);
      if (left.length > 0) {
        assert.deepEqual(left, ["what it dreamt"]);
        delete setup.slept;
      }
      if (setup.slept) slept += 1;
      assert.deepEqual(back.setup, setup);
      const [first, second] = [networkOf(setup, build), networkOf(back.setup, build)];
      const shown = networkOf(back.setup, buildAtMoment);
      for (let time = 0; time < setup.time + 64; time += 1) {
        if (time === setup.time) assert.deepEqual(shown.state(), first.state());
        const update = first.step();
        assert.deepEqual(second.step(), update);
        if (time >= setup.time) assert.deepEqual(shown.step(), update);
        if (update.flipped) flips += 1;
      }
      assert.equal(shown.time, first.time);
      shown.free();
      first.free();
      second.free();
      assert.match(hash, /^#[A-Za-z0-9\-_%=&.,:+]*$/, "nothing that programs cut off a link");
    }),
    { numRuns: 1000, seed: 7 },
  );
  assert.ok(flips > 25_000, `${flips} flips`);
  assert.ok(slept > 300, `${slept} sessions that slept`);
});

test("the first picture is readable and short", () => {
  assert.equal(writeLink(firstPicture()).hash, "#v=1&m=digit:0,digit:3,digit:7&cue=XowNHjicMGQ&seed=317");
});

test("all that a link can say by hand", () => {
  const setup = problems(
    "#v=1&size=5x6&m=letter:A.my%20A.3,letter:B&cue=letter:B&rule=dense:4&bias=1&order=cyclic&t=0.5&seed=18446744073709551615&at=249",
  );
  const { memories, cue, ...rest } = setup;
  assert.deepEqual(
    memories.map(({ name, hue }) => [name, hue]),
    [
      ["my A", 3],
      ["B", 0],
    ],
  );
  assert.deepEqual(cue, memories[1].picture);
  assert.deepEqual(rest, {
    rows: 5,
    columns: 6,
    rule: "dense",
    parameter: 4,
    bias: true,
    order: "cyclic",
    temperature: 0.5,
    seed: 2n ** 64n - 1n,
    time: 249,
  });
});

test("what is unknown or broken is named, and the rest loads", () => {
  const setup = problems(
    `#v=2&m=${SEVEN},AAA,digit:10,${SEVEN}.%E0%A4%A,${SEVEN}.x.9,${SEVEN}.a.1.2&rule=hopf&order=up&bias=yes&t=-1&seed=18446744073709551616&at=-3&colour=red&seed=4&sleep=100.1.0,${"A".repeat(11)}.-5&show=<b>&speed=7`,
    /^nothing is known of “colour”$/,
    /^seed comes twice$/,
    /^v: this page reads version 1, not “2”$/,
    /^memory 2: expected 11 letters of base64url for 8 by 8 cells, got 3$/,
    /^memory 3: expected digit:0 to digit:9, got "digit:10"$/,
    /^memory 4: its name “%E0%A4%A” is broken$/,
    /^memory 5: expected a colour from 0 to 7, got “9”$/,
    /^memory 6: expected a picture, a name and a colour, got more$/,
    /^rule: expected the rule to be one of hebb, .* got "hopf"$/,
    /^bias: expected 0 or 1, got “yes”$/,
    /^order: expected the order to be one of .* got "up"$/,
    /^t: expected the temperature to be .* got -1$/,
    /^seed: expected .* got “18446744073709551616”$/,
    /^sleep: expected the doses to be at most 1 for so many dreams, got 5$/,
    /^at: expected a number of updates, got “-3”$/,
    /^show: expected the name of a lens$/,
    /^speed: expected one of 1, 4, 16, 64, 256, max$/,
  );
  assert.equal(setup.memories.length, 3);
  assert.deepEqual(
    [setup.rule, setup.order, setup.bias, setup.temperature, setup.seed, setup.time],
    ["hebb", "random", false, 0, 1n, 0],
  );
});

test("numbers out of range", () => {
  for (const t of ["NaN", "Infinity", "1e999", "-0.1", "", "0x10", "1,5", "١"])
    problems(`#t=${t}`, /^t: expected /);
  for (const seed of ["-1", "1e3", "0.5", "9".repeat(20), "9".repeat(30)])
    problems(`#seed=${seed}`, /^seed: expected /);
  for (const size of ["0x8", "65x8", "8", "8x", "-8x8", "1e9x1", "999x999"])
    problems(`#size=${size}`, /^size: expected /);
  for (const rule of ["dense:1e999", "dense:-1", "dense:2.5", "perceptron:x", "hebb:NaN"])
    problems(`#rule=${rule}`, /^rule: expected /);
  assert.equal(problems("#at=1000000000000", /^at: it ran for 1048576 updates/).time, 2 ** 20);
  assert.equal(problems("#t=1e-7").temperature, 1e-7);
});

test("a run that was over long ago is not made to its end", () => {
  const setup = problems(`#m=${SEVEN}&cue=${SEVEN}&at=1000000`);
  const network = networkOf(setup, buildAtMoment);
  assert.ok(network.time < 5000, `${network.time} updates`);
  const build = (network, setup) => buildAtMoment(network, setup, Number.POSITIVE_INFINITY);
  const warm = networkOf({ ...setup, temperature: 0.3 }, build);
  assert.equal(warm.time, 1_000_000);
});

test("a sleep under a rule without couplings is refused, the rule stays", () => {
  const setup = problems(`#m=${SEVEN}&rule=exponential&sleep=100.1.0,${"A".repeat(11)}.-1`, /^sleep: /);
  assert.deepEqual([setup.rule, setup.slept], ["exponential", undefined]);
});

test("thousands of memories and megabytes are cut, and said to be", () => {
  const many = problems(
    `#m=${Array(5000).fill("AAECAwQFBgc").join(",")}`,
    /letters long, and only the first 32000/,
    /more than 100 memories/,
  );
  assert.equal(many.memories.length, 100);
  const start = performance.now();
  problems(
    `#t=0.5&${"x".repeat(2 ** 20)}`,
    /^it is 1048582 letters long, and only the first 32000 were read$/,
    /^nothing is known of “x{40}…”$/,
  );
  problems(`#m=${"%".repeat(2 ** 20)}`, /letters long/, /^memory 1: expected 11 letters/);
  problems(`#${"&".repeat(2 ** 20)}`, /letters long/, /^it has more than 40 parts$/);
  assert.ok(performance.now() - start < 1000, "in less than a second");
});

test("names are plain text, whatever they hold", () => {
  const { memories } = problems(
    `#m=${SEVEN}.%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E,${SEVEN}.a%00%E2%80%AEb%0Ac,${SEVEN}.${"%C3%A4".repeat(500)}`,
  );
  assert.deepEqual(
    memories.map(({ name }) => name),
    ["<img src=x onerror=alert(1)>", "a b c", "ä".repeat(40)],
  );
});

test("no text at all makes it throw, and what it reads can be built", () => {
  const keys = fc.constantFrom(
    "v",
    "size",
    "m",
    "cue",
    "rule",
    "bias",
    "order",
    "t",
    "seed",
    "at",
    "sleep",
    "show",
    "speed",
    "q",
    "",
  );
  const values = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "1",
      "8x8",
      "64x1",
      "digit:7",
      "digit:7.a.3,letter:Q",
      "perceptron",
      "dense:9",
      "cyclic",
      "0.7",
      "max",
      "why",
      "100.2.1,AAAAAAAAAAA.-1",
    ),
  );
  const hashes = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc
      .array(fc.tuple(keys, values), { maxLength: 14 })
      .map((parts) => parts.map((part) => part.join("=")).join("&")),
    // a good one, cut anywhere
    fc
      .tuple(sessions(tidyName), fc.nat(400))
      .map(([setup, length]) => writeLink(setup).hash.slice(0, length)),
  );
  fc.assert(
    fc.property(hashes, (hash) => {
      const found = readLink(hash);
      if (!found) return;
      for (const problem of found.problems) assert.ok(problem.length <= 170, problem);
      const { setup } = found;
      if (setup.time < 1000) networkOf(setup, build).free();
    }),
    { numRuns: 2000, seed: 11 },
  );
});

test("nothing says nothing", () => {
  assert.equal(readLink(""), undefined);
  assert.equal(readLink("#"), undefined);
});

test("a long sleep is left out, and said to be; a short link leaves out names", () => {
  const setup = firstPicture();
  const pictures = Array.from({ length: 200 }, (_, i) =>
    setup.cue.map((cell, j) => (j === i % 64 || j === i >> 6 ? -cell : cell)),
  );
  setup.slept = { fineness: 100, dreams: 200, daydreams: 0, pictures, doses: pictures.map(() => -1) };
  setup.memories[0].name = "round";
  assert.deepEqual(writeLink(setup).left, ["what it dreamt"]);
  assert.match(writeLink(setup).hash, /m=digit:0\.round,digit:3/);
  const short = writeLink(setup, {}, true);
  assert.deepEqual(short.left, ["what it dreamt", "the names"]);
  assert.match(short.hash, /m=digit:0,digit:3/);
});

test("words that objects know of themselves are no kinds of pictures", () => {
  const { problems } = readLink("#m=constructor:7,__proto__:x,toString:1&cue=valueOf:2");
  assert.equal(problems.length, 4);
  for (const problem of problems)
    assert.match(problem, /expected digit:0 to digit:9, letter:A to letter:Z, got "/);
});
