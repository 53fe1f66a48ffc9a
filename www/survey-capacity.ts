import { css, html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { marksOf, theory } from "./capacity-theory";
import { Chart, canvasOf, chartStyles, type Point } from "./chart";
import type { Words } from "./naming";
import { cellsOf } from "./pictures";
import type { Rule } from "./session";
import type { Concern } from "./survey-changes";
import type { Rate } from "./survey-core";
import type { Finding } from "./survey-findings";
import { viewStyles } from "./survey-style";
import { SurveyView, type Table } from "./survey-view";
import type { Ask } from "./surveys";
import { factsOf, rules } from "./theory/rules";
import { list } from "./words";

/** At most so many numbers of memories. */
const LOADS = 20;
const HEIGHT = 180;

type Measure = "recalled" | "stable";

/** A shape for each rule, so that lines are told apart without colours, which belong to memories. */
const SHAPES: ((x: number, y: number) => string)[] = [
  (x, y) => `M${x - 3.5} ${y}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z`,
  (x, y) => `M${x - 3} ${y - 3}h6v6h-6z`,
  (x, y) => `M${x} ${y - 4}l4 7h-8z`,
  (x, y) => `M${x} ${y - 4.5}l4.5 4.5l-4.5 4.5l-4.5 -4.5z`,
  (x, y) => `M${x} ${y + 4}l4 -7h-8z`,
  (x, y) => `M${x - 3.5} ${y - 3.5}l7 7m0 -7l-7 7`,
  (x, y) => `M${x - 4} ${y}h8m-4 -4v8`,
  (x, y) => `M${x - 2} ${y - 4}h4v8h-4z`,
];
const DASHES = ["", "6 3", "2 3", "9 3 2 3", "4 2", "12 4", "6 2 2 2", "1 2"];

/** How many memories hold, under which rule. */
export class SurveyCapacity extends SurveyView<"capacity"> {
  static override properties = {
    ...SurveyView.properties,
    chosen: { state: true },
    own: { state: true },
    most: { state: true },
    trials: { state: true },
    flips: { state: true },
    measure: { state: true },
  };
  static override styles = [
    ...viewStyles,
    chartStyles,
    css`
      fieldset {
        display: flex;
        flex-wrap: wrap;
        flex-basis: 100%;
        gap: 2px 14px;
        margin: 0;
        padding: 0;
        border: 0;
        font-size: 14px;
      }
      legend {
        float: left;
        padding: 0;
        font-size: 12px;
        line-height: 26px;
        color: var(--muted);
      }
      fieldset label {
        display: flex;
        align-items: center;
        gap: 5px;
        min-height: 26px;
        font-size: 13px;
        color: var(--ink);
      }
      fieldset input {
        width: 16px;
        height: 16px;
        margin: 0;
        accent-color: var(--active);
      }
      .segments button {
        min-height: 34px;
        font-size: 13px;
      }
      ul {
        margin: 0;
        padding-left: 18px;
      }
    `,
  ];

  declare chosen: ReadonlySet<Rule>;
  /** Whether one's own memories are stored rather than random ones. */
  declare own: boolean;
  declare most: number;
  declare trials: number;
  declare flips: number;
  declare measure: Measure;
  protected readonly kind = "capacity";
  protected readonly samples = "trials";
  protected readonly old = "These are the figures";
  protected readonly about =
    "How much fits? More and more pictures are stored, one of them is broken a little: does it still come back?";
  protected override readonly needs = 0;

  constructor() {
    super();
    this.chosen = new Set(["hebb", "storkey", "projection"]);
    this.own = false;
    this.most = 20;
    this.trials = 200;
    this.flips = 6;
    this.measure = "recalled";
  }

  protected override adopt(finding: Finding<"capacity">): void {
    super.adopt(finding);
    const { own, plan } = finding.question;
    this.chosen = new Set(plan.rules.map(({ name }) => name));
    this.own = own;
    if (!own) this.most = plan.loads.at(-1) ?? this.most;
    this.trials = plan.trials;
    this.flips = plan.flips;
  }

  protected override concern({ question: { own } }: Finding<"capacity">): Concern {
    return own ? "memories" : "grid";
  }

  protected question(): Omit<Ask<"capacity">, "setup" | "seed"> {
    const { memoryCount, bias, cells } = this.session.network;
    const most = this.#isOwn ? memoryCount : this.most;
    const steps = Math.min(most, LOADS);
    const loads = Array.from({ length: steps }, (_, i) => Math.round(((i + 1) * most) / steps));
    const names = rules.map(({ rule }) => rule).filter((rule) => this.chosen.has(rule));
    const flips = Math.min(this.flips, cells);
    const plan = { rules: names.map((name) => ({ name })), loads, trials: this.trials, flips, bias };
    return { kind: this.kind, plan, own: this.#isOwn };
  }

  get #isOwn(): boolean {
    return this.own && this.session.network.memoryCount > 0;
  }

  protected settings(): TemplateResult {
    const { memoryCount, cells } = this.session.network;
    const field = (
      id: "most" | "trials" | "flips",
      words: string,
      min: number,
      max: number,
    ): TemplateResult =>
      this.field(id, words, [min, max], this[id], (value) => {
        this[id] = value;
      });
    return html`
      <fieldset>
        <legend>Rules</legend>
        ${rules.map(
          ({ rule, name }) => html`<label>
            <input type="checkbox" name="rule" value=${rule} .checked=${this.chosen.has(rule)} ?disabled=${this.chosen.has(rule) && this.chosen.size === 1}
              @change=${(event: Event & { target: HTMLInputElement }) => this.#choose(rule, event.target.checked)} />${SHORT[rule] ?? name}
          </label>`,
        )}
      </fieldset>
      <label>Pictures
        <select id="own" @change=${(event: Event & { target: HTMLSelectElement }) => {
          this.own = event.target.value === "own";
          this.refused = new Map(); // one's own pictures have no field for how many
        }}>
          <option value="random" .selected=${live(!this.#isOwn)}>random</option>
          <option value="own" .selected=${live(this.#isOwn)} ?disabled=${memoryCount === 0}>my own</option>
        </select>
      </label>
      ${this.#isOwn ? "" : field("most", "Up to", 1, 1000)} ${field("flips", "Flipped", 0, cells)} ${field("trials", "Trials", 10, 10_000)}
    `;
  }

  #choose(rule: Rule, on: boolean): void {
    const chosen = new Set(this.chosen);
    if (on) chosen.add(rule);
    else chosen.delete(rule);
    this.chosen = chosen;
  }

  protected summary(finding: Finding<"capacity">): Words {
    const { plan } = finding.question;
    const cells = cellsOf(finding.question.setup);
    const most = plan.loads.at(-1) ?? 0;
    const ends = linesOf(finding, "recalled").map(({ name, points }) => {
      const lost = points.findIndex(({ share }) => share < 0.5);
      const held = lost === -1 ? most : (points[lost - 1]?.x ?? 0);
      return html`${name} <b>${lost === -1 ? `${most} or more` : held}</b>`;
    });
    const whose = finding.question.own ? "of your memories" : "random pictures";
    return html`With ${plan.flips} of ${cells} cells flipped, at least half of the cues heal while so many ${whose} are stored: ${list(ends)}.`;
  }

  protected result(finding: Finding<"capacity">): TemplateResult {
    const option = (measure: Measure, words: string): TemplateResult =>
      html`<button id="measure-${measure}" aria-pressed=${this.measure === measure} @click=${() => {
        this.measure = measure;
      }}>${words}</button>`;
    return html`
      ${this.#chart(finding)}
      <div class="segments" role="group" aria-label="What is drawn">
        ${option("recalled", "Cues that heal")}${option("stable", "Memories that hold")}
      </div>
      ${theory(finding)}
    `;
  }

  #chart(finding: Finding<"capacity">): TemplateResult {
    const { loads } = finding.question.plan;
    const lines = linesOf(finding, this.measure);
    const [from, to] = [loads[0] ?? 1, loads.at(-1) ?? 1];
    const marks = marksOf(finding);
    const chart = new Chart(Math.max(this.clientWidth, 280), HEIGHT, [from, to], 92, marks.length);
    const ends = lines.map(({ short, points }) => ({ share: points.at(-1)?.share ?? 0, name: short }));
    const up = this.measure === "recalled" ? "cues that come back exactly" : "memories that hold";
    return html`<svg id="capacity" class="chart" role="img" viewBox="0 0 ${chart.width} ${chart.height}"
      aria-label="Share of ${up}, by number of memories, a line for each rule; the table below holds the same">
      ${chart.axes("memories stored", up)} ${chart.marks(marks)}
      ${lines.map(({ points, style }) => chart.line(points, DASHES[style] ?? "", SHAPES[style]))}
      ${chart.names(ends)}
    </svg>`;
  }

  protected table(finding: Finding<"capacity">): Table {
    const { plan, own } = finding.question;
    return {
      about: [
        `Capacity: by number of ${own ? "one's own" : "random"} memories, how many hold, and how many cues come back exactly.`,
        `Cues: one a trial, with ${plan.flips} cells flipped. Rules have their usual parameters.`,
        "hold, heal: shares, 0 to 1; low and high: where the true share lies with 95 % confidence (Wilson 1927), were all memories independent.",
      ],
      columns: [
        "rule",
        "memories",
        "hold",
        "hold low",
        "hold high",
        "heal",
        "heal low",
        "heal high",
        "trials",
      ],
      rows: finding.found.results.map(({ rule, load, stable, recalled }) => [
        factsOf(plan.rules[rule]?.name ?? "hebb").name,
        load,
        ...rateOf(stable),
        ...rateOf(recalled),
        recalled.trials,
      ]),
    };
  }

  protected picture(): HTMLCanvasElement {
    const chart = this.renderRoot.querySelector<SVGSVGElement>("#capacity");
    if (!chart) throw new Error("There is no chart to save.");
    return canvasOf(chart, this.colour("card"));
  }
}

const rateOf = ({ share, low, high }: Rate): number[] => [share, low, high];

interface Line {
  name: string;
  short: string;
  /** Which dash and shape is the rule's, whatever others are shown. */
  style: number;
  points: Point[];
}

/** What was found, rule by rule. Where a rule could not be built, there is no point. */
function linesOf({ question, found }: Finding<"capacity">, measure: Measure): Line[] {
  return question.plan.rules.map((asked, place) => {
    const { name } = factsOf(asked.name);
    const style = rules.findIndex(({ rule }) => rule === asked.name);
    const results = found.results.filter(({ rule, [measure]: rate }) => rule === place && rate.trials > 0);
    const points = results.map(({ load, [measure]: { share, low, high } }) => ({
      x: load,
      share,
      low,
      high,
    }));
    return { name, short: SHORT[asked.name] ?? name, style, points };
  });
}

/** What fits beside a line. */
const SHORT: Partial<Record<Rule, string>> = {
  "symmetric-perceptron": "Symmetric p.",
  "dreaming-kernel": "Kernel",
  dense: "Dense",
};

customElements.define("survey-capacity", SurveyCapacity);
