// What the page calls memories, and the colour of each: the network knows neither.
import { exampleOf } from "./picture-code";
import type { Picture, Size } from "./pictures";

/** How many colours theme.css has for memories. */
export const HUES = 8;

/** Letters that a name may have. */
const LONGEST_NAME = 40;

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
  const example = exampleOf(picture, size);
  const candidate = (i: number): string => {
    if (!example) return `memory ${labels.length + i}`;
    return i === 1 ? example.name : `${example.name} ${i}`;
  };
  let i = 1;
  while (taken.has(candidate(i))) i += 1;
  return candidate(i);
}

/** A name from elsewhere: one line, not too long, and nothing in it that turns the writing around. May be empty. */
export function tidyName(name: string): string {
  const line = name.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069]+/gu, " ").trim();
  return [...line].slice(0, LONGEST_NAME).join("").trim();
}

/** A colour that no memory has; where all are taken, they begin again. */
function freeHue(labels: readonly Label[]): number {
  const taken = new Set(labels.map((label) => label.hue));
  const free = Array.from({ length: HUES }, (_, hue) => hue).find((hue) => !taken.has(hue));
  return free ?? labels.length % HUES;
}

/** What a link or a tag tells of a memory's label: its name, encoded, and its hue, each "" where the memory gets the same by itself. */
export function toldLabel(
  memory: Label & { picture: Picture },
  before: readonly Label[],
  size: Size,
): { name: string; hue: string } {
  const usual = labelFor(memory.picture, size, before);
  return {
    name: memory.name === usual.name ? "" : encodedName(memory.name),
    hue: memory.hue === usual.hue ? "" : String(memory.hue),
  };
}

/** A name in a link or a tag: percent-encoded, also what separates their parts and what programs that find links in text take for its end. */
const encodedName = (name: string): string =>
  encodeURIComponent(tidyName(name)).replace(
    /[.!'()*~]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
