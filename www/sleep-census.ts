import { css, html, type PropertyValues, type TemplateResult } from "lit";
import { Part } from "./part";
import { reason } from "./reason";
import type { Setup } from "./setup";
import { bar, barStyles, legend } from "./share-bar";
import { controls, hues } from "./style";
import { changeSince } from "./survey-changes";
import { survey } from "./surveyor";
import type { Found } from "./surveys";
import { grouped } from "./words";

const STARTS = 2_000;
const SEED = 1n;
/** So long nothing must have changed, in ms, before it is worth asking. */
const CALM = 250;
const HEIGHT = 14;

interface Census {
  setup: Setup;
  found: Found["census"];
}

/** Where random starts end, awake and asleep: what sleep does to the whole landscape. */
export class SleepCensus extends Part {
  static override properties = {
    ...Part.properties,
    awake: { state: true },
    asleep: { state: true },
    found: { state: true },
    trouble: { state: true },
  };
  static override styles = [
    controls,
    hues,
    barStyles,
    css`
      :host {
        display: grid;
        gap: 4px;
        font-size: 13px;
      }
      p {
        margin: 0;
        text-wrap: pretty;
      }
      .night {
        display: grid;
        grid-template-columns: 48px minmax(0, 1fr);
        gap: 0 8px;
      }
      /* While it is counted anew: the bar alone, for words must stay legible. */
      .old > .bar {
        opacity: 0.5;
      }
      .night > .bar {
        align-self: center;
        height: ${HEIGHT}px;
      }
      .night .legend {
        grid-column: 2;
        gap: 0 12px;
        font-size: 12px;
      }
    `,
  ];

  /** What was found last; it may be of a landscape that has changed since. */
  declare awake: Census | undefined;
  declare asleep: Census | undefined;
  /** The revision of which both tell. */
  declare found: number;
  declare trouble: string;
  #asked = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #cancel: AbortController | undefined;

  constructor() {
    super();
    this.found = -1;
    this.trouble = "";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#supersede();
    this.#asked = -1;
  }

  /** A run on the pad, which tells of itself in every frame, changes nothing here. */
  protected override shouldUpdate(changed: PropertyValues): boolean {
    return changed.size > 0 || this.session.revision !== this.#asked;
  }

  protected override willUpdate(): void {
    const { revision } = this.session;
    if (revision === this.#asked) return;
    this.#asked = revision;
    this.#supersede();
    this.#timer = setTimeout(() => void this.#ask(), CALM);
  }

  #supersede(): void {
    clearTimeout(this.#timer);
    this.#cancel?.abort();
  }

  async #ask(): Promise<void> {
    const cancel = new AbortController();
    this.#cancel = cancel;
    const { revision } = this.session;
    const setup = this.session.setup();
    const { slept, ...awake } = setup;
    try {
      this.awake = await census(this.awake, awake, cancel.signal);
      this.asleep = slept && (await census(this.asleep, setup, cancel.signal));
      this.found = revision;
      this.trouble = "";
    } catch (error) {
      if (!cancel.signal.aborted) this.trouble = reason(error);
    }
  }

  protected override render(): TemplateResult {
    const { dreams, daydreams } = this.session.network;
    const sleeps = dreams + daydreams > 0;
    if (this.trouble) return html`<p role="alert">${this.trouble}</p>`;
    return html`
      <p class="numbers">Where ${grouped(STARTS)} random starts end${this.awake ? ":" : "…"}</p>
      ${this.#night("awake", this.awake)} ${sleeps ? this.#night("asleep", this.asleep) : ""}
    `;
  }

  #night(id: string, census: Census | undefined): TemplateResult | string {
    if (!census) return "";
    const { setup, found } = census;
    const labels = { label: (index: number) => setup.memories[index] ?? { name: "", hue: 0 } };
    const old = this.found !== this.session.revision;
    return html`<div id="census-${id}" class="night ${old ? "old" : ""}" aria-busy=${old}>
      <span>${id}</span>
      <svg class="bar" viewBox="0 0 400 ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${bar(found, labels, 400, HEIGHT)}</svg>
      ${legend(found.shares)}
    </div>`;
  }
}

/** The census of a setup: the one that is known, if it is of the same landscape. */
async function census(known: Census | undefined, setup: Setup, signal: AbortSignal): Promise<Census> {
  if (known && changeSince(known.setup, setup, "landscape") === undefined) return known;
  const found = await survey({ kind: "census", setup, seed: SEED, starts: STARTS }, () => {}, signal);
  return { setup, found };
}

customElements.define("sleep-census", SleepCensus);
