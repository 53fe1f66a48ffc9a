// When the network breaks in the middle of an act: says so, and begins again with the session as it was kept last. A new page is
// the one start that brings nothing along of what is broken.
import { css, html, LitElement, type TemplateResult } from "lit";
import { broken } from "./core";
import { download } from "./download";
import { controls } from "./style";

/** What is left of a session: its text as it was kept last, empty if it broke as it was opened, and whether the page opens all of that again. */
export interface Left {
  text: string;
  safe: boolean;
}

/**
 * Puts the panel in the place of the page when the network breaks. `abandon` lets go of it, and tells what is left. Returns what
 * ends that.
 */
export function onBreak(abandon: () => Left): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  const hear = (error: unknown): void => {
    if (!broken(error)) return;
    ends.abort();
    const panel = new RescuePanel();
    panel.left = abandon();
    panel.why = (error as Error).message;
    document.body.replaceChildren(panel);
  };
  window.addEventListener("error", ({ error }) => hear(error), { signal });
  window.addEventListener("unhandledrejection", ({ reason }) => hear(reason), { signal });
  return () => ends.abort();
}

const SAFE = "Your memories are safe: it starts again with everything as this browser kept it last.";
const UNSAFE =
  "This browser could not keep your session. Save it as a file first: what the address tells is all that it starts again with.";

/** In the place of the page, once the network is broken. */
export class RescuePanel extends LitElement {
  static override properties = { why: {}, left: {} };
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        max-width: min(560px, 100vw - 80px);
        margin: 12vh auto;
        padding: 20px 24px;
        border: 1px solid var(--line);
        border-radius: 16px;
        background: var(--card);
      }
      h1 {
        margin: 0 0 8px;
        font-size: 18px;
      }
      p {
        margin: 0;
        text-wrap: pretty;
      }
      .why {
        color: var(--muted);
        font-size: 14px;
        overflow-wrap: anywhere;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin: 14px 0;
      }
      .primary {
        border-color: var(--active);
        background: var(--active);
        color: var(--on-active);
        font-weight: 600;
        forced-color-adjust: none;
      }
    `,
  ];

  /** What the browser says of the error. */
  declare why: string;
  declare left: Left;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>("#again")?.focus();
  }

  protected override render(): TemplateResult {
    return html`<main>
      <div role="alert">
        <h1>The network has stopped</h1>
        <p>
          ${
            this.left.text
              ? `An error inside it broke it off. ${this.left.safe ? SAFE : UNSAFE}`
              : "It broke as it opened what the link shows or what this browser kept of your last visit. Nothing kept is lost: it stays among the earlier sessions in the menu, and what broke it is not opened again unasked."
          }
        </p>
      </div>
      <p class="acts">
        <button id="again" class="primary" @click=${this.#again}>Start the network again</button>
        ${this.left.text ? html`<button id="save-kept" @click=${this.#save}>Save your session as a file</button>` : ""}
      </p>
      <p class="why">The browser says: ${this.why}</p>
    </main>`;
  }

  #again(): void {
    // A link may have broken it too.
    if (!this.left.text) history.replaceState(history.state, "", location.pathname);
    location.reload();
  }

  #save(): void {
    download(new Blob([this.left.text], { type: "application/json" }), "hopfield-net.json");
  }
}

customElements.define("rescue-panel", RescuePanel);
