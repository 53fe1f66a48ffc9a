import { css, html, type TemplateResult } from "lit";
import "./why-lens";
import { larger, smaller } from "./icons";
import { Part } from "./part";
import type { Player } from "./player";
import { reason } from "./reason";
import type { Session } from "./session";
import { controls } from "./style";
import { typing } from "./typing";

/** What every lens is given. */
interface Shown {
  session: Session;
  player: Player;
  /** The neuron pointed at, here or elsewhere. */
  pointed: number | undefined;
}

interface Lens {
  id: string;
  name: string;
  show(shown: Shown): TemplateResult;
  /** Fetches the lens when it is first opened, where the page does not bring it along. */
  fetch?(): Promise<unknown>;
}

/** Ways to look at the run, */
const LOOKS: Lens[] = [
  {
    id: "why",
    name: "Why",
    show: ({ session, pointed }) =>
      html`<hopfield-why-lens .session=${session} .pointed=${pointed}></hopfield-why-lens>`,
  },
  {
    id: "overlaps",
    name: "Overlaps",
    show: ({ session }) => html`<hopfield-overlap-lens .session=${session}></hopfield-overlap-lens>`,
    fetch: () => import("./overlap-lens"),
  },
  {
    id: "weights",
    name: "Weights",
    show: ({ session, pointed }) =>
      html`<hopfield-weight-lens .session=${session} .pointed=${pointed}></hopfield-weight-lens>`,
    fetch: () => import("./weight-lens"),
  },
  {
    id: "energy",
    name: "Energy",
    show: ({ session }) => html`<hopfield-energy-meaning .session=${session}></hopfield-energy-meaning>`,
    fetch: () => import("./energy-meaning"),
  },
];

/** and what one can do with the network beyond it. */
const DEEDS: Lens[] = [
  {
    id: "sleep",
    name: "Sleep",
    show: ({ session, player }) =>
      html`<hopfield-sleep-panel .session=${session} .player=${player}></hopfield-sleep-panel>`,
    fetch: () => import("./sleep-panel"),
  },
  {
    id: "survey",
    name: "Survey",
    show: ({ session }) => html`<survey-panel .session=${session}></survey-panel>`,
    fetch: () => import("./survey-panel"),
  },
  {
    id: "compare",
    name: "Compare",
    show: ({ session, player }) =>
      html`<compare-panel .session=${session} .player=${player}></compare-panel>`,
    fetch: () => Promise.all([import("./duet-side"), import("./compare-panel")]),
  },
  {
    id: "challenges",
    name: "Challenges",
    show: ({ session, player }) =>
      html`<challenges-panel .session=${session} .player=${player}></challenges-panel>`,
    fetch: () => import("./challenges-panel"),
  },
];

const LENSES = [...LOOKS, ...DEEDS];

/**
 * Looks and deeds, one at a time: only the lens in front is there at all. It can grow over the curve above it.
 * Tells by the event `lens` that another has come to the front.
 */
