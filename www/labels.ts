// What the page calls memories, and the colour of each: the network knows neither.
import { digits, letters } from "./examples";
import { drawn, type Picture, type Size, same } from "./pictures";

/** How many colours theme.css has for memories. */
export const HUES = 8;

export interface Label {
  name: string;
  /** Which of the colours --memory-0 ... --memory-7 is this memory's, everywhere on the page. */
  hue: number;
}

/** The label of one more memory: "four" for an example, else "memory 4", with a number behind it while the name is taken. */
export function labelFor(picture: Picture, size: Size, labels: readonly Label[], name?: string): Label {
  return { name: name ?? nameFor(picture, size, labels), hue: freeHue(labels) };
}

function nameFor(picture: Picture, size: Size, labels: readonly Label[]): string {
  const taken = new Set(labels.map((label) => label.name));
  const example = [...digits, ...letters].find((example) => same(drawn(example, size), picture));
  const candidate = (i: number): string => {
    if (!example) return `memory ${labels.length + i}`;
    return i === 1 ? example.name : `${example.name} ${i}`;
  };
  let i = 1;
  while (taken.has(candidate(i))) i += 1;
  return candidate(i);
}

/** A colour that no memory has; where all are taken, they begin again. */
function freeHue(labels: readonly Label[]): number {
  const taken = new Set(labels.map((label) => label.hue));
  const free = Array.from({ length: HUES }, (_, hue) => hue).find((hue) => !taken.has(hue));
  return free ?? labels.length % HUES;
}
