// Cells that have just flipped pulse for a moment.
import type { Picture } from "./pictures";

/** How long, ms. */
const LASTS = 450;

/** A run, as far as a pulse depends on it. */
interface Run {
  /** Updates since the cue. */
  readonly time: number;
  state(): Picture;
}

export class Pulses {
  /** When each cell flipped last, ms. */
  #flipped = new Float64Array();
  /** The moment seen last, and its picture. */
  #time = 0;
  #state: Picture = new Int8Array();

  /** Whether the run is at another moment than when it was seen last. */
  moved({ time }: Run): boolean {
    return time !== this.#time;
  }

  /**
   * Looks at the run: cells that are others than before, where it went on from there, have just flipped. After more than a sweep
   * nobody could say which was the last to flip. Where one is `calm`, nothing pulses.
   */
  see(run: Run, now: number, calm: boolean): void {
    const { time } = run;
    const state = run.state();
    if (this.#flipped.length !== state.length)
      this.#flipped = new Float64Array(state.length).fill(Number.NEGATIVE_INFINITY);
    if (time > this.#time && time <= this.#time + state.length && !calm) {
      for (const [cell, spin] of state.entries())
        if (spin !== (this.#state[cell] ?? spin)) this.#flipped[cell] = now;
    }
    this.#time = time;
    this.#state = state;
  }

  /** How strong each cell's pulse still is, from 1 to 0; undefined where nothing pulses. */
  at(now: number): Float32Array | undefined {
    // A flip that is still to come was before the clock jumped back.
    const strengths = Float32Array.from(this.#flipped, (at) =>
      at > now ? 0 : Math.max(0, 1 - (now - at) / LASTS),
    );
    return strengths.some((strength) => strength > 0) ? strengths : undefined;
  }
}
