import { css, html, type TemplateResult } from "lit";
import { contextOf, Resized } from "./canvas";
import { define } from "./define";
import { Part } from "./part";
import { reason } from "./reason";
import type { Council } from "./session";
import { controls } from "./style";
import { term } from "./term";
import { degrees, number, place, signed } from "./words";

/** The neuron whose council is shown. */
interface Shown {
  cell: number;
  how: "pointed" | "asked" | "next";
}

const onOff = (on: boolean): TemplateResult => html`<b>${on ? "on" : "off"}</b>`;

/** On a narrow page, and in a narrow figure. */
const narrow = css`
  :host {
    gap: 12px;
    grid-template-columns: minmax(110px, 46%) 1fr;
    font-size: 14px;
  }
  dl {
    grid-template-columns: 1fr;
  }
`;

/** Why a neuron answers as it does: the votes of all others, and what follows from them by both restoring rules. */
export class WhyLens extends Part {
  static override properties = { ...Part.properties, pointed: { attribute: false } };
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        /* larger where the window is both wide and high */
        grid-template-columns: minmax(150px, clamp(250px, min(100vh - 660px, 46%), 420px)) minmax(min(190px, 50%), 1fr);
        gap: 18px;
        align-items: start;
      }
      canvas {
        display: block;
        width: 100%;
      }
      p {
        margin: 0 0 6px;
        line-height: 1.35;
        text-wrap: pretty;
      }
      .for {
        color: var(--positive);
        font-weight: 650;
      }
      .against {
        color: var(--negative);
        font-weight: 650;
      }
      dl {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 8px;
        margin: 0 0 8px;
      }
      dl div {
        padding: 7px 10px;
        border: 1px solid var(--line);
        border-radius: 10px;
      }
      dt {
        font-size: 12px;
        color: var(--muted);
      }
      dd {
        margin: 0;
        line-height: 1.3;
      }
      @media (max-width: 699px) {
        ${narrow}
      }
      @container (max-width: 699px) {
        ${narrow}
      }
      @container (max-width: 270px) {
        :host {
          grid-template-columns: 1fr;
        }
        canvas {
          width: min(100%, 160px);
          margin: 0 auto;
        }
      }
    `,
  ];

  declare pointed: number | undefined;

  constructor() {
    super();
    new Resized(this);
  }

  protected override render(): TemplateResult {
    const shown = this.#shown();
    let council: Council;
    try {
      council = this.session.painting.council(shown.cell, shown.how === "asked");
    } catch (error) {
      return html`<p>Who hears whom cannot be shown: ${reason(error)}.</p>`;
    }
    return html`
      <canvas id="votes" aria-hidden="true" @click=${this.#point}></canvas>
      <div class="numbers" id="why">${this.#words(shown, council)}</div>
    `;
  }

  /** The neuron pointed at; else the one just asked; before any was asked, the first that wants to flip. */
  #shown(): Shown {
    const { network } = this.session;
    if (this.pointed !== undefined) return { cell: this.pointed, how: "pointed" };
    const { time, first } = network;
    if (time > first) return { cell: network.moment(time).cell, how: "asked" };
    const wanting = [...network.state()].findIndex((spin, cell) => spin * network.field(cell) < 0);
    return { cell: Math.max(0, wanting), how: "next" };
  }

  #words({ cell, how }: Shown, council: Council): TemplateResult {
    const { network } = this.session;
    const { spin, field, change, chance } = council;
    const on = spin > 0;
    const wants = spin * field < 0;
    const where = html`The neuron in ${place(cell, network.columns)}`;
    const others = council.by === "neurons" ? `the other ${network.cells - 1}` : "the memories";
    const asks = {
      pointed: html`${where} hears ${others}.`,
      asked: html`${where} has just asked ${others}.`,
      next: wants
        ? html`Nobody was asked yet. ${where} hears ${others}:`
        : html`Nobody was asked yet, and nobody wants to flip. ${where} hears ${others}:`,
    };
    return html`
      <p>${asks[how]}</p>
      <p>${this.#tally(council)}</p>
      <dl>
        <div id="by-field">
          <dt>By its field, ${signed(field)}</dt>
          <dd>${field === 0 ? "nothing is said: it stays" : html`the field says ${onOff(field > 0)}`}</dd>
        </div>
        <div id="by-energy">
          <dt>By the ${term("energy", "energy")}</dt>
          <dd>${this.#byEnergy(change)}</dd>
        </div>
      </dl>
      <p id="answer">${this.#agreement(wants, change)}${chance === null ? "" : this.#toss(chance)} ${this.#answer(how, on, wants, chance)}</p>
    `;
  }

  #tally({ by, on, off, bias, field }: Council): TemplateResult {
    const leaning = bias === 0 ? "" : html` and its own bias, ${signed(bias)},`;
    const sum =
      field === 0
        ? html`weighed${leaning ? html` with its bias, ${signed(bias)},` : ""} they cancel`
        : html`${by === "neurons" ? html`weighed by what they ${term("coupling", "learnt")}` : "together"}${leaning} the ${term("field", "field")} is <b>${signed(field)}</b>`;
    const votes = html`<span class="for">${on} ${on === 1 ? "says" : "say"} on</span>,
      <span class="against">${off} ${off === 1 ? "says" : "say"} off</span>`;
    if (by === "neurons") {
      return on + off === 0
        ? html`Nobody has learnt anything about it: nothing is said.`
        : html`${votes}; ${sum}.`;
    }
    return html`The more the picture is like a memory, the louder that one votes: ${votes}; ${sum}.`;
  }

  #byEnergy(change: number | null): TemplateResult | string {
    if (change === null) return "this rule has none";
    if (change === 0) return "flipping leaves E as it is";
    return html`flipping ${change < 0 ? "lowers" : "raises"} E by <b>${number(Math.abs(change))}</b>`;
  }

  /** What both rules come to; said only where they do agree. */
  #agreement(wants: boolean, change: number | null): string {
    if (change === null) return "Only the field decides.";
    return wants === change < 0 ? `Both rules agree: ${wants ? "flip" : "stay"}.` : "";
  }

  #toss(chance: number): string {
    const cases = Math.round(100 * chance);
    const often = cases === 0 ? "hardly ever" : cases === 100 ? "nearly always" : `in ${cases} of 100 cases`;
    return ` At temperature ${degrees(this.session.network.temperature)} it answers on ${often}.`;
  }

  #answer(how: Shown["how"], on: boolean, wants: boolean, chance: number | null): TemplateResult {
    const { network } = this.session;
    if (how !== "asked") return html`It is ${onOff(on)}${wants ? " and wants to flip" : ""}.`;
    const { flipped } = network.moment(network.time);
    const despite = chance !== null && flipped !== wants ? " all the same" : "";
    return flipped ? html`It went ${onOff(!on)}${despite}.` : html`It stayed ${onOff(on)}${despite}.`;
  }

  protected override paint(): void {
    const canvas = this.renderRoot.querySelector("canvas");
    const width = canvas?.clientWidth ?? 0;
    if (!canvas || width === 0) return;
    const height = Math.max(1, this.session.painting.votesHeight(width));
    canvas.style.height = `${height}px`;
    const { cell, how } = this.#shown();
    this.session.painting.votes(contextOf(canvas, width, height), cell, how === "asked", width);
  }

  /** A click on a voter asks for its own council. */
  #point(event: PointerEvent & { currentTarget: HTMLCanvasElement }): void {
    const { columns, rows, hasCouplings } = this.session.network;
    if (!hasCouplings) return;
    const { width, height } = event.currentTarget.getBoundingClientRect();
    const [column, row] = [
      Math.floor((event.offsetX / width) * columns),
      Math.floor((event.offsetY / height) * rows),
    ];
    const detail = Math.min(rows - 1, row) * columns + Math.min(columns - 1, column);
    this.dispatchEvent(new CustomEvent<number>("point", { detail, bubbles: true, composed: true }));
  }
}

define("hopfield-why-lens", WhyLens);
