import { firstPicture } from "./first-picture";
import type { LensPanel } from "./lens-panel";
import { type Read, readLink, writeLink } from "./link";
import type { Notice } from "./page-notice";
import type { Player } from "./player";
import { reason } from "./reason";
import { readFile, type Saved, writeFile } from "./save-file";
import { Session } from "./session";
import { keep, keepForReload, kept, keptForReload, setAside } from "./storage";
import type { View } from "./view";

/** From an act to when it is kept, ms: what follows quickly is kept together. */
const SOON = 400;
/** Problems of a link that are named. */
const MOST_NAMED = 4;

/**
 * Keeps a session: in the address, so that a link shows it to others, and in the browser's storage, so that it is there again
 * when the page is opened. Where both tell of one, the address is followed, and what was stored can be brought back.
 */
export class Keeper {
  readonly session: Session;
  readonly #notify: (notice: Notice) => void;
  /** What to say once there is a page to say it on. */
  #first: Notice[] = [];
  #view: Partial<View> = {};
  #player: Player | undefined;
  #panel: LensPanel | undefined;
  #timer: number | undefined;
  /** Whether something may have changed since it was kept last. */
  #stale = false;
  /** Whether it was said that nothing can be stored. */
  #said = false;
  #forget = (): void => {};
  /** The session as it was kept last, as the text of a file. */
  #last = "";

  /** Opens the session: the one that the address tells of, or that was kept, or the first picture. */
  constructor(notify: (notice: Notice) => void) {
    this.#notify = notify;
    const again = this.#reopened(keptForReload());
    const before = again ?? this.#reopened(kept());
    this.session = before?.session ?? new Session(firstPicture());
    this.#view = before?.saved.view ?? {};
    const saved = before?.saved;
    const link = readLink(location.hash);
    if (!link || (saved && (again || writeLink(saved.setup, saved.view).hash === location.hash))) return;
    if (!this.#follow(link) || !saved) return;
    this.#tell({
      text: "This is what the link shows. What you had here before is kept until you change something here.",
      action: { name: "Bring it back", act: () => this.become(saved, "bringing back what was kept") },
    });
  }

  /** Goes with the page from now on. */
  start(player: Player, panel: LensPanel): void {
    this.#player = player;
    this.#panel = panel;
    this.#show(this.#view);
    const first = this.#first.splice(0);
    const last = first.at(-1);
    if (last) this.#notify({ ...last, text: first.map(({ text }) => text).join(" ") });
    this.#last = writeFile(this.saved());
    const unsubscribe = this.session.subscribe(this.#changed);
    panel.addEventListener("lens", this.#changed);
    window.addEventListener("hashchange", this.#hash);
    window.addEventListener("pagehide", this.#leave);
    document.addEventListener("visibilitychange", this.#hide);
    this.#forget = () => {
      unsubscribe();
      panel.removeEventListener("lens", this.#changed);
      window.removeEventListener("hashchange", this.#hash);
      window.removeEventListener("pagehide", this.#leave);
      document.removeEventListener("visibilitychange", this.#hide);
    };
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#forget();
  }

  /** The network is broken: keeps no more of it, and gives back the session as it was kept last. */
  abandon(): string {
    this.close();
    this.#player?.abandon();
    return this.#last;
  }

  /** The session and how it is looked at. */
  saved(): Saved {
    const view = this.#panel && this.#player ? { show: this.#panel.lens.id, speed: this.#player.speed } : {};
    return { setup: this.session.setup(), view };
  }

  /** Becomes what was saved. */
  become({ setup, view }: Saved, act: string, notice = ""): boolean {
    this.#player?.pause();
    if (!this.session.become(setup, act, notice)) return false;
    this.#show(view);
    return true;
  }

  /** Opens the text of a file. */
  openFile(text: string): void {
    try {
      this.become(readFile(text), "opening a file");
    } catch (error) {
      this.#notify({ text: `The file cannot be opened: ${reason(error)}. Nothing has changed.` });
    }
  }

  startAfresh(): void {
    this.become(
      { setup: firstPicture(), view: {} },
      "starting afresh",
      "This is how it all began; undo brings back what you had.",
    );
  }

  // --- Opening ---

  /** The session that a text tells of, if any. One that is damaged is set aside, and that is said. */
  #reopened(text: string | undefined): { session: Session; saved: Saved } | undefined {
    if (text === undefined) return undefined;
    try {
      const saved = readFile(text);
      return { session: new Session(saved.setup), saved };
    } catch (error) {
      const why = reason(error);
      const key = setAside(text);
      const where = key ? ` It was set aside in this browser’s storage as “${key}”.` : "";
      this.#tell({ text: `What this browser kept of your last visit is damaged: ${why}.${where}` });
      return undefined;
    }
  }

  // --- The address ---

  #hash = (): void => {
    const link = readLink(location.hash);
    if (link) this.#follow(link);
  };

  /** Shows what a link says, as far as that can be; whether it shows anything of it. */
  #follow({ setup, view, says, problems }: Read): boolean {
    const followed = says && this.become({ setup, view }, "opening a link");
    if (followed) this.#view = { ...this.#view, ...view };
    if (problems.length > 0) this.#excuse(problems, says);
    return followed;
  }

  #excuse(problems: string[], says: boolean): void {
    const named = problems.slice(0, MOST_NAMED);
    if (problems.length > named.length) named.push(`and ${problems.length - named.length} more`);
    const what = says ? "Not all of the link could be read" : "The link could not be read";
    this.#tell({ text: `${what}: ${named.join("; ")}.` });
  }

  #tell(notice: Notice): void {
    if (this.#panel) this.#notify(notice);
    else this.#first.push(notice);
  }

  #show({ show, speed }: Partial<View>): void {
    if (speed !== undefined) this.#player?.setSpeed(speed);
    if (show === undefined) return;
    try {
      this.#panel?.open(show);
    } catch (error) {
      this.#tell({ text: `Not all of the link could be read: ${reason(error)}` });
    }
  }

  // --- Keeping ---

  /** A run under way is kept when it pauses. */
  #changed = (): void => {
    this.#stale = true;
    if (this.#player?.playing) return;
    this.#timer ??= window.setTimeout(this.#keep, SOON);
  };

  /** The page may not come back from where it goes. */
  #leave = (): void => {
    if (this.#stale) this.#keep();
    keepForReload(writeFile(this.saved()));
  };

  #hide = (): void => {
    if (document.hidden && this.#stale) this.#keep();
  };

  #keep = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stale = false;
    const saved = this.saved();
    const { hash } = writeLink(saved.setup, saved.view);
    try {
      if (hash !== location.hash) history.replaceState(history.state, "", hash);
    } catch {
      // A page without an address of its own, or one that changes it too often for the browser: only the address is stale then.
    }
    this.#last = writeFile(saved);
    const why = keep(this.#last);
    if (!why || this.#said) return;
    this.#said = true;
    this.#notify({
      text: `Your session cannot be kept for your next visit: ${why}. The address and Save… keep it too.`,
    });
  };
}
