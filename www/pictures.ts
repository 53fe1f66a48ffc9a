// Pictures as the page handles them: a cell is +1 (active) or -1, row by row.
import { parsePicture } from "./core";
import type { Example } from "./examples";

export type Picture = Int8Array;
export type Half = "top" | "bottom" | "left" | "right";

/** Rows and columns. */
export interface Size {
  rows: number;
  columns: number;
}

export const cellsOf = ({ rows, columns }: Size): number => rows * columns;

export const blank = (size: Size): Picture => new Int8Array(cellsOf(size)).fill(-1);

export const inverted = (picture: Picture): Picture => picture.map((cell) => -cell);

export const same = (a: Picture, b: Picture): boolean =>
  a.length === b.length && a.every((cell, i) => cell === b[i]);

/** A picture with one half of it taken from another. */
export function withHalf(picture: Picture, source: Picture, half: Half, { rows, columns }: Size): Picture {
  const inside = (row: number, column: number): boolean =>
    ({
      top: row < rows / 2,
      bottom: row >= rows / 2,
      left: column < columns / 2,
      right: column >= columns / 2,
    })[half];
  return picture.map((cell, i) =>
    inside(Math.floor(i / columns), i % columns) ? (source[i] ?? cell) : cell,
  );
}

/** A picture on a grid of another size: a cell is active where at least half of the ground that it covers was. */
export function resampled(picture: Picture, from: Size, to: Size): Picture {
  if (from.rows === to.rows && from.columns === to.columns) return picture;
  const result = blank(to);
  for (let row = 0; row < to.rows; row += 1) {
    const [top, bottom] = [(row * from.rows) / to.rows, ((row + 1) * from.rows) / to.rows];
    for (let column = 0; column < to.columns; column += 1) {
      const [left, right] = [
        (column * from.columns) / to.columns,
        ((column + 1) * from.columns) / to.columns,
      ];
      let sum = 0;
      for (let y = Math.floor(top); y < bottom; y += 1) {
        const height = Math.min(bottom, y + 1) - Math.max(top, y);
        for (let x = Math.floor(left); x < right; x += 1) {
          const width = Math.min(right, x + 1) - Math.max(left, x);
          sum += height * width * (picture[y * from.columns + x] ?? -1);
        }
      }
      // Sums of parts of cells: what is a tie must not hang on the last bit.
      if (sum > -1e-9) result[row * to.columns + column] = 1;
    }
  }
  return result;
}

/** An example's picture on a grid of a size. */
export function drawn({ art }: Example, size: Size): Picture {
  const { rows, columns, picture } = parsePicture(art.join("\n"));
  return resampled(picture, { rows, columns }, size);
}
