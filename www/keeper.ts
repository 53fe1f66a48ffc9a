import { firstPicture } from "./first-picture";
import { type Read, readLink, writeLink } from "./link";
import type { Notice } from "./notice";
import type { Player } from "./player";
import { reason } from "./reason";
import { mayGo, placeOf, read, reopened, shownBy } from "./reopening";
import { readFile, type Saved, writeFile } from "./save-file";
import { Session } from "./session";
import { allKept, forgetReload, type Kept, keep, keepForReload, type Place, passOver } from "./storage";
import { USUAL_VIEW, type View } from "./view";
import { count } from "./words";

/** From an act to when it is kept, ms: what follows quickly is kept together. */
const SOON = 400;
/** Problems of a link that are named. */
const MOST_NAMED = 4;

/** Ways to look at the session, one of them in front. Tells by the event `lens` that another has come there. */
interface Lenses extends EventTarget {
  readonly lens: { id: string };
  /** Throws a RangeError for a lens that there is not. */
  open(id: string): void;
}

/** A line of work, and how it was opened as long as nobody has acted upon it: before that it is not kept. */
interface Line extends Place {
  opened?: string;
}

/**
 * Keeps a session: in the address, so that a link shows it to others, and in the browser's storage, so that it is there again
 * when the page is opened. Each line of work has a place of its own there: a link, a file, a challenge, another tab begin another.
 */
export class Keeper {
  readonly session: Session;
  readonly #notify: (notice: Notice) => void;
  /** What to say once there is a page to say it on. */
  #first: Notice[] = [];
  #view: Partial<View> = {};
  #player: Player | undefined;
  #lenses: Lenses | undefined;
  #timer: number | undefined;
  /** Whether something may have changed since it was kept last. */
  #stale = false;
  /** Whether it was said that nothing can be stored. */
  #said = false;
  #forget = (): void => {};
  /** The session as it was kept last, as the text of a file, and its line. */
  #last = "";
  #lastLine: Line = {};
  /** What really was kept: storage may have been full. */
  #kept = "";
  /** The text of what was opened; until the page is up the network may break on it. */
  #opened: string | undefined;

