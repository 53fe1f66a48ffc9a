// How many random memories Hebb's rule holds, as theory has it.
import { html, type TemplateResult } from "lit";
import type { Mark } from "./chart";
import type { Finding } from "./survey-findings";
import { number } from "./words";

/** How many random memories Hebb's rule holds in very large networks, and in which sense. */
const THEORY: { formula: string; memories(cells: number): number; means: string; source: string }[] = [
  {
    formula: "N/(4 ln N)",
    memories: (cells) => cells / (4 * Math.log(cells)),
    means: "all memories, every one, come back without a single wrong cell",
    source: "R. J. McEliece and others, IEEE Trans. Inf. Theory 33, 461, 1987",
  },
  {
    formula: "N/(2 ln N)",
    memories: (cells) => cells / (2 * Math.log(cells)),
    means: "almost every memory comes back without a wrong cell",
    source: "R. J. McEliece and others 1987",
  },
  {
    formula: "0.138 N",
    memories: (cells) => 0.138 * cells,
    means: "there still are states much like the memories, with fewer than 2 cells in 100 wrong",
    source: "D. J. Amit, H. Gutfreund and H. Sompolinsky, PRL 55, 1530, 1985",
  },
  {
    formula: "0.15 N",
    memories: (cells) => 0.15 * cells,
    means: "recall is not yet severely in error, as Hopfield saw in simulations",
    source: "J. J. Hopfield, PNAS 79, 2554, 1982",
  },
];

/** Theory speaks of random memories under Hebb's rule, without a bias. */
const isHebb = ({ question: { own, plan } }: Finding<"capacity">): boolean =>
  !own && !plan.bias && plan.rules.some(({ name }) => name === "hebb");

/** The marks within the chart. */
export function marksOf(finding: Finding<"capacity">): Mark[] {
  const { loads } = finding.question.plan;
  const cells = cellsOf(finding);
  if (!isHebb(finding) || cells < 2) return [];
  const marks = THEORY.map(({ formula, memories }) => {
    const x = memories(cells);
    return { x, words: `${formula} = ${number(Math.round(10 * x) / 10)}` };
  });
  return marks.filter(({ x }) => x >= (loads[0] ?? 1) && x <= (loads.at(-1) ?? 1));
}

const cellsOf = ({ question: { setup } }: Finding<"capacity">): number => setup.rows * setup.columns;

/** The marks in words, each with its source. */
export function theory(finding: Finding<"capacity">): TemplateResult | string {
  if (!isHebb(finding)) return "";
  const cells = cellsOf(finding);
  return html`
      <p>For Hebb’s rule and random pictures theory has marks, each for another promise. They are meant for endless networks; at N = ${cells}
        neurons there is a slope, not a cliff.</p>
      <ul class="source numbers">
        ${THEORY.map(
          ({ formula, memories, means, source }) =>
            html`<li><b>${formula} = ${number(Math.round(10 * memories(cells)) / 10)}</b>: ${means} (${source}).</li>`,
        )}
      </ul>
    `;
}
