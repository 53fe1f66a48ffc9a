// What drives other browsers: no program of theirs is left behind, and they are found on any machine.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { together } from "../scripts/browsers/together.mjs";
import { miniBrowser } from "../scripts/browsers/webkit.mjs";

const folder = mkdtempSync(join(tmpdir(), "hopfield-net-"));
test.after(() => rmSync(folder, { recursive: true }));

/** A program that tells its number in a file, and goes on for ever; `deaf`, even when it is asked to end. */
function going(name, deaf = false) {
  const file = join(folder, name);
  const script = `require("node:fs").writeFileSync(${JSON.stringify(file)}, String(process.pid));
    ${deaf ? 'process.on("SIGTERM", () => {});' : ""} setInterval(() => {}, 1000);`;
  return { file, args: ["-e", script] };
}

/** The number that a program tells. */
async function numberIn(file) {
  for (;;) {
    try {
      const number = Number(readFileSync(file, "utf8"));
      if (number > 0) return number;
    } catch {
      // not yet
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function runs(number) {
  try {
    process.kill(number, 0);
    return true;
  } catch {
    return false;
  }
}

test("what fails as it begins leaves no program behind, not even a deaf one", {
  timeout: 30_000,
}, async () => {
  const [one, two] = [going("one"), going("two", true)];
  const numbers = [];
  const begin = async (start) => {
    for (const { args } of [one, two]) start(process.execPath, args);
    for (const { file } of [one, two]) numbers.push(await numberIn(file));
    throw new Error("no door was opened");
  };
  await assert.rejects(together(begin), /no door was opened/);
  assert.deepEqual(numbers.map(runs), [false, false]);
});

test("a program that is not there is named, and the others end", { timeout: 30_000 }, async () => {
  const one = going("three");
  let number = 0;
  const begin = async (start) => {
    start(process.execPath, one.args);
    number = await numberIn(one.file);
    start("no-such-browser", []);
    return new Promise(() => {});
  };
  await assert.rejects(together(begin), /^Error: no-such-browser cannot be started: .*ENOENT/);
  assert.equal(runs(number), false);
});

test("all is well: what was begun goes on until it is ended", { timeout: 30_000 }, async () => {
  const one = going("four");
  const { number, end } = await together(async (start, end) => {
    start(process.execPath, one.args);
    return { number: await numberIn(one.file), end };
  });
  assert.ok(runs(number));
  await end();
  assert.equal(runs(number), false);
});

test("MiniBrowser lies in a folder named after the machine, or is said to be missing", () => {
  const lib = join(folder, "lib");
  mkdirSync(join(lib, "python3"), { recursive: true });
  assert.throws(() => miniBrowser(lib), /expected .*webkit2gtk-4\.1\/MiniBrowser/);
  const place = join(lib, "aarch64-linux-gnu/webkit2gtk-4.1");
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "MiniBrowser"), "");
  assert.equal(miniBrowser(lib), join(place, "MiniBrowser"));
});
