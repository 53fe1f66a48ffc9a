// npm run bench:frames: what a frame costs on the page in Chromium. The lab runs at full speed at a temperature, so that it never
// settles, with each lens open in turn; its memory is watched for minutes (--minutes 10); then one drags through the past.
//
// The work of a frame is the processor time of the page's main thread for it, from Chromium's trace: scripts, layout, painting,
// rubbish collection. Beside it stands the time on the clock from its first animation callback to the first message handled
// after it was painted: that also counts what other programs on the machine took meanwhile, so measure on a calm one.
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
import { traced } from "./frames-trace.mjs";

const { values: options } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    seconds: { type: "string", default: "10" },
    "as-built": { type: "boolean", default: false }, // dist/ as it is
  },
});
const SECONDS = Number(options.seconds);
const MINUTES = Number(options.minutes);

/** A frame of a screen that shows 60 a second, ms. A headless browser keeps the same time. */
const FRAME = 1000 / 60;
/** Most that a figure may be: ms of work, MB, nodes. At 32x32 nearly every frame must be there in time. */
const BARS = {
  "8x8": { median: 4, p99: 12, "longest task": 50, scrubbing: FRAME, "heap MB": 1, "wasm MB": 0, nodes: 0 },
  "32x32": { p99: FRAME, "longest task": 50, scrubbing: FRAME },
};
/** Least frames a second while Weights is open at 8x8. */
const LEAST_FRAMES = 59;

const LENSES = ["Why", "Overlaps", "Weights", "Energy", "Sleep"];
const TEMPERATURE = 0.8;
const WINDOW = { width: 1280, height: 800 };
/** Updates of the past that one drags through, and how often. */
const PAST = 100_000;
const DRAGS = 200;
/** The trace is full after 2^20 updates: from there on memory must not grow. */
const FULL = 1 << 20;

const missed = [];

