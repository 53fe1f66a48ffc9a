// Numbers and lists as the page says them.

/** Three digits and a power of ten from here on. */
const LONG = 1e7;

/** A number with a true minus sign: whole numbers in full, others to two decimals, or to three digits where they are small. */
export function number(value: number): string {
  const size = Math.abs(value);
  const short = size < 1 ? Number(size.toPrecision(3)) : Math.round(size * 100) / 100;
  const shown = size < LONG ? String(short) : size.toExponential(2).replace("+", "");
  return value < 0 ? `−${shown}` : shown;
}

/** A whole number from 0 up with its thousands apart: "10 000". */
export const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f");

/** A share as a percentage: "41 %", in tenths where that matters, and never 0 or 100 unless it is. */
export function percent(share: number): string {
  const hundredths = 100 * share;
  return shownPercent(atEdge(share) ? Math.round(10 * hundredths) / 10 : Math.round(hundredths), share);
}

/** Counts as percentages of their sum, which add up to 100: all in tenths where that matters to one of them. */
export function percents(counts: readonly number[]): string[] {
  const sum = counts.reduce((total, count) => total + count, 0);
  const units = counts.some((count) => count > 0 && count < sum && atEdge(count / sum)) ? 10 : 1;
  const whole = 100 * units;
  // Largest remainders: what rounding down leaves over goes, a unit each, to those that lost most by it.
  const shown = counts.map((count) => Math.floor((count * whole) / sum));
  const left = whole - shown.reduce((total, part) => total + part, 0);
  const lost = (at: number): number => ((counts[at] ?? 0) * whole) % sum;
  const first = [...counts.keys()].sort((a, b) => lost(b) - lost(a)).slice(0, left);
  return counts.map((count, i) =>
    shownPercent(((shown[i] ?? 0) + (first.includes(i) ? 1 : 0)) / units, count / sum),
  );
}

const atEdge = (share: number): boolean => share < 0.01 || share > 0.99;

function shownPercent(shown: number, share: number): string {
  if (shown === 0 && share > 0) return "under 0.1\u202f%";
  if (shown === 100 && share < 1) return "over 99.9\u202f%";
  return `${shown}\u202f%`;
}

/** The same, with its sign also when positive. */
export const signed = (value: number): string => (value > 0 ? `+${number(value)}` : number(value));

/** A temperature, to two decimals: more would only flicker while it cools. */
export const degrees = (temperature: number): string => number(Math.round(100 * temperature) / 100);

/** "1 flip", "9 flips", "3 memories". */
export const count = (value: number, noun: string): string =>
  `${value} ${value === 1 ? noun : noun.replace(/y?$/, (end) => (end === "y" ? "ies" : "s"))}`;

/** Where a cell is, counted from one as people do. */
export const place = (cell: number, columns: number): string =>
  `row ${Math.floor(cell / columns) + 1}, column ${(cell % columns) + 1}`;

/** The items with ", " between them and "and" or another word before the last: for text or for templates. */
export function list<T>(items: readonly T[], last = "and"): (T | string)[] {
  return items.flatMap((item, i) => {
    if (i === 0) return [item];
    return [i === items.length - 1 ? ` ${last} ` : ", ", item];
  });
}
