// The words of the field, each in a sentence or two; formula and source for those who ask.
import { html, type TemplateResult } from "lit";

export interface Entry {
  name: string;
  sentence: string;
  /** What was found by counting, and how. */
  figures?: string;
  formula?: TemplateResult;
  source?: string;
}

const HOPFIELD = "J. J. Hopfield, PNAS 79, 2554, 1982";
const AMIT = "D. J. Amit, H. Gutfreund and H. Sompolinsky, Phys. Rev. A 32, 1007, 1985";

/** In the order in which one needs them. */
const entries = {
  memory: {
    name: "Memory",
    sentence:
      "A picture that was stored. The network keeps no copy of it: it lives on in the couplings, all memories in the same ones.",
    formula: html`x<sup>μ</sup>, of cells ±1`,
  },
  cue: {
    name: "Cue",
    sentence: "The picture with which a run begins: mostly a memory that somebody drew badly or broke.",
    formula: html`s(0)`,
  },
  neuron: {
    name: "Neuron",
    sentence:
      "One cell of the grid, on or off. When it is asked, it listens to all others and takes the side that is louder.",
    formula: html`s<sub>i</sub> = +1 or −1`,
    source: HOPFIELD,
  },
  coupling: {
    name: "Coupling",
    sentence:
      "What the memories taught a pair of neurons: positive where they are mostly alike, negative where they mostly differ. Also called weight.",
    formula: html`Hebb: W<sub>ij</sub> = Σ<sub>μ</sub> x<sub>i</sub><sup>μ</sup> x<sub>j</sub><sup>μ</sup>, W<sub>ii</sub> = 0`,
    source: `D. O. Hebb 1949; ${HOPFIELD}`,
  },
  field: {
    name: "Field",
    sentence:
      "The sum of all that a neuron hears: each other one says on or off, as loud as their coupling is strong. Above 0 it says on, below 0 off.",
    formula: html`h<sub>i</sub> = Σ<sub>j</sub> W<sub>ij</sub> s<sub>j</sub>`,
    source: HOPFIELD,
  },
  energy: {
    name: "Energy",
    sentence:
      "How much the picture as a whole disagrees with what the pairs have learnt. Asked one at a time, at temperature 0, neurons flip only when that lowers it: a run is a way downhill.",
    formula: html`E = −½ Σ<sub>i≠j</sub> W<sub>ij</sub> s<sub>i</sub> s<sub>j</sub>`,
    source: HOPFIELD,
  },
  overlap: {
    name: "Overlap",
    sentence: "How like a memory the picture is: cells that are as in the memory, less those that are not.",
    formula: html`x<sup>μ</sup> · s = Σ<sub>i</sub> x<sub>i</sub><sup>μ</sup> s<sub>i</sub>`,
  },
  attractor: {
    name: "Attractor",
    sentence:
      "A picture in which no neuron wants to flip: the bottom of a valley, where runs end. The memories should be attractors, and others come with them.",
    formula: html`s<sub>i</sub> h<sub>i</sub> ≥ 0 for every i`,
  },
  holds: {
    name: "Holds",
    sentence:
      "Said of a memory in which no cell wants to flip; the number beside it is how firmly its weakest cell is told to stay. In pictures, a dot marks a cell that wants to flip.",
    formula: html`x<sub>i</sub> h<sub>i</sub> ≥ 0 for every i; the least of them is shown`,
  },
  basin: {
    name: "Basin",
    sentence: "All cues from which a run ends in the same attractor: the slopes around a valley.",
  },
  mixture: {
    name: "Mixture",
    sentence:
      "A blend of an odd number of memories or of their negatives, each cell as most of them have it. Often it is a valley too, though nobody stored it.",
    formula: html`sgn(± x<sup>1</sup> ± x<sup>2</sup> ± x<sup>3</sup>)`,
    source: AMIT,
  },
  spurious: {
    name: "Spurious",
    sentence:
      "Said of an attractor that nobody stored: a false memory. The more memories share the couplings, the more of them there are.",
    source: AMIT,
  },
  sweep: {
    name: "Sweep",
    sentence: "As many updates as there are neurons; in every order but the random one, each is asked once.",
    formula: html`N updates`,
  },
  settle: {
    name: "Settle",
    sentence: "To come to rest: from now on, nobody who is asked changes its mind.",
  },
  seed: {
    name: "Seed",
    sentence:
      "The number from which all chance of a run is drawn, always in the same way: the same start and the same seed give the same run, flip for flip.",
    formula: html`the generator SplitMix64 begins with the seed`,
    source: "G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014",
  },
  temperature: {
    name: "Temperature",
    sentence:
      "How often a neuron disobeys what it hears. At 0 it never does; at 1 even a lone memory loses its hold.",
    formula: html`P(s<sub>i</sub> = +1) = 1 / (1 + exp(−2 h<sub>i</sub> / T)), h in units of a lone memory’s field`,
    source: `R. J. Glauber, J. Math. Phys. 4, 294, 1963; ${AMIT}`,
  },
  annealing: {
    name: "Annealing",
    sentence:
      "Cooling so slowly that the network is shaken out of shallow valleys and ends in a deep one: if memories are very alike, that can be their blend.",
    figures:
      "By Hebb’s rule on 8 × 8 cells, 83 of 100 random starts end in a memory or its negative where 3 random memories are stored, 66 where 5 are, 38 where 8 are; with annealing 97, 91 and 39 do (4000 starts each).",
    formula: html`T falls by one factor each sweep, from 1 to 0.05 in 100 sweeps, then T = 0`,
    source: "S. Kirkpatrick, C. D. Gelatt and M. P. Vecchi, Science 220, 671, 1983",
  },
} satisfies Record<string, Entry>;

export type Word = keyof typeof entries;

export const glossary: Readonly<Record<Word, Entry>> = entries;
export const words = Object.keys(entries) as Word[];

/** What one word means. */
export function meaning(word: Word): TemplateResult {
  const { name, sentence, figures, formula, source } = glossary[word];
  return html`<p><b>${name}.</b> ${sentence}</p>
    ${figures ? html`<p class="figures">${figures}</p>` : ""}
    ${formula ? html`<p class="formula">${formula}</p>` : ""}
    ${source ? html`<p class="source">${source}</p>` : ""}`;
}
