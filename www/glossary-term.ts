import { css, html, LitElement, type TemplateResult } from "lit";
import type { meaning, Word } from "./glossary";
import { returnFocus } from "./popover";
import { controls, meanings, popovers } from "./style";

/** A word of the field within a sentence: pressed, it says what it means. */
export class GlossaryTerm extends LitElement {
  static override properties = { word: {}, open: { state: true }, explained: { state: true } };
  static override styles = [
    controls,
    popovers,
    meanings,
    css`
      .term {
        display: inline;
        min-height: 0;
        padding: 0;
        border: 0;
        border-radius: 3px;
        background: none;
        text-align: inherit;
        text-decoration: underline dotted 1px;
        text-underline-offset: 3px;
      }
      .term:hover {
        text-decoration-style: solid;
      }
      [popover] {
        width: min(320px, calc(100vw - 24px));
        padding: 12px 16px;
        font-size: 14px;
        font-weight: 400;
        line-height: 1.4;
        white-space: normal;
      }
    `,
  ];

  declare word: Word;
  declare open: boolean;
  /** What the word means; a sentence about it while that is fetched. */
  declare explained: ReturnType<typeof meaning> | string;

  constructor() {
    super();
    this.open = false;
    this.explained = "";
  }

  protected override render(): TemplateResult {
    return html`<button class="term" popovertarget="meaning"><slot></slot></button
      ><div id="meaning" role="note" popover @beforetoggle=${this.#toggle}>${this.open ? this.explained : ""}</div>`;
  }

  #toggle(event: ToggleEvent & { currentTarget: HTMLElement }): void {
    this.open = event.newState === "open";
    returnFocus(event);
    if (this.open) void this.#explain();
  }

  async #explain(): Promise<void> {
    this.explained ||= "Fetching what it means…";
    try {
      this.explained = (await import("./glossary")).meaning(this.word);
    } catch {
      this.explained = "What it means could not be fetched. Check the connection and open it again.";
    }
  }
}

customElements.define("glossary-term", GlossaryTerm);
