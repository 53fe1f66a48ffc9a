// Surveys as the page asks for them: each in a worker, so that the page never waits.
import type { Ask, Found, Message, News, Progress, Survey } from "./surveys";

/** A worker that has done its work and waits for more. */
let rested: Surveyor | undefined;

/**
 * Asks a question; `tell` hears how far the survey is and what is known so far. Rejects with the signal's reason when it is
 * cancelled, and with an Error in words for the page when it fails; the next question then goes to a fresh worker.
 */
export async function survey<K extends Survey>(
  question: Ask<K>,
  tell: (progress: Progress<K>) => void,
  signal: AbortSignal,
): Promise<Found[K]> {
  signal.throwIfAborted();
  const surveyor = rested ?? new Surveyor();
  rested = undefined;
  const dismiss = (): void => surveyor.dismiss(signal.reason);
  signal.addEventListener("abort", dismiss);
  try {
    const found = await surveyor.ask(question, tell);
    if (rested) surveyor.dismiss();
    else rested = surveyor;
    return found;
  } finally {
    signal.removeEventListener("abort", dismiss);
  }
}

/** A worker and the one question that it is at. */
class Surveyor {
  readonly #worker: Worker;
  #ready = false;
  #gone = false;
  #tell: (news: News) => void = () => {};
  #fail: (reason: unknown) => void = () => {};

  constructor() {
    try {
      this.#worker = new Worker(new URL("./survey-worker.ts", import.meta.url), { name: "survey" });
    } catch (error) {
      throw new Error(blocked(error));
    }
    this.#worker.onmessage = ({ data }: MessageEvent<Message>) => this.#hear(data);
    this.#worker.onerror = (event) => {
      event.preventDefault(); // it is told of here
      const why = event.message ?? "";
      this.dismiss(new Error(this.#ready ? `The survey broke off: ${why}` : blocked(why)));
    };
  }

  ask<K extends Survey>(question: Ask<K>, tell: (progress: Progress<K>) => void): Promise<Found[K]> {
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      let known: News["found"] = {};
      this.#tell = ({ done, total, found }) => {
        known = { ...known, ...found };
        // What comes back is of the kind that was asked for.
        tell({ done, total, found: known as Found[K] });
        if (done === total) resolve(known as Found[K]);
      };
      this.#worker.postMessage(question);
    });
  }

  /** Ends the worker, at once and whatever it is doing. */
  dismiss(reason: unknown = new Error("The survey’s worker has ended.")): void {
    this.#gone = true;
    if (rested === this) rested = undefined;
    this.#worker.terminate();
    this.#fail(reason);
  }

  #hear(message: Message): void {
    if ("news" in message) this.#tell(message.news);
    else if ("trouble" in message) this.dismiss(new Error(`The survey cannot be made: ${message.trouble}`));
    else this.#greet(message.ready);
  }

  /** A worker that the browser ends says nothing any more, but lets go of its lock. */
  #greet(lock: string | undefined): void {
    this.#ready = true;
    if (lock === undefined) return;
    void navigator.locks.request(lock, () => {
      if (this.#gone) return;
      this.dismiss(
        new Error(
          "The browser has ended the survey, perhaps for want of memory. Ask again: it begins afresh.",
        ),
      );
    });
  }
}

function blocked(error: unknown): string {
  if (location.protocol === "file:") {
    return "Surveys run in a worker beside the page, and this browser allows none to a page opened as a file. Open the page from a web server, even one on this computer.";
  }
  const why = error instanceof Error ? error.message : String(error);
  return `Surveys run in a worker beside the page, and it could not be started. Check the connection; where the site has a Content-Security-Policy, it must allow worker-src 'self'.${why ? ` (${why})` : ""}`;
}
