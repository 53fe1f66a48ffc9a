// What is wrong with a figure, in the figure itself.
import { html, type TemplateResult } from "lit";
import { quoted } from "./quote";

/** Letters of what came that are quoted. */
const LONGEST = 60;

/** Whose fault it is: the texts of attributes, what they describe, a rule that does not take that, or what a button or script asks. */
const SOURCES = ["texts", "setup", "rule", "command"] as const;
type Source = (typeof SOURCES)[number];

export class Notices {
  readonly #told = new Map<Source, { name: string; words: string }[]>();

  clear(...sources: Source[]): void {
    for (const source of sources) this.#told.delete(source);
  }

  tell(source: Source, name: string, words: string): void {
    this.#told.set(source, [...(this.#told.get(source) ?? []), { name, words }]);
  }

  /** Tells what was expected of something, and what came instead. */
  expected(source: Source, name: string, expected: string, came: string): void {
    this.tell(source, name, `expected ${expected}; got ${quoted(came, LONGEST)}.`);
  }

  render(): TemplateResult | "" {
    const all = SOURCES.flatMap((source) => this.#told.get(source) ?? []);
    if (all.length === 0) return "";
    return html`<div class="notices" part="notice" role="status">${all.map(({ name, words }) => html`<p><b>${name}</b>: ${words}</p>`)}</div>`;
  }
}
