// A session as the hash of a link, and back: "#v=1&m=digit:0,digit:7&cue=AAECAwQFBgc&rule=projection&seed=317&at=249". What is
// not named is as usual. A picture is digit:N, letter:X, or its cells in base64url; after it may come ".name" and ".hue".
// What comes from outside is judged by a network, part by part: one that it refuses is named, and the rest holds.
import { Network, type Order, type Rule } from "./core";
import { HUES, labelFor, tidyName, toldLabel } from "./labels";
import { decodePicture, encodePicture, readPicture, writePicture } from "./picture-code";
import { blank, type Size } from "./pictures";
import { clipped, quoted } from "./quote";
import { reason } from "./reason";
import { A_SEED, seedOf } from "./seed";
import { joined, lawsOf, MOST_UPDATES, type Remembered, type Setup, type Slept } from "./setup";
import { USUAL_VIEW, type View, viewPart } from "./view";

const VERSION = "1";
/** Letters that are read; 100 pictures of 32 by 32 cells take 17 000. */
const LONGEST_LINK = 32_000;
/** Memories that are read. */
const MOST_MEMORIES = 100;
/** Letters that are spent on memories, so that all else has room. */
const LONGEST_MEMORIES = 28_000;
/** Letters for which a sleep is told by its doses. */
const LONGEST_SLEEP = 1500;
/** Parts that are read; there are fewer kinds of them. */
const MOST_PARTS = 40;
/** Letters of a sentence that says what could not be read. */
const LONGEST_PROBLEM = 160;

const USUAL_SEED = 1n;

export interface Written {
  hash: string;
  /** What it does not tell, as in "the names". */
  left: string[];
}

export interface Read {
  setup: Setup;
  view: Partial<View>;
  /** Whether it says anything of the network at all. */
  says: boolean;
  /** What could not be read, each as part of a sentence. */
  problems: string[];
}

/** The link to a session; a `short` one leaves out what the run does not need, to fit into a QR code. */
export function writeLink(setup: Setup, view: Partial<View> = {}, short = false): Written {
  const { rows, columns, cue, rule, parameter, bias, order, temperature, seed, slept, time } = setup;
  const left: string[] = [];
  const parts: [string, string][] = [["v", VERSION]];
  const tell = (key: string, value: string, usual = ""): void => {
    if (value !== usual) parts.push([key, value]);
  };
  tell("size", `${rows}x${columns}`, "8x8");
  const memories = setup.memories.slice(0, MOST_MEMORIES);
  const told = fitting(memories.map((memory, i) => remembered(memory, memories.slice(0, i), setup, short)));
  tell("m", told.join(","));
  tell("cue", writePicture(cue, setup), encodePicture(blank(setup)));
  tell("rule", parameter === undefined ? rule : `${rule}:${parameter}`, "hebb");
  tell("bias", bias ? "1" : "");
  tell("order", order, "random");
  tell("t", String(temperature), "0");
  tell("seed", String(seed), String(USUAL_SEED));
  tell("at", String(time), "0");
  if (slept) {
    const sleep = asleep(slept);
    if (sleep.length <= LONGEST_SLEEP) tell("sleep", sleep);
    else left.push("what it dreamt");
  }
  if (!short) {
    tell("show", view.show ?? USUAL_VIEW.show, USUAL_VIEW.show);
    tell("speed", viewPart.writeSpeed(view.speed ?? USUAL_VIEW.speed));
  } else if (memories.some((memory, i) => toldLabel(memory, memories.slice(0, i), setup).name !== "")) {
    left.push("the names");
  }
  if (told.length < setup.memories.length) left.push(`memories beyond the first ${told.length}`);
  return { hash: `#${parts.map(([key, value]) => `${key}=${value}`).join("&")}`, left };
}

/** As many as there is room for. */
function fitting(memories: string[]): string[] {
  let letters = 0;
  return memories.filter((memory) => {
    letters += memory.length + 1;
    return letters <= LONGEST_MEMORIES;
  });
}

