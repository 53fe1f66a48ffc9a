// A network and all that one can do to it. The network owns its memories, state and history; the parts of the page ask it and
// act on it through the session, which tells them when something has changed, and can undo every act.

import { onThemeChange } from "./colours";
import { broken, type Dream, Network, type Order, type Rule, type Snapshot } from "./core";
import type { Example } from "./examples";
import { History, type Moment } from "./history";
import { type Label, labelFor } from "./labels";
import { Painting } from "./painting";
import {
  blank,
  drawn,
  type Half,
  inverted,
  type Picture,
  resampled,
  type Size,
  same,
  withHalf,
} from "./pictures";
import { buildAtMoment, MOST_UPDATES, type Setup, sleepOf } from "./setup";
import { count, list } from "./words";

export type { Council, CurveLayout, Dream, GraphLook, LinksShown, Named, Order, Rule } from "./core";
export type { Half, Picture, Size } from "./pictures";

/** What the page may ask of the network; whatever changes it goes through an act of the session. */
type Asked = Pick<
  Network,
  | "rows"
  | "columns"
  | "cells"
  | "memoryCount"
  | "memory"
  | "memoryOverlaps"
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
  | "cue"
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

/** The session as it was: what undo keeps. */
interface Kept extends Moment {
  snapshot: Snapshot;
  labels: Label[];
  mixed: boolean;
}

