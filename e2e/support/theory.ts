// The definitions, written out once more and as plainly as they stand in the books: what the page shows is compared with these.
import { readFileSync } from "node:fs";

/** A picture: +1 for an active cell, -1 for an inactive one, row by row. */
export type Picture = readonly number[];

export const picture = (art: readonly string[]): Picture =>
  art.flatMap((row) => [...row].map((cell) => (cell === "#" ? 1 : -1)));

const file = new URL("../../tests/data/digits.json", import.meta.url);
const read = JSON.parse(readFileSync(file, "utf8")) as { digits: { art: string[] }[] };

/** The ten handwritten digits, 0 to 9. */
export const digits: Picture[] = read.digits.map(({ art }) => picture(art));

export const digit = (value: number): Picture => {
  const found = digits[value];
  if (!found) throw new RangeError(`There is no digit ${value}.`);
  return found;
};

export const negative = (cells: Picture): Picture => cells.map((cell) => -cell);

export const differences = (a: Picture, b: Picture): number => a.filter((cell, i) => cell !== b[i]).length;

/** W_ij = sum of x_i x_j over the memories, W_ii = 0. */
function coupling(memories: readonly Picture[], i: number, j: number): number {
  if (i === j) return 0;
  return memories.reduce((sum, memory) => sum + (memory[i] ?? 0) * (memory[j] ?? 0), 0);
}

/** b_i = sum of x_i over the memories, where the bias is on. */
function bias(memories: readonly Picture[], i: number, on: boolean): number {
  return on ? memories.reduce((sum, memory) => sum + (memory[i] ?? 0), 0) : 0;
}

/** h_i = sum over j of W_ij s_j, and b_i. */
export function field(memories: readonly Picture[], state: Picture, i: number, biased = false): number {
  return state.reduce((sum, s, j) => sum + coupling(memories, i, j) * s, bias(memories, i, biased));
}

/** E = -1/2 sum over i and j of W_ij s_i s_j - sum over i of b_i s_i. */
export function energy(memories: readonly Picture[], state: Picture, biased = false): number {
  let sum = 0;
  state.forEach((si, i) => {
    sum -= bias(memories, i, biased) * si;
    state.forEach((sj, j) => {
      sum -= (coupling(memories, i, j) * si * sj) / 2;
    });
  });
  return sum;
}

/** The cells that want to flip: their field points the other way. */
export function restless(memories: readonly Picture[], state: Picture, biased = false): number[] {
  return state.flatMap((s, i) => (s * field(memories, state, i, biased) < 0 ? [i] : []));
}

/** What each neuron says to neuron i: W_ij s_j. */
export const votes = (memories: readonly Picture[], state: Picture, i: number): number[] =>
  state.map((s, j) => coupling(memories, i, j) * s);

/** x . s. */
export const overlap = (a: Picture, b: Picture): number =>
  a.reduce((sum, cell, i) => sum + cell * (b[i] ?? 0), 0);

/** Krotov and Hopfield's energy: E = - sum over the memories of (x . s)^n. */
export const denseEnergy = (memories: readonly Picture[], state: Picture, n: number): number =>
  -memories.reduce((sum, memory) => sum + overlap(memory, state) ** n, 0);

/** The same picture with one cell turned over. */
export const flipped = (state: Picture, i: number): Picture =>
  state.map((cell, j) => (i === j ? -cell : cell));
