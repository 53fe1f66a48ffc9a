// The one place where the page meets the network. The network owns its memories, state and history; the page asks it and acts
// on it through the session, which tells every part when something has changed. Only names and colours live here.
import init, {
  type Council,
  type CurveLayout,
  type CurveLook,
  type Dream,
  type GraphLook,
  type LinksShown,
  type Named,
  Network,
  type Order,
  type PadLook,
  Painter,
  parsePicture,
  type Rule,
} from "../pkg/hopfield_net.js";
import { digits, type Example, firstPictures, letters } from "./examples";
import { colour, onThemeChange } from "./theme";
import { count, list } from "./words";

export type { Council, CurveLayout, Dream, GraphLook, LinksShown, Named, Order, Rule };

const ROWS = 8;
const COLUMNS = 8;

/** The first picture: seven with so many cells flipped, chosen by the first lot. With this seed the first recall heals it exactly, in
 * 249 updates. */
const FIRST_SEED = 317n;
const FIRST_LOT = 49n;
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
  | "rule"
  | "ruleParameter"
  | "hasEnergy"
  | "firstEnergy"
  | "hasCouplings"
  | "bias"
  | "order"
  | "temperature"
  | "seed"
  | "dreams"
  | "daydreams"
  | "bestDose"
  | "ruinDose"
  | "fineness"
  | "state"
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
  #lot = FIRST_LOT;
  readonly #listeners = new Set<() => void>();

  /** What the last act has to say for itself, if anything. */
  notice = "";
  /** Counts changes of the memories, of what they teach and of how they look: what shows only these is painted again only then. */
  revision = 0;
  /** How many memories hold when nothing was dreamt, and the revision at which that was counted. */
  #awake = { revision: -1, held: 0 };

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
    session.corrupt(FIRST_FLIPS);
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

  /** Has nothing more to say of the last act. */
  hush(): void {
    this.#did();
  }

  get network(): Asked {
    return this.#network;
  }

  label(index: number): Label {
    const label = this.#labels[index];
    if (!label) throw new RangeError(`There are ${this.#labels.length} memories, none with index ${index}.`);
    return label;
  }

  /** The energy of the picture on the pad; undefined where the rule has none. */
  get energy(): number | undefined {
    return this.#network.hasEnergy ? this.#network.energy() : undefined;
  }

  /** The energy of a memory; undefined where the rule has none. */
  memoryEnergy(index: number): number | undefined {
    return this.#network.hasEnergy ? this.#network.memoryEnergy(index) : undefined;
  }

  /** Whether nothing will move any more. */
  get atRest(): boolean {
    const { restless, temperature, order, first, time, cells } = this.#network;
    if (temperature > 0 || restless > 0) return false;
    // A synchronous sweep under way still answers to the picture with which it began.
    return order !== "synchronous" || time === first || this.#network.moment(time).cell === cells - 1;
  }

  /** Whether synchronous updates have come to swing between two pictures. */
  get swings(): boolean {
    return this.#network.order === "synchronous" && this.#network.outcome().kind === "cycle";
  }

  /** Where the network is at rest: the moment of the flip that brought it there. */
  restedAt(): number | undefined {
    if (!this.atRest) return undefined;
    const { first, time } = this.#network;
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
    let index = 0;
    try {
      index = this.#network.store(picture);
    } catch (error) {
      this.#did(`It cannot be stored: ${words(error)}.`);
      return;
    }
    const taken = new Set(this.#labels.map((label) => label.hue));
    const free = Array.from({ length: HUES }, (_, hue) => hue).find((hue) => !taken.has(hue));
    this.#labels.push({ name, hue: free ?? index % HUES });
    const broken = this.#labels.filter((label, i) => held.includes(label) && !this.#network.isStable(i));

    const told = [
      `Stored as ${name}${this.#network.isStable(index) ? "" : `, but it does not hold${this.#tooLike(index)}`}.`,
    ];
    if (twins[0]) {
      const copies = twins.length === 1 ? "twice" : count(twins.length + 1, "time");
      told.push(`It is the same picture as ${twins[0].name}: stored ${copies}, it pulls ${copies} as hard.`);
    }
    if (broken.length > 0) {
      const names = list(broken.map((label) => label.name)).join("");
      told.push(`Now ${names} no longer ${broken.length === 1 ? "holds" : "hold"}.`);
    }
    this.#changedMemories(told.join(" "));
  }

  /** Why a memory does not hold: mostly it shares too much with another. */
  #tooLike(index: number): string {
    const overlaps = this.#network.memoryOverlaps(index);
    const others = this.#labels.map((_, i) => i).filter((i) => i !== index && (overlaps[i] ?? 0) > 0);
    const [likest] = others.sort((a, b) => (overlaps[b] ?? 0) - (overlaps[a] ?? 0));
    if (likest === undefined) return "";
    const alike = (this.#network.cells + (overlaps[likest] ?? 0)) / 2;
    return `: it is too like ${this.label(likest).name} (${alike} of ${this.#network.cells} cells alike). Draw it bolder, or forget one`;
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

  /** Whatever makes a cue: the run to come then starts at the seed shown, so that cue and seed tell all of it. */
  #cue(make: () => void): void {
    make();
    this.#network.setSeed(this.#network.seed);
    this.#did();
  }

  /** A cue made by lot. Lots have seeds of their own: with the run's, the same cells would be chosen every time. */
  #cueByLot(make: () => void): void {
    const { seed } = this.#network;
    this.#network.setSeed(this.#lot);
    this.#lot += 1n;
    make();
    this.#network.setSeed(seed);
    this.#did();
  }

  loadMemory(index: number): void {
    this.#cue(() => this.#network.setState(this.#network.memory(index)));
  }

  loadExample({ art }: Example): void {
    this.#cue(() => this.#network.setState(parse(art)));
  }

  /** Draws (+1) or erases (-1) cells, or turns each round (0). */
  paint(cells: Iterable<number>, value: 1 | -1 | 0): void {
    const state = this.#network.state();
    const others = [...cells].filter((cell) => state[cell] !== value);
    if (others.length === 0) return;
    this.#cue(() => {
      for (const cell of others) this.#network.flip(cell);
    });
  }

  corrupt(cells: number): void {
    this.#cueByLot(() => this.#network.corrupt(cells));
  }

  clear(): void {
    this.#cue(() => this.#network.setState(this.#blank()));
  }

  invert(): void {
    this.#cue(() => this.#network.setState(this.#network.state().map((cell) => -cell)));
  }

  /** Half of the cells on, by lot. */
  random(): void {
    this.#cueByLot(() => this.#randomize());
  }

  #randomize(): void {
    this.#network.setState(this.#blank());
    this.#network.corrupt(this.#network.cells >> 1);
  }

  blankHalf(half: Half): void {
    this.#cue(() => this.#replaceHalf(half, this.#network.state(), this.#blank()));
  }

  /** Puts a random picture into one half. */
  scrambleHalf(half: Half): void {
    this.#cueByLot(() => {
      const before = this.#network.state();
      this.#randomize();
      this.#replaceHalf(half, before, this.#network.state());
    });
  }

  #replaceHalf(half: Half, picture: Int8Array, source: Int8Array): void {
    const { rows, columns } = this.#network;
    const inside = (row: number, column: number): boolean =>
      ({
        top: row < rows / 2,
        bottom: row >= rows / 2,
        left: column < columns / 2,
        right: column >= columns / 2,
      })[half];
    this.#network.setState(
      picture.map((cell, i) => (inside(Math.floor(i / columns), i % columns) ? (source[i] ?? cell) : cell)),
    );
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
    // What an act during the run had to say stays readable until the run ends.
    if (settled) this.notice = "";
    this.announce();
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
    const { order, temperature } = this.#network;
    this.#network.restart();
    // The cue's moment may have known others: what is chosen now stays chosen.
    if (this.#network.order !== order) this.#network.setOrder(order);
    if (this.#network.temperature !== temperature) this.#network.setTemperature(temperature);
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

  /** Back to the cue, to be asked in this order: a reset then keeps to it. */
  setOrder(order: Order): void {
    this.#network.restart();
    this.#network.setOrder(order);
    this.#did();
  }

  /** 0 is the sign rule; above it the network never rests. */
  setTemperature(temperature: number): void {
    this.#network.setTemperature(temperature);
    this.#did();
  }

  // --- How memories become couplings ---

  /** Learns by another rule; memories and picture stay. */
  setRule(rule: Rule, parameter?: number): void {
    const network = this.#network;
    let woke = "";
    try {
      // Sleep changes couplings, and these two have none.
      if ((rule === "dense" || rule === "exponential") && network.dreams + network.daydreams > 0) {
        network.wake();
        woke = " For this it had to wake: what it dreamt is undone.";
      }
      network.setRule(rule, parameter);
    } catch (error) {
      this.#did(`That rule cannot learn these memories: ${words(error)}.`);
      return;
    }
    const all = network.memoryCount;
    this.#reshaped(all > 0 ? `By this rule ${this.held} of ${count(all, "memory")} hold.${woke}` : "");
  }

  setBias(on: boolean): void {
    this.#network.setBias(on);
    this.#reshaped();
  }

  /** How many memories hold. */
  get held(): number {
    return this.#labels.filter((_, i) => this.#network.isStable(i)).length;
  }

  /** How many would hold had it not slept: the same memories learnt by the same rule in a network of their own. */
  get heldAwake(): number {
    if (this.#awake.revision !== this.revision) {
      const { rows, columns, rule, ruleParameter, bias } = this.#network;
      const awake = new Network(rows, columns);
      this.#labels.forEach((_, i) => {
        awake.store(this.#network.memory(i));
      });
      awake.setRule(rule, ruleParameter);
      awake.setBias(bias);
      const held = this.#labels.filter((_, i) => awake.isStable(i)).length;
      awake.free();
      this.#awake = { revision: this.revision, held };
    }
    return this.#awake.held;
  }

  // --- Sleep ---

  /** Unlearns so many dreams; tells the last. */
  dream(dreams: number): Dream | undefined {
    const last = this.#network.dream(dreams);
    this.#reshaped();
    return last;
  }

  /** Unlearns so many dreams, each with a memory learnt again; tells the last. */
  daydream(dreams: number): Dream | undefined {
    const last = this.#network.daydream(dreams);
    this.#reshaped();
    return last;
  }

  /** Undoes all that was dreamt. */
  wake(): void {
    this.#network.wake();
    this.#reshaped("It woke up: the couplings are again what the memories alone make of them.");
  }

  /** The couplings are others now, and whether each memory holds is to be shown anew. */
  #reshaped(notice = ""): void {
    this.revision += 1;
    this.#did(notice);
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

  paintPicture(context: CanvasRenderingContext2D, picture: Int8Array, width: number): void {
    const { rows, columns } = this.#network;
    this.#painter.picture(context, picture, rows, columns, width);
  }

  /** What a neuron hears now; with `asked`, what the one just asked heard when it was. */
  council(cell: number, asked: boolean): Council {
    return this.#painter.council(this.#network, cell, asked);
  }

  paintVotes(context: CanvasRenderingContext2D, cell: number, asked: boolean, width: number): void {
    this.#painter.votes(context, this.#network, cell, asked, width, this.#names);
  }

  /** How high the votes are painted: as the pad where neurons vote, a bar for each memory where these do. */
  votesHeight(width: number): number {
    const { hasCouplings, rows, columns } = this.#network;
    return hasCouplings ? (width * rows) / columns : this.#painter.pullsHeight(this.#network);
  }

  paintIncoming(context: CanvasRenderingContext2D, cell: number, width: number): void {
    this.#painter.incoming(context, this.#network, cell, width);
  }

  paintLinks(context: CanvasRenderingContext2D, width: number, look: GraphLook): LinksShown {
    return this.#painter.links(context, this.#network, width, look);
  }

  paintNodes(context: CanvasRenderingContext2D, width: number, look: GraphLook): void {
    this.#painter.nodes(context, this.#network, width, look);
  }

  /** The neuron of the graph near a point. */
  nodeAt(x: number, y: number, width: number, circle: boolean): number | undefined {
    return this.#painter.nodeAt(this.#network, x, y, width, circle);
  }

  paintMatrix(context: CanvasRenderingContext2D, width: number, pointed: number | undefined): void {
    this.#painter.matrix(context, this.#network, width, pointed);
  }

  paintOverlaps(context: CanvasRenderingContext2D, width: number, height: number, fontSize: number): void {
    this.#painter.overlaps(context, this.#network, width, height, { names: this.#names, fontSize });
  }

  get #names(): string[] {
    return this.#labels.map((label) => label.name);
  }

  paintCurve(
    context: CanvasRenderingContext2D,
    width: number,
    height: number,
    look: Omit<CurveLook, "names">,
  ): CurveLayout {
    return this.#painter.curve(context, this.#network, width, height, { ...look, names: this.#names });
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
      positive: colour("positive"),
      negative: colour("negative"),
      memories: this.#labels.map(({ hue }) => colour(`memory-${hue}`)),
      font: getComputedStyle(document.body).fontFamily,
    });
    this.revision += 1;
  }
}

const parse = (art: readonly string[]): Int8Array => parsePicture(art.join("\n")).picture;

const same = (a: Int8Array, b: Int8Array): boolean => a.every((cell, i) => cell === b[i]);

/** An error of the network as part of a sentence. */
const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));
