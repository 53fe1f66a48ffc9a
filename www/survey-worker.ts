// Runs surveys beside the page, one at a time, in slices between which it tells how far it is. Whoever wants no more of it ends it.
import { build } from "./setup";
import { AttractorMap, Basin, Capacity, Census, load, Network } from "./survey-core";
import type { Message, News, Question } from "./surveys";

/** How long a slice should take, and how often the page is told, in ms. */
const SLICE = 20;
const TELL = 100;
/** Of how many attractors the page is told, the largest. */
const MOST_ATTRACTORS = 500;

/** The page, as seen from here. */
const page = self as unknown as MessagePort;
const say = (message: Message): void => page.postMessage(message);

interface Survey {
  readonly done: number;
  readonly total: number;
  advance(samples: number): number;
  free(): void;
}

page.onmessage = async ({ data }: MessageEvent<Question>) => {
  try {
    await load();
    const [survey, found] = begin(data);
    run(survey, () => say({ news: { done: survey.done, total: survey.total, found: found() } }));
    survey.free();
  } catch (error) {
    say({ trouble: error instanceof Error ? error.message : String(error) });
  }
};

function begin(question: Question): [Survey, () => News["found"]] {
  const { setup, seed } = question;
  const network = new Network(setup.rows, setup.columns);
  try {
    build(network, setup);
    switch (question.kind) {
      case "census": {
        const census = new Census(network, question.starts, seed);
        return [
          census,
          () => ({
            distinct: census.distinct,
            shares: census.shares(),
            attractors: census.attractors(MOST_ATTRACTORS),
          }),
        ];
      }
      case "basin": {
        const basin = new Basin(network, question.flips, question.trials, seed);
        return [basin, () => ({ rates: basin.rates() })];
      }
      case "capacity": {
        const { own, plan } = question;
        const capacity = own
          ? Capacity.own(network, plan, seed)
          : new Capacity(setup.rows, setup.columns, plan, seed);
        return [capacity, () => ({ results: capacity.results() })];
      }
      case "map": {
        const map = new AttractorMap(network, question.between, question.side, seed);
        let cues: { cues: Int8Array } | undefined = { cues: cuesOf(map, question.side, network.cells) };
        return [
          map,
          () => {
            const found = { points: map.points(), destinations: map.destinations(), ...cues };
            cues = undefined; // megabytes where the grid is large, and always the same
            return found;
          },
        ];
      }
    }
  } finally {
    network.free(); // a survey has its own copy
  }
}

function cuesOf(map: AttractorMap, side: number, cells: number): Int8Array {
  const cues = new Int8Array(side * side * cells);
  for (let point = 0; point < side * side; point += 1) {
    const cue = map.cue(Math.floor(point / side), point % side);
    if (cue) cues.set(cue, point * cells);
  }
  return cues;
}

function run(survey: Survey, tell: () => void): void {
  let slice = 1;
  let told = performance.now();
  while (survey.done < survey.total) {
    const begun = performance.now();
    survey.advance(slice);
    const now = performance.now();
    slice = now - begun < SLICE ? slice * 2 : Math.max(1, slice >> 1);
    if (Math.abs(now - told) >= TELL && survey.done < survey.total) {
      tell();
      told = now;
    }
  }
  tell();
}

// The lock is let go when the worker is no more: the one sign by which the page learns that the browser has ended it. Locks, like
// random names, are there only where the page came by a safe way.
if (navigator.locks) {
  const name = `hopfield-net survey ${crypto.randomUUID()}`;
  void navigator.locks.request(name, () => {
    say({ ready: name });
    return new Promise<never>(() => {});
  });
} else {
  say({ ready: undefined });
}
