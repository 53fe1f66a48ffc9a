import { Clock, type Driven } from "./clock";
import type { Session } from "./session";

/** More updates a second than any machine makes. */
export const FASTEST = 1e9;
/** Updates a second that one can choose. */
export const SPEEDS = [1, 4, 16, 64, 256, FASTEST];

/** The first recall of the page, 249 updates, takes 4 seconds at this speed. */
export const FIRST_SPEED = 64;

/** From so many updates a second on nobody can read along: words then follow only so often, ms. */
const HURRY = 256;
const READABLE = 100;

/** Runs a session at a chosen speed until it settles. */
export class Player implements Driven {
  speed = FIRST_SPEED;
  readonly budget = 0.8;
  readonly #session: Session;
  readonly #clock = new Clock(this);
  /** When the words followed last. */
  #told = 0;

  constructor(session: Session) {
    this.#session = session;
  }

  get playing(): boolean {
    return this.#clock.ticking;
  }

  play(): void {
    if (this.playing) return;
    this.#clock.start();
    this.#session.say();
  }

  pause(): void {
    if (!this.playing) return;
    this.#clock.stop();
    this.#session.announce();
  }

  /** Stops, and tells nobody: the session may be asked nothing any more. */
  abandon(): void {
    this.#clock.stop();
  }

  setSpeed(speed: number): void {
    this.speed = speed;
    this.#session.announce();
  }

  run(updates: number): boolean {
    return this.#session.run(updates);
  }

  show(settled: boolean, now: number): void {
    const glance = this.speed >= HURRY && Math.abs(now - this.#told) < READABLE;
    if (!glance) this.#told = now;
    if (settled) this.pause();
    else this.#session.announce(glance);
  }
}
