import { css, html, LitElement, type TemplateResult } from "lit";
import { close } from "./icons";
import type { Notice } from "./notice";
import { controls } from "./style";

/**
 * A notice under the header, beside what one works with, or over the foot of a narrow page, until it is closed or another comes.
 * One that offers something is there again when those that came after it are closed.
 */
export class PageNotice extends LitElement {
  static override properties = { notices: { state: true } };
  static override styles = [
    controls,
    css`
      .notice {
        position: fixed;
        inset: auto 12px 12px;
        z-index: 1;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        max-width: 620px;
        margin: 0 auto;
        padding: 10px 52px 10px 18px;
        border: 1px solid var(--edge);
        border-radius: 16px;
        background: var(--card);
        box-shadow: 0 8px 30px rgb(0 0 0 / 16%);
      }
      @media (min-width: 1080px) {
        .notice {
          inset: 70px max(28px, (100vw - 1624px) / 2) auto auto;
          max-width: 420px;
          margin: 0;
        }
      }
      p {
        flex: 1 1 260px;
        margin: 0;
        overflow-wrap: anywhere;
        text-wrap: pretty;
      }
      #close-notice {
        position: absolute;
        inset: 6px 6px auto auto;
        width: 40px;
        padding: 0;
      }
    `,
  ];

  /** The newest first; only that is shown. */
  declare notices: Notice[];

  constructor() {
    super();
    this.notices = [];
  }

  protected override render(): TemplateResult {
    const [notice] = this.notices;
    return html`<div role="status">
      ${
        notice
          ? html`<div class="notice">
              <p id="notice">${notice.text}</p>
              ${notice.action ? html`<button id="notice-action" @click=${this.#act}>${notice.action.name}</button>` : ""}
              <button id="close-notice" class="quiet" aria-label="Close" title="Close" @click=${this.#close}>${close}</button>
            </div>`
          : ""
      }
    </div>`;
  }

  show(notice: Notice): void {
    this.notices = [notice, ...this.notices.filter(({ action }) => action)];
  }

  #act(): void {
    const [notice] = this.notices;
    this.#close();
    notice?.action?.act();
  }

  #close(): void {
    this.notices = this.notices.slice(1);
  }
}

customElements.define("page-notice", PageNotice);
