import { css, html, type TemplateResult } from "lit";
import { contextOf, Resized } from "./canvas";
import { define } from "./define";
import { Part } from "./part";
import type { Player } from "./player";
import type { CurveLayout } from "./session";
import { controls } from "./style";
import { term } from "./term";
import { count, number, place, signed } from "./words";

const NO_ENERGY =
  "This rule has no energy: two neurons may hear different things from each other, so nothing need fall with each flip, and a run may go round for ever.";

/** Updates that PageUp and PageDown travel. */
const PAGE = 10;

/** On a narrow page, and in a narrow figure. */
const narrow = css`
  :host {
    padding: 8px 12px 6px;
  }
  .now b {
    font-size: 17px;
  }
  .now {
    font-size: 12.5px;
  }
  .told {
    font-size: 12px;
  }
  .none {
    inset: 50px 20px auto;
    font-size: 13px;
  }
  .wide {
    display: none;
  }
`;

const narrower = css`
  .now {
    font-size: 12px;
  }
  .now b {
    margin: 0 3px;
    font-size: 16px;
  }
  .told {
    font-size: 11px;
  }
`;

/** The energy since the cue, a level line for each memory; hovering tells of an update, dragging travels to it. */
export class EnergyCurve extends Part {
  static override properties = {
    ...Part.properties,
    player: { attribute: false },
    hover: { state: true },
  };
  static override styles = [
    controls,
    css`
      :host {
        position: relative;
        display: flex;
        flex-direction: column;
        padding: 12px 18px 10px;
        border: 1px solid var(--line);
        border-radius: 16px;
        background: var(--card);
      }
      p {
        margin: 0;
      }
      .now {
        overflow: hidden;
        color: var(--muted);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .now b {
        margin: 0 6px;
        font-size: 22px;
        line-height: 1.2;
        color: var(--ink);
      }
      .none {
        position: absolute;
        inset: 70px 28px auto;
        max-width: 46em;
        color: var(--muted);
        text-wrap: pretty;
        pointer-events: none;
        background: var(--card);
      }
      .told {
        min-height: 1.45em;
        font-size: 13px;
        color: var(--muted);
      }
      canvas {
        flex: 1;
        width: 100%;
        height: 0;
        min-height: 0;
        touch-action: pan-y;
        cursor: col-resize;
        border-radius: 6px;
        -webkit-user-select: none;
        user-select: none;
      }
      @media (max-width: 699px), (max-height: 500px) {
        ${narrow}
      }
      @container (max-width: 699px) {
        ${narrow}
      }
      @media (max-width: 359px) {
        ${narrower}
      }
      @container (max-width: 359px) {
        ${narrower}
      }
      @container (max-width: 300px) {
        #counts {
          display: block;
        }
        .told {
          min-height: 2.9em;
        }
      }
    `,
  ];

  declare player: Player;
  /** The update pointed at. */
  declare hover: number | undefined;
  #layout: CurveLayout | undefined;
  /** Whether the last glance was let pass. */
  #passed = false;
  /** Where a drag began, in the window. */
  #from: { x: number; y: number } | undefined;

  constructor() {
    super();
    new Resized(this);
  }

  protected override render(): TemplateResult {
    const { time, first, end, flips } = this.session.network;
    const { energy } = this.session;
    const shown = energy === undefined ? "none" : number(energy);
    const updates = count(time, "update");
    return html`
      <p class="now numbers">
        ${term("energy", "Energy")}<b id="energy">${shown}</b>
        <span id="counts">${time === 0 ? "at the start" : html`<span class="wide">after </span>${updates}, ${count(flips, "flip")}`}</span>
      </p>
      <p class="told numbers" id="told">${this.#told()}</p>
      <canvas
        id="curve"
        tabindex="0"
        role="slider"
        aria-label="Time, in updates since the start"
        aria-valuemin=${first}
        aria-valuemax=${end}
        aria-valuenow=${time}
        aria-valuetext="update ${time} of ${end}, energy ${shown}"
        @pointerdown=${this.#down}
        @pointermove=${this.#move}
        @pointerup=${this.#up}
        @pointercancel=${this.#rest}
        @pointerleave=${() => {
          this.hover = undefined;
        }}
        @keydown=${this.#key}
      ></canvas>
      ${energy === undefined ? html`<p class="none" id="no-energy">${NO_ENERGY}</p>` : ""}
    `;
  }

