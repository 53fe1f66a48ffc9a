import type { Change } from "./changes";
import { Session } from "./session";
import type { Setup } from "./setup";

/** Milliseconds of a frame that both together may take: the lab may be running too. */
const BUDGET = 2;
/** Updates between two looks at the clock, of each run. */
const CHUNK = 64;
/** After a longer pause than this (ms), time lost is not made up for. */
const LONGEST_FRAME = 100;
/** Sweeps after which a run that has not come to rest is stopped: with a temperature, or without an energy, it may never. */
const MOST_SWEEPS = 100;

/** Two runs from one start in step, update by update. Who ends first waits. */
export class Duet {
  readonly left: Session;
  readonly right: Session;
  /** Why the right one cannot be as chosen. */
  trouble = "";
  readonly #speed: () => number;
  readonly #changed: () => void;
  #frame: number | undefined;
  #last = 0;
  #due = 0;

  /** `speed` tells how many updates a second, `changed` is told whenever something else is to be shown. */
  constructor(start: Setup, root: HTMLElement | ShadowRoot, speed: () => number, changed: () => void) {
    this.left = new Session(start, root);
    this.right = new Session(start, root);
    this.#speed = speed;
    this.#changed = changed;
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

  get playing(): boolean {
    return this.#frame !== undefined;
  }

  play(): void {
    if (this.playing || this.over) return;
    this.#last = performance.now();
    this.#due = 1; // the first neurons are asked at once, however slow the speed
    this.#frame = requestAnimationFrame(this.#tick);
    document.addEventListener("visibilitychange", this.#rest);
    this.#changed();
  }

  pause(): void {
    if (this.#frame === undefined) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    document.removeEventListener("visibilitychange", this.#rest);
    this.#changed();
  }

  /** Asks so many neurons of each, of one that comes to an end only those up to there. */
  advance(updates: number): void {
    this.#run(updates);
    for (const session of this.#both) session.announce();
  }

  #run(updates: number): void {
    for (const session of this.#both) {
      if (!this.ended(session)) session.run(Math.min(updates, most(session) - session.network.time));
    }
  }

  /** Nobody watches a hidden tab. */
  #rest = (): void => {
    if (document.hidden) this.pause();
  };

  #tick = (now: number): void => {
    const elapsed = Math.min(LONGEST_FRAME, Math.max(0, now - this.#last));
    this.#last = now;
    this.#due += (this.#speed() * elapsed) / 1000;
    this.#frame = requestAnimationFrame(this.#tick);
    if (this.#due < 1) return;
    const start = performance.now();
    while (this.#due >= 1 && !this.over && performance.now() - start < BUDGET) {
      const updates = Math.min(CHUNK, Math.floor(this.#due));
      this.#run(updates);
      this.#due -= updates;
    }
    if (this.#due >= 1) this.#due = 0;
    for (const session of this.#both) session.announce();
    if (this.over) this.pause();
  };
}

const most = (session: Session): number => MOST_SWEEPS * session.network.cells;

function changedIn(start: Setup, { aspect, value }: Change): Setup {
  if (aspect !== "rule") return { ...start, [aspect]: value };
  const { parameter: _, slept, ...rest } = start;
  // Sleep changes couplings, and two of the rules have none.
  const awake = value === "dense" || value === "exponential" || !slept;
  return { ...rest, rule: value, ...(!awake && { slept }) };
}
