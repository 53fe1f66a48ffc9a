// All that one can do to a network. The parts of the page ask it and act on it through the session.
import { Acting } from "./acting";
import { type Dream, hasCouplings, type Order, type Rule } from "./core";
import type { Example } from "./examples";
import { labelFor } from "./labels";
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
import { reason } from "./reason";
import type { Setup } from "./setup";
import { labelsOf, networkOf } from "./standing";
import { count, list } from "./words";

export { NO_UNDO } from "./acting";
export type { Council, CurveLayout, Dream, GraphLook, LinksShown, Named, Order, Rule } from "./core";
export type { Half, Picture, Size } from "./pictures";

export class Session extends Acting {
  // --- As a whole ---

  /** Becomes another setup, in a line of work of its own or in one given. One that the network refuses changes nothing, and the notice says why. */
  become(setup: Setup, act: string, notice = "", line: object = {}): boolean {
    if (line !== this.line) this.leaving();
    const become = (): void => {
      const network = networkOf(setup);
      this.net.free();
      this.net = network;
      this.labels = labelsOf(setup);
      this.mixed = false;
      this.line = line;
    };
    if (!this.granted(() => this.keeping(act, become))) return false;
    this.relabelled(notice);
    return true;
  }

  /** Another size of grid: memories and pad are drawn anew on it, or it starts with nothing. */
  resize(size: Size, keep: boolean): boolean {
    const { slept, ...setup } = this.setup();
    const redrawn = (picture: Picture): Picture => resampled(picture, setup, size);
    const memories = keep
      ? setup.memories.map((memory) => ({ ...memory, picture: redrawn(memory.picture) }))
      : [];
    const cue = keep ? redrawn(this.net.state()) : blank(size);
    const woke = slept && keep ? " What it dreamt is gone: dreams are of one size." : "";
    const what = keep ? "Everything is drawn anew" : "It starts with nothing";
    const notice = `${what} on ${size.rows} by ${size.columns} cells; undo brings the old ones back.${woke}`;
    return this.become({ ...setup, ...size, memories, cue, time: 0 }, "another size", notice, this.line);
  }

  // --- Memories ---

  /** Stores a picture, by default the one on the pad. */
  store(picture = this.net.state(), name?: string): boolean {
    const twins = this.labels.filter((_, i) => same(this.net.memory(i), picture));
    const held = this.labels.filter((_, i) => this.net.isStable(i));
    const label = labelFor(picture, this.net, this.labels, name);
    let index = 0;
    try {
      index = this.act(`storing ${label.name}`, () => this.net.store(picture));
    } catch (error) {
      this.say(`It cannot be stored: ${reason(error)}.`);
      return false;
    }
    this.labels.push(label);
    const broken = this.labels.filter((label, i) => held.includes(label) && !this.net.isStable(i));

    const told = [
      `Stored as ${label.name}${this.net.isStable(index) ? "" : `, but it does not hold${this.tooLike(index)}`}.`,
    ];
    if (twins[0]) {
      const copies = twins.length === 1 ? "twice" : count(twins.length + 1, "time");
      told.push(`It is the same picture as ${twins[0].name}: stored ${copies}, it pulls ${copies} as hard.`);
    }
    if (broken.length > 0) {
      const names = list(broken.map((label) => label.name)).join("");
      told.push(`Now ${names} no longer ${broken.length === 1 ? "holds" : "hold"}.`);
    }
    this.relabelled(told.join(" "));
    return true;
  }

  forget(index: number): void {
    const { name } = this.label(index);
    if (!this.granted(() => this.act(`forgetting ${name}`, () => this.net.forget(index)))) return;
    this.labels.splice(index, 1);
    this.relabelled(`Forgot ${name}, exactly as if it had never been stored.`);
  }

  move(from: number, to: number): void {
    if (to < 0 || to >= this.labels.length) return;
    const move = (): void => this.act(`moving ${this.label(from).name}`, () => this.net.moveMemory(from, to));
    if (!this.granted(move)) return;
    this.labels.splice(to, 0, ...this.labels.splice(from, 1));
    this.relabelled();
  }

  rename(index: number, name: string): void {
    const label = this.label(index);
    const wished = name.trim();
    if (wished !== "" && wished !== label.name) {
      this.keeping(`naming ${wished}`, () => {
        label.name = wished;
      });
    }
    this.relabelled();
  }

  // --- The picture on the pad: each act begins a new run ---

  /** Puts a picture on the pad. */
  load(picture: Picture, act: string): void {
    this.act(act, () => this.net.setState(picture));
    this.say();
  }

  loadMemory(index: number): void {
    this.load(this.net.memory(index), `loading ${this.label(index).name}`);
  }

  loadExample(example: Example): void {
    this.load(drawn(example, this.net), `loading ${example.name}`);
  }

  /** Draws (+1) or erases (-1) cells, or turns each round (0); `stroke` is one and the same for all of a stroke. */
  paint(cells: Iterable<number>, value: 1 | -1 | 0, stroke?: unknown): void {
    const state = this.net.state();
    const others = [...cells].filter((cell) => state[cell] !== value);
    if (others.length === 0) return;
    const draw = (): void => {
      for (const cell of others) this.net.flip(cell);
    };
    this.act("drawing", draw, stroke);
    this.say();
  }

