// What the four surveys of the panel have in common: settings, a button that asks, progress, what was found, and files of it.
import { html, type PropertyValues, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { Resized } from "./canvas";
import { colours } from "./colours";
import { intoView, scrollerOf } from "./into-view";
import type { Labels, Words } from "./naming";
import { Part } from "./part";
import { reason } from "./reason";
import { A_SEED, seedOf } from "./seed";
import { type Concern, changeSince } from "./survey-changes";
import { csv, savePicture, saveText } from "./survey-export";
import { type Finding, type Findings, surveysOf } from "./survey-findings";
import type { Ask, Survey } from "./surveys";
import { grouped } from "./words";

/** What was found as a table; the words about it say what its columns mean and in which units. */
export interface Table {
  about: string[];
  columns: string[];
  rows: (string | number)[][];
}

/** One kind of survey. */
export abstract class SurveyView<K extends Survey> extends Part {
  static override properties = {
    ...Part.properties,
    seed: { state: true },
    unsaved: { state: true },
    refused: { state: true },
  };

  /** The seed of the next survey. */
  declare seed: bigint;
  /** Why a file could not be made. */
  declare unsaved: string;
  /** What was typed into which field and is no number that it takes. */
  declare refused: ReadonlyMap<string, { text: string; said: string }>;
  /** What was shown, and how far down, when the survey under way was asked for. */
  #asked: { last: Finding<K> | undefined; top: number } | undefined;
  #forget: (() => void) | undefined;
  #checked: { revision: number; finding: Finding<K>; change: string | undefined } | undefined;

  /** All that decides what is shown besides the settings. */
  #shows: unknown[] = [];

  constructor() {
    super();
    this.seed = 1n;
    this.unsaved = "";
    this.refused = new Map();
    new Resized(this);
  }

  /** Which survey it is. */
  protected abstract readonly kind: K;
  /** What its samples are called, and how one speaks of what it found before. */
  protected abstract readonly samples: string;
  protected abstract readonly old: string;
  /** The question it answers, in a sentence. */
  protected abstract readonly about: string;
  /** Memories without which there is nothing to ask. */
  protected readonly needs: number = 1;

  /** The question as the settings put it. */
  protected abstract question(): Omit<Ask<K>, "setup" | "seed">;
  protected abstract settings(): TemplateResult;
  protected abstract summary(finding: Finding<K>): Words;
  protected abstract result(finding: Finding<K>): TemplateResult;
  protected abstract table(finding: Finding<K>): Table;
  protected abstract picture(finding: Finding<K>): HTMLCanvasElement;

  /** What is written to a file: by default the table shown. */
  protected file(finding: Finding<K>): Table {
    return this.table(finding);
  }

  /** How many samples there were and are to be, of all that the core goes through. */
  protected counted({ done, total }: Finding<K>): { done: number; total: number } {
    return { done, total };
  }

  protected concern(_finding: Finding<K>): Concern {
    return "landscape";
  }

  protected get findings(): Findings<K> {
    return surveysOf(this.session).of(this.kind);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#forget = this.findings.subscribe(() => this.requestUpdate());
    if (this.findings.last) this.adopt(this.findings.last);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget?.();
  }

  /** Sets the settings as they were for what was found. */
  protected adopt({ question }: Finding<K>): void {
    this.seed = question.seed;
  }

  /** Who knows the names of the memories that were surveyed. */
  protected labels(finding: Finding<K>): Labels {
    if (this.changed(finding) === undefined) return this.session;
    const { memories } = finding.question.setup;
    return { label: (index) => memories[index] ?? { name: `memory ${index + 1}`, hue: 0 } };
  }

  /** What has changed since; undefined if nothing that matters. */
  protected changed(finding: Finding<K>): string | undefined {
    const { revision } = this.session;
    if (this.#checked?.revision !== revision || this.#checked.finding !== finding) {
      const change = changeSince(finding.question.setup, this.session.setup(), this.concern(finding));
      this.#checked = { revision, finding, change };
    }
    return this.#checked.change;
  }

  /** Whether a picture found fits the pad. */
  protected fits({ question: { setup } }: Finding<K>): boolean {
    const { rows, columns } = this.session.network;
    return setup.rows === rows && setup.columns === columns;
  }

  /** A run on the pad, which tells of itself in every frame, changes nothing here. */
  protected override shouldUpdate(changed: PropertyValues): boolean {
    const { last, running, trouble } = this.findings;
    const { revision } = this.session;
    const shows = [revision, last, running, trouble, this.clientWidth, window.devicePixelRatio];
    const same = changed.size === 0 && shows.every((value, i) => value === this.#shows[i]);
    this.#shows = shows;
    return !same;
  }

  protected override render(): TemplateResult {
    const { last, running } = this.findings;
    const missing = this.needs - this.session.network.memoryCount;
    const asks =
      missing > 0
        ? html`<p id="too-few">${this.about} It remembers ${missing === this.needs ? "nothing yet" : "too little"}: draw something, then store it.</p>`
        : html`<form novalidate @submit=${this.#submit}>
            ${this.settings()}
            <label>Seed
              <input id="survey-seed" class="numbers" type="text" inputmode="numeric" autocomplete="off"
                .value=${this.#typed("survey-seed", this.seed)} aria-invalid=${this.refused.has("survey-seed")} aria-describedby="survey-refused" @change=${this.#setSeed} />
            </label>
            <button id="survey">${running ? "Cancel" : "Survey"}</button>
            <p id="survey-refused" role="status">${[...this.refused.values()].map(({ said }) => said).join(" ")}</p>
          </form>`;
    return html`${asks}${this.#state()}${last ? html`<div class="result">${this.result(last)}</div>${guard([last, this.unsaved], () => this.#files(last))}` : ""}`;
  }

  #state(): TemplateResult {
    const { last, running, trouble } = this.findings;
    const change = last && !running ? this.changed(last) : undefined;
    return html`
      ${running ? this.#progress(running.total > 0 && last ? this.counted(last) : running) : ""}
      ${trouble ? html`<p id="survey-trouble" role="alert">${trouble}</p>` : ""}
      <p role="status" id="survey-summary" class="numbers">${last && !running ? this.#told(last) : ""}</p>
      ${!last && !running && !trouble && this.session.network.memoryCount >= this.needs ? html`<p>${this.about}</p>` : ""}
      ${change ? html`<p id="stale">${this.old} of before ${change}: survey again.</p>` : ""}
    `;
  }

  #told(finding: Finding<K>): Words {
    const { done, total } = this.counted(finding);
    const stopped =
      done < total ? `Stopped after ${grouped(done)} of ${grouped(total)} ${this.samples}. ` : "";
    return html`${stopped}${this.summary(finding)}`;
  }

  #progress({ done, total }: { done: number; total: number }): TemplateResult {
    // Without a value it says that something goes on, not how far it is.
    return html`<div class="progress numbers">
      ${
        total === 0
          ? html`<progress aria-label="Progress of the survey"></progress>Beginning…`
          : html`<progress aria-label="Progress of the survey" max=${total} .value=${done}></progress>${grouped(done)} of ${grouped(total)} ${this.samples}`
      }
    </div>`;
  }

  #files(finding: Finding<K>): TemplateResult {
    const { columns, rows } = this.table(finding);
    const cell = (value: string | number): string =>
      typeof value === "string" ? value : String(Math.round(value * 1e4) / 1e4);
    return html`
      <details>
        <summary>The same as a table</summary>
        <div class="scrolls" tabindex="0" role="region" aria-label="What was found, as a table">
          <table class="numbers">
            <thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
            <tbody>${rows.map((row) => html`<tr>${row.map((value) => html`<td>${cell(value)}</td>`)}</tr>`)}</tbody>
          </table>
        </div>
      </details>
      <div class="files">
        <button id="save-csv" class="quiet" @click=${() => this.#saveTable(finding)}>Save as CSV</button>
        <button id="save-png" class="quiet" @click=${() => this.#savePicture(finding)}>Save as PNG</button>
        <span class="numbers">Seed ${String(finding.question.seed)}</span>
      </div>
      ${this.unsaved ? html`<p role="alert">${this.unsaved}</p>` : ""}
    `;
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.findings.running) {
      this.findings.cancel();
      return;
    }
    if (this.refused.size > 0) {
      this.renderRoot.querySelector<HTMLElement>(`#${[...this.refused.keys()][0]}`)?.focus();
      return;
    }
    this.#asked = { last: this.findings.last, top: this.#scrolled };
    // What was asked of a generic kind is of that kind.
    const question = { setup: this.session.setup(), seed: this.seed, ...this.question() };
    void this.findings.begin(question as unknown as Ask<K>);
  };

  #setSeed(event: Event & { target: HTMLInputElement }): void {
    const text = event.target.value.trim();
    const seed = seedOf(text);
    if (seed !== undefined) this.seed = seed;
    this.#settle("survey-seed", text, seed !== undefined, `A seed is ${A_SEED}`);
  }

  /** A field for a whole number; what is none, or too small or large, is refused in words. */
  protected field(
    id: string,
    words: string,
    [min, max]: [number, number],
    value: number,
    set: (value: number) => void,
  ): TemplateResult {
    const change = ({ target }: Event & { target: HTMLInputElement }): void => {
      const number = target.valueAsNumber;
      const takes = Number.isInteger(number) && number >= min && number <= max;
      if (takes) set(number);
      this.#settle(id, target.value, takes, `“${words}” takes a whole number from ${min} to ${grouped(max)}`);
    };
    return html`<label>${words}
      <input id=${id} class="numbers" type="number" min=${min} max=${max} .value=${this.#typed(id, value)}
        aria-invalid=${this.refused.has(id)} aria-describedby="survey-refused" @change=${change} />
    </label>`;
  }

  #typed(id: string, value: number | bigint): string {
    return this.refused.get(id)?.text ?? String(value);
  }

  /** A field's refusal stands until the field is mended. */
  #settle(id: string, text: string, takes: boolean, said: string): void {
    const came = text === "" ? "" : `, not ${text.replace("-", "−")}`;
    const refused = new Map(this.refused);
    if (takes) refused.delete(id);
    else refused.set(id, { text, said: `${said}${came}.` });
    this.refused = refused;
  }

  #saveTable(finding: Finding<K>): void {
    const { about, columns, rows } = this.file(finding);
    const { question } = finding;
    const { done, total } = this.counted(finding);
    const asked = `${grouped(done)} of ${grouped(total)} ${this.samples}.`;
    saveText(`${this.kind}.csv`, csv(question, [...about, asked], columns, rows));
  }

  async #savePicture(finding: Finding<K>): Promise<void> {
    this.unsaved = "";
    try {
      await savePicture(`${this.kind}.png`, this.picture(finding));
    } catch (error) {
      this.unsaved = reason(error);
    }
  }

  protected override paint(): void {
    const { last } = this.findings;
    if (last) this.show(last);
    this.#bring();
  }

  /** Shows what a survey has found, unless somebody has scrolled meanwhile. */
  #bring(): void {
    const { last, running } = this.findings;
    if (!this.#asked || running) return;
    const { last: before, top } = this.#asked;
    this.#asked = undefined;
    const box = scrollerOf(this);
    const [summary, result] = this.renderRoot.querySelectorAll("#survey-summary, .result");
    const figure = this.renderRoot.querySelector(".chart, #map") ?? summary;
    if (last !== before && box && this.#scrolled === top && summary && figure)
      intoView(box, summary, result, figure);
  }

  /** How far down one has scrolled, here and on the page, CSS px. */
  get #scrolled(): number {
    return (scrollerOf(this)?.scrollTop ?? 0) + window.scrollY;
  }

  /** Paints what is not made of elements. */
  protected show(_finding: Finding<K>): void {}

  /** A colour of the page as it is now. */
  protected colour(token: string): string {
    const [colour = "#000"] = colours(this.renderRoot as ShadowRoot, [token]);
    return colour;
  }
}