/** A memory, with its name and hue where they are not what it would get by itself. */
function remembered(memory: Remembered, before: Remembered[], size: Size, short: boolean): string {
  const picture = writePicture(memory.picture, size);
  if (short) return picture;
  const { name, hue } = toldLabel(memory, before, size);
  return [picture, name, hue].join(".").replace(/\.+$/, "");
}

function asleep({ fineness, dreams, daydreams, pictures, doses }: Slept): string {
  const dosed = pictures.map((picture, i) => `${encodePicture(picture)}.${doses[i]}`);
  return [`${fineness}.${dreams}.${daydreams}`, ...dosed].join(",");
}

/** What a link says; undefined if it says nothing. Never throws, whatever it is given. */
export function readLink(hash: string): Read | undefined {
  const text = hash.replace(/^#/, "");
  if (text === "") return undefined;
  const link = new Link(text);
  try {
    return link.read();
  } finally {
    link.close();
  }
}

class Link {
  readonly #parts = new Map<string, string>();
  readonly #problems: string[] = [];
  #says = false;
  /** Of the size of the link, to try its parts on. */
  #judge = new Network(8, 8);

  constructor(text: string) {
    let all = text;
    if (text.length > LONGEST_LINK) {
      this.#problems.push(`it is ${text.length} letters long, and only the first ${LONGEST_LINK} were read`);
      all = text.slice(0, LONGEST_LINK);
    }
    const parts = all.split("&", MOST_PARTS + 1);
    if (parts.length > MOST_PARTS) this.#problems.push(`it has more than ${MOST_PARTS} parts`);
    for (const part of parts.slice(0, MOST_PARTS)) {
      if (part === "") continue;
      const at = part.indexOf("=");
      const key = at < 0 ? part : part.slice(0, at);
      if (at < 0 || !KEYS.has(key)) this.#problems.push(`nothing is known of ${quoted(key)}`);
      else if (this.#parts.has(key)) this.#problems.push(`${key} comes twice`);
      else this.#parts.set(key, part.slice(at + 1));
    }
  }

  close(): void {
    this.#judge.free();
  }

  read(): Read {
    this.#part("v", (version) => {
      if (version !== VERSION)
        throw new RangeError(`this page reads version ${VERSION}, not ${quoted(version)}`);
    });
    this.#part("size", (size) => this.#size(size));
    const memories = this.#part("m", (list) => this.#memories(list)) ?? [];
    const cue = this.#part("cue", (code) => readPicture(code, this.#judge).picture) ?? blank(this.#judge);
    this.#part("rule", (rule) => {
      const [name = "", parameter] = split(rule, ":");
      this.#judge.setRule(name as Rule, parameter === undefined ? undefined : numberOf(parameter));
    });
    this.#part("bias", (bias) => this.#judge.setBias(oneOf(bias, ["0", "1"]) === "1"));
    this.#part("order", (order) => this.#judge.setOrder(order as Order));
    this.#part("t", (temperature) => this.#judge.setTemperature(numberOf(temperature)));
    const seed = this.#part("seed", readSeed) ?? USUAL_SEED;
    const slept = this.#part("sleep", (sleep) => this.#sleep(sleep));
    const time = this.#part("at", (at) => this.#time(at)) ?? 0;
    const show = this.#part("show", viewPart.show);
    const speed = this.#part("speed", viewPart.readSpeed);

    const { rows, columns } = this.#judge;
    const laws = { ...lawsOf(this.#judge), seed };
    return {
      setup: { rows, columns, memories, cue, ...laws, ...(slept && { slept }), time },
      view: { ...(show !== undefined && { show }), ...(speed !== undefined && { speed }) },
      says: this.#says,
      problems: this.#problems,
    };
  }

  /** Reads a part, if it is there. One that cannot be is as if it were not, and is named. */
  #part<T>(key: string, read: (value: string) => T): T | undefined {
    const value = this.#parts.get(key);
    if (value === undefined) return undefined;
    try {
      const said = read(value);
      if (key !== "v") this.#says = true;
      return said;
    } catch (error) {
      this.#refuse(key, error);
      return undefined;
    }
  }

  #refuse(what: string, error: unknown): void {
    this.#problems.push(clipped(`${what}: ${reason(error)}`, LONGEST_PROBLEM));
  }

  #size(size: string): void {
    const [, rows, columns] = /^(\d{1,3})x(\d{1,3})$/.exec(size) ?? [];
    if (!rows || !columns) throw new RangeError(`expected rows and columns as in 8x8, got ${quoted(size)}`);
    const judge = new Network(Number(rows), Number(columns));
    this.#judge.free();
    this.#judge = judge;
  }

  #memories(list: string): Remembered[] {
    const memories: Remembered[] = [];
    const codes = list.split(",", MOST_MEMORIES + 1);
    codes.slice(0, MOST_MEMORIES).forEach((code, i) => {
      try {
        memories.push(this.#memory(code, `memory ${i + 1}`, memories));
      } catch (error) {
        this.#refuse(`memory ${i + 1}`, error);
      }
    });
    if (codes.length > MOST_MEMORIES) {
      this.#problems.push(`m: there are more than ${MOST_MEMORIES} memories, and only so many were read`);
    }
    return memories;
  }

  #memory(code: string, which: string, before: Remembered[]): Remembered {
    const [art = "", name = "", hue = "", ...more] = code.split(".", 4);
    if (more.length > 0) throw new RangeError("expected a picture, a name and a colour, got more");
    const { picture } = readPicture(art, this.#judge);
    const usual = labelFor(picture, this.#judge, before);
    return {
      picture,
      name: this.#name(name, which) || usual.name,
      hue: this.#hue(hue, which) ?? usual.hue,
    };
  }

  #name(name: string, which: string): string {
    try {
      return tidyName(decodeURIComponent(name));
    } catch {
      this.#problems.push(`${which}: its name ${quoted(name)} is broken`);
      return "";
    }
  }

  #hue(hue: string, which: string): number | undefined {
    if (hue === "") return undefined;
    if (/^\d$/.test(hue) && Number(hue) < HUES) return Number(hue);
    this.#problems.push(`${which}: expected a colour from 0 to ${HUES - 1}, got ${quoted(hue)}`);
    return undefined;
  }

  #sleep(text: string): Slept {
    if (text.length > LONGEST_SLEEP) {
      throw new RangeError(`expected at most ${LONGEST_SLEEP} letters, got ${text.length}`);
    }
    const [head = "", ...dosed] = text.split(",");
    const [fineness = 0, dreams = 0, daydreams = 0] = head.split(".", 3).map(numberOf);
    const pictures = dosed.map((one) => decodePicture(split(one, ".")[0] ?? "", this.#judge));
    const doses = dosed.map((one) => numberOf(split(one, ".")[1] ?? ""));
    this.#judge.setSleep(fineness, joined(pictures), doses, dreams, daydreams);
    return { fineness, dreams, daydreams, pictures, doses };
  }

  #time(text: string): number {
    const time = numberOf(text);
    if (!Number.isInteger(time) || time < 0)
      throw new RangeError(`expected a number of updates, got ${quoted(text)}`);
    if (time <= MOST_UPDATES) return time;
    this.#problems.push(`at: it ran for ${MOST_UPDATES} updates, as many as a link can ask for`);
    return MOST_UPDATES;
  }
}

const KEYS = new Set("v size m cue rule bias order t seed at sleep show speed".split(" "));

/** What is before a mark and what is behind it. */
function split(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function numberOf(text: string): number {
  if (!/^-?\d{1,25}(\.\d{1,25})?(e[+-]?\d{1,3})?$/i.test(text)) {
    throw new RangeError(`expected a number, got ${quoted(text)}`);
  }
  return Number(text) + 0; // no −0
}

function readSeed(text: string): bigint {
  const seed = seedOf(text);
  if (seed === undefined) throw new RangeError(`expected ${A_SEED}, got ${quoted(text)}`);
  return seed;
}

function oneOf(text: string, all: string[]): string {
  if (all.includes(text)) return text;
  throw new RangeError(`expected ${all.join(" or ")}, got ${quoted(text)}`);
}
