// The orders in which neurons are asked, as the page tells of them: a sentence, the formula, where it comes from.
import { html, type TemplateResult } from "lit";
import type { Order } from "../core";

export interface OrderFacts {
  order: Order;
  name: string;
  sentence: string;
  formula: TemplateResult;
  source: string;
}

const BRUCK = "J. Bruck, Proc. IEEE 78, 1579, 1990";

export const orders: readonly OrderFacts[] = [
  {
    order: "random",
    name: "Random",
    sentence: "Every update asks one neuron, drawn by lot.",
    formula: html`i from 1 … N, each as likely, at every update`,
    source: "J. J. Hopfield, PNAS 79, 2554, 1982: neurons act at random times. N updates count as a sweep.",
  },
  {
    order: "shuffled",
    name: "Shuffled",
    sentence: "Each sweep asks everybody once, in a new order.",
    formula: html`i = π(1), … π(N), with a new permutation π each sweep`,
    source: `R. Durstenfeld, CACM 7, 420, 1964, shuffles so. It comes to rest: ${BRUCK}`,
  },
  {
    order: "cyclic",
    name: "Cyclic",
    sentence: "Row by row from the top left, again and again.",
    formula: html`i = 1, 2, … N, 1, 2, … N`,
    source: `It comes to rest: ${BRUCK}`,
  },
  {
    order: "synchronous",
    name: "Synchronous",
    sentence: "All at once; two pictures may swap for ever.",
    formula: html`s(t + 1) = sgn(W s(t)), where nothing is heard s<sub>i</sub> stays`,
    source:
      "E. Goles, F. Fogelman-Soulié and D. Pellegrin, Discrete Appl. Math. 12, 261, 1985: it rests or swings between two.",
  },
];
