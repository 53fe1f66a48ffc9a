// Memories and other valleys by name, as sentences say them.
import { html, type TemplateResult } from "lit";
import type { Word } from "./glossary";
import type { Named, Session } from "./session";
import { term } from "./term";
import { count, list } from "./words";

export type Words = TemplateResult | string;

/** Whoever knows what memories are called: a session, or a survey of how it once was. */
export type Labels = Pick<Session, "label"> | Session;

/** Letters of a name that has to fit on a line; a longer one may be broken. */
const SHORT = 20;

/** A memory's name in its colour, in a session behind its picture; the part that shows it needs the styles `hues`. */
export function memoryName(labels: Labels, index: number): TemplateResult {
  const { name, hue } = labels.label(index);
  const picture =
    "painting" in labels
      ? html`<hopfield-memory-picture .session=${labels} .index=${index} .revision=${labels.revision}></hopfield-memory-picture>`
      : "";
  return html`<span class="name hue-${hue} ${name.length > SHORT ? "long" : ""}">${picture}${name}</span>`;
}

function memoryNames(labels: Labels, memories: number[]): TemplateResult {
  return html`${list(memories.map((index) => memoryName(labels, index)))}`;
}

/** How a word of the field is said: as a term that explains itself, or plainly where a term, a button, has no place. */
type Say = (word: Word, shown: string) => Words;
const plainly: Say = (_, shown) => shown;

/** What a state is, for a sentence: "seven, exactly", "a blend of zero, three and seven, a valley that nobody stored". */
export function named(labels: Labels, what: Named): Words {
  const words = valley(labels, what, term);
  switch (what.kind) {
    case "memory":
      return html`${words}, exactly`;
    case "mixture":
      return html`${words}, a valley that nobody stored`;
    default:
      return words;
  }
}

/** The same in as few words as tell it: "seven", "a blend of zero, three and seven". */
export function valley(labels: Labels, { kind, memories, signs }: Named, say = plainly): Words {
  switch (kind) {
    case "memory":
      return memoryNames(labels, memories);
    case "inverse":
      return html`the negative of ${memoryNames(labels, memories)}`;
    case "mixture":
      return html`a ${say("mixture", "blend")} of ${parents(labels, memories, signs)}`;
    case "cycle":
      return "a swing between two pictures";
    case "spurious":
      return html`a picture ${say("spurious", "nobody stored")}`;
    default:
      return "not at rest yet";
  }
}

/** "zero, three and seven", or "seven and the negatives of zero and three". */
function parents(labels: Labels, memories: number[], signs: number[]): Words {
  const positive = memories.filter((_, i) => signs[i] === 1);
  const negative = memories.filter((_, i) => signs[i] === -1);
  if (negative.length === 0) return memoryNames(labels, positive);
  const negatives = html`the ${negative.length === 1 ? "negative" : "negatives"} of ${memoryNames(labels, negative)}`;
  return positive.length === 0 ? negatives : html`${memoryNames(labels, positive)} and ${negatives}`;
}

/** "It is most like seven, 9 cells away", or nothing without memories. */
export function nearestMemory(session: Session): Words {
  const nearest = session.nearest();
  return nearest
    ? html` It is most like ${valley(session, nearest)}, ${count(nearest.distance, "cell")} away.`
    : "";
}
