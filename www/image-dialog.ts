import { css, html, type TemplateResult } from "lit";
import { contextOf } from "./canvas";
import { decoded, type Grey, shrunk, thresholded, wantsCut } from "./image-import";
import { Part } from "./part";
import type { Picture } from "./pictures";
import type { Player } from "./player";
import { controls, sheets } from "./style";

/** Side of the previews, CSS px. */
const SIDE = 200;

/** An image on its way to the pad or to the memories: what it becomes is seen, and can be chosen, before. */
export class ImageDialog extends Part {
  static override properties = {
    ...Part.properties,
    player: { attribute: false },
    grey: { state: true },
    threshold: { state: true },
    light: { state: true },
    cut: { state: true },
  };
  static override styles = [
    controls,
    sheets,
    css`
      dialog {
        width: min(500px, calc(100vw - 24px));
      }
      .previews {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 16px;
        margin-bottom: 12px;
      }
      figure {
        margin: 0;
      }
      figcaption {
        font-size: 13px;
        color: var(--muted);
      }
      canvas {
        display: block;
        width: 100%;
        max-width: ${SIDE}px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 40px;
      }
      input[type="range"] {
        flex: 1;
        min-width: 60px;
        margin: 0;
        accent-color: var(--active);
      }
      input[type="checkbox"] {
        width: 18px;
        height: 18px;
        margin: 0;
        accent-color: var(--active);
      }
    `,
  ];

  declare player: Player;
  /** The image on the grid, while the dialog is open. */
  declare grey: Grey | undefined;
  declare threshold: number;
  /** Whether light cells are the active ones. */
  declare light: boolean;
  /** Whether the empty edges of the image are cut off. */
  declare cut: boolean;
  #image: ImageBitmap | undefined;

  constructor() {
    super();
    this.threshold = 0;
    this.light = false;
    this.cut = false;
  }

  /** Opens with an image. Throws an Error in words for the reader if it is none. */
  async open(file: Blob): Promise<void> {
    const image = await decoded(file);
    this.#image?.close();
    this.#image = image;
    this.#shrink(wantsCut(image));
    await this.updateComplete;
    this.#dialog?.showModal();
  }

  /** Puts the image on the grid; what is on begins as what stands out from the ground. */
  #shrink(cut: boolean): void {
    if (!this.#image) return;
    this.cut = cut;
    this.grey = shrunk(this.#image, this.session.network, cut);
    this.threshold = this.grey.threshold;
    this.light = this.grey.edge < this.threshold;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector("dialog");
  }

  protected override render(): TemplateResult {
    const { grey } = this;
    return html`<dialog id="image" aria-labelledby="image-title" @close=${this.#closed}>${grey ? this.#content() : ""}</dialog>`;
  }

  #content(): TemplateResult {
    const { rows, columns } = this.session.network;
    return html`
      <h2 id="image-title">An image becomes a picture</h2>
      <div class="previews">
        <figure><canvas id="image-source" role="img" aria-label="The image"></canvas><figcaption>The image</figcaption></figure>
        <figure>
          <canvas id="image-picture" role="img" aria-label="What it becomes"></canvas>
          <figcaption>On ${rows} by ${columns} cells</figcaption>
        </figure>
      </div>
      <label>Threshold
        <input id="image-threshold" type="range" min="0" max="256" step="0.5" .value=${String(this.threshold)}
          aria-valuetext=${this.#told()}
          @input=${(event: Event & { target: HTMLInputElement }) => {
            this.threshold = event.target.valueAsNumber;
          }} />
      </label>
      <label>
        <input id="image-invert" type="checkbox" .checked=${this.light} @change=${(
          event: Event & { target: HTMLInputElement },
        ) => {
          this.light = event.target.checked;
        }} />
        Light on dark: cells are on where the image is light
      </label>
      <label>
        <input id="image-cut" type="checkbox" .checked=${this.cut} @change=${(event: Event & { target: HTMLInputElement }) => this.#shrink(event.target.checked)} />
        Cut off the empty edges
      </label>
      <div class="acts">
        <button id="image-store" class="primary" autofocus @click=${() => this.#done((picture) => this.session.store(picture))}>Store it</button>
        <button id="image-load" @click=${() => this.#done((picture) => this.session.load(picture, "an image"))}>Put on the pad</button>
        <button id="image-cancel" class="quiet" @click=${() => this.#dialog?.close()}>Cancel</button>
      </div>
    `;
  }

  #told(): string {
    const on = this.#picture?.filter((cell) => cell === 1).length ?? 0;
    return `${on} of ${this.session.network.cells} cells on`;
  }

  get #picture(): Picture | undefined {
    return this.grey && thresholded(this.grey, this.threshold, this.light, this.session.network);
  }

  #done(act: (picture: Picture) => void): void {
    const picture = this.#picture;
    this.#dialog?.close();
    if (!picture) return;
    this.player.pause();
    act(picture);
  }

  #closed(): void {
    this.#image?.close();
    this.#image = undefined;
    this.grey = undefined;
  }

  protected override paint(): void {
    const [source, target] = this.renderRoot.querySelectorAll("canvas");
    const picture = this.#picture;
    if (!source || !target || !picture || !this.#image) return;
    const { rows, columns } = this.session.network;
    const width = SIDE * Math.min(1, columns / rows);
    const height = (width * rows) / columns;
    for (const canvas of [source, target]) canvas.style.aspectRatio = `${width} / ${height}`;
    this.session.painting.picture(contextOf(target, width, height), picture, width);
    const context = contextOf(source, width, height);
    context.clearRect(0, 0, width, height);
    context.imageSmoothingQuality = "high";
    const scale = Math.min(width / this.#image.width, height / this.#image.height);
    const [across, down] = [this.#image.width * scale, this.#image.height * scale];
    context.drawImage(this.#image, (width - across) / 2, (height - down) / 2, across, down);
  }
}

customElements.define("image-dialog", ImageDialog);
