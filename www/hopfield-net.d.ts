// What <hopfield-net> promises to pages: the types of the package.

/** What became of a run. */
export type Kind = "memory" | "inverse" | "mixture" | "spurious" | "cycle" | "unsettled";

/** Where the run is. */
export interface StepDetail {
  /** Updates since the start, and flips among them. */
  time: number;
  flips: number;
  /** The neuron asked last, row by row from 0; what it heard, and whether it flipped. */
  cell: number;
  field: number;
  flipped: boolean;
  /** Of the picture now; null where the rule has none. */
  energy: number | null;
}

/** Where the run ended. */
export interface SettleDetail {
  kind: Kind;
  /** The memories concerned: the one it is, or is the negative of, or those that it mixes. */
  memories: { index: number; name: string }[];
  /** Updates up to the last flip, and flips. */
  updates: number;
  flips: number;
  energy: number | null;
}

/** What was stored. */
export interface StoreDetail {
  index: number;
  name: string;
  /** +1 for an active cell, -1 for an inactive one, row by row. */
  picture: Int8Array;
}

/** All that decides the run shown. */
export interface FigureSetup {
  rows: number;
  columns: number;
  memories: { name: string; hue: number; picture: Int8Array }[];
  cue: Int8Array;
  rule: string;
  parameter?: number;
  bias: boolean;
  order: "random" | "shuffled" | "cyclic" | "synchronous";
  temperature: number;
  seed: bigint;
  /** What sleep has taken out of the couplings and put in: so many doses of 1 / `fineness` of each picture. */
  slept?: { fineness: number; dreams: number; daydreams: number; pictures: Int8Array[]; doses: number[] };
  time: number;
}

export interface HopfieldNetEvents {
  /** After updates, at most once a frame. */
  "hopfield-step": CustomEvent<StepDetail>;
  "hopfield-settle": CustomEvent<SettleDetail>;
  "hopfield-store": CustomEvent<StoreDetail>;
}

export declare class HopfieldNet extends HTMLElement {
  /**
   * Resolves once the network runs; rejects where it cannot run, with the reason that the figure shows. A figure wakes when it
   * comes near to what one sees, or when this is asked for.
   */
  readonly ready: Promise<void>;

  // The attributes, as text.
  rows: string | null;
  columns: string | null;
  memories: string | null;
  cue: string | null;
  noise: string | null;
  rule: string | null;
  bias: string | null;
  order: string | null;
  temperature: string | null;
  seed: string | null;
  speed: string | null;
  show: string | null;
  controls: string | null;
  play: string | null;
  theme: string | null;

  /** Runs until it settles; once it has, from the start again. */
  recall(): void;
  pause(): void;
  /** Asks one neuron. */
  step(): void;
  /** Back to the cue; the next run asks the same neurons in the same order. */
  reset(): void;
  /** Flips exactly so many cells of the pad, by default as many as the attribute `noise` says, or 12; none if there are not so many. */
  corrupt(cells?: number): void;
  /** Stores the picture on the pad as a memory. */
  store(): void;
  /** Unlearns so many dreams, by default up to the best dose. */
  sleep(dreams?: number): void;

  // The state; undefined until it is ready.
  readonly playing: boolean;
  readonly time: number | undefined;
  readonly energy: number | undefined;
  readonly picture: Int8Array | undefined;
  readonly outcome: SettleDetail | undefined;
  setup(): FigureSetup | undefined;

  addEventListener<K extends keyof HopfieldNetEvents>(
    type: K,
    listener: (this: HopfieldNet, event: HopfieldNetEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HopfieldNet, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "hopfield-net": HopfieldNet;
  }
}
