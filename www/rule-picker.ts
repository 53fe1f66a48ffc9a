import { css, html, type TemplateResult } from "lit";
import { choiceStyles, choices } from "./choices";
import { chevron } from "./icons";
import { Part } from "./part";
import type { Player } from "./player";
import { returnFocus } from "./popover";
import { controls, law, popovers } from "./style";
import { formulas } from "./theory/formulas";
import { factsOf, type RuleFacts, rules, scaled } from "./theory/rules";
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
      /* Below the rules, and in sight whichever of them one is at. */
      .bias {
        margin: 6px -10px 0;
        padding: 4px 10px 0;
        border-top: 1px solid var(--line);
        background: var(--card);
      }
      @media (min-height: 700px) {
        .bias {
          position: sticky;
          bottom: -10px;
        }
      }
      .bias label {
        display: grid;
        grid-template-columns: 24px auto;
        align-items: center;
        width: max-content;
        min-height: 36px;
        padding: 0 10px 0 8px;
        cursor: pointer;
        font-size: 14px;
      }
      .bias input {
        width: 18px;
        height: 18px;
        margin: 0;
        accent-color: var(--active);
      }
      .bias b {
        font-weight: 600;
      }
      .pick {
        min-width: 0;
      }
      .pick span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
    `,
  ];

  declare player: Player;

  protected override render(): TemplateResult {
    const { rule, bias } = this.session.network;
    const facts = factsOf(rule);
    const value = this.#parameter(facts);
    const shown = facts.parameter ? `, ${facts.parameter.symbol} = ${number(value)}` : "";
    const name = `${facts.name}${shown}${bias ? ", with bias" : ""}`;
    return html`
      <div class="line">
        <span class="what" id="rule-label">Rule</span>
        <button id="rule" class="pick" popovertarget="rule-panel" title=${name} aria-labelledby="rule-label rule"><span>${name}</span>${chevron}</button>
      </div>
      <p>${facts.sentence}</p>
      <div class="panel" id="rule-panel" popover @beforetoggle=${returnFocus}>
        ${choices(
          "Rule",
          rules.map((entry) => ({ ...entry, value: entry.rule, more: this.#about(entry) })),
          rule,
          (chosen) => this.#act(() => this.session.setRule(chosen)),
        )}
        <div class="bias">
          <label>
            <input id="bias" type="checkbox" .checked=${bias} aria-describedby="about-bias"
              @change=${(event: Event & { target: HTMLInputElement }) => {
                this.#act(() => this.session.setBias(event.target.checked));
                event.target.checked = this.session.network.bias; // it may have been refused
              }} />
            <b>Bias</b>
          </label>
          <div class="about" id="about-bias">
            <p>Each cell also leans the way it mostly stood in the memories, in field and energy alike.</p>
            ${
              bias
                ? html`<p class="formula">h<sub>i</sub> = Σ<sub>j</sub> W<sub>ij</sub> s<sub>j</sub> + b<sub>i</sub>, b<sub>i</sub> = Σ<sub>μ</sub> x<sub>i</sub><sup>μ</sup></p>
                  <p>Hopfield’s thresholds, PNAS 79, 2554, 1982, learnt from the memories.</p>`
                : ""
            }
          </div>
        </div>
      </div>
    `;
  }

  #parameter({ parameter }: RuleFacts): number {
    const { ruleParameter, cells } = this.session.network;
    return ruleParameter ?? (parameter ? scaled(parameter, cells).usual : 0);
  }

  #about(facts: RuleFacts): TemplateResult {
    const { rule } = facts;
    const { formula, source } = formulas[rule];
    const parameter = facts.parameter && scaled(facts.parameter, this.session.network.cells);
    const value = this.#parameter(facts);
    return html`
      ${
        parameter
          ? html`<label class="parameter numbers" for="parameter">
              ${parameter.meaning}: ${parameter.symbol} = ${number(value)}
              <input id="parameter" type="range" min=${parameter.least} max=${parameter.most} step=${parameter.step} .value=${String(value)}
                @input=${(event: Event & { target: HTMLInputElement }) => this.#act(() => this.session.setRule(rule, event.target.valueAsNumber))} />
            </label>`
          : ""
      }
      <p class="formula">${formula}</p>
      <p>${source}</p>
    `;
  }

  #act(act: () => void): void {
    this.player.pause();
    act();
  }
}

customElements.define("rule-picker", RulePicker);
