// One of several, each with a sentence: what the panels of rule and order hold.
import { css, html, type TemplateResult } from "lit";

export interface Choice<T extends string> {
  value: T;
  name: string;
  sentence: string;
  /** Shown while it is the chosen one. */
  more?: TemplateResult;
}

/** Radio buttons, so that arrow keys choose. */
export function choices<T extends string>(
  group: string,
  all: Choice<T>[],
  chosen: T,
  choose: (value: T) => void,
): TemplateResult {
  return html`<div class="choices" role="radiogroup" aria-label=${group}>
    ${all.map(
      ({ value, name, sentence, more }) =>
        html`<div class="choice">
          <label>
            <input type="radio" name="choice" id="${value}" .value=${value} .checked=${value === chosen} ?autofocus=${value === chosen}
              aria-labelledby="${value}-name" aria-describedby="${value}-sentence" @change=${() => choose(value)} />
            <b id="${value}-name">${name}</b>
            <span id="${value}-sentence">${sentence}</span>
          </label>
          ${value === chosen && more ? html`<div class="about">${more}</div>` : ""}
        </div>`,
    )}
  </div>`;
}

export const choiceStyles = css`
  /* At the foot of the window, where there is room for all of them; over their button where that is wide enough. */
  .panel {
    position-area: none;
    inset: auto 12px 12px;
    margin: 0 auto;
    width: min(460px, calc(100vw - 24px));
    padding: 10px;
  }
  @media (min-width: 1080px) {
    .panel {
      inset: auto auto 120px max(28px, 50vw - 812px);
      max-height: calc(100vh - 132px);
    }
    @supports (left: anchor(left)) {
      .panel {
        position-anchor: auto;
        left: min(anchor(left), 100vw - 488px);
      }
    }
  }
  .choices {
    display: grid;
    gap: 2px;
  }
  .choice {
    border-radius: 10px;
  }
  .choice:has(:checked) {
    background: var(--inactive);
  }
  .choice > label {
    display: grid;
    grid-template-columns: 24px 1fr;
    padding: 5px 10px 4px 8px;
    cursor: pointer;
    font-size: 14px;
    line-height: 1.35;
  }
  .choice > label > input {
    grid-row: span 2;
    width: 18px;
    height: 18px;
    margin: 1px 0 0;
    accent-color: var(--active);
  }
  .choice b {
    font-weight: 600;
  }
  .choice span {
    grid-column: 2;
    color: var(--muted);
  }
  .about {
    padding: 0 10px 10px 32px;
    font-size: 13px;
    color: var(--muted);
  }
  .about p {
    margin: 0 0 4px;
  }
  .about .formula {
    color: var(--ink);
    font-size: 15px;
    font-style: italic;
  }
`;
