// Numbers and lists as the page says them.

/** A whole number with a true minus sign. */
export const number = (value: number): string => (value < 0 ? `−${-value}` : `${value}`);

/** The same, with its sign also when positive. */
export const signed = (value: number): string => (value > 0 ? `+${value}` : number(value));

/** "1 flip", "9 flips". */
export const count = (value: number, noun: string): string => `${value} ${noun}${value === 1 ? "" : "s"}`;

/** Where a cell is, counted from one as people do. */
export const place = (cell: number, columns: number): string =>
  `row ${Math.floor(cell / columns) + 1}, column ${(cell % columns) + 1}`;

/** The items with ", " between them and "and" before the last: for text or for templates. */
export function list<T>(items: T[]): (T | string)[] {
  return items.flatMap((item, i) => {
    if (i === 0) return [item];
    return [i === items.length - 1 ? " and " : ", ", item];
  });
}