  corrupt(cells: number): void {
    this.byLot("corrupting", () => this.net.corrupt(cells));
    this.say();
  }

  clear(): void {
    this.load(blank(this.net), "clearing");
  }

  invert(): void {
    this.load(inverted(this.net.state()), "inverting");
  }

  /** Half of the cells on, by lot. */
  random(): void {
    this.byLot("a random picture", () => this.#randomize());
    this.say();
  }

  #randomize(): void {
    this.net.setState(blank(this.net));
    this.net.corrupt(this.net.cells >> 1);
  }

  blankHalf(half: Half): void {
    const network = this.net;
    this.load(withHalf(network.state(), blank(network), half, network), "blanking a half");
  }

  /** Puts a random picture into one half. */
  scrambleHalf(half: Half): void {
    const network = this.net;
    this.byLot("scrambling a half", () => {
      const before = network.state();
      this.#randomize();
      network.setState(withHalf(before, network.state(), half, network));
    });
    this.say();
  }

  // --- Running ---

  /** Asks one neuron. */
  step(): void {
    this.net.step();
    this.say();
  }

  /** Asks at most so many neurons; true when the network has come to rest. The player announces it, once a frame. */
  run(updates: number): boolean {
    const settled = this.net.runUntilSettled(updates);
    // What an act during the run had to say stays readable until the run ends.
    if (settled) this.notice = "";
    return settled;
  }

  /** Shows the state after so many updates of this history; running goes on from there. */
  travel(time: number): void {
    const { first, end } = this.net;
    this.net.travel(Math.max(first, Math.min(end, time)));
    this.say();
  }

  /** Back to the cue; the next run asks the same neurons in the same order. */
  reset(): void {
    this.keeping("resetting", () => this.#restart());
    this.say();
  }

  #restart(): void {
    const { order, temperature } = this.net;
    this.net.restart();
    this.mixed = false;
    // The cue's moment may have known others: what is chosen now stays chosen.
    if (this.net.order !== order) this.net.setOrder(order);
    if (this.net.temperature !== temperature) this.net.setTemperature(temperature);
  }

  /** Back to the cue, with a fresh seed: the next run asks in another order. */
  newOrder(): void {
    this.keeping("a new order", () => {
      this.#restart();
      this.net.freshSeed();
    });
    this.say();
  }

  /** Back to the cue, with a seed of one's own. */
  setSeed(seed: bigint): void {
    this.keeping("another seed", () => {
      this.#restart();
      this.net.setSeed(seed);
    });
    this.say();
  }

  /** Back to the cue, to be asked in this order: a reset then keeps to it. */
  setOrder(order: Order): void {
    this.keeping("another order", () => {
      this.#restart();
      this.net.setOrder(order);
    });
    this.say();
  }

  /** 0 is the sign rule; above it the network never rests. */
  setTemperature(temperature: number): void {
    const set = (): void => {
      this.net.setTemperature(temperature);
      if (this.net.time > 0) this.mixed = true;
    };
    this.keeping("another temperature", set, "temperature");
    this.say();
  }

  // --- How memories become couplings ---

  /** Learns by another rule; memories and picture stay. One that the network refuses changes nothing, and the notice says why. */
  setRule(rule: Rule, parameter?: number): boolean {
    const network = this.net;
    // What sleep changed is gone where there is nothing to change.
    const wakes = network.dreams + network.daydreams > 0 && !hasCouplings(rule);
    const learn = (): void => {
      if (wakes) network.wake();
      network.setRule(rule, parameter);
    };
    try {
      this.act("another rule", learn, parameter === undefined ? undefined : `parameter of ${rule}`);
    } catch (error) {
      this.say(`That rule cannot learn these memories: ${reason(error)}.`);
      return false;
    }
    const all = network.memoryCount;
    const woke = wakes ? " For this it had to wake: what it dreamt is undone." : "";
    this.reshaped(all > 0 ? `By this rule ${this.held} of ${count(all, "memory")} hold.${woke}` : "");
    return true;
  }

  /** As setRule. */
  setBias(on: boolean): boolean {
    const granted = this.granted(() => this.act(on ? "bias on" : "bias off", () => this.net.setBias(on)));
    if (granted) this.reshaped();
    return granted;
  }

  // --- Sleep ---

  /** Unlearns so many dreams; tells the last. `night` is one and the same for all that belongs together. */
  dream(dreams: number, night?: unknown): Dream | undefined {
    return this.#sleep("dreaming", () => this.net.dream(dreams), night);
  }

  /** Unlearns so many dreams, each with a memory learnt again; tells the last. */
  daydream(dreams: number, night?: unknown): Dream | undefined {
    return this.#sleep("daydreaming", () => this.net.daydream(dreams), night);
  }

  #sleep(act: string, dream: () => Dream | undefined, night: unknown): Dream | undefined {
    let last: Dream | undefined;
    const slept = this.granted(() => {
      last = this.byLot(act, dream, night);
    });
    if (slept) this.reshaped();
    return last;
  }

  /** Undoes all that was dreamt. */
  wake(): void {
    if (!this.granted(() => this.act("waking", () => this.net.wake()))) return;
    this.reshaped("It woke up: the couplings are again what the memories alone make of them.");
  }
}
