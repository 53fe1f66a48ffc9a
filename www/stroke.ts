// A stroke over a grid: which cells it comes to, and what it does to each.
import type { Size } from "./pictures";

/** What strokes do: draw (the first cell decides between drawing and erasing), erase, or turn cells round. */
export type Mode = "draw" | "erase" | "flip";

/** Cells from the top left corner, as fractions too. */
export interface Point {
  x: number;
  y: number;
}

/** Looks for cells along each cell's width of the way, so that a fast stroke leaves no gap. */
const LOOKS = 8;

export function cellAt({ x, y }: Point, { rows, columns }: Size): number | undefined {
  const [row, column] = [Math.floor(y), Math.floor(x)];
  return row >= 0 && row < rows && column >= 0 && column < columns ? row * columns + column : undefined;
}

export class Stroke {
  /** On, off, or turned round. */
  readonly value: 1 | -1 | 0;
  readonly #size: Size;
  readonly #visited = new Set<number>();
  #at: Point;

  /** Begins on a cell that is `on` or not. */
  constructor(mode: Mode, on: boolean, at: Point, size: Size) {
    const values = { draw: on ? -1 : 1, erase: -1, flip: 0 } as const;
    this.value = values[mode];
    this.#at = at;
    this.#size = size;
  }

  /** Goes on to a point; the cells to which it comes for the first time. */
  to(point: Point): number[] {
    const { x, y } = this.#at;
    const [across, down] = [point.x - x, point.y - y];
    const looks = Math.max(1, Math.ceil(LOOKS * Math.max(Math.abs(across), Math.abs(down))));
    const fresh: number[] = [];
    for (let i = 1; i <= looks; i += 1) {
      const cell = cellAt({ x: x + (across * i) / looks, y: y + (down * i) / looks }, this.#size);
      if (cell === undefined || this.#visited.has(cell)) continue;
      this.#visited.add(cell);
      fresh.push(cell);
    }
    this.#at = point;
    return fresh;
  }
}
