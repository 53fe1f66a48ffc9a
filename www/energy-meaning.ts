import { css, html, type TemplateResult } from "lit";
import { define } from "./define";
import { Part } from "./part";
import { controls } from "./style";
import { term } from "./term";

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
    const { bias } = this.session.network;
    return html`
      <p>
        <b>Height is disagreement.</b> Each pair of cells has learnt to be alike or to differ; the ${term("energy", "energy")} weighs the pairs that
        do not against those that do. A neuron flips only when that lowers it: the picture rolls downhill.
      </p>
      <p>
        <b>A dashed line is a memory’s own height.</b> A run that ends in the memory ends on its line, at the ${term("attractor", "bottom of a valley")}.
      </p>
      <details>
        <summary>The formula</summary>
        <p class="formula">
          E = −½ Σ<sub>i≠j</sub> W<sub>ij</sub> s<sub>i</sub> s<sub>j</sub>${bias ? html` − Σ<sub>i</sub> b<sub>i</sub> s<sub>i</sub>` : ""}
        </p>
        <p>
          s<sub>i</sub> is +1 for an active cell and −1 for an inactive one; W<sub>ij</sub> is what the memories taught a
          pair${bias ? html`, b<sub>i</sub> what they taught the cell alone` : ""}. A cell that hears the field h and flips lowers E
          by 2|h|. (J. J. Hopfield, PNAS 79, 2554, 1982.)
        </p>
      </details>
    `;
  }
}

define("energy-meaning", EnergyMeaning);
