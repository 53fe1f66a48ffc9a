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

/** Each budget with the `size` of its files in KB. */
export function measure() {
  const budgets = JSON.parse(readFileSync(join(root, "budgets.json"), "utf8"));
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
  const failed = budgets.filter(({ size, ceiling }) => size > ceiling).length;
  return { passed: budgets.length - failed, failed };
}

function markdown() {
  const rows = measure().map(({ name, size, ceiling, wanted }) =>
    [name, kb(size), kb(ceiling), kb(wanted)].join(" | "),
  );
  return ["What is downloaded | Gzipped | Ceiling | Wanted", ":--- | ---: | ---: | ---:", ...rows]
    .map((row) => `| ${row} |`)
    .join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(() => console.log(markdown()));
