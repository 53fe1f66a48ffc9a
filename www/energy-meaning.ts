import { css, html, type TemplateResult } from "lit";
import { define } from "./define";
import { Part } from "./part";
import type { Rule } from "./session";
import { controls } from "./style";
import { term } from "./term";
import { energies, type Formula } from "./theory/energies";

/** What the energy curve means, in words; the formula for those who ask. */
export class EnergyMeaning extends Part {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
        font-size: 14px;
        color: var(--muted);
      }
      p {
        margin: 0 0 6px;
        text-wrap: pretty;
      }
      b {
        font-weight: 600;
        color: var(--ink);
      }
      summary {
        width: max-content;
        padding: 6px 0;
        cursor: pointer;
        color: var(--ink);
      }
      .formula {
        color: var(--ink);
        font-size: 16px;
        font-style: italic;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const { hasEnergy, hasCouplings } = this.session.network;
    if (!hasEnergy) {
      return html`<p id="no-meaning"><b>Under this rule there is no height.</b> What one neuron hears from another need not be what that
        one hears from it, so there is nothing that would fall with every flip, and a run may go round for ever.</p>`;
    }
    return hasCouplings ? this.#ofPairs() : this.#ofMemories();
  }

  #ofPairs(): TemplateResult {
    const { bias } = this.session.network;
    return html`
      <p>
        <b>Height is disagreement.</b> Each pair of cells has learnt to be alike or to differ; the ${term("energy", "energy")} weighs the pairs that
        do not against those that do. ${this.#downhill()}
      </p>
      ${this.#lines()}
      <details>
        <summary>The formula</summary>
        <p class="formula">
          E = −½ Σ<sub>i≠j</sub> W<sub>ij</sub> s<sub>i</sub> s<sub>j</sub>${bias ? html` − Σ<sub>i</sub> b<sub>i</sub> s<sub>i</sub>` : ""}
        </p>
        <p>
          s<sub>i</sub> is +1 for an active cell and −1 for an inactive one; W<sub>ij</sub> is what the memories taught a
          pair${bias ? html`, b<sub>i</sub> what they taught the cell alone` : ""}. A cell that hears the field h and obeys lowers E
          by 2|h| when it flips. (J. J. Hopfield, PNAS 79, 2554, 1982.)
        </p>
      </details>
    `;
  }

  #ofMemories(): TemplateResult {
    const known: Partial<Record<Rule, Formula>> = energies;
    const { formula, source } = known[this.session.network.rule] ?? {};
    return html`
      <p>
        <b>Height is distance from every memory at once.</b> The more alike the picture is to one of them, the lower it lies, and
        steeply so near it. ${this.#downhill()}
      </p>
      ${this.#lines()}
      <details>
        <summary>The formula</summary>
        <p class="formula">${formula}</p>
        <p>x<sup>μ</sup> · s counts the cells that are as in memory μ, less those that are not. (${source}.)</p>
      </details>
    `;
  }

  /** Why it falls, and when it need not. */
  #downhill(): string {
    const { temperature, order } = this.session.network;
    if (temperature > 0)
      return "At this temperature a neuron mostly flips when that lowers it, and sometimes when it does not.";
    return order === "synchronous"
      ? "Each neuron answers as if it alone could flip; all at once they may also raise it."
      : "A neuron flips only when that lowers it: the picture rolls downhill.";
  }

  #lines(): TemplateResult | string {
    if (this.session.network.memoryCount === 0) return "";
    return html`<p>
      <b>A dashed line is a memory’s own height.</b> A run that ends in the memory ends on its line, at the ${term("attractor", "bottom of a valley")}.
    </p>`;
  }
}

define("hopfield-energy-meaning", EnergyMeaning);
