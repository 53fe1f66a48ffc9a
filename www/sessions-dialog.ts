import { css, html, type TemplateResult } from "lit";
import { contextOf } from "./canvas";
import { download } from "./download";
import type { Keeper } from "./keeper";
import { Part } from "./part";
import { reason } from "./reason";
import { read } from "./reopening";
import type { Saved } from "./save-file";
import { type Kept, MOST_KEPT, putBack, remove, storable } from "./storage";
import { controls, dialogs, hues } from "./style";
import { list } from "./words";

/** Side of a memory's picture, CSS px, and how many memories a session is told by. */
const SIDE = 32;
const MOST_TOLD = 5;

/** A session that is kept beside the one shown. */
interface Row {
  kept: Kept;
  /** What it says, or why that cannot be read. */
  said: Saved | string;
  removed: boolean;
}

/** What else this browser keeps: other lines of work, each to be opened or removed. There as long as it is open. */
export class SessionsDialog extends Part {
  static override properties = {
    ...Part.properties,
    rows: { state: true },
    trouble: { state: true },
  };
  static override styles = [
    controls,
    hues,
    dialogs,
    css`
      dialog {
        width: min(620px, calc(100vw - 24px));
      }
      p {
        margin: 0;
        font-size: 14px;
        color: var(--muted);
        text-wrap: pretty;
      }
      .all > p {
        margin-bottom: 14px;
      }
      [role="status"]:empty {
        margin-top: -14px; /* no gap while it has nothing to say */
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 8px 16px;
        padding: 12px 0;
        border-top: 1px solid var(--line);
      }
      li > :first-child {
        flex: 1 1 260px;
        min-width: 0;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .removed .pictures {
        opacity: 0.6;
      }
      .removed b {
        color: var(--muted);
      }
      b {
        font-weight: 650;
        overflow-wrap: anywhere;
      }
      .pictures {
        display: flex;
        gap: 6px;
        margin-bottom: 4px;
      }
      .thumb {
        padding: 2px 2px 2px 3px;
        border-left: 4px solid var(--hue, var(--line));
        border-radius: 6px;
      }
      canvas {
        display: block;
        width: ${SIDE}px;
        max-height: ${SIDE}px;
      }
    `,
  ];

  readonly #keeper: Keeper;
  declare rows: Row[];
  declare trouble: string;

  constructor(keeper: Keeper) {
    super();
    this.#keeper = keeper;
    this.session = keeper.session;
    this.trouble = "";
    this.rows = keeper.earlier().map((kept) => ({ kept, said: this.#said(kept), removed: false }));
  }

  protected override firstUpdated(): void {
    this.#dialog.showModal();
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector("dialog") as HTMLDialogElement;
  }

  protected override render(): TemplateResult {
    return html`<dialog id="sessions" aria-labelledby="sessions-title" @close=${() => this.remove()}>
      <div class="head">
        <h2 id="sessions-title">Earlier sessions</h2>
        <form method="dialog"><button id="sessions-close" autofocus>Close</button></form>
      </div>
      <div class="all" tabindex="0" role="group" aria-labelledby="sessions-title">${this.#content()}</div>
      <p role="status">${this.trouble}</p>
    </dialog>`;
  }

  #content(): TemplateResult {
    if (!storable()) {
      return html`<p id="sessions-none">This browser lets the page store nothing: there are no sessions but this one. Save… in the menu puts it
        into a file.</p>`;
    }
    if (this.rows.length === 0) {
      return html`<p id="sessions-none">There are none yet. Start afresh, open a file or follow a link: what you had before then waits for you
        here, as you left it.</p>`;
    }
    return html`<p>What you had here before, kept in this browser alone. Beyond ${MOST_KEPT} sessions, the oldest goes.</p>
      <ul>${this.rows.map((row, i) => this.#row(row, i))}</ul>`;
  }

  #row(row: Row, i: number): TemplateResult {
    const { kept, said, removed } = row;
    const saved = typeof said === "string" ? undefined : said;
    const told = html`${removed ? "Removed. " : ""}${typeof said === "string" ? `${said}. ` : ""}${saved ? `${saved.setup.rows} by ${saved.setup.columns} cells, kept` : "Kept"}
      ${kept.time ? html`<time datetime=${kept.time}>${ago(kept.time)}</time>` : "by an earlier version of this page"}.`;
    return html`<li class=${removed ? "removed" : ""}>
      <div>
        ${saved ? this.#pictures(saved) : ""}
        <b id="session-${i}">${saved ? named(saved) : kept.failed ? "Not opened" : "Damaged"}</b>
        <p id="kept-${i}" class="numbers">${told}</p>
      </div>
      <div class="acts">${removed ? this.#button("restore", "Put it back", i, () => this.#restore(row)) : this.#acts(row, i)}</div>
    </li>`;
  }

  #acts(row: Row, i: number): TemplateResult {
    const { kept, said } = row;
    const opens = typeof said !== "string" || kept.failed;
    const saves = typeof said === "string";
    const save = (): void => download(new Blob([kept.text]), "hopfield-net-damaged.txt");
    return html`${opens ? this.#button("open", "Open", i, () => this.#open(kept)) : ""}${
      saves ? this.#button("text", "Save its text", i, save) : ""
    }${this.#button("remove", "Remove", i, () => this.#remove(row))}`;
  }

