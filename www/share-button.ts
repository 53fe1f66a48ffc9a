import { css, html, LitElement, type TemplateResult } from "lit";
import { share } from "./icons";
import type { Keeper } from "./keeper";
import type { Notice } from "./notice";
import { reason } from "./reason";
import type { ShareDialog } from "./share-dialog";
import { controls } from "./style";

/**
 * Opens the dialog in which the session is shared, which is fetched when it is first wanted.
 * Tells by the event `choose` that the reader wants to open a file, and by `notice` what went wrong.
 */
export class ShareButton extends LitElement {
  static override properties = { keeper: { attribute: false }, fetched: { state: true } };
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      #share svg {
        display: none;
      }
      @media (max-width: 699px) {
        #share svg {
          display: block;
        }
        #share span {
          position: absolute;
          clip-path: inset(50%);
        }
      }
    `,
  ];

  declare keeper: Keeper;
  /** Whether the dialog is there. */
  declare fetched: boolean;

  constructor() {
    super();
    this.fetched = false;
  }

  protected override render(): TemplateResult {
    return html`
      <button id="share" class="quiet" aria-haspopup="dialog" title="A link, a file, pictures" @click=${() => this.#use((dialog) => dialog.open())}>
        ${share}<span>Share</span>
      </button>
      ${
        this.fetched
          ? html`<share-dialog .session=${this.keeper.session} .keeper=${this.keeper} @choose=${() => this.dispatchEvent(new CustomEvent("choose"))}></share-dialog>`
          : ""
      }
    `;
  }

  /** Gives the reader the session as a file. */
  save(): void {
    void this.#use((dialog) => dialog.save());
  }

  async #use(act: (dialog: ShareDialog) => unknown): Promise<void> {
    try {
      await Promise.all([import("./share-dialog"), import("./embed-section")]);
      this.fetched = true;
      await this.updateComplete;
      const dialog = this.renderRoot.querySelector<ShareDialog>("share-dialog");
      if (dialog) await act(dialog);
    } catch (error) {
      const text = `What is needed for sharing could not be fetched. Check the connection and try again. (${reason(error)})`;
      this.dispatchEvent(new CustomEvent<Notice>("notice", { detail: { text } }));
    }
  }
}

customElements.define("share-button", ShareButton);