export class Session {
  #network: Network;
  #labels: Label[];
  readonly painting: Painting;
  readonly #history = new History<Kept>(
    () => this.#moment(),
    (moment) => this.#restore(moment),
  );
  /** Whether the temperature changed while it ran: cue and seed then no longer tell how it came to be where it is. */
  #mixed = false;
  /** The seed of the next act by lot. */
  #lot = 50n;
  readonly #listeners = new Set<(glance: boolean) => void>();
  readonly #forgetTheme: () => void;

  /** What the last act has to say for itself, if anything. */
  notice = "";
  /** Counts changes of the memories, of what they teach and of how they look: what shows only these is painted again only then. */
  revision = 0;
  /** How many memories hold when nothing was dreamt, and of what memories and rule that was counted. */
  #awake = { taught: "", held: 0 };

  /**
   * A network of a setup, its pictures in the colours that hold within `root`. The core must be loaded.
   * Throws what the network throws.
   */
  constructor(setup: Setup, root: HTMLElement | ShadowRoot = document.body) {
    this.#network = networkOf(setup);
    this.#labels = labelsOf(setup);
    this.painting = new Painting(root, () => this.#network);
    this.painting.relabel(this.#labels);
    this.#forgetTheme = onThemeChange(() => this.recolour());
  }

  /** Gives back the memory that the network holds; nobody may ask it anything afterwards. */
  close(): void {
    this.abandon();
    this.#history.clear();
    this.painting.free();
    this.#network.free();
  }

  /** The network is broken: nobody may ask it anything, nor is there anybody to give memory back to. */
  abandon(): void {
    this.#forgetTheme();
    this.#listeners.clear();
  }

  subscribe(listener: (glance: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells every part that something it may show has changed; at a glance only pictures need to follow, words come later. */
  announce(glance = false): void {
    for (const listener of this.#listeners) listener(glance);
  }

  /** Has this to say; by default nothing more of the last act. */
  say(notice = ""): void {
    this.notice = notice;
    this.announce();
  }

  /** The colours around are others now. */
  recolour(): void {
    this.painting.repaint();
    this.revision += 1;
    this.announce();
  }

  get network(): Asked {
    return this.#network;
  }

  label(index: number): Label {
    const label = this.#labels[index];
    if (!label) throw new RangeError(`There are ${this.#labels.length} memories, none with index ${index}.`);
    return label;
  }

  // --- As a whole ---

  /** All that decides the run shown, as plain data. A run that cue and seed do not tell begins with the picture shown. */
  setup(): Setup {
    const network = this.#network;
    const { rows, columns, rule, ruleParameter, bias, order, temperature, seed, time } = network;
    const slept = sleepOf(network);
    const told = !this.#mixed && time <= MOST_UPDATES;
    return {
      rows,
      columns,
      memories: this.#labels.map((label, i) => ({ ...label, picture: network.memory(i) })),
      cue: told ? network.cue() : network.state(),
      rule,
      ...(ruleParameter !== undefined && { parameter: ruleParameter }),
      bias,
      order,
      temperature,
      seed,
      ...(slept && { slept }),
      time: told ? time : 0,
    };
  }

  /** Becomes another setup. One that the network refuses changes nothing, and the notice says why. */
  become(setup: Setup, act: string, notice = ""): boolean {
    try {
      this.#history.act(act, undefined, () => {
        const network = networkOf(setup);
        this.#network.free();
        this.#network = network;
        this.#labels = labelsOf(setup);
        this.#mixed = false;
      });
    } catch (error) {
      this.say(`That cannot be: ${words(error)}.`);
      return false;
    }
    this.#relabelled(notice);
    return true;
  }

  /** Another size of grid: memories and pad are drawn anew on it, or it starts with nothing. */
  resize(size: Size, keep: boolean): boolean {
    const { slept, ...setup } = this.setup();
    const redrawn = (picture: Picture): Picture => resampled(picture, setup, size);
    const memories = keep
      ? setup.memories.map((memory) => ({ ...memory, picture: redrawn(memory.picture) }))
      : [];
    const cue = keep ? redrawn(this.#network.state()) : blank(size);
    const woke = slept && keep ? " What it dreamt is gone: dreams are of one size." : "";
    const what = keep ? "Everything is drawn anew" : "It starts with nothing";
    const notice = `${what} on ${size.rows} by ${size.columns} cells; undo brings the old ones back.${woke}`;
    return this.become({ ...setup, ...size, memories, cue, time: 0 }, "another size", notice);
  }

  // --- Undo ---

  /** What undo would undo, and redo do again. */
  get undoable(): string | undefined {
    return this.#history.undoable;
  }

  get redoable(): string | undefined {
    return this.#history.redoable;
  }

  undo(): void {
    const act = this.#history.undo();
    if (act !== undefined) this.#relabelled(`Undone: ${act}.`);
  }

  redo(): void {
    const act = this.#history.redo();
    if (act !== undefined) this.#relabelled(`Done again: ${act}.`);
  }

  #moment(): Kept {
    const snapshot = this.#network.snapshot();
    const labels = this.#labels.map((label) => ({ ...label }));
    const mixed = this.#mixed;
    return { snapshot, labels, mixed, updates: snapshot.updates, free: () => snapshot.free() };
  }

  #restore({ snapshot, labels, mixed }: Kept): void {
    this.#network.restore(snapshot);
    this.#mixed = mixed;
    this.#labels = labels.map((label) => ({ ...label }));
  }

  /**
   * An act that can be undone, after which the run starts at the seed shown: so cue and seed tell all of it.
   * Acts of one group are undone together.
   */
  #act<T>(act: string, make: () => T, group?: unknown): T {
    const { seed } = this.#network;
    return this.#history.act(act, group, () => {
      const result = make();
      this.#mixed = false;
      this.#network.setSeed(seed);
      return result;
    });
  }

  /** An act by lot. Lots have seeds of their own: with the run's, the same cells would be chosen every time. */
  #byLot<T>(act: string, make: () => T, group?: unknown): T {
    return this.#act(
      act,
      () => {
        this.#network.setSeed(this.#lot);
        this.#lot += 1n;
        return make();
      },
      group,
    );
  }

  // --- What it is in ---

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
    const { first } = this.#network;
    let moment = this.#network.time;
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
  store(picture = this.#network.state(), name?: string): boolean {
    const twins = this.#labels.filter((_, i) => same(this.#network.memory(i), picture));
    const held = this.#labels.filter((_, i) => this.#network.isStable(i));
    const label = labelFor(picture, this.#network, this.#labels, name);
    let index = 0;
    try {
      index = this.#act(`storing ${label.name}`, () => this.#network.store(picture));
    } catch (error) {
      this.say(`It cannot be stored: ${words(error)}.`);
      return false;
    }
    this.#labels.push(label);
    const broken = this.#labels.filter((label, i) => held.includes(label) && !this.#network.isStable(i));

    const told = [
      `Stored as ${label.name}${this.#network.isStable(index) ? "" : `, but it does not hold${this.#tooLike(index)}`}.`,
    ];
    if (twins[0]) {
      const copies = twins.length === 1 ? "twice" : count(twins.length + 1, "time");
      told.push(`It is the same picture as ${twins[0].name}: stored ${copies}, it pulls ${copies} as hard.`);
    }
    if (broken.length > 0) {
      const names = list(broken.map((label) => label.name)).join("");
      told.push(`Now ${names} no longer ${broken.length === 1 ? "holds" : "hold"}.`);
    }
    this.#relabelled(told.join(" "));
    return true;
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
    this.#act(`forgetting ${name}`, () => this.#network.forget(index));
    this.#labels.splice(index, 1);
    this.#relabelled(`Forgot ${name}, exactly as if it had never been stored.`);
  }

  move(from: number, to: number): void {
    if (to < 0 || to >= this.#labels.length) return;
    this.#act(`moving ${this.label(from).name}`, () => this.#network.moveMemory(from, to));
    this.#labels.splice(to, 0, ...this.#labels.splice(from, 1));
    this.#relabelled();
  }

  rename(index: number, name: string): void {
    const label = this.label(index);
    const wished = name.trim();
    if (wished !== "" && wished !== label.name) {
      this.#history.act(`naming ${wished}`, undefined, () => {
        label.name = wished;
      });
    }
    this.#relabelled();
  }

  #relabelled(notice = ""): void {
    this.painting.relabel(this.#labels);
    this.#reshaped(notice);
  }

  // --- The picture on the pad: each act begins a new run ---

  /** Puts a picture on the pad. */
  load(picture: Picture, act: string): void {
    this.#act(act, () => this.#network.setState(picture));
    this.say();
  }

  loadMemory(index: number): void {
    this.load(this.#network.memory(index), `loading ${this.label(index).name}`);
  }

  loadExample(example: Example): void {
    this.load(drawn(example, this.#network), `loading ${example.name}`);
  }

  /** Draws (+1) or erases (-1) cells, or turns each round (0); `stroke` is one and the same for all of a stroke. */
  paint(cells: Iterable<number>, value: 1 | -1 | 0, stroke?: unknown): void {
    const state = this.#network.state();
    const others = [...cells].filter((cell) => state[cell] !== value);
    if (others.length === 0) return;
    const draw = (): void => {
      for (const cell of others) this.#network.flip(cell);
    };
    this.#act("drawing", draw, stroke);
    this.say();
  }

  corrupt(cells: number): void {
    this.#byLot("corrupting", () => this.#network.corrupt(cells));
    this.say();
  }

  clear(): void {
    this.load(blank(this.#network), "clearing");
  }

  invert(): void {
    this.load(inverted(this.#network.state()), "inverting");
  }

  /** Half of the cells on, by lot. */
  random(): void {
    this.#byLot("a random picture", () => this.#randomize());
    this.say();
  }

  #randomize(): void {
    this.#network.setState(blank(this.#network));
    this.#network.corrupt(this.#network.cells >> 1);
  }

  blankHalf(half: Half): void {
    const network = this.#network;
    this.load(withHalf(network.state(), blank(network), half, network), "blanking a half");
  }

  /** Puts a random picture into one half. */
  scrambleHalf(half: Half): void {
    const network = this.#network;
    this.#byLot("scrambling a half", () => {
      const before = network.state();
      this.#randomize();
      network.setState(withHalf(before, network.state(), half, network));
    });
    this.say();
  }

  // --- Running ---

  /** Asks one neuron. */
  step(): void {
    this.#network.step();
    this.say();
  }

  /** Asks at most so many neurons; true when the network has come to rest. The player announces it, once a frame. */
  run(updates: number): boolean {
    const settled = this.#network.runUntilSettled(updates);
    // What an act during the run had to say stays readable until the run ends.
    if (settled) this.notice = "";
    return settled;
  }

  /** Shows the state after so many updates of this history; running goes on from there. */
  travel(time: number): void {
    const { first, end } = this.#network;
    this.#network.travel(Math.max(first, Math.min(end, time)));
    this.say();
  }

  /** Back to the cue; the next run asks the same neurons in the same order. */
  reset(): void {
    this.#history.act("resetting", undefined, () => this.#restart());
    this.say();
  }

  #restart(): void {
    const { order, temperature } = this.#network;
    this.#network.restart();
    this.#mixed = false;
    // The cue's moment may have known others: what is chosen now stays chosen.
    if (this.#network.order !== order) this.#network.setOrder(order);
    if (this.#network.temperature !== temperature) this.#network.setTemperature(temperature);
  }

  /** Back to the cue, with a fresh seed: the next run asks in another order. */
  newOrder(): void {
    this.#history.act("a new order", undefined, () => {
      this.#restart();
      this.#network.freshSeed();
    });
    this.say();
  }

  /** Back to the cue, with a seed of one's own. */
  setSeed(seed: bigint): void {
    this.#history.act("another seed", undefined, () => {
      this.#restart();
      this.#network.setSeed(seed);
    });
    this.say();
  }

  /** Back to the cue, to be asked in this order: a reset then keeps to it. */
  setOrder(order: Order): void {
    this.#history.act("another order", undefined, () => {
      this.#restart();
      this.#network.setOrder(order);
    });
    this.say();
  }

  /** 0 is the sign rule; above it the network never rests. */
  setTemperature(temperature: number): void {
    this.#history.act("another temperature", "temperature", () => {
      this.#network.setTemperature(temperature);
      if (this.#network.time > 0) this.#mixed = true;
    });
    this.say();
  }

  // --- How memories become couplings ---

  /** Learns by another rule; memories and picture stay. */
  setRule(rule: Rule, parameter?: number): void {
    const network = this.#network;
    // Sleep changes couplings, and these two have none.
    const wakes = (rule === "dense" || rule === "exponential") && network.dreams + network.daydreams > 0;
    const learn = (): void => {
      if (wakes) network.wake();
      network.setRule(rule, parameter);
    };
    try {
      this.#act("another rule", learn, parameter === undefined ? undefined : `parameter of ${rule}`);
    } catch (error) {
      this.say(`That rule cannot learn these memories: ${words(error)}.`);
      return;
    }
    const all = network.memoryCount;
    const woke = wakes ? " For this it had to wake: what it dreamt is undone." : "";
    this.#reshaped(all > 0 ? `By this rule ${this.held} of ${count(all, "memory")} hold.${woke}` : "");
  }

  setBias(on: boolean): void {
    this.#act(on ? "bias on" : "bias off", () => this.#network.setBias(on));
    this.#reshaped();
  }

  /** How many memories hold. */
  get held(): number {
    return this.#labels.filter((_, i) => this.#network.isStable(i)).length;
  }

  /** How many would hold had it not slept: the same memories learnt by the same rule in a network of their own. */
  get heldAwake(): number {
    const { slept: _, ...setup } = this.setup();
    const { rule, parameter, bias, memories } = setup;
    const taught = String([rule, parameter, bias, ...memories.map(({ picture }) => picture)]);
    if (this.#awake.taught !== taught) {
      const awake = networkOf({ ...setup, time: 0 });
      this.#awake = { taught, held: memories.filter((_, i) => awake.isStable(i)).length };
      awake.free();
    }
    return this.#awake.held;
  }

  // --- Sleep ---

  /** Unlearns so many dreams; tells the last. `night` is one and the same for all that belongs together. */
  dream(dreams: number, night?: unknown): Dream | undefined {
    const last = this.#byLot("dreaming", () => this.#network.dream(dreams), night);
    this.#reshaped();
    return last;
  }

  /** Unlearns so many dreams, each with a memory learnt again; tells the last. */
  daydream(dreams: number, night?: unknown): Dream | undefined {
    const last = this.#byLot("daydreaming", () => this.#network.daydream(dreams), night);
    this.#reshaped();
    return last;
  }

  /** Undoes all that was dreamt. */
  wake(): void {
    this.#act("waking", () => this.#network.wake());
    this.#reshaped("It woke up: the couplings are again what the memories alone make of them.");
  }

  /** The couplings are others now, and whether each memory holds is to be shown anew. */
  #reshaped(notice = ""): void {
    this.revision += 1;
    this.say(notice);
  }
}

/** A network as a setup says, at its moment. */
function networkOf(setup: Setup): Network {
  const network = new Network(setup.rows, setup.columns);
  try {
    buildAtMoment(network, setup);
    return network;
  } catch (error) {
    network.free();
    throw error;
  }
}

const labelsOf = ({ memories }: Setup): Label[] => memories.map(({ name, hue }) => ({ name, hue }));

/** An error of the network as part of a sentence. That it is broken is for the page to tell, not for a notice. */
function words(error: unknown): string {
  if (broken(error)) throw error;
  return error instanceof Error ? error.message : String(error);
}
