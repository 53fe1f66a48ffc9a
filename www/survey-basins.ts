import { css, html, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import { Chart, canvasOf, chartStyles, type Point } from "./chart";
import { type Labels, memoryName, type Words } from "./naming";
import { cellsOf } from "./pictures";
import { shortened } from "./quote";
import type { Finding } from "./survey-findings";
import { viewStyles } from "./survey-style";
import { SurveyView, type Table } from "./survey-view";
import type { Ask } from "./surveys";
import { list } from "./words";

/** At most so many numbers of flipped cells, beside 0. */
const LEVELS = 32;
/** Lines of different memories differ in their dashes too. */
const DASHES = ["", "7 3", "2 3", "9 3 2 3", "4 2", "12 4", "6 2 2 2 2 2", "1 2"];
const HEIGHT = 210;
/** Beyond so many memories their names beside the lines would lie on each other. */
const MOST_NAMES = 11;
/** What counts as healing for sure. */
const SURE = 0.9;

/** How much damage each memory survives. */
export class SurveyBasins extends SurveyView<"basin"> {
  static override properties = { ...SurveyView.properties, trials: { state: true } };
  static override styles = [
    ...viewStyles,
    chartStyles,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 16px;
        margin: 0;
        padding: 0;
        list-style: none;
        font-size: 13px;
      }
      li {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      li .chart {
        width: 26px;
        height: 10px;
      }
    `,
  ];

  declare trials: number;
  protected readonly kind = "basin";
  protected readonly samples = "cues";
  protected readonly old = "These are the basins";
  protected readonly about =
    "How much damage does each memory survive? So many cells are flipped, then it recalls: how often does it come back exactly?";

  constructor() {
    super();
    this.trials = 200;
  }

  protected override adopt(finding: Finding<"basin">): void {
    super.adopt(finding);
    this.trials = finding.question.trials;
  }

  /** From none to half of all cells. */
  protected question(): Omit<Ask<"basin">, "setup" | "seed"> {
    const half = Math.floor(this.session.network.cells / 2);
    const steps = Math.min(half, LEVELS);
    const flips = Array.from({ length: steps + 1 }, (_, i) => Math.round((i * half) / Math.max(steps, 1)));
    return { kind: this.kind, flips, trials: this.trials };
  }

  protected settings(): TemplateResult {
    return this.field("trials", "Cues for each point", [10, 10_000], this.trials, (trials) => {
      this.trials = trials;
    });
  }

  protected summary(finding: Finding<"basin">): Words {
    const labels = this.labels(finding);
    const cells = cellsOf(finding.question.setup);
    const ends = linesOf(finding).map(({ memory, points }) => {
      const sure = sureUpTo(points);
      return html`${memoryName(labels, memory)} ${sure === undefined ? "not even 0" : html`<b>${sure}</b>`}`;
    });
    return html`Nine in ten cues still heal with so many of ${cells} cells flipped: ${list(ends)}.`;
  }

  protected result(finding: Finding<"basin">): TemplateResult {
    const labels = this.labels(finding);
    const lines = linesOf(finding);
    const toss = tossAt(finding);
    return html`
      ${this.#chart(finding)}
      <ul aria-label="Lines">
        ${lines.map(
          ({ memory }) => html`<li class="hue-${labels.label(memory).hue}">
            <svg class="chart" viewBox="0 0 26 10" aria-hidden="true">${line(labels, memory, "M0 5H26")}</svg>${memoryName(labels, memory)}
          </li>`,
        )}
      </ul>
      <p class="source">Bars: where the true share lies with 95\u202f% confidence (Wilson 1927).${
        toss === undefined
          ? ""
          : ` At ${toss}, the half, a cue is no nearer to a memory than to its negative, and a lone memory comes back as often as not.`
      }</p>
    `;
  }

  #chart(finding: Finding<"basin">): TemplateResult {
    const labels = this.labels(finding);
    const lines = linesOf(finding);
    const half = Math.floor(cellsOf(finding.question.setup) / 2);
    const named = lines.length <= MOST_NAMES;
    const toss = tossAt(finding);
    const marks =
      toss === undefined
        ? []
        : [{ x: toss, words: `${toss}: a coin toss for a lone memory and its negative` }];
    const room = named ? 84 : 12;
    const chart = new Chart(Math.max(this.clientWidth, 280), HEIGHT, [0, half], room, marks.length);
    const ends = lines.map(({ memory, points }) => {
      const { name, hue } = labels.label(memory);
      return {
        share: points.at(-1)?.share ?? 0,
        name: shortened(name, 11),
        hue,
      };
    });
    return html`<svg id="basins" class="chart" role="img" viewBox="0 0 ${chart.width} ${chart.height}"
      aria-label="Recall by number of flipped cells, a line for each memory; the table below holds the same">
      ${chart.axes("cells flipped", "comes back exactly")} ${chart.marks(marks)}
      ${lines.map(({ memory, points }) => svg`<g class="hue-${labels.label(memory).hue}">${chart.line(points, dash(labels, memory))}</g>`)}
      ${named ? chart.names(ends) : ""}
    </svg>`;
  }

  protected table(finding: Finding<"basin">): Table {
    const { memories } = finding.question.setup;
    return {
      about: [
        "Basins: how often each memory came back exactly, by the number of cells flipped in the cue.",
        "share: recalled of cues, 0 to 1; low and high: where the true share lies with 95 % confidence (Wilson 1927).",
      ],
      columns: ["memory", "flipped cells", "cues", "recalled", "share", "low", "high"],
      rows: finding.found.rates.map(({ memory, flips, trials, hits, share, low, high }) => [
        memories[memory]?.name ?? "",
        flips,
        trials,
        hits,
        share,
        low,
        high,
      ]),
    };
  }

  protected picture(): HTMLCanvasElement {
    const chart = this.renderRoot.querySelector<SVGSVGElement>("#basins");
    if (!chart) throw new Error("There is no chart to save.");
    return canvasOf(chart, this.colour("card"));
  }
}

/** Half of the cells, where they can be halved and nothing leans either way. */
function tossAt(finding: Finding<"basin">): number | undefined {
  const half = cellsOf(finding.question.setup) / 2;
  return Number.isInteger(half) && !finding.question.setup.bias ? half : undefined;
}

const dash = (labels: Labels, memory: number): string =>
  DASHES[labels.label(memory).hue % DASHES.length] ?? "";

const line = (labels: Labels, memory: number, d: string): SVGTemplateResult =>
  svg`<path class="line" d=${d} stroke-dasharray=${dash(labels, memory) || "none"}></path>`;

/** The rates, memory by memory, as far as there are any. */
function linesOf({ found, question }: Finding<"basin">): { memory: number; points: Point[] }[] {
  return question.setup.memories.map((_, memory) => {
    const rates = found.rates.filter((rate) => rate.memory === memory && rate.trials > 0);
    return { memory, points: rates.map(({ flips, share, low, high }) => ({ x: flips, share, low, high })) };
  });
}

/** The most flipped cells up to which nine in ten cues came back. */
function sureUpTo(points: Point[]): number | undefined {
  const lost = points.findIndex(({ share }) => share < SURE);
  return (lost === -1 ? points.at(-1) : points[lost - 1])?.x;
}

customElements.define("survey-basins", SurveyBasins);
