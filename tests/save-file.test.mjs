// Files: what is saved is opened again exactly; what is wrong is refused, with its place.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Network } from "./support/core.mjs";
import { page } from "./support/page.mjs";
import { sessions } from "./support/sessions.mjs";

const { readFile, writeFile, tidyName, firstPicture, buildAtMoment } = await page(
  "save-file",
  "setup",
  "labels",
  "first-picture",
);

const file = () => JSON.parse(writeFile({ setup: firstPicture(), view: { show: "why", speed: 64 } }));

/** Changes a good file and expects it to be refused in these words. */
function refused(change, expected) {
  const changed = file();
  change(changed);
  assert.throws(() => readFile(JSON.stringify(changed)), { name: "RangeError", message: expected });
}

test("a thousand random sessions come back exactly, with every dose of their sleep", () => {
  let doses = 0;
  fc.assert(
    fc.property(sessions(tidyName, { dreams: 60 }), (setup) => {
      assert.deepEqual(readFile(writeFile({ setup, view: {} })), { setup, view: {} });
      doses += setup.slept?.doses.length ?? 0;
    }),
    { numRuns: 1000, seed: 5 },
  );
  assert.ok(doses > 3000, `${doses} doses`);
});

test("what of the page it tells", () => {
  for (const speed of [1, 64, 1e9]) {
    const view = { show: "sleep", speed };
    assert.deepEqual(readFile(writeFile({ setup: firstPicture(), view })).view, view);
  }
});

test("a person can read it", () => {
  const text = writeFile({ setup: firstPicture(), view: {} });
  assert.match(
    text,
    /^\{\n "hopfield-net": 1,\n "rows": 8,\n "columns": 8,\n "memories": \[\n {2}\{\n {3}"name": "zero",/,
  );
  const rows = [...text.matchAll(/^ +"([.#]{8})",?$/gm)].map(([, row]) => row);
  assert.deepEqual(rows.slice(0, 3), ["...##...", "..####..", "..#..##."]);
  assert.match(text, /"seed": "317"/);
});

test("what is wrong is named, with its place and what was expected", () => {
  refused((file) => file.memories[2].picture.pop(), "memories[2].picture: expected 8 rows, got 7");
  refused((file) => {
    file.memories[1].picture[3] = "....";
  }, "memories[1].picture[3]: expected 8 cells, got 4");
  refused((file) => {
    file.memories[1].picture[3] = "...x....";
  }, 'memories[1].picture[3]: expected a row of # and dots, got "...x...."');
  for (const [key, value, expected] of [
    ["hopfield-net", 2, "hopfield-net: expected version 1, got 2"],
    ["hopfield-net", undefined, "expected a file that hopfield-net has saved: “hopfield-net” is missing"],
    ["rows", 65, /^rows and columns: expected a grid of 1 to 64 rows and 1 to 64 columns, got 65 x 8$/],
    ["rows", "8", /^rows and columns: expected .* got string/],
    ["columns", 7, "memories[0].picture[0]: expected 7 cells, got 8"],
    ["memories", {}, "memories: expected a list, got {}"],
    ["memories", [3], "memories[0]: expected { … }, got 3"],
    ["cue", undefined, "cue: expected a list, got nothing"],
    ["rule", "hopf", /^rule: expected the rule to be one of hebb, .* got "hopf"$/],
    ["parameter", 2, /^rule: expected /],
    ["bias", 1, /^bias: expected the bias to be true or false, got 1$/],
    ["order", "up", /^order: expected the order to be one of/],
    ["temperature", -1, /^temperature: expected the temperature .* got -1$/],
    ["temperature", null, /^temperature: expected .* got null|object/],
    ["seed", 317, "seed: expected digits in quotes, got 317"],
    ["seed", "99999999999999999999", /^seed: expected/],
    ["updates", 1e12, "updates: expected a whole number from 0 to 1048576, got 1000000000000"],
    ["updates", 0.5, "updates: expected a whole number from 0 to 1048576, got 0.5"],
    ["sleep", 3, "sleep: expected { … }, got 3"],
    ["sleep", { fineness: 0, dreams: 0, daydreams: 0, doses: [] }, /^sleep: expected 1 \/ epsilon/],
    [
      "sleep",
      { fineness: 100, dreams: 1, daydreams: 0, doses: [{ doses: 0.5, picture: Array(8).fill("........") }] },
      /^sleep: expected the doses to be whole numbers, got 0.5/,
    ],
    [
      "sleep",
      { fineness: 100, dreams: 1, daydreams: 0, doses: [{ doses: -1, picture: [] }] },
      "sleep.doses[0].picture: expected 8 rows, got 0",
    ],
    ["show", "<img>", "show: expected the name of a lens"],
    ["speed", "7", "speed: expected one of 1, 4, 16, 64, 256, max"],
  ]) {
    refused((file) => {
      file[key] = value;
    }, expected);
  }
});

test("what is no such file at all", () => {
  for (const [text, expected] of [
    ["", /^expected JSON: /],
    ["GIF89a", /^expected JSON: /],
    ['{"hopfield-net": 1', /^expected JSON: /],
    ["[]", "the file: expected { … }, got []"],
    ["null", "the file: expected { … }, got null"],
    ['{"name": "left-pad"}', /“hopfield-net” is missing/],
    [" ".repeat(16_000_001), "expected at most 16000000 letters, got 16000001"],
    [
      `{"hopfield-net": "${"<script>".repeat(1e5)}"}`,
      /^hopfield-net: expected version 1, got "<script>.{0,40}…$/,
    ],
  ])
    assert.throws(() => readFile(text), { name: "RangeError", message: expected });
});

test("no damage makes it do anything but refuse or read", () => {
  const values = fc.oneof(fc.jsonValue(), fc.constantFrom(null, -1, 0.5, 1e308, "", "8", [], {}, true));
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(file()), "sleep", "parameter"), values, (key, value) => {
      try {
        const { setup } = readFile(JSON.stringify({ ...file(), [key]: value }));
        assert.equal(setup.cue.length, setup.rows * setup.columns);
      } catch (error) {
        assert.equal(error.name, "RangeError", error.stack);
        assert.ok(error.message.length < 300, error.message);
      }
    }),
    { numRuns: 3000, seed: 3 },
  );
});

test("a moment that thousands of memories put off for minutes is not waited for: running on leads there", () => {
  const pictures = Array.from({ length: 2000 }, (_, i) =>
    Int8Array.from({ length: 4096 }, (_, cell) => (((cell + 1) * (i + 3) ** 2) % 97 < 48 ? 1 : -1)),
  );
  const memories = pictures.map((picture, i) => ({ name: `picture ${i}`, hue: 0, picture }));
  const setup = { ...firstPicture(), rows: 64, columns: 64, memories, cue: pictures[7] };
  Object.assign(setup, { rule: "exponential", temperature: 2, time: 2 ** 20 });
  const network = new Network(64, 64);
  buildAtMoment(network, setup);
  assert.ok(network.time > 0 && network.time < 2 ** 20, `${network.time} updates`);
  const straight = new Network(64, 64);
  buildAtMoment(straight, { ...setup, time: 0 });
  straight.run(network.time);
  assert.deepEqual(straight.state(), network.state());
});
