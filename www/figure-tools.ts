import { css, html, type TemplateResult } from "lit";
import { corruptStyle } from "./corrupt-style";
import { define } from "./define";
import { Part } from "./part";
import type { Player } from "./player";
import type { Order, Rule } from "./session";
import { controls } from "./style";
import { HOTTEST } from "./theory/heat";
import { orderWords } from "./theory/order-words";
import { factsOf, rules } from "./theory/rules";
import { count, number } from "./words";

/** What a figure lets its reader do beside running: break the picture, clear it, store it, choose the laws. Plain fields, no popovers. */
export class FigureTools extends Part {
  static override properties = {
    ...Part.properties,
    player: { attribute: false },
    only: { attribute: false },
    cells: { attribute: false },
  };
  static override styles = [
    controls,
    corruptStyle,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: 8px;
        font-size: 14px;
      }
      .corrupt input {
        width: 38px;
        padding-left: 4px;
      }
      .law {
        display: flex;
        flex: 1 1 180px;
        min-width: 0;
        align-items: center;
        gap: 8px;
      }
      .law > :is(select, input) {
        flex: 1;
        width: 0;
      }
      select {
        padding: 0 6px;
      }
      input[type="range"] {
        height: 40px;
        margin: 0;
        accent-color: var(--active);
      }
      output {
        min-width: 2em;
        font-weight: 600;
      }
      p {
        flex-basis: 100%;
        margin: -2px 0 0;
        font-size: 13px;
        line-height: 1.35;
        color: var(--muted);
        text-wrap: pretty;
      }
    `,
  ];

  declare player: Player;
  /** The controls shown. */
  declare only: ReadonlySet<string>;
  /** How many cells Corrupt flips. */
  declare cells: number;

  protected override render(): TemplateResult {
    const { session, only } = this;
    const shown = (control: string, template: () => TemplateResult): TemplateResult | string =>
      only.has(control) ? template() : "";
    return html`
      ${shown("noise", () => this.#corrupt())}
      ${shown("draw", () => html`<button id="clear" title="Clear the pad" @click=${() => session.clear()}>Clear</button>`)}
      ${shown("store", () => html`<button id="store" title="Store the picture on the pad as a memory" @click=${() => session.store()}>Store</button>`)}
      ${shown("rule", () => this.#rule())}
      ${shown("order", () => this.#order())}
      ${shown("temperature", () => this.#temperature())}
    `;
  }

  #corrupt(): TemplateResult {
    const cells = Math.min(this.cells, this.session.network.cells);
    return html`<div class="corrupt">
      <button id="corrupt" title="Flip exactly ${count(cells, "cell")}, chosen by lot" @click=${() => this.session.corrupt(cells)}>Corrupt</button>
      <label
        ><input id="corrupt-cells" class="numbers" type="number" inputmode="numeric" min="1" max=${this.session.network.cells}
          aria-label="How many cells to corrupt" .value=${String(cells)} @change=${this.#setCells}
        /><span aria-hidden="true">${cells === 1 ? "cell" : "cells"}</span></label
      >
    </div>`;
  }

  #setCells(event: Event & { target: HTMLInputElement }): void {
    const wished = Math.round(event.target.valueAsNumber);
    if (Number.isFinite(wished)) this.cells = Math.min(this.session.network.cells, Math.max(1, wished));
    event.target.value = String(this.cells);
  }

  #rule(): TemplateResult {
    const { rule } = this.session.network;
    return html`<label class="law">Rule
        <select id="rule" @change=${(event: Event & { target: HTMLSelectElement }) => this.#act(() => this.session.setRule(event.target.value as Rule))}>
          ${rules.map((facts) => html`<option value=${facts.rule} .selected=${facts.rule === rule}>${facts.name}</option>`)}
        </select>
      </label>
      <p>${factsOf(rule).sentence}</p>`;
  }

  #order(): TemplateResult {
    const { order } = this.session.network;
    return html`<label class="law">Order
      <select id="order" title="In which order neurons are asked" @change=${(event: Event & { target: HTMLSelectElement }) => this.#act(() => this.session.setOrder(event.target.value as Order))}>
        ${Object.entries(orderWords).map(([value, name]) => html`<option value=${value} .selected=${value === order}>${name}</option>`)}
      </select>
    </label>`;
  }

  #temperature(): TemplateResult {
    const { temperature } = this.session.network;
    return html`<label class="law">Temperature
      <input id="temperature" type="range" min="0" max=${Math.max(HOTTEST, temperature)} step="0.05" .value=${String(temperature)}
        @input=${(event: Event & { target: HTMLInputElement }) => this.session.setTemperature(event.target.valueAsNumber)} />
      <output class="numbers">${number(temperature)}</output>
    </label>`;
  }

  #act(act: () => void): void {
    this.player.pause();
    act();
  }
}

define("hopfield-figure-tools", FigureTools);
