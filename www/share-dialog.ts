import { css, html, type TemplateResult } from "lit";
import { encode } from "uqr";
import { copied } from "./clipboard";
import { download } from "./download";
import { png, type Shown, svg } from "./exports";
import type { Keeper } from "./keeper";
import { writeLink } from "./link";
import { Part } from "./part";
import { reason } from "./reason";
import { writeFile } from "./save-file";
import { controls, segments, sheets } from "./style";
import { count, list } from "./words";

/** Letters that a QR code may hold and still be read off a screen by a telephone: 93 modules a side. */
const LONGEST_CODE = 700;

/** How wide a code is about, CSS px: each module is a whole number of them, at least two, so that all are alike. */
const CODE_WIDTH = 160;

const NAMES: Record<Shown, string> = { pad: "Pad", curve: "Energy curve", graph: "Weight graph" };

/** The session as a link, as a file and as pictures; or as a figure for other pages. */
export class ShareDialog extends Part {
  static override properties = {
    ...Part.properties,
    keeper: { attribute: false },
    shown: { state: true },
    said: { state: true },
    embed: { state: true },
  };
  static override styles = [
    controls,
    segments,
    sheets,
    css`
      dialog {
        width: min(600px, calc(100vw - 24px));
      }
      .head {
        display: flex;
        align-items: flex-start;
        justify-content: space-between;
        margin-bottom: 12px;
      }
      section {
        padding: 12px 0;
      }
      section + section {
        border-top: 1px solid var(--line);
      }
      h3 {
        margin: 0 0 6px;
        font-size: 15px;
      }
      p {
        margin: 0;
        font-size: 14px;
        color: var(--muted);
        text-wrap: pretty;
      }
      .link {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0 20px;
      }
      .field {
        display: flex;
        gap: 8px;
        margin-bottom: 8px;
      }
      .field input {
        flex: 1;
        min-width: 0;
        text-overflow: ellipsis;
      }
      figure {
        margin: 0;
      }
      figcaption {
        font-size: 12px;
        line-height: 1.3;
        text-align: center;
        color: var(--muted);
      }
      /* Telephones read dark on light, whatever the colours around. */
      .code {
        display: block;
        width: auto;
        height: auto;
        margin: 0 auto 4px;
        border-radius: 8px;
        background: #fff;
        forced-color-adjust: none;
        fill: #000;
        stroke: none;
      }
      .pictures {
        display: grid;
        grid-template-columns: max-content max-content 1fr;
        gap: 6px 8px;
        align-items: center;
        font-size: 14px;
      }
      .pictures > .what {
        grid-column: 1;
        padding-right: 12px;
      }
      .pictures > p {
        grid-column: span 2;
      }
      .pictures button {
        justify-self: start;
      }
      .acts {
        margin-top: 8px;
      }
      @media (max-width: 520px) {
        .link {
          grid-template-columns: minmax(0, 1fr);
        }
        figure {
          margin: 12px auto 0;
        }
      }
    `,
  ];

  declare keeper: Keeper;
  /** Whether it is open. */
  declare shown: boolean;
  /** What came of the last press. */
  declare said: string;
  /** Whether it is about a figure for other pages. */
  declare embed: boolean;

  constructor() {
    super();
    this.shown = false;
    this.said = "";
    this.embed = false;
  }