export class LensPanel extends Part {
  static override properties = {
    ...Part.properties,
    player: { attribute: false },
    pointed: { attribute: false },
    lens: { state: true },
    large: { type: Boolean, reflect: true },
    fetched: { state: true },
    trouble: { state: true },
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
        flex-wrap: wrap;
      }
      /* between looks and deeds */
      .rift {
        align-self: center;
        height: 22px;
        margin: 0 1px;
        border-left: 1px solid var(--line);
      }
      [role="tab"] {
        flex: none;
        padding: 0 4px;
        font-size: 14px;
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
      #grow {
        flex: none;
        width: 28px;
        margin-left: auto;
        padding: 0;
      }
      .tabs {
        display: flex;
        align-items: flex-start;
        container-type: inline-size;
      }
      /* where they do not fit in one row, looks and deeds have one each */
      @container (max-width: 483px) {
        .rift {
          flex-basis: 100%;
          height: 0;
          margin: 0;
          border: 0;
        }
        [role="tab"] {
          min-height: 32px;
        }
      }
      @container (min-width: 484px) and (max-width: 549px) {
        [role="tab"] {
          padding: 0 2px;
          font-size: 13px;
        }
      }
      @container (min-width: 640px) {
        [role="tab"] {
          padding: 0 10px;
          font-size: 15px;
        }
      }
      [role="tabpanel"] {
        position: relative;
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
        #grow {
          display: none;
        }
        .rift {
          flex-basis: 100%;
          height: 0;
          margin: 0;
          border: 0;
        }
        [role="tablist"] {
          width: 100%;
        }
        [role="tab"] {
          flex: 1 1 auto;
          min-height: 40px;
          padding: 0 8px;
        }
        [role="tabpanel"] {
          padding: 12px;
        }
      }
      @media (max-width: 359px) {
        [role="tab"] {
          padding: 0 3px;
          font-size: 13px;
        }
      }
      @media (forced-colors: active) {
        [role="tab"][aria-selected="true"] {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];

  declare player: Player;
  /** The neuron pointed at, here or elsewhere. */
  declare pointed: number | undefined;
  declare lens: Lens;
  /** Whether it lies over the curve too. */
  declare large: boolean;
  /** The lenses fetched so far. */
  declare fetched: ReadonlySet<Lens>;
  /** Why the lens in front could not be fetched. */
  declare trouble: string;

  constructor() {
    super();
    this.lens = LENSES[0] as Lens;
    this.large = false;
    this.fetched = new Set();
    this.trouble = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#escape);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#escape);
  }

  /** Esc belongs first to what is open where the focus is. */
  #escape = (event: KeyboardEvent): void => {
    const opened = (on: EventTarget): boolean =>
      on instanceof ShadowRoot && !!on.querySelector(":popover-open");
    if (event.key === "Escape" && !typing(event) && !event.composedPath().some(opened)) this.large = false;
  };

  protected override render(): TemplateResult {
    const label = this.large ? "Smaller, the curve above it again (Esc)" : "Larger, over the curve";
    return html`
      <div class="tabs">
        <div role="tablist" aria-label="Lenses" @keydown=${this.#key}>
          ${LOOKS.map((lens) => this.#tab(lens))}<span class="rift" role="presentation"></span>${DEEDS.map((lens) => this.#tab(lens))}
        </div>
        <button id="grow" class="quiet" aria-label=${label} title=${label} @click=${() => {
          this.large = !this.large;
        }}>${this.large ? smaller : larger}</button>
      </div>
      <div role="tabpanel" id="lens" aria-labelledby="tab-${this.lens.id}" tabindex="0">${this.#front()}</div>
    `;
  }

  #tab(lens: Lens): TemplateResult {
    const front = lens === this.lens;
    return html`<button role="tab" id="tab-${lens.id}" aria-selected=${front} aria-controls="lens" tabindex=${front ? 0 : -1}
      @pointerenter=${() => this.#fetch(lens)} @click=${() => this.open(lens.id)}>${lens.name}</button>`;
  }

  #front(): TemplateResult {
    const { lens } = this;
    if (!lens.fetch || this.fetched.has(lens)) return lens.show(this);
    if (!this.trouble) return html`<p class="wait">Fetching…</p>`;
    return html`<p role="alert">${lens.name} could not be fetched: ${this.trouble}</p>
      <button id="fetch-again" @click=${() => this.#fetch(lens)}>Try again</button>`;
  }

  /** Brings a lens to the front. */
  open(id: string): void {
    const lens = LENSES.find((lens) => lens.id === id);
    if (!lens)
      throw new RangeError(`There is no lens "${id}", only ${LENSES.map(({ id }) => id).join(", ")}.`);
    this.lens = lens;
    this.dispatchEvent(new CustomEvent("lens"));
    void this.#fetch(lens);
  }

  async #fetch(lens: Lens): Promise<void> {
    if (this.lens === lens) this.trouble = "";
    if (!lens.fetch || this.fetched.has(lens)) return;
    try {
      await lens.fetch();
      this.fetched = new Set([...this.fetched, lens]);
    } catch (error) {
      if (this.lens === lens) this.trouble = reason(error);
    }
  }

  async #key(event: KeyboardEvent): Promise<void> {
    const at = LENSES.indexOf(this.lens);
    const to: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: LENSES.length - 1,
    };
    const place = to[event.key];
    if (place === undefined) return;
    event.preventDefault();
    this.open((LENSES.at(place % LENSES.length) ?? this.lens).id);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#tab-${this.lens.id}`)?.focus();
  }
}

customElements.define("lens-panel", LensPanel);
