// What of the page itself, not of the network, links and files tell: which lens is open, and how fast a run is shown.
import { FASTEST, FIRST_SPEED, SPEEDS } from "./player";

export interface View {
  /** The lens in front, by its id. */
  show: string;
  /** Updates a second. */
  speed: number;
}

export const USUAL_VIEW: View = { show: "why", speed: FIRST_SPEED };

const speeds = SPEEDS.map((speed) => (speed === FASTEST ? "max" : String(speed)));

/** As text; what was read throws a RangeError where it says nothing. */
export const viewPart = {
  /** "" for the usual speed. */
  writeSpeed: (speed: number): string =>
    speed === USUAL_VIEW.speed ? "" : speed === FASTEST ? "max" : String(speed),

  readSpeed(text: string): number {
    const speed = SPEEDS[speeds.indexOf(text)];
    if (speed === undefined) throw new RangeError(`expected one of ${speeds.join(", ")}`);
    return speed;
  },

  /** Which lenses there are only the page knows. */
  show(text: string): string {
    if (!/^[a-z][a-z-]{0,19}$/.test(text)) throw new RangeError("expected the name of a lens");
    return text;
  },
};
