import { css, html, type TemplateResult } from "lit";
import { type Choice, choiceStyles, choices } from "./choices";
import { chevron } from "./icons";
import { Part } from "./part";
import type { Player } from "./player";
import { returnFocus } from "./popover";
import type { Order } from "./session";
import { controls, law, popovers } from "./style";
import { number } from "./words";

const ORDERS: Choice<Order>[] = [
  {
    value: "random",
    name: "Random",
    sentence: "Each update draws any one neuron by lot; some wait long.",
  },
  {
    value: "shuffled",
    name: "Shuffled",
    sentence: "Every sweep asks each neuron once, in a newly shuffled order.",
  },
  {
    value: "cyclic",
    name: "Cyclic",
    sentence: "Row by row, from the top left to the bottom right, again and again.",
  },
  {
    value: "synchronous",
    name: "Synchronous",
    sentence: "All answer at once, so two pictures may swap for ever.",
  },
];

/** The hottest that the slider goes: a lone memory loses its hold at 1. */
const HOTTEST = 2;

function heat(temperature: number): string {
  if (temperature === 0) return "A neuron always obeys what it hears, so every run comes to rest.";
  return temperature < 1
    ? "A neuron mostly obeys what it hears; it never comes to rest."
    : "So hot that even a lone memory has no hold.";
}

/** Whom it asks next, how obediently the neuron answers, and the seed of the run. */
export class RunSettings extends Part {
  static override properties = { ...Part.properties, player: { attribute: false } };
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
        min-width: 2.2em;
        font-weight: 600;
      }
      #seed {
        flex: 1;
        width: 5em;
        min-width: 0;
      }
    `,
  ];

  declare player: Player;

  protected override render(): TemplateResult {
    const { order, temperature, seed } = this.session.network;
    const chosen = ORDERS.find(({ value }) => value === order);
    return html`
      <div>
        <div class="line">
          <span class="what" id="order-label">Order</span>
          <button id="order" class="pick" popovertarget="order-panel" aria-labelledby="order-label order">${chosen?.name}${chevron}</button>
        </div>
        <p>${chosen?.sentence}</p>
        <div class="panel" id="order-panel" popover @beforetoggle=${returnFocus}>
          ${choices("Order in which neurons are asked", ORDERS, order, (value) => this.#act(() => this.session.setOrder(value)))}
        </div>
      </div>
      <div>
        <div class="line">
          <label class="what" for="temperature">Temperature</label>
          <input id="temperature" type="range" min="0" max=${HOTTEST} step="0.05" .value=${String(temperature)}
            aria-describedby="heat" @input=${(event: Event & { target: HTMLInputElement }) => this.session.setTemperature(event.target.valueAsNumber)} />
          <output for="temperature" class="numbers">${number(temperature)}</output>
        </div>
        <p id="heat">${heat(temperature)}</p>
      </div>
      <div>
        <div class="line">
          <label class="what" for="seed">Seed</label>
          <input id="seed" class="numbers" type="text" inputmode="numeric" pattern="[0-9]*" maxlength="16" autocomplete="off" .value=${String(seed)} @change=${this.#setSeed} />
          <button id="new-order" title="Back to the start with a fresh seed: the neurons are asked in another order" @click=${() => this.#act(() => this.session.newOrder())}>
            New order
          </button>
        </div>
        <p>The same start and the same seed give the same run.</p>
      </div>
    `;
  }

  #act(act: () => void): void {
    this.player.pause();
    act();
  }

  #setSeed(event: Event & { target: HTMLInputElement }): void {
    const { value } = event.target;
    if (/^\d+$/.test(value)) this.#act(() => this.session.setSeed(BigInt(value)));
    else event.target.value = String(this.session.network.seed);
  }
}

customElements.define("run-settings", RunSettings);
