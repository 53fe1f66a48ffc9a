import type { Change } from "./changes";
import { Clock, type Driven } from "./clock";
import { hasCouplings } from "./core";
import { NO_UNDO, Session } from "./session";
import type { Setup } from "./setup";

/** Sweeps after which a run that has not come to rest is stopped: with a temperature, or without an energy, it may never. */
const MOST_SWEEPS = 100;

/** Two runs from one start in step, update by update. Who ends first waits. */
export class Duet implements Driven {
  /** For both together: the lab may be running too. */
  readonly budget = 2;
  readonly left: Session;
  readonly right: Session;
  /** Why the right one cannot be as chosen. */
  trouble = "";
  readonly #changed: () => void;
  readonly #speed: () => number;
  readonly #clock = new Clock(this);

  /** `speed` tells how many updates a second, `changed` is told whenever something else is to be shown. */
  constructor(start: Setup, root: HTMLElement | ShadowRoot, speed: () => number, changed: () => void) {
    this.left = new Session(start, root, NO_UNDO);
    this.right = new Session(start, root, NO_UNDO);
    this.#changed = changed;
    this.#speed = speed;
    for (const session of this.#both) session.subscribe(changed);
  }

  /** Both back to a start, the right one changed in one thing. */
  begin(start: Setup, change: Change): void {
    this.pause();
    const changed = changedIn(start, change);
    this.left.become(start, "another start");
    this.trouble = this.right.become(changed, "another start") ? "" : this.right.notice;
    this.#changed();
  }

  close(): void {
    this.pause();
    for (const session of this.#both) session.close();
  }

  get #both(): [Session, Session] {
    return [this.left, this.right];
  }

  /** Whether one of the two has nothing more to do. */
  ended(session: Session): boolean {
    return session.atRest || session.swings || session.network.time >= most(session);
  }

  get over(): boolean {
    return this.#both.every((session) => this.ended(session));
  }

  get started(): boolean {
    return this.#both.some((session) => session.network.time > 0);
  }

  get speed(): number {
    return this.#speed();
  }

  get playing(): boolean {
    return this.#clock.ticking;
  }

  play(): void {
    if (this.playing || this.over) return;
    this.#clock.start();
    this.#changed();
  }

  pause(): void {
    if (!this.playing) return;
    this.#clock.stop();
    this.#changed();
  }

  /** Asks so many neurons of each, of one that comes to an end only those up to there. */
  advance(updates: number): void {
    this.show(this.run(updates));
  }

  /** True when both have come to their end. */
  run(updates: number): boolean {
    for (const session of this.#both) {
      if (!this.ended(session)) session.run(Math.min(updates, most(session) - session.network.time));
    }
    return this.over;
  }

  show(over: boolean): void {
    for (const session of this.#both) session.announce();
    if (over) this.pause();
  }
}

const most = (session: Session): number => MOST_SWEEPS * session.network.cells;

function changedIn(start: Setup, { aspect, value }: Change): Setup {
  if (aspect !== "rule") return { ...start, [aspect]: value };
  const { parameter: _, slept, ...rest } = start;
  // Sleep changes couplings: where there are none it cannot go along.
  return { ...rest, rule: value, ...(slept && hasCouplings(value) && { slept }) };
}
