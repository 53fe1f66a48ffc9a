import { css, html, type TemplateResult } from "lit";
import "./survey-basins";
import "./survey-capacity";
import "./survey-census";
import "./survey-map";
import { Part } from "./part";
import { controls, segments } from "./style";
import { surveysOf } from "./survey-findings";
import type { Survey } from "./surveys";

const VIEWS: { kind: Survey; name: string }[] = [
  { kind: "census", name: "Census" },
  { kind: "basin", name: "Basins" },
  { kind: "capacity", name: "Capacity" },
  { kind: "map", name: "Map" },
];

/** Questions about the whole landscape, answered by thousands of recalls in a worker: one at a time in front. */
export class SurveyPanel extends Part {
  static override styles = [
    controls,
    segments,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 10px;
      }
      button {
        min-height: 36px;
      }
    `,
  ];

  protected override render(): TemplateResult {
    const surveys = surveysOf(this.session);
    return html`
      <div class="segments" role="group" aria-label="Which survey">
        ${VIEWS.map(
          ({ kind, name }) =>
            html`<button id="survey-${kind}" aria-pressed=${surveys.view === kind} @click=${() => {
              surveys.view = kind;
              this.requestUpdate();
            }}>${name}</button>`,
        )}
      </div>
      ${this.#view(surveys.view)}
    `;
  }

  #view(kind: Survey): TemplateResult {
    switch (kind) {
      case "census":
        return html`<survey-census .session=${this.session}></survey-census>`;
      case "basin":
        return html`<survey-basins .session=${this.session}></survey-basins>`;
      case "capacity":
        return html`<survey-capacity .session=${this.session}></survey-capacity>`;
      case "map":
        return html`<survey-map .session=${this.session}></survey-map>`;
    }
  }
}

customElements.define("survey-panel", SurveyPanel);
