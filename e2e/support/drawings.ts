import { type Picture, picture } from "./theory";

/** What the tests draw. Beside the digits 0, 3 and 7 it holds, and heals from 12 flipped cells in 98 of 100 runs. */
export const smile: Picture = picture([
  "..####..",
  ".#....#.",
  "#.#..#.#",
  "#......#",
  "#.#..#.#",
  "#..##..#",
  ".#....#.",
  "..####..",
]);
