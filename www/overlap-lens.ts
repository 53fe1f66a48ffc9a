import { css, html, type TemplateResult } from "lit";
import { contextOf, Resized } from "./canvas";
import { define } from "./define";
import { memoryName } from "./naming";
import { Part } from "./part";
import { controls, hues } from "./style";
import { term } from "./term";
import { number } from "./words";

/** A run was fast until so long ago, ms: a few frames. */
const HURRY = 50;

/** How like each memory the picture was, over time, under the time axis of the energy. */
export class OverlapLens extends Part {
  static override styles = [
    controls,
    hues,
    css`
      :host {
        display: flex;
        flex-direction: column;
        height: 100%;
        min-height: 220px;
      }
      canvas {
        flex: 1;
        width: 100%;
        height: 0;
        min-height: 120px;
      }
      p {
        margin: 0 0 8px;
        font-size: 14px;
        color: var(--muted);
        text-wrap: pretty;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 16px;
        margin: 0 0 6px;
        padding: 0;
        list-style: none;
        font-size: 14px;
      }
    `,
  ];

  /** When the run was last too fast to read along, ms. */
  #hurried = Number.NEGATIVE_INFINITY;

  constructor() {
    super();
    new Resized(this);
  }

  protected override render(): TemplateResult {
    const { network } = this.session;
    if (network.memoryCount === 0) {
      return html`<p>Nothing is stored yet, so there is nothing to be like. Draw something, then store it.</p>`;
    }
    const { cells } = network;
    const overlaps = [...network.overlaps()];
    const described = overlaps.map((overlap, i) => `${this.session.label(i).name} ${number(overlap)}`);
    return html`
      <p><b>${term("overlap", "Overlap")}</b> counts cells that are as in the memory, less those that are not: ${cells} is the memory itself, 0 nothing in
        common, ${number(-cells)} its negative.</p>
      <ul id="overlaps-now" class="numbers" aria-label="Overlaps now">
        ${overlaps.map((overlap, i) => html`<li>${memoryName(this.session, i)} ${number(overlap)}</li>`)}
      </ul>
      <canvas id="overlaps" role="img" aria-label="Overlaps over time. Now: ${described.join(", ")}."></canvas>
    `;
  }

  protected override glance(): void {
    this.#hurried = performance.now();
  }

  /** In a run too fast to read along, a frame after the words: both in one are more than a frame should take. */
  protected override paint(): void {
    if (performance.now() - this.#hurried > HURRY) this.#draw();
    else requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    if (!this.isConnected) return;
    const canvas = this.renderRoot.querySelector("canvas");
    if (!canvas) return;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (width === 0 || height === 0) return;
    this.session.painting.overlaps(contextOf(canvas, width, height), width, height, 12);
  }
}

define("hopfield-overlap-lens", OverlapLens);
