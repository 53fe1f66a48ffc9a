/**
 * Puts a text on the clipboard; true once it is there. Where the page may not, `select` selects the text, for the keys that copy
 * everywhere.
 */
export async function copied(text: string, select: () => void): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    select();
    return false;
  }
}
