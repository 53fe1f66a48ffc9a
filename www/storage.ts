// The browser's storage, in which sessions live on when the page is closed, each under a key of its own. It may be forbidden, full
// or damaged, and other tabs write into it too: nothing takes the place of what somebody else has put there.
import { broken } from "./core";

/**
 * Sessions have keys with numbers behind this. The bare key was that of the only session that earlier versions of the page kept,
 * and words behind it those of damaged ones: they are found, and never written over, for a tab of such a version may still be open;
 * what cannot be opened is only marked.
 */
const KEY = "hopfield-net:session";
/** How many sessions are kept that can be read. */
export const MOST_KEPT = 20;
/** What stands before the text of a session: when it was kept, and a word. In a tab's own storage that is its key, or UNKEPT; else FAILED, or none. */
const HEAD = /^(\d{4}-\S+Z)(?: (\S+))?\n/;
/** The last day of which years are written in four digits, ms. */
const LATEST = Date.UTC(9999, 11, 31);
/** It could not be opened, and is not tried again unasked. */
const FAILED = "failed";
/** Somebody's work that could be kept nowhere but in the tab. */
const UNKEPT = "unkept";

/** Where a session is kept, if it is yet, and since when: as long as it is this time that stands there, nobody else has kept another there. */
export interface Place {
  key?: string;
  /** In ISO 8601. */
  time?: string;
}

/** A session as it is kept. */
export interface Kept {
  key: string;
  /** Empty for one of an earlier version of the page. */
  time: string;
  text: string;
  /** Whether it could not be opened. */
  failed: boolean;
  /** All that stands under the key. */
  stored: string;
}

/** All that is kept, the newest first. */
export function allKept(): Kept[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key === KEY || key.startsWith(`${KEY}:`))
      .map((key) => {
        const stored = localStorage.getItem(key) ?? "";
        const { time, word, text } = parsed(stored);
        return { key, time, text, failed: word === FAILED, stored };
      })
      .sort((a, b) => b.time.localeCompare(a.time) || a.key.localeCompare(b.key));
  } catch {
    return [];
  }
}

/**
 * Keeps a session at its place, or at a new one if there is none yet or another tab has kept its own there. Tells why it cannot, or
 * how many others had to go to make room: the oldest that may.
 */
export function keep(place: Place, text: string, mayGo: (kept: Kept) => boolean): string | number {
  try {
    const stored = place.key ? localStorage.getItem(place.key) : null;
    const taken = stored !== null && parsed(stored).time !== place.time;
    const key = place.key && !taken ? place.key : freeKey();
    const time = stamp();
    const gone = put(key, `${time}\n${text}`, mayGo);
    Object.assign(place, { key, time });
    if (stored === null || taken) thin(key, mayGo);
    return gone;
  } catch (error) {
    if (broken(error)) throw error;
    return full(error)
      ? "this browser’s storage for the page is full"
      : "this browser lets the page store nothing";
  }
}

/** What this tab had before cannot be opened, nor put anywhere else: it stays where it is. */
let stuck = false;

/** This text could not be opened: it is kept, if it was in this tab alone too, but not to be opened again unasked. */
export function passOver(text: string): void {
  const here = inTab()?.text === text;
  try {
    const kept = allKept().find((kept) => kept.text === text);
    const time = kept?.time || stamp();
    localStorage.setItem(kept?.key ?? freeKey(), `${time} ${FAILED}\n${text}`);
    if (here) sessionStorage.removeItem(KEY);
  } catch {
    if (here) stay(text);
  }
}

/** It stays in the tab, not to be opened again unasked either. */
function stay(text: string): void {
  stuck = true;
  try {
    sessionStorage.setItem(KEY, `${new Date().toISOString()} ${FAILED}\n${text}`);
  } catch {
    // Then it stays as it was.
  }
}

/**
 * Keeps a session until this tab loads the page again: however many tabs there are, each then goes on where it was. `made` says
 * whether anybody has made it, and not only opened it. Whether that could be.
 */
