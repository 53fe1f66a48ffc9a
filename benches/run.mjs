// npm run bench: whole recalls a second, in one run on one machine: the core in WebAssembly, the best plain JavaScript, the
// article's way in NumPy, and the same Rust natively. Work: random memories, a cue with exactly so many different cells flipped,
// settled one neuron at a time in random order, the end compared with the memory.
import "../scripts/set-up/node.mjs";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { run as command, root } from "../scripts/run.mjs";
import { main } from "../scripts/say.mjs";
import { setUp } from "../scripts/set-up/index.mjs";
import { buildWasm } from "../scripts/wasm.mjs";
import * as plain from "./plain.mjs";

/** Side of the grid, memories, flips; sets of memories to average over, and seconds for the article at least. */
const CASES = [
  { side: 8, count: 5, flips: 12, sets: 20 },
  { side: 28, count: 10, flips: 157, sets: 4 },
  { side: 32, count: 50, flips: 204, sets: 2 },
  { side: 64, count: 200, flips: 819, sets: 1 },
];
/** Rules that need the whole matrix: at these sizes. */
const MATRIX_CASES = [
  { side: 8, count: 5, flips: 12, sets: 5 },
  { side: 32, count: 50, flips: 204, sets: 1 },
];
const ROUNDS = 5;
const SECONDS = 0.4;

await main(async () => {
  const compilers = await setUp();
  await buildWasm(compilers);
  const core = await import("../pkg/hopfield_net_surveys.js");
  core.initSync({ module: readFileSync(join(root, "pkg/hopfield_net_surveys_bg.wasm")) });
  console.log(
    `\n${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}; medians of ${ROUNDS} rounds\n`,
  );
  const native = await nativeRecalls(compilers);
  console.log("Hebb, whole recalls a second");
  const rows = CASES.map((work) => ({
    ...hebb(core, work),
    article: article(work),
    native: native.get(work.side ** 2),
  }));
  console.table(rows.map(presentable));
  console.log(
    "NumPy: the article's way; with curve: with the energy of every update, which its curve needs\n",
  );
  console.log("Rules that need the whole matrix, whole recalls a second");
  console.table(
    ["storkey", "projection"].flatMap((rule) => MATRIX_CASES.map((work) => matrix(core, rule, work))),
  );
  console.log(
    "Growth of the cost of a recall, in microseconds: N with p = N / 20, and p at N = 784; a fifth of the cells flipped",
  );
  console.table(growth(core));
  surveys(core);
});

/** A network of random memories, and the memories themselves. */
function network(core, { side, count }, seed) {
  const net = new core.Network(side, side);
  const below = plain.xorshift(2654435761 * seed);
  const memories = new Int8Array(side * side * count);
  const blank = new Int8Array(side * side).fill(-1);
  for (let k = 0; k < count; k++) {
    const picture = blank.map(() => (below(2) ? 1 : -1));
    memories.set(picture, k * side * side);
    net.store(picture);
  }
  return { net, memories };
}

/** Recalls a second of `go(count)`, which makes some `count` recalls and says how many; in rounds that take turns, so that a
 * busy machine slows all alike. */
function race(contestants) {
  const speeds = contestants.map(() => []);
  const counts = contestants.map((go) => calibrate(go));
  for (let round = 0; round < ROUNDS; round++) {
    contestants.forEach((go, place) => {
      const begin = performance.now();
      const done = go(counts[place]);
      speeds[place].push((done / (performance.now() - begin)) * 1000);
    });
  }
  return speeds.map(median);
}

