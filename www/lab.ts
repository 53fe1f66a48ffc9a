// The lab: puts the parts together on one screen.
import "./theme.css";
import "./act-buttons";
import "./energy-curve";
import "./example-picker";
import "./file-drop";
import "./glossary-term";
import "./lens-panel";
import "./memory-picture";
import "./memory-shelf";
import "./pad-tools";
import "./page-menu";
import "./page-notice";
import "./pattern-pad";
import "./rule-picker";
import "./run-controls";
import "./run-settings";
import "./share-button";
import "./size-picker";
import "./tour-offer";
import "./verdict-line";
import { html, LitElement, type TemplateResult } from "lit";
import { load, Unavailable } from "./core";
import type { FileDrop } from "./file-drop";
import type { GlossaryDialog } from "./glossary-dialog";
import { book, code, folder, keyboard, moon, page, past, save, seedling, signpost, sun } from "./icons";
import { Keeper } from "./keeper";
import type { KeyHelp } from "./key-help";
import { layout } from "./lab-layout";
import type { LensPanel } from "./lens-panel";
import type { Notice } from "./notice";
import { offerUpdates } from "./offline";
import type { PageMenu } from "./page-menu";
import type { PageNotice } from "./page-notice";
import { Player } from "./player";
import { onBreak } from "./rescue";
import type { Session } from "./session";
import type { ShareButton } from "./share-button";
import type { Mode } from "./stroke";
import { controls } from "./style";
import { onThemeChange, theme, toggleTheme } from "./theme";
import type { PageTour } from "./tour";
import { typing } from "./typing";

/** Sections of the page, put up one after the other. */
const SECTIONS = 3;

/** The whole page. */
export class HopfieldLab extends LitElement {
  static override properties = {
    session: { state: true },
    trouble: { state: true },
    mode: { state: true },
    pointed: { state: true },
    built: { state: true },
  };
  static override styles = [controls, layout];

  declare session: Session | undefined;
  declare trouble: string | undefined;
  declare mode: Mode;
  /** The neuron pointed at, wherever on the page. */
  declare pointed: number | undefined;
  /** How many of the page's sections are there. */
  declare built: number;
  #player: Player | undefined;
  #keeper: Keeper | undefined;
  /** The tour under way. */
  #touring: PageTour | undefined;
  /** Whether a tour is about to begin. */
  #fetching = false;
  /** Ends all that goes on as long as the page shows this. */
  #ends = new AbortController();

