import { css, html, type TemplateResult } from "lit";
import { Part } from "./part";
import type { Player } from "./player";
import { returnFocus } from "./popover";
import type { Order } from "./session";
import { controls, popovers } from "./style";

const ORDERS: { order: Order; label: string; hint: string }[] = [
  {
    order: "random",
    label: "Random",
    hint: "Each update draws one of all neurons by lot; some wait long, some come twice.",
  },
  {
    order: "shuffled",
    label: "Shuffled",
    hint: "Every sweep asks each neuron once, in a newly shuffled order.",
  },
  {
    order: "cyclic",
    label: "Cyclic",
    hint: "Row by row, from the top left to the bottom right, again and again.",
  },
];

/** How it learns, whom it asks next, and the seed: said in a sentence, changed in a popover. */
export class RunSettings extends Part {
  static override properties = { ...Part.properties, player: { attribute: false } };
  static override styles = [
    controls,
    popovers,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
      }
      p {
        margin: 0;
        flex: 1 1 220px;
        color: var(--muted);
      }
      p b {
        color: var(--ink);
        font-weight: 600;
      }
      .settings {
        width: min(380px, calc(100vw - 24px));
      }
      h2 {
        margin: 0 0 4px;
        font-size: 15px;
      }
      h2:not(:first-child) {
        margin-top: 18px;
      }
      .settings p {
        margin: 0 0 8px;
        font-size: 14px;
      }
      .formula {
        color: var(--ink);
        font-style: italic;
        white-space: nowrap;
      }
      .orders {
        display: grid;
        grid-template-columns: repeat(3, 1fr);
        gap: 8px;
        margin-bottom: 6px;
      }
      .switch {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 40px;
        cursor: pointer;
      }
      .switch input {
        width: 20px;
        height: 20px;
        accent-color: var(--active);
      }
      .seed {
        display: flex;
        gap: 8px;
      }
      .seed input {
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  declare player: Player;

  protected override render(): TemplateResult {
    const { order, bias, seed } = this.session.network;
    const hint = ORDERS.find((entry) => entry.order === order)?.hint;
    return html`
      <p class="numbers">
        <b>Hebb’s rule</b>, ${bias ? "with" : "no"} bias, <b>${order}</b> order, seed <b id="seed-shown">${seed}</b>
      </p>
      <button id="new-order" title="Back to the start with a fresh seed: the neurons are asked in another order" @click=${() => this.#act(() => this.session.newOrder())}>
        New order
      </button>
      <button id="settings" popovertarget="settings-panel">Settings</button>
      <div class="settings" id="settings-panel" popover @beforetoggle=${returnFocus}>
        <h2>Rule: Hebb</h2>
        <p>
          Two cells that are alike in a memory come to support each other, two that differ to oppose each other; every memory adds
          its vote. <span class="formula">W<sub>ij</sub> = Σ x<sub>i</sub> x<sub>j</sub></span>; no neuron listens to itself (Hopfield 1982).
        </p>
        <label class="switch">
          <input id="bias" type="checkbox" .checked=${bias} @change=${(event: Event & { target: HTMLInputElement }) => this.#act(() => this.session.setBias(event.target.checked))} />
          Bias: a cell also remembers how often it was on
        </label>
        <h2>Order</h2>
        <div class="orders" role="group" aria-label="Order in which neurons are asked">
          ${ORDERS.map(
            (entry) =>
              html`<button id="order-${entry.order}" aria-pressed=${entry.order === order} @click=${() => this.#act(() => this.session.setOrder(entry.order))}>
                ${entry.label}
              </button>`,
          )}
        </div>
        <p>${hint}</p>
        <h2><label for="seed">Seed</label></h2>
        <p>Every lot is drawn from this number: the same start and the same seed give the same run.</p>
        <div class="seed">
          <input id="seed" class="numbers" type="text" inputmode="numeric" pattern="[0-9]*" maxlength="16" autocomplete="off" .value=${String(seed)} @change=${this.#setSeed} />
        </div>
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
