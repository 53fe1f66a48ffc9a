import { css, html, LitElement, type TemplateResult } from "lit";
import { controls } from "./style";
import { typing } from "./typing";

const KEYS: { keys: string; does: string }[] = [
  { keys: "Tab", does: "go to the pad, the tools, Recall, the curve" },
  {
    keys: "Arrow keys",
    does: "on the pad: move; on the curve: travel in time; on the lenses: open the next",
  },
  { keys: "Space or Enter", does: "on the pad: flip the cell" },
  { keys: "Home, End", does: "on the pad: ends of the row; on the curve: start and end" },
  { keys: "Page Up, Page Down", does: "on the pad: top and bottom; on the curve: ten updates" },
  { keys: "Alt + arrow", does: "on a memory: move it along the shelf" },
  { keys: "Ctrl + Z, Ctrl + Shift + Z", does: "undo, redo" },
  { keys: "?", does: "this list" },
];

/** The keys, in a dialog that `?` opens, or whoever calls `open`. */
export class KeyHelp extends LitElement {
  static override styles = [
    controls,
    css`
      dialog {
        width: min(520px, calc(100vw - 24px));
        padding: 20px 24px;
        border: 1px solid var(--line);
        border-radius: 16px;
        background: var(--card);
        color: var(--ink);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 35%);
      }
      h2 {
        margin: 0 0 12px;
        font-size: 18px;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 8px 16px;
        margin: 0 0 16px;
      }
      dt {
        font-weight: 600;
      }
      dd {
        margin: 0;
        color: var(--muted);
      }
      @media (max-width: 420px) {
        dl {
          grid-template-columns: 1fr;
          gap: 0;
        }
        dd {
          margin-bottom: 8px;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#key);
  }

  protected override render(): TemplateResult {
    return html`
      <dialog id="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">By keyboard</h2>
        <dl>
          ${KEYS.map(({ keys, does }) => html`<dt>${keys}</dt><dd>${does}</dd>`)}
        </dl>
        <form method="dialog"><button>Close</button></form>
      </dialog>
    `;
  }

  open(): void {
    const dialog = this.renderRoot.querySelector("dialog");
    if (dialog && !dialog.open) dialog.showModal();
  }

  #key = (event: KeyboardEvent): void => {
    if (event.key === "?" && !typing(event)) this.open();
  };
}

customElements.define("key-help", KeyHelp);
