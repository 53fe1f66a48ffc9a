// What the four surveys of the panel look like.
import { css } from "lit";
import { controls, hues, segments } from "./style";

export const viewStyles = [
  controls,
  hues,
  segments,
  css`
    :host {
      display: grid;
      /* a wide table scrolls by itself */
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
      font-size: 14px;
    }
    p {
      margin: 0;
      text-wrap: pretty;
    }
    p:empty {
      display: none;
    }
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: 6px 10px;
    }
    form button,
    form select,
    form input:not([type="checkbox"]) {
      min-height: 36px;
    }
    /* filled is Recall alone */
    #survey {
      border-color: var(--active);
      color: var(--active);
      font-weight: 650;
    }
    input[aria-invalid="true"] {
      border-color: var(--ink);
      outline: 1px solid var(--ink);
    }
    #survey-refused {
      flex-basis: 100%;
    }
    label {
      display: grid;
      font-size: 12px;
      color: var(--muted);
    }
    label select,
    label input {
      font-size: 14px;
      color: var(--ink);
    }
    select {
      padding: 0 6px;
      max-width: 130px;
    }
    input[type="number"] {
      width: 66px;
      padding: 0 2px 0 8px;
    }
    #survey-seed {
      width: 56px;
      padding: 0 8px;
    }
    .primary {
      border-color: var(--ink);
      font-weight: 650;
    }
    .progress {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 10px;
      font-size: 13px;
      color: var(--muted);
    }
    progress {
      flex: 1 1 160px;
      height: 8px;
      accent-color: var(--active);
    }
    #stale {
      padding: 6px 10px;
      border-left: 3px solid var(--edge);
      background: var(--inactive);
    }
    .result {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
    }
    .source {
      font-size: 12px;
      color: var(--muted);
    }
    .files {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px;
      margin-left: -12px;
      font-size: 13px;
      color: var(--muted);
    }
    .files span {
      margin-left: auto;
    }
    summary {
      width: max-content;
      padding: 4px 0;
      cursor: pointer;
    }
    .scrolls {
      max-height: 220px;
      overflow: auto;
    }
    table {
      border-collapse: collapse;
      font-size: 12px;
    }
    th,
    td {
      padding: 3px 12px 3px 0;
      border-bottom: 1px solid var(--line);
      text-align: left;
      font-weight: 400;
    }
    th {
      position: sticky;
      top: 0;
      background: var(--card);
      color: var(--muted);
    }
  `,
];