await main(async () => {
  if (!options["as-built"]) {
    const compilers = await setUp();
    await buildWasm(compilers);
    await buildSite(compilers);
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
  const page = await browser.newPage({ viewport: WINDOW });
  await page.addInitScript(watchFrames);
  await page.goto(url);
  const chrome = await page.context().newCDPSession(page);
  await page.getByLabel("Temperature").fill(String(TEMPERATURE));
  await page.getByLabel("speed").selectOption({ label: "max" });

  await running(browser, page, "8x8");
  console.log(
    `\nMemory, each minute of ${MINUTES}: growth since the trace was full and all lenses had been seen`,
  );
  console.table(await growth(page, chrome));
  const drags = { "8x8": await scrubbing(browser, page, "8x8") };

  await page.locator("#size").click();
  await page.locator("size-picker").getByRole("radio", { name: "32 × 32" }).click();
  await page.keyboard.press("Escape");
  await running(browser, page, "32x32");
  drags["32x32"] = await scrubbing(browser, page, "32x32");
  console.log(
    `\n${DRAGS} drags to random moments of a run: ms of work until painted (by the clock: median, p95, max)`,
  );
  console.table(drags);
  await page.close();
}

/** A figure with its bar, if it has one; a missed one is remembered. */
function barred(size, where, what, figure, digits = 1) {
  const shown = figure.toFixed(digits);
  const bar = BARS[size][what];
  if (bar === undefined) return shown;
  const kept = figure <= bar;
  const most = +bar.toFixed(1);
  if (!kept) missed.push(`${size}, ${where}: ${what} ${shown}, at most ${most}`);
  return `${shown} ${kept ? "≤" : ">"} ${most}`;
}

/** Runs on, with each lens open in turn. */
async function running(browser, page, size) {
  console.log(
    `\n${size}, T = ${TEMPERATURE}, full speed, ${SECONDS} s with each lens open: ms of work a frame\n(by the clock: median, p95, p99, max)`,
  );
  await page.locator("#recall").click();
  const rows = {};
  for (const lens of LENSES) {
    await page.getByRole("tab", { name: lens }).click();
    await page.waitForTimeout(1000); // the lens has come, and what is slow only once is over
    rows[lens] = await frames(browser, page, size, lens);
  }
  console.table(rows);
}

async function frames(browser, page, size, lens) {
  const before = await updates(page);
  const { result, work, longest } = await traced(browser, () =>
    page.evaluate((seconds) => window.frameProbe.during(seconds), SECONDS),
  );
  const { clock, long, seconds } = result;
  const made = (await updates(page)) - before;
  const rate = clock.length / seconds;
  const promised = size === "8x8" && lens === "Weights";
  if (promised && rate < LEAST_FRAMES)
    missed.push(`${size}, ${lens}: ${rate.toFixed(1)} frames a second, at least ${LEAST_FRAMES}`);
  return {
    median: barred(size, lens, "median", quantile(work, 0.5)),
    p95: quantile(work, 0.95).toFixed(1),
    p99: barred(size, lens, "p99", quantile(work, 0.99)),
    max: Math.max(...work).toFixed(1),
    "by the clock": [0.5, 0.95, 0.99, 1].map((part) => quantile(clock, part).toFixed(1)).join("  "),
    "tasks > 50": long.length,
    "longest task": barred(size, lens, "longest task", longest),
    "frames/s": promised
      ? `${rate.toFixed(1)} ${rate < LEAST_FRAMES ? "<" : "≥"} ${LEAST_FRAMES}`
      : rate.toFixed(1),
    "updates/s": Math.round(made / seconds),
    load: loadavg()[0].toFixed(1),
  };
}

async function growth(page, chrome) {
  while ((await updates(page)) < FULL) await page.waitForTimeout(1000);
  const start = await memory(page, chrome);
  const rows = {
    start: { "heap MB": start.heap.toFixed(1), "wasm MB": start.wasm.toFixed(1), nodes: start.nodes },
  };
  for (let minute = 1; minute <= MINUTES; minute++) {
    await page.waitForTimeout(60_000);
    const now = await memory(page, chrome);
    const where = `after ${minute} min`;
    rows[where] = {
      "heap MB": barred("8x8", where, "heap MB", now.heap - start.heap, 2),
      "wasm MB": barred("8x8", where, "wasm MB", now.wasm - start.wasm, 2),
      nodes: barred("8x8", where, "nodes", now.nodes - start.nodes, 0),
      updates: await updates(page),
    };
  }
  return rows;
}

/** Drags along the time axis by mouse. Chromium hands a move to the page right before a frame: its handling counts. */
async function scrubbing(browser, page, size) {
  await page.getByRole("tab", { name: "Why" }).click();
  await page.getByRole("button", { name: "reset" }).click();
  await page.locator("#recall").click();
  await page.evaluate((past) => window.frameProbe.pauseAt(past), PAST);
  const box = await page.locator("#curve").boundingBox();
  const [left, right, y] = [box.x + 60, box.x + box.width - 80, box.y + box.height / 2];
  await page.mouse.move(left, y);
  await page.mouse.down();
  const { result: clock, work } = await traced(browser, async () => {
    const took = [];
    for (let i = 0; i < DRAGS; i++) {
      const drag = page.evaluate(() => window.frameProbe.dragged());
      await page.mouse.move(left + Math.random() * (right - left), y);
      took.push(await drag);
    }
    return took;
  });
  await page.mouse.up();
  return {
    updates: await page.evaluate(() => window.frameProbe.end()),
    median: quantile(work, 0.5).toFixed(1),
    p95: quantile(work, 0.95).toFixed(1),
    max: barred(size, "dragging", "scrubbing", Math.max(...work)),
    "by the clock": [0.5, 0.95, 1].map((part) => quantile(clock, part).toFixed(1)).join("  "),
    load: loadavg()[0].toFixed(1),
  };
}

/** What is in use once rubbish is collected: MB, and nodes of the page. */
async function memory(page, chrome) {
  await chrome.send("HeapProfiler.collectGarbage");
  const { usedSize } = await chrome.send("Runtime.getHeapUsage");
  const { nodes } = await chrome.send("Memory.getDOMCounters");
  return { heap: usedSize / 1e6, wasm: (await page.evaluate(() => window.frameProbe.wasm())) / 1e6, nodes };
}

function updates(page) {
  return page.evaluate(() => window.frameProbe.updates());
}

function quantile(values, part) {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(part * values.length))];
}
