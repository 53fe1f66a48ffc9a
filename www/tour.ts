import { css, html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { close } from "./icons";
import { controls } from "./style";

/** One stop of the tour: what is shown, and what there is to say about it. */
export interface Stop {
  title: string;
  words: string;
  /** Brings what is shown into being, if need be, and finds it. */
  show(): Promise<Element> | Element;
}

/** Room between what is shown, its ring, the card and the edge of the window, CSS px. */
const GAP = 8;

/**
 * A card that goes from part to part of the page with a ring around each. The page stays alive under it: what is shown can
 * be tried at once. Tells by the event `end` that the tour is over.
 */
export class PageTour extends LitElement {
  static override properties = { stops: { attribute: false }, at: { state: true } };
  static override styles = [
    controls,
    css`
      /* Above everything, but only ring and card are there. */
      #tour {
        position: fixed;
        inset: 0;
        width: 100vw;
        height: 100vh;
        margin: 0;
        padding: 0;
        border: 0;
        background: none;
        overflow: hidden;
        pointer-events: none;
      }
      .ring {
        position: absolute;
        border: 3px solid var(--ink);
        border-radius: 18px;
        box-shadow: 0 0 0 200vmax rgb(0 0 0 / 28%);
      }
      .card {
        position: absolute;
        width: min(330px, calc(100vw - 16px));
        padding: 14px 18px 16px;
        border: 1px solid var(--line);
        border-radius: 16px;
        background: var(--card);
        color: var(--ink);
        box-shadow: 0 8px 30px rgb(0 0 0 / 22%);
        pointer-events: auto;
      }
      .card:focus {
        outline: none;
      }
      h2 {
        margin: 0 36px 4px 0;
        font-size: 17px;
      }
      p {
        margin: 0 0 12px;
        text-wrap: pretty;
      }
      .foot {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .place {
        margin: 0 auto 0 0;
        font-size: 13px;
        color: var(--muted);
      }
      #tour-close {
        position: absolute;
        top: 6px;
        right: 6px;
        width: 40px;
        padding: 0;
      }
      #tour-next {
        border-color: var(--ink);
        background: var(--ink);
        color: var(--paper);
        font-weight: 600;
      }
      @media (max-height: 500px) {
        .card {
          width: min(280px, calc(100vw - 16px));
        }
      }
      @media (prefers-reduced-motion: no-preference) {
        .ring,
        .card {
          transition: inset 0.2s, width 0.2s, height 0.2s;
        }
      }
      @media (forced-colors: active) {
        .ring {
          border-color: Highlight;
        }
      }
    `,
  ];

  declare stops: readonly Stop[];
  /** The stop shown; undefined where no tour is under way. */
  declare at: number | undefined;
  #shown: Element | undefined;
  readonly #watch = new ResizeObserver(() => this.#place());

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  protected override render(): TemplateResult | string {
    const { at } = this;
    const stop = at === undefined ? undefined : this.stops[at];
    if (at === undefined || !stop) return "";
    const all = this.stops.length;
    const last = at === all - 1;
    return html`<div id="tour" popover="manual">
      <div class="ring"></div>
      <div class="card" id="tour-card" role="dialog" tabindex="-1" aria-label="Tour, step ${at + 1} of ${all}: ${stop.title}" aria-describedby="tour-words">
        <h2>${stop.title}</h2>
        <p id="tour-words">${stop.words}</p>
        <div class="foot">
          <p class="place numbers">${at + 1} of ${all}</p>
          ${at > 0 ? html`<button id="tour-back" @click=${() => this.#go(at - 1)}>Back</button>` : ""}
          <button id="tour-next" @click=${() => (last ? this.end() : this.#go(at + 1))}>${last ? "Done" : "Next"}</button>
        </div>
        <button id="tour-close" class="quiet" aria-label="Close the tour" title="Close the tour (Esc)" @click=${() => this.end()}>${close}</button>
      </div>
    </div>`;
  }

  /** Begins at the first stop. */
  start(): void {
    document.addEventListener("keydown", this.#key);
    window.addEventListener("resize", this.#place);
    window.addEventListener("scroll", this.#place, true);
    void this.#go(0);
  }

  end(): void {
    if (this.at === undefined) return;
    this.#leave();
    this.at = undefined;
    this.dispatchEvent(new CustomEvent("end"));
  }

  #leave(): void {
    document.removeEventListener("keydown", this.#key);
    window.removeEventListener("resize", this.#place);
    window.removeEventListener("scroll", this.#place, true);
    this.#watch.disconnect();
  }

  async #go(at: number): Promise<void> {
    const shown = await this.stops[at]?.show();
    if (!shown) return;
    this.at = at;
    this.#shown = shown;
    this.#watch.disconnect();
    this.#watch.observe(shown);
    await this.updateComplete;
    this.#intoView(shown);
    this.#place();
    this.#card?.focus({ preventScroll: true });
  }

  protected override updated(_changed: PropertyValues): void {
    const tour = this.renderRoot.querySelector<HTMLElement>("#tour");
    if (tour && !tour.matches(":popover-open")) tour.showPopover();
  }

  get #card(): HTMLElement | null {
    return this.renderRoot.querySelector("#tour-card");
  }

  /** Scrolls as little as it takes to see what is shown and, where it can be, the card beside it. */
  #intoView(shown: Element): void {
    shown.scrollIntoView({ block: "nearest" });
    if (!this.#beside()) shown.scrollIntoView({ block: "start" });
    // Room for the ring, too.
    const { top, bottom } = shown.getBoundingClientRect();
    if (top < 2 * GAP) window.scrollBy(0, top - 2 * GAP);
    else if (bottom > window.innerHeight - 2 * GAP) window.scrollBy(0, bottom - window.innerHeight + 2 * GAP);
  }

  /** Where there is room for the card: right, left, below or above. */
  #beside(): { left: number; top: number } | undefined {
    const card = this.#card;
    if (!card || !this.#shown) return undefined;
    const { left, top, right, bottom } = this.#shown.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = card;
    const [x, y] = [within(left, width, across()), within(top, height, window.innerHeight)];
    if (right + width + 3 * GAP <= across()) return { left: right + 2 * GAP, top: y };
    if (left - width - 3 * GAP >= 0) return { left: left - width - 2 * GAP, top: y };
    if (bottom + height + 3 * GAP <= window.innerHeight) return { left: x, top: bottom + 2 * GAP };
    if (top - height - 3 * GAP >= 0) return { left: x, top: top - height - 2 * GAP };
    return undefined;
  }

  /** The ring around what is shown, and the card beside it, or else at the foot of the window. */
  #place = (): void => {
    const ring = this.renderRoot.querySelector<HTMLElement>(".ring");
    const card = this.#card;
    if (!ring || !card || !this.#shown) return;
    const { left, top, width, height } = this.#shown.getBoundingClientRect();
    put(ring, { left: left - GAP, top: top - GAP });
    ring.style.width = `${width + 2 * GAP}px`;
    ring.style.height = `${height + 2 * GAP}px`;
    const foot = {
      left: within(left, card.offsetWidth, across()),
      top: window.innerHeight - card.offsetHeight - GAP,
    };
    put(card, this.#beside() ?? foot);
  };

  #key = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.defaultPrevented) this.end();
  };
}

/** The width of the window without its scroll bar. */
const across = (): number => document.documentElement.clientWidth;

/** As near to a place as something of this size can be without leaving the room. */
const within = (place: number, size: number, room: number): number =>
  Math.max(GAP, Math.min(place, room - size - GAP));

function put(element: HTMLElement, { left, top }: { left: number; top: number }): void {
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}

customElements.define("page-tour", PageTour);
