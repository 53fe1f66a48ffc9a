// What came, as sentences quote it: never longer than they can bear.

/** Letters of what came that a sentence quotes, unless it says otherwise. */
const LONGEST = 40;

export const clipped = (text: string, letters = LONGEST): string =>
  text.length <= letters ? text : `${text.slice(0, letters)}…`;

export const quoted = (text: string, letters = LONGEST): string => `“${clipped(text, letters)}”`;
