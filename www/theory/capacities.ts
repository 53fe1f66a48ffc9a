// How many random memories Hebb's rule holds in very large networks, and in which sense.

import { type Capacity, ROOM } from "./room";

/** From the strictest promise to the loosest. */
export const capacities: readonly Capacity[] = [
  {
    formula: "N/(4 ln N)",
    memories: (neurons) => neurons / (4 * Math.log(neurons)),
    means: "all memories, every one, come back without a single wrong cell",
    source: "R. J. McEliece and others, IEEE Trans. Inf. Theory 33, 461, 1987",
  },
  {
    formula: "N/(2 ln N)",
    memories: (neurons) => neurons / (2 * Math.log(neurons)),
    means: "almost every memory comes back without a wrong cell",
    source: "R. J. McEliece and others 1987",
  },
  ROOM,
  {
    formula: "0.15 N",
    memories: (neurons) => 0.15 * neurons,
    means: "recall is not yet severely in error, as Hopfield saw in simulations",
    source: "J. J. Hopfield, PNAS 79, 2554, 1982",
  },
];
