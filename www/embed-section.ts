import { css, html, type TemplateResult } from "lit";
import { copied } from "./clipboard";
import { CONTROLS, VIEWS } from "./element-attributes";
import { Part } from "./part";
import { controls, segments } from "./style";
import { type FigureLook, frameAddress, frameOf, tagOf } from "./tag";

/** What is said beside each box: the words of the attributes, for people. */
const WORDS: Record<string, string> = {
  pad: "the pad",
  energy: "the energy curve",
  verdict: "the sentence",
  memories: "the memories",
  why: "why a neuron flips",
  overlaps: "overlaps",
  weights: "weights",
  meaning: "what energy means",
  noise: "corrupt",
};

/** A frame's height until it has told its own, CSS px. */
const HEIGHT = 620;

/** The session as a figure for a page of one's own: what it shows, what its reader may do, how it looks, its code. */
export class EmbedSection extends Part {
  static override properties = {
    ...Part.properties,
    show: { state: true },
    allowed: { state: true },
    play: { state: true },
    width: { state: true },
    frame: { state: true },
    height: { state: true },
    said: { state: true },
  };
  static override styles = [
    controls,
    segments,
    css`
      :host {
        display: grid;
        gap: 12px;
        font-size: 14px;
      }
      p {
        margin: 0;
        color: var(--muted);
        text-wrap: pretty;
      }
      a {
        color: var(--ink);
      }
      fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0 14px;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: 650;
      }
      label {
        display: flex;
        align-items: center;
        gap: 6px;
        min-height: 32px;
        cursor: pointer;
      }
      input[type="checkbox"] {
        width: 17px;
        height: 17px;
        margin: 0;
        accent-color: var(--active);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 16px;
      }
      textarea {
        box-sizing: border-box;
        width: 100%;
        height: 96px;
        padding: 8px 10px;
        border: 1px solid var(--line);
        border-radius: 10px;
        background: var(--paper);
        color: var(--ink);
        font: 12px / 1.45 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
        resize: vertical;
      }
      .copy {
        border-color: var(--active);
        background: var(--active);
        color: var(--on-active);
        font-weight: 600;
        forced-color-adjust: none;
      }
      iframe {
        width: 100%;
        border: 1px dashed var(--line);
        border-radius: 10px;
      }
    `,
  ];

  declare show: ReadonlySet<string>;
  declare allowed: ReadonlySet<string>;
  declare play: boolean;
  declare width: number | undefined;
  /** Whether the code is that of a frame, not of the tag. */
  declare frame: boolean;
  declare height: number;
  declare said: string;

  constructor() {
    super();
    this.show = new Set(["pad", "energy", "verdict"]);
    this.allowed = new Set(["recall", "step", "reset", "noise"]);
    this.play = false;
    this.frame = false;
    this.height = HEIGHT;
    this.said = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("message", this.#heard);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("message", this.#heard);
  }

  protected override render(): TemplateResult {
    const { dreams, daydreams } = this.session.network;
    const asleep = dreams + daydreams > 0 ? " What it dreamt does not go along: a figure is awake." : "";
    return html`
      <p>A live figure with these memories, this start and this run, for a page of your own. The guide
        <a href="guide.html" target="_blank">for authors</a> has all the rest.${asleep}</p>
      ${this.#boxes("It shows", VIEWS, this.show, (show) => {
        this.show = show;
      })}
      ${this.#boxes("Its reader may", CONTROLS, this.allowed, (allowed) => {
        this.allowed = allowed;
      })}
      <div class="line">
        <label><input id="embed-play" type="checkbox" .checked=${this.play} @change=${(
          event: Event & { target: HTMLInputElement },
        ) => {
          this.play = event.target.checked;
        }} />plays once when seen</label>
        <label>Width
          <select id="embed-width" @change=${(event: Event & { target: HTMLSelectElement }) => {
            this.width = Number(event.target.value) || undefined;
          }}>
            <option value="">as its place</option>
            <option value="640">640 px</option>
            <option value="400">400 px</option>
          </select>
        </label>
        <div class="segments" role="group" aria-label="Which code">
          <button id="embed-tag" aria-pressed=${!this.frame} @click=${() => {
            this.frame = false;
          }}>Tag</button>
          <button id="embed-frame" aria-pressed=${this.frame} @click=${() => {
            this.frame = true;
          }}>Frame</button>
        </div>
      </div>
      <textarea id="embed-code" readonly aria-label="The code" .value=${this.#code} @focus=${(event: Event & { target: HTMLTextAreaElement }) => event.target.select()}></textarea>
      <div class="line">
        <button id="embed-copy" class="copy" @click=${this.#copy}>Copy the ${this.frame ? "frame" : "tag"}</button>
        <span role="status">${this.said}</span>
      </div>
      <iframe id="embed-preview" title="How the figure looks" height=${this.height} src=${frameAddress(this.session.setup(), this.#look, site())}></iframe>
    `;
  }

  #boxes(
    legend: string,
    all: readonly string[],
    chosen: ReadonlySet<string>,
    choose: (chosen: Set<string>) => void,
  ) {
    const toggled = (name: string): Set<string> => {
      const next = new Set(chosen);
      if (!next.delete(name)) next.add(name);
      return new Set(all.filter((each) => next.has(each))); // in their own order
    };
    return html`<fieldset>
      <legend>${legend}</legend>
      ${all.map(
        (name) =>
          html`<label><input type="checkbox" value=${name} .checked=${chosen.has(name)} @change=${() => choose(toggled(name))} />${WORDS[name] ?? name}</label>`,
      )}
    </fieldset>`;
  }

  get #look(): FigureLook {
    const { show, allowed, play, width } = this;
    return { show: [...show], controls: [...allowed], play, ...(width !== undefined && { width }) };
  }

  get #code(): string {
    const setup = this.session.setup();
    return this.frame ? frameOf(setup, this.#look, site(), this.height) : tagOf(setup, this.#look, site());
  }

  async #copy(): Promise<void> {
    const field = this.renderRoot.querySelector<HTMLTextAreaElement>("#embed-code");
    // A field selects what it holds when it has the focus.
    const done = await copied(this.#code, () => field?.focus());
    this.said = done ? "Copied." : "It is selected: press Ctrl+C, or hold it with a finger.";
  }

  /** The frame below tells how high it is. */
  #heard = ({ source, data }: MessageEvent): void => {
    const preview = this.renderRoot.querySelector<HTMLIFrameElement>("#embed-preview");
    if (!preview || source !== preview.contentWindow || data?.type !== "hopfield-net:height") return;
    if (Number.isFinite(data.height)) this.height = Math.max(100, Math.min(4000, Math.ceil(data.height)));
  };
}

/** Where the pages of this site lie. */
const site = (): URL => new URL(".", location.href.replace(/#.*$/s, ""));

customElements.define("embed-section", EmbedSection);
