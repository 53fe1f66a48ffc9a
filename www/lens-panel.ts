import { css, html, type TemplateResult } from "lit";
import "./energy-meaning";
import "./overlap-lens";
import "./sleep-panel";
import "./weight-lens";
import "./why-lens";
import { Part } from "./part";
import type { Player } from "./player";
import { controls } from "./style";

type Lens = "why" | "overlaps" | "weights" | "energy" | "sleep";

const LENSES: { lens: Lens; name: string }[] = [
  { lens: "why", name: "Why" },
  { lens: "overlaps", name: "Overlaps" },
  { lens: "weights", name: "Weights" },
  { lens: "energy", name: "Energy" },
  { lens: "sleep", name: "Sleep" },
];

/** Several ways to look at the same run, one at a time: only the lens in front is there at all. */
export class LensPanel extends Part {
  static override properties = {
    ...Part.properties,
    player: { attribute: false },
    pointed: { attribute: false },
    lens: { state: true },
  };
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      [role="tablist"] {
        display: flex;
        gap: 2px;
        overflow-x: auto;
        scrollbar-width: none;
        /* room for focus rings inside the box that scrolls */
        margin: -4px;
        padding: 4px;
      }
      [role="tab"] {
        flex: none;
        padding: 0 13px;
        border-color: transparent;
        background: none;
        color: var(--muted);
      }
      [role="tab"][aria-selected="true"] {
        border-color: var(--line);
        background: var(--card);
        color: var(--ink);
        font-weight: 650;
      }
      [role="tabpanel"] {
        flex: 1;
        min-height: 0;
        margin-top: 8px;
        padding: 14px 18px;
        border: 1px solid var(--line);
        border-radius: 16px;
        background: var(--card);
        overflow: auto;
        scrollbar-width: thin;
      }
      @media (max-width: 699px) {
        [role="tab"] {
          padding: 0 8px;
        }
        [role="tabpanel"] {
          padding: 12px;
        }
      }
      @media (max-width: 359px) {
        [role="tab"] {
          padding: 0 6px;
          font-size: 14px;
        }
      }
      @media (forced-colors: active) {
        [role="tab"][aria-selected="true"] {
          border-color: Highlight;
        }
      }
    `,
  ];

  declare player: Player;
  /** The neuron pointed at, here or elsewhere. */
  declare pointed: number | undefined;
  declare lens: Lens;

  constructor() {
    super();
    this.lens = "why";
  }

  protected override render(): TemplateResult {
    return html`
      <div role="tablist" aria-label="Lenses" @keydown=${this.#key}>
        ${LENSES.map(
          ({ lens, name }) =>
            html`<button
              role="tab"
              id="tab-${lens}"
              aria-selected=${lens === this.lens}
              aria-controls="lens"
              tabindex=${lens === this.lens ? 0 : -1}
              @click=${() => {
                this.lens = lens;
              }}
            >
              ${name}
            </button>`,
        )}
      </div>
      <div role="tabpanel" id="lens" aria-labelledby="tab-${this.lens}" tabindex="0">${this.#open()}</div>
    `;
  }

  #open(): TemplateResult {
    const { session, player, pointed } = this;
    switch (this.lens) {
      case "why":
        return html`<why-lens .session=${session} .pointed=${pointed}></why-lens>`;
      case "overlaps":
        return html`<overlap-lens .session=${session}></overlap-lens>`;
      case "weights":
        return html`<weight-lens .session=${session} .pointed=${pointed}></weight-lens>`;
      case "energy":
        return html`<energy-meaning .session=${session}></energy-meaning>`;
      case "sleep":
        return html`<sleep-panel .session=${session} .player=${player}></sleep-panel>`;
    }
  }

  async #key(event: KeyboardEvent): Promise<void> {
    const at = LENSES.findIndex(({ lens }) => lens === this.lens);
    const to: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: LENSES.length - 1,
    };
    const place = to[event.key];
    if (place === undefined) return;
    event.preventDefault();
    this.lens = LENSES.at(place % LENSES.length)?.lens ?? this.lens;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#tab-${this.lens}`)?.focus();
  }
}

customElements.define("lens-panel", LensPanel);
