// What has become of a network since it was surveyed, in words.
import type { Setup } from "./setup";
import { list } from "./words";

/** What a survey depends on: the whole landscape, the memories alone, or only the grid. */
export type Concern = "landscape" | "memories" | "grid";

/** What was done since, as in "of before you stored four"; undefined where nothing that concerns it was. */
export function changeSince(then: Setup, now: Setup, concern: Concern): string | undefined {
  if (then.rows !== now.rows || then.columns !== now.columns) return "you chose another size of grid";
  if (then.bias !== now.bias) return `you switched the bias ${now.bias ? "on" : "off"}`;
  if (concern === "grid") return undefined;
  const memories = memoriesSince(then, now);
  if (memories) return memories;
  if (concern === "memories") return undefined;
  if (then.rule !== now.rule) return "you chose another rule";
  if (then.parameter !== now.parameter) return "you set the rule differently";
  if (dosesOf(then) !== dosesOf(now)) return now.slept ? "it slept" : "it woke up";
  return undefined;
}

function memoriesSince(then: Setup, now: Setup): string | undefined {
  const before = then.memories.map(({ picture }) => String(picture));
  const after = now.memories.map(({ picture }) => String(picture));
  const stored = now.memories.filter((_, i) => !before.includes(after[i] ?? ""));
  const forgotten = then.memories.filter((_, i) => !after.includes(before[i] ?? ""));
  const names = (some: Setup["memories"]): string => list(some.map(({ name }) => name)).join("");
  if (stored.length > 0) return `you stored ${names(stored)}`;
  if (forgotten.length > 0) return `you forgot ${names(forgotten)}`;
  if (after.length !== before.length) return "you stored or forgot a copy of a memory";
  return String(before) === String(after) ? undefined : "you put the memories in another order";
}

function dosesOf({ slept }: Setup): string {
  if (!slept) return "";
  return JSON.stringify([slept.fineness, slept.doses, slept.pictures.map(String)]);
}
