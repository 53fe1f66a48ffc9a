import { css, html, LitElement, type TemplateResult } from "lit";
import { controls, dialogs } from "./style";

const KEYS: { where: string; keys: { keys: string; does: string }[] }[] = [
  {
    where: "Everywhere",
    keys: [
      { keys: "Tab, Shift + Tab", does: "go on, go back" },
      { keys: "Enter or Space", does: "press what one is at" },
      { keys: "Esc", does: "close what is open, make a large lens small" },
      { keys: "Ctrl + Z", does: "undo" },
      { keys: "Ctrl + Shift + Z, Ctrl + Y", does: "redo" },
      { keys: "?", does: "this list" },
    ],
  },
  {
    where: "On the pad",
    keys: [
      { keys: "Arrow keys", does: "move from cell to cell" },
      { keys: "Enter or Space", does: "flip the cell" },
      { keys: "Home, End", does: "the ends of the row; with Ctrl, of the pad" },
      { keys: "Page Up, Page Down", does: "the ends of the column" },
    ],
  },
  {
    where: "On the curve",
    keys: [
      { keys: "Arrow keys", does: "one update back or on" },
      { keys: "Page Up, Page Down", does: "ten updates on or back" },
      { keys: "Home, End", does: "the start, the end" },
    ],
  },
  {
    where: "On a memory",
    keys: [{ keys: "Alt + arrow", does: "move it along the shelf" }],
  },
  {
    where: "On the lenses, in a menu or list, on a slider",
    keys: [
      { keys: "Arrow keys", does: "the next one, the one before" },
      { keys: "Home, End", does: "on lenses, in menus, on sliders: the first, the last" },
    ],
  },
];

/** The keys, in a dialog that `?` opens, or whoever calls `open`. */
export class KeyHelp extends LitElement {
  static override styles = [
    controls,
    dialogs,
    css`
      dialog {
        width: min(560px, calc(100vw - 24px));
      }
      h3 {
        margin: 14px 0 4px;
        font-size: 13px;
        font-weight: 600;
        color: var(--muted);
      }
      h3:first-child {
        margin-top: 0;
      }
      dl {
        display: grid;
        grid-template-columns: 225px 1fr;
        gap: 4px 16px;
        margin: 0;
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
          margin-bottom: 6px;
        }
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <dialog id="keys" aria-labelledby="keys-title">
        <div class="head">
          <h2 id="keys-title">By keyboard</h2>
          <form method="dialog"><button autofocus>Close</button></form>
        </div>
        <div class="all" tabindex="0" role="group" aria-labelledby="keys-title">
          ${KEYS.map(
            ({ where, keys }) =>
              html`<h3>${where}</h3>
                <dl>${keys.map(({ keys, does }) => html`<dt>${keys}</dt><dd>${does}</dd>`)}</dl>`,
          )}
        </div>
      </dialog>
    `;
  }

  open(): void {
    const dialog = this.renderRoot.querySelector("dialog");
    if (dialog && !dialog.open) dialog.showModal();
  }
}

customElements.define("key-help", KeyHelp);
