// Where runs begin: two runs from the same start go the same way, flip for flip.
import { encodePicture } from "./picture-code";
import type { Session } from "./session";
import type { Setup } from "./setup";

/** Where the run that a session shows began, also where its law was changed on the way. */
export const startOf = (session: Session): Setup => ({
  ...session.setup(),
  cue: session.network.cue(),
  time: 0,
});

/** Whether two setups begin alike, wherever in their runs they are. */
export const sameStart = (a: Setup, b: Setup): boolean => told(a) === told(b);

const told = ({ time: _, ...start }: Setup): string =>
  JSON.stringify(start, (_key, value: unknown) => {
    if (value instanceof Int8Array) return encodePicture(value);
    return typeof value === "bigint" ? String(value) : value;
  });
