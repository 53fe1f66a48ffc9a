// What scripts and buttons of the page may ask of a figure.
import type { FigureNews } from "./element-news";
import type { Player } from "./player";
import type { Session } from "./session";

/** What a figure has as long as its network runs. */
export interface Awake {
  session: Session;
  player: Player;
  news: FigureNews;
}

/** What an act is given besides. */
interface Wish {
  /** How many cells or dreams: a number of a script, the value of a button, or nothing. */
  amount: unknown;
  /** Cells that are corrupted where nobody says how many. */
  noise: number;
  /** Is told what was expected of the amount, if that cannot be. */
  complain(expected: string, came: string): void;
}

type Act = (awake: Awake, wish: Wish) => void;

/** By hand: whatever runs stops first. */
const byHand =
  (act: (session: Session, wish: Wish) => void): Act =>
  ({ session, player }, wish) => {
    player.pause();
    act(session, wish);
  };

/** A button commands them with two hyphens before their names. */
export const acts = {
  recall({ session, player }) {
    if (player.playing) return;
    if (session.network.time > 0 && (session.atRest || session.swings)) session.reset();
    player.play();
  },
  pause: byHand(() => {}),
  step: byHand((session) => session.step()),
  reset: byHand((session) => session.reset()),
  corrupt({ session }, wish) {
    const { cells } = session.network;
    const flips = amountOf(wish, Math.min(cells, wish.noise), cells);
    if (flips !== undefined) session.corrupt(flips);
  },
  store({ session }) {
    session.store();
  },
  sleep: byHand((session, wish) => {
    const { hasCouplings, memoryCount, bestDose, dreams } = session.network;
    const wanted = amountOf(wish, bestDose - dreams);
    if (wanted === undefined) return;
    if (!hasCouplings || memoryCount === 0) return session.say("There is nothing to dream of.");
    if (wanted <= 0) return session.say(`It has slept enough: the best dose is ${bestDose} dreams.`);
    session.dream(wanted);
  }),
} satisfies Record<string, Act>;

export type ActName = keyof typeof acts;

/** The act that a command names, if it is one of ours. */
export function commanded(command: string): ActName | undefined {
  return (Object.keys(acts) as ActName[]).find((name) => command === `--${name}`);
}

/** How many are wished, where that can be. */
function amountOf({ amount, complain }: Wish, usual: number, most?: number): number | undefined {
  if (amount === undefined) return usual;
  const wished = /^\d+$/.test(String(amount)) ? Number(amount) : Number.NaN;
  if (wished >= 0 && wished <= (most ?? wished)) return wished;
  complain(`a whole number from 0 ${most === undefined ? "up" : `to ${most}`}`, String(amount));
  return undefined;
}