  async open(): Promise<void> {
    this.shown = true;
    this.said = "";
    await this.updateComplete;
    const dialog = this.renderRoot.querySelector("dialog");
    if (!dialog?.open) dialog?.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog id="share-panel" aria-labelledby="share-title" @close=${() => {
      this.shown = false;
    }}>
      ${this.shown ? this.#content() : ""}
    </dialog>`;
  }

  #content(): TemplateResult {
    return html`
      <div class="head">
        <h2 id="share-title">Share what is here</h2>
        <form method="dialog"><button id="share-close">Close</button></form>
      </div>
      <div class="segments" role="group" aria-label="What for">
        <button id="share-here" aria-pressed=${!this.embed} @click=${() => {
          this.embed = false;
        }}>To show or keep</button>
        <button id="share-embed" aria-pressed=${this.embed} @click=${() => {
          this.embed = true;
        }}>For a page of yours</button>
      </div>
      ${this.embed ? html`<section><embed-section .session=${this.session}></embed-section></section>` : this.#here()}
    `;
  }

  #here(): TemplateResult {
    return html`${this.#link()} ${this.#file()} ${this.#pictures()}
      <p id="share-said" role="status">${this.said}</p>`;
  }

  // --- Link ---

  #link(): TemplateResult {
    const { setup, view } = this.keeper.saved();
    const { hash, left } = writeLink(setup, view);
    const url = address(hash);
    const missing = left.length > 0 ? ` It leaves out ${list(left).join("")}: a file keeps all of it.` : "";
    return html`<section class="link" aria-labelledby="share-link">
      <div>
        <h3 id="share-link">Link</h3>
        <div class="field">
          <input id="link" type="text" readonly aria-label="The link" .value=${url} @focus=${(event: Event & { target: HTMLInputElement }) => event.target.select()} />
          <button id="copy" class="primary" autofocus @click=${() => this.#copy(url)}>Copy</button>
        </div>
        <p id="link-told" class="numbers">Whoever opens it sees the same memories, the same start and the same run, flip for flip.
          ${count(url.length, "letter")}.${missing}</p>
      </div>
      ${this.#code(url)}
    </section>`;
  }

  /** The link as a QR code; if it is too long, what the run needs of it. */
  #code(url: string): TemplateResult {
    const { setup } = this.keeper.saved();
    const { hash, left } = writeLink(setup, {}, true);
    const short = url.length > LONGEST_CODE;
    const text = short ? address(hash) : url;
    if (text.length > LONGEST_CODE) return html`<p id="no-code">Too long for a QR code.</p>`;
    const { data, size } = encode(text, { ecc: "L", border: 4 });
    const width = size * Math.max(2, Math.round(CODE_WIDTH / size));
    const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])));
    const without = short && left.length > 0 ? ` Without ${list(left).join("")}.` : "";
    return html`<figure>
      <svg class="code" id="code" width=${width} height=${width} viewBox="0 0 ${size} ${size}" role="img" aria-label="The link as a QR code" shape-rendering="crispEdges">
        <path d=${path.join("")}></path>
      </svg>
      <figcaption>For a telephone’s camera.${without}</figcaption>
    </figure>`;
  }

  async #copy(url: string): Promise<void> {
    const field = this.renderRoot.querySelector<HTMLInputElement>("#link");
    // A field selects what it holds when it has the focus.
    const done = await copied(url, () => field?.focus());
    this.said = done
      ? "The link is copied."
      : "This browser does not let the page copy: the link is selected, press Ctrl+C, or hold it with a finger.";
  }

  // --- File ---

  #file(): TemplateResult {
    return html`<section aria-labelledby="share-file">
      <h3 id="share-file">File</h3>
      <p>Everything, sleep included, in a text file that people can read too. Drop it on the page to open it again.</p>
      <div class="acts">
        <button id="save-file" @click=${() => this.save()}>Save file</button>
        <button id="open-file" @click=${this.#choose}>Open file…</button>
      </div>
    </section>`;
  }

  #choose(): void {
    this.renderRoot.querySelector("dialog")?.close();
    this.dispatchEvent(new CustomEvent("choose"));
  }

  /** Gives the reader the session as a file. */
  save(): void {
    const text = writeFile(this.keeper.saved());
    download(new Blob([text], { type: "application/json" }), "hopfield-net.json");
    this.said = "Saved as hopfield-net.json, where your browser puts downloads.";
  }

  // --- Pictures ---

  #pictures(): TemplateResult {
    const { hasEnergy, hasCouplings } = this.session.network;
    const row = (what: Shown, possible: boolean, why: string, vector: boolean): TemplateResult =>
      html`<span class="what" id="export-${what}">${NAMES[what]}</span>
        ${
          possible
            ? html`<button id="png-${what}" aria-label="${NAMES[what]} as PNG" @click=${() => this.#export(what, "png")}>PNG</button>
                ${vector ? html`<button id="svg-${what}" aria-label="${NAMES[what]} as SVG" @click=${() => this.#export(what, "svg")}>SVG</button>` : html`<span></span>`}`
            : html`<p>${why}</p>`
        }`;
    return html`<section aria-labelledby="share-pictures">
      <h3 id="share-pictures">Pictures</h3>
      <div class="pictures">
        ${row("pad", true, "", true)} ${row("curve", hasEnergy, "This rule has no energy.", true)}
        ${row("graph", hasCouplings, "This rule makes no couplings.", false)}
      </div>
    </section>`;
  }

  async #export(what: Shown, kind: "png" | "svg"): Promise<void> {
    const root = this.shadowRoot;
    if (!root) return;
    const name = `hopfield-net-${what}.${kind}`;
    try {
      const made =
        kind === "svg" && what !== "graph"
          ? svg(this.session, what, root)
          : await png(this.session, what, root);
      download(made, name);
      this.said = `Saved as ${name}, where your browser puts downloads.`;
    } catch (error) {
      this.said = reason(error);
    }
  }
}

const address = (hash: string): string => `${location.href.replace(/#.*$/s, "")}${hash}`;

customElements.define("share-dialog", ShareDialog);
