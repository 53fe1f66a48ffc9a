// What came, as sentences quote it, and names where room is short: never longer than there is room for.

/** Letters of what came that a sentence quotes, unless it says otherwise. */
const LONGEST = 40;

export const clipped = (text: string, letters = LONGEST): string =>
  text.length <= letters ? text : `${text.slice(0, letters)}…`;

export const quoted = (text: string, letters = LONGEST): string => `“${clipped(text, letters)}”`;

/** A name in so many letters, the last of them an ellipsis where it is longer. */
export const shortened = (name: string, letters: number): string =>
  name.length > letters ? `${[...name].slice(0, letters - 1).join("")}…` : name;
