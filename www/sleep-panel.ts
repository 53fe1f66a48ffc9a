import { css, html, type PropertyValues, type TemplateResult } from "lit";
import { contextOf, Resized } from "./canvas";
import { define } from "./define";
import { arrow } from "./icons";
import { intoView, scrollerOf } from "./into-view";
import { memoryName, named } from "./naming";
import { Part } from "./part";
import type { Player } from "./player";
import type { Dream } from "./session";
import { controls, hues } from "./style";
import { count } from "./words";

/** Side of a dream's thumbnails, CSS px. */
const SIDE = 64;
/** Frames over which many dreams are spread, so that one can watch. */
const FRAMES = 60;
/** How far beyond ruin the dial goes. */
const BEYOND = 1.25;

const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** Sleep: dreams are unlearnt one by one or many, up to a dose on a dial; what that does to the memories; waking. */
export class SleepPanel extends Part {
  static override properties = {
    ...Part.properties,
    player: { attribute: false },
    last: { state: true },
    target: { state: true },
    sleeping: { state: true },
    plain: { attribute: false },
    surveyed: { state: true },
  };
  static override styles = [
    controls,
    hues,
    css`
      :host {
        display: grid;
        gap: 8px;
        font-size: 14px;
      }
      p {
        margin: 0;
        text-wrap: pretty;
      }
      .source {
        font-size: 12px;
        color: var(--muted);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .dial {
        position: relative;
        height: 46px;
      }
      .scale {
        position: absolute;
        /* the middle of a slider's thumb never reaches the ends of its track */
        inset: 9px 9px auto;
        height: 8px;
        border-radius: 4px;
        background: var(--inactive);
        forced-color-adjust: none;
      }
      .done {
        position: absolute;
        inset: 0 auto 0 0;
        border-radius: 4px;
        background: var(--active);
      }
      .mark {
        position: absolute;
        top: -3px;
        height: 17px;
        border-left: 2px solid var(--ink);
      }
      .mark span {
        position: absolute;
        top: 17px;
        left: -60px;
        width: 120px;
        text-align: center;
        font-size: 12px;
        line-height: 1.2;
      }
      @media (forced-colors: active) {
        .scale {
          outline: 1px solid var(--edge);
        }
      }
      /* The slider is a thumb on the scale. */
      .dial input {
        position: absolute;
        inset: 0 0 auto;
        width: 100%;
        height: 26px;
        margin: 0;
        appearance: none;
        background: none;
        cursor: pointer;
      }
      .dial input::-webkit-slider-thumb {
        appearance: none;
        width: 18px;
        height: 18px;
        border: 2px solid var(--active);
        border-radius: 50%;
        background: var(--card);
      }
      .dial input::-moz-range-thumb {
        box-sizing: border-box;
        width: 18px;
        height: 18px;
        border: 2px solid var(--active);
        border-radius: 50%;
        background: var(--card);
      }
      .dream {
        display: grid;
        grid-template-columns: auto 20px auto 1fr;
        align-items: center;
        gap: 10px;
      }
      @media (max-width: 359px) {
        .dream p {
          grid-column: 1 / -1;
        }
      }
      canvas {
        display: block;
        width: ${SIDE}px;
        height: ${SIDE}px;
      }
    `,
  ];

  declare player: Player;
  /** The dream last dreamt here. */
  declare last: Dream | undefined;
  /** Up to how many dreams one wants to sleep; the best dose unless chosen. */
  declare target: number | undefined;
  /** Whether many dreams are under way. */
  declare sleeping: boolean;
  /** Whether it goes without the census: in a figure, which fetches nothing. */
  declare plain: boolean;
  /** Whether the census has been fetched, which the page does not bring along. */
  declare surveyed: boolean;
  #frame = 0;
  /** The session's revision after the last dream: another one is another network, of which that dream tells nothing. */
  #dreamtAt = -1;
  /** Whether a dream was just dreamt by itself, to be looked at. */
  #fresh = false;

  constructor() {
    super();
    this.sleeping = false;
    this.plain = false;
    this.surveyed = false;
    new Resized(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.plain) void this.#fetch();
  }

