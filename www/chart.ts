// Charts of shares, from 0 to 100 %, over a whole number. They consist of paths and texts alone, which are as easily put on a canvas.
import { css, nothing, type SVGTemplateResult, svg } from "lit";
import { contextOf } from "./canvas";

/** A share and where the true one lies with 95 % confidence. */
export interface Point {
  x: number;
  share: number;
  low: number;
  high: number;
}

/** A vertical line at x, its words beside it at the height of a row above the chart. */
export interface Mark {
  x: number;
  words: string;
}

/** Height of a line of text, CSS px. */
const LINE = 14;
const FONT = 12;
const TICK = 5;
/** Width of a number on the axis with the gap beside it. */
const WIDEST = 28;

export class Chart {
  readonly width: number;
  readonly height: number;
  readonly left = 44;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly #from: number;
  readonly #to: number;

  /** Room for `names` px of names on the right and rows of marks at the top. */
  constructor(width: number, height: number, [from, to]: [number, number], names: number, rows: number) {
    this.width = width;
    this.height = height + rows * LINE;
    this.right = width - names;
    this.top = 24 + rows * LINE;
    this.bottom = this.height - 36;
    this.#from = from;
    this.#to = Math.max(to, from + 1);
  }

  x(value: number): number {
    return this.left + ((this.right - this.left) * (value - this.#from)) / (this.#to - this.#from);
  }

  y(share: number): number {
    return this.bottom - (this.bottom - this.top) * share;
  }

  /** The ground of the chart; the names say what its axes count. */
  axes(across: string, up: string): SVGTemplateResult {
    const levels = [0, 0.25, 0.5, 0.75, 1];
    const grid = levels.map((share) => `M${this.left} ${this.y(share)}H${this.right}`).join("");
    const ticks = this.#ticks();
    const marks = ticks.map((value) => `M${this.x(value)} ${this.bottom}v${TICK}`).join("");
    return svg`<path class="grid" d=${grid}></path><path class="axis" d=${`M${this.left} ${this.bottom}H${this.right}${marks}`}></path>
      ${[0, 0.5, 1].map((share) => svg`<text x=${this.left - 7} y=${this.y(share) + 4} text-anchor="end">${100 * share}\u202f%</text>`)}
      ${ticks.map((value) => svg`<text x=${this.x(value)} y=${this.bottom + 17} text-anchor="middle">${value}</text>`)}
      <text class="what" x=${this.right} y=${this.bottom + 32} text-anchor="end">${across}</text>
      <text class="what" x="0" y="12" text-anchor="start">${up}</text>`;
  }

  /** Whole numbers, a handful of them: no more than there is room for. */
  #ticks(): number[] {
    const span = this.#to - this.#from;
    const most = Math.min(10, (this.right - this.left) / WIDEST);
    const step = [1, 2, 4, 5, 8, 10, 16, 20, 32, 50, 64, 100, 128, 200, 256, 500, 512, 1024].find(
      (step) => span / step <= most,
    );
    const every = step ?? span;
    const ticks: number[] = [];
    for (let value = Math.ceil(this.#from / every) * every; value <= this.#to; value += every)
      ticks.push(value);
    return ticks;
  }

  /** A line through points with their confidence as bars, and what stands at each of them. */
  line(points: Point[], dash: string, shape?: (x: number, y: number) => string): SVGTemplateResult {
    const through = points.map(({ x, share }, i) => `${i ? "L" : "M"}${this.x(x)} ${this.y(share)}`);
    const bars = points.map(({ x, low, high }) => `M${this.x(x)} ${this.y(low)}V${this.y(high)}`);
    const shapes = shape ? points.map(({ x, share }) => shape(this.x(x), this.y(share))).join("") : "";
    return svg`<path class="bar" d=${bars.join("")}></path><path class="line" d=${through.join("")} stroke-dasharray=${dash || nothing}></path>
      ${shapes ? svg`<path class="shape" d=${shapes}></path>` : ""}`;
  }

  /** Vertical lines, each named in a row of its own. */
  marks(marks: Mark[]): SVGTemplateResult {
    return svg`${marks.map(({ x, words }, row) => {
      const [at, y] = [this.x(x), 12 + (row + 1) * LINE];
      // Towards the side where there is more room.
      const left = at > (this.left + this.right) / 2;
      return svg`<path class="mark" d=${`M${at} ${y - 9}V${this.bottom}`}></path>
        <text x=${at + (left ? -5 : 5)} y=${y} text-anchor=${left ? "end" : "start"}>${words}</text>`;
    })}`;
  }

  /** Names beside the ends of lines, moved apart where they would lie on each other. */
  names(ends: { share: number; name: string; hue?: number }[]): SVGTemplateResult {
    const order = ends.map((end, i) => ({ ...end, i, y: this.y(end.share) })).sort((a, b) => a.y - b.y);
    const last = this.bottom - LINE * (order.length - 1);
    order.forEach((end, i) => {
      const above = order[i - 1];
      end.y = Math.max(Math.min(end.y, last + LINE * i), above ? above.y + LINE : this.top);
    });
    return svg`${order.map(
      ({ y, share, name, hue }) =>
        svg`<path class="thread" d=${`M${this.right + 2} ${this.y(share)}L${this.right + 10} ${y}`}></path>
          <text class=${hue === undefined ? "end" : `end name hue-${hue}`} x=${this.right + 13} y=${y + 4} text-anchor="start">${name}</text>`,
    )}`;
  }
}

export const chartStyles = css`
  .chart {
    display: block;
    width: 100%;
    height: auto;
    fill: none;
    stroke: none;
    stroke-width: 1;
    stroke-linecap: butt;
  }
  .chart text {
    fill: var(--muted);
    font-size: ${FONT}px;
    font-variant-numeric: tabular-nums;
  }
  .chart text.end {
    fill: var(--hue, var(--ink));
  }
  .chart .grid {
    stroke: var(--line);
  }
  .chart .axis {
    stroke: var(--edge);
  }
  .chart .mark {
    stroke: var(--edge);
    stroke-dasharray: 2 3;
  }
  .chart .thread {
    stroke: var(--edge);
    stroke-width: 0.7;
  }
  .chart .line {
    stroke: var(--hue, var(--ink));
    stroke-width: 1.8;
    stroke-linejoin: round;
  }
  .chart .bar {
    stroke: var(--hue, var(--ink));
    stroke-opacity: 0.45;
  }
  .chart .shape {
    fill: var(--card);
    stroke: var(--ink);
    stroke-width: 1.3;
  }
`;

/** Puts a chart as it looks now on a canvas, on the paper given. Only paths and texts are known to it. */
export function canvasOf(chart: SVGSVGElement, paper: string): HTMLCanvasElement {
  const { width, height } = chart.viewBox.baseVal;
  const canvas = document.createElement("canvas");
  const context = contextOf(canvas, width, height);
  context.fillStyle = paper;
  context.fillRect(0, 0, width, height);
  for (const part of chart.querySelectorAll<SVGElement>("path, text")) {
    const style = getComputedStyle(part);
    if (part instanceof SVGTextElement) {
      const anchor = part.getAttribute("text-anchor");
      context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      context.textAlign = anchor === "end" ? "right" : anchor === "middle" ? "center" : "left";
      context.fillStyle = style.fill;
      context.fillText(
        part.textContent ?? "",
        Number(part.getAttribute("x")),
        Number(part.getAttribute("y")),
      );
      continue;
    }
    const path = new Path2D(part.getAttribute("d") ?? "");
    if (style.fill !== "none") {
      context.fillStyle = style.fill;
      context.fill(path);
    }
    if (style.stroke !== "none") {
      context.strokeStyle = style.stroke;
      context.lineWidth = Number.parseFloat(style.strokeWidth);
      context.globalAlpha = Number(style.strokeOpacity);
      context.setLineDash(
        style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[ ,]+/).map(Number.parseFloat),
      );
      context.stroke(path);
      context.globalAlpha = 1;
    }
  }
  return canvas;
}
