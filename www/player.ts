import type { Session } from "./session";

/** More updates a second than any machine makes. */
export const FASTEST = 1e9;
/** Updates a second that one can choose. */
export const SPEEDS = [1, 4, 16, 64, 256, FASTEST];

/** The first recall of the page, 249 updates, takes 4 seconds at this speed. */
export const FIRST_SPEED = 64;

/** Milliseconds of a frame that may go into updates, so that drawing stays smooth at any speed. */
const BUDGET = 0.8;
/** Updates between two looks at the clock. */
const CHUNK = 64;
/** From so many updates a second on nobody can read along: words then follow only so often, ms. */
const HURRY = 256;
const READABLE = 100;
/** After a longer pause than this (ms), time lost is not made up for. */
const LONGEST_FRAME = 100;

/** Runs a session at a chosen speed until it settles. */
export class Player {
  speed = FIRST_SPEED;
  readonly #session: Session;
  #frame: number | undefined;
  #last = 0;
  #due = 0;
  /** When the words followed last. */
  #told = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  get playing(): boolean {
    return this.#frame !== undefined;
  }

  play(): void {
    if (this.playing) return;
    this.#last = performance.now();
    this.#due = 1; // the first neuron is asked at once, however slow the speed
    this.#frame = requestAnimationFrame(this.#tick);
    document.addEventListener("visibilitychange", this.#rest);
    this.#session.say();
  }

  pause(): void {
    if (!this.playing) return;
    this.abandon();
    this.#session.announce();
  }

  /** Stops, and tells nobody: the session may be asked nothing any more. */
  abandon(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    document.removeEventListener("visibilitychange", this.#rest);
  }

  setSpeed(speed: number): void {
    this.speed = speed;
    this.#due = 0;
    this.#session.announce();
  }

  /** Nobody watches a hidden tab. */
  #rest = (): void => {
    if (document.hidden) this.pause();
  };

  #tick = (now: number): void => {
    const elapsed = Math.min(LONGEST_FRAME, Math.max(0, now - this.#last));
    this.#last = now;
    this.#due += (this.speed * elapsed) / 1000;
    this.#frame = requestAnimationFrame(this.#tick);
    if (this.#due < 1) return;
    const settled = this.#run();
    const glance = this.speed >= HURRY && Math.abs(now - this.#told) < READABLE;
    if (!glance) this.#told = now;
    if (settled) this.pause();
    else this.#session.announce(glance);
  };

  /** Does what is due, within the budget; true when the network has settled. */
  #run(): boolean {
    const start = performance.now();
    let settled = false;
    do {
      const updates = Math.min(CHUNK, Math.floor(this.#due));
      settled = this.#session.run(updates);
      this.#due -= updates;
      // A clock that has jumped back is as good a reason to stop as one that has run on.
    } while (!settled && this.#due >= 1 && Math.abs(performance.now() - start) < BUDGET);
    if (this.#due >= 1) this.#due = 0;
    return settled;
  }
}
