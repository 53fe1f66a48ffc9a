// What came, as sentences quote it, and names where room is short: never longer than there is room for.

/** Letters of what came that a sentence quotes, unless it says otherwise. */
const LONGEST = 40;

export function clipped(text: string, letters = LONGEST): string {
  const all = [...text.slice(0, 2 * letters + 2)];
  return all.length <= letters ? text : `${all.slice(0, letters).join("")}…`;
}

export const quoted = (text: string, letters = LONGEST): string => `“${clipped(text, letters)}”`;

/** A name in so many letters, the last of them an ellipsis where it is longer. */
export const shortened = (name: string, letters: number): string =>
  [...name].length > letters ? clipped(name, letters - 1) : name;
