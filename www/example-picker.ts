import { css, html, type TemplateResult } from "lit";
import { contextOf } from "./canvas";
import { digits, type Example, letters } from "./examples";
import { grid } from "./icons";
import { Part } from "./part";
import { returnFocus } from "./popover";
import { controls, popovers } from "./style";
import { walk } from "./walk";

/** Side of an example's thumbnail, CSS px. */
const SIDE = 32;

/** Ready-made pictures: one click puts one on the pad. */
export class ExamplePicker extends Part {
  static override properties = { ...Part.properties, chosen: { state: true } };
  static override styles = [
    controls,
    popovers,
    css`
      :host {
        display: block;
      }
      .panel {
        width: min(500px, calc(100vw - 24px));
      }
      /* Beside the pad or under it, so that one sees what lands there. */
      @media (min-width: 1080px) {
        .panel {
          position-area: none;
          inset: 62px max(28px, 50vw - 632px) auto auto;
          margin: 0;
        }
      }
      @media (max-width: 699px) {
        .panel {
          position-area: none;
          inset: auto 12px 12px;
          margin: 0;
        }
      }
      #examples svg {
        display: none;
      }
      @media (max-width: 699px) {
        #examples svg {
          display: block;
        }
        #examples span {
          position: absolute;
          clip-path: inset(50%);
        }
      }
      h2 {
        margin: 0 0 6px;
        font-size: 13px;
        font-weight: 600;
        color: var(--muted);
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(42px, 1fr));
        gap: 4px;
        margin-bottom: 12px;
      }
      .grid button {
        min-height: 42px;
        padding: 0;
        border-color: transparent;
      }
      .grid button[aria-pressed="true"] {
        background: none;
        border-color: var(--ink);
      }
      canvas {
        width: ${SIDE}px;
        height: ${SIDE}px;
      }
      .foot {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        min-height: 40px;
      }
      p {
        margin: 0;
        color: var(--muted);
        font-size: 14px;
      }
    `,
  ];

  declare chosen: Example | undefined;

  protected override render(): TemplateResult {
    const { chosen } = this;
    return html`
      <button id="examples" class="quiet" popovertarget="examples-panel" title="Ready-made pictures">
        ${grid}<span>Examples</span>
      </button>
      <div class="panel" id="examples-panel" popover @beforetoggle=${returnFocus} @toggle=${this.#opened}>
        <div role="toolbar" aria-label="Ready-made pictures" @keydown=${walk}>
          <h2>Handwritten digits</h2>
          ${this.#grid(digits, "Handwritten digits")}
          <h2>Letters</h2>
          ${this.#grid(letters, "Letters")}
        </div>
        <div class="foot">
          <p>${chosen ? `${chosen.name} is on the pad.` : "Pick one to put it on the pad."}</p>
          ${chosen ? html`<button id="store-example" @click=${() => this.session.store()}>Store it</button>` : ""}
        </div>
      </div>
    `;
  }

  #grid(examples: readonly Example[], label: string): TemplateResult {
    const stop = this.chosen ?? digits[0];
    return html`<div class="grid" role="group" aria-label=${label}>
      ${examples.map(
        (example) =>
          html`<button
            id="example-${example.name}"
            aria-label=${example.name}
            title=${example.name}
            tabindex=${example === stop ? 0 : -1}
            ?autofocus=${example === stop}
            aria-pressed=${example === this.chosen}
            @click=${() => this.#choose(example)}
          >
            <canvas aria-hidden="true"></canvas>
          </button>`,
      )}
    </div>`;
  }

  #choose(example: Example): void {
    this.chosen = example;
    this.session.loadExample(example);
  }

  /** Thumbnails are painted when they come into view, in the colours of that moment. */
  #opened(event: ToggleEvent): void {
    if (event.newState !== "open") return;
    this.chosen = undefined;
    const examples = [...digits, ...letters];
    this.renderRoot.querySelectorAll("canvas").forEach((canvas, i) => {
      const example = examples[i];
      if (example) this.session.painting.example(contextOf(canvas, SIDE, SIDE), example, SIDE);
    });
  }
}

customElements.define("example-picker", ExamplePicker);
