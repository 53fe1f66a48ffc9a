import { css, html, type TemplateResult } from "lit";
import type { Challenge } from "./challenges/challenge";
import { challenges } from "./challenges/index";
import { Part } from "./part";
import type { Player } from "./player";
import { done } from "./progress";
import { type Referee, refereeOf } from "./referee";
import { controls, hues } from "./style";

/** Challenges, one at a time: what to do, how it stands as the network has it, a hint, and what it taught. */
export class ChallengesPanel extends Part {
  static override properties = {
    ...Part.properties,
    player: { attribute: false },
    shown: { state: true },
    hinted: { state: true },
  };
  static override styles = [
    controls,
    hues,
    css`
      :host {
        display: grid;
        gap: 8px;
        font-size: 15px;
      }
      h2,
      p {
        margin: 0;
        text-wrap: pretty;
      }
      h2 {
        font-size: 17px;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      nav button {
        position: relative;
        width: 36px;
        min-height: 36px;
        padding: 0;
      }
      nav button[aria-current="true"] {
        border-color: var(--ink);
        font-weight: 700;
        box-shadow: inset 0 0 0 1px var(--ink);
      }
      /* solved: a tick in the corner, besides the words for screen readers */
      nav .tick {
        position: absolute;
        top: -5px;
        right: -3px;
        width: 16px;
        height: 16px;
        border-radius: 50%;
        background: var(--active);
        color: var(--on-active);
        font-size: 11px;
        line-height: 16px;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .bets button {
        min-height: 36px;
      }
      button.first {
        border-color: var(--active); /* filled is Recall alone */
        color: var(--active);
        font-weight: 650;
      }
      #said {
        padding-left: 10px;
        border-left: 3px solid var(--line);
      }
      #said.won {
        border-color: var(--active);
      }
      .hint {
        color: var(--muted);
      }
      @media (max-width: 359px) {
        .acts button {
          padding: 0 9px;
        }
      }
      @media (forced-colors: active) {
        .tick {
          forced-color-adjust: none;
        }
        nav button[aria-current="true"] {
          outline: 1px solid Highlight;
          border-color: Highlight;
        }
      }
    `,
  ];

  declare player: Player;
  /** The challenge looked at, by its place. */
  declare shown: number;
  /** Whether its hint is open. */
  declare hinted: boolean;
  #referee!: Referee;

  override connectedCallback(): void {
    this.#referee = refereeOf(this.session);
    this.#referee.watched = true;
    const { challenge } = this.#referee;
    const first = challenges.findIndex(({ id }) => !done.includes(id));
    this.shown = challenge ? challenges.indexOf(challenge) : Math.max(0, first);
    this.hinted = false;
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#referee.watched = false;
  }

  protected override render(): TemplateResult | string {
    const challenge = challenges[this.shown];
    if (!challenge) return "";
    const on = challenge === this.#referee.challenge;
    const verdict = on ? this.#referee.verdict : undefined;
    const over = verdict?.won === true;
    return html`
      <nav aria-label="Challenges, ${done.length} of ${challenges.length} solved">${challenges.map((one, i) => this.#entry(one, i))}</nav>
      <h2 id="challenge">${challenge.name}</h2>
      <p id="goal">${challenge.goal}</p>
      <div class="acts">
        <button id="set-up" class=${on ? "" : "first"} @click=${() => this.#begin(challenge)}>${on ? this.#again(challenge) : "Set it up"}</button>
        ${over ? "" : html`<button id="hint" aria-expanded=${this.hinted} @click=${() => this.#hint()}>${this.hinted ? "Hide the hint" : "Give me a hint"}</button>`}
        <button id="previous" aria-disabled=${this.shown === 0} @click=${() => this.#show(this.shown - 1)}>Previous</button>
        <button id="next" class=${over ? "first" : ""} aria-disabled=${this.shown === challenges.length - 1} @click=${() => this.#show(this.shown + 1)}>Next</button>
      </div>
      ${on && challenge.bets ? this.#bets(challenge.bets.on) : ""}
      <p id="said" class="numbers ${over ? "won" : ""}" aria-live="polite">
        ${over ? html`<b>Solved.</b> ` : ""}${verdict?.said ?? this.#idle(challenge)}
      </p>
      ${over ? html`<p id="taught">${challenge.taught}</p>` : ""}
      ${this.hinted && !over ? html`<p id="hint-text" class="hint"><b>Hint.</b> ${challenge.hint}</p>` : ""}
    `;
  }

  #entry({ id, name }: Challenge, i: number): TemplateResult {
    const solved = done.includes(id);
    return html`<button class="numbers" aria-label="${i + 1}, ${name}${solved ? ", solved" : ""}" title=${name}
      aria-current=${i === this.shown} @click=${() => this.#show(i)}>${i + 1}${
        solved ? html`<span class="tick" aria-hidden="true">✓</span>` : ""
      }</button>`;
  }

  #bets(on: readonly string[]): TemplateResult {
    const { bet, mayBet } = this.#referee;
    return html`<div class="acts bets" role="group" aria-label="Your bet">
      ${on.map(
        (name, i) =>
          html`<button aria-pressed=${bet === i} aria-disabled=${!mayBet} @click=${() => this.#referee.place(i)}>${name}</button>`,
      )}
    </div>`;
  }

  #idle({ id }: Challenge): string {
    return done.includes(id)
      ? "You have solved this one. It can be set up again."
      : "Setting it up changes the memories and the pad; undo brings back what is there now.";
  }

  #again({ bets }: Challenge): string {
    return bets ? "Set up another one" : "Set it up again";
  }

  #begin(challenge: Challenge): void {
    this.player.pause();
    this.#referee.begin(challenge);
  }

  #hint(): void {
    this.hinted = !this.hinted;
  }

  #show(place: number): void {
    if (place < 0 || place >= challenges.length) return;
    this.shown = place;
    this.hinted = false;
  }
}

customElements.define("challenges-panel", ChallengesPanel);
