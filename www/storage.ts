// The browser's storage, in which a session lives on when the page is closed. It may be forbidden, full, or damaged.
const KEY = "hopfield-net:session";
/** Damaged ones that are kept beside it. */
const MOST_ASIDE = 5;

/** What was kept; undefined if nothing was, or if nothing may be. */
export function kept(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text in place of the one before; says why if it cannot. */
export function keep(text: string): string | undefined {
  try {
    localStorage.setItem(KEY, text);
    return undefined;
  } catch (error) {
    return error instanceof DOMException && error.name === "QuotaExceededError"
      ? "this browser’s storage for the page is full"
      : "this browser lets the page store nothing";
  }
}

/** Keeps a text until this tab loads the page again: however many tabs there are, each then goes on where it was. None: it starts anew. */
export function keepForReload(text: string | undefined): void {
  try {
    if (text === undefined) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, text);
  } catch {
    // Then it goes on as on the next visit.
  }
}

/** What this tab was showing, if it has just loaded the page again. */
export function keptForReload(): string | undefined {
  const [navigation] = performance.getEntriesByType("navigation");
  if (!(navigation instanceof PerformanceNavigationTiming) || navigation.type !== "reload") return undefined;
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Takes a text that was kept out of the way, so that it can still be looked at; returns the key under which it is now. */
export function setAside(text: string): string | undefined {
  try {
    const keys = Array.from({ length: MOST_ASIDE }, (_, i) => `${KEY}:damaged${i === 0 ? "" : `-${i + 1}`}`);
    const key = keys.find((key) => localStorage.getItem(key) === null) ?? `${KEY}:damaged`;
    // Before it is written again: there may be room for one only.
    for (const storage of [sessionStorage, localStorage]) {
      if (storage.getItem(KEY) === text) storage.removeItem(KEY);
    }
    localStorage.setItem(key, text);
    return key;
  } catch {
    return undefined;
  }
}