  constructor() {
    super();
    this.mode = "draw";
    this.built = 0;
  }

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    this.#ends = new AbortController();
    const { signal } = this.#ends;
    document.addEventListener("keydown", this.#key, { signal });
    signal.addEventListener(
      "abort",
      onThemeChange(() => this.requestUpdate()),
    );
    signal.addEventListener(
      "abort",
      onBreak(() => this.#keeper?.abandon() ?? { text: "", safe: true }),
    );
    try {
      await load();
      if (signal.aborted) return;
      const keeper = new Keeper((notice) => this.#notify(notice));
      this.#keeper = keeper; // from here on it knows what broke, if something does
      const player = new Player(keeper.session);
      [this.#player, this.session] = [player, keeper.session];
      await this.#build();
      if (signal.aborted) return;
      keeper.start(player, this.#part<LensPanel>("lens-panel"));
      offerUpdates((notice) => this.#notify(notice));
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      this.trouble = error.message;
    }
  }

  /** Puts up one section after the other: who touches the page meanwhile need not wait for all of them. */
  async #build(): Promise<void> {
    while (this.built < SECTIONS) {
      this.built += 1;
      await this.updateComplete;
      await nextTask();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ends.abort();
    this.#keeper?.close();
  }

  protected override render(): TemplateResult {
    const dark = theme() === "dark";
    return html`
      <header>
        <h1>hopfield-net</h1>
        <p class="tagline">Draw a memory, break it, watch it heal.</p>
        ${this.#tools()}
        <tour-offer @tour=${this.#tour}></tour-offer>
        <page-menu>
          ${this.#keeper ? this.#files(this.#keeper) : ""}
          ${this.session ? html`<button id="tour" class="item" @click=${this.#tour}>${signpost}A short tour</button>` : ""}
          <button id="words" class="item" @click=${() => this.#read("glossary-dialog")}>${book}What the words mean</button>
          <a id="essay" class="item" href="article.html">${page}The essay</a>
          <a id="authors" class="item" href="guide.html">${code}For authors</a>
          <button id="theme" class="item" @click=${toggleTheme}>${dark ? html`${sun}Light colours` : html`${moon}Dark colours`}</button>
          <button id="help" class="item" @click=${() => this.#read("key-help")}>${keyboard}By keyboard</button>
        </page-menu>
        <key-help></key-help>
        <glossary-dialog></glossary-dialog>
      </header>
      ${this.#body()}
      <page-notice></page-notice>
    `;
  }

  #notify(notice: Notice): void {
    this.#part<PageNotice>("page-notice").show(notice);
  }

  #files(keeper: Keeper): TemplateResult {
    return html`
      <button id="save" class="item" @click=${() => this.#part<ShareButton>("share-button").save()}>${save}Save…</button>
      <button id="open" class="item" @click=${() => this.#part<FileDrop>("file-drop").choose()}>${folder}Open…</button>
      <button id="earlier" class="item" @click=${() => this.#earlier(keeper)}>${past}Earlier sessions</button>
      <button id="afresh" class="item" @click=${() => keeper.startAfresh()}>${seedling}Start afresh</button>
    `;
  }

  #part<T extends Element>(name: string): T {
    const part = this.renderRoot.querySelector<T>(name);
    if (!part) throw new Error(`The page has no ${name} now.`);
    return part;
  }

  #tools(): TemplateResult | string {
    const { session } = this;
    const player = this.#player;
    const keeper = this.#keeper;
    if (!session || !player || !keeper) return "";
    const notify = (event: CustomEvent<Notice>): void => this.#notify(event.detail);
    return html`<act-buttons .session=${session} .player=${player}></act-buttons>
      <example-picker .session=${session}></example-picker>
      <share-button .keeper=${keeper} @notice=${notify} @choose=${() => this.#part<FileDrop>("file-drop").choose()}></share-button>
      <file-drop .keeper=${keeper} .player=${player} @notice=${notify}></file-drop>`;
  }

  #body(): TemplateResult {
    const { session } = this;
    const player = this.#player;
    if (this.trouble) {
      return html`<div class="trouble" role="alert"><h2>The network cannot run here</h2><p>${this.trouble}</p></div>`;
    }
    if (!session || !player) return html`<p class="wait">Waking the network…</p>`;
    const sections = [this.#desk(session, player), this.#run(session, player), this.#laws(session, player)];
    return html`<main>${sections.slice(0, this.built)}</main>`;
  }

  #desk(session: Session, player: Player): TemplateResult {
    return html`
      <hopfield-memory-shelf .session=${session}></hopfield-memory-shelf>
      <section class="desk" aria-label="The pad">
        <hopfield-pattern-pad .session=${session} .mode=${this.mode} @point=${this.#point}></hopfield-pattern-pad>
        <pad-tools
          .session=${session}
          .mode=${this.mode}
          @mode=${(event: CustomEvent<Mode>) => {
            this.mode = event.detail;
          }}
        ></pad-tools>
        <hopfield-run-controls .session=${session} .player=${player}></hopfield-run-controls>
        <hopfield-verdict-line .session=${session} .player=${player}></hopfield-verdict-line>
      </section>
    `;
  }

  #run(session: Session, player: Player): TemplateResult {
    return html`<section class="side" aria-label="The run">
      <hopfield-energy-curve .session=${session} .player=${player}></hopfield-energy-curve>
      <lens-panel .session=${session} .player=${player} .pointed=${within(this.pointed, session.network.cells)} @point=${this.#point}></lens-panel>
    </section>`;
  }

  #laws(session: Session, player: Player): TemplateResult {
    return html`<section class="laws" aria-label="What decides how it runs">
      <rule-picker .session=${session} .player=${player}></rule-picker>
      <run-settings .session=${session} .player=${player}></run-settings>
      <size-picker .session=${session} .player=${player}></size-picker>
    </section>`;
  }

  #key = (event: KeyboardEvent): void => {
    if (event.key === "?" && !typing(event)) void this.#read("key-help");
  };

  /** Opens a dialog of words, fetched when it is first wanted. */
  async #read(name: "glossary-dialog" | "key-help"): Promise<void> {
    try {
      await (name === "key-help" ? import("./key-help") : import("./glossary-dialog"));
    } catch {
      this.session?.say("These words could not be fetched. Check the connection and try again.");
      return;
    }
    const dialog = this.#part<GlossaryDialog | KeyHelp>(name);
    await dialog.updateComplete;
    if (this.isConnected) dialog.open();
  }

  /** Shows what else is kept in a dialog, fetched when it is first wanted. */
  async #earlier(keeper: Keeper): Promise<void> {
    let dialogs: typeof import("./sessions-dialog");
    try {
      dialogs = await import("./sessions-dialog");
    } catch {
      keeper.session.say("Earlier sessions could not be fetched. Check the connection and try again.");
      return;
    }
    this.renderRoot.querySelector("sessions-dialog")?.remove();
    this.renderRoot.append(new dialogs.SessionsDialog(keeper));
  }

  /** Shows the page to a newcomer. It opens lenses on the way, and afterwards those that were open are open again. */
  async #tour(): Promise<void> {
    if (this.#fetching || this.#touring || !this.session || this.built < SECTIONS) return;
    this.#fetching = true;
    let guide: [typeof import("./tour"), typeof import("./tour-stops")];
    try {
      guide = await Promise.all([import("./tour"), import("./tour-stops")]);
    } catch {
      this.session.say("The tour could not be fetched. Check the connection and try again.");
      return;
    } finally {
      this.#fetching = false;
    }
    if (!this.isConnected) return;
    const [{ PageTour }, { stops }] = guide;
    const panel = this.#part<LensPanel>("lens-panel");
    const before = { lens: panel.lens.id, large: panel.large };
    panel.large = false;
    const tour = new PageTour();
    tour.stops = stops({
      part: (name, within) => inside(this.#part(name), within),
      openLens: async (id) => {
        panel.open(id);
        await panel.updateComplete;
        return panel;
      },
    });
    tour.addEventListener("end", () => {
      tour.remove();
      this.#touring = undefined;
      panel.open(before.lens);
      panel.large = before.large;
      this.#part<PageMenu>("page-menu").focus();
    });
    this.#touring = tour;
    this.renderRoot.append(tour);
    tour.start();
  }

  #point(event: CustomEvent<number | undefined>): void {
    this.pointed = event.detail ?? undefined; // an event without a detail says null
  }
}

/** When whatever else waits has had its turn. */
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A part of the page, or what lies within it. */
function inside(part: Element, what?: string): Element {
  return (what && part.shadowRoot?.querySelector(what)) || part;
}

/** A neuron pointed at, unless the grid has become too small for it. */
const within = (pointed: number | undefined, cells: number): number | undefined =>
  pointed !== undefined && pointed < cells ? pointed : undefined;

customElements.define("hopfield-lab", HopfieldLab);
