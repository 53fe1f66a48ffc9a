import { css, html, type PropertyValues, type TemplateResult } from "lit";
import { define } from "./define";
import { named, nearestMemory, valley, type Words } from "./naming";
import { Part } from "./part";
import type { Player } from "./player";
import { controls, hues } from "./style";
import { count, degrees } from "./words";

/** A drawing that differs in no more than a quarter of its cells from a memory is introduced as that memory, damaged. */
const DAMAGED = 1 / 4;

/** On a narrow page, and in a narrow figure. */
const narrow = css`
  p {
    font-size: 15px;
    line-height: 20px;
  }
`;

/** One sentence: what is on the pad, what is going on, or what came of it. Outcomes are spoken too. */
export class VerdictLine extends Part {
  static override properties = {
    ...Part.properties,
    player: { attribute: false },
    prompts: { attribute: false },
  };
  static override styles = [
    controls,
    hues,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0;
        text-align: center;
        text-wrap: balance;
        overflow-wrap: anywhere;
        font-size: 16px;
        line-height: 22px;
      }
      @media (max-width: 699px) {
        ${narrow}
      }
      @container (max-width: 699px) {
        ${narrow}
      }
    `,
  ];

  declare player: Player;
  /** Whether it says which button to press: not where there is none. */
  declare prompts: boolean;
  #speaks = false;
  /** The time shown last, and whether somebody has changed the picture in mid-run: it then runs on from there. */
  #time = 0;
  #changed = false;

  constructor() {
    super();
    this.prompts = true;
  }

  protected override render(): TemplateResult {
    const { session, player } = this;
    const { time } = session.network;
    this.#changed = player.playing && (this.#changed || time < this.#time);
    this.#time = time;
    const ended = !player.playing && time > 0 && (session.atRest || session.swings);
    this.#speaks = ended || session.notice !== "";
    return html`
      <p id="verdict" class="numbers">${session.notice || this.#sentence()}</p>
      <div id="spoken" class="unseen" aria-live="polite"></div>
    `;
  }

  /** The sentence is spoken as plain text: its pictures and terms are for those who see it. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const [shown, spoken] = ["#verdict", "#spoken"].map((part) => this.renderRoot.querySelector(part));
    const words = this.#speaks ? (shown?.textContent ?? "").replace(/\s+/g, " ").trim() : "";
    if (spoken && spoken.textContent !== words) spoken.textContent = words;
  }

  #sentence(): Words {
    const { network, atRest } = this.session;
    const { time, flips, restless, temperature } = network;
    const { playing } = this.player;
    if (network.memoryCount === 0) return "It remembers nothing yet. Draw something, then store it.";
    if (atRest && !playing) return this.#rest();
    if (time === 0 && !playing) return this.#cue();
    if (!playing && this.session.swings) {
      return "It swings between two pictures for ever: all answer at once, and so undo each other’s answers.";
    }
    if (temperature > 0) return this.#warm();
    const from = this.#changed ? "It runs on from your change: " : "";
    const asked = `${from}${count(time, "answer")} so far, ${flips} of them ${flips === 1 ? "a flip" : "flips"}.`;
    const wants =
      restless === 0
        ? "None wants to flip now."
        : `${restless} dotted ${restless === 1 ? "cell wants" : "cells want"} to flip now.`;
    return `${asked} ${wants}${playing || !this.prompts ? "" : " Press Recall to go on."}`;
  }

  /** At a temperature there is no end to tell of, only where it is now. */
  #warm(): Words {
    const { network } = this.session;
    const nearest = this.session.nearest();
    const memory = nearest && valley(this.session, nearest);
    const near = nearest
      ? nearest.distance === 0
        ? html` Now it is ${memory}.`
        : html` Now ${count(nearest.distance, "cell")} from ${memory}.`
      : "";
    return html`At temperature ${degrees(network.temperature)} it keeps moving: ${count(network.flips, "flip")} in ${count(network.time, "update")}.${near}`;
  }

  /** What is on the pad before anything ran. */
  #cue(): Words {
    const { network } = this.session;
    const nearest = this.session.nearest();
    if (!nearest) return "";
    const { distance } = nearest;
    const memory = valley(this.session, nearest);
    const warm = network.temperature > 0;
    if (distance === 0 && !warm) {
      return html`This is ${memory}, but it does not hold: ${count(network.restless, "cell")} want${network.restless === 1 ? "s" : ""} to flip.`;
    }
    const prompt = (words: string): string => {
      if (!this.prompts) return "";
      return warm ? "Press Run and see how well it holds." : words;
    };
    if (distance === 0) return html`This is ${memory}. ${prompt("")}`;
    return distance <= network.cells * DAMAGED
      ? html`This is ${memory} with ${distance} of its ${network.cells} cells flipped. ${prompt("Dotted cells want to flip: press Recall and see whether it heals.")}`
      : html`This is most like ${memory}, ${distance} cells away. ${prompt("Press Recall and see where it rolls.")}`;
  }

  /** How the network came to rest. Updates after the last flip change nothing, so they do not count. */
  #rest(): TemplateResult {
    const { network } = this.session;
    const updates = this.session.restedAt() ?? 0;
    const result = this.#result();
    return updates === 0
      ? html`The pad is at rest: ${result}`
      : html`Settled after ${count(updates, "update")}, ${count(network.flips, "flip")}: ${result}`;
  }

  #result(): TemplateResult {
    const outcome = this.session.network.outcome();
    const { energy } = this.session;
    const deep =
      outcome.memories[0] === undefined ? undefined : this.session.memoryEnergy(outcome.memories[0]);
    // Only where E(-s) = E(s): not with a bias, and not under every rule.
    const just =
      outcome.kind === "inverse" &&
      deep !== undefined &&
      energy !== undefined &&
      Math.abs(energy - deep) <= 1e-9 * Math.abs(deep);
    return html`${named(this.session, outcome)}${just ? ", a valley just as deep" : ""}.${outcome.kind === "spurious" ? nearestMemory(this.session) : ""}`;
  }
}

define("hopfield-verdict-line", VerdictLine);
