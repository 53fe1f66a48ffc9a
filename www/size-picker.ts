import { css, html, type TemplateResult } from "lit";
import { choiceStyles, choices } from "./choices";
import { chevron } from "./icons";
import { Part } from "./part";
import type { Player } from "./player";
import { returnFocus } from "./popover";
import { controls, law, popovers } from "./style";
import { ROOM } from "./theory/room";
import { number } from "./words";

/** Squares that the lab offers; links and files may bring others. */
const SIDES = [5, 8, 12, 16, 24, 32];

const cells = (side: number): string => `${side} × ${side}`;

/** On how many cells pictures are drawn; memories are drawn anew on them, or it starts with none. */
export class SizePicker extends Part {
  static override properties = { ...Part.properties, player: { attribute: false }, keep: { state: true } };
  static override styles = [
    controls,
    popovers,
    law,
    choiceStyles,
    css`
      .keep {
        display: flex;
        align-items: center;
        gap: 10px;
        padding: 8px;
        font-size: 14px;
        cursor: pointer;
      }
      .keep input {
        width: 18px;
        height: 18px;
        margin: 0;
        accent-color: var(--active);
      }
    `,
  ];

  declare player: Player;
  /** Whether memories go along. */
  declare keep: boolean;

  constructor() {
    super();
    this.keep = true;
  }

  protected override render(): TemplateResult {
    const { rows, columns, cells: neurons } = this.session.network;
    const chosen = rows === columns ? String(rows) : "";
    return html`
      <div class="line">
        <span class="what" id="size-label">Grid</span>
        <button id="size" class="pick numbers" popovertarget="size-panel" aria-labelledby="size-label size">${rows} × ${columns}${chevron}</button>
      </div>
      <p class="numbers">${number(neurons)} neurons, ${number((neurons * (neurons - 1)) / 2)} pairs.</p>
      <div class="panel" id="size-panel" popover @beforetoggle=${returnFocus}>
        ${choices(
          "Size of the grid",
          SIDES.map((side) => ({ value: String(side), name: cells(side), sentence: this.#sentence(side) })),
          chosen,
          (value) => this.#resize(Number(value)),
        )}
        <label class="keep">
          <input id="keep-memories" type="checkbox" .checked=${this.keep} @change=${(
            event: Event & { target: HTMLInputElement },
          ) => {
            this.keep = event.target.checked;
          }} />
          Draw memories and pad anew on the new grid; else it starts with nothing. Undo brings back what was.
        </label>
        <div class="about">
          <p class="formula">N = rows × columns neurons, N (N − 1) / 2 pairs</p>
          <p>By Hebb’s rule there is room for ${ROOM.formula} random pictures, for fewer where they are alike: ${ROOM.source}</p>
        </div>
      </div>
    `;
  }

  #sentence(side: number): string {
    const neurons = side * side;
    return `${number(neurons)} neurons: room for some ${Math.round(ROOM.memories(neurons))} random pictures.`;
  }

  #resize(side: number): void {
    this.player.pause();
    this.session.resize({ rows: side, columns: side }, this.keep);
  }
}

customElements.define("size-picker", SizePicker);
