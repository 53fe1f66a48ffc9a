import { FASTEST, type Player } from "./player";
import type { Session } from "./session";
import { LOOSE } from "./theory/heat";

/** Where it begins when nothing is warm yet. */
const HOT = LOOSE;
/** Where it ends: after that sweep it obeys. */
const COLD = 0.05;
export const SWEEPS = 100;
/** How long one watches, s. */
const LASTS = 12;

/**
 * Cools a run while one watches: by one factor each sweep, then it settles at temperature 0, as the core's `anneal`
 * (S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, Science 220, 671, 1983). Whoever pauses, travels, loads another cue or turns
 * the temperature by hand stops it.
 */
export class Annealer {
  readonly #session: Session;
  readonly #player: Player;
  #unsubscribe: (() => void) | undefined;
  /** The temperature at which it began, and the update. */
  #from = HOT;
  #start = 0;
  /** The sweep under way, from 0; after the last it only settles. */
  #sweep = 0;
  /** What the session must still be at: otherwise somebody else has acted. */
  #seen = { time: 0, temperature: 0 };
  /** What the player goes back to. */
  #speed = 0;
  #pace = 0;

  constructor(session: Session, player: Player) {
    this.#session = session;
    this.#player = player;
  }

  get cooling(): boolean {
    return this.#unsubscribe !== undefined;
  }

  start(): void {
    if (this.cooling) return;
    const { network } = this.#session;
    this.#from = Math.max(COLD, network.temperature || HOT);
    this.#start = network.time;
    this.#sweep = 0;
    this.#speed = this.#player.speed;
    this.#pace = Math.min(FASTEST, Math.ceil((SWEEPS * network.cells) / LASTS));
    this.#player.setSpeed(this.#pace);
    this.#set(this.#from);
    this.#player.play();
    this.#unsubscribe = this.#session.subscribe(() => this.#follow());
    this.#session.announce();
  }

  stop(): void {
    if (!this.#unsubscribe) return;
    this.#unsubscribe();
    this.#unsubscribe = undefined;
    if (this.#player.speed === this.#pace) this.#player.setSpeed(this.#speed);
    this.#player.pause();
    this.#session.announce();
  }

  #follow(): void {
    const { time, temperature, cells } = this.#session.network;
    const interfered = time < this.#seen.time || temperature !== this.#seen.temperature;
    if (interfered || !this.#player.playing) {
      this.stop();
      return;
    }
    this.#seen.time = time;
    const sweep = Math.min(SWEEPS, Math.floor((time - this.#start) / cells));
    if (sweep === this.#sweep) return;
    this.#sweep = sweep;
    const along = sweep / (SWEEPS - 1);
    this.#set(sweep === SWEEPS ? 0 : this.#from * (COLD / this.#from) ** along);
  }

  #set(temperature: number): void {
    this.#seen = { time: this.#session.network.time, temperature };
    this.#session.setTemperature(temperature);
  }
}
