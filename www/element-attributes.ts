// The attributes of <hopfield-net>: what each may be, and what it is where it is not given.
import { SPEEDS } from "./player";
import { A_SEED, seedOf } from "./seed";
import type { Order, Rule } from "./session";
import { orderWords } from "./theory/order-words";
import { rules } from "./theory/rules";
import { list } from "./words";

/** Is told what was expected of a word, and which word came instead. */
export type Complain = (expected: string, came: string) => void;

interface Attribute<T> {
  usual: T;
  /** What its text means. A malformed text, or the malformed part of one, is complained of and left out. */
  read(text: string, complain: Complain): T;
}

export const VIEWS = [
  "pad",
  "energy",
  "verdict",
  "memories",
  "why",
  "overlaps",
  "weights",
  "meaning",
] as const;
export type View = (typeof VIEWS)[number];

export const CONTROLS = [
  "recall",
  "step",
  "back",
  "reset",
  "speed",
  "noise",
  "draw",
  "store",
  "rule",
  "order",
  "temperature",
  "sleep",
] as const;
export type Control = (typeof CONTROLS)[number];

/** Updates a second where nothing else is said: a figure of two memories heals in a few seconds. */
const SPEED = 64;

export const attributes = {
  rows: whole(1, 8),
  columns: whole(1, 8),
  memories: { usual: [], read: wordsOf } as Attribute<string[]>,
  cue: { usual: undefined, read: (text) => text.trim() || undefined } as Attribute<string | undefined>,
  noise: whole(0, 0),
  rule: { usual: { name: "hebb" }, read: readRule } as Attribute<{ name: Rule; parameter?: number }>,
  bias: {
    usual: false,
    read: (text, complain) => oneOf(["", "on", "off"] as const, "").read(text, complain) !== "off",
  } as Attribute<boolean>,
  order: oneOf(Object.keys(orderWords) as Order[], "random"),
  temperature: { usual: 0, read: (text, complain) => readNumber(text, 0, complain) } as Attribute<number>,
  seed: { usual: 1n, read: readSeed } as Attribute<bigint>,
  speed: { usual: SPEED, read: readSpeed } as Attribute<number>,
  show: someOf<View>(VIEWS, ["pad", "energy", "verdict"]),
  controls: someOf<Control>(CONTROLS, ["recall", "step", "reset", "noise", "draw"]),
  play: oneOf(["no", "visible"] as const, "no"),
  theme: oneOf(["auto", "light", "dark"] as const, "auto"),
};

type Attributes = typeof attributes;
export type Name = keyof Attributes;
export type Values = { [N in Name]: Attributes[N]["usual"] };

export const names = Object.keys(attributes) as Name[];

/** What the attributes say, each that is missing or malformed by its usual value. */
export function readAttributes(
  textOf: (name: Name) => string | null,
  complain: (name: Name, expected: string, came: string) => void,
): Values {
  const entries = names.map((name) => {
    const { usual, read }: Attribute<unknown> = attributes[name];
    const text = textOf(name);
    return [name, text === null ? usual : read(text, (...words) => complain(name, ...words))];
  });
  return Object.fromEntries(entries) as Values;
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== "");
}

/** "a, b or c". */
const choice = (words: readonly string[]): string => list(words, "or").join("");

/** How large it may be, only the network knows. */
function whole(least: number, usual: number): Attribute<number> {
  return {
    usual,
    read(text, complain) {
      const value = /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
      if (value >= least) return value;
      complain(`a whole number from ${least} up`, text);
      return usual;
    },
  };
}

function oneOf<T extends string>(known: readonly T[], usual: T): Attribute<T> {
  return {
    usual,
    read(text, complain) {
      const found = known.find((word) => word === text.trim());
      if (found === undefined) complain(choice(known.filter((word) => word !== "")), text);
      return found ?? usual;
    },
  };
}

function someOf<T extends string>(known: readonly T[], usual: readonly T[]): Attribute<ReadonlySet<T>> {
  return {
    usual: new Set(usual),
    read(text, complain) {
      const some = new Set<T>();
      for (const word of wordsOf(text)) {
        const found = known.find((candidate) => candidate === word);
        if (found) some.add(found);
        else if (word !== "none") complain(`some of ${choice(known)}, or none`, word);
      }
      return some;
    },
  };
}

function readNumber(text: string, usual: number, complain: Complain): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(value) && value >= 0) return value;
  complain("a number from 0 up", text);
  return usual;
}

function readSeed(text: string, complain: Complain): bigint {
  const seed = seedOf(text);
  if (seed === undefined) complain(A_SEED, text);
  return seed ?? 1n;
}

function readSpeed(text: string, complain: Complain): number {
  if (text.trim() === "max") return SPEEDS.at(-1) as number;
  const value = Number(text);
  if (text.trim() !== "" && value > 0 && value <= 1e6) return value;
  complain("updates a second, above 0, up to 1000000, or max", text);
  return SPEED;
}

/** "dense", or with its parameter "dense:4". */
function readRule(text: string, complain: Complain): { name: Rule; parameter?: number } {
  const [, name, parameter] = /^\s*([a-z-]+)(?::([\d.]+))?\s*$/.exec(text) ?? [];
  const facts = rules.find(({ rule }) => rule === name);
  if (!facts) {
    complain(choice(rules.map(({ rule }) => rule)), text);
    return { name: "hebb" };
  }
  if (parameter === undefined) return { name: facts.rule };
  const value = Number(parameter);
  if (facts.parameter && Number.isFinite(value)) return { name: facts.rule, parameter: value };
  complain(facts.parameter ? `${facts.rule} with a number` : `${facts.rule} without a parameter`, text);
  return { name: facts.rule };
}

/** Attributes that any element may have. */
const EVERYWHERE = new Set(
  "accesskey anchor autofocus class contenteditable dir draggable enterkeyhint exportparts hidden id inert inputmode is lang nonce part popover role slot spellcheck style tabindex title translate".split(
    " ",
  ),
);

/** Those of an element's attributes that mean nothing, here or anywhere. Names with a hyphen or a colon belong to frameworks. */
export function unknownAmong(found: readonly string[]): string[] {
  const known = (name: string): boolean => EVERYWHERE.has(name) || names.some((ours) => ours === name);
  return found.filter((name) => /^[a-z]+$/.test(name) && !/^(on|item)/.test(name) && !known(name));
}
