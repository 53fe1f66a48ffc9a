// The learning rules as the page tells of them: a sentence, the formula, where it comes from.
import { html, type TemplateResult } from "lit";
import type { Rule } from "../core";

export interface Parameter {
  symbol: string;
  meaning: string;
  least: number;
  most: number;
  step: number;
  usual: number;
  /** Whether these four count in neurons of the grid. */
  byNeurons?: boolean;
}

/** A parameter as it is on a grid of so many neurons. */
export function scaled(parameter: Parameter, neurons: number): Parameter {
  const unit = parameter.byNeurons ? neurons : 1;
  const { least, most, step, usual } = parameter;
  return { ...parameter, least: unit * least, most: unit * most, step: unit * step, usual: unit * usual };
}

export interface RuleFacts {
  rule: Rule;
  name: string;
  sentence: string;
  formula: TemplateResult;
  source: string;
  /** What one may turn; `usual` is the value it has unless turned. */
  parameter?: Parameter;
}

export const rules: readonly RuleFacts[] = [
  {
    rule: "hebb",
    name: "Hebb",
    sentence: "Cells alike in a memory support each other; all memories add up.",
    formula: html`W<sub>ij</sub> = Σ<sub>μ</sub> x<sub>i</sub><sup>μ</sup> x<sub>j</sub><sup>μ</sup>, W<sub>ii</sub> = 0`,
    source: "D. O. Hebb 1949; J. J. Hopfield, PNAS 79, 2554, 1982",
  },
  {
    rule: "storkey",
    name: "Storkey",
    sentence: "Like Hebb, but a newcomer only adds what is not said already.",
    formula: html`ΔW<sub>ij</sub> = (x<sub>i</sub> x<sub>j</sub> − x<sub>i</sub> h<sub>ji</sub> − h<sub>ij</sub> x<sub>j</sub>) / N`,
    source: "A. J. Storkey, ICANN 1997",
  },
  {
    rule: "projection",
    name: "Projection",
    sentence: "Every memory is heard in full, however alike they are.",
    formula: html`W = X<sup>T</sup> (X X<sup>T</sup>)<sup>+</sup> X without its diagonal`,
    source: "L. Personnaz, I. Guyon and G. Dreyfus, J. Physique Lett. 46, L-359, 1985",
  },
  {
    rule: "perceptron",
    name: "Perceptron",
    sentence: "Each neuron learns for itself until it is sure. No energy.",
    formula: html`the memory with the least x<sub>i</sub> h<sub>i</sub> adds x<sub>i</sub> x<sub>j</sub> to W<sub>ij</sub>, until x<sub>i</sub> h<sub>i</sub> ≥ c`,
    source: "W. Krauth and M. Mézard, J. Phys. A 20, L745, 1987",
    parameter: { symbol: "c", meaning: "how sure", least: 1, most: 20, step: 1, usual: 10, byNeurons: true },
  },
  {
    rule: "symmetric-perceptron",
    name: "Symmetric perceptron",
    sentence: "Hebb, mended both ways where a memory is not firm; it keeps an energy.",
    formula: html`where x<sub>i</sub> h<sub>i</sub> / |W<sub>i</sub>| &lt; κ: add x<sub>i</sub> x<sub>j</sub> to W<sub>ij</sub> and W<sub>ji</sub>`,
    source: "S. Diederich and M. Opper, PRL 58, 949, 1987; E. Gardner, J. Phys. A 21, 257, 1988",
    parameter: { symbol: "κ", meaning: "how firm", least: 0, most: 1.5, step: 0.1, usual: 0.7 },
  },
  {
    rule: "dreaming-kernel",
    name: "Dreaming kernel",
    sentence: "Hebb after a long sleep: what memories share is hushed, the rest raised.",
    formula: html`W = (1/N) X<sup>T</sup> (1 + t) (I + t C)<sup>−1</sup> X, C = X X<sup>T</sup> / N`,
    source: "A. Fachechi, E. Agliari and A. Barra, Neural Networks 112, 24, 2019",
    parameter: { symbol: "t", meaning: "how long asleep", least: 0, most: 20, step: 0.5, usual: 10 },
  },
  {
    rule: "dense",
    name: "Dense memories",
    sentence: "Steeper valleys: the nearest memory outshouts the rest. No couplings.",
    formula: html`E = −Σ<sub>μ</sub> (x<sup>μ</sup> · s)<sup>n</sup>`,
    source: "D. Krotov and J. J. Hopfield, NIPS 2016",
    parameter: { symbol: "n", meaning: "how steep", least: 2, most: 8, step: 1, usual: 3 },
  },
  {
    rule: "exponential",
    name: "Exponential",
    sentence: "The steepest valleys: nearly always the nearest one wins. No couplings.",
    formula: html`E = −ln Σ<sub>μ</sub> exp(x<sup>μ</sup> · s)`,
    source: "M. Demircigil and others, J. Stat. Phys. 168, 288, 2017",
  },
];

export function factsOf(rule: Rule): RuleFacts {
  const found = rules.find((facts) => facts.rule === rule);
  if (!found) throw new Error(`The page has no words for the rule ${rule}.`);
  return found;
}
