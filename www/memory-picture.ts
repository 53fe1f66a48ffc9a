import { css, html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { contextOf } from "./canvas";
import { define } from "./define";
import type { Session } from "./session";

/** Side, CSS px: as high as a line of text. */
const SIDE = 20;

/** A memory as a little picture within a sentence. */
export class MemoryPicture extends LitElement {
  static override properties = {
    session: { attribute: false },
    index: { type: Number },
    /** Of the memories, and of the pixels of the screen: it is painted again only when one of these changes. */
    revision: { type: Number },
  };
  static override styles = css`
    :host {
      display: inline-block;
      margin-right: 3px;
      vertical-align: -5px;
    }
    canvas {
      display: block;
      width: ${SIDE}px;
      height: ${SIDE}px;
    }
  `;

  declare session: Session;
  declare index: number;
  declare revision: number;

  protected override render(): TemplateResult {
    return html`<canvas aria-hidden="true"></canvas>`;
  }

  protected override updated(_changed: PropertyValues): void {
    const canvas = this.renderRoot.querySelector("canvas");
    if (canvas) this.session.painting.memory(contextOf(canvas, SIDE, SIDE), this.index, SIDE);
  }
}

define("hopfield-memory-picture", MemoryPicture);