  /** What happened at the update pointed at, else at the one shown; nothing while it runs, for nobody could read it. */
  #told(): TemplateResult | string {
    const { network } = this.session;
    const { time, first, end, columns } = network;
    const at = Math.min(this.hover ?? time, end);
    if (end === 0 && network.memoryCount > 0) {
      return network.hasEnergy ? "Dashed lines: the energy of each memory." : "Time runs below all the same.";
    }
    const rested = this.hover === undefined ? this.session.restedAt() : undefined;
    if (rested !== undefined && rested < time) {
      const more = time - rested;
      return `At rest since update ${rested}; ${more === 1 ? "one more" : `${more} more`} changed nothing.`;
    }
    if (at <= first || (this.player.playing && this.hover === undefined)) return "";
    const { cell, field, flipped } = network.moment(at);
    const change = flipped ? this.#change(at) : undefined;
    const fall =
      change === undefined
        ? ""
        : html`<span class="wide">, energy ${change > 0 ? "up" : "down"} by ${number(Math.abs(change))}</span>`;
    return html`Update ${at}: ${place(cell, columns)} heard ${signed(field)}: ${flipped ? html`flipped${fall}` : "stayed"}.`;
  }

  /** By how much the flip at a moment changed the energy. */
  #change(at: number): number | undefined {
    const { network } = this.session;
    const after = network.moment(at).energy;
    const before = at - 1 > network.first ? network.moment(at - 1).energy : network.firstEnergy;
    return after === null || before === null || before === undefined ? undefined : after - before;
  }

  /** In a run too fast to read along every other frame will do: the line grows by a pixel or two. */
  protected override glance(): void {
    this.#passed = !this.#passed;
    if (!this.#passed) this.paint();
  }

  protected override paint(): void {
    const canvas = this.#canvas;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0 || height === 0) return;
    const at = this.hover;
    this.#layout = this.session.painting.curve(contextOf(canvas, width, height), width, height, {
      ...(at !== undefined && { hover: at }),
      fontSize: 12,
    });
  }

  get #canvas(): HTMLCanvasElement {
    const canvas = this.renderRoot.querySelector("canvas");
    if (!canvas) throw new Error("The curve is not rendered yet.");
    return canvas;
  }

  #timeAt(event: PointerEvent): number | undefined {
    const { end } = this.session.network;
    if (!this.#layout || end === 0) return undefined;
    const { left, right, first, updates } = this.#layout;
    const x = event.clientX - this.#canvas.getBoundingClientRect().left;
    const time = Math.round(first + ((x - left) / (right - left)) * (updates - first));
    return Math.max(first, Math.min(end, time));
  }

  #down(event: PointerEvent): void {
    const time = this.#timeAt(event);
    if (event.button !== 0 || time === undefined) return;
    this.#canvas.setPointerCapture(event.pointerId);
    this.#from = { x: event.clientX, y: event.clientY };
    // A finger may be about to scroll the page: it travels once it moves sideways, or lifts where it was.
    if (event.pointerType !== "touch") this.#travel(time);
  }

  #move(event: PointerEvent): void {
    const time = this.#timeAt(event);
    this.hover = time;
    // where names that are long are cut
    const beside = event.offsetX > (this.#layout?.right ?? 0);
    this.#canvas.title = beside ? this.session.names.join("\n") : "";
    if (!this.#from || time === undefined) return;
    const { x, y } = this.#from;
    const sideways = Math.abs(event.clientX - x) > Math.abs(event.clientY - y);
    if (sideways || event.pointerType !== "touch") this.#travel(time);
  }

  #up(event: PointerEvent): void {
    const time = this.#timeAt(event);
    if (this.#from && time !== undefined) this.#travel(time);
    this.#rest(event);
  }

  #rest(event: PointerEvent): void {
    this.#from = undefined;
    if (event.pointerType === "touch") this.hover = undefined;
  }

  #travel(time: number): void {
    this.player.pause();
    this.session.travel(time);
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey || event.ctrlKey) return;
    const { time, end } = this.session.network;
    const to: Record<string, number> = {
      ArrowLeft: time - 1,
      ArrowDown: time - 1,
      ArrowRight: time + 1,
      ArrowUp: time + 1,
      PageDown: time - PAGE,
      PageUp: time + PAGE,
      Home: 0,
      End: end,
    };
    const target = to[event.key];
    if (target === undefined) return;
    this.hover = undefined; // the keys look elsewhere than the pointer that lies there
    event.preventDefault();
    this.#travel(target);
  }
}

define("hopfield-energy-curve", EnergyCurve);