  /** Opens the session: the one that this tab had, or that the address tells of, or that was kept last, or the first picture. */
  constructor(notify: (notice: Notice) => void) {
    this.#notify = notify;
    const before = reopened((why) =>
      this.#tell({
        text: `What this browser kept of your last visit is damaged: ${why}. It stays among the earlier sessions in the menu.`,
      }),
    );
    this.session = before?.session ?? new Session(firstPicture());
    this.#view = before?.saved.view ?? {};
    this.#opened = before?.text;
    const { line } = this.session;
    if (!this.#line.key && !before?.unkept) this.#untouched();
    const link = readLink(location.hash);
    if (!link || before?.shown || !this.#follow(link)) return;
    this.#opened = undefined;
    if (!before) return;
    this.#tell({
      text: "This is what the link shows. What you had here before stays among the earlier sessions in the menu.",
      action: { name: "Bring it back", act: () => this.#bringBack(before.saved, line) },
    });
  }

  /** It may be there again already, or another tab may have gone on with it. */
  #bringBack(saved: Saved, line: Line): void {
    if (this.#line === line) return;
    const kept = this.earlier().find(({ key }) => key === line.key);
    const [what, where] = kept ? [read(kept.text), placeOf(kept)] : [saved, line];
    this.become(what, "bringing back what was kept", "", where);
  }

  /** Goes with the page from now on. */
  start(player: Player, lenses: Lenses): void {
    this.#player = player;
    this.#lenses = lenses;
    const { show: _, ...rest } = this.#view;
    // Whoever was quicker than the page has the lens of their choice.
    this.#show(lenses.lens.id === USUAL_VIEW.show ? this.#view : rest);
    const first = this.#first.splice(0);
    const last = first.at(-1);
    if (last) this.#notify({ ...last, text: first.map(({ text }) => text).join(" ") });
    this.#last = writeFile(this.saved());
    this.#lastLine = this.#line;
    if (this.#line.key) this.#kept = this.#last;
    else if (!this.#line.opened) this.#changed();
    forgetReload();
    this.session.leaving = () => {
      if (this.#stale) this.#keep();
    };
    const unsubscribe = this.session.subscribe(this.#changed);
    lenses.addEventListener("lens", this.#changed);
    window.addEventListener("hashchange", this.#hash);
    window.addEventListener("pagehide", this.#leave);
    document.addEventListener("visibilitychange", this.#hide);
    this.#forget = () => {
      unsubscribe();
      lenses.removeEventListener("lens", this.#changed);
      window.removeEventListener("hashchange", this.#hash);
      window.removeEventListener("pagehide", this.#leave);
      document.removeEventListener("visibilitychange", this.#hide);
    };
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#forget();
  }

  /** The network is broken: keeps no more of it, and gives back the session as it was kept last, with which the page loads again. */
  abandon(): { text: string; safe: boolean } {
    this.close();
    this.#player?.abandon();
    const text = this.#last;
    if (!text && this.#opened) passOver(this.#opened);
    const again = text !== "" && keepForReload(this.#lastLine, text, !this.#lastLine.opened);
    return { text, safe: again || text === this.#kept };
  }

  /** The session and how it is looked at. */
  saved(): Saved {
    const view =
      this.#lenses && this.#player ? { show: this.#lenses.lens.id, speed: this.#player.speed } : {};
    return { setup: this.session.setup(), view };
  }

  /** Becomes what was saved, in a line of work of its own or in one given. */
  become({ setup, view }: Saved, act: string, notice = "", line: object = {}): boolean {
    this.#player?.pause();
    if (!this.session.become(setup, act, notice, line)) return false;
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
    this.#untouched();
  }

  // --- Earlier sessions ---

  /** What is kept beside the session shown, the newest first. */
  earlier(): Kept[] {
    if (this.#stale) this.#keep();
    const { key, time } = this.#line;
    // Another tab may have gone on where this one came from: what it has kept there is another session.
    return allKept().filter((kept) => kept.key !== key || kept.time !== time);
  }

  /** Goes on with one of them. Throws as reading it does. */
  reopen(kept: Kept): void {
    this.become(
      read(kept.text),
      "opening an earlier session",
      "This is the earlier session; undo goes back to what you had.",
      placeOf(kept),
    );
  }

  // --- Lines of work ---

  get #line(): Line {
    return this.session.line;
  }

  /** The session is as it was opened: it is not kept before somebody acts. */
  #untouched(): void {
    this.#line.opened = told(this.session);
  }

  // --- The address ---

  #hash = (): void => {
    const kept = shownBy(location.hash);
    const link = readLink(location.hash);
    if (kept) this.become(read(kept.text), "opening a link", "", placeOf(kept));
    else if (link) this.#follow(link);
  };

  /** Shows what a link says, as far as that can be; whether it shows anything of it. */
  #follow({ setup, view, says, problems }: Read): boolean {
    const followed = says && this.become({ setup, view }, "opening a link");
    if (followed) {
      this.#view = { ...this.#view, ...view };
      this.#untouched();
    }
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
    if (this.#lenses) this.#notify(notice);
    else this.#first.push(notice);
  }

  #show({ show, speed }: Partial<View>): void {
    if (speed !== undefined) this.#player?.setSpeed(speed);
    if (show === undefined) return;
    try {
      this.#lenses?.open(show);
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
    keepForReload(this.#line, writeFile(this.saved()), !this.#line.opened);
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
    const text = writeFile(saved);
    const line = this.#line;
    const known = text === this.#kept && line === this.#lastLine;
    [this.#last, this.#lastLine] = [text, line];
    if (line.key ? known : line.opened === told(this.session)) return;
    delete line.opened;
    const result = keep(line, text, mayGo);
    if (typeof result === "string") {
      this.#excuseStorage(result);
      return;
    }
    this.#kept = text;
    this.#said = false;
    this.#excuseRoom(result);
  };

  #excuseRoom(gone: number): void {
    if (gone === 0) return;
    const earlier = count(gone, "earlier session");
    this.#notify({
      text: `This browser’s storage for the page is full. To keep what you have here, ${earlier} had to go, the oldest first.`,
    });
  }

  #excuseStorage(why: string): void {
    if (this.#said) return;
    this.#said = true;
    this.#notify({
      text: `Your session cannot be kept for your next visit: ${why}. The address and Save… keep it too.`,
    });
  }
}

/** All of a session but how it is looked at. */
const told = (session: Session): string => writeFile({ setup: session.setup(), view: {} });
