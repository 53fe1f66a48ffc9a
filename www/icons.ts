import { html, type TemplateResult } from "lit";

/** A line drawing on a 20 x 20 grid, in the colour of the text around it. */
const icon = (d: string, fill = "none"): TemplateResult =>
  html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d=${d} fill=${fill}></path></svg>`;

export const play = icon("M6 4v12l9.5-6z", "currentColor");
export const pause = icon("M6.5 4v12M13.5 4v12");
export const step = icon("M4 10h11M10.5 5l5 5-5 5");
export const back = icon("M16 10H5M9.5 5l-5 5 5 5");
export const reset = icon("M4.2 7.5A6.5 6.5 0 1 1 3.5 11M4 3v4.6h4.6");
export const more = icon("M4 10h.01M10 10h.01M16 10h.01");
export const plus = icon("M10 4v12M4 10h12");
export const chevron = icon("M5.5 8l4.5 4.5L14.5 8");
export const arrow = icon("M3 10h13M11.5 5.5L16 10l-4.5 4.5");
export const moon = icon("M16 12.2A6.8 6.8 0 0 1 7.8 4a6.8 6.8 0 1 0 8.2 8.2z");
export const sun = icon(
  "M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7M10 1.8v1.4M10 16.8v1.4M1.8 10h1.4M16.8 10h1.4M4.2 4.2l1 1M14.8 14.8l1 1M4.2 15.8l1-1M14.8 5.2l1-1",
);
export const undo = icon("M4 8h8a4 4 0 0 1 0 8H8M7 4.5L3.5 8L7 11.5");
export const redo = icon("M16 8H8a4 4 0 0 0 0 8h4M13 4.5L16.5 8L13 11.5");
export const larger = icon("M12 3.5h4.5V8M8 16.5H3.5V12M16 4l-5 5M4 16l5-5");
export const smaller = icon("M16.5 8H12V3.5M3.5 12H8v4.5M12 8l4.5-4.5M8 12l-4.5 4.5");
export const menu = icon("M3.5 5.5h13M3.5 10h13M3.5 14.5h13");
export const book = icon(
  "M10 5.2C8.4 4.2 6 3.9 3.5 4v11c2.5-.1 4.9.2 6.5 1.2 1.6-1 4-1.3 6.5-1.2V4c-2.5-.1-4.9.2-6.5 1.2zM10 5.2v11",
);
export const signpost = icon("M10 2.5v15M10 4.5h5.5l2 2-2 2H10M10 9.5H5l-2 2 2 2h5");
export const grid = icon("M4 4h4.5v4.5H4zM11.5 4H16v4.5h-4.5zM4 11.5h4.5V16H4zM11.5 11.5H16V16h-4.5z");
export const keyboard = icon(
  "M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.5h7",
);
export const close = icon("M5 5l10 10M15 5L5 15");
export const share = icon("M10 12.5V2.8M6.5 6L10 2.5L13.5 6M6 9H4v8.5h12V9h-2");
export const save = icon("M10 3v9.5M6 9l4 4l4-4M3.5 16.5h13");
export const folder = icon("M2.5 15.5v-11h5l2 2.5h8v8.5z");
export const past = icon("M10 3.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M10 6.5V10l2.5 2");
export const seedling = icon(
  "M10 17V9.5M10 9.5C10 6 7.5 4 3.5 4C3.5 7.5 6 9.5 10 9.5M10 12.5c0-3 2-4.5 6-4.5c0 3-2.5 4.5-6 4.5",
);
export const page = icon("M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 10h5.5M7.5 13h5.5");
export const code = icon("M7 6L3 10l4 4M13 6l4 4l-4 4");
