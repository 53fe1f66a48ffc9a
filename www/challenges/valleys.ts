// Challenges about rolling downhill: valleys, their edges, and valleys that nobody dug.
import { html } from "lit";
import { firstPicture } from "../first-picture";
import { memoryName, named } from "../naming";
import { decodePicture } from "../picture-code";
import { blank, same } from "../pictures";
import type { Setup } from "../setup";
import { sameStart, startOf } from "../starts";
import { count } from "../words";
import {
  type Challenge,
  cueOf,
  distance,
  given,
  isIn,
  open,
  remembering,
  spoilt,
  unfinished,
  won,
} from "./challenge";

const DIGITS = ["zero", "three", "seven"];
const [ZERO, THREE, SEVEN] = [0, 1, 2];
const SIZE = { rows: 8, columns: 8 };

/** A picture with fewer cells flipped than this is hardly broken. */
const BROKEN = 8;

export const heal: Challenge = {
  id: "heal",
  name: "Heal it",
  goal: "The seven on the pad is broken: 12 of its cells are flipped. Bring it back without drawing.",
  hint: "There is one purple button.",
  taught:
    "Recall is rolling downhill. Each neuron weighs the votes of the others and takes the heavier side; every change lowers the energy, and at the bottom of the valley lies the memory.",
  setups: [firstPicture],
  judge(trial) {
    const off = spoilt(trial);
    if (off) return off;
    if (distance(cueOf(trial), given(trial, SEVEN)) < BROKEN)
      return open(`This start is not broken enough: fewer than ${BROKEN} cells of the seven are flipped.`);
    const early = unfinished(trial, "Press Recall.");
    if (early) return early;
    return isIn(trial, SEVEN)
      ? won("The seven is back, cell by cell.")
      : open("It fell into another valley. Set it up again.");
  },
};

/** Each ended in the same place in 12 of 12 random orders. */
const CUES = [
  "FNo6WD2WUCE", // 33, 24 and 22 cells from zero, three and seven: seven
  "FjQskCckhog", // 18, 23, 25: a blend, although zero is near
  "tFwxh2peBhw", // 25, 24, 34: three
  "i7lmwtehDbA", // 25, 38, 40: the negative of seven
  "Fjyjk5Z_JhY", // 24, 27, 35: zero
  "GEImoC5nJJA", // 16, 21, 25: a blend
];

/** The bet that no memory wins. */
const NONE = DIGITS.length;

export const bet: Challenge = {
  id: "bet",
  name: "Place your bet",
  goal: "Which memory will the scribble on the pad fall into? Bet first, then press Recall. Win two rounds.",
  hint: "The line under the pad tells what it is most like and how far away that is. But being near is not all: a picture that is a little like all three may end between them.",
  taught:
    "The nearest memory often wins, but not always. What counts are all memories together: their votes are added up, and a cue that is a little like each of them falls into a blend of them.",
  setups: CUES.map((code) => () => remembering(DIGITS, { cue: decodePicture(code, SIZE) })),
  bets: { on: [...DIGITS, "none of them"], wins: 2 },
  judge(trial) {
    const { session, bet, late } = trial;
    if (!sameStart(startOf(session), trial.given))
      return open("This is no longer the start to bet on: set up another one.");
    if (late) return open("It ran before you bet, so you may have seen its end: set up another one.");
    if (bet === undefined) return open("Place your bet.");
    const early = unfinished(trial, "Your bet is placed. Press Recall.");
    if (early) return early;
    const outcome = session.network.outcome();
    const winner = outcome.kind === "memory" ? outcome.memories[0] : NONE;
    const end = named(session, outcome);
    return winner === bet ? won(html`You win: ${end}.`) : open(html`Lost: ${end}. Set up another one.`);
  },
};

