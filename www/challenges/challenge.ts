// What a challenge is, and what its judges share. Whatever they ask, the network answers.
import { digits, type Example, letters } from "../examples";
import { HUES } from "../labels";
import type { Words } from "../naming";
import { blank, drawn, type Picture, same } from "../pictures";
import type { Session } from "../session";
import type { Setup } from "../setup";
import { startOf } from "../starts";

export interface Verdict {
  won: boolean;
  /** How it stands: what was reached, or what is still missing. */
  said: Words;
}

/** What a judge looks at. */
export interface Trial {
  session: Session;
  /** What the challenge set up. */
  given: Setup;
  /** Which of the bets was placed, and whether it ran before one was. */
  bet: number | undefined;
  late: boolean;
}

export interface Challenge {
  id: string;
  name: string;
  goal: string;
  hint: string;
  /** What one has learnt who has done it. */
  taught: string;
  /** Where it begins: one after the other where there are several. */
  setups: readonly (() => Setup)[];
  /** What one can bet on, where that is the challenge, and how many bets are to be won. */
  bets?: { on: readonly string[]; wins: number };
  judge(trial: Trial): Verdict;
}

export const won = (said: Words): Verdict => ({ won: true, said });
export const open = (said: Words): Verdict => ({ won: false, said });

const SIZE = { rows: 8, columns: 8 };

export const pictureOf = (example: Example): Picture => drawn(example, SIZE);

/** A network that has stored these ready-made pictures, with an empty pad unless told. */
export function remembering(names: readonly string[], rest: Partial<Setup> = {}): Setup {
  const chosen = [...digits, ...letters].filter(({ name }) => names.includes(name));
  return {
    ...SIZE,
    memories: chosen.map((example, i) => ({
      name: example.name,
      hue: i % HUES,
      picture: pictureOf(example),
    })),
    cue: blank(SIZE),
    rule: "hebb",
    bias: false,
    order: "random",
    temperature: 0,
    seed: 317n,
    time: 0,
    ...rest,
  };
}

/** The picture of a memory of the challenge. */
export const given = (trial: Trial, index: number): Picture =>
  trial.given.memories[index]?.picture ?? new Int8Array();

export const distance = (a: Picture, b: Picture): number =>
  a.reduce((sum, cell, i) => sum + (cell === b[i] ? 0 : 1), 0);

/** The picture with which the run on the pad began. */
export const cueOf = ({ session }: Trial): Picture => session.network.cue();

/** No run here is as long as this at temperature 0, in updates. */
const LONG = 6400;

/** Whether every change since the start lowered the energy, as none does by heat, or where all answer at once. */
function downhill({ network }: Session): boolean {
  if (network.time > LONG) return false;
  let height = network.firstEnergy ?? Number.NEGATIVE_INFINITY;
  for (let time = 1; time <= network.time; time += 1) {
    const { flipped, energy } = network.moment(time);
    if (flipped && (energy ?? height) >= height) return false;
    height = energy ?? height;
  }
  return true;
}

/**
 * What is still missing before one may ask where it rolled: `idle` before it ran. Nothing once it rolled downhill by itself, to
 * rest somewhere else than where it began.
 */
export function unfinished({ session }: Trial, idle: string): Verdict | undefined {
  const { time, flips } = session.network;
  if (!session.atRest) return open(time === 0 ? idle : "It is not at rest yet.");
  if (flips === 0) return open("It is at rest where it began, so nothing would roll. Begin elsewhere.");
  return downhill(session)
    ? undefined
    : open(
        "On its way it climbed, by heat or because all answered at once. Here only rolling downhill counts.",
      );
}

/** Whether it is in a memory, exactly. */
export function isIn({ session }: Trial, index: number): boolean {
  const { kind, memories } = session.network.outcome();
  return kind === "memory" && memories.includes(index);
}

/** What a reader may change without leaving the challenge. */
interface Free {
  /** Store more memories behind those given. */
  more?: true;
  rule?: true;
  sleep?: true;
}

/** What was changed although the challenge is about it. Order, seed, temperature and the pad are everyone's own. */
export function spoilt({ session, given }: Trial, free: Free = {}): Verdict | undefined {
  const now = startOf(session);
  const kept = given.memories.every(({ picture }, i) => {
    const memory = now.memories[i];
    return memory !== undefined && same(picture, memory.picture);
  });
  if (!kept)
    return open("The memories are no longer those of this challenge: undo that, or set it up again.");
  if (!free.more && now.memories.length > given.memories.length)
    return open("This challenge is about its own memories alone: undo the storing, or set it up again.");
  if (!free.rule && now.rule !== given.rule)
    return open("This challenge is about Hebb’s rule: choose it again, and go on.");
  if (now.bias !== given.bias) return open("This challenge goes without the bias: switch it off, and go on.");
  if (!free.sleep && now.slept)
    return open("This challenge is about a network that is awake: wake it, and go on.");
  return undefined;
}
