import { css, html, type TemplateResult } from "lit";
import { corruptStyle } from "./corrupt-style";
import { more } from "./icons";
import { Part } from "./part";
import { returnFocus } from "./popover";
import type { Half } from "./session";
import type { Mode } from "./stroke";
import { controls, popovers } from "./style";
import { walk } from "./walk";

const MODES: { mode: Mode; label: string; hint: string }[] = [
  { mode: "draw", label: "Draw", hint: "Draw; a stroke that begins on an active cell erases" },
  { mode: "erase", label: "Erase", hint: "Erase cells" },
  { mode: "flip", label: "Flip", hint: "Turn every cell round that the stroke passes" },
];
const HALVES: Half[] = ["top", "bottom", "left", "right"];

/** Of all cells, how many Corrupt flips unless one says otherwise: 12 of 64. */
const USUAL = 12 / 64;

/** How the pad is drawn on, and quick ways to break a picture. Tells of a new mode by the event `mode`. */
export class PadTools extends Part {
  static override properties = { ...Part.properties, mode: {}, wished: { state: true } };
  static override styles = [
    controls,
    popovers,
    corruptStyle,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 8px;
        container-type: inline-size;
      }
      @container (max-width: 440px) {
        .corrupt label span {
          display: none;
        }
      }
      .modes {
        display: flex;
      }
      .modes button {
        padding: 0 11px;
        border-radius: 0;
        margin-left: -1px;
      }
      .modes button:first-child {
        border-radius: 10px 0 0 10px;
        margin-left: 0;
      }
      .modes button:last-child {
        border-radius: 0 10px 10px 0;
      }
      .rest {
        display: flex;
        gap: 8px;
      }
      .corrupt input[aria-invalid="true"] {
        text-decoration: underline wavy var(--ink) 1px;
      }
      .more svg {
        display: none;
      }
      .all {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: 8px;
      }
      h2 {
        margin: 14px 0 6px;
        font-size: 13px;
        font-weight: 600;
        color: var(--muted);
      }
      .halves {
        display: grid;
        grid-template-columns: repeat(4, 1fr);
        gap: 8px;
      }
      /* Beside the pad, so that one sees what happens on it. */
      @media (min-width: 1080px) {
        #more {
          position-area: right span-top;
          margin: 0 8px;
        }
      }
      @media (max-width: 420px) {
        .modes button,
        .corrupt button {
          padding: 0 8px;
        }
        .more span {
          display: none;
        }
        .more svg {
          display: block;
        }
        .more {
          width: 40px;
          padding: 0;
        }
        .corrupt label {
          padding-right: 8px;
        }
        .corrupt input {
          width: 40px;
        }
      }
      @media (max-width: 374px) {
        .modes,
        .rest,
        .corrupt {
          flex: 1 0 auto;
        }
        .modes button,
        .corrupt button {
          flex: 1;
        }
      }
    `,
  ];

  declare mode: Mode;
  /** How many cells one wants to flip, as typed, and the size of grid for which one said so. */
  declare wished: { text: string; cells: number } | undefined;

  constructor() {
    super();
    this.mode = "draw";
  }

  protected override render(): TemplateResult {
    const { session } = this;
    const button = (label: string, act: () => void, id: string): TemplateResult =>
      html`<button id=${id} tabindex=${id === "invert" ? 0 : -1} ?autofocus=${id === "invert"} @click=${act}>${label}</button>`;
    const halves = (verb: string, act: (half: Half) => void): TemplateResult =>
      html`<h2>${verb} a half</h2>
        <div class="halves" role="group" aria-label="${verb} a half">
          ${HALVES.map((half) => button(half, () => act(half), `${verb}-${half}`.toLowerCase()))}
        </div>`;
    return html`
      <div class="modes" role="group" aria-label="What a stroke does">
        ${MODES.map(
          ({ mode, label, hint }) =>
            html`<button
              id="mode-${mode}"
              title=${hint}
              aria-pressed=${mode === this.mode}
              @click=${() => this.dispatchEvent(new CustomEvent<Mode>("mode", { detail: mode }))}
            >
              ${label}
            </button>`,
        )}
      </div>
      <div class="rest">
        <div class="corrupt">
          <button id="corrupt" title="Flip exactly so many cells, chosen by lot" @click=${this.#corrupt}>
            Corrupt
          </button>
          <label
            ><input
              id="corrupt-cells"
              class="numbers"
              type="number"
              inputmode="numeric"
              min="1"
              max=${session.network.cells}
              aria-label="How many cells to corrupt"
              aria-invalid=${this.#flips === undefined}
              .value=${this.#text}
              @change=${this.#wish}
            /><span aria-hidden="true">cells</span></label
          >
        </div>
        <button id="more-tools" class="more" popovertarget="more" aria-label="More ways to change the picture" title="More ways to change the picture">
          <span>More</span>${more}
        </button>
        <div id="more" role="toolbar" aria-labelledby="more-tools" popover @beforetoggle=${returnFocus} @keydown=${walk}>
          <div class="all">
            ${button("Invert", () => session.invert(), "invert")} ${button("Random", () => session.random(), "random")}
            ${button("Clear", () => session.clear(), "clear")}
          </div>
          ${halves("Blank", (half) => session.blankHalf(half))}
          ${halves("Scramble", (half) => session.scrambleHalf(half))}
        </div>
      </div>
    `;
  }

  /** What the field says: on another grid it begins anew. */
  get #text(): string {
    const { cells } = this.session.network;
    return this.wished?.cells === cells ? this.wished.text : String(Math.round(USUAL * cells));
  }

  /** How many cells to flip; undefined where the field says no such number. */
  get #flips(): number | undefined {
    const flips = Number(this.#text);
    const { cells } = this.session.network;
    return /^\d+$/.test(this.#text) && flips >= 1 && flips <= cells ? flips : undefined;
  }

  #corrupt(): void {
    if (this.#flips !== undefined) this.session.corrupt(this.#flips);
    else this.#refuse();
  }

  #refuse(): void {
    const { cells } = this.session.network;
    const said = this.#text === "" ? "and its field says none" : `not ${this.#text}`;
    this.session.say(`Corrupt flips a whole number of cells from 1 to ${cells}, ${said}.`);
  }

  #wish(event: Event & { target: HTMLInputElement }): void {
    this.wished = { text: event.target.value.trim(), cells: this.session.network.cells };
    if (this.#flips === undefined) this.#refuse();
    else this.session.say();
  }
}

customElements.define("pad-tools", PadTools);
