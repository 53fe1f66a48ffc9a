// A browser that lets pages store nothing.
import { expect, type Page } from "@playwright/test";
import type { Lab } from "./lab";

export async function forbidStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException("no", "SecurityError");
        },
      });
  });
}

/** A session as the page keeps it: under which key, since when (empty where that is not told), and as what file. */
export interface Session {
  key: string;
  time: string;
  text: string;
}

/** All sessions kept, the newest first. */
export function sessions(page: Page): Promise<Session[]> {
  return page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith("hopfield-net:session"))
      .map(([key, stored]) => {
        const [, time = "", text = stored] = /^(\d{4}-\S+Z)[^\n]*\n(.*)$/s.exec(stored) ?? [];
        return { key, time, text };
      })
      .sort((a, b) => b.time.localeCompare(a.time)),
  );
}

/** The text of the session that was kept last. */
export const newest = async (page: Page): Promise<string> => (await sessions(page))[0]?.text ?? "";

/** Keeps a session as the page does, so long ago (ms). */
export function put(page: Page, key: string, text: string, ago = 0): Promise<void> {
  return page.evaluate(
    ([key, text, ago]) => localStorage.setItem(key, `${new Date(Date.now() - ago).toISOString()}\n${text}`),
    [key, text, ago] as const,
  );
}

/** Leaves so many characters of the browser's storage free. */
export function fill(page: Page, free = 0): Promise<void> {
  return page.evaluate((free) => {
    let text = "x".repeat(2 ** 22);
    for (let i = 0; text.length > 0; i += 1) {
      try {
        localStorage.setItem(`filler-${i}`, text);
      } catch {
        text = text.slice(0, text.length >> 1);
      }
    }
    const first = localStorage.getItem("filler-0") ?? "";
    localStorage.setItem("filler-0", first.slice(free));
  }, free);
}

/** Stores a ready-made picture, and waits until the session is kept with it. */
export async function keepExample(lab: Lab, name: string): Promise<void> {
  await lab.storeExamples(name);
  await expect.poll(() => newest(lab.page)).toContain(`"${name}"`);
}
