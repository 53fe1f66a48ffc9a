// A network and what its memories are called, and all that one may ask of them.

import { type Named, Network } from "./core";
import type { Label } from "./labels";
import { buildAtMoment, lawsOf, MOST_UPDATES, type Setup, sleepOf } from "./setup";

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

export class Standing {
  protected net: Network;
  protected labels: Label[];
  /** Whether the temperature changed while it ran: cue and seed then no longer tell how it came to be where it is. */
  protected mixed = false;
  /** How many memories hold when nothing was dreamt, and of what memories and rule that was counted. */
  #awake = { taught: "", held: 0 };

  /** The core must be loaded. Throws what the network throws. */
  constructor(setup: Setup) {
    this.net = networkOf(setup);
    this.labels = labelsOf(setup);
  }

  get network(): Asked {
    return this.net;
  }

  label(index: number): Label {
    const label = this.labels[index];
    if (!label) throw new RangeError(`There are ${this.labels.length} memories, none with index ${index}.`);
    return label;
  }

  get names(): string[] {
    return this.labels.map(({ name }) => name);
  }

  /** All that decides the run shown, as plain data. A run that cue and seed do not tell begins with the picture shown. */
  setup(): Setup {
    const network = this.net;
    const { rows, columns, time } = network;
    const slept = sleepOf(network);
    const told = !this.mixed && time <= MOST_UPDATES;
    return {
      rows,
      columns,
      memories: this.labels.map((label, i) => ({ ...label, picture: network.memory(i) })),
      cue: told ? network.cue() : network.state(),
      ...lawsOf(network),
      ...(slept && { slept }),
      time: told ? time : 0,
    };
  }

  /** The energy of the picture on the pad; undefined where the rule has none. */
  get energy(): number | undefined {
    return this.net.hasEnergy ? this.net.energy() : undefined;
  }

  /** The energy of a memory; undefined where the rule has none. */
  memoryEnergy(index: number): number | undefined {
    return this.net.hasEnergy ? this.net.memoryEnergy(index) : undefined;
  }

  /** Whether nothing will move any more. */
  get atRest(): boolean {
    const { restless, temperature, order, first, time, cells } = this.net;
    if (temperature > 0 || restless > 0) return false;
    // A synchronous sweep under way still answers to the picture with which it began.
    return order !== "synchronous" || time === first || this.net.moment(time).cell === cells - 1;
  }

  /** Whether synchronous updates have come to swing between two pictures. */
  get swings(): boolean {
    return this.net.order === "synchronous" && this.net.outcome().kind === "cycle";
  }

  /** Where the network is at rest: the moment of the flip that brought it there. */
  restedAt(): number | undefined {
    if (!this.atRest) return undefined;
    const { first } = this.net;
    let moment = this.net.time;
    while (moment > first && !this.net.moment(moment).flipped) moment -= 1;
    return moment;
  }

  /** The memory most like the pad, or its negative where that is a valley just as deep, and in how many cells it differs. */
  nearest(): (Named & { distance: number }) | undefined {
    const { cells, hasCouplings, bias, rule, ruleParameter = 0 } = this.net;
    // E(-s) = E(s) where neurons act in pairs, or else an even number of them at a time.
    const mirrored = !bias && (hasCouplings || (rule === "dense" && ruleParameter % 2 === 0));
    let best: (Named & { distance: number }) | undefined;
    this.net.overlaps().forEach((overlap, index) => {
      const inverse = mirrored && overlap < 0;
      const distance = (cells - (inverse ? -overlap : overlap)) / 2;
      if (best && distance >= best.distance) return;
      best = { kind: inverse ? "inverse" : "memory", memories: [index], signs: [inverse ? -1 : 1], distance };
    });
    return best;
  }

  /** How many memories hold. */
  get held(): number {
    return this.labels.filter((_, i) => this.net.isStable(i)).length;
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

  /** Why a memory does not hold: mostly it shares too much with another. */
  protected tooLike(index: number): string {
    const overlaps = this.net.memoryOverlaps(index);
    const others = this.labels.map((_, i) => i).filter((i) => i !== index && (overlaps[i] ?? 0) > 0);
    const [likest] = others.sort((a, b) => (overlaps[b] ?? 0) - (overlaps[a] ?? 0));
    if (likest === undefined) return "";
    const alike = (this.net.cells + (overlaps[likest] ?? 0)) / 2;
    return `: it is too like ${this.label(likest).name} (${alike} of ${this.net.cells} cells alike). Draw it bolder, or forget another`;
  }
}

/** A network as a setup says, at its moment. */
export function networkOf(setup: Setup): Network {
  const network = new Network(setup.rows, setup.columns);
  try {
    buildAtMoment(network, setup);
    return network;
  } catch (error) {
    network.free();
    throw error;
  }
}

export const labelsOf = ({ memories }: Setup): Label[] => memories.map(({ name, hue }) => ({ name, hue }));
