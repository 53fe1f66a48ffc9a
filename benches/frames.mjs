// npm run bench:frames: what a frame costs on the page in Chromium. The lab runs at full speed at a temperature, so that it never
// settles, with each lens open in turn; then its memory is watched for minutes (--minutes 10), and then one drags through the past.
//
// The work of a frame is counted from its first animation callback to the first message handled after it: between the two lie
// scripts, rendering of the parts, layout, paint and commit. It is wall time, so other programs on the machine count too; the
// column "CPU" does not know them: time of the main thread in tasks, by Chromium's own count, for each frame drawn.
import "../scripts/set-up/node.mjs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "../scripts/port.mjs";
import { root } from "../scripts/run.mjs";
import { main, Problem } from "../scripts/say.mjs";
import { chromium as browserProgram } from "../scripts/set-up/chromium.mjs";
import { setUp } from "../scripts/set-up/index.mjs";
import { buildSite } from "../scripts/site.mjs";
import { buildWasm } from "../scripts/wasm.mjs";
import { watchFrames } from "./frames-probe.mjs";

const { values: options } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    seconds: { type: "string", default: "10" },
    "as-built": { type: "boolean", default: false }, // dist/ as it is
  },
});
const SECONDS = Number(options.seconds);
const MINUTES = Number(options.minutes);

/** Most that a figure may be; ms unless told. */
const BARS = {
  median: 4,
  p99: 12,
  "tasks > 50": 0,
  "scrub max": 1000 / 60,
  "heap MB": 1,
  "wasm MB": 0,
  nodes: 0,
};
/** Least frames a second while Weights is open. The clock of a headless browser is that of a screen: 60. */
const LEAST_FRAMES = 59;

const LENSES = ["Why", "Overlaps", "Weights", "Energy", "Sleep"];
const TEMPERATURE = 0.8;
const SIZE = { width: 1280, height: 800 };
/** Updates of the past that one drags through, and how often. */
const PAST = 100_000;
const DRAGS = 200;
/** The trace is full after 2^20 updates: from there on memory must not grow. */
const FULL = 1 << 20;

const missed = [];