  #button(id: string, name: string, i: number, act: () => void): TemplateResult {
    return html`<button id="${id}-${i}" aria-describedby="session-${i} kept-${i}" @click=${act}>${name}</button>`;
  }

  #pictures({ setup: { memories } }: Saved): TemplateResult {
    return html`<div class="pictures">
      ${memories.slice(0, MOST_TOLD).map(({ hue }) => html`<span class="thumb hue-${hue}"><canvas aria-hidden="true"></canvas></span>`)}
      ${memories.length === 0 ? html`<span class="thumb"><canvas aria-hidden="true"></canvas></span>` : ""}
    </div>`;
  }

  protected override paint(): void {
    const canvases = [...this.renderRoot.querySelectorAll("canvas")];
    for (const { said } of this.rows) {
      if (typeof said === "string") continue;
      const { setup } = said;
      const pictures = setup.memories.slice(0, MOST_TOLD).map(({ picture }) => picture);
      for (const picture of pictures.length > 0 ? pictures : [setup.cue]) {
        const canvas = canvases.shift();
        if (!canvas) return;
        const height = Math.min(SIDE, (SIDE * setup.rows) / setup.columns);
        const width = (height * setup.columns) / setup.rows;
        canvas.style.width = `${width}px`;
        canvas.style.height = `${height}px`;
        this.session.painting.picture(contextOf(canvas, width, height), picture, width, setup);
      }
    }
  }

  /** What it says; or why that cannot be read. One on which the network broke is not tried unasked. */
  #said(kept: Kept): Saved | string {
    if (kept.failed) return "Last time this could not be opened";
    try {
      return read(kept.text);
    } catch (error) {
      return `It cannot be read: ${reason(error)}`;
    }
  }

  #open(kept: Kept): void {
    try {
      this.#keeper.reopen(kept);
      this.#dialog.close();
    } catch (error) {
      this.trouble = `It cannot be opened: ${reason(error)}.`;
    }
  }

  #remove(row: Row): void {
    if (remove(row.kept)) this.#change(row, true, "restore");
    else
      this.trouble = "Another tab has gone on with it since this was opened: close this and open it again.";
  }

  #restore(row: Row): void {
    const { kept } = row;
    try {
      putBack(kept);
      this.#change(row, false, "remove");
    } catch {
      this.trouble = "There is no room for it any more: this browser’s storage for the page is full.";
    }
  }

  /** The focus goes on to what takes the place of the button pressed. */
  async #change(row: Row, removed: boolean, next: string): Promise<void> {
    const at = this.rows.indexOf(row);
    this.trouble = "";
    this.rows = this.rows.with(at, { ...row, removed });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${next}-${at}`)?.focus();
  }
}

/** What is stored in a session, by its names. */
function named({ setup: { memories } }: Saved): string {
  const names = memories.slice(0, MOST_TOLD).map(({ name }) => name);
  const more = memories.length - names.length;
  if (more > 0) names.push(`${more} more`);
  return names.length > 0 ? list(names).join("") : "Nothing stored yet";
}

const MINUTE = 60_000; // ms
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, or from a week on when. */
function ago(time: string): string {
  const past = Date.now() - Date.parse(time);
  const relative = new Intl.RelativeTimeFormat("en");
  if (past < 0 || past >= 7 * DAY) {
    return `on ${new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(new Date(time))}`;
  }
  if (past < MINUTE) return "just now";
  if (past < HOUR) return relative.format(-Math.floor(past / MINUTE), "minute");
  if (past < DAY) return relative.format(-Math.floor(past / HOUR), "hour");
  return relative.format(-Math.floor(past / DAY), "day");
}

customElements.define("sessions-dialog", SessionsDialog);
