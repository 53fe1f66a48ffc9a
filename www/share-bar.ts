// Where random starts ended, as one bar: memories, their negatives, blends, other valleys.
import { css, html, type SVGTemplateResult, svg, type TemplateResult } from "lit";
import type { Labels } from "./naming";
import type { Found, Shares } from "./surveys";
import { percents } from "./words";

/** The kinds of end, in the order in which the bar shows them, and what people call them. */
export const KINDS: readonly { kind: keyof Shares; one: string; words: string }[] = [
  { kind: "memory", one: "a memory", words: "in a memory" },
  { kind: "inverse", one: "a negative", words: "in the negative of one" },
  { kind: "mixture", one: "a blend", words: "in a blend" },
  { kind: "spurious", one: "another valley", words: "in another valley that nobody stored" },
  { kind: "unsettled", one: "no rest", words: "nowhere, for they never came to rest" },
];

/** The kinds that occurred, each with its share; together 100 %. */
export function occurring(
  shares: Shares,
): { kind: keyof Shares; one: string; words: string; share: string }[] {
  const kinds = KINDS.filter(({ kind }) => shares[kind] > 0);
  const parts = percents(kinds.map(({ kind }) => shares[kind]));
  return kinds.map((kind, i) => ({ ...kind, share: parts[i] ?? "" }));
}

/** Lines of a hatch this far apart, CSS px. */
const PITCH = 6;

/** Slanted lines within a rectangle. */
function hatch(x: number, y: number, width: number, height: number): string {
  let lines = "";
  for (let at = -height; at < width; at += PITCH) {
    const [from, to] = [Math.max(at, 0), Math.min(at + height, width)];
    if (to > from) lines += `M${x + from} ${y + height - (from - at)}L${x + to} ${y + height - (to - at)}`;
  }
  return lines;
}

/** A piece of the bar: what it is by its looks, whose by its hue. */
function piece(
  kind: string,
  x: number,
  width: number,
  y: number,
  height: number,
  hue?: number,
): SVGTemplateResult {
  const whose = hue === undefined ? "" : ` hue-${hue}`;
  const lines =
    kind === "inverse" ? svg`<path class="hatch${whose}" d=${hatch(x, y, width, height)}></path>` : "";
  return svg`<path class="${kind}${whose}" d=${`M${x} ${y}h${width}v${height}h${-width}z`}></path>${lines}`;
}

type Ends = Pick<Found["census"], "shares" | "attractors">;

/** The bar itself, a memory's part in its hue. */
export function bar(
  { shares, attractors }: Ends,
  labels: Labels,
  width: number,
  height: number,
  y = 0,
): SVGTemplateResult {
  const asked = Object.values(shares).reduce((sum, share) => sum + share, 0);
  const wide = (count: number): number => (count / asked) * width;
  let x = 0;
  const next = (kind: string, count: number, hue?: number): SVGTemplateResult => {
    const shown = piece(kind, x, wide(count), y, height, hue);
    x += wide(count);
    return shown;
  };
  const pieces = KINDS.flatMap(({ kind }) => {
    // Memories and negatives are so few that all of them are among the largest.
    const whose =
      kind === "memory" || kind === "inverse" ? attractors.filter((found) => found.kind === kind) : [];
    whose.sort((a, b) => (a.memories[0] ?? 0) - (b.memories[0] ?? 0));
    const known = whose.reduce((sum, { count }) => sum + count, 0);
    return [
      ...whose.map(({ count, memories: [memory = 0] }) => next(kind, count, labels.label(memory).hue)),
      next(kind, shares[kind] - known),
    ];
  });
  return svg`${pieces}<path class="frame" d=${`M0 ${y}h${width}v${height}h${-width}z`}></path>`;
}

/** A small piece of the bar, for legends; `strength` is how strongly its grey is laid on, where that is not the bar's. */
export function swatch(kind: string, hue?: number, strength?: number): TemplateResult {
  const grey = kind === "mixture" || kind === "spurious" ? (strength ?? "") : "";
  return html`<svg class="bar" viewBox="0 0 14 14" aria-hidden="true">
    ${
      grey === ""
        ? piece(kind, 0.5, 13, 0.5, 13, hue)
        : svg`<path class="grey" fill-opacity=${grey} d="M.5.5h13v13h-13z"></path>`
    }<path class="frame" d="M.5.5h13v13h-13z"></path>
  </svg>`;
}

/** What the bar's pieces mean and how large they are; what did not occur is left out. */
export function legend(shares: Shares): TemplateResult {
  return html`<ul class="legend numbers">
    ${occurring(shares).map(({ kind, one, share }) => html`<li>${swatch(kind)} ${one} <b>${share}</b></li>`)}
  </ul>`;
}

export const barStyles = css`
  .bar {
    display: block;
    width: 100%;
    height: auto;
    fill: none;
    stroke: none;
    stroke-width: 1;
    stroke-linecap: butt;
  }
  .bar .memory {
    fill: var(--hue, var(--ink));
    stroke: var(--card);
  }
  .bar .inverse {
    fill: color-mix(in srgb, var(--hue, var(--ink)) 22%, var(--card));
    stroke: var(--card);
  }
  .bar .hatch {
    stroke: var(--hue, var(--ink));
    stroke-width: 1.6;
  }
  .bar .mixture {
    fill: color-mix(in srgb, var(--muted) 75%, var(--card));
  }
  .bar .spurious {
    fill: color-mix(in srgb, var(--muted) 32%, var(--card));
  }
  .bar .grey {
    fill: var(--muted);
  }
  .bar .frame {
    stroke: var(--edge);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 13px;
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .legend .bar {
    width: 14px;
    height: 14px;
  }
`;
