import { css, html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { contextOf } from "./canvas";
import { canvasOf } from "./chart";
import { valley, type Words } from "./naming";
import { bar, barStyles, legend, occurring } from "./share-bar";
import type { Attractor } from "./survey-core";
import { bits, whose } from "./survey-export";
import type { Finding } from "./survey-findings";
import { viewStyles } from "./survey-style";
import { SurveyView, type Table } from "./survey-view";
import type { Ask } from "./surveys";
import { grouped, list, percent } from "./words";

const STARTS = [1_000, 3_000, 10_000, 30_000, 100_000];
/** How many attractors are shown; a file holds more. */
const SHOWN = 24;
/** Side of an attractor's thumbnail and height of the bar, CSS px. */
const SIDE = 44;
const BAR = 26;

/** Where random starts end, and how often. */
export class SurveyCensus extends SurveyView<"census"> {
  static override properties = { ...SurveyView.properties, starts: { state: true } };
  static override styles = [
    ...viewStyles,
    barStyles,
    css`
      ul.found {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(146px, 1fr));
        gap: 4px;
        margin: 0 -4px;
        padding: 0;
        list-style: none;
      }
      .found button {
        width: 100%;
        height: 100%;
        justify-content: flex-start;
        align-items: flex-start;
        gap: 8px;
        padding: 4px;
        border-color: transparent;
        background: none;
        text-align: left;
        font-size: 12px;
        line-height: 1.25;
      }
      .thumb {
        flex: none;
        padding: 1px 1px 1px 2px;
        border: 1px solid transparent;
        border-left: 4px solid var(--hue, transparent);
        border-radius: 6px;
      }
      .negative {
        border-left-style: dotted;
      }
      canvas {
        display: block;
        width: ${SIDE}px;
        height: ${SIDE}px;
      }
      .text {
        min-width: 0;
        overflow-wrap: anywhere;
        color: var(--muted);
      }
      /* the valley itself stands beside it, and larger */
      .text hopfield-memory-picture {
        display: none;
      }
      .text b {
        display: block;
        font-size: 14px;
        color: var(--ink);
      }
    `,
  ];

  declare starts: number;
  protected readonly kind = "census";
  protected readonly samples = "starts";
  protected readonly old = "These are the valleys";
  protected readonly about =
    "Thousands of random pictures roll downhill. Which valleys do they end in, and how often?";

  constructor() {
    super();
    this.starts = 10_000;
  }

  protected override adopt(finding: Finding<"census">): void {
    super.adopt(finding);
    this.starts = finding.question.starts;
  }

  protected question(): Omit<Ask<"census">, "setup" | "seed"> {
    return { kind: this.kind, starts: this.starts };
  }

  protected settings(): TemplateResult {
    return html`<label>Random starts
      <select id="starts" class="numbers" @change=${(event: Event & { target: HTMLSelectElement }) => {
        this.starts = Number(event.target.value);
      }}>
        ${STARTS.map((starts) => html`<option value=${starts} .selected=${live(starts === this.starts)}>${grouped(starts)}</option>`)}
      </select>
    </label>`;
  }

  protected summary({ done, found: { distinct, shares } }: Finding<"census">): Words {
    const ends = occurring(shares).map(({ words, share }, i) => {
      const ending = i === 0 ? "end " : "";
      return html`<b>${share}</b> ${ending}${words}`;
    });
    return html`Of ${grouped(done)} random starts ${list(ends)}. They found ${grouped(distinct)} different ${distinct === 1 ? "valley" : "valleys"}.`;
  }

  protected result(finding: Finding<"census">): TemplateResult {
    const { found } = finding;
    const shown = found.attractors.slice(0, SHOWN);
    const left = found.distinct - shown.length;
    return html`
      ${this.#bar(finding)} ${legend(found.shares)}
      <ul class="found numbers" aria-label="Valleys, the largest first">
        ${shown.map((attractor) => html`<li>${this.#attractor(finding, attractor)}</li>`)}
      </ul>
      ${left > 0 ? html`<p class="source numbers">And ${left === 1 ? "one more valley" : `${grouped(left)} more valleys`}, none with more than ${percent((shown.at(-1)?.count ?? 0) / finding.done)}.</p>` : ""}
    `;
  }

  #bar(finding: Finding<"census">): TemplateResult {
    const width = Math.max(this.clientWidth, 200);
    return html`<svg id="shares" class="bar" role="img" aria-label="Shares of random starts; the list below says the same" viewBox="0 0 ${width} ${BAR}">
      ${bar(finding.found, this.labels(finding), width, BAR)}
    </svg>`;
  }

  #attractor(finding: Finding<"census">, attractor: Attractor): TemplateResult {
    const labels = this.labels(finding);
    const { kind, memories, count: ends } = attractor;
    const [memory] = kind === "memory" || kind === "inverse" ? memories : [];
    const hue = memory === undefined ? "" : `hue-${labels.label(memory).hue}`;
    return html`<button class="attractor" ?disabled=${!this.fits(finding)} title="Put it on the pad" @click=${() => this.session.load(attractor.picture, "loading an attractor")}>
      <span class="thumb ${hue} ${kind === "inverse" ? "negative" : ""}"><canvas aria-hidden="true"></canvas></span>
      <span class="text"><b>${percent(ends / finding.done)}</b>${valley(labels, attractor)}</span>
    </button>`;
  }

  protected override show({ question: { setup }, found }: Finding<"census">): void {
    this.renderRoot.querySelectorAll("canvas").forEach((canvas, i) => {
      const attractor = found.attractors[i];
      if (attractor)
        this.session.painting.picture(contextOf(canvas, SIDE, SIDE), attractor.picture, SIDE, setup);
    });
  }

  protected table(finding: Finding<"census">): Table {
    return this.#table(finding, SHOWN);
  }

  protected override file(finding: Finding<"census">): Table {
    return this.#table(finding, Number.POSITIVE_INFINITY);
  }

  #table(finding: Finding<"census">, most: number): Table {
    const { done, found, question } = finding;
    const { memories: all } = question.setup;
    const rows = found.attractors.slice(0, most).map((end) => {
      const { kind, count: ends, picture } = end;
      return [ends, ends / done, kind, whose(end, all), bits(picture)];
    });
    return {
      about: [
        "Census: where random starts end.",
        `Different valleys: ${found.distinct}, of which the ${rows.length} largest follow.`,
        "starts: how many ended there; share: of all starts, 0 to 1; memories: those concerned, 'not' for a negative; picture: row by row, 1 is active.",
      ],
      columns: ["starts", "share", "kind", "memories", "picture"],
      rows,
    };
  }

  /** The bar, and under it the attractors shown, each with its share. */
  protected picture(finding: Finding<"census">): HTMLCanvasElement {
    const [columns, width, height] = [8, 72, 70];
    const shown = finding.found.attractors.slice(0, SHOWN);
    const canvas = document.createElement("canvas");
    const high = BAR + 24 + Math.ceil(shown.length / columns) * height;
    const context = contextOf(canvas, columns * width + 16, high);
    context.fillStyle = this.colour("card");
    context.fillRect(0, 0, columns * width + 16, high);
    const chart = this.renderRoot.querySelector<SVGSVGElement>("#shares");
    if (chart) context.drawImage(canvasOf(chart, this.colour("card")), 8, 8, columns * width, BAR);
    context.font = `12px ${getComputedStyle(this).fontFamily}`;
    context.textAlign = "center";
    shown.forEach(({ count: ends }, i) => {
      const [x, y] = [8 + (i % columns) * width, BAR + 20 + Math.floor(i / columns) * height];
      const source = this.renderRoot.querySelectorAll("canvas")[i];
      if (source) context.drawImage(source, x + (width - SIDE) / 2, y, SIDE, SIDE);
      context.fillStyle = this.colour("ink");
      context.fillText(percent(ends / finding.done), x + width / 2, y + SIDE + 15);
    });
    return canvas;
  }
}

customElements.define("survey-census", SurveyCensus);
