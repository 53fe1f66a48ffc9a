import { css, html, type TemplateResult } from "lit";
import { Annealer, SWEEPS } from "./annealer";
import { type Choice, choiceStyles, choices } from "./choices";
import { chevron } from "./icons";
import { Part } from "./part";
import type { Player } from "./player";
import { returnFocus } from "./popover";
import { A_SEED, seedOf } from "./seed";
import type { Order } from "./session";
import { controls, law, popovers } from "./style";
import { term } from "./term";
import { HOTTEST, LOOSE } from "./theory/heat";
import { orders } from "./theory/orders";
import { degrees } from "./words";

const ORDERS: Choice<Order>[] = orders.map(({ order, name, sentence, formula, source }) => ({
  value: order,
  name,
  sentence,
  more: html`<p class="formula">${formula}</p><p>${source}</p>`,
}));

function heat(temperature: number, falls: boolean): string {
  if (temperature === 0)
    return falls ? "All obey what they hear: each run comes to rest." : "All obey what they hear.";
  return temperature < LOOSE
    ? "They mostly obey: it never comes to rest."
    : "Even a lone memory has no hold now.";
}

/** Whom it asks next, how obediently the neuron answers, and the seed of the run. */
export class RunSettings extends Part {
  static override properties = { ...Part.properties, player: { attribute: false }, refused: { state: true } };
  static override styles = [
    controls,
    popovers,
    law,
    choiceStyles,
    css`
      :host {
        display: contents;
      }
      input[type="range"] {
        flex: 1;
        min-width: 60px;
        height: 40px;
        margin: 0;
        accent-color: var(--active);
      }
      output {
        min-width: 2.4em;
        font-weight: 600;
      }
      #seed {
        flex: 1;
        width: 5em;
        min-width: 0;
        padding: 0 8px;
      }
      #new-order {
        flex: none;
        padding: 0 10px;
      }
      #seed[aria-invalid="true"] {
        border-color: var(--ink);
        outline: 1px solid var(--ink);
      }
      /* A sentence, and beside it what one can do about it. */
      .said {
        display: flex;
        align-items: flex-start;
        justify-content: space-between;
        gap: 8px;
      }
      #anneal {
        flex: none;
        min-height: 34px;
        padding: 0 10px;
        font-size: 13px;
      }
      @media (max-width: 1079px) {
        #anneal {
          min-height: 40px;
        }
      }
    `,
  ];

  declare player: Player;
  /** What was typed for a seed and is none. */
  declare refused: string | undefined;
  #annealer: Annealer | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#annealer?.stop();
  }

  protected override render(): TemplateResult {
    return html`<div>${this.#order()}</div><div>${this.#temperature()}</div><div>${this.#seed()}</div>`;
  }

  #order(): TemplateResult {
    const { order } = this.session.network;
    const chosen = ORDERS.find(({ value }) => value === order);
    return html`
      <div class="line">
        <span class="what" id="order-label">Order</span>
        <button id="order" class="pick" popovertarget="order-panel" aria-labelledby="order-label order">${chosen?.name}${chevron}</button>
      </div>
      <p>${chosen?.sentence}</p>
      <div class="panel" id="order-panel" popover @beforetoggle=${returnFocus}>
        ${choices("Order in which neurons are asked", ORDERS, order, (value) => this.#act(() => this.session.setOrder(value)))}
      </div>
    `;
  }

  #temperature(): TemplateResult {
    const { temperature, order, hasEnergy } = this.session.network;
    const falls = hasEnergy && order !== "synchronous";
    const cooling = this.#annealer?.cooling ?? false;
    const hint = `${temperature === 0 ? "Heat to 1, then cool" : "Cool"} to 0 in ${SWEEPS} sweeps`;
    return html`
      <div class="line">
        <span class="what" id="temperature-label">${term("temperature", "Temperature")}</span>
        <input id="temperature" type="range" min="0" max=${HOTTEST} step="0.01" .value=${String(temperature)}
          aria-labelledby="temperature-label" aria-describedby="heat" aria-valuetext=${degrees(temperature)}
          @input=${(event: Event & { target: HTMLInputElement }) => this.session.setTemperature(event.target.valueAsNumber)} />
        <output for="temperature" class="numbers">${degrees(temperature)}</output>
      </div>
      <div class="said">
        <p id="heat">${cooling ? html`${term("annealing", "Annealing")}: it cools a little each sweep.` : heat(temperature, falls)}</p>
        <button id="anneal" title=${cooling ? "Stop here" : hint} @click=${this.#anneal}>${cooling ? "Stop" : "Anneal"}</button>
      </div>
    `;
  }

  #seed(): TemplateResult {
    const { order, temperature, seed } = this.session.network;
    const { refused } = this;
    const lot = temperature > 0 || order === "random" || order === "shuffled";
    return html`
      <div class="line">
        <span class="what" id="seed-label">${term("seed", "Seed")}</span>
        <input id="seed" class="numbers" type="text" inputmode="numeric" autocomplete="off" .value=${refused ?? String(seed)}
          aria-labelledby="seed-label" aria-describedby="seed-said" aria-invalid=${refused !== undefined} @change=${this.#setSeed} />
        <button id="new-order" title="A new seed: from the same start, chance takes another course" @click=${this.#newOrder}>New seed</button>
      </div>
      <p id="seed-said" aria-live="polite">${
        refused !== undefined
          ? `A seed is ${A_SEED}. It is still ${seed}.`
          : lot
            ? "Same start and same seed: the same run."
            : "This order leaves nothing to chance."
      }</p>
    `;
  }

  #act(act: () => void): void {
    this.player.pause();
    act();
  }

  #anneal(): void {
    this.#annealer ??= new Annealer(this.session, this.player);
    if (this.#annealer.cooling) this.#annealer.stop();
    else this.#annealer.start();
  }

  #newOrder(): void {
    this.refused = undefined;
    this.#act(() => this.session.newOrder());
  }

  #setSeed(event: Event & { target: HTMLInputElement }): void {
    const { value } = event.target;
    const seed = seedOf(value);
    this.refused = seed === undefined ? value : undefined;
    if (seed !== undefined) this.#act(() => this.session.setSeed(seed));
  }
}

customElements.define("run-settings", RunSettings);
