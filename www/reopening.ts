// What was kept is opened again: what a tab had before it was loaded again, what the address tells of, or what was kept last.
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
}

/** The session to open, its line the place where it is kept. What cannot be opened is passed over; of the first, `say` is told why. */
export function reopened(say: (why: string) => void): Reopened | undefined {
  let tell = say;
  const open = (text: string, place: Place, shown: boolean): Reopened | undefined => {
    try {
      return tried(text, () => {
        const saved = readFile(text);
        const session = new Session(saved.setup);
        session.line = place;
        return { session, saved, text, shown };
      });
    } catch (error) {
      tell(reason(error));
      tell = () => {};
      return undefined;
    }
  };
  const before = keptForReload();
  const again = before && open(before.text, before.place, true);
  if (again) return again;
  const all = allKept().filter(({ failed }) => !failed);
  const shown = location.hash ? all.find(({ text }) => hashOf(text) === location.hash) : undefined;
  for (const kept of shown ? [shown, ...all] : all) {
    const opened = open(kept.text, placeOf(kept), kept === shown);
    if (opened) return opened;
  }
  return undefined;
}

/** What is kept of an earlier version of the page stays as it is, for a tab of that version may still write there. */
export const placeOf = ({ key, time }: Kept): Place => (time ? { key, time } : {});

/** What a text says. Throws a RangeError if it cannot be read. */
export const read = (text: string): Saved => tried(text, () => readFile(text));

/** Whether it can be read, as far as anybody knows. */
export const readable = ({ text, failed }: Kept): boolean => !failed && hashOf(text) !== undefined;

/** Does something with a text. If it cannot be read, or breaks the network, it is not opened again unasked. */
function tried<T>(text: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    passOver(text);
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
