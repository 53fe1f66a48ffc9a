// Seeds as text, for they have 64 bits: more than a number of JavaScript keeps.

const MOST = 2n ** 64n - 1n;

/** What a seed is, for sentences. */
export const A_SEED = "a whole number from 0 to 2⁶⁴ − 1";

/** The seed that a text says; undefined if it says none. */
export function seedOf(text: string): bigint | undefined {
  const digits = text.trim();
  if (!/^\d{1,20}$/.test(digits)) return undefined;
  const seed = BigInt(digits);
  return seed <= MOST ? seed : undefined;
}
