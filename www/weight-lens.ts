import { css, html, type TemplateResult } from "lit";
import { contextOf, Resized } from "./canvas";
import { define } from "./define";
import { Part } from "./part";
import { reason } from "./reason";
import type { GraphLook, LinksShown } from "./session";
import { controls, segments } from "./style";
import { number, place } from "./words";

type View = "graph" | "matrix" | "neuron";

/** On a narrow page, and in a narrow figure. */
const narrow = css`
  :host {
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
  }
  .picture {
    width: min(100%, 320px);
    justify-self: center;
  }
`;

/** What memories taught each pair of neurons: as a graph, as a matrix, or what one neuron hears by. */
export class WeightLens extends Part {
  static override properties = {
    ...Part.properties,
    pointed: { attribute: false },
    view: { state: true },
    circle: { state: true },
    active: { state: true },
    threshold: { state: true },
    links: { state: true },
    refused: { state: true },
  };
  static override styles = [
    controls,
    segments,
    css`
      :host {
        display: grid;
        /* the widest choices have their place, so that the picture is as large in every view */
        grid-template-columns: minmax(200px, clamp(250px, min(100vh - 660px, 46%), 420px)) minmax(258px, 1fr);
        gap: 18px;
        align-items: start;
      }
      #no-couplings {
        grid-column: 1 / -1;
      }
      .picture {
        position: relative;
        aspect-ratio: 1;
      }
      canvas {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
      }
      .choices {
        display: flex;
        flex-direction: column;
        gap: 8px;
        align-items: flex-start;
      }
      button {
        min-height: 36px;
      }
      label {
        display: grid;
        grid-template-columns: auto 1fr 2.6em;
        align-items: center;
        gap: 10px;
        width: 100%;
        font-size: 14px;
      }
      input {
        width: 100%;
        min-width: 0;
        height: 32px;
        margin: 0;
        accent-color: var(--active);
      }
      p {
        margin: 0;
        font-size: 14px;
        color: var(--muted);
        text-wrap: pretty;
      }
      .for {
        color: var(--positive);
        font-weight: 650;
      }
      .against {
        color: var(--negative);
        font-weight: 650;
      }
      @media (max-width: 699px) {
        ${narrow}
      }
      @container (max-width: 699px) {
        ${narrow}
      }
      @container (max-width: 270px) {
        .segments button {
          padding: 0 5px;
          font-size: 12px;
        }
      }
    `,
  ];

  declare pointed: number | undefined;
  declare view: View;
  declare circle: boolean;
  declare active: boolean;
  /** The faintest link shown, in hundredths of the strongest. */
  declare threshold: number;
  /** What the graph shows of all links. */
  declare links: LinksShown | undefined;
  /** Why the couplings could not be shown, for want of room, and at which revision. */
  declare refused: { why: string; revision: number } | undefined;
  /** What the lower canvas shows: it is painted again only when that changes. */
  #painted = "";

  constructor() {
    super();
    this.view = "graph";
    this.circle = false;
    this.active = false;
    this.threshold = 0;
    new Resized(this);
  }