export function keepForReload({ key, time }: Place, text: string, made: boolean): boolean {
  if (stuck) return false;
  const head = key ? `${time} ${key}\n` : made ? `${new Date().toISOString()} ${UNKEPT}\n` : "";
  try {
    sessionStorage.removeItem(KEY);
    sessionStorage.setItem(KEY, head + text);
    return true;
  } catch {
    return false; // Then it goes on as on the next visit.
  }
}

/** From now on, a tab that comes to a sudden end opens what was kept last. */
export function forgetReload(): void {
  if (stuck) return;
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Then there is nothing to forget.
  }
}

/** Takes a session out of storage; not if another tab has gone on with it meanwhile. */
export function remove({ key, stored }: Kept): boolean {
  if (localStorage.getItem(key) !== stored) return false;
  localStorage.removeItem(key);
  return true;
}

/** Puts it back, beside what another tab may have put there. Throws where there is no room for it any more. */
export function putBack(kept: Kept): void {
  while (localStorage.getItem(kept.key) !== null) kept.key += "+";
  localStorage.setItem(kept.key, kept.stored);
}

/** Whether anything can be kept here at all. */
export function storable(): boolean {
  try {
    return localStorage !== null;
  } catch {
    return false;
  }
}

/** What this tab was showing, its place, and whether it is work that has none, if the tab has just loaded the page again. */
export function keptForReload(): { text: string; place: Place; unkept: boolean } | undefined {
  const [navigation] = performance.getEntriesByType("navigation");
  if (!(navigation instanceof PerformanceNavigationTiming) || navigation.type !== "reload") return undefined;
  const kept = inTab();
  if (!kept) return undefined;
  const { text, time, word } = kept;
  if (word === FAILED) {
    passOver(text);
    return undefined;
  }
  const unkept = word === UNKEPT;
  return { text, place: word && !unkept ? { key: word, time } : {}, unkept };
}

function inTab(): ReturnType<typeof parsed> | undefined {
  try {
    const stored = sessionStorage.getItem(KEY);
    return stored === null ? undefined : parsed(stored);
  } catch {
    return undefined;
  }
}

function parsed(stored: string): { time: string; word: string; text: string } {
  const [head = "", time = "", word = ""] = HEAD.exec(stored) ?? [];
  return { time, word, text: stored.slice(head.length) };
}

/** The time, later than that of all that is kept, for the newest is what was kept last: a clock may be set back. */
function stamp(): string {
  const [newest] = allKept();
  const last = Date.parse(newest?.time ?? "") || 0;
  return new Date(last < LATEST ? Math.max(Date.now(), last + 1) : Date.now()).toISOString();
}

function freeKey(): string {
  let number = 1;
  while (localStorage.getItem(`${KEY}:${number}`) !== null) number += 1;
  return `${KEY}:${number}`;
}

/** Writes, and lets others go as far as that makes room; tells how many. If it makes none, all are there as before. */
function put(key: string, stored: string, mayGo: (kept: Kept) => boolean): number {
  const gone: Kept[] = [];
  let others: Kept[] | undefined;
  for (;;) {
    try {
      localStorage.setItem(key, stored);
      return gone.length;
    } catch (error) {
      others ??= full(error) ? allKept().filter((kept) => kept.key !== key && mayGo(kept)) : [];
      const oldest = others.pop();
      if (!oldest) {
        for (const { key, stored } of gone) localStorage.setItem(key, stored);
        throw error;
      }
      localStorage.removeItem(oldest.key);
      gone.push(oldest);
    }
  }
}

/** Where there are too many, the oldest go; one that cannot be read is not for us to let go of. */
function thin(key: string, mayGo: (kept: Kept) => boolean): void {
  const all = allKept();
  if (all.length <= MOST_KEPT) return;
  for (const old of all.filter(mayGo).slice(MOST_KEPT)) if (old.key !== key) localStorage.removeItem(old.key);
}

const full = (error: unknown): boolean =>
  error instanceof DOMException && error.name === "QuotaExceededError";
