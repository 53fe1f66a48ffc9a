// What each rule makes of the memories, as a formula, and where it comes from.
import { html } from "lit";
import type { Rule } from "../core";
import { energies, type Formula } from "./energies";

export const formulas: Readonly<Record<Rule, Formula>> = {
  hebb: {
    formula: html`W<sub>ij</sub> = Σ<sub>μ</sub> x<sub>i</sub><sup>μ</sup> x<sub>j</sub><sup>μ</sup>, W<sub>ii</sub> = 0`,
    source: "D. O. Hebb 1949; J. J. Hopfield, PNAS 79, 2554, 1982",
  },
  storkey: {
    formula: html`ΔW<sub>ij</sub> = (x<sub>i</sub> x<sub>j</sub> − x<sub>i</sub> h<sub>ji</sub> − h<sub>ij</sub> x<sub>j</sub>) / N`,
    source: "A. J. Storkey, ICANN 1997",
  },
  projection: {
    formula: html`W = X<sup>T</sup> (X X<sup>T</sup>)<sup>+</sup> X without its diagonal`,
    source: "L. Personnaz, I. Guyon and G. Dreyfus, J. Physique Lett. 46, L-359, 1985",
  },
  perceptron: {
    formula: html`the memory with the least x<sub>i</sub> h<sub>i</sub> adds x<sub>i</sub> x<sub>j</sub> to W<sub>ij</sub>, until x<sub>i</sub> h<sub>i</sub> ≥ c`,
    source: "W. Krauth and M. Mézard, J. Phys. A 20, L745, 1987",
  },
  "symmetric-perceptron": {
    formula: html`where x<sub>i</sub> h<sub>i</sub> / |W<sub>i</sub>| &lt; κ: add x<sub>i</sub> x<sub>j</sub> to W<sub>ij</sub> and W<sub>ji</sub>`,
    source: "S. Diederich and M. Opper, PRL 58, 949, 1987; E. Gardner, J. Phys. A 21, 257, 1988",
  },
  "dreaming-kernel": {
    formula: html`W = (1/N) X<sup>T</sup> (1 + t) (I + t C)<sup>−1</sup> X, C = X X<sup>T</sup> / N`,
    source: "A. Fachechi, E. Agliari and A. Barra, Neural Networks 112, 24, 2019",
  },
  ...energies,
};
