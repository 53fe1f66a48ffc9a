/** After a longer pause than this (ms), time lost is not made up for. */
const LONGEST_FRAME = 100;
/** Updates between two looks at the time. */
const CHUNK = 64;

/** What a clock drives. */
export interface Driven {
  /** Updates a second, as chosen now. */
  readonly speed: number;
  /** Milliseconds of a frame that may go into updates, so that drawing stays smooth at any speed. */
  readonly budget: number;
  /** Does so many updates; true when there is nothing more to do. */
  run(updates: number): boolean;
  /** Shows what came of a frame, at this time. */
  show(over: boolean, now: number): void;
  /** Stops the clock: nobody watches a hidden tab. */
  pause(): void;
}

/** Turns time into updates, frame by frame. */
export class Clock {
  readonly #driven: Driven;
  #frame: number | undefined;
  #last = 0;
  #due = 0;

  constructor(driven: Driven) {
    this.#driven = driven;
  }

  get ticking(): boolean {
    return this.#frame !== undefined;
  }

  start(): void {
    if (this.ticking) return;
    this.#last = performance.now();
    this.#due = 1; // the first neuron is asked at once, however slow the speed
    this.#frame = requestAnimationFrame(this.#tick);
    document.addEventListener("visibilitychange", this.#rest);
  }

  stop(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    document.removeEventListener("visibilitychange", this.#rest);
  }

  #rest = (): void => {
    if (document.hidden) this.#driven.pause();
  };

  #tick = (now: number): void => {
    const elapsed = Math.min(LONGEST_FRAME, Math.max(0, now - this.#last));
    this.#last = now;
    this.#due += (this.#driven.speed * elapsed) / 1000;
    this.#frame = requestAnimationFrame(this.#tick);
    if (this.#due >= 1) this.#driven.show(this.#run(), now);
  };

  /** Does what is due, within the budget; true when there is nothing more to do. */
  #run(): boolean {
    const driven = this.#driven;
    const start = performance.now();
    let over = false;
    do {
      const updates = Math.min(CHUNK, Math.floor(this.#due));
      over = driven.run(updates);
      this.#due -= updates;
      // A clock that has jumped back is as good a reason to stop as one that has run on.
    } while (!over && this.#due >= 1 && Math.abs(performance.now() - start) < driven.budget);
    if (this.#due >= 1) this.#due = 0;
    return over;
  }
}
