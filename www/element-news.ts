// What a figure tells the page around it: events of its network.
import type { SettleDetail, StepDetail, StoreDetail } from "./hopfield-net";
import type { Player } from "./player";
import type { Session } from "./session";

export class FigureNews {
  readonly #element: Element;
  readonly #session: Session;
  readonly #player: Player;
  readonly #unsubscribe: () => void;
  #told = { time: 0, memories: 0, ended: false };
  #pending = false;

  constructor(element: Element, session: Session, player: Player) {
    this.#element = element;
    this.#session = session;
    this.#player = player;
    this.forget();
    this.#unsubscribe = session.subscribe(() => this.#soon());
  }

  end(): void {
    this.#pending = true; // nothing more is told
    this.#unsubscribe();
  }

  /** All is as it is now: no news. */
  forget(): void {
    const { time, memoryCount } = this.#session.network;
    this.#told = { time, memories: memoryCount, ended: this.#ended };
  }

  /** What became of the run; undefined while it goes on. */
  get outcome(): SettleDetail | undefined {
    return this.#ended ? this.#outcome() : undefined;
  }

  get #ended(): boolean {
    const { network, atRest, swings } = this.#session;
    return !this.#player.playing && network.time > 0 && (atRest || swings);
  }

  /** Once for all that happens in a frame. */
  #soon(): void {
    if (this.#pending) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      this.#tell();
    });
  }

  #tell(): void {
    const { network } = this.#session;
    const before = this.#told;
    this.forget();
    for (let index = before.memories; index < network.memoryCount; index += 1) {
      const { name } = this.#session.label(index);
      this.#dispatch<StoreDetail>("store", { index, name, picture: network.memory(index) });
    }
    if (network.time !== before.time && network.time > network.first) this.#dispatch("step", this.#step());
    if (this.#told.ended && !before.ended) this.#dispatch("settle", this.#outcome());
  }

  #step(): StepDetail {
    const { network } = this.#session;
    const { time, flips } = network;
    const { cell, field, flipped } = network.moment(time);
    return { time, flips, cell, field, flipped, energy: this.#session.energy ?? null };
  }

  #outcome(): SettleDetail {
    const { network } = this.#session;
    const { kind, memories } = network.outcome();
    return {
      kind,
      memories: [...memories].map((index) => ({ index, name: this.#session.label(index).name })),
      updates: this.#session.restedAt() ?? network.time,
      flips: network.flips,
      energy: this.#session.energy ?? null,
    };
  }

  #dispatch<T>(what: "step" | "settle" | "store", detail: T): void {
    this.#element.dispatchEvent(
      new CustomEvent(`hopfield-${what}`, { detail, bubbles: true, composed: true }),
    );
  }
}