export const negative: Challenge = {
  id: "negative",
  name: "Upside down",
  goal: "Make the network come to rest in the negative of the seven, every cell the other way round. It must roll there by itself.",
  hint: "Load the seven and invert it (under More). Flip a few cells, so that something is left to heal, and press Recall.",
  taught:
    "Couplings remember which cells are alike, not which are on. Turn every cell round, and all that were alike still are: the negative of each memory is a valley just as deep.",
  setups: [() => remembering(DIGITS)],
  judge(trial) {
    const off = spoilt(trial);
    if (off) return off;
    const early = unfinished(trial, "Draw a start, and press Recall.");
    if (early) return early;
    const outcome = trial.session.network.outcome();
    if (outcome.kind === "inverse" && outcome.memories.includes(SEVEN))
      return won("It rolled into the negative.");
    return open(html`It fell into something else: ${named(trial.session, outcome)}.`);
  },
};

export const breakIt: Challenge = {
  id: "break",
  name: "Break the seven",
  goal: "Flip cells of the seven, until Recall no longer brings it back. It must still be more like the seven than like the other two, or the negative.",
  hint: "By lot it takes many: corrupt 25 cells, again and again if need be. By thought it takes few: make it a little more like zero and three at once.",
  // Counted by `cargo run --release --example challenges`, in cyclic order. The six: cells 6, 14, 21, 35, 53 and 58.
  taught:
    "Every memory has a basin, and the basin an edge. Of sevens with 12 cells flipped by lot 97 in 100 come back, with 25 cells about half. But six well-chosen cells are enough, if the neurons are asked row by row; five never are: all 8,303,632 ways were tried.",
  setups: [() => onPad(SEVEN)],
  judge(trial) {
    const off = spoilt(trial);
    if (off) return off;
    const cue = cueOf(trial);
    const flips = distance(cue, given(trial, SEVEN));
    const rivals = [ZERO, THREE].map((index) => distance(cue, given(trial, index)));
    if (flips === 0) return open("It is whole. Flip some of its cells.");
    if (flips >= Math.min(...rivals, cue.length - flips))
      return open(`With ${count(flips, "cell")} flipped it is not most like the seven any more: flip fewer.`);
    const early = unfinished(trial, `${count(flips, "cell")} flipped. Press Recall.`);
    if (early) return early;
    return isIn(trial, SEVEN)
      ? open(`With ${count(flips, "cell")} flipped it still came back. Reset, and flip more, or others.`)
      : won(`Broken with ${count(flips, "cell")}.`);
  },
};

const LETTERS = ["A", "B", "C"];

export const plant: Challenge = {
  id: "plant",
  name: "A false memory",
  goal: "Make the network come to rest in a picture that nobody stored, and that is no negative of one either. It must roll there by itself.",
  hint: "Be a little like all three: draw the cells that at least two of the letters have in common, leave out two or three of them, and press Recall.",
  taught:
    "Where three memories agree in pairs, their votes dig a valley of its own: the blend, each cell as most of the three have it. The network takes it for a memory, and cannot know that nobody stored it.",
  setups: [() => remembering(LETTERS, { cue: remembering(LETTERS).memories[0]?.picture ?? blank(SIZE) })],
  judge(trial) {
    const off = spoilt(trial);
    if (off) return off;
    const early = unfinished(trial, "Draw a start, and press Recall.");
    if (early) return early;
    const outcome = trial.session.network.outcome();
    const end = named(trial.session, outcome);
    return outcome.kind === "mixture" || outcome.kind === "spurious"
      ? won(html`It rests in ${end}.`)
      : open(html`It found a way out: ${end}.`);
  },
};

/** What most of the letters say of each cell. */
function blend(): Setup {
  const setup = remembering(LETTERS);
  const cue = blank(SIZE).map((_, i) =>
    Math.sign(setup.memories.reduce((sum, { picture }) => sum + (picture[i] ?? 0), 0)),
  );
  return { ...setup, cue };
}

