// What the tour shows, in six stops. It acts on nothing: who takes it can try everything on the way.
import type { Stop } from "./tour";

/** Where the parts of the page are, and how a lens is opened. */
export interface Stage {
  part(name: string, within?: string): Element;
  openLens(id: string): Promise<Element>;
}

export const stops = ({ part, openLens }: Stage): Stop[] => [
  {
    title: "A picture, a little broken",
    words:
      "On the pad lies a cue. Draw on it by mouse, finger or keyboard, or press Corrupt to flip some of its cells by lot. Dots are cells that want to flip.",
    show: () => part("hopfield-pattern-pad"),
  },
  {
    title: "Recall",
    words:
      "One neuron after the other listens to all the rest and takes the side that is louder. Press Recall and watch; it stops by itself, and a sentence says what came of it.",
    show: () => part("hopfield-run-controls"),
  },
  {
    title: "Rolling downhill",
    words:
      "Asked one by one and without heat, a neuron flips only if that lowers the energy. The dashed lines are the memories: a run that ends on one has found it. Drag along the curve to travel in time.",
    show: () => part("hopfield-energy-curve"),
  },
  {
    title: "Why it flips",
    words:
      "Point at a cell, or tap a vote: here are the votes of all others, for and against, and what they come to. The other tabs look at overlaps, weights and energy.",
    show: () => openLens("why"),
  },
  {
    title: "A memory of your own",
    words:
      "Draw something, then store it. It goes into the same couplings as the others, and each memory says whether it still holds. Every act can be undone.",
    show: () => part("hopfield-memory-shelf", "#store"),
  },
  {
    title: "Sleep, and much more",
    words:
      "Between the memories lie valleys that nobody stored. Let it dream, and they are filled in. Other tabs count what it finds, compare and challenge; Share makes a link of all you see.",
    show: () => openLens("sleep"),
  },
];
