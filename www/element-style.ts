import { css, unsafeCSS } from "lit";
import { controls } from "./style";
import tokens from "./tokens.css?text";

/** What a figure looks like: the same on every page, whatever that page's own style sheets say. */
export const elementStyle = [
  unsafeCSS(tokens),
  controls,
  css`
    :host {
      display: block;
      /* as wide as there is room, however its parent shares that out */
      min-width: 0;
      max-width: 100%;
    }
    :host([hidden]) {
      display: none;
    }
    :host([theme="light"]) {
      color-scheme: light;
    }
    :host([theme="dark"]) {
      color-scheme: dark;
    }
    .figure {
      /* nothing of the page's own text style comes in */
      all: initial;
      color-scheme: inherit;
      visibility: inherit;
      direction: ltr;
      position: relative;
      display: block;
      box-sizing: border-box;
      padding: 14px;
      border: 1px solid var(--line);
      border-radius: 16px;
      background: var(--paper);
      color: var(--ink);
      font: 15px / 1.45 var(--font);
      container-type: inline-size;
      contain-intrinsic-inline-size: 640px; /* how wide it would be where its parent asks it */
    }
    .parts {
      display: grid;
      gap: 12px;
    }
    .desk,
    .side {
      display: flex;
      flex-direction: column;
      gap: 12px;
      min-width: 0;
    }
    .desk {
      width: 100%;
      max-width: 420px;
      justify-self: center;
      gap: 10px;
    }
    /* What stands around a part is, for it, the width of the page. */
    .cell {
      container-type: inline-size;
    }
    .curve {
      display: flex;
      flex: 1 0 190px;
      min-height: 190px;
      max-height: 420px;
    }
    hopfield-energy-curve {
      flex: 1;
      min-width: 0;
    }
    /* Beside Recall, however few they are. */
    hopfield-run-controls {
      justify-content: center;
    }
    .lens {
      padding: 12px 14px;
      border: 1px solid var(--line);
      border-radius: 16px;
      background: var(--card);
    }
    /* Two lines, or three or four, so that nothing moves when the words change. */
    hopfield-verdict-line {
      min-height: 41px;
    }
    @container (max-width: 420px) {
      hopfield-verdict-line {
        min-height: 61px;
      }
    }
    @container (max-width: 280px) {
      hopfield-verdict-line {
        min-height: 81px;
      }
    }
    .parts:not(.two) > hopfield-memory-shelf:has(~ .desk) {
      width: 100%;
      max-width: 420px;
      justify-self: center;
    }
    @container (min-width: 600px) {
      .two {
        grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
        gap: 16px;
      }
      .two > hopfield-memory-shelf {
        grid-column: 1 / -1;
      }
    }
    /* Where it has the whole width, the choices stand beside the picture. */
    @container (min-width: 600px) {
      .parts:not(.two) hopfield-weight-lens {
        grid-template-columns: minmax(0, 320px) minmax(200px, 1fr);
        gap: 18px;
      }
    }
    @container (max-width: 359px) {
      .lens {
        padding: 10px;
      }
    }
    .notices {
      margin: 0 0 12px;
      padding: 8px 12px;
      border: 1px solid var(--edge);
      border-radius: 10px;
      background: var(--card);
      font-size: 13px;
      overflow-wrap: anywhere;
    }
    .notices p {
      margin: 2px 0;
    }
    .wait {
      margin: 3em 0;
      text-align: center;
      color: var(--muted);
    }
    .trouble,
    .trouble p {
      margin: 0 0 10px;
      text-wrap: pretty;
    }
    .why {
      margin: 0;
      color: var(--muted);
      font-size: 13px;
      overflow-wrap: anywhere;
    }
    /* A change of any of these is how one learns that the page's colours are others now. */
    .probe {
      position: absolute;
      visibility: hidden;
      width: 0;
      height: 0;
      color: var(--ink);
      background-color: var(--card);
      outline-color: var(--active);
      border-color: var(--inactive) var(--positive) var(--negative) var(--memory-0);
      text-decoration-color: var(--memory-1);
      transition: all 1ms;
    }
  `,
];