export const shake: Challenge = {
  id: "shake",
  name: "Shake it free",
  goal: "The network is stuck in a blend of A, B and C. Without drawing, get it to rest in one of the three.",
  hint: "Warm it to a temperature of 0.3, let it run for some hundred updates, pause, cool it to 0, and let it roll. Or press Anneal, which heats and cools by itself.",
  // 200 of 200 runs: 300 updates at temperature 0.3, then at 0 until at rest.
  taught:
    "Heat lets a neuron disobey now and then, so it can climb out of a shallow valley; deep ones still hold it. Cooled, it stays where it is: that is annealing, and a blend lies less deep than A, B and C.",
  setups: [blend],
  judge(trial) {
    const { session } = trial;
    const off = spoilt(trial);
    if (off) return off;
    if (!same(cueOf(trial), trial.given.cue))
      return open("This did not begin in the blend: set it up again, and change nothing on the pad.");
    const { time, temperature } = session.network;
    if (time === 0 && temperature === 0)
      return open("It is at rest in the blend, and would stay there for ever.");
    if (temperature > 0) return open("While it is warm it never rests. Cool it to 0, and let it roll.");
    if (!session.atRest) return open("It is not at rest yet.");
    const outcome = session.network.outcome();
    const end = named(session, outcome);
    return outcome.kind === "memory"
      ? won(html`Free: ${end}.`)
      : open(html`It rests, but here: ${end}. Warm it again.`);
  },
};

export const swing: Challenge = {
  id: "swing",
  name: "The swing",
  goal: "At temperature 0, find a start from which this network never comes to rest, but swaps two pictures for ever.",
  hint: "Choose the synchronous order, in which all answer at once. Then corrupt exactly 32 cells, half of them.",
  taught:
    "Asked one after the other, each neuron lowers the energy, so there must be an end. Asked all at once, each answers a picture that is gone a moment later, and they may swap two pictures for ever. A longer round than two is impossible (Goles and others, 1985).",
  setups: [
    () => {
      const setup = remembering(["seven"]);
      return { ...setup, cue: setup.memories[0]?.picture ?? setup.cue };
    },
  ],
  judge(trial) {
    const { session } = trial;
    const { temperature, time } = session.network;
    const off = spoilt(trial);
    if (off) return off;
    if (temperature > 0) return open("With heat nothing ever rests, so that does not count: cool it to 0.");
    if (session.swings) return won("It swings, and will do so for ever.");
    if (session.atRest && time > 0) return open("It came to rest.");
    return open("Find a start, and press Recall.");
  },
};

/** As many cells as one may flip, and the fewest that are known to do. */
const ALLOWED = 16;
const FEWEST = 12;

export const turn: Challenge = {
  id: "turn",
  name: "Zero to seven",
  goal: `Flip as few cells of the zero as you can, so that Recall makes a seven of it. At most ${ALLOWED}; the fewest known are ${FEWEST}. The neurons are asked row by row.`,
  hint: "Zero and seven differ in 25 cells. In 14 of them the three is on the zero’s side: flip those, and both rivals lose.",
  // Counted by `cargo run --release --example challenges`. Searches that took cells in which the two are alike as well found
  // nothing shorter.
  taught: `You do not have to change the picture, only to bring it over the ridge; the network does the rest. Of the 25 cells in which the two differ, no 11 are enough, and of 5,200,300 ways to choose ${FEWEST} only 14 are.`,
  setups: [() => ({ ...onPad(ZERO), order: "cyclic" })],
  judge(trial) {
    const { session } = trial;
    const off = spoilt(trial);
    if (off) return off;
    if (session.network.order !== "cyclic")
      return open("Here the order is cyclic: choose it again, and go on.");
    const flips = distance(cueOf(trial), given(trial, ZERO));
    const told = `${count(flips, "cell")} flipped`;
    if (flips > ALLOWED) return open(`${told}: at most ${ALLOWED} count.`);
    const early = unfinished(trial, `${told}. ${flips > 0 ? "Press Recall." : "Flip some."}`);
    if (early) return early;
    if (!isIn(trial, SEVEN))
      return open(html`${told}: ${named(session, session.network.outcome())}. Reset, and flip others.`);
    const name = memoryName(session, SEVEN);
    return won(
      flips <= FEWEST
        ? html`${told}: ${name}. That is the fewest known.`
        : html`${told}: ${name}. The fewest known are ${FEWEST}: can you find them?`,
    );
  },
};

/** The three digits, with one of them on the pad. */
function onPad(index: number): Setup {
  const setup = remembering(DIGITS);
  return { ...setup, cue: setup.memories[index]?.picture ?? setup.cue };
}
