import { css, html, LitElement, type TemplateResult } from "lit";
import { menu } from "./icons";
import { returnFocus } from "./popover";
import { controls, popovers } from "./style";

/** What is seldom wanted, behind one button: the page puts its buttons inside. One that is pressed closes the menu. */
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
      #menu-panel {
        padding: 6px;
      }
      slot {
        display: grid;
        min-width: 190px;
      }
      @media (max-width: 359px) {
        #menu {
          width: 36px;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <button id="menu" class="quiet" popovertarget="menu-panel" aria-label="Menu" title="Menu">${menu}</button>
      <div id="menu-panel" popover @beforetoggle=${returnFocus} @click=${this.#closing}><slot></slot></div>
    `;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>("#menu")?.focus();
  }

  /** Before the pressed button acts: what it opens then gives the focus back to a button that is there. */
  readonly #closing = {
    capture: true,
    handleEvent: (event: Event) => {
      (event.currentTarget as HTMLElement).hidePopover();
      this.focus();
    },
  };
}

customElements.define("page-menu", PageMenu);
