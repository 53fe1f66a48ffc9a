import { css, html, type TemplateResult } from "lit";
import { redo, undo } from "./icons";
import { Part } from "./part";
import type { Player } from "./player";
import { controls } from "./style";
import { typing } from "./typing";

/** Undo and redo of every act, by button and by the keys that people know. */
export class ActButtons extends Part {
  static override properties = { ...Part.properties, player: { attribute: false } };
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
      }
      button {
        width: 40px;
        padding: 0;
      }
      @media (max-width: 359px) {
        button {
          width: 36px;
        }
      }
    `,
  ];

  declare player: Player;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("keydown", this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#key);
  }

  protected override render(): TemplateResult {
    const { undoable, redoable } = this.session;
    // Not disabled where there is nothing to do: that would take the keyboard's focus away.
    return html`
      <button id="undo" class="quiet" aria-label="Undo" title="Undo ${undoable ?? ""} (Ctrl+Z)"
        aria-disabled=${!undoable} @click=${() => this.#undo()}>${undo}</button>
      <button id="redo" class="quiet" aria-label="Redo" title="Redo ${redoable ?? ""} (Ctrl+Shift+Z)"
        aria-disabled=${!redoable} @click=${() => this.#redo()}>${redo}</button>
    `;
  }

  #undo(): void {
    this.player.pause();
    this.session.undo();
  }

  #redo(): void {
    this.player.pause();
    this.session.redo();
  }

  #key = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || typing(event)) return;
    const key = event.key.toLowerCase();
    const again = (key === "z" && event.shiftKey) || (key === "y" && !event.shiftKey);
    if (!again && key !== "z") return;
    event.preventDefault();
    if (again) this.#redo();
    else this.#undo();
  };
}

customElements.define("act-buttons", ActButtons);
