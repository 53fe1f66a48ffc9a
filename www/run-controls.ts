import { css, html, type PropertyValues, type TemplateResult } from "lit";
import { define } from "./define";
import { back, pause, play, reset, step } from "./icons";
import { Part } from "./part";
import { FASTEST, type Player, SPEEDS } from "./player";
import { controls } from "./style";

type Control = "reset" | "back" | "recall" | "step" | "speed";

/** On a narrow page, and in a narrow figure. */
const narrow = css`
  :host {
    gap: 6px;
  }
  .small {
    width: 46px;
  }
  .speed {
    width: 56px;
  }
`;

const narrower = css`
  :host {
    gap: 4px;
  }
  .small {
    width: 41px;
  }
  .speed {
    width: 46px;
  }
  .recall {
    gap: 2px;
    padding: 0 4px;
    font-size: 16px;
  }
`;

/** Recall, and everything that moves through time by hand. */
export class RunControls extends Part {
  static override properties = {
    ...Part.properties,
    player: { attribute: false },
    only: { attribute: false },
  };
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: stretch;
        justify-content: space-between;
        gap: 8px;
      }
      .small {
        flex-direction: column;
        gap: 1px;
        width: 56px;
        min-height: 52px;
        padding: 0;
        font-size: 12px;
        line-height: 1.2;
      }
      .recall {
        flex: 1;
        min-height: 52px;
        max-width: 180px;
        padding: 0 10px;
        border: 0;
        border-radius: 26px;
        background: var(--active);
        color: var(--on-active);
        font-size: 18px;
        font-weight: 650;
      }
      .recall:hover:not(:disabled) {
        background: color-mix(in srgb, var(--active) 88%, var(--ink));
      }
      .speed {
        position: relative;
        width: 64px;
      }
      .speed label {
        position: absolute;
        inset: auto 0 7px;
        text-align: center;
        font-size: 12px;
        line-height: 1.2;
        pointer-events: none;
      }
      select {
        width: 100%;
        height: 100%;
        padding: 4px 2px 18px;
        appearance: none;
        text-align: center;
        text-align-last: center;
        font-weight: 600;
        font-size: 14px;
      }
      @media (max-width: 420px), (max-width: 699px) and (max-height: 500px) {
        ${narrow}
      }
      @container (max-width: 420px) {
        ${narrow}
      }
      @media (max-width: 359px), (max-width: 699px) and (max-height: 500px) {
        ${narrower}
      }
      @container (max-width: 359px) {
        ${narrower}
      }
      /* In a figure as narrow as this, four and more do not fit beside each other: the others stand under Recall. */
      @container (max-width: 290px) {
        :host {
          flex-wrap: wrap;
          justify-content: center;
        }
        :first-child:nth-last-child(n + 4) ~ .recall {
          order: -1;
          flex: 1 0 100%;
          max-width: none;
          min-height: 44px;
        }
      }
      @media (forced-colors: active) {
        .recall {
          forced-color-adjust: none;
        }
      }
    `,
  ];

  declare player: Player;
  /** The controls shown, where not all of them are. */
  declare only: ReadonlySet<string> | undefined;

  /** A speed that is nobody's choice, such as that of annealing, is among the options while it lasts. */
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const speed = this.renderRoot.querySelector<HTMLSelectElement>("#speed");
    if (speed) speed.value = String(this.player.speed);
  }

  protected override render(): TemplateResult {
    const { session, player } = this;
    const { time, end } = session.network;
    // Buttons that can do nothing now say so, but are not disabled: that would take the keyboard's focus away.
    const byHand = (possible: boolean, act: () => void) => () => {
      if (!possible) return;
      player.pause();
      act();
    };
    const shown = (control: Control, template: TemplateResult): TemplateResult | string =>
      !this.only || this.only.has(control) ? template : "";
    const button = (id: Control, icon: TemplateResult, title: string, possible: boolean, act: () => void) =>
      shown(
        id,
        html`<button id=${id} class="small" title=${title} aria-disabled=${!possible} @click=${byHand(possible, act)}>${icon}${id}</button>`,
      );
    return html`
      ${button("reset", reset, "Back to the start; the next recall asks the same neurons in the same order", end > 0, () => session.reset())}
      ${button("back", back, "One update back", time > 0, () => session.travel(time - 1))}
      ${shown(
        "recall",
        html`<button id="recall" class="recall" @click=${() => (player.playing ? player.pause() : player.play())}>
          ${player.playing ? html`${pause}Pause` : html`${play}${session.network.temperature > 0 ? "Run" : "Recall"}`}
        </button>`,
      )}
      ${button("step", step, "Ask one neuron", true, () => session.step())}
      ${shown("speed", this.#speed())}
    `;
  }

  #speed(): TemplateResult {
    const { player } = this;
    const speeds = [...new Set([...SPEEDS, player.speed])].sort((a, b) => a - b);
    return html`<div class="speed">
      <select
        id="speed"
        title="Updates a second"
        @change=${(event: Event & { target: HTMLSelectElement }) => player.setSpeed(Number(event.target.value))}
      >
        ${speeds.map(
          (speed) => html`<option value=${speed}>${speed === FASTEST ? "max" : `${speed}/s`}</option>`,
        )}
      </select>
      <label for="speed">speed<span class="unseen">, updates a second</span></label>
    </div>`;
  }
}

define("hopfield-run-controls", RunControls);
