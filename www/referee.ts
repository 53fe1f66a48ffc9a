// Who watches a session while a challenge is on, whichever lens is in front.
import { html } from "lit";
import type { Challenge, Verdict } from "./challenges/challenge";
import { solve } from "./progress";
import type { Session } from "./session";
import type { Setup } from "./setup";

const referees = new WeakMap<Session, Referee>();

/** The referee of a session: the same one every time. */
export function refereeOf(session: Session): Referee {
  const referee = referees.get(session) ?? new Referee(session);
  referees.set(session, referee);
  return referee;
}

/** How soon the next act must follow (ms) to be one with the last, as the dreams of a night are. */
const SOON = 1000;

export class Referee {
  /** The challenge that is on, what it set up, and how it stands. */
  challenge: Challenge | undefined;
  verdict: Verdict | undefined;
  bet: number | undefined;
  /** Bets won. */
  wins = 0;
  /** Whether somebody looks at what it says; else it tells the session when a challenge is solved. */
  watched = false;
  #given: Setup | undefined;
  /** Whether the network has run since, which is too late to bet. */
  #ran = false;
  /** Whether the bet of this round is won. */
  #settled = false;
  /** When it was last told of as solved, ms. */
  #told = 0;
  /** Which of its setups each challenge is at. */
  readonly #rounds = new Map<string, number>();
  readonly #session: Session;
  /** All challenges of a visit are one line of work, beside what was there before, unless somebody stores what is worth keeping. */
  #line = {};

  constructor(session: Session) {
    this.#session = session;
    session.subscribe((glance) => {
      if (!glance) this.#judge();
    });
  }

  /** Puts the session into a challenge; what was there comes back by undo. */
  begin(challenge: Challenge): void {
    const round = this.#rounds.get(challenge.id) ?? 0;
    const setup = challenge.setups[round % challenge.setups.length];
    if (!setup) return;
    this.#rounds.set(challenge.id, round + 1);
    if (challenge !== this.challenge || this.verdict?.won) this.wins = 0;
    this.challenge = challenge;
    this.verdict = undefined;
    this.bet = undefined;
    this.#ran = false;
    this.#settled = false;
    if (this.#stored) this.#line = {};
    this.#given = setup();
    this.#session.become(this.#given, `the challenge “${challenge.name}”`, "", this.#line);
  }

  /** Whether there are memories in this line that no challenge has set up. */
  get #stored(): boolean {
    if (this.#session.line !== this.#line || !this.#given) return false;
    const pictures = ({ memories }: Setup): string => memories.map(({ picture }) => picture.join()).join(" ");
    return pictures(this.#session.setup()) !== pictures(this.#given);
  }

  /** Places a bet, as long as the network has not run. */
  place(bet: number): void {
    if (!this.mayBet) return;
    this.bet = bet;
    this.#session.say();
  }

  get mayBet(): boolean {
    return this.challenge?.bets !== undefined && !this.#ran && this.#session.network.end === 0;
  }

  #judge(): void {
    const { challenge, bet } = this;
    const [session, given] = [this.#session, this.#given];
    // What is won stays so, whatever is tried next, until it is set up again.
    if (this.verdict?.won) this.#tell();
    if (!challenge || !given || this.verdict?.won || this.#settled) return;
    this.#ran ||= session.network.end > 0;
    const late = this.#ran && bet === undefined;
    this.verdict = this.#counted(challenge, challenge.judge({ session, given, bet, late }));
    if (!this.verdict.won) return;
    solve(challenge.id);
    this.#told = performance.now();
    this.#tell();
  }

  /** Tells of it where nobody looks, again while one act follows the other and has nothing to say for itself. */
  #tell(): void {
    const now = performance.now();
    if (this.watched || this.#session.notice || !this.challenge || now - this.#told > SOON) return;
    this.#told = now;
    this.#session.say(`Challenge solved: ${this.challenge.name}.`);
  }

  /** A bet that is won may be one of several to win. */
  #counted({ bets }: Challenge, verdict: Verdict): Verdict {
    if (!bets || !verdict.won) return verdict;
    this.wins += 1;
    this.#settled = true;
    if (this.wins === bets.wins) return verdict;
    return {
      won: false,
      said: html`${verdict.said} That is ${this.wins} of ${bets.wins}: set up the next one.`,
    };
  }
}
