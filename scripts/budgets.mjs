// What may be downloaded, in gzipped KB (1000 bytes): budgets.json says for which files of dist/. `wanted` is the bar that was
// set, `ceiling` what no build may exceed: where the bar is not reached yet, just above what there is, so that it cannot grow
// unnoticed. `npm run budgets` prints the table of the README.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { root } from "./run.mjs";
import { main, Problem } from "./say.mjs";

const dist = join(root, "dist");

/** How far the README's figures may be from a build's, KB: compilers and compressors of two machines differ a little. */
const TOLERANCE = 0.5;

const text = (name) => readFileSync(join(root, name), "utf8");

/** What may be downloaded, as budgets.json has it. */
export const allowed = () => JSON.parse(text("budgets.json"));

/** Each budget with the `size` of its files in KB. */
function measure() {
  const budgets = allowed();
  const built = existsSync(dist) ? readdirSync(dist) : [];
  return budgets.map((budget) => {
    const bytes = budget.files.map((file) => gzipped(the(file, built)));
    return { ...budget, size: bytes.reduce((sum, size) => sum + size, 0) / 1000 };
  });
}

/** The one built file of a name, in which `*` stands for the hash of its content. */
function the(file, built) {
  const [before, after] = file.split("*");
  const found = built.filter((name) =>
    after === undefined
      ? name === file
      : name.startsWith(before) &&
        /^\w+$/.test(name.slice(before.length, -after.length)) &&
        name.endsWith(after),
  );
  if (found.length === 1) return found[0];
  throw new Problem(
    `budgets.json: expected one file ${file} in dist/; got ${found.length}. Build it: npm run build`,
  );
}

const gzipped = (name) => gzipSync(readFileSync(join(dist, name)), { level: 9 }).length;

const kb = (number) => (number === undefined ? "–" : `${number.toFixed(1)} KB`);

/** Says how each budget stands, and counts those that were kept. */
export function checkBudgets() {
  const budgets = measure();
  console.log(
    `  ${"gzipped".padEnd(48)} ${["size", "ceiling", "wanted"].map((word) => word.padStart(9)).join(" ")}`,
  );
  for (const { name, size, ceiling, wanted } of budgets) {
    const figures = [size, ceiling, wanted].map((number) => kb(number).padStart(9)).join(" ");
    console.log(`  ${name.padEnd(48)} ${figures}${size > ceiling ? "  TOO LARGE" : ""}`);
  }
  const wrong = differences(text("README.md"), budgets);
  for (const words of wrong) console.log(`  README.md: ${words}`);
  if (wrong.length > 0) console.log("  Put what `npm run budgets` prints into README.md.");
  const failed = budgets.filter(({ size, ceiling }) => size > ceiling).length + (wrong.length > 0 ? 1 : 0);
  return { passed: budgets.length + 1 - failed, failed };
}

const HEADER = "| What is downloaded | Gzipped | Ceiling | Wanted |";

export function markdown(budgets) {
  const rows = budgets.map(
    ({ name, size, ceiling, wanted }) => `| ${[name, kb(size), kb(ceiling), kb(wanted)].join(" | ")} |`,
  );
  return [HEADER, "| :--- | ---: | ---: | ---: |", ...rows].join("\n");
}

/** In what the table of a text differs from the one of these budgets; a size may be off by a little, or not be known. */
export function differences(text, budgets) {
  const table = text.split(`${HEADER}\n`)[1] ?? "";
  const rows = /^(?:\|.*\n?)*/.exec(table)[0].trim().split("\n").slice(1);
  const told = rows.map((row) => row.split("|").map((cell) => cell.trim()));
  const [names, expected] = [told.map(([, name]) => name), budgets.map(({ name }) => name)];
  if (names.join() !== expected.join()) return [`expected rows for ${expected}; got ${names}`];
  return budgets.flatMap(({ name, size, ceiling, wanted }, i) => {
    const [, , gzipped, most, wish] = told[i];
    const near = size === undefined || Math.abs(Number.parseFloat(gzipped) - size) <= TOLERANCE;
    const columns = [
      ["Gzipped", near, `about ${kb(size)}`, gzipped],
      ["Ceiling", most === kb(ceiling), kb(ceiling), most],
      ["Wanted", wish === kb(wanted), kb(wanted), wish],
    ];
    return columns
      .filter(([, right]) => !right)
      .map(([column, , expected, got]) => `${name}, ${column}: expected ${expected}, got ${got}`);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(() => console.log(markdown(measure())));
