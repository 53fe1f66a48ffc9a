// The plane of the map: which cue lies where, and its picture.
import type { Labels } from "./naming";
import { cellsOf, type Picture } from "./pictures";
import type { Attractor } from "./survey-core";
import type { Finding } from "./survey-findings";

/** From which part of the map on a memory's region bears its name. */
const LEAST_NAMED = 0.08;
/** How much wider than high a name is. */
const FLAT = 3;
/** Points between two lines of the hatch of a negative. */
const HATCH = 4;
/** Strengths of the greys of valleys that nobody stored, so that neighbours differ. */
const BLENDS = [0.85, 0.65, 0.75, 0.55];
const OTHERS = [0.4, 0.2, 0.3, 0.12];

export interface Spot {
  row: number;
  column: number;
}

/** The cue at a point; none outside the triangle or the square. */
export function cueAt(
  { question: { setup, side }, found }: Finding<"map">,
  { row, column }: Spot,
): Picture | undefined {
  if (row < 0 || column < 0 || row >= side || column >= side) return undefined;
  const cells = cellsOf(setup);
  const start = (row * side + column) * cells;
  return found.cues[start] === 0 ? undefined : found.cues.slice(start, start + cells);
}

export function endAt(
  { question: { side }, found }: Finding<"map">,
  { row, column }: Spot,
): Attractor | undefined {
  return found.destinations[found.points[row * side + column] ?? -1];
}

/** How many cues there are among the first so many points, by default those done: all of the square, or those within the triangle. */
export function insideOf({ question: { setup }, found, done }: Finding<"map">, points = done): number {
  const cells = cellsOf(setup);
  let inside = 0;
  for (let point = 0; point < points; point += 1) inside += found.cues[point * cells] === 0 ? 0 : 1;
  return inside;
}

/** How strongly a destination's colour is laid on; the greys take turns. */
export function strengthOf({ kind }: Attractor, place: number): number {
  if (kind === "memory") return 1;
  if (kind === "inverse") return 0.28;
  const greys = kind === "mixture" ? BLENDS : OTHERS;
  return greys[place % greys.length] ?? 1;
}

/** What the picture is painted with: names and hues of memories, colours of the page, a family of letters. */
interface Look {
  labels: Labels;
  colour(token: string): string;
  font: string;
}

/** Every point as a square in the colour of where it ends. */
export function plane(
  context: CanvasRenderingContext2D,
  width: number,
  finding: Finding<"map">,
  { labels, colour, font }: Look,
): void {
  const { side } = finding.question;
  const { points, destinations } = finding.found;
  const edge = (place: number): number => Math.round((place * width) / side);
  const colours = destinations.map(({ kind, memories: [memory = 0] }) =>
    colour(kind === "memory" || kind === "inverse" ? `memory-${labels.label(memory).hue}` : "muted"),
  );
  const looks = destinations.map((end, place) => `${colours[place]} ${strengthOf(end, place)}`);
  const paper = colour("card");
  context.clearRect(0, 0, width, width);
  points.forEach((place, point) => {
    const end = destinations[place];
    if (!end) return;
    const [row, column] = [Math.floor(point / side), point % side];
    const [x, y] = [edge(column), edge(row)];
    const [wide, high] = [edge(column + 1) - x, edge(row + 1) - y];
    const hatched = end.kind === "inverse" && (row + column) % HATCH === 0;
    context.fillStyle = colours[place] ?? "";
    context.globalAlpha = hatched ? 1 : strengthOf(end, place);
    context.fillRect(x, y, wide, high);
    // A line parts ends that look alike: where there are more than colours, or where the reader has chosen few.
    context.fillStyle = paper;
    context.globalAlpha = 1;
    const parted = (other: number | undefined): boolean =>
      other !== undefined && other !== place && looks[other] === looks[place];
    if (column > 0 && parted(points[point - 1])) context.fillRect(x, y, 1, high);
    if (row > 0 && parted(points[point - side])) context.fillRect(x, y, wide, 1);
  });
  names(context, width, finding, { labels, colour, font });
}

/** The names of memories on their own colour, as far inside as may be, for those who do not see the colours. */
function names(
  context: CanvasRenderingContext2D,
  width: number,
  finding: Finding<"map">,
  { labels, colour, font }: Look,
): void {
  const { side } = finding.question;
  const { points, destinations } = finding.found;
  const least = insideOf(finding) * LEAST_NAMED;
  context.fillStyle = colour("card");
  context.font = `650 12px ${font}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  destinations.forEach(({ kind, memories: [memory = 0], count }, place) => {
    if (kind !== "memory" || count < least) return;
    const its = [...points.keys()].filter((point) => points[point] === place);
    const mean = (of: (point: number) => number): number =>
      its.reduce((sum, point) => sum + of(point), 0) / count;
    const [across, down] = [(point: number) => point % side, (point: number) => Math.floor(point / side)];
    const [x, y] = [mean(across), mean(down)];
    const far = (point: number): number => Math.hypot(across(point) - x, down(point) - y);
    const others = [...points.keys()].filter((point) => points[point] !== place);
    // How much of a name has room around a point, before another colour or the edge.
    const room = (point: number): number => {
      const [column, row] = [across(point), down(point)];
      let least = Math.min(Math.min(column + 1, side - column) / FLAT, row + 1, side - row);
      for (const other of others) {
        const aside = Math.abs(across(other) - column) / FLAT;
        least = Math.min(least, Math.max(aside, Math.abs(down(other) - row)));
      }
      return least;
    };
    const rooms = new Map(its.map((point) => [point, room(point)]));
    const roomy = Math.max(...rooms.values());
    const [middle = 0] = its.filter((point) => rooms.get(point) === roomy).sort((a, b) => far(a) - far(b));
    const [left, top] = [across(middle), down(middle)].map((place) => ((place + 0.5) * width) / side);
    context.fillText(labels.label(memory).name, left ?? 0, top ?? 0);
  });
}
