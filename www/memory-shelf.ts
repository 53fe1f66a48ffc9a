import { html, type PropertyValues, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { contextOf, Resized } from "./canvas";
import { define } from "./define";
import { more, plus } from "./icons";
import { Part } from "./part";
import { returnFocus } from "./popover";
import { shelfStyle } from "./shelf-style";
import { controls, hues, popovers } from "./style";
import { count, number, signed } from "./words";

/** What the network remembers: a list beside the pad, or a strip above it where the screen is narrow. */
export class MemoryShelf extends Part {
  static override properties = { ...Part.properties, fixed: { type: Boolean, reflect: true } };
  static override styles = [controls, popovers, hues, shelfStyle];

  /** Whether memories can only be looked at and loaded. */
  declare fixed: boolean;
  /** The revision of the memories that the thumbnails show. */
  #painted = -1;
  #ratio = 0;
  #shown = 0;

  constructor() {
    super();
    this.fixed = false;
    new Resized(this);
  }

  protected override render(): TemplateResult {
    const { session } = this;
    const { memoryCount, cells } = session.network;
    const overlaps = session.network.overlaps();
    return html`
      <h2>What it remembers</h2>
      <ol id="memories" aria-label="What it remembers">
        ${
          memoryCount === 0
            ? html`<li class="empty">Nothing yet.${this.fixed ? "" : " Draw something, then store it."}</li>`
            : Array.from({ length: memoryCount }, (_, i) => {
                const here = overlaps[i] === cells;
                // Whether a memory holds asks every pair of neurons: not at every frame of a run.
                return guard([session.revision, here, this.fixed], () => this.#memory(i, here));
              })
        }
        ${
          this.fixed
            ? ""
            : html`<li class="last">
              <button id="store" class="store" title="Store the picture on the pad as a memory" @click=${() => this.session.store()}>
                ${plus}<span><span aria-hidden="true">Store</span><span class="long" aria-hidden="true"> this picture</span
                  ><span class="unseen">Store this picture</span></span>
              </button>
            </li>`
        }
      </ol>
    `;
  }

  #memory(i: number, here: boolean): TemplateResult {
    const { session } = this;
    const { name, hue } = session.label(i);
    const explanation = this.#explanation(i);
    return html`<li class="memory hue-${hue} ${here ? "here" : ""}" id="memory-${i}">
      <button
        class="load"
        id="load-${i}"
        title="Put ${name} on the pad. ${explanation}${this.fixed ? "" : " Alt and an arrow key move it along the shelf."}"
        @click=${() => session.loadMemory(i)}
        @keydown=${(event: KeyboardEvent) => this.#reorder(event, i)}
      >
        <span class="thumb"><canvas data-memory=${i} aria-hidden="true"></canvas></span>
        <span class="text"><b>${name}</b>${this.#verdict(i)}</span>
      </button>
      ${this.fixed ? "" : this.#menu(i, explanation)}
    </li>`;
  }

  #menu(i: number, explanation: string): TemplateResult {
    const { session } = this;
    const { name } = session.label(i);
    const last = session.network.memoryCount - 1;
    return html`
      <button class="more quiet" popovertarget="menu-${i}" id="more-${i}" aria-label="More about ${name}">${more}</button>
      <div class="menu" id="menu-${i}" role="dialog" aria-label="About ${name}" tabindex="-1" autofocus popover @beforetoggle=${returnFocus}>
        <label>Name, up to 24 letters<input type="text" id="name-${i}" maxlength="24" .value=${name} @change=${(event: Event & { target: HTMLInputElement }) => session.rename(i, event.target.value)} /></label>
        <p class="numbers">${explanation}</p>
        <div class="acts">
          <button id="earlier-${i}" ?disabled=${i === 0} @click=${() => this.#move(i, i - 1)}>Move earlier</button>
          <button id="later-${i}" ?disabled=${i === last} @click=${() => this.#move(i, i + 1)}>Move later</button>
          <button id="cue-${i}" @click=${() => session.loadMemory(i)}>Load on pad</button>
          <button id="forget-${i}" @click=${() => this.#forget(i)}>Forget</button>
        </div>
      </div>
    `;
  }

  /** In a list "holds; weakest cell +25", in a strip "holds". */
  #verdict(i: number): TemplateResult {
    const { network } = this.session;
    if (network.isStable(i)) {
      return html`<span class="numbers">holds<span class="long">; weakest cell ${signed(network.weakest(i))}</span></span>`;
    }
    const restless = network.restlessCells(i).length;
    return html`<span class="broken numbers"
      ><span class="long">does not hold: ${count(restless, "dotted cell")} want${restless === 1 ? "s" : ""} to</span
      ><span class="short">${restless} want${restless === 1 ? "s" : ""} to</span> flip</span
    >`;
  }

  #explanation(i: number): string {
    const { network } = this.session;
    const height = this.session.memoryEnergy(i);
    const energy = height === undefined ? "" : ` Its energy is ${number(height)}.`;
    return network.isStable(i)
      ? `It holds: every cell is told to stay as it is, the weakest one by ${signed(network.weakest(i))}.${energy}`
      : `It does not hold: ${count(network.restlessCells(i).length, "cell")}, dotted, would flip. The other memories push on it.${energy}`;
  }

  async #move(from: number, to: number): Promise<void> {
    this.session.move(from, to);
    await this.updateComplete;
    const button = this.renderRoot.querySelector<HTMLElement>(`#load-${to}`);
    this.#closeMenus();
    button?.focus();
    button?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #reorder(event: KeyboardEvent, i: number): void {
    if (!event.altKey || this.fixed) return;
    const steps: Record<string, number> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 };
    const to = i + (steps[event.key] ?? 0);
    if (to === i || to < 0 || to >= this.session.network.memoryCount) return;
    event.preventDefault();
    void this.#move(i, to);
  }

  async #forget(i: number): Promise<void> {
    this.#closeMenus();
    this.session.forget(i);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("#store")?.focus();
  }

  #closeMenus(): void {
    for (const menu of this.renderRoot.querySelectorAll<HTMLElement>("[popover]")) menu.hidePopover();
  }

  protected override updated(_changed: PropertyValues): void {
    this.#paint();
    const { memoryCount } = this.session.network;
    if (memoryCount > this.#shown && this.#shown > 0) {
      // To what lies on the pad: mostly that is the new one, which comes last.
      const here = [...this.renderRoot.querySelectorAll<HTMLElement>(".here")].at(-1);
      const shelf = here?.parentElement;
      if (shelf) shelf.scrollTo(here.offsetLeft - shelf.offsetLeft, here.offsetTop - shelf.offsetTop);
    }
    this.#shown = memoryCount;
  }

  #paint(): void {
    const { revision } = this.session;
    if (this.#painted === revision && this.#ratio === window.devicePixelRatio) return;
    for (const canvas of this.renderRoot.querySelectorAll("canvas")) {
      const width = canvas.clientWidth;
      if (width === 0) return;
      this.session.painting.memory(contextOf(canvas, width, width), Number(canvas.dataset.memory), width);
    }
    this.#painted = revision;
    this.#ratio = window.devicePixelRatio;
  }
}

define("hopfield-memory-shelf", MemoryShelf);
