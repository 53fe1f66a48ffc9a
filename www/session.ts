// The one place where the page meets the network. The network owns its memories, state and history; the page asks it and acts
// on it through the session, which tells every part when something has changed. Only names and colours live here.
import init, {
  type CurveLayout,
  type CurveLook,
  Network,
  type Order,
  type Outcome,
  type PadLook,
  Painter,
  parsePicture,
} from "../pkg/hopfield_net.js";
import { digits, type Example, firstPictures, letters } from "./examples";
import { colour, onThemeChange } from "./theme";
import { count, list } from "./words";

export type { CurveLayout, Order, Outcome };

const ROWS = 8;
const COLUMNS = 8;

/** The first picture: seven with so many cells flipped. With this seed the first recall heals it exactly, in 249 updates. */
const FIRST_SEED = 49n;
const FIRST_FLIPS = 12;

/** How many colours theme.css has for memories. */
const HUES = 8;

/** What the page may ask of the network; whatever changes it goes through an act of the session. */
type Asked = Pick<
  Network,
  | "rows"
  | "columns"
  | "cells"
  | "memoryCount"
  | "isStable"
  | "weakest"
  | "restlessCells"
  | "memoryEnergy"
  | "bias"
  | "order"
  | "seed"
  | "state"
  | "energy"
  | "field"
  | "overlaps"
  | "restless"
  | "outcome"
  | "time"
  | "first"
  | "end"
  | "flips"
  | "moment"
>;

export interface Label {
  name: string;
  /** Which of the colours --memory-0 ... --memory-7 is this memory's, everywhere on the page. */
  hue: number;
}

export type Half = "top" | "bottom" | "left" | "right";

/** Why the network cannot run here, in words for the page. */
export class Unavailable extends Error {}

async function load(): Promise<void> {
  if (typeof WebAssembly === "undefined") {
    throw new Unavailable(
      "The network runs on WebAssembly, which this browser does not have or has switched off. Any browser of the last few years has it.",
    );
  }
  try {
    await init();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/unsafe-eval|content security policy|\bcsp\b/i.test(message)) {
      throw new Unavailable(
        "This site’s Content-Security-Policy forbids WebAssembly. Whoever runs the site can allow it by adding 'wasm-unsafe-eval' to script-src.",
      );
    }
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) {
      throw new Unavailable(`This browser could not run the network’s WebAssembly file: ${message}`);
    }
    throw new Unavailable(
      `The network’s WebAssembly file could not be fetched. Check the connection and load the page again. (${message})`,
    );
  }
}

export class Session {
  readonly #network = new Network(ROWS, COLUMNS);
  #painter!: Painter;
  readonly #labels: Label[] = [];
  readonly #listeners = new Set<() => void>();

  /** What the last act has to say for itself, if anything. */
  notice = "";
  /** Counts changes of the memories and of how they look: thumbnails are painted again only then. */
  revision = 0;

  private constructor() {
    onThemeChange(() => {
      this.#mixColours();
      this.announce();
    });
    this.#mixColours();
  }

