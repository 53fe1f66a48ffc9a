// For how many random memories there is room by Hebb's rule: the mark that one meets first, the others are in capacities.ts.

export interface Capacity {
  formula: string;
  memories(neurons: number): number;
  /** What is promised of so many. */
  means: string;
  source: string;
}

/** Beyond it nothing like the memories is left. */
export const ROOM: Capacity = {
  formula: "0.138 N",
  memories: (neurons) => 0.138 * neurons,
  means: "there still are states much like the memories, with fewer than 2 cells in 100 wrong",
  source: "D. J. Amit, H. Gutfreund and H. Sompolinsky, PRL 55, 1530, 1985",
};
