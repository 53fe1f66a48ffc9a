// What can differ between two runs of one start, and what came of it, in words.

import { same } from "./pictures";
import type { Order, Rule, Session } from "./session";
import { orders } from "./theory/orders";
import { factsOf, rules } from "./theory/rules";
import { count, number } from "./words";

/** The one thing in which the second run differs from the first. */
export type Change =
  | { aspect: "rule"; value: Rule }
  | { aspect: "order"; value: Order }
  | { aspect: "temperature"; value: number };

type Aspect = Change["aspect"];

const TEMPERATURES = [0, 0.1, 0.2, 0.3, 0.5, 0.7, 1];

/** All that one can choose, by what it changes. */
export const changes: readonly { group: string; aspect: Aspect; all: readonly Change[] }[] = [
  {
    group: "Another rule",
    aspect: "rule",
    all: rules.map(({ rule }) => ({ aspect: "rule", value: rule })),
  },
  {
    group: "Another order",
    aspect: "order",
    all: orders.map(({ order }) => ({ aspect: "order", value: order })),
  },
  {
    group: "Another temperature",
    aspect: "temperature",
    all: TEMPERATURES.map((value) => ({ aspect: "temperature", value })),
  },
];

/** What the session itself has of an aspect. */
export function ownOf({ network }: Session, aspect: Aspect): Change {
  switch (aspect) {
    case "rule":
      return { aspect, value: network.rule };
    case "order":
      return { aspect, value: network.order };
    default:
      return { aspect, value: network.temperature };
  }
}

/** "Projection", "Cyclic order", "Temperature 0.3". */
export function nameOf(change: Change): string {
  switch (change.aspect) {
    case "rule":
      return factsOf(change.value).name;
    case "order":
      return `${orders.find(({ order }) => order === change.value)?.name} order`;
    default:
      return `Temperature ${number(change.value)}`;
  }
}

/** What came of the one difference, and why. */
export function difference(left: Session, right: Session, change: Change): string {
  const names = [nameOf(ownOf(left, change.aspect)), nameOf(change)] as const;
  return `${outcome(left, right, names)} ${why(left, change)}`;
}

function outcome(left: Session, right: Session, [here, there]: readonly [string, string]): string {
  const [one, two] = [left.atRest, right.atRest];
  if (!one && !two) return "Neither comes to rest.";
  if (one !== two) return `${one ? here : there} comes to rest, ${one ? there : here} does not.`;
  if (same(left.network.state(), right.network.state()))
    return `Both come to the same end${later(left, right)}. A harder start may part them: store one more picture, or corrupt more cells.`;
  const [found, too] = [left, right].map((side) => side.network.outcome().kind === "memory");
  if (found && too) return "The same start, and each falls into another memory.";
  if (found || too)
    return `${found ? here : there} finds its way to a memory, ${found ? there : here} does not.`;
  return "They end in two different places, and neither is a memory.";
}

function later(left: Session, right: Session): string {
  const updates = (right.restedAt() ?? 0) - (left.restedAt() ?? 0);
  if (updates === 0) return ", after as many updates";
  return `, the right one ${count(Math.abs(updates), "update")} ${updates > 0 ? "later" : "earlier"}`;
}

function why(left: Session, change: Change): string {
  switch (change.aspect) {
    case "rule":
      return `${factsOf(change.value).name}: ${factsOf(change.value).sentence}`;
    case "order":
      return change.value === "synchronous" || left.network.order === "synchronous"
        ? "Where all answer at once, each answers a picture that the others are just changing."
        : "The valleys are the same for both; who is asked first decides which way it rolls.";
    default:
      return change.value > left.network.temperature
        ? "With heat a neuron now and then disobeys: that can shake it out of a valley, and never lets it rest."
        : "The less heat, the more it only rolls downhill.";
  }
}
