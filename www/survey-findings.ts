// What surveys of a session have found and how far those under way are. It outlives the panel that shows it.
import { reason } from "./reason";
import type { Session } from "./session";
import { survey } from "./surveyor";
import type { Ask, Found, Progress, Survey } from "./surveys";

/** What was asked and what is known of it: all, or as much as there was time for. */
export interface Finding<K extends Survey> extends Progress<K> {
  question: Ask<K>;
}

/** The surveys of one kind, one at a time. */
export class Findings<K extends Survey> {
  last: Finding<K> | undefined;
  /** The survey under way. */
  running: { done: number; total: number } | undefined;
  /** Why the last one failed. */
  trouble = "";
  #cancel: AbortController | undefined;
  readonly #listeners = new Set<() => void>();

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins a survey; one under way ends. What was found before stays until there is something new. */
  async begin(question: Ask<K>): Promise<Found[K] | undefined> {
    this.cancel();
    const cancel = new AbortController();
    this.#cancel = cancel;
    this.trouble = "";
    this.running = { done: 0, total: 0 };
    this.#announce();
    const tell = (progress: Progress<K>): void => {
      this.last = { ...progress, question };
      this.running = progress;
      this.#announce();
    };
    try {
      return await survey(question, tell, cancel.signal);
    } catch (error) {
      if (!cancel.signal.aborted) this.trouble = reason(error);
      return undefined;
    } finally {
      if (this.#cancel === cancel) this.#end();
    }
  }

  /** Ends the survey under way, at once; what it has found so far stays. */
  cancel(): void {
    this.#cancel?.abort();
    if (this.running) this.#end();
  }

  #end(): void {
    this.#cancel = undefined;
    this.running = undefined;
    this.#announce();
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** All surveys of a session, and which one was looked at last. */
export class Surveys {
  view: Survey = "census";
  readonly census = new Findings<"census">();
  readonly basin = new Findings<"basin">();
  readonly capacity = new Findings<"capacity">();
  readonly map = new Findings<"map">();

  of<K extends Survey>(kind: K): Findings<K> {
    // An object's property of a generic name: TypeScript knows no more than that it is one of them.
    return this[kind] as unknown as Findings<K>;
  }
}

const known = new WeakMap<Session, Surveys>();

export function surveysOf(session: Session): Surveys {
  const surveys = known.get(session) ?? new Surveys();
  known.set(session, surveys);
  return surveys;
}
