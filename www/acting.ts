// How acts on a network happen: each can be undone, begins the run anew where it must, and is told to those who show the network.
import { onThemeChange } from "./colours";
import type { Snapshot } from "./core";
import { History, type Moment } from "./history";
import type { Label } from "./labels";
import { Painting } from "./painting";
import { reason } from "./reason";
import type { Setup } from "./setup";
import { Standing } from "./standing";

/** How many acts can be undone, and how many where nobody is offered to undo any. */
const MOST_ACTS = 200;
export const NO_UNDO = 0;

/** The session as it was: what undo keeps. */
interface Kept extends Moment {
  snapshot: Snapshot;
  labels: Label[];
  mixed: boolean;
  line: object;
}

export class Acting extends Standing {
  readonly painting: Painting;
  readonly #history: History<Kept>;
  /** The seed of the next act by lot. */
  #lot = 50n;
  readonly #listeners = new Set<(glance: boolean) => void>();
  readonly #forgetTheme: () => void;

  /** What the last act has to say for itself, if anything. */
  notice = "";
  /** Counts changes of the memories, of what they teach and of how they look: what shows only these is painted again only then. */
  revision = 0;
  /** Which line of work this is, for whoever keeps sessions: what is opened begins one, and undo comes back to the one before. */
  line: object = {};
  /** Called before another line of work takes the place of this one. */
  leaving = (): void => {};

  /**
   * A network of a setup, its pictures in the colours that hold within `root`; so many acts can be undone. The core must be
   * loaded. Throws what the network throws.
   */
  constructor(setup: Setup, root: HTMLElement | ShadowRoot = document.body, mostActs = MOST_ACTS) {
    super(setup);
    this.#history = new History(
      () => this.#moment(),
      (moment) => this.#restore(moment),
      mostActs,
    );
    this.painting = new Painting(root, () => this.net);
    this.painting.relabel(this.labels);
    this.#forgetTheme = onThemeChange(() => this.recolour());
  }

  /** Gives back the memory that the network holds; nobody may ask it anything afterwards. */
  close(): void {
    this.abandon();
    this.#history.clear();
    this.painting.free();
    this.net.free();
  }

  /** The network is broken: nobody may ask it anything, nor is there anybody to give memory back to. */
  abandon(): void {
    this.#forgetTheme();
    this.#listeners.clear();
  }

  // --- Telling ---

  subscribe(listener: (glance: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells every part that something it may show has changed; at a glance only pictures need to follow, words come later. */
  announce(glance = false): void {
    for (const listener of this.#listeners) listener(glance);
  }

  /** Has this to say; by default nothing more of the last act. */
  say(notice = ""): void {
    this.notice = notice;
    this.announce();
  }

  /** The colours around are others now. */
  recolour(): void {
    this.painting.repaint();
    this.revision += 1;
    this.announce();
  }

  /** The couplings are others now, and whether each memory holds is to be shown anew. */
  protected reshaped(notice = ""): void {
    this.revision += 1;
    this.say(notice);
  }

  /** So are the memories, or what they are called. */
  protected relabelled(notice = ""): void {
    this.painting.relabel(this.labels);
    this.reshaped(notice);
  }

  // --- Acting ---

  /** An act that can be undone. One that throws has not happened. Acts of one group are undone together. */
  protected keeping<T>(act: string, make: () => T, group?: unknown): T {
    return this.#history.act(act, group, make);
  }

  /** The same for one that makes another cue: the run starts at the seed shown, so that cue and seed tell all of it. */
  protected act<T>(act: string, make: () => T, group?: unknown): T {
    const { seed } = this.net;
    return this.keeping(
      act,
      () => {
        const result = make();
        this.mixed = false;
        this.net.setSeed(seed);
        return result;
      },
      group,
    );
  }

  /** The same by lot. Lots have seeds of their own: with the run's, the same cells would be chosen every time. */
  protected byLot<T>(act: string, make: () => T, group?: unknown): T {
    return this.act(
      act,
      () => {
        this.net.setSeed(this.#lot);
        this.#lot += 1n;
        return make();
      },
      group,
    );
  }

  /** Whether the network did it. What it refuses, for want of room say, has not happened, and the notice says why. */
  protected granted(what: () => void): boolean {
    try {
      what();
      return true;
    } catch (error) {
      this.say(`That cannot be: ${reason(error)}.`);
      return false;
    }
  }

  // --- Undo ---

  /** What undo would undo, and redo do again. */
  get undoable(): string | undefined {
    return this.#history.undoable;
  }

  get redoable(): string | undefined {
    return this.#history.redoable;
  }

  undo(): void {
    this.#travelled("Undone", () => this.#history.undo());
  }

  redo(): void {
    this.#travelled("Done again", () => this.#history.redo());
  }

  #travelled(words: string, go: () => string | undefined): void {
    let act: string | undefined;
    const gone = this.granted(() => {
      act = go();
    });
    if (gone && act !== undefined) this.relabelled(`${words}: ${act}.`);
  }

  #moment(): Kept {
    const snapshot = this.net.snapshot();
    const labels = this.labels.map((label) => ({ ...label }));
    const { mixed, line } = this;
    return { snapshot, labels, mixed, line, updates: snapshot.updates, free: () => snapshot.free() };
  }

  #restore({ snapshot, labels, mixed, line }: Kept): void {
    if (line !== this.line) this.leaving();
    this.net.restore(snapshot);
    this.mixed = mixed;
    this.line = line;
    this.labels = labels.map((label) => ({ ...label }));
  }
}