  /** Loads the network and sets up the first picture: zero, three and seven stored, a broken seven on the pad. */
  static async open(): Promise<Session> {
    await load();
    const session = new Session();
    const network = session.#network;
    network.setSeed(FIRST_SEED);
    for (const { name, art } of firstPictures) session.store(parse(art), name);
    network.setState(network.memory(firstPictures.length - 1));
    network.corrupt(FIRST_FLIPS);
    session.notice = "";
    return session;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells every part that something it may show has changed. */
  announce(): void {
    for (const listener of this.#listeners) listener();
  }

  get network(): Asked {
    return this.#network;
  }

  label(index: number): Label {
    const label = this.#labels[index];
    if (!label) throw new RangeError(`There are ${this.#labels.length} memories, none with index ${index}.`);
    return label;
  }

  /** Where the network is at rest: the moment of the flip that brought it there. */
  restedAt(): number | undefined {
    const { restless, first, time } = this.#network;
    if (restless > 0) return undefined;
    let moment = time;
    while (moment > first && !this.#network.moment(moment).flipped) moment -= 1;
    return moment;
  }

  /** The memory most like the pad, and in how many cells it differs. */
  nearest(): { index: number; distance: number } | undefined {
    const overlaps = this.#network.overlaps();
    let best: number | undefined;
    overlaps.forEach((overlap, index) => {
      if (best === undefined || overlap > (overlaps[best] ?? overlap)) best = index;
    });
    if (best === undefined) return undefined;
    return { index: best, distance: (this.#network.cells - (overlaps[best] ?? 0)) / 2 };
  }

  // --- Memories ---

  /** Stores a picture, by default the one on the pad. */
  store(picture = this.#network.state(), name = this.#nameFor(picture)): void {
    const twins = this.#labels.filter((_, i) => same(this.#network.memory(i), picture));
    const held = this.#labels.filter((_, i) => this.#network.isStable(i));
    const index = this.#network.store(picture);
    const taken = new Set(this.#labels.map((label) => label.hue));
    const free = Array.from({ length: HUES }, (_, hue) => hue).find((hue) => !taken.has(hue));
    this.#labels.push({ name, hue: free ?? index % HUES });
    const broken = this.#labels.filter((label, i) => held.includes(label) && !this.#network.isStable(i));

    const words = [`Stored as ${name}${this.#network.isStable(index) ? "" : ", but it does not hold"}.`];
    if (twins[0]) {
      const copies = twins.length === 1 ? "twice" : count(twins.length + 1, "time");
      words.push(`It is the same picture as ${twins[0].name}: stored ${copies}, it pulls ${copies} as hard.`);
    }
    if (broken.length > 0) {
      const names = list(broken.map((label) => label.name)).join("");
      words.push(`Now ${names} no longer ${broken.length === 1 ? "holds" : "hold"}.`);
    }
    this.#changedMemories(words.join(" "));
  }

  forget(index: number): void {
    const { name } = this.label(index);
    this.#network.forget(index);
    this.#labels.splice(index, 1);
    this.#changedMemories(`Forgot ${name}, exactly as if it had never been stored.`);
  }

  move(from: number, to: number): void {
    if (to < 0 || to >= this.#labels.length) return;
    this.#network.moveMemory(from, to);
    this.#labels.splice(to, 0, ...this.#labels.splice(from, 1));
    this.#changedMemories();
  }

  rename(index: number, name: string): void {
    this.label(index).name = name.trim() || this.label(index).name;
    this.#changedMemories();
  }

  /** "four" for an example, else "memory 4"; with a number behind it while the name is taken. */
  #nameFor(picture: Int8Array): string {
    const taken = new Set(this.#labels.map((label) => label.name));
    const example = [...digits, ...letters].find(({ art }) => same(parse(art), picture));
    const candidate = (i: number): string => {
      if (!example) return `memory ${this.#labels.length + i}`;
      return i === 1 ? example.name : `${example.name} ${i}`;
    };
    let i = 1;
    while (taken.has(candidate(i))) i += 1;
    return candidate(i);
  }

  #changedMemories(notice = ""): void {
    this.#mixColours();
    this.#did(notice);
  }

  // --- The picture on the pad: each act begins a new history ---

  loadMemory(index: number): void {
    this.#network.setState(this.#network.memory(index));
    this.#did();
  }

  loadExample({ art }: Example): void {
    this.#network.setState(parse(art));
    this.#did();
  }

  /** Draws (+1) or erases (-1) cells, or turns each round (0). */
  paint(cells: Iterable<number>, value: 1 | -1 | 0): void {
    const state = this.#network.state();
    let changed = false;
    for (const cell of cells) {
      if (state[cell] === value) continue;
      this.#network.flip(cell);
      changed = true;
    }
    if (changed) this.#did();
  }

  corrupt(cells: number): void {
    this.#network.corrupt(cells);
    this.#did();
  }

  clear(): void {
    this.#network.setState(this.#blank());
    this.#did();
  }

  invert(): void {
    this.#network.setState(this.#network.state().map((cell) => -cell));
    this.#did();
  }

  /** Half of the cells on, by lot. */
  random(): void {
    this.#network.setState(this.#blank());
    this.#network.corrupt(this.#network.cells >> 1);
    this.#did();
  }

  blankHalf(half: Half): void {
    this.#replaceHalf(half, this.#blank());
  }

  /** Puts a random picture into one half. The lot is the network's own, so that the seed tells everything. */
  scrambleHalf(half: Half): void {
    const before = this.#network.state();
    this.random();
    const noise = this.#network.state();
    this.#network.setState(before);
    this.#replaceHalf(half, noise);
  }

  #replaceHalf(half: Half, source: Int8Array): void {
    const { rows, columns } = this.#network;
    const inside = (row: number, column: number): boolean =>
      ({
        top: row < rows / 2,
        bottom: row >= rows / 2,
        left: column < columns / 2,
        right: column >= columns / 2,
      })[half];
    this.#network.setState(
      this.#network
        .state()
        .map((cell, i) => (inside(Math.floor(i / columns), i % columns) ? (source[i] ?? cell) : cell)),
    );
    this.#did();
  }

  #blank(): Int8Array {
    return new Int8Array(this.#network.cells).fill(-1);
  }

  // --- Running ---

  /** Asks one neuron. */
  step(): void {
    this.#network.step();
    this.#did();
  }

  /** Asks at most so many neurons; true when the network has come to rest. */
  run(updates: number): boolean {
    const settled = this.#network.runUntilSettled(updates);
    this.#did();
    return settled;
  }

  /** Shows the state after so many updates of this history; running goes on from there. */
  travel(time: number): void {
    const { first, end } = this.#network;
    this.#network.travel(Math.max(first, Math.min(end, time)));
    this.#did();
  }

  /** Back to the cue; the next run asks the same neurons in the same order. */
  reset(): void {
    this.#network.restart();
    this.#did();
  }

  /** Back to the cue, with a fresh seed: the next run asks in another order. */
  newOrder(): void {
    this.#network.restart();
    this.#network.freshSeed();
    this.#did();
  }

  /** Back to the cue, with a seed of one's own. */
  setSeed(seed: bigint): void {
    this.#network.restart();
    this.#network.setSeed(seed);
    this.#did();
  }

  setOrder(order: Order): void {
    this.#network.setOrder(order);
    this.#did();
  }

  setBias(on: boolean): void {
    this.#network.setBias(on);
    this.#changedMemories();
  }

  #did(notice = ""): void {
    this.notice = notice;
    this.announce();
  }

  // --- Painting ---

  paintPad(context: CanvasRenderingContext2D, width: number, look: PadLook): void {
    this.#painter.pad(context, this.#network, width, look);
  }

  paintMemory(context: CanvasRenderingContext2D, index: number, width: number): void {
    this.#painter.memory(context, this.#network, index, width);
  }

  paintExample(context: CanvasRenderingContext2D, { art }: Example, width: number): void {
    const { rows, columns, picture } = parsePicture(art.join("\n"));
    this.#painter.picture(context, picture, rows, columns, width);
  }

  paintCurve(
    context: CanvasRenderingContext2D,
    width: number,
    height: number,
    look: Omit<CurveLook, "names">,
  ): CurveLayout {
    const names = this.#labels.map((label) => label.name);
    return this.#painter.curve(context, this.#network, width, height, { ...look, names });
  }

  #mixColours(): void {
    this.#painter?.free();
    this.#painter = new Painter({
      active: colour("active"),
      inactive: colour("inactive"),
      ink: colour("ink"),
      paper: colour("card"),
      muted: colour("muted"),
      line: colour("edge"),
      memories: this.#labels.map(({ hue }) => colour(`memory-${hue}`)),
      font: getComputedStyle(document.body).fontFamily,
    });
    this.revision += 1;
  }
}

const parse = (art: readonly string[]): Int8Array => parsePicture(art.join("\n")).picture;

const same = (a: Int8Array, b: Int8Array): boolean => a.every((cell, i) => cell === b[i]);
