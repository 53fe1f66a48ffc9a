// What was kept is opened again: what a tab had before it was loaded again, what the address tells of, or what was kept last.
import { broken } from "./core";
import { writeLink } from "./link";
import { reason } from "./reason";
import { readFile, type Saved } from "./save-file";
import { Session } from "./session";
import { allKept, type Kept, keptForReload, type Place, passOver } from "./storage";

export interface Reopened {
  session: Session;
  saved: Saved;
  /** As which it was kept. */
  text: string;
  /** Whether the address tells of nothing else. */
  shown: boolean;
  /** Whether it is somebody's work that could not be kept. */
  unkept: boolean;
}

/** The session to open, its line the place where it is kept. What cannot be opened is passed over; of the first, `say` is told why. */
export function reopened(say: (why: string) => void): Reopened | undefined {
  let tell = say;
  const open = (text: string, place: Place, shown: boolean, unkept = false): Reopened | undefined => {
    try {
      return tried(text, () => {
        const saved = readFile(text);
        const session = new Session(saved.setup);
        session.line = place;
        return { session, saved, text, shown, unkept };
      });
    } catch (error) {
      tell(reason(error));
      tell = () => {};
      return undefined;
    }
  };
  const before = keptForReload();
  const again = before && open(before.text, before.place, true, before.unkept);
  if (again) return again;
  const shown = shownBy(location.hash);
  const all = allKept().filter(({ failed }) => !failed);
  for (const kept of shown ? [shown, ...all] : all) {
    const opened = open(kept.text, placeOf(kept), kept === shown);
    if (opened) return opened;
  }
  return undefined;
}

/** What is kept of an earlier version of the page stays as it is, for a tab of that version may still write there. */
export const placeOf = ({ key, time }: Kept): Place => (time ? { key, time } : {});

/** The session that is kept under the very address, if one is. */
export const shownBy = (hash: string): Kept | undefined =>
  hash ? allKept().find(({ text, failed }) => !failed && hashOf(text) === hash) : undefined;

/** What a text says. Throws a RangeError if it cannot be read; if it breaks the network, it is not opened again unasked. */
export const read = (text: string): Saved => tried(text, () => readFile(text), broken);

/** Whether it may go to make room: it can be read, as far as anybody knows, and no earlier version of the page may want it. */
export const mayGo = ({ text, time, failed }: Kept): boolean =>
  time !== "" && !failed && hashOf(text) !== undefined;

/** Does something with a text. After errors of that kind it is not opened again unasked. */
function tried<T>(text: string, act: () => T, kind: (error: unknown) => boolean = () => true): T {
  try {
    return act();
  } catch (error) {
    if (kind(error)) passOver(text);
    throw error;
  }
}

/** The link to what a text says, if it can be read. */
function hashOf(text: string): string | undefined {
  try {
    const { setup, view } = read(text);
    return writeLink(setup, view).hash;
  } catch (error) {
    reason(error); // which lets no broken network pass
    return undefined;
  }
}
