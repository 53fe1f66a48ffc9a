// The energies of rules without couplings, which are all that there is of these rules.
import { html, type TemplateResult } from "lit";

export interface Formula {
  formula: TemplateResult;
  source: string;
}

export const energies = {
  dense: {
    formula: html`E = −Σ<sub>μ</sub> (x<sup>μ</sup> · s)<sup>n</sup>`,
    source: "D. Krotov and J. J. Hopfield, NIPS 2016",
  },
  exponential: {
    formula: html`E = −ln Σ<sub>μ</sub> exp(x<sup>μ</sup> · s)`,
    source: "M. Demircigil and others, J. Stat. Phys. 168, 288, 2017",
  },
} satisfies Record<string, Formula>;
