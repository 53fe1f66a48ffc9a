// The learning rules as the page tells of them, each in a sentence; formulas.ts has what they are made of.
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
  /** What one may turn; `usual` is the value it has unless turned. */
  parameter?: Parameter;
}

export const rules: readonly RuleFacts[] = [
  {
    rule: "hebb",
    name: "Hebb",
    sentence: "Cells alike in a memory support each other; all memories add up.",
  },
  {
    rule: "storkey",
    name: "Storkey",
    sentence: "Like Hebb, but a newcomer only adds what is not said already.",
  },
  {
    rule: "projection",
    name: "Projection",
    sentence: "Every memory is heard in full, however alike they are.",
  },
  {
    rule: "perceptron",
    name: "Perceptron",
    sentence: "Each neuron learns for itself until it is sure. No energy.",
    parameter: { symbol: "c", meaning: "how sure", least: 1, most: 20, step: 1, usual: 10, byNeurons: true },
  },
  {
    rule: "symmetric-perceptron",
    name: "Symmetric perceptron",
    sentence: "Hebb, mended both ways where a memory is not firm; it keeps an energy.",
    parameter: { symbol: "κ", meaning: "how firm", least: 0, most: 1.5, step: 0.1, usual: 0.7 },
  },
  {
    rule: "dreaming-kernel",
    name: "Dreaming kernel",
    sentence: "Hebb after a long sleep: what memories share is hushed, the rest raised.",
    parameter: { symbol: "t", meaning: "how long asleep", least: 0, most: 20, step: 0.5, usual: 10 },
  },
  {
    rule: "dense",
    name: "Dense memories",
    sentence: "Steeper valleys: the nearest memory outshouts the rest. No couplings.",
    parameter: { symbol: "n", meaning: "how steep", least: 2, most: 8, step: 1, usual: 3 },
  },
  {
    rule: "exponential",
    name: "Exponential",
    sentence: "The steepest valleys: nearly always the nearest one wins. No couplings.",
  },
];

export function factsOf(rule: Rule): RuleFacts {
  const found = rules.find((facts) => facts.rule === rule);
  if (!found) throw new Error(`The page has no words for the rule ${rule}.`);
  return found;
}
