// What theory says of the capacity found: as marks in the chart, and in words.
import { html, type TemplateResult } from "lit";
import type { Mark } from "./chart";
import { cellsOf } from "./pictures";
import type { Finding } from "./survey-findings";
import { capacities } from "./theory/capacities";
import { number } from "./words";

/** Theory speaks of random memories under Hebb's rule, without a bias. */
const isHebb = ({ question: { own, plan } }: Finding<"capacity">): boolean =>
  !own && !plan.bias && plan.rules.some(({ name }) => name === "hebb");

/** The marks within the chart. */
export function marksOf(finding: Finding<"capacity">): Mark[] {
  const { loads } = finding.question.plan;
  const cells = cellsOf(finding.question.setup);
  if (!isHebb(finding) || cells < 2) return [];
  const marks = capacities.map(({ formula, memories }) => {
    const x = memories(cells);
    return { x, words: `${formula} = ${number(Math.round(10 * x) / 10)}` };
  });
  return marks.filter(({ x }) => x >= (loads[0] ?? 1) && x <= (loads.at(-1) ?? 1));
}

/** The marks in words, each with its source. */
export function theory(finding: Finding<"capacity">): TemplateResult | string {
  if (!isHebb(finding)) return "";
  const cells = cellsOf(finding.question.setup);
  return html`
      <p>For Hebb’s rule and random pictures theory has marks, each for another promise. They are meant for endless networks; at N = ${cells}
        neurons there is a slope, not a cliff.</p>
      <ul class="source numbers">
        ${capacities.map(
          ({ formula, memories, means, source }) =>
            html`<li><b>${formula} = ${number(Math.round(10 * memories(cells)) / 10)}</b>: ${means} (${source}).</li>`,
        )}
      </ul>
    `;
}
