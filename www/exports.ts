// Pictures of the session to take away: as PNG, painted as on the page at twice the size, or as SVG, drawn from the network's numbers.

import { colours } from "./colours";
import { HUES } from "./labels";
import { shortened } from "./quote";
import type { Session } from "./session";
import { number } from "./words";

export type Shown = "pad" | "curve" | "graph";

/** CSS pixels, and how many of the file each of them is. */
const SIZES: Record<Shown, { width: number; height: number }> = {
  pad: { width: 640, height: 640 },
  curve: { width: 960, height: 480 },
  graph: { width: 800, height: 800 },
};
const SCALE = 2;
const FONT_SIZE = 14;
/** Letters of a name that have room beside the curve. */
const LONGEST_NAME = 16;
/** Moments that a curve in SVG is drawn through. */
const MOST_MOMENTS = 4000;
/** Part of a cell that is left free around it, as on the page. */
const GAP = 0.06;

/** Throws an Error in words for the reader where it cannot be painted. */
export async function png(session: Session, what: Shown, root: ShadowRoot): Promise<Blob> {
  const { painting } = session;
  const { width, height } = sizeOf(session, what);
  const layers: Record<Shown, ((context: CanvasRenderingContext2D) => unknown)[]> = {
    pad: [(context) => painting.pad(context, width, {})],
    curve: [(context) => painting.curve(context, width, height, { fontSize: FONT_SIZE })],
    graph: [(context) => painting.links(context, width, {}), (context) => painting.nodes(context, width, {})],
  };
  const picture = canvasOf(width, height);
  [picture.fillStyle = ""] = colours(root, ["card"]);
  picture.fillRect(0, 0, width, height);
  // Each on a canvas of its own, which its painter clears first.
  for (const paint of layers[what]) {
    const layer = canvasOf(width, height);
    paint(layer);
    picture.drawImage(layer.canvas, 0, 0, width, height);
  }
  const blob = await new Promise<Blob | null>((done) => picture.canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error("This browser could not make a PNG of it.");
  return blob;
}

/** The context of a canvas so large, in CSS pixels. */
function canvasOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser offers no 2-D canvas.");
  context.setTransform(SCALE, 0, 0, SCALE, 0, 0);
  return context;
}

function sizeOf({ network }: Session, what: Shown): { width: number; height: number } {
  const { width, height } = SIZES[what];
  return { width, height: what === "pad" ? Math.round((width * network.rows) / network.columns) : height };
}

export function svg(session: Session, what: "pad" | "curve", root: ShadowRoot): Blob {
  const drawn = what === "pad" ? pad(session, root) : curve(session, root);
  return new Blob([new XMLSerializer().serializeToString(drawn)], { type: "image/svg+xml" });
}

function pad({ network }: Session, root: ShadowRoot): SVGElement {
  const { rows, columns } = network;
  const [active = "", inactive = "", card = ""] = colours(root, ["active", "inactive", "card"]);
  const cells = [...network.state()].map((spin, cell) =>
    element("rect", {
      x: (cell % columns) + GAP / 2,
      y: Math.floor(cell / columns) + GAP / 2,
      width: 1 - GAP,
      height: 1 - GAP,
      rx: 0.1,
      fill: spin === 1 ? active : inactive,
    }),
  );
  return drawing(columns, rows, card, cells, 640 / columns);
}

/** The energy since the cue, and a dashed line for each memory. */
function curve(session: Session, root: ShadowRoot): SVGElement {
  const { network } = session;
  const { width, height } = SIZES.curve;
  const points = energies(session);
  const hues = Array.from({ length: HUES }, (_, hue) => `memory-${hue}`);
  const [ink = "", muted = "", card = "", ...hue] = colours(root, ["ink", "muted", "card", ...hues]);
  const levels = Array.from({ length: network.memoryCount }, (_, i) => session.memoryEnergy(i) ?? 0);
  const all = [...points.map(([, energy]) => energy), ...levels];
  const [low, high] = all.reduce(([a, b], y) => [Math.min(a, y), Math.max(b, y)], [Infinity, -Infinity]);
  const [left, right, top, bottom] = [90, width - 130, 20, height - 50];
  const first = points[0]?.[0] ?? 0;
  const span = Math.max(1, (points.at(-1)?.[0] ?? 0) - first);
  const x = (time: number): number => left + ((right - left) * (time - first)) / span;
  const y = (energy: number): number => bottom - ((bottom - top) * (energy - low)) / (high - low || 1);
  const text = (words: string, at: Attributes): SVGElement => {
    const label = element("text", {
      fill: muted,
      "font-size": FONT_SIZE,
      "font-family": "sans-serif",
      ...at,
    });
    label.textContent = words;
    return label;
  };
  const beside = apart(levels.map(y), bottom);
  const lines = levels.flatMap((energy, i) => {
    const { name, hue: own } = session.label(i);
    const colour = hue[own] ?? ink;
    const [level, label] = [round(y(energy)), round(beside[i] ?? 0)];
    return [
      element("path", { d: `M${left} ${level}H${right}`, stroke: colour, "stroke-dasharray": "6 5" }),
      element("path", {
        d: `M${right} ${level}L${right + 12} ${label}`,
        stroke: colour,
        "stroke-width": 0.7,
      }),
      text(shortened(name, LONGEST_NAME), { x: right + 15, y: label + 5, fill: colour }),
    ];
  });
  // Each energy holds until the next: steps.
  const steps = points.map(([time, energy], i) =>
    i === 0 ? `M${x(time)} ${y(energy)}` : `H${round(x(time))}V${round(y(energy))}`,
  );
  return drawing(width, height, card, [
    ...lines,
    element("path", { d: steps.join(""), fill: "none", stroke: ink, "stroke-width": 2 }),
    text(number(high), { x: left - 8, y: y(high) + 5, "text-anchor": "end" }),
    text(number(low), { x: left - 8, y: y(low) + 5, "text-anchor": "end" }),
    text(`${network.end} updates`, { x: right, y: height - 16, "text-anchor": "end" }),
    text("Energy", { x: left, y: height - 16 }),
  ]);
}

/** The heights, moved apart so that a line of text has room at each; none lower than `bottom` if that can be. */
function apart(heights: number[], bottom: number): number[] {
  const room = FONT_SIZE * 1.25;
  const moved = [...heights];
  const order = heights.map((_, i) => i).sort((a, b) => (heights[b] ?? 0) - (heights[a] ?? 0));
  let free = bottom;
  for (const i of order) {
    moved[i] = Math.min(free, heights[i] ?? 0);
    free = (moved[i] ?? 0) - room;
  }
  return moved;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Moments and the energy then; of a long run some, evenly. */
function energies({ network }: Session): [number, number][] {
  const { first, end, firstEnergy } = network;
  if (firstEnergy === undefined) throw new Error("This rule has no energy, so there is no curve to draw.");
  const stride = Math.max(1, Math.ceil((end - first) / MOST_MOMENTS));
  const points: [number, number][] = [[first, firstEnergy]];
  for (let time = first + stride; time < end; time += stride)
    points.push([time, network.moment(time).energy ?? 0]);
  if (end > first) points.push([end, network.moment(end).energy ?? 0]);
  return points;
}

type Attributes = Record<string, string | number>;

function element(name: string, attributes: Attributes): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function drawing(
  width: number,
  height: number,
  ground: string,
  content: SVGElement[],
  scale = 1,
): SVGElement {
  const drawn = element("svg", {
    viewBox: `0 0 ${width} ${height}`,
    width: width * scale,
    height: height * scale,
  });
  drawn.append(element("rect", { width, height, fill: ground }), ...content);
  return drawn;
}
