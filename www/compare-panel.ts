import { css, html, type PropertyValues, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { type Change, changes, difference, nameOf, ownOf } from "./changes";
import { Duet } from "./duet";
import { pause, play, reset, step } from "./icons";
import { Part } from "./part";
import type { Player } from "./player";
import type { Setup } from "./setup";
import { sameStart, startOf } from "./starts";
import { controls } from "./style";

/** The run of the lab beside one that differs in a single thing, both in step. Each is shown by a `duet-side`. */
export class ComparePanel extends Part {
  static override properties = {
    ...Part.properties,
    player: { attribute: false },
    wish: { state: true },
    duet: { state: true },
  };
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: 8px 16px;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        font-size: 14px;
      }
      p {
        grid-column: span 2;
        margin: 0;
        text-wrap: pretty;
      }
      /* two lines, so that little moves when the words change */
      #difference {
        min-height: 2.9em;
      }
      .acts {
        display: flex;
        gap: 6px;
      }
      .other {
        display: flex;
        align-items: center;
        gap: 8px;
        font-weight: 650;
        white-space: nowrap;
      }
      select {
        flex: 1;
        min-width: 0;
        font-weight: 400;
      }
      select,
      button {
        min-height: 36px;
        padding: 0 10px;
        white-space: nowrap;
      }
      svg {
        width: 18px;
        height: 18px;
      }
      #duet-play:not([aria-disabled="true"]) {
        border-color: var(--active); /* filled is Recall alone */
        color: var(--active);
        font-weight: 650;
      }
      @media (max-width: 699px) {
        :host {
          gap: 8px 12px;
        }
        .acts,
        .other {
          grid-column: span 2;
        }
        .acts button {
          flex: 1;
          min-height: 40px;
        }
      }
      @media (forced-colors: active) {
        #duet-play {
          forced-color-adjust: none;
        }
      }
    `,
  ];

  declare player: Player;
  /** What the reader wants to differ. */
  declare wish: Change;
  declare duet: Duet | undefined;
  /** The start of both, and the change with which they began. */
  #start: Setup | undefined;
  #begun: Change | undefined;

  constructor() {
    super();
    this.wish = { aspect: "rule", value: "projection" };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#begun = undefined;
    this.duet = new Duet(
      startOf(this.session),
      this.renderRoot as ShadowRoot,
      () => this.player.speed,
      () => this.requestUpdate(),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    const { duet } = this;
    duet?.pause();
    // Renders that are already on their way still ask the two networks.
    setTimeout(() => duet?.close());
  }

  /** What differs: the wish, unless the lab itself has come to be so. */
  get #change(): Change {
    const { wish } = this;
    if (!this.#isOwn(wish)) return wish;
    const group = changes.find(({ aspect }) => aspect === wish.aspect);
    return group?.all.find((change) => !this.#isOwn(change)) ?? wish;
  }

  #isOwn({ aspect, value }: Change): boolean {
    return ownOf(this.session, aspect).value === value;
  }

  /** Whether the lab begins elsewhere than these two. A run that is under way there does not move its start. */
  get #stale(): boolean {
    return !this.#start || (!this.player.playing && !sameStart(this.#start, startOf(this.session)));
  }

  /** Another choice begins anew; as long as nothing has run here, so does another start in the lab. */
  protected override willUpdate(_changed: PropertyValues): void {
    const { duet } = this;
    if (!duet) return;
    const change = this.#change;
    const chosen = change.aspect !== this.#begun?.aspect || change.value !== this.#begun.value;
    if (chosen || (!duet.started && this.#stale)) this.#begin(duet);
  }

  #begin(duet: Duet): void {
    this.#begun = this.#change;
    this.#start = startOf(this.session);
    duet.begin(this.#start, this.#begun);
  }

  protected override render(): TemplateResult | string {
    const { duet } = this;
    if (!duet) return "";
    return html`${this.#acts(duet)}${this.#choice()}
      ${
        this.#stale
          ? html`<p>The lab begins elsewhere by now.
              <button id="take-over" @click=${() => this.#takeOver(duet)}>Take over what is there now</button></p>`
          : ""
      }
      ${duet.trouble ? html`<p role="alert" id="duet-trouble">${duet.trouble}</p>` : this.#sides(duet)}`;
  }

  #acts(duet: Duet): TemplateResult {
    const { playing, started } = duet;
    const able = !duet.trouble && !duet.over;
    return html`<div class="acts">
      <button id="duet-play" aria-disabled=${!able} @click=${() => this.#play(duet, able)}>
        ${playing ? html`${pause}Pause` : html`${play}Play`}
      </button>
      <button id="duet-one" aria-disabled=${!able} title="Ask one neuron on either side" @click=${() => {
        duet.pause();
        if (able) duet.advance(1);
      }}>${step}one</button>
      <button id="duet-start" aria-disabled=${!started} title="Both back to the start" @click=${() => {
        if (started && this.#start) duet.begin(this.#start, this.#change);
      }}>${reset}start</button>
    </div>`;
  }

  #choice(): TemplateResult {
    const chosen = this.#change;
    const choose = (event: Event & { target: HTMLSelectElement }): void => {
      const all = changes.flatMap(({ all }) => all);
      this.wish = all.find((change) => nameOf(change) === event.target.value) ?? this.wish;
    };
    return html`<label class="other">On the right
      <select id="other" @change=${choose}>
        ${changes.map(
          ({ group, all }) => html`<optgroup label=${group}>
            ${all
              .filter((change) => !this.#isOwn(change))
              .map((change) => {
                const name = nameOf(change);
                return html`<option value=${name} .selected=${live(name === nameOf(chosen))}>${name}</option>`;
              })}
          </optgroup>`,
        )}
      </select>
    </label>`;
  }

  #sides(duet: Duet): TemplateResult {
    const change = this.#change;
    const [left, right] = [duet.ended(duet.left), duet.ended(duet.right)];
    const alone = duet.started && left !== right;
    const own = nameOf(ownOf(duet.left, change.aspect));
    const told = duet.over
      ? duet.started
        ? difference(duet.left, duet.right, change)
        : "Both are at rest from the start, so there is nothing to play: corrupt the picture on the pad."
      : `The same memories, the same start, the same seed: only the ${change.aspect} differs.`;
    return html`
      <p id="difference" aria-live="polite">${told}</p>
      <duet-side id="left" .session=${duet.left} name="${own}, as in the lab" .ended=${left} .waits=${alone && left}></duet-side>
      <duet-side id="right" .session=${duet.right} name=${nameOf(change)} .ended=${right} .waits=${alone && right}></duet-side>
    `;
  }

  #play(duet: Duet, able: boolean): void {
    if (duet.playing) duet.pause();
    else if (able) {
      this.player.pause();
      duet.play();
    }
  }

  #takeOver(duet: Duet): void {
    this.player.pause();
    this.#begin(duet);
    this.requestUpdate();
  }
}

customElements.define("compare-panel", ComparePanel);
