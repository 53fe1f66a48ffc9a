import { css, html, LitElement, type TemplateResult } from "lit";
import type { ImageDialog } from "./image-dialog";
import type { Keeper } from "./keeper";
import type { Notice } from "./notice";
import type { Player } from "./player";
import { clipped } from "./quote";
import { reason } from "./reason";

/** Bytes that a file may have before anybody reads it. */
const LARGEST_FILE = 20e6;

/**
 * Files that come in: dropped on the page, pasted, or chosen. A saved session is opened, an image becomes a picture.
 * Tells by the event `notice` what cannot be.
 */
export class FileDrop extends LitElement {
  static override properties = {
    keeper: { attribute: false },
    player: { attribute: false },
    over: { state: true },
    fetched: { state: true },
  };
  static override styles = css`
    .over {
      position: fixed;
      inset: 8px;
      z-index: 2;
      display: grid;
      place-items: center;
      border: 3px dashed var(--active);
      border-radius: 20px;
      background: color-mix(in srgb, var(--paper) 88%, transparent);
      font-size: 20px;
      font-weight: 650;
      pointer-events: none;
    }
  `;

  declare keeper: Keeper;
  declare player: Player;
  /** Whether files are being dragged over the page. */
  declare over: boolean;
  /** Whether the dialog for images is there. */
  declare fetched: boolean;
  #listeners = new AbortController();

  constructor() {
    super();
    this.over = false;
    this.fetched = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    document.addEventListener("dragover", this.#dragged, { signal });
    document.addEventListener("dragleave", this.#left, { signal });
    document.addEventListener("drop", this.#dropped, { signal });
    document.addEventListener("paste", this.#pasted, { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listeners.abort();
  }

  protected override render(): TemplateResult {
    return html`
      <input id="file" type="file" hidden accept=".json,application/json,image/*" @change=${this.#chosen} />
      ${this.over ? html`<div class="over">Drop an image or a saved session</div>` : ""}
      ${this.fetched ? html`<image-dialog .session=${this.keeper.session} .player=${this.player}></image-dialog>` : ""}
    `;
  }

  /** Lets the reader choose a file. */
  choose(): void {
    this.renderRoot.querySelector<HTMLInputElement>("#file")?.click();
  }

  #chosen(event: Event & { currentTarget: HTMLInputElement }): void {
    const input = event.currentTarget;
    const [file] = input.files ?? [];
    if (file) void this.#take(file);
    input.value = ""; // the same file can be chosen again
  }

  #dragged = (event: DragEvent): void => {
    if (ontoField(event)) return;
    event.preventDefault(); // else the browser would open the file in place of the page
    this.over = event.dataTransfer?.types.includes("Files") ?? false;
  };

  #left = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.over = false;
  };

  #dropped = (event: DragEvent): void => {
    if (ontoField(event)) return;
    event.preventDefault();
    this.over = false;
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void this.#take(file);
    else this.#say(`Only files can be dropped here: ${KINDS}.`);
  };

  #pasted = (event: ClipboardEvent): void => {
    const [file] = event.clipboardData?.files ?? [];
    if (!file) return;
    event.preventDefault();
    void this.#take(file);
  };

  async #take(file: File): Promise<void> {
    const name = clipped(file.name);
    if (file.type.startsWith("image/")) await this.#takeImage(file, name);
    else if (file.size > LARGEST_FILE) this.#say(`“${name}” is too large to be a saved session.`);
    else if (file.type === "application/json" || /\.json$/i.test(file.name)) {
      await this.#open(file, name);
    } else
      this.#say(`“${name}” is neither an image nor a saved session. What can be dropped here: ${KINDS}.`);
  }

  async #open(file: File, name: string): Promise<void> {
    let text: string;
    try {
      text = await file.text();
    } catch (error) {
      this.#say(`“${name}” cannot be read: ${reason(error)}.`);
      return;
    }
    this.keeper.openFile(text);
  }

  async #takeImage(file: File, name: string): Promise<void> {
    try {
      await import("./image-dialog");
      this.fetched = true;
      await this.updateComplete;
      await this.renderRoot.querySelector<ImageDialog>("image-dialog")?.open(file);
    } catch (error) {
      this.#say(`“${name}” cannot become a picture: ${reason(error)}.`);
    }
  }

  #say(text: string): void {
    this.dispatchEvent(new CustomEvent<Notice>("notice", { detail: { text } }));
  }
}

/** Words dragged into a field for text are the field's. */
const ontoField = (event: DragEvent): boolean =>
  event.composedPath()[0] instanceof HTMLInputElement && !event.dataTransfer?.types.includes("Files");

const KINDS = "an image (PNG, JPEG, GIF, WebP), or a session saved by this page (.json)";

customElements.define("file-drop", FileDrop);
