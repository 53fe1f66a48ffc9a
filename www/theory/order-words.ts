import type { Order } from "../core";

/** Every order in a word or three, for those who only choose one. */
export const orderWords: Readonly<Record<Order, string>> = {
  random: "random",
  shuffled: "shuffled",
  cyclic: "row by row",
  synchronous: "all at once",
};
