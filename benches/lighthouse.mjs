// npm run bench:lighthouse: what Lighthouse 12 says of essay, lab and frame, as a telephone in a mobile network would find them
// (its mobile preset, simulated): the middle of five runs, beside the bars. Lighthouse is fetched into .cache/ when it is first
// wanted. Its times are guesses from what the machine did: measure on a calm one.
import "../scripts/set-up/node.mjs";
import { existsSync, mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { cpus, loadavg } from "node:os";
import { extname, join, normalize } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { policy } from "../scripts/policy.mjs";
import { freePort } from "../scripts/port.mjs";
import { must, root } from "../scripts/run.mjs";
import { main, Problem, step } from "../scripts/say.mjs";
import { chromium } from "../scripts/set-up/chromium.mjs";

const VERSION = "12.8.2";
const folder = join(root, ".cache/lighthouse");
const program = join(folder, "node_modules/lighthouse/cli/index.js");

const { values: options } = parseArgs({ options: { runs: { type: "string", default: "5" } } });

const pages = {
  Essay: "article.html",
  Lab: "",
  Frame: "embed.html#memories=digit:0+digit:7&cue=digit:7&noise=12",
};

/** What is measured: where a report has it, and the bar. Times in ms. */
const figures = {
  Performance: { of: score("performance"), least: 95 },
  Blocking: { of: audit("total-blocking-time"), most: 150, unit: " ms" },
  "First paint": { of: audit("first-contentful-paint"), most: 1500, unit: " ms" },
  "Largest paint": { of: audit("largest-contentful-paint"), unit: " ms" },
  Shift: { of: ({ audits }) => audits["cumulative-layout-shift"].numericValue, digits: 3 },
  Accessibility: { of: score("accessibility"), least: 100 },
  "Best practices": { of: score("best-practices"), least: 100 },
  SEO: { of: score("seo"), least: 100 },
};

function score(category) {
  return ({ categories }) => 100 * categories[category].score;
}

function audit(name) {
  return ({ audits }) => audits[name].numericValue;
}

await main(async () => {
  if (!existsSync(join(root, "dist/article.html")))
    throw new Problem("There is no site in dist/ yet: npm run build");
  const browser = await chromium();
  if (!existsSync(program)) await step("Lighthouse", "100 MB, half a minute", fetched);
  const port = await freePort(Number(process.env.SITE_PORT ?? 4190));
  const server = serve(port);
  const missed = [];
  try {
    console.log(
      `\n${cpus()[0].model}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, Lighthouse ${VERSION}\n`,
    );
    console.log(
      `| | ${Object.keys(figures).join(" | ")} |\n|---|${"---:|".repeat(Object.keys(figures).length)}`,
    );
    console.log(`| Bar | ${Object.values(figures).map(bar).join(" | ")} |`);
    for (const [name, path] of Object.entries(pages)) {
      const reports = [];
      for (let i = 0; i < Number(options.runs); i += 1)
        reports.push(await report(browser, `http://localhost:${port}/${path}`));
      const cells = Object.entries(figures).map(([what, figure]) => {
        const value = median(reports.map(figure.of));
        if (value < figure.least || value > figure.most)
          missed.push(`${name}, ${what}: ${shown(value, figure)}, ${bar(figure)}`);
        return shown(value, figure);
      });
      console.log(`| ${name} | ${cells.join(" | ")} |`);
      for (const { title } of failed(reports[0])) console.log(`  ${name}: ${title}`);
    }
  } finally {
    server.close();
  }
  if (missed.length > 0) throw new Problem(`Bars missed:\n  ${missed.join("\n  ")}`);
});

async function fetched() {
  mkdirSync(folder, { recursive: true });
  await must(
    "npm",
    ["install", "--prefix", folder, "--no-save", "--no-audit", "--no-fund", `lighthouse@${VERSION}`],
    { words: "keep" },
  );
}

async function report(browser, url) {
  const words = await must(
    "node",
    [program, url, "--quiet", "--output=json", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"],
    { env: { CHROME_PATH: browser }, words: "keep" },
  );
  return JSON.parse(words.slice(words.indexOf("{")));
}

/** What a report finds wrong outside performance. */
function failed({ audits, categories }) {
  return ["accessibility", "best-practices", "seo"]
    .flatMap((name) => categories[name].auditRefs)
    .filter(({ weight }) => weight > 0)
    .map(({ id }) => audits[id])
    .filter(({ score }) => score !== null && score < 1);
}

/** dist/ as hosts of static pages serve it: compressed. */
function serve(port) {
  const types = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webmanifest": "application/manifest+json",
  };
  return createServer(async ({ url }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
    const file = join(root, "dist", path.endsWith("/") ? `${path}index.html` : path);
    try {
      const body = gzipSync(await readFile(file));
      response.writeHead(200, {
        "Content-Type": types[extname(file)] ?? "application/octet-stream",
        "Content-Encoding": "gzip",
        "Content-Security-Policy": policy,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(port, "127.0.0.1");
}

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function shown(value, { unit = "", digits = 0 }) {
  return `${value.toFixed(digits)}${unit}`;
}

function bar({ least, most, unit = "" }) {
  if (least) return `≥ ${least}`;
  return most ? `≤ ${most}${unit}` : "–";
}
