// What a map says: in sentences, as a legend, and as tables.
import { html, type TemplateResult } from "lit";
import { cueAt, endAt, insideOf, type Spot, strengthOf } from "./map-plane";
import { type Labels, memoryName, valley, type Words } from "./naming";
import { swatch } from "./share-bar";
import { whose } from "./survey-export";
import type { Finding } from "./survey-findings";
import type { Table } from "./survey-view";
import { grouped, list, percent } from "./words";

/** Of how many destinations the legend tells one by one. */
const LISTED = 7;

export function summaryOf(finding: Finding<"map">, labels: Labels): Words {
  const { between } = finding.question;
  const { points, destinations } = finding.found;
  const inside = insideOf(finding);
  const ends = between
    .flatMap((of) => destinations.filter(({ kind, memories }) => kind === "memory" && memories.includes(of)))
    .map((found) => html`<b>${percent(found.count / inside)}</b> in ${valley(labels, found)}`);
  const arrived = points.reduce((sum, point) => sum + (point >= 0 ? 1 : 0), 0);
  const never = inside - arrived;
  const corners = list(between.map((memory) => memoryName(labels, memory)));
  const valleys =
    destinations.length === 1 ? "one valley" : `${grouped(destinations.length)} different valleys`;
  return html`${grouped(inside)} cues between ${corners} end in ${valleys}${ends.length > 0 ? html`: ${list(ends)}` : ""}.${
    never > 0 ? ` ${percent(never / inside)} never come to rest.` : ""
  }`;
}

/** What becomes of the cue at a point. */
export function cueWords(finding: Finding<"map">, labels: Labels, spot: Spot): Words {
  const { between, side } = finding.question;
  if (spot.row * side + spot.column >= finding.done) return "This cue has not been followed yet.";
  const end = endAt(finding, spot);
  const ends = end ? html`ends in ${valley(labels, end)}` : "never comes to rest";
  const [across, down] = [spot.column / (side - 1), spot.row / (side - 1)];
  const top = 1 - down;
  const parts =
    between.length === 2 ? [1 - across, across] : [1 - top - (across - top / 2), across - top / 2, top];
  const shares = between.map(
    (memory, i) => html`${percent(Math.abs(parts[i] ?? 0))} of ${memoryName(labels, memory)}`,
  );
  const noise =
    between.length === 2 && down > 0 ? html`, ${percent(down / 2)} of the cells flipped besides,` : "";
  return html`A cue of ${list(shares)}${noise} ${ends}.`;
}

/** Destinations by the part of the map that is theirs, the largest first. */
export function legend(finding: Finding<"map">, labels: Labels): TemplateResult {
  const inside = insideOf(finding);
  const order = finding.found.destinations
    .map((end, place) => ({ end, place }))
    .sort((a, b) => b.end.count - a.end.count);
  const rest = order.slice(LISTED).reduce((sum, { end }) => sum + end.count, 0);
  return html`<ul class="legend numbers" aria-label="Where cues end">
    ${order.slice(0, LISTED).map(({ end, place }) => {
      const { kind, memories: [memory] = [] } = end;
      const whose = memory !== undefined && (kind === "memory" || kind === "inverse");
      return html`<li>${swatch(kind, whose ? labels.label(memory).hue : undefined, strengthOf(end, place))}<span>${valley(labels, end)} <b>${percent(end.count / inside)}</b></span></li>`;
    })}
    ${rest > 0 ? html`<li><span>${grouped(order.length - LISTED)} more, in greys <b>${percent(rest / inside)}</b></span></li>` : ""}
  </ul>`;
}

export function tableOf(finding: Finding<"map">): Table {
  const { memories } = finding.question.setup;
  return {
    about: [],
    columns: ["ends in", "memories", "cues", "share"],
    rows: finding.found.destinations
      .toSorted((a, b) => b.count - a.count)
      .map((end) => [end.kind, whose(end, memories), end.count, end.count / insideOf(finding)]),
  };
}

/** Point by point, where the table has only the sums. */
export function fileOf(finding: Finding<"map">): Table {
  const { between, side, setup } = finding.question;
  const names = between.map((memory) => setup.memories[memory]?.name ?? "");
  return {
    about: [
      `Map of cues between ${names.join(", ")}: which cue ends where.`,
      between.length === 2
        ? "column: from the first memory (1) to the second; row: from no cell flipped besides (1) to half of them."
        : "In a triangle: the first memory at the left foot, the second at the right, the third at the top.",
      `Rows and columns from 1 to ${side}; memories: those concerned, 'not' for a negative.`,
    ],
    columns: ["row", "column", "ends in", "memories"],
    rows: [...finding.found.points.keys()].flatMap((point) => {
      const spot = { row: Math.floor(point / side), column: point % side };
      if (!cueAt(finding, spot)) return [];
      const end = endAt(finding, spot);
      const ends = end ? [end.kind, whose(end, setup.memories)] : ["unsettled", ""];
      return [[spot.row + 1, spot.column + 1, ...ends]];
    }),
  };
}
