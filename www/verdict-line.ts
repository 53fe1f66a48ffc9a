import { css, html, type TemplateResult } from "lit";
import { Part } from "./part";
import type { Player } from "./player";
import type { Outcome } from "./session";
import { controls, hues } from "./style";
import { count, list } from "./words";

type Words = TemplateResult | string;

/** A drawing that differs in no more than a quarter of its cells from a memory is introduced as that memory, damaged. */
const DAMAGED = 1 / 4;

/** One sentence: what is on the pad, what is going on, or what came of it. Outcomes are spoken too. */
export class VerdictLine extends Part {
  static override properties = { ...Part.properties, player: { attribute: false } };
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
        font-size: 17px;
      }
      @media (max-width: 420px) {
        p {
          font-size: 15px;
          line-height: 1.35;
        }
      }
    `,
  ];

  declare player: Player;

  protected override render(): TemplateResult {
    const { session, player } = this;
    const settled = !player.playing && session.network.time > 0 && session.network.restless === 0;
    const spoken = session.notice || (settled ? this.#sentence() : "");
    return html`
      <p id="verdict" class="numbers">${session.notice || this.#sentence()}</p>
      <div id="spoken" class="unseen" aria-live="polite">${spoken}</div>
    `;
  }

  #sentence(): Words {
    const { network } = this.session;
    const { time, flips, restless } = network;
    if (network.memoryCount === 0) return "It remembers nothing yet. Draw something, then store it.";
    if (restless === 0 && !this.player.playing) return this.#rest();
    if (time === 0 && !this.player.playing) return this.#cue();
    const asked = `Asked ${count(time, "neuron")} so far; ${flips} changed ${flips === 1 ? "its" : "their"} mind.`;
    const wants =
      restless === 0
        ? "None wants to flip now."
        : `${restless} dotted ${restless === 1 ? "cell wants" : "cells want"} to flip now.`;
    return `${asked} ${wants}`;
  }

  /** What is on the pad before anything ran. */
  #cue(): Words {
    const { network } = this.session;
    const nearest = this.session.nearest();
    if (!nearest) return "";
    const { index, distance } = nearest;
    const memory = this.#name(index);
    if (distance === 0) {
      return html`This is ${memory}, but it does not hold: ${count(network.restless, "cell")} want${network.restless === 1 ? "s" : ""} to flip.`;
    }
    return distance <= network.cells * DAMAGED
      ? html`This is ${memory} with ${distance} of its ${network.cells} cells flipped. Press Recall and see whether it heals.`
      : html`The memory most like this is ${memory}, ${distance} cells away. Press Recall and see where it rolls.`;
  }

  /** How the network came to rest. Updates after the last flip change nothing, so they do not count. */
  #rest(): TemplateResult {
    const { network } = this.session;
    const updates = this.session.restedAt() ?? 0;
    const result = this.#result(network.outcome());
    return updates === 0
      ? html`The pad is at rest: ${result}`
      : html`Settled after ${count(updates, "update")}, ${count(network.flips, "flip")}: ${result}`;
  }

  #result({ kind, memories, signs }: Outcome): Words {
    const nearest = this.session.nearest();
    switch (kind) {
      case "memory":
        return html`${this.#names(memories)}, exactly.`;
      case "inverse":
        // E(-s) = E(s), except with a bias.
        return html`the negative of ${this.#names(memories)}${this.session.network.bias ? "" : ", a valley just as deep"}.`;
      case "mixture":
        return html`a blend of ${this.#parents(memories, signs)}, a valley that nobody stored.`;
      case "spurious":
        return nearest
          ? html`a picture nobody stored. The nearest memory, ${this.#name(nearest.index)}, is ${count(nearest.distance, "cell")} away.`
          : "a picture nobody stored.";
      default:
        return "not at rest yet.";
    }
  }

  /** "zero, three and seven", or "seven and the negatives of zero and three". */
  #parents(memories: number[], signs: number[]): Words {
    const positive = memories.filter((_, i) => signs[i] === 1);
    const negative = memories.filter((_, i) => signs[i] === -1);
    if (negative.length === 0) return this.#names(positive);
    const negatives = html`the ${negative.length === 1 ? "negative" : "negatives"} of ${this.#names(negative)}`;
    return positive.length === 0 ? negatives : html`${this.#names(positive)} and ${negatives}`;
  }

  #names(memories: number[]): TemplateResult {
    return html`${list(memories.map((index) => this.#name(index)))}`;
  }

  #name(index: number): TemplateResult {
    const { name, hue } = this.session.label(index);
    return html`<span class="name hue-${hue}">${name}</span>`;
  }
}

customElements.define("verdict-line", VerdictLine);