await main(async () => {
  if (!options["as-built"]) {
    await buildWasm(await setUp());
    await buildSite();
  }
  const { chromium } = await import("@playwright/test");
  const executablePath = await browserProgram();
  const port = await freePort(Number(process.env.SITE_PORT ?? 4173));
  const server = spawn("node", [join(root, "scripts/serve.mjs"), String(port)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    await once(server.stdout, "data");
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    try {
      console.log(`\n${cpus()[0].model}, ${cpus().length} cores, Chromium ${browser.version()}`);
      await measure(browser, `http://localhost:${port}/`);
    } finally {
      await browser.close();
    }
  } finally {
    server.kill();
  }
  if (missed.length > 0) throw new Problem(`Bars missed:\n  ${missed.join("\n  ")}`);
});

async function measure(browser, url) {
  const page = await browser.newPage({ viewport: SIZE });
  await page.addInitScript(watchFrames);
  await page.goto(url);
  const chrome = await page.context().newCDPSession(page);
  await chrome.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.getByLabel("Temperature").fill(String(TEMPERATURE));
  await page.getByLabel("speed").selectOption({ label: "max" });
  await page.locator("#recall").click();

  console.log(
    `\n8x8, T = ${TEMPERATURE}, full speed, ${SECONDS} s with each lens open; ms of work a frame\n`,
  );
  const rows = [];
  for (const lens of LENSES) rows.push(await running(page, chrome, lens));
  console.table(Object.fromEntries(rows));

  console.log(
    `\nMemory at each of ${MINUTES} min, beyond what it was with the trace full and all lenses seen\n`,
  );
  console.table(await growth(page, chrome));

  console.log(`\n${DRAGS} drags to random moments of ${PAST} updates; ms until painted\n`);
  console.table(await scrubbing(page));
  await page.close();
}

/** A figure with its bar; a missed one is remembered. */
function barred(where, what, figure, digits = 1) {
  const bar = BARS[what];
  const kept = figure <= bar;
  if (!kept) missed.push(`${where}: ${what} ${figure.toFixed(digits)}, at most ${+bar.toFixed(1)}`);
  return `${figure.toFixed(digits)} ${kept ? "≤" : ">"} ${+bar.toFixed(1)}`;
}

async function running(page, chrome, lens) {
  await page.getByRole("tab", { name: lens }).click();
  await page.waitForTimeout(500);
  const before = { ...(await counters(chrome)), updates: await updates(page) };
  const { work, long, seconds } = await page.evaluate((s) => window.frames_.during(s), SECONDS);
  const after = { ...(await counters(chrome)), updates: await updates(page) };
  const rate = work.length / seconds;
  if (lens === "Weights" && rate < LEAST_FRAMES)
    missed.push(`8x8 ${lens}: ${rate.toFixed(1)} frames a second, at least ${LEAST_FRAMES}`);
  const where = `8x8 ${lens}`;
  return [
    lens,
    {
      median: barred(where, "median", quantile(work, 0.5)),
      p95: quantile(work, 0.95).toFixed(1),
      p99: barred(where, "p99", quantile(work, 0.99)),
      max: Math.max(...work).toFixed(1),
      CPU: ((1000 * (after.TaskDuration - before.TaskDuration)) / work.length).toFixed(1),
      "tasks > 50": barred(where, "tasks > 50", long.length, 0),
      longest: Math.max(0, ...long).toFixed(0),
      "frames/s": `${rate.toFixed(1)}${lens === "Weights" ? ` ${rate < LEAST_FRAMES ? "<" : "≥"} ${LEAST_FRAMES}` : ""}`,
      "updates/s": Math.round((after.updates - before.updates) / seconds),
      load: loadavg()[0].toFixed(1),
    },
  ];
}

async function growth(page, chrome) {
  while ((await updates(page)) < FULL) await page.waitForTimeout(1000);
  await page.getByRole("tab", { name: LENSES[0] }).click();
  const start = await memory(page, chrome);
  const rows = { start: { heap: megabytes(start.heap), wasm: megabytes(start.wasm), nodes: start.nodes } };
  for (let minute = 1; minute <= MINUTES; minute++) {
    await page.waitForTimeout(60_000);
    const now = await memory(page, chrome);
    const last = minute === MINUTES;
    const grown = (what, figure, digits) =>
      last ? barred(`after ${minute} min`, what, figure, digits) : figure.toFixed(digits);
    rows[`${minute} min`] = {
      heap: grown("heap MB", (now.heap - start.heap) / 1e6, 2),
      wasm: grown("wasm MB", (now.wasm - start.wasm) / 1e6, 2),
      nodes: grown("nodes", now.nodes - start.nodes, 0),
      updates: await updates(page),
    };
  }
  return rows;
}

/** Drags by the mouse along the time axis. Chromium hands a move to the page right before a frame: its handling counts. */
async function scrubbing(page) {
  await page.getByRole("button", { name: "reset" }).click();
  await page.locator("#recall").click();
  await page.waitForFunction((past) => window.frames_.updates() >= past, PAST);
  await page.locator("#recall").click();
  const box = await page.locator("#curve").boundingBox();
  const y = box.y + box.height / 2;
  const [from, to] = [box.x + 60, box.x + box.width - 80];
  await page.mouse.move(from, y);
  await page.mouse.down();
  const took = [];
  const frames = [];
  for (let i = 0; i < DRAGS; i++) {
    const drag = page.evaluate(() => window.frames_.dragged());
    await page.mouse.move(from + Math.random() * (to - from), y);
    const { work, frames: needed } = await drag;
    took.push(work);
    frames.push(needed);
  }
  await page.mouse.up();
  return {
    8: {
      moments: `of ${await page.evaluate(() => window.frames_.end())}`,
      median: quantile(took, 0.5).toFixed(1),
      p99: quantile(took, 0.99).toFixed(1),
      max: barred("8x8", "scrub max", Math.max(...took)),
      frames: Math.max(...frames),
    },
  };
}

async function counters(chrome) {
  const { metrics } = await chrome.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** Bytes after the rubbish is collected, and nodes of the page. */
async function memory(page, chrome) {
  await chrome.send("HeapProfiler.collectGarbage");
  const { usedSize } = await chrome.send("Runtime.getHeapUsage");
  const { nodes } = await chrome.send("Memory.getDOMCounters");
  return { heap: usedSize, nodes, wasm: await page.evaluate(() => window.frames_.wasm()) };
}

function updates(page) {
  return page.evaluate(() => window.frames_.updates());
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function quantile(values, part) {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(part * values.length))];
}
