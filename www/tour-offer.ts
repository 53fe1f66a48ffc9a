import { css, html, LitElement, type TemplateResult } from "lit";
import { close } from "./icons";
import { controls } from "./style";

const KEY = "hopfield-net:toured";

/** Whether this is the first visit; from now on it no longer is. */
function firstVisit(): boolean {
  try {
    const first = localStorage.getItem(KEY) === null;
    localStorage.setItem(KEY, "offered");
    return first;
  } catch {
    return false; // without storage the offer would come back for ever; the menu has it too
  }
}

/** One quiet line on the first visit. Tells by the event `tour` that it is taken. */
export class TourOffer extends LitElement {
  static override properties = { open: { type: Boolean, reflect: true } };
  static override styles = [
    controls,
    css`
      :host {
        display: none;
      }
      :host([open]) {
        display: flex;
        align-items: center;
        justify-content: center;
        color: var(--muted);
        white-space: nowrap;
      }
      #take-tour {
        padding: 0 6px;
        border: 0;
        background: none;
        color: var(--ink);
        text-decoration: underline;
        text-underline-offset: 3px;
      }
      @media (max-width: 599px) and (orientation: landscape) {
        span {
          display: none;
        }
      }
      #no-tour {
        width: 36px;
        padding: 0;
      }
    `,
  ];

  declare open: boolean;

  constructor() {
    super();
    this.open = firstVisit();
  }

  protected override render(): TemplateResult | string {
    if (!this.open) return "";
    return html`<span>New here?</span><button id="take-tour" @click=${this.#take}>Take the tour</button>
      <button id="no-tour" class="quiet" aria-label="No tour, thank you" title="No tour, thank you" @click=${this.#leave}>${close}</button>`;
  }

  #take(): void {
    this.open = false;
    this.dispatchEvent(new CustomEvent("tour"));
  }

  #leave(): void {
    this.open = false;
  }
}

customElements.define("tour-offer", TourOffer);
