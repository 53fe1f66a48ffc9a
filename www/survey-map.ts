import { css, html, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { live } from "lit/directives/live.js";
import { contextOf } from "./canvas";
import { arrow } from "./icons";
import { cueAt, endAt, insideOf, plane, type Spot } from "./map-plane";
import { cueWords, fileOf, legend, summaryOf, tableOf } from "./map-words";
import { memoryName, type Words } from "./naming";
import { barStyles } from "./share-bar";
import type { Finding } from "./survey-findings";
import { viewStyles } from "./survey-style";
import { SurveyView, type Table } from "./survey-view";
import type { Ask } from "./surveys";
import { list } from "./words";

/** Points along a side: at 64 cells each column of the square has one cell more of the second memory. */
const SIDE = 65;
/** Points that a cross-hair jumps with the shift key. */
const JUMP = 8;
/** Side of the thumbnails, CSS px. */
const THUMB = 56;
/** Between memories: which cue ends where. */
export class SurveyMap extends SurveyView<"map"> {
  static override properties = {
    ...SurveyView.properties,
    between: { state: true },
    spot: { state: true },
  };
  static override styles = [
    ...viewStyles,
    barStyles,
    css`
      .both {
        display: grid;
        grid-template-columns: minmax(180px, 260px) minmax(0, 1fr);
        gap: 8px 16px;
      }
      .ends {
        display: flex;
        justify-content: space-between;
        gap: 8px;
        font-size: 12px;
        color: var(--muted);
      }
      .ends.top {
        justify-content: center;
      }
      #map {
        position: relative;
        aspect-ratio: 1;
        cursor: crosshair;
        touch-action: none;
        -webkit-user-select: none;
        user-select: none;
      }
      #map canvas {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
      .cross {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        stroke: var(--ink);
        stroke-width: 0.6;
        pointer-events: none;
      }
      .cross .halo {
        stroke: var(--card);
        stroke-width: 1.6;
      }
      .way {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .way canvas {
        width: ${THUMB}px;
        height: ${THUMB}px;
      }
      #map-told {
        min-height: 3.6em;
        margin: 4px 0;
        font-size: 13px;
      }
      .legend {
        display: grid;
        margin-top: 8px;
      }
      @media (max-width: 699px) {
        .both {
          grid-template-columns: 1fr;
        }
        .plane {
          width: min(100%, 320px);
          justify-self: center;
        }
      }
    `,
  ];

  /** The memories chosen, two or three. */
  declare between: number[];
  /** The point told of: where keys or pointer were last. */
  declare spot: Spot;
  protected readonly kind = "map";
  protected readonly samples = "cues";
  protected readonly old = "This is the map";
  protected readonly about =
    "Between memories: take ever more cells from one and fewer from the other. Where is the watershed between their valleys?";
  protected override readonly needs = 2;
  #painted = "";
  #shown: unknown;

  constructor() {
    super();
    this.between = [0, 1];
    this.spot = { row: SIDE >> 1, column: SIDE >> 1 };
  }

  protected override adopt(finding: Finding<"map">): void {
    super.adopt(finding);
    this.between = finding.question.between;
  }

  protected question(): Omit<Ask<"map">, "setup" | "seed"> {
    return { kind: this.kind, between: this.#between, side: SIDE };
  }

  /** The memories chosen as far as they are still there, filled up to two. */
  get #between(): number[] {
    const { memoryCount } = this.session.network;
    const chosen = this.between.filter((memory) => memory < memoryCount);
    for (let memory = 0; chosen.length < 2 && memory < memoryCount; memory += 1) {
      if (!chosen.includes(memory)) chosen.push(memory);
    }
    return chosen;
  }

  protected settings(): TemplateResult {
    const between = this.#between;
    const all = Array.from({ length: this.session.network.memoryCount }, (_, memory) => memory);
    const select = (corner: number, words: string): TemplateResult => html`<label>${words}
      <select id="corner-${corner}" @change=${(event: Event & { target: HTMLSelectElement }) => this.#choose(corner, event.target.value)}>
        ${corner === 2 ? html`<option value="" .selected=${live(between.length === 2)}>nobody</option>` : ""}
        ${all.map(
          (memory) => html`<option value=${memory} .selected=${live(between[corner] === memory)}
            ?disabled=${between.includes(memory) && between[corner] !== memory}>${this.session.label(memory).name}</option>`,
        )}
      </select>
    </label>`;
    return html`${select(0, "Between")}${select(1, "and")}${all.length > 2 ? select(2, "and") : ""}`;
  }

  #choose(corner: number, value: string): void {
    const between = [...this.#between];
    if (value === "") between.splice(corner);
    else between[corner] = Number(value);
    this.between = between;
  }

  protected summary(finding: Finding<"map">): Words {
    return summaryOf(finding, this.labels(finding));
  }

  protected override counted(finding: Finding<"map">): { done: number; total: number } {
    return { done: insideOf(finding), total: insideOf(finding, finding.total) };
  }

  protected result(finding: Finding<"map">): TemplateResult {
    const labels = this.labels(finding);
    const { between, side } = finding.question;
    const [a = 0, b = 0, c] = between;
    const { spot } = this;
    const names = between.map((memory) => labels.label(memory).name);
    const [at, down] = [spot.column, spot.row].map((place) => ((place + 0.5) / side) * 100);
    return html`<div class="both">
      <div class="plane">
        ${
          c === undefined
            ? html`<div class="ends"><span>◂ ${memoryName(labels, a)}</span><span>${memoryName(labels, b)} ▸</span></div>`
            : html`<div class="ends top">${memoryName(labels, c)}</div>`
        }
        <div id="map" role="application" tabindex="0" aria-describedby="map-keys"
          aria-label="Map of cues between ${list(names).join("")}" @keydown=${this.#key}
          @pointermove=${this.#point} @pointerdown=${this.#point} @click=${this.#take}>
          <canvas aria-hidden="true"></canvas>
          <svg class="cross" viewBox="0 0 100 100" aria-hidden="true">
            <path class="halo" d="M${at} 0V100M0 ${down}H100"></path><path d="M${at} 0V100M0 ${down}H100"></path>
          </svg>
        </div>
        ${
          c === undefined
            ? html`<div class="ends"><span>Further down ever more cells are flipped besides, at the bottom half of them.</span></div>`
            : html`<div class="ends"><span>${memoryName(labels, a)}</span><span>${memoryName(labels, b)}</span></div>`
        }
      </div>
      <div>
        <p class="source" id="map-keys">Point at the map, or use the arrow keys, and read where that cue ends. A click or Enter puts the
          cue on the pad.</p>
        <p id="map-told" role="status">${cueWords(finding, labels, this.spot)}</p>
        <div class="way" aria-hidden="true"><canvas id="cue"></canvas>${arrow}<canvas id="end"></canvas></div>
        ${guard([finding, this.session.revision], () => legend(finding, labels))}
      </div>
    </div>`;
  }

  #spotAt(finding: Finding<"map">, event: MouseEvent & { currentTarget: HTMLElement }): Spot | undefined {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    const { side } = finding.question;
    const place = (share: number): number => Math.min(side - 1, Math.max(0, Math.floor(share * side)));
    const spot = {
      row: place((event.clientY - top) / height),
      column: place((event.clientX - left) / width),
    };
    return cueAt(finding, spot) && spot;
  }

  #point(event: PointerEvent & { currentTarget: HTMLElement }): void {
    const { last } = this.findings;
    const spot = last && this.#spotAt(last, event);
    if (spot) this.spot = spot;
  }

  #take(event: MouseEvent & { currentTarget: HTMLElement }): void {
    const { last } = this.findings;
    const spot = last && this.#spotAt(last, event);
    if (spot) this.#load(last, spot);
  }

  #load(finding: Finding<"map">, spot: Spot): void {
    const cue = cueAt(finding, spot);
    if (!cue || !this.fits(finding)) return;
    this.spot = spot;
    this.session.load(cue, "loading a cue of the map");
  }

  #key(event: KeyboardEvent): void {
    const { spot, findings } = this;
    const { last } = findings;
    if (!last || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? JUMP : 1;
    const { row, column } = spot;
    const most = last.question.side - 1;
    const to: Record<string, Spot> = {
      ArrowUp: { row: Math.max(0, row - step), column },
      ArrowDown: { row: Math.min(most, row + step), column },
      ArrowLeft: { row, column: Math.max(0, column - step) },
      ArrowRight: { row, column: Math.min(most, column + step) },
      Enter: spot,
    };
    const next = to[event.key];
    if (!next) return;
    event.preventDefault();
    // Keys that act elsewhere on the page are not meant here.
    event.stopPropagation();
    if (event.key === "Enter") this.#load(last, spot);
    else if (cueAt(last, next)) this.spot = next;
  }

  protected override show(finding: Finding<"map">): void {
    const [map, cue, end] = this.renderRoot.querySelectorAll("canvas");
    const width = map?.clientWidth ?? 0;
    if (!map || width === 0) {
      this.#painted = "";
      return;
    }
    const shows = [width, window.devicePixelRatio, this.session.revision].join();
    if (shows !== this.#painted || this.#shown !== finding) {
      [this.#painted, this.#shown] = [shows, finding];
      plane(contextOf(map, width, width), width, finding, this.#look(finding));
    }
    const { setup } = finding.question;
    const pictures = [cueAt(finding, this.spot), endAt(finding, this.spot)?.picture];
    [cue, end].forEach((canvas, i) => {
      const context = canvas && contextOf(canvas, THUMB, THUMB);
      const picture = pictures[i];
      context?.clearRect(0, 0, THUMB, THUMB);
      if (context && picture) this.session.painting.picture(context, picture, THUMB, setup);
    });
  }

  #look(finding: Finding<"map">): Parameters<typeof plane>[3] {
    const font = getComputedStyle(this).fontFamily;
    return { labels: this.labels(finding), colour: (token) => this.colour(token), font };
  }

  protected table(finding: Finding<"map">): Table {
    return tableOf(finding);
  }

  protected override file(finding: Finding<"map">): Table {
    return fileOf(finding);
  }

  protected picture(finding: Finding<"map">): HTMLCanvasElement {
    const width = SIDE * 8;
    const canvas = document.createElement("canvas");
    const context = contextOf(canvas, width, width);
    plane(context, width, finding, this.#look(finding));
    context.globalCompositeOperation = "destination-over";
    context.fillStyle = this.colour("card");
    context.fillRect(0, 0, width, width);
    return canvas;
  }
}

customElements.define("survey-map", SurveyMap);
