import { css } from "lit";

/** Corrupt and the number of cells that it flips, as one. */
export const corruptStyle = css`
  .corrupt {
    display: flex;
  }
  .corrupt button {
    border-radius: 10px 0 0 10px;
    padding: 0 10px;
  }
  .corrupt label {
    display: flex;
    align-items: center;
    gap: 5px;
    padding-right: 10px;
    border: 1px solid var(--line);
    border-left: 0;
    border-radius: 0 10px 10px 0;
    background: var(--card);
    color: var(--muted);
  }
  .corrupt input {
    width: 44px;
    margin: -1px 0;
    padding: 0 0 0 8px;
    border: 0;
    border-radius: 0;
    background: none;
    color: var(--ink);
    text-align: right;
    appearance: textfield;
  }
  .corrupt input::-webkit-inner-spin-button {
    display: none;
  }
`;
