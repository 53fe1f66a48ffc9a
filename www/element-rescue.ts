// When the network breaks in the middle of an act: all figures of the page share its instance, so all stop, say so, and begin again
// with what they had, at the press of one button in any of them.
import { html, type TemplateResult } from "lit";
import { whenReplaced } from "./core";
import type { Player } from "./player";
import type { Session } from "./session";
import type { Setup } from "./setup";

/** From an act to when it is kept, ms: what follows quickly is kept together. */
const SOON = 400;

interface Figure {
  /** The network is gone: nobody may ask it anything. */
  stop(why: string): void;
  start(): void;
}

const running = new Set<Figure>();
const stopped = new Set<Figure>();

function stopAll({ message }: Error): void {
  const figures = [...running];
  running.clear();
  for (const figure of figures) {
    stopped.add(figure);
    figure.stop(message);
  }
}

function startAll(): void {
  const figures = [...stopped];
  stopped.clear();
  for (const figure of figures) figure.start();
}

whenReplaced(stopAll);

/** Keeps what one figure had, for when the network breaks. */
export class Rescue {
  /** The figure's network as it was when it last stood still. */
  kept: Setup | undefined;
  readonly #figure: Figure;
  #forget: () => void = () => {};

  constructor(figure: Figure) {
    this.#figure = figure;
  }

  /** Goes with a session from now on. */
  begin(session: Session, player: Player): void {
    running.add(this.#figure);
    let timer: number | undefined;
    const keep = (): void => {
      timer = undefined;
      if (!player.playing) this.kept = session.setup();
    };
    const unsubscribe = session.subscribe((glance) => {
      if (!glance && !player.playing) timer ??= window.setTimeout(keep, SOON);
    });
    this.#forget = () => {
      unsubscribe();
      clearTimeout(timer);
    };
    this.kept = session.setup();
  }

  /** The figure's network is gone, by whatever way. */
  pause(): void {
    this.#forget();
    running.delete(this.#figure);
  }

  /** The figure is gone, or other attributes say what it is to be. */
  end(): void {
    this.pause();
    stopped.delete(this.#figure);
    this.kept = undefined;
  }

  /** The figure could not even begin. */
  fail(why: string): void {
    this.kept = undefined;
    stopped.add(this.#figure);
    this.#figure.stop(why);
  }

  /** What stands in the place of the figure. `aloud` where a screen reader is to tell at once. */
  render(why: string, aloud: boolean): TemplateResult {
    return html`<div class="trouble" part="notice" role=${aloud ? "alert" : "note"}>
        <p><b>The network has stopped.</b> An error inside it broke it off, for all figures of this page. ${
          this.kept
            ? "Memories and picture are safe: it starts again with them."
            : "It starts again as the page’s author set it up."
        }</p>
      </div>
      <p class="again"><button id="again" @click=${startAll}>Start again</button></p>
      <p class="why">The browser says: ${why}</p>`;
  }
}