  /** Without the census the panel has less to tell, and nothing to explain: the lens Survey says what is wrong. */
  async #fetch(): Promise<void> {
    try {
      await import("./sleep-census");
      this.surveyed = true;
    } catch {
      this.surveyed = false;
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  protected override render(): TemplateResult {
    const { network } = this.session;
    if (!network.hasCouplings) {
      return html`<p id="no-sleep">This rule makes no couplings, so there is nothing that a dream could take away. Choose Hebb’s rule to let it sleep.</p>`;
    }
    if (network.memoryCount === 0) {
      return html`<p id="no-sleep">It remembers nothing yet, so there is nothing to dream of. Draw something, then store it.</p>`;
    }
    const { dreams, daydreams } = network;
    const asleep = dreams + daydreams > 0;
    return html`
      <p>
        <b>A dream is a random start that rolls downhill</b>, into a memory, its negative or a blend. 1/${network.fineness} of where it
        ends is taken out of the couplings: all valleys lose a little, and those that nobody stored are mostly the first to be gone.
      </p>
      ${this.#dial()}
      <div class="acts">
        <button id="dream" ?disabled=${this.sleeping} @click=${() => this.#dreamOnce(() => this.session.dream(1))}>Dream once</button>
        ${
          this.sleeping
            ? html`<button id="sleep" @click=${this.#stop}>Stop</button>`
            : html`<button id="sleep" ?disabled=${this.#target <= dreams} @click=${this.#sleep}>Sleep to ${this.#target} dreams</button>`
        }
        <button id="daydream" ?disabled=${this.sleeping} title="Unlearn a dream and learn a memory again, which does not ruin"
          @click=${() => this.#dreamOnce(() => this.session.daydream(1))}>Daydream</button>
        <button id="wake" ?disabled=${!asleep || this.sleeping} @click=${() => this.session.wake()}>Wake</button>
      </div>
      <p id="slept" class="numbers">${this.#effect(asleep)}</p>
      ${this.last && this.#dreamtAt === this.session.revision ? this.#dream(this.last) : ""}
      ${this.surveyed ? html`<sleep-census .session=${this.session}></sleep-census>` : ""}
      <p class="source">Crick and Mitchison; Hopfield and others, Nature 304, 1983. Daydreams: Serricchio and others, 2025.</p>
    `;
  }

  get #target(): number {
    return this.target ?? this.session.network.bestDose;
  }

  /** Both doses are known for Hebb's rule only. */
  #dial(): TemplateResult {
    const { dreams, bestDose, ruinDose, rule } = this.session.network;
    const most = Math.max(dreams, Math.round(ruinDose * BEYOND));
    // Set as properties, which no Content-Security-Policy forbids.
    const part = (value: number): string => `left: ${(100 * value) / most}%`;
    const marks =
      rule === "hebb"
        ? html`<div class="mark" .style=${part(bestDose)}><span>best: ${bestDose}</span></div>
            <div class="mark" .style=${part(ruinDose)}><span>ruin: ${ruinDose}</span></div>`
        : "";
    return html`
      <div class="dial numbers">
        <div class="scale" role="progressbar" aria-label="Dreams so far" aria-valuemin="0" aria-valuemax=${most} aria-valuenow=${dreams}>
          <div class="done" .style=${`width: ${(100 * dreams) / most}%`}></div>
          ${marks}
        </div>
        <input id="dose" aria-label="Sleep until" type="range" min="1" max=${most} .value=${String(this.#target)} ?disabled=${this.sleeping}
          aria-valuetext="${count(this.#target, "dream")}${rule === "hebb" ? `; best ${bestDose}, ruin ${ruinDose}` : ""}"
          @input=${(event: Event & { target: HTMLInputElement }) => {
            this.target = event.target.valueAsNumber;
          }} />
      </div>
    `;
  }

  #effect(asleep: boolean): TemplateResult {
    const { held, heldAwake, network } = this.session;
    const all = network.memoryCount;
    if (!asleep) return html`It is awake. <b>${held}</b> of ${count(all, "memory")} hold.`;
    const day = network.daydreams > 0 ? html`, ${count(network.daydreams, "daydream")}` : "";
    return html`Awake, <b>${heldAwake}</b> of ${count(all, "memory")} held; after ${count(network.dreams, "dream")}${day}
      <b>${held}</b> ${held === 1 ? "does" : "do"}.`;
  }

  #dream(dream: Dream): TemplateResult {
    const relearned =
      dream.relearned === null
        ? ""
        : html` Then it learnt ${memoryName(this.session, dream.relearned)} again.`;
    return html`<div class="dream">
      <canvas id="dream-start" role="img" aria-label="Where the dream began"></canvas>${arrow}
      <canvas id="dream-end" role="img" aria-label="Where the dream ended"></canvas>
      <p id="dreamt">The last dream: ${named(this.session, dream)}. It is a little shallower now.${relearned}</p>
    </div>`;
  }

  /** One step of sleep, and the dream that came of it. */
  #dreamOnce(dream: () => Dream | undefined): void {
    this.player.pause();
    const last = dream();
    this.#dreamt(last);
    this.#fresh = last !== undefined;
  }

  /** Nothing, where a dream was refused. */
  #dreamt(dream: Dream | undefined): void {
    if (!dream) return;
    this.last = dream;
    this.#dreamtAt = this.session.revision;
  }

  #sleep(): void {
    this.player.pause();
    const { dreams } = this.session.network;
    const target = this.#target;
    const night = {};
    const each = calm.matches ? target - dreams : Math.ceil((target - dreams) / FRAMES);
    const on = (): void => {
      const left = target - this.session.network.dreams;
      // Whatever else is done to the network ends the night.
      const disturbed = this.sleeping && this.#dreamtAt !== this.session.revision;
      this.sleeping = false;
      if (left <= 0 || disturbed) return;
      const last = this.session.dream(Math.min(left, each), night);
      this.#dreamt(last);
      this.sleeping = last !== undefined && left > each;
      if (this.sleeping) this.#frame = requestAnimationFrame(on);
    };
    on();
  }

  #stop = (): void => {
    cancelAnimationFrame(this.#frame);
    this.sleeping = false;
  };

  protected override updated(_changed: PropertyValues): void {
    if (!this.last || this.#dreamtAt !== this.session.revision) return;
    for (const [id, picture] of [
      ["dream-start", this.last.start],
      ["dream-end", this.last.attractor],
    ] as const) {
      const canvas = this.renderRoot.querySelector<HTMLCanvasElement>(`#${id}`);
      if (canvas) this.session.painting.picture(contextOf(canvas, SIDE, SIDE), picture, SIDE);
    }
    const [box, dream] = [scrollerOf(this), this.renderRoot.querySelector(".dream")];
    if (this.#fresh && box && dream) intoView(box, dream);
    this.#fresh = false;
  }
}

define("hopfield-sleep-panel", SleepPanel);
