import { css, html, LitElement, type TemplateResult } from "lit";
import { meaning, words } from "./glossary";
import { controls, dialogs, meanings } from "./style";

/** All words of the field, in a dialog for whoever calls `open`. */
export class GlossaryDialog extends LitElement {
  static override styles = [
    controls,
    dialogs,
    meanings,
    css`
      dialog {
        width: min(620px, calc(100vw - 24px));
      }
      section + section {
        margin-top: 14px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <dialog id="glossary" aria-labelledby="glossary-title">
        <div class="head">
          <h2 id="glossary-title">What the words mean</h2>
          <form method="dialog"><button autofocus>Close</button></form>
        </div>
        <div class="all" tabindex="0" role="group" aria-labelledby="glossary-title">
          ${words.map((word) => html`<section id="word-${word}">${meaning(word)}</section>`)}
        </div>
      </dialog>
    `;
  }

  open(): void {
    const dialog = this.renderRoot.querySelector("dialog");
    if (dialog && !dialog.open) dialog.showModal();
  }
}

customElements.define("glossary-dialog", GlossaryDialog);
