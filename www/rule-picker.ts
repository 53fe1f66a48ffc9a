import { css, html, type TemplateResult } from "lit";
import { choiceStyles, choices } from "./choices";
import { chevron } from "./icons";
import { Part } from "./part";
import type { Player } from "./player";
import { returnFocus } from "./popover";
import { factsOf, type RuleFacts, rules } from "./rules";
import { controls, law, popovers } from "./style";
import { number } from "./words";

/** How memories become couplings: the rule with its sentence; all rules, formulas and sources one click away; the bias. */
export class RulePicker extends Part {
  static override properties = { ...Part.properties, player: { attribute: false } };
  static override styles = [
    controls,
    popovers,
    law,
    choiceStyles,
    css`
      .formula {
        color: var(--ink);
        font-size: 15px;
        font-style: italic;
      }
      .parameter {
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: center;
        gap: 10px;
        color: var(--ink);
      }
      .parameter input {
        width: 100%;
        min-width: 0;
        margin: 0;
        accent-color: var(--active);
      }
      .switch {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 40px;
        cursor: pointer;
      }
      .switch input {
        width: 18px;
        height: 18px;
        margin: 0;
        accent-color: var(--active);
      }
    `,
  ];

  declare player: Player;

  protected override render(): TemplateResult {
    const { rule, bias } = this.session.network;
    const facts = factsOf(rule);
    const value = this.#parameter(facts);
    const shown = facts.parameter ? `, ${facts.parameter.symbol} = ${number(value)}` : "";
    return html`
      <div class="line">
        <span class="what" id="rule-label">Rule</span>
        <button id="rule" class="pick" popovertarget="rule-panel" aria-labelledby="rule-label rule">${facts.name}${shown}${chevron}</button>
        <label class="switch" title="A cell also remembers how often it was on, in field and energy alike">
          <input id="bias" type="checkbox" .checked=${bias} @change=${(event: Event & { target: HTMLInputElement }) => this.#act(() => this.session.setBias(event.target.checked))} />
          Bias
        </label>
      </div>
      <p>${facts.sentence}${bias ? " With the bias a cell also leans the way it mostly stood." : ""}</p>
      <div class="panel" id="rule-panel" popover @beforetoggle=${returnFocus}>
        ${choices(
          "Rule",
          rules.map((entry) => ({ ...entry, value: entry.rule, more: this.#about(entry) })),
          rule,
          (chosen) => this.#act(() => this.session.setRule(chosen)),
        )}
      </div>
    `;
  }

  #parameter({ parameter }: RuleFacts): number {
    return this.session.network.ruleParameter ?? parameter?.usual ?? 0;
  }

  #about(facts: RuleFacts): TemplateResult {
    const { rule, formula, source, parameter } = facts;
    const value = this.#parameter(facts);
    return html`
      <p class="formula">${formula}</p>
      <p>${source}</p>
      ${
        parameter
          ? html`<label class="parameter numbers" for="parameter">
              ${parameter.meaning}: ${parameter.symbol} = ${number(value)}
              <input id="parameter" type="range" min=${parameter.least} max=${parameter.most} step=${parameter.step} .value=${String(value)}
                @input=${(event: Event & { target: HTMLInputElement }) => this.#act(() => this.session.setRule(rule, event.target.valueAsNumber))} />
            </label>`
          : ""
      }
    `;
  }

  #act(act: () => void): void {
    this.player.pause();
    act();
  }
}

customElements.define("rule-picker", RulePicker);
