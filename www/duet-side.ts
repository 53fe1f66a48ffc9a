import { css, html, type TemplateResult } from "lit";
import { contextOf, Resized } from "./canvas";
import { named, nearestMemory, type Words } from "./naming";
import { Part } from "./part";
import { controls, hues } from "./style";
import { count, number } from "./words";

/** One of two runs side by side: its pad, its energy, and a sentence that tells how it goes or ended. */
export class DuetSide extends Part {
  static override properties = {
    ...Part.properties,
    name: {},
    ended: { type: Boolean },
    waits: { type: Boolean },
  };
  static override styles = [
    controls,
    hues,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      h3 {
        margin: 0 0 4px;
        font-size: 14px;
        font-weight: 650;
      }
      .sight {
        display: flex;
        flex-wrap: wrap;
        gap: 6px 8px;
      }
      canvas {
        display: block;
        min-width: 0;
      }
      #duet-pad {
        flex: 1 1 96px;
        max-width: 150px;
      }
      #duet-curve {
        flex: 2 1 124px;
        min-height: 84px;
      }
      p {
        margin: 4px 0 0;
        font-size: 14px;
        line-height: 1.35;
        text-wrap: pretty;
      }
      /* so that both pads begin at one height */
      @media (max-width: 359px) {
        h3 {
          min-height: 2.9em;
        }
      }
    `,
  ];

  /** What it is called, for it is known by that in which it differs. */
  declare name: string;
  /** Whether it has nothing more to do, */
  declare ended: boolean;
  /** and waits for the other. */
  declare waits: boolean;

  constructor() {
    super();
    this.name = "";
    this.ended = false;
    this.waits = false;
    new Resized(this);
  }

  protected override render(): TemplateResult {
    const { energy } = this.session;
    const curve =
      energy === undefined
        ? "This rule has no energy; only the time is shown."
        : `The energy since the start, now ${number(energy)}.`;
    return html`
      <h3>${this.name}</h3>
      <div class="sight">
        <canvas id="duet-pad" role="img" aria-label="The picture by ${this.name}"></canvas>
        <canvas id="duet-curve" role="img" aria-label=${curve}></canvas>
      </div>
      <p class="numbers" id="duet-told">${this.#told()}${this.waits ? " It waits for the other." : ""}</p>
    `;
  }

  #told(): Words {
    const { network, atRest, swings } = this.session;
    const { time, flips, restless } = network;
    if (atRest) {
      const outcome = network.outcome();
      const near = outcome.kind === "spurious" ? nearestMemory(this.session) : "";
      const end = html`${named(this.session, outcome)}.${near}`;
      const settled = this.session.restedAt() ?? 0;
      if (settled === 0) return html`At rest from the start: ${end}`;
      return html`Settled after ${count(settled, "update")}, ${count(flips, "flip")}: ${end}`;
    }
    if (swings) return "It swings between two pictures for ever.";
    if (this.ended)
      return html`Not at rest after ${count(time, "update")}, and stopped.${nearestMemory(this.session)}`;
    return `After ${count(time, "update")}, ${count(flips, "flip")}: ${count(restless, "cell")} ${restless === 1 ? "wants" : "want"} to flip.`;
  }

  protected override paint(): void {
    const { network, painting } = this.session;
    const [pad, curve] = this.renderRoot.querySelectorAll("canvas");
    const width = pad?.clientWidth ?? 0;
    if (!pad || !curve || width === 0) return;
    const height = (width * network.rows) / network.columns;
    pad.style.height = `${height}px`;
    painting.pad(contextOf(pad, width, height), width, {
      dots: true,
      ...(network.time > 0 && { asked: network.moment(network.time).cell }),
    });
    const { clientWidth: across, clientHeight: down } = curve;
    if (across === 0 || down === 0) return;
    // No names: the lines have the memories' colours, and there is no room.
    painting.curve(contextOf(curve, across, down), across, down, { names: [], fontSize: 10 });
  }
}

customElements.define("duet-side", DuetSide);