  protected override render(): TemplateResult {
    const { network } = this.session;
    if (!network.hasCouplings) {
      return html`<p id="no-couplings">
        This rule makes no couplings: under it neurons do not act in pairs, but all at once through their overlap with each memory.
        So there are no weights to show. The lens Why shows how loud each memory is instead.
      </p>`;
    }
    if (this.refused?.revision === this.session.revision) {
      return html`<p>Who hears whom cannot be shown: ${this.refused.why}.</p>`;
    }
    const option = (what: string, chosen: boolean, choose: () => void, id: string): TemplateResult =>
      html`<button id=${id} aria-pressed=${chosen} @click=${choose}>${what}</button>`;
    const view = (value: View, what: string): TemplateResult =>
      option(what, this.view === value, () => this.#set({ view: value }), `view-${value}`);
    return html`
      <div class="picture">
        <canvas id="weights" role="img" aria-label=${this.#label()}></canvas>
        ${
          this.view === "graph"
            ? html`<canvas id="nodes" aria-hidden="true" @pointermove=${this.#point} @pointerdown=${this.#point} @pointerleave=${this.#leave}></canvas>`
            : ""
        }
      </div>
      <div class="choices">
        <div class="segments" role="group" aria-label="What is shown">
          ${view("graph", "Graph")}${view("matrix", "Matrix")}${view("neuron", "One neuron")}
        </div>
        ${
          this.view === "graph"
            ? html`
                <div class="segments" role="group" aria-label="Where neurons lie">
                  ${option("On the grid", !this.circle, () => this.#set({ circle: false }), "on-grid")}
                  ${option("On a circle", this.circle, () => this.#set({ circle: true }), "on-circle")}
                </div>
                <div class="segments" role="group" aria-label="Which links">
                  ${option("All links", !this.active, () => this.#set({ active: false }), "all-links")}
                  ${option("Among active", this.active, () => this.#set({ active: true }), "active-links")}
                </div>
                <label class="numbers">Hide links below
                  <input id="threshold" type="range" min="0" max="100" step="5" .value=${String(this.threshold)} aria-valuetext="${this.threshold} % of the strongest"
                    @input=${(event: Event & { target: HTMLInputElement }) => this.#set({ threshold: event.target.valueAsNumber })} />
                  <span>${this.threshold}\u202f%</span>
                </label>
              `
            : ""
        }
        <p class="numbers" id="weights-told">${this.#told()}</p>
      </div>
    `;
  }

  #set(change: Partial<Pick<WeightLens, "view" | "circle" | "active" | "threshold">>): void {
    Object.assign(this, change);
  }

  /** The neuron pointed at, or the one just asked, or the first. */
  get #neuron(): number {
    const { time, first } = this.session.network;
    return this.pointed ?? (time > first ? this.session.network.moment(time).cell : 0);
  }

  #label(): string {
    const { columns, cells } = this.session.network;
    return {
      graph: `The network as a graph of ${cells} neurons and their links`,
      matrix: `The couplings as a matrix, ${cells} by ${cells}`,
      neuron: `What the neuron in ${place(this.#neuron, columns)} hears from each of the others`,
    }[this.view];
  }

  #told(): TemplateResult {
    const { columns, hasEnergy, cells } = this.session.network;
    const signs = html`<span class="for">Red, solid</span>: the two support each other.
      <span class="against">Blue, dashed</span>: they oppose each other. The fuller the colour, the stronger.`;
    // Only couplings that are alike both ways have an energy.
    const asymmetric = hasEnergy ? "" : " Here both directions differ; a link shows the mean of the two.";
    switch (this.view) {
      case "graph": {
        const { links } = this;
        const some = links && links.wanted > links.shown ? "the strongest " : "";
        const which =
          this.active || this.threshold > 0 || this.pointed !== undefined || some !== "" ? "" : "all ";
        const whose = this.pointed === undefined ? "" : ` of the neuron in ${place(this.pointed, columns)}`;
        const shown = links
          ? html`Shows ${some}${which}<b>${number(links.shown)}</b> of ${number(links.pairs)} links${whose}. `
          : "";
        return html`${shown}${this.active ? "Only links between active neurons that support each other." : signs}${asymmetric}`;
      }
      case "matrix":
        return html`Row i, column j: what neuron i hears from neuron j, counted row by row of the grid. Red: alike. Blue, a
          dash: unlike.${hasEnergy ? " It is its own mirror image, and nobody hears itself." : " It is not symmetric, which is why there is no energy."}`;
      case "neuron":
        return html`What the neuron in ${place(this.#neuron, columns)} has learnt about the other ${cells - 1}:
          <span class="for">+ they are mostly alike</span>, <span class="against">− they mostly differ</span>. Point at a cell of the
          pad to see another.`;
    }
  }

  protected override glance(): void {
    this.paint();
  }

  protected override paint(): void {
    const [lower, upper] = this.renderRoot.querySelectorAll("canvas");
    const width = lower?.clientWidth ?? 0;
    if (!lower || width === 0) {
      this.#painted = "";
      return;
    }
    const { session } = this;
    const look: GraphLook = {
      circle: this.circle,
      active: this.active,
      threshold: this.threshold / 100,
      ...(this.pointed !== undefined && { pointed: this.pointed }),
    };
    const shows = JSON.stringify([
      session.revision,
      window.devicePixelRatio,
      width,
      this.view,
      this.view === "neuron" ? this.#neuron : look,
      this.view === "graph" && this.active ? String(session.network.state()) : "",
    ]);
    if (shows !== this.#painted) {
      this.#painted = shows;
      const context = contextOf(lower, width, width);
      context.clearRect(0, 0, width, width);
      try {
        if (this.view === "graph") this.links = session.painting.links(context, width, look);
        else if (this.view === "matrix") session.painting.matrix(context, width, this.pointed);
        else session.painting.incoming(context, this.#neuron, width);
      } catch (error) {
        this.#painted = "";
        this.refused = { why: reason(error), revision: session.revision };
        return;
      }
    }
    if (upper) session.painting.nodes(contextOf(upper, width, width), width, look);
  }

  #point(event: PointerEvent & { currentTarget: HTMLCanvasElement }): void {
    const { offsetX, offsetY, currentTarget } = event;
    this.#tell(this.session.painting.nodeAt(offsetX, offsetY, currentTarget.clientWidth, this.circle));
  }

  /** A finger leaves the glass where it pointed; what it pointed at stays. */
  #leave(event: PointerEvent): void {
    if (event.pointerType !== "touch") this.#tell(undefined);
  }

  #tell(detail: number | undefined): void {
    this.dispatchEvent(
      new CustomEvent<number | undefined>("point", { detail, bubbles: true, composed: true }),
    );
  }
}

define("hopfield-weight-lens", WeightLens);
