import { css } from "lit";

/** What buttons, fields and popovers look like in every part. */
export const controls = css`
  * {
    box-sizing: border-box;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  button,
  select,
  input[type="number"],
  input[type="text"] {
    min-height: 40px;
    padding: 0 12px;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--card);
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    cursor: pointer;
    touch-action: manipulation;
  }
  select {
    cursor: pointer;
  }
  button:hover:not(:disabled, [aria-disabled="true"]),
  select:hover {
    border-color: var(--edge);
  }
  button:disabled,
  button[aria-disabled="true"] {
    color: color-mix(in srgb, var(--muted) 60%, transparent);
    cursor: default;
  }
  button[aria-pressed="true"] {
    background: var(--ink);
    border-color: var(--ink);
    color: var(--paper);
    font-weight: 600;
  }
  button.quiet {
    border-color: transparent;
    background: none;
    color: var(--muted);
  }
  button.quiet:hover {
    color: var(--ink);
    background: var(--card);
  }
  @media (max-width: 420px) {
    button.quiet {
      min-width: 36px;
      padding: 0 5px;
    }
  }
  :focus-visible {
    outline: 2px solid var(--ink);
    outline-offset: 2px;
  }
  svg {
    width: 20px;
    height: 20px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .numbers {
    font-variant-numeric: tabular-nums;
  }
  @media (forced-colors: active) {
    button[aria-pressed="true"] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    button[aria-disabled="true"] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;

/** A popover beside the button that opens it; where anchors are unknown, in the lower corner, away from the pad. */
export const popovers = css`
  [popover] {
    inset: auto 12px 12px auto;
    margin: 0;
    width: max-content;
    max-width: calc(100vw - 24px);
    max-height: calc(100vh - 24px);
    overflow: auto;
    padding: 16px;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--card);
    color: var(--ink);
    box-shadow: 0 8px 30px rgb(0 0 0 / 16%);
    text-align: left;
  }
  @supports (position-area: bottom) {
    [popover] {
      inset: auto;
      margin: 6px 0;
      position-area: bottom span-right;
      position-try-fallbacks: flip-inline, flip-block, flip-block flip-inline;
    }
  }
`;

/** A dialog over the page: its title and its button stay, what lies between scrolls. */
export const dialogs = css`
  dialog {
    max-height: min(720px, calc(100vh - 24px));
    padding: 20px 24px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--card);
    color: var(--ink);
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
    gap: 14px;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 35%);
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  dialog h2 {
    margin: 0;
    font-size: 18px;
  }
  dialog .all {
    overflow: auto;
    scrollbar-width: thin;
  }
`;

/** What a word means: a sentence, its formula, its source. */
export const meanings = css`
  p {
    margin: 0;
    text-wrap: pretty;
  }
  .figures {
    margin-top: 6px;
    font-variant-numeric: tabular-nums;
  }
  .formula {
    margin-top: 4px;
    font-style: italic;
  }
  .source {
    margin-top: 4px;
    font-size: 12px;
    color: var(--muted);
  }
`;

/** A memory's name in its own colour: class "name hue-3". */
export const hues = css`
  .hue-0 { --hue: var(--memory-0); }
  .hue-1 { --hue: var(--memory-1); }
  .hue-2 { --hue: var(--memory-2); }
  .hue-3 { --hue: var(--memory-3); }
  .hue-4 { --hue: var(--memory-4); }
  .hue-5 { --hue: var(--memory-5); }
  .hue-6 { --hue: var(--memory-6); }
  .hue-7 { --hue: var(--memory-7); }
  .name {
    color: var(--hue);
    font-weight: 650;
    white-space: nowrap; /* a line never ends between a picture and its name */
  }
  .long {
    white-space: normal;
  }
`;

/** One thing that decides how it runs: what it is and its value in a line, under it the sentence that says what that means. */
export const law = css`
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .what {
    font-weight: 650;
  }
  .pick {
    gap: 4px;
    padding-right: 8px;
    font-weight: 600;
    white-space: nowrap;
  }
  .line + p,
  .said {
    margin: 4px 0 0;
  }
  .said p {
    margin: 0;
  }
  .line + p,
  .said p {
    font-size: 13px;
    line-height: 1.35;
    color: var(--muted);
    text-wrap: pretty;
  }
`;

/** Two or more buttons of which one is pressed, as one. */
export const segments = css`
  .segments {
    display: flex;
  }
  .segments button {
    padding: 0 10px;
    margin-left: -1px;
    border-radius: 0;
    white-space: nowrap;
  }
  .segments button:first-child {
    margin-left: 0;
    border-radius: 10px 0 0 10px;
  }
  .segments button:last-child {
    border-radius: 0 10px 10px 0;
  }
  @media (max-width: 359px) {
    .segments button {
      padding: 0 5px;
      font-size: 13px;
    }
  }
`;

/** A dialog to fill in: its heading, and its buttons in a row. */
export const sheets = css`
  dialog {
    max-width: calc(100vw - 24px);
    max-height: calc(100vh - 24px);
    padding: 20px 24px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--card);
    color: var(--ink);
    overflow: auto;
    text-align: left;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 35%);
  }
  h2 {
    margin: 0 0 12px;
    font-size: 18px;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 12px;
  }
  .primary {
    border-color: var(--active);
    background: var(--active);
    color: var(--on-active);
    font-weight: 600;
    forced-color-adjust: none;
  }
  @media (max-width: 420px) {
    dialog {
      padding: 16px;
    }
  }
`;
