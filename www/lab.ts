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
import { css, html, LitElement, type TemplateResult } from "lit";
import { load, Unavailable } from "./core";
import type { FileDrop } from "./file-drop";
import type { GlossaryDialog } from "./glossary-dialog";
import { book, code, folder, keyboard, moon, page, save, seedling, signpost, sun } from "./icons";
import { Keeper } from "./keeper";
import type { KeyHelp } from "./key-help";
import type { LensPanel } from "./lens-panel";
import { offerUpdates } from "./offline";
import type { PageMenu } from "./page-menu";
import type { Notice, PageNotice } from "./page-notice";
import type { Mode } from "./pattern-pad";
import { Player } from "./player";
import { onBreak } from "./rescue";
import type { Session } from "./session";
import type { ShareButton } from "./share-button";
import { controls } from "./style";
import { onThemeChange, theme, toggleTheme } from "./theme";
import type { PageTour } from "./tour";
import { typing } from "./typing";

/** The whole page. */
export class HopfieldLab extends LitElement {
  static override properties = {
    session: { state: true },
    trouble: { state: true },
    mode: { state: true },
    pointed: { state: true },
  };
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        max-width: 1680px;
        margin: 0 auto;
        padding: 10px 28px 16px;
      }
      header {
        display: flex;
        align-items: center;
        gap: 4px;
        min-height: 52px;
      }
      h1 {
        margin: 0;
        font-size: 22px;
        font-weight: 700;
        letter-spacing: -0.01em;
      }
      .tagline {
        margin: 2px auto 0 14px;
        color: var(--muted);
        font-size: 16px;
      }
      tour-offer {
        margin-right: 16px;
      }
      .item {
        justify-content: flex-start;
        gap: 12px;
        border-color: transparent;
        text-align: left;
      }
      a.item {
        display: flex;
        align-items: center;
        min-height: 40px;
        padding: 0 13px;
        border-radius: 10px;
        color: inherit;
        text-decoration: none;
      }
      a.item:hover {
        text-decoration: underline;
      }
      main {
        display: grid;
        grid-template-columns: 224px minmax(340px, var(--pad)) minmax(360px, 1fr);
        grid-template-areas: "shelf pad side" "laws laws laws";
        gap: 14px 22px;
        /* the pad takes what the height of the window leaves beside everything under it */
        --pad: clamp(340px, 100vh - 396px, 680px);
      }
      memory-shelf {
        grid-area: shelf;
        /* as high as what stands beside it; where there is more, it scrolls */
        height: 0;
        min-height: 100%;
      }
      .desk {
        grid-area: pad;
        display: flex;
        flex-direction: column;
        gap: 14px;
      }
      .side {
        grid-area: side;
        display: flex;
        flex-direction: column;
        gap: 12px;
      }
      energy-curve {
        flex: none;
        height: calc(0.38 * var(--pad) + 66px);
      }
      /* What a lens has to say must not move the page: the panel has its height, and scrolls if need be. */
      lens-panel {
        flex: 1 0 320px;
        height: 0;
      }
      @media (min-width: 700px) {
        .side:has(lens-panel[large]) energy-curve {
          display: none;
        }
      }
      .laws {
        grid-area: laws;
        display: grid;
        grid-template-columns: minmax(0, 1.35fr) minmax(min-content, 1fr) minmax(0, 1.35fr) minmax(0, 1.2fr) minmax(min-content, 0.8fr);
        gap: 10px 18px;
        padding: 10px 18px 12px;
        border: 1px solid var(--line);
        border-radius: 16px;
        background: var(--card);
      }
      verdict-line {
        min-height: 66px; /* three lines, so that nothing moves when the words change */
      }
      .trouble {
        max-width: 560px;
        margin: 12vh auto;
        padding: 20px 24px;
        border: 1px solid var(--line);
        border-radius: 16px;
        background: var(--card);
      }
      .trouble h2 {
        margin: 0 0 8px;
        font-size: 18px;
      }
      .trouble p {
        margin: 0;
      }
      .wait {
        margin: 20vh auto;
        text-align: center;
        color: var(--muted);
      }
      /* where it is wide enough for that, the lenses keep their tabs in one row */
      @media (min-width: 1280px) {
        main {
          --pad: clamp(340px, min(100vh - 396px, 100vw - 876px), 680px);
        }
      }
      @media (max-width: 1079px) {
        main {
          grid-template-columns: minmax(300px, var(--pad)) minmax(280px, 1fr);
          grid-template-areas:
            "shelf shelf"
            "pad side"
            "laws laws";
          gap: 16px 24px;
          --pad: clamp(300px, 100vh - 460px, 480px);
        }
        memory-shelf {
          height: auto;
          min-height: 0;
        }
        .laws {
          grid-template-columns: 1fr 1fr;
        }
      }
      /* One column: a phone, and a tablet held upright. */
      @media (max-width: 699px), (max-width: 1079px) and (orientation: portrait) {
        main {
          display: flex;
          flex-direction: column;
          gap: 8px;
          --pad: clamp(250px, 100vh - 529px - var(--offer, 0px), 100vw - 32px);
        }
        .desk {
          gap: 8px;
        }
        .side {
          gap: 10px;
        }
        pattern-pad {
          align-self: center;
          width: min(100%, var(--pad));
        }
        verdict-line {
          min-height: 60px;
        }
        energy-curve {
          height: 168px;
        }
        lens-panel {
          flex: none;
          height: auto;
        }
      }
      @media (min-width: 700px) and (max-width: 1079px) and (orientation: portrait) {
        main {
          --pad: clamp(360px, 100vh - 620px, 680px);
          max-width: var(--pad);
          margin: 0 auto;
        }
        verdict-line {
          min-height: 66px;
        }
        energy-curve {
          height: calc(0.45 * var(--pad));
        }
      }
      @media (max-width: 1079px) {
        h1:has(~ tour-offer[open]) {
          margin-right: auto;
        }
        .tagline:has(~ tour-offer[open]) {
          display: none;
        }
      }
      @media (max-width: 699px) {
        header:has(tour-offer[open]) {
          flex-wrap: wrap;
        }
        tour-offer {
          order: 1;
          flex-basis: 100%;
          height: 36px;
          margin: -2px 0 2px;
          font-size: 14px;
        }
        header:has(tour-offer[open]) + main {
          --offer: 36px;
        }
        :host {
          padding: 2px 16px 16px;
        }
        .laws {
          grid-template-columns: minmax(0, 1fr);
          padding: 8px 12px 12px;
        }
        header {
          gap: 0;
          min-height: 44px;
          margin-bottom: 4px;
        }
        h1 {
          margin-right: auto;
          font-size: clamp(15px, 5.4vw - 2px, 22px);
          white-space: nowrap;
        }
        .tagline {
          display: none;
        }
      }
      /* A phone on its side: the pad fills the height, and what plays with it stands beside it. */
      @media (max-width: 1079px) and (max-height: 500px) and (orientation: landscape) {
        :host {
          padding: 2px 16px 16px;
        }
        header {
          flex-wrap: nowrap;
          min-height: 44px;
          margin-bottom: 4px;
        }
        tour-offer {
          order: 0;
          flex-basis: auto;
          margin: 0;
        }
        main {
          display: grid;
          grid-template-columns: var(--pad) minmax(240px, 1fr);
          grid-template-areas: none;
          gap: 8px 16px;
          --pad: clamp(200px, 100vh - 58px, 100vw - 340px);
        }
        .desk,
        .side {
          display: contents;
        }
        pattern-pad {
          grid-row: 1 / span 4;
          grid-column: 1;
          align-self: start;
          width: 100%;
        }
        pad-tools,
        run-controls,
        verdict-line,
        energy-curve {
          grid-column: 2;
        }
        verdict-line {
          min-height: 60px;
        }
        energy-curve {
          height: max(150px, 100vh - 236px);
        }
        memory-shelf,
        lens-panel,
        .laws {
          grid-area: auto;
          grid-column: 1 / -1;
        }
        /* Parts in the order of the page would push the pad down. */
        memory-shelf {
          order: 1;
        }
        lens-panel {
          order: 2;
          height: auto;
        }
        .laws {
          order: 3;
        }
      }
    `,
  ];

  declare session: Session | undefined;
  declare trouble: string | undefined;
  declare mode: Mode;
  /** The neuron pointed at, wherever on the page. */
  declare pointed: number | undefined;
  #player: Player | undefined;
  #keeper: Keeper | undefined;
  /** The tour under way. */
  #touring: PageTour | undefined;
  /** Whether a tour is about to begin. */
  #fetching = false;

  constructor() {
    super();
    this.mode = "draw";
    onThemeChange(() => this.requestUpdate());
  }

  override async connectedCallback(): Promise<void> {
    super.connectedCallback();
    document.addEventListener("keydown", this.#key);
    onBreak(() => this.#keeper?.abandon() ?? "");
    try {
      await load();
      const keeper = new Keeper((notice) => this.#notify(notice));
      const player = new Player(keeper.session);
      [this.#keeper, this.#player, this.session] = [keeper, player, keeper.session];
      await this.updateComplete;
      keeper.start(player, this.#part<LensPanel>("lens-panel"));
      offerUpdates((notice) => this.#notify(notice));
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      this.trouble = error.message;
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.#key);
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
    return html`<main>
      <memory-shelf .session=${session}></memory-shelf>
      <section class="desk" aria-label="The pad">
        <pattern-pad .session=${session} .mode=${this.mode} @point=${this.#point}></pattern-pad>
        <pad-tools
          .session=${session}
          .mode=${this.mode}
          @mode=${(event: CustomEvent<Mode>) => {
            this.mode = event.detail;
          }}
        ></pad-tools>
        <run-controls .session=${session} .player=${player}></run-controls>
        <verdict-line .session=${session} .player=${player}></verdict-line>
      </section>
      <section class="side" aria-label="The run">
        <energy-curve .session=${session} .player=${player}></energy-curve>
        <lens-panel .session=${session} .player=${player} .pointed=${within(this.pointed, session.network.cells)} @point=${this.#point}></lens-panel>
      </section>
      <section class="laws" aria-label="What decides how it runs">
        <rule-picker .session=${session} .player=${player}></rule-picker>
        <run-settings .session=${session} .player=${player}></run-settings>
        <size-picker .session=${session} .player=${player}></size-picker>
      </section>
    </main>`;
  }

  #key = (event: KeyboardEvent): void => {
    if (event.key === "?" && !typing(event)) void this.#read("key-help");
  };

  /** Opens a dialog of words, fetched when it is first wanted. */
  async #read(name: "glossary-dialog" | "key-help"): Promise<void> {
    try {
      await (name === "key-help" ? import("./key-help") : import("./glossary-dialog"));
      const dialog = this.#part<GlossaryDialog | KeyHelp>(name);
      await dialog.updateComplete;
      dialog.open();
    } catch {
      this.session?.say("These words could not be fetched. Check the connection and try again.");
    }
  }

  /** Shows the page to a newcomer. It opens lenses on the way, and afterwards those that were open are open again. */
  async #tour(): Promise<void> {
    if (this.#fetching || this.#touring || !this.session) return;
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

/** A part of the page, or what lies within it. */
function inside(part: Element, what?: string): Element {
  return (what && part.shadowRoot?.querySelector(what)) || part;
}

/** A neuron pointed at, unless the grid has become too small for it. */
const within = (pointed: number | undefined, cells: number): number | undefined =>
  pointed !== undefined && pointed < cells ? pointed : undefined;

customElements.define("hopfield-lab", HopfieldLab);
