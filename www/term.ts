// Words that are explained where the page has a glossary; apart from it, for figures that have none.
import { html, type TemplateResult } from "lit";
import type { Word } from "./glossary";

/** A word of the field, or other words for it, within a sentence. */
export const term = (word: Word, shown: string): TemplateResult =>
  html`<glossary-term word=${word}>${shown}</glossary-term>`;
