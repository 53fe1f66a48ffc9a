// All that decides a run, as plain data: what links, files and the workers of surveys are given.
import type { Network, Order, Rule } from "./core";
import type { Label } from "./labels";
import type { Picture, Size } from "./pictures";

/** A memory as it was stored, and as the page calls it. */
export interface Remembered extends Label {
  picture: Picture;
}

/** What sleep has done to the couplings, by the pictures of which it took or gave doses. */
export interface Slept {
  /** 1 / epsilon. */
  fineness: number;
  dreams: number;
  daydreams: number;
  pictures: Picture[];
  /** Doses of each picture: below 0 taken out of the couplings, above 0 put in. */
  doses: number[];
}

export interface Setup extends Size {
  memories: Remembered[];
  /** The picture with which the run begins. */
  cue: Picture;
  rule: Rule;
  /** The rule's parameter, where it is not the usual one. */
  parameter?: number;
  bias: boolean;
  order: Order;
  temperature: number;
  seed: bigint;
  slept?: Slept;
  /** How far the run is, in updates since the cue. */
  time: number;
}

/** Updates that a setup may ask for: as many as a network remembers at least. */
export const MOST_UPDATES = 2 ** 20;

/** A fresh network becomes what a setup says, at the start of its run. Throws what the network throws. */
export function build(network: Network, setup: Setup): void {
  const { memories, cue, rule, parameter, bias, order, temperature, seed, slept } = setup;
  network.setRule("exponential"); // makes no couplings: hundreds of memories are then stored in no time
  for (const { picture } of memories) network.store(picture);
  network.setRule(rule, parameter);
  network.setBias(bias);
  if (slept) {
    const { fineness, pictures, doses, dreams, daydreams } = slept;
    network.setSleep(fineness, joined(pictures), doses, dreams, daydreams);
  }
  network.setOrder(order);
  network.setTemperature(temperature);
  network.setState(cue);
  network.setSeed(seed);
}

/** Updates that are made of a run that is over: more than anybody steps on by hand, and few enough to look back through. */
const MOST_IDLE = 4096;

/** Updates between two looks at the clock. */
const AT_A_TIME = 4096;
/** How long one waits for a moment, ms: with thousands of memories a million updates take a minute. */
const LONGEST_WAIT = 2000;

/** The same, at its moment, or as far on the way there as one waits: running on from there goes the same way. */
export function buildAtMoment(network: Network, setup: Setup, wait = LONGEST_WAIT): void {
  build(network, setup);
  const end = performance.now() + wait;
  let settled = false;
  while (!settled && network.time < setup.time && performance.now() < end) {
    settled = network.runUntilSettled(Math.min(AT_A_TIME, setup.time - network.time));
  }
  if (settled) network.run(Math.min(MOST_IDLE, setup.time - network.time));
}

type Law = "rule" | "parameter" | "bias" | "order" | "temperature" | "seed";

/** By what laws a network learns and runs. */
export function lawsOf(
  network: Pick<Network, Exclude<Law, "parameter"> | "ruleParameter">,
): Pick<Setup, Law> {
  const { rule, ruleParameter, bias, order, temperature, seed } = network;
  const parameter = ruleParameter !== undefined && { parameter: ruleParameter };
  return { rule, ...parameter, bias, order, temperature, seed };
}

/** What sleep has done to a network; undefined if it is awake. */
export function sleepOf(network: Network): Slept | undefined {
  const { fineness, dreams, daydreams, cells } = network;
  if (dreams + daydreams === 0) return undefined;
  const dosed = network.dosedPictures();
  const doses = [...network.doses()];
  const pictures = doses.map((_, i) => dosed.slice(i * cells, (i + 1) * cells));
  return { fineness, dreams, daydreams, pictures, doses };
}

/** Pictures one after the other. */
export function joined(pictures: Picture[]): Int8Array {
  const length = pictures[0]?.length ?? 0;
  const all = new Int8Array(length * pictures.length);
  pictures.forEach((picture, i) => {
    all.set(picture, i * length);
  });
  return all;
}
