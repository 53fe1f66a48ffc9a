// Questions about a whole landscape and what is found, as plain data: what the page and the worker tell each other.
import type { Setup } from "./setup";
import type { Attractor, BasinRate, CapacityPlan, CapacityResult, Kind } from "./survey-core";

interface Asked {
  /** The network asked about; how far its run is does not matter. */
  setup: Setup;
  seed: bigint;
}

export type Question = Asked &
  (
    | { kind: "census"; starts: number }
    | { kind: "basin"; flips: number[]; trials: number }
    /** `own`: with the network's memories, a load being the first so many; else with random ones. */
    | { kind: "capacity"; plan: CapacityPlan; own: boolean }
    /** A square of `side` x `side` cues between two memories, or a triangle between three. */
    | { kind: "map"; between: number[]; side: number }
  );

export type Survey = Question["kind"];
export type Ask<K extends Survey> = Extract<Question, { kind: K }>;

/** How many starts ended in each kind of end. */
export type Shares = Record<Exclude<Kind, "cycle">, number>;

export interface Found {
  /** The attractors are the largest; there may be more different ones. */
  census: { distinct: number; shares: Shares; attractors: Attractor[] };
  basin: { rates: BasinRate[] };
  capacity: { results: CapacityResult[] };
  /** The cues row by row; 0 in every cell outside the triangle. They are told once, at the first news. */
  map: { points: Int32Array; destinations: Attractor[]; cues: Int8Array };
}

/** What is known after so many samples; all is known when they are done. */
export interface Progress<K extends Survey = Survey> {
  done: number;
  total: number;
  found: Found[K];
}

/** How far a survey is, and what of its findings is new. What was told before and is not told again still holds. */
export interface News {
  done: number;
  total: number;
  found: Partial<Found[Survey]>;
}

/** What a worker says: that it is there (and holds a lock of this name for as long as it lives), what it found, or what went wrong. */
export type Message = { ready: string | undefined } | { news: News } | { trouble: string };
