// Memories and other valleys by name, as sentences say them.
import { html, type TemplateResult } from "lit";
import { term } from "./glossary";
import type { Named, Session } from "./session";
import { count, list } from "./words";

export type Words = TemplateResult | string;

/** A memory's name in its colour behind its picture; the part that shows it needs the styles `hues`. */
export function memoryName(session: Session, index: number): TemplateResult {
  const { name, hue } = session.label(index);
  return html`<span class="name hue-${hue}"
    ><memory-picture .session=${session} .index=${index} .revision=${session.revision}></memory-picture>${name}</span
  >`;
}

export function memoryNames(session: Session, memories: number[]): TemplateResult {
  return html`${list(memories.map((index) => memoryName(session, index)))}`;
}

/** What a state is: "seven, exactly", "a blend of zero, three and seven, a valley that nobody stored". */
export function named(session: Session, { kind, memories, signs }: Named): Words {
  switch (kind) {
    case "memory":
      return html`${memoryNames(session, memories)}, exactly`;
    case "inverse":
      return html`the negative of ${memoryNames(session, memories)}`;
    case "mixture":
      return html`a ${term("mixture", "blend")} of ${parents(session, memories, signs)}, a valley that nobody stored`;
    case "cycle":
      return "a swing between two pictures";
    case "spurious":
      return html`a picture ${term("spurious", "nobody stored")}`;
    default:
      return "not at rest yet";
  }
}

/** "zero, three and seven", or "seven and the negatives of zero and three". */
function parents(session: Session, memories: number[], signs: number[]): Words {
  const positive = memories.filter((_, i) => signs[i] === 1);
  const negative = memories.filter((_, i) => signs[i] === -1);
  if (negative.length === 0) return memoryNames(session, positive);
  const negatives = html`the ${negative.length === 1 ? "negative" : "negatives"} of ${memoryNames(session, negative)}`;
  return positive.length === 0 ? negatives : html`${memoryNames(session, positive)} and ${negatives}`;
}

/** "The nearest memory, seven, is 9 cells away", or nothing without memories. */
export function nearestMemory(session: Session): Words {
  const nearest = session.nearest();
  return nearest
    ? html` The nearest memory, ${memoryName(session, nearest.index)}, is ${count(nearest.distance, "cell")} away.`
    : "";
}
