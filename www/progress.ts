// Which challenges were solved: remembered where storage allows.
const KEY = "hopfield-net:challenges";

/** The ids of the challenges solved, in the order in which they were. */
export const done: string[] = remembered();

function remembered(): string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter((id) => typeof id === "string") : [];
  } catch {
    return []; // storage may be forbidden, or hold what is not ours
  }
}

export function solve(id: string): void {
  if (done.includes(id)) return;
  done.push(id);
  try {
    localStorage.setItem(KEY, JSON.stringify(done));
  } catch {
    // not remembered, but still solved while the page is open
  }
}
