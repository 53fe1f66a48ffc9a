import { css, html, type PropertyValues, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { contextOf, Resized } from "./canvas";
import { define } from "./define";
import { Part } from "./part";
import { Pulses } from "./pulses";
import { cellAt, type Mode, type Point, Stroke } from "./stroke";
import { controls } from "./style";
import { place } from "./words";

/** The button bit of a pen's eraser end. */
const ERASER = 32;

/** A quick stroke must not count as a fling: Chromium swallows the tap that follows one, on whatever button it falls. */
const NO_GESTURES = { handleEvent: (event: TouchEvent) => event.preventDefault(), passive: false };

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * The picture: drawn on by pointer or keyboard, and the place where one watches neurons change their mind.
 * Tells by the event `point` which cell is pointed at, if any.
 */
export class PatternPad extends Part {
  static override properties = {
    ...Part.properties,
    mode: {},
    fixed: { type: Boolean, reflect: true },
    cursor: { state: true },
  };
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      canvas {
        display: block;
        width: 100%;
        touch-action: none;
        cursor: crosshair;
        border-radius: var(--round);
        -webkit-user-select: none;
        user-select: none;
      }
      :host([fixed]) canvas {
        touch-action: manipulation;
        cursor: default;
      }
      canvas:focus-visible {
        outline-offset: 4px;
      }
    `,
  ];

  declare mode: Mode;
  /** Whether it can only be pointed at, not drawn on: a finger then scrolls the page. */
  declare fixed: boolean;
  /** The cell the keyboard is at. */
  declare cursor: number;
  /** The stroke under way, and the pointer that makes it. */
  #stroke: Stroke | undefined;
  #pointer = 0;
  readonly #pulses = new Pulses();
  #frame = 0;
  /** The cell that the keyboard was at last, told of in full. */
  #described: Element | null = null;
  /** The cell last told of as pointed at. */
  #pointed: number | undefined;
  /** Whether it stays so until the run moves on: a finger and the keyboard's cursor leave no pointer behind. */
  #held = false;

  constructor() {
    super();
    this.mode = "draw";
    this.fixed = false;
    this.cursor = 0;
    new Resized(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
  }

  get #canvas(): HTMLCanvasElement {
    const canvas = this.renderRoot.querySelector("canvas");
    if (!canvas) throw new Error("The pad is not rendered yet.");
    return canvas;
  }

  protected override render(): TemplateResult {
    const { rows, columns } = this.session.network;
    // What a screen reader is told of each cell is kept up to date in `#tell`: a thousand templates a frame are too many.
    const cell = (i: number): TemplateResult =>
      html`<span role="gridcell" id="cell-${i}">${place(i, columns)}</span>`;
    const indices = (length: number): number[] => Array.from({ length }, (_, i) => i);
    return html`<canvas
      id="pad"
      tabindex="0"
      role="grid"
      aria-label="The pad, ${rows} by ${columns} cells. Arrow keys move${this.fixed ? "" : ", space flips"}."
      aria-multiselectable="true"
      aria-activedescendant="cell-${this.cursor}"
      @touchstart=${this.fixed ? undefined : NO_GESTURES}
      @pointerdown=${this.#down}
      @pointermove=${this.#move}
      @pointerup=${this.#up}
      @pointercancel=${this.#up}
      @pointerleave=${this.#leave}
      @keydown=${this.#key}
      @focus=${this.#focused}
      @blur=${() => this.requestUpdate()}
      >${guard([rows, columns], () =>
        indices(rows).map(
          (row) =>
            html`<span role="row">${indices(columns).map((column) => cell(row * columns + column))}</span>`,
        ),
      )}</canvas
    >`;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.cursor = Math.min(this.cursor, this.session.network.cells - 1);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#tell();
  }

  protected override glance(): void {
    this.paint();
  }

  protected override paint(): void {
    const { network } = this.session;
    if (this.#pulses.moved(network) && this.#held && !this.#canvas.matches(":focus-visible"))
      this.#point(undefined);
    this.#pulses.see(network, performance.now(), calm.matches);
    this.#draw();
  }

  /** Tells screen readers which cells are on, and more of the one that the keyboard is at. */
  #tell(): void {
    const { network } = this.session;
    const state = network.state();
    this.renderRoot.querySelectorAll("[role=gridcell]").forEach((cell, i) => {
      const on = String(state[i] === 1);
      if (cell.getAttribute("aria-selected") !== on) cell.setAttribute("aria-selected", on);
    });
    const spin = state[this.cursor] ?? 0;
    const wants = spin * network.field(this.cursor) < 0 ? ", wants to flip" : "";
    const words = `${place(this.cursor, network.columns)}, ${spin === 1 ? "on" : "off"}${wants}`;
    const current = this.renderRoot.querySelector(`#cell-${this.cursor}`);
    if (current?.getAttribute("aria-label") !== words) current?.setAttribute("aria-label", words);
    if (this.#described !== current) this.#described?.removeAttribute("aria-label");
    this.#described = current;
  }

  #point(cell: number | undefined, held = false): void {
    this.#held = held;
    if (cell === this.#pointed) return;
    this.#pointed = cell;
    this.dispatchEvent(new CustomEvent<number | undefined>("point", { detail: cell }));
  }

  #leave(event: PointerEvent): void {
    if (event.pointerType !== "touch" && !this.#stroke) this.#point(undefined);
  }

  #focused(): void {
    if (this.#canvas.matches(":focus-visible")) this.#point(this.cursor, true);
    this.requestUpdate();
  }

  // --- Painting ---

  #draw = (): void => {
    cancelAnimationFrame(this.#frame);
    const { network } = this.session;
    const canvas = this.#canvas;
    const width = canvas.clientWidth;
    if (width === 0) return;
    const height = (width * network.rows) / network.columns;
    canvas.style.height = `${height}px`;
    const pulses = this.#pulses.at(performance.now());
    this.session.painting.pad(contextOf(canvas, width, height), width, {
      dots: true,
      ...(pulses && { pulses }),
      ...(network.time > 0 && { asked: network.moment(network.time).cell }),
      ...(canvas.matches(":focus-visible") && { focus: this.cursor }),
    });
    if (pulses) this.#frame = requestAnimationFrame(this.#draw);
  };

  // --- Pointer ---

  /** Where the pointer is, in cells from the top left corner. */
  #at(event: PointerEvent): Point {
    const { rows, columns } = this.session.network;
    const box = this.#canvas.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * columns,
      y: ((event.clientY - box.top) / box.height) * rows,
    };
  }

  #down(event: PointerEvent): void {
    const eraser = (event.buttons & ERASER) !== 0;
    if (this.#stroke || (event.button !== 0 && !eraser)) return;
    const { network } = this.session;
    const at = this.#at(event);
    const first = cellAt(at, network);
    if (first === undefined) return;
    this.cursor = first;
    this.#point(first);
    if (this.fixed) return;
    this.#canvas.setPointerCapture(event.pointerId);
    const { rows, columns } = network;
    const on = network.state()[first] === 1;
    const stroke = new Stroke(eraser ? "erase" : this.mode, on, at, { rows, columns });
    this.#stroke = stroke;
    this.#pointer = event.pointerId;
    this.session.paint(stroke.to(at), stroke.value, stroke);
  }

  #move(event: PointerEvent): void {
    this.#point(cellAt(this.#at(event), this.session.network));
    const stroke = this.#stroke;
    if (!stroke || this.#pointer !== event.pointerId) return;
    const between = event.getCoalescedEvents?.() ?? [];
    const cells = (between.length > 0 ? between : [event]).flatMap((point) => stroke.to(this.#at(point)));
    this.session.paint(cells, stroke.value, stroke);
  }

  #up(event: PointerEvent): void {
    if (this.#pointer === event.pointerId) this.#stroke = undefined;
    if (event.pointerType === "touch") this.#held = true;
  }

  // --- Keyboard ---

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey) return;
    const { rows, columns, cells } = this.session.network;
    const [row, column] = [Math.floor(this.cursor / columns), this.cursor % columns];
    const first = row * columns;
    const to: Record<string, number> = {
      ArrowLeft: Math.max(first, this.cursor - 1),
      ArrowRight: Math.min(first + columns - 1, this.cursor + 1),
      ArrowUp: row > 0 ? this.cursor - columns : this.cursor,
      ArrowDown: row < rows - 1 ? this.cursor + columns : this.cursor,
      Home: event.ctrlKey ? 0 : first,
      End: event.ctrlKey ? cells - 1 : first + columns - 1,
      PageUp: column,
      PageDown: (rows - 1) * columns + column,
    };
    const cell = to[event.key];
    if (cell !== undefined) {
      this.cursor = cell;
      this.#point(cell, true);
    } else if ((event.key === " " || event.key === "Enter") && !this.fixed)
      this.session.paint([this.cursor], 0);
    else return;
    event.preventDefault();
  }
}

define("hopfield-pattern-pad", PatternPad);
