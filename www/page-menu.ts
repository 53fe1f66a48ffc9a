import { css, html, LitElement, type TemplateResult } from "lit";
import { menu } from "./icons";
import { controls, popovers } from "./style";
import { walk } from "./walk";

/**
 * What is seldom wanted, behind one button: the page puts its buttons inside. One that is pressed closes the menu.
 * By keyboard it is the menu of the ARIA Authoring Practices: one item is reached, arrow keys go on, Tab leaves.
 */
export class PageMenu extends LitElement {
  static override styles = [
    controls,
    popovers,
    css`
      :host {
        display: block;
      }
      #menu {
        width: 40px;
        padding: 0;
      }
      @media (max-width: 359px) {
        #menu {
          width: 36px;
        }
      }
      /* It is not opened by popovertarget alone, which would make the button its anchor. */
      #menu {
        anchor-name: --menu;
      }
      #menu-panel {
        position-anchor: --menu;
        padding: 6px;
      }
      slot {
        display: grid;
        min-width: 190px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <button id="menu" class="quiet" popovertarget="menu-panel" aria-haspopup="menu" aria-label="Menu" title="Menu" @keydown=${this.#open} @click=${this.#toggle}>${menu}</button>
      <div id="menu-panel" role="menu" aria-labelledby="menu" popover @keydown=${this.#key} @click=${this.#closing}>
        <slot @slotchange=${this.#name}></slot>
      </div>
    `;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("#menu")?.focus();
  }

  get #panel(): HTMLElement {
    return this.renderRoot.querySelector("#menu-panel") as HTMLElement;
  }

  get #items(): HTMLElement[] {
    return this.renderRoot.querySelector("slot")?.assignedElements() as HTMLElement[];
  }

  #name(): void {
    for (const item of this.#items) {
      item.role = "menuitem";
      item.tabIndex = -1;
    }
  }

  #open(event: KeyboardEvent): void {
    const place = { ArrowDown: 0, ArrowUp: -1 }[event.key];
    if (place === undefined) return;
    event.preventDefault();
    this.#panel.showPopover();
    this.#items.at(place)?.focus();
  }

  /** Not left to `popovertarget`: a key pressed before the browser tells that it is open would be lost. */
  #toggle(event: Event): void {
    event.preventDefault();
    this.#panel.togglePopover();
    if (this.#panel.matches(":popover-open")) this.#items[0]?.focus();
  }

  /** Esc and Tab close it: the focus is on its button then, from where Tab goes on. */
  #key(event: KeyboardEvent): void {
    if (event.key === "Escape") event.stopPropagation(); // it is for nothing else that Esc closes
    if (event.key === "Tab" || event.key === "Escape") this.#close();
    else walk(event, this.#items);
  }

  #close(): void {
    this.#panel.hidePopover();
    this.focus();
  }

  /** Before the pressed item acts: what it opens then gives the focus back to a button that is there. */
  readonly #closing = {
    capture: true,
    handleEvent: () => this.#close(),
  };
}

customElements.define("page-menu", PageMenu);
