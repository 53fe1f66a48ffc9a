// What is wrong with the attributes of a figure, in the figure itself.
import { html, type TemplateResult } from "lit";
import { quoted } from "./quote";

/** Letters of what came that are quoted. */
const LONGEST_WORD = 60;

/** What is wrong with an attribute. */
export interface Complaint {
  name: string;
  words: string;
}

export const complaint = (name: string, expected: string, came: string): Complaint => ({
  name,
  words: `expected ${expected}; got ${quoted(came, LONGEST_WORD)}.`,
});

export function noticesOf(all: readonly Complaint[]): TemplateResult | "" {
  if (all.length === 0) return "";
  return html`<div class="notices" part="notice" role="status">${all.map(({ name, words }) => html`<p><b>${name}</b>: ${words}</p>`)}</div>`;
}