/** How many recalls take about SECONDS, after warming up. */
function calibrate(go) {
  for (let count = 1; ; count *= 2) {
    const begin = performance.now();
    const done = go(count);
    const seconds = (performance.now() - begin) / 1000;
    if (seconds > SECONDS / 4) return Math.ceil((done * SECONDS) / seconds);
  }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** Recalls by the core's own survey, round the sets of memories. */
function byCore(core, nets, { flips }) {
  let seed = 1n;
  return (count) => {
    let done = 0;
    for (const { net } of nets) {
      const trials = Math.ceil(count / nets.length / net.memoryCount);
      const survey = new core.Basin(net, [flips], trials, seed++);
      done += survey.advance(survey.total);
      survey.free();
    }
    return done;
  };
}

function byPlain(solvers, { count: memories, flips }) {
  return (count) => {
    const trials = Math.ceil(count / solvers.length);
    for (const solver of solvers) {
      for (let trial = 0; trial < trials; trial++) {
        const memory = trial % memories;
        solver.corrupt(memory, flips);
        solver.settle();
        byPlain.recalled += solver.is(memory);
      }
    }
    return trials * solvers.length;
  };
}
byPlain.recalled = 0;

function hebb(core, work) {
  const nets = Array.from({ length: work.sets }, (_, set) => network(core, work, set + 1));
  const forms = [plain.FieldsInSweeps, plain.FieldsByWish, plain.OverlapsInSweeps, plain.OverlapsAtRandom];
  const solvers = forms.map((Form) => nets.map(({ memories }) => new Form(work.side ** 2, memories)));
  const [own, ...others] = race([byCore(core, nets, work), ...solvers.map((each) => byPlain(each, work))]);
  const best = Math.max(...others);
  return { ...work, own, best, form: forms[others.indexOf(best)].name };
}

function matrix(core, rule, work) {
  const nets = Array.from({ length: work.sets }, (_, set) => network(core, work, set + 1));
  for (const { net } of nets) net.setRule(rule);
  const solvers = nets.map(
    ({ net, memories }) => new plain.Matrix(work.side ** 2, memories, net.couplings()),
  );
  const [own, best] = race([byCore(core, nets, work), byPlain(solvers, work)]);
  return {
    rule,
    N: work.side ** 2,
    p: work.count,
    flips: work.flips,
    core: thousands(own),
    JavaScript: thousands(best),
    ratio: times(own / best),
  };
}

/** The article's algorithm, where python3 has numpy: recalls a second without and with the energy of every update. */
function article({ side, count, flips }) {
  if (side > 32) return []; // a minute a recall
  const script = join(root, "benches/article.py");
  for (const python of ["python3", "/usr/bin/python3"]) {
    const { status, stdout } = spawnSync(
      python,
      [script, side ** 2, count, flips, side > 8 ? 4 : 2].map(String),
      { encoding: "utf8" },
    );
    if (status === 0) return stdout.trim().split(" ").map(Number);
  }
  return [];
}

/** Criterion's figures of benches/theory.rs with target-cpu=native: by number of neurons, recalls a second. */
async function nativeRecalls({ host }) {
  const target = join(root, "target/native");
  const env = { ...host.env, RUSTFLAGS: "-Ctarget-cpu=native", CARGO_TARGET_DIR: target };
  await command(
    host.cargo,
    [
      "bench",
      "--bench",
      "theory",
      "--",
      "recall",
      "--noplot",
      "--warm-up-time",
      "1",
      "--measurement-time",
      "3",
    ],
    { env },
  );
  const speeds = new Map();
  for (const { side, count, sets } of CASES) {
    try {
      const estimates = JSON.parse(
        readFileSync(join(target, `criterion/recall/${side ** 2}/new/estimates.json`), "utf8"),
      );
      speeds.set(side ** 2, (sets * count * 1e9) / estimates.median.point_estimate);
    } catch {
      // No figure: the table says so.
    }
  }
  return speeds;
}

function presentable({ side, count, flips, own, best, form, article: [plainly, drawn], native }) {
  return {
    N: side ** 2,
    p: count,
    flips,
    core: thousands(own),
    JavaScript: thousands(best),
    form,
    "vs JavaScript": times(own / best),
    NumPy: plainly ? thousands(plainly) : "-",
    "vs NumPy": plainly ? times(own / plainly) : "-",
    "with curve": drawn ? thousands(drawn) : "-",
    "vs that": drawn ? times(own / drawn) : "-",
    native: native ? thousands(native) : "-",
    "vs native": native ? times(own / native) : "-",
  };
}

function growth(core) {
  const cost = (side, count) => {
    const work = { side, count, flips: Math.round(side ** 2 / 5) };
    const [speed] = race([byCore(core, [network(core, work, 1)], work)]);
    return { N: side ** 2, p: count, "µs a recall": (1e6 / speed).toPrecision(3) };
  };
  return [
    ...[8, 16, 24, 32, 48, 64].map((side) => cost(side, Math.round(side ** 2 / 20))),
    ...[1, 5, 10, 20, 40].map((count) => cost(28, count)),
  ];
}

function surveys(core) {
  const { net } = network(core, { side: 8, count: 3 }, 1);
  const timed = (what, survey) => {
    const begin = performance.now();
    survey.advance(survey.total);
    console.log(`${what}: ${((performance.now() - begin) / 1000).toFixed(2)} s`);
  };
  timed("census of 100 000 random starts at 8x8, Hebb", new core.Census(net, 100_000, 1n));
  net.setRule("projection");
  timed("the same under the projection rule", new core.Census(net, 100_000, 1n));
  const rules = ["hebb", "storkey", "projection", "dense"].map((name) => ({ name }));
  const loads = Array.from({ length: 20 }, (_, load) => load + 1);
  timed(
    "capacity of four rules at 20 loads x 200 trials",
    new core.Capacity(8, 8, { rules, loads, trials: 200, flips: 6 }, 1n),
  );
}

function thousands(value) {
  return value < 10 ? value.toPrecision(2) : Math.round(value).toLocaleString("en").replaceAll(",", " ");
}

function times(ratio) {
  return `${ratio >= 100 ? thousands(ratio) : ratio.toPrecision(3)} x`;
}
