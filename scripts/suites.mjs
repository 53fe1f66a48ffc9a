// The test suites, in the order in which they run. Each gives { passed, failed }: tests counted by its runner, or one for a check.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkBudgets } from "./budgets.mjs";
import { freePort } from "./port.mjs";
import { root, run } from "./run.mjs";
import { chromium } from "./set-up/chromium.mjs";
import { buildSite } from "./site.mjs";
import { buildWasm, forWasm } from "./wasm.mjs";

/** What `npm test -- NAME` runs; without a name, everything. */
export const groups = {
  rust: "the Rust sources: format, lints, tests",
  face: "the built WebAssembly under Node",
  page: "the page's sources and its production build",
  e2e: "the built page in Chromium",
};

/** `after` names the suite without which this one would test something stale: it then counts as failed. */
export const suites = [
  {
    name: "rustfmt",
    groups: ["rust"],
    run: ({ host }) => check(host.cargo, ["fmt", "--all", "--check"], host),
  },
  {
    name: "clippy",
    groups: ["rust"],
    run: ({ host }) =>
      check(host.cargo, ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"], host),
  },
  {
    name: "clippy for wasm32",
    groups: ["rust"],
    run: ({ wasm }) => {
      const { args, env } = forWasm(wasm);
      // --release: the macros it needs are then those of the WebAssembly build, compiled already.
      return check(
        wasm.cargo,
        ["clippy", "--release", "--lib", "--features", "paint,surveys", ...args, "--", "-D", "warnings"],
        { env },
      );
    },
  },
  { name: "cargo test", groups: ["rust"], run: cargoTest },
  {
    name: "WebAssembly build",
    groups: ["face", "page", "e2e"],
    run: (compilers) => passes(buildWasm(compilers)),
  },
  { name: "Node tests", groups: ["face"], after: "WebAssembly build", run: nodeTests },
  { name: "Biome", groups: ["page"], run: biome },
  {
    name: "TypeScript",
    groups: ["page"],
    after: "WebAssembly build",
    run: () => check(tool("tsc"), ["--noEmit"]),
  },
  {
    name: "production build",
    groups: ["page", "e2e"],
    after: "WebAssembly build",
    run: (compilers) => passes(buildSite(compilers)),
  },
  { name: "budgets", groups: ["page"], after: "production build", run: checkBudgets },
  { name: "browser tests", groups: ["e2e"], after: "production build", run: browserTests },
];

function tool(name) {
  return join(root, "node_modules/.bin", name);
}

/** A program that either succeeds or not. */
async function check(program, args, { env } = {}) {
  const { code } = await run(program, args, { env });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function biome() {
  // Left to itself, `biome ci` colours its words in a log file too.
  const colors = process.stdout.isTTY ? "force" : "off";
  return check(tool("biome"), ["ci", "--error-on-warnings", `--colors=${colors}`, "."]);
}

async function passes(work) {
  await work;
  return { passed: 1, failed: 0 };
}

/** The counts of a runner; one that failed without a failed test, as when a test does not compile, or found none, is one failure. */
function counted(code, passed, failed) {
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
}

async function cargoTest({ host }) {
  // xtask has no tests, and its dependencies would take a minute to compile once more.
  const args = ["test", "--workspace", "--exclude", "xtask", "--no-fail-fast"];
  const { code, output } = await run(host.cargo, args, { env: host.env, words: "both" });
  // One line a program: "test result: ok. 12 passed; 0 failed; ..."
  return counted(
    code,
    sum(output, /^test result: .* (\d+) passed;/gm),
    sum(output, /^test result: .* (\d+) failed;/gm),
  );
}

async function nodeTests() {
  const paths = files("tests", ".test.mjs");
  const { code, output } = await run("node", ["--test", "--test-reporter=spec", ...paths], { words: "both" });
  // The summary: "ℹ pass 12" and the like.
  return counted(code, sum(output, /^ℹ pass (\d+)$/gm), sum(output, /^ℹ (?:fail|cancelled) (\d+)$/gm));
}

async function browserTests() {
  const browser = await chromium();
  const report = join(root, "test-results/report.json");
  rmSync(report, { force: true });
  const { code } = await run(tool("playwright"), ["test", "--reporter=list,json"], {
    env: { CHROMIUM: browser, SITE_PORT: String(await freePort(4173)), PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
  const { expected, flaky, unexpected } = existsSync(report)
    ? JSON.parse(readFileSync(report, "utf8")).stats
    : {};
  if (flaky) console.log(`Passed only when run again: ${flaky}.`);
  return counted(code, (expected ?? 0) + (flaky ?? 0), unexpected ?? 0);
}

function files(folder, ending) {
  const names = readdirSync(join(root, folder), { recursive: true });
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

function sum(text, pattern) {
  return [...text.matchAll(pattern)].reduce((total, [, number]) => total + Number(number), 0);
}
