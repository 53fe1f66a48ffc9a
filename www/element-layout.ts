// Which parts a figure has, and where they stand.
import "./energy-curve";
import "./energy-meaning";
import "./figure-tools";
import "./memory-picture";
import "./memory-shelf";
import "./overlap-lens";
import "./pattern-pad";
import "./run-controls";
import "./sleep-panel";
import "./verdict-line";
import "./weight-lens";
import "./why-lens";
import { html, type TemplateResult } from "lit";
import type { Control, View } from "./element-attributes";
import type { Player } from "./player";
import type { Session } from "./session";

interface Figure {
  session: Session;
  player: Player;
  show: ReadonlySet<View>;
  controls: ReadonlySet<Control>;
  /** How many cells Corrupt flips. */
  noise: number;
  /** The neuron pointed at, in whichever part. */
  pointed: number | undefined;
}

type Shown = TemplateResult | "";

const RUN: readonly Control[] = ["recall", "step", "back", "reset", "speed"];
const TOOLS: readonly Control[] = ["noise", "draw", "store", "rule", "order", "temperature"];

/** Memories above, the pad and what one does to it under them, everything else beside it or below. */
export function layout(figure: Figure): TemplateResult {
  const beside = side(figure);
  const two = figure.show.has("pad") && beside.length > 0;
  return html`<div class="parts ${two ? "two" : ""}">
    ${shelf(figure)} ${desk(figure)} ${beside.length > 0 ? html`<div class="side">${beside}</div>` : ""}
  </div>`;
}

function shelf({ session, show, controls }: Figure): Shown {
  if (!show.has("memories")) return "";
  return html`<hopfield-memory-shelf part="memories" .session=${session} .fixed=${!controls.has("store")}></hopfield-memory-shelf>`;
}

function desk({ session, player, show, controls, noise }: Figure): Shown {
  const run = RUN.some((control) => controls.has(control));
  // The shelf has a button of its own to store.
  const tools = new Set(
    TOOLS.filter((tool) => controls.has(tool) && !(tool === "store" && show.has("memories"))),
  );
  if (!run && tools.size === 0 && !show.has("pad") && !show.has("verdict")) return "";
  const when = (condition: boolean, template: TemplateResult): Shown => (condition ? template : "");
  return html`<div class="desk">
    ${when(show.has("pad"), html`<hopfield-pattern-pad part="pad" .session=${session} .fixed=${!controls.has("draw")}></hopfield-pattern-pad>`)}
    ${when(run, html`<div class="cell"><hopfield-run-controls part="controls" .session=${session} .player=${player} .only=${controls}></hopfield-run-controls></div>`)}
    ${when(tools.size > 0, html`<hopfield-figure-tools part="controls" .session=${session} .player=${player} .only=${tools} .cells=${noise}></hopfield-figure-tools>`)}
    ${when(show.has("verdict"), html`<div class="cell"><hopfield-verdict-line part="verdict" .session=${session} .player=${player} .prompts=${controls.has("recall")}></hopfield-verdict-line></div>`)}
  </div>`;
}

function side({ session, player, show, controls, pointed }: Figure): TemplateResult[] {
  const lens = (shown: boolean, template: TemplateResult): TemplateResult[] =>
    shown ? [html`<div class="lens" part="lens"><div class="cell">${template}</div></div>`] : [];
  const curve = html`<div class="cell curve"><hopfield-energy-curve part="energy" .session=${session} .player=${player}></hopfield-energy-curve></div>`;
  return [
    ...(show.has("energy") ? [curve] : []),
    ...lens(
      show.has("why"),
      html`<hopfield-why-lens .session=${session} .pointed=${pointed}></hopfield-why-lens>`,
    ),
    ...lens(show.has("overlaps"), html`<hopfield-overlap-lens .session=${session}></hopfield-overlap-lens>`),
    ...lens(
      show.has("weights"),
      html`<hopfield-weight-lens .session=${session} .pointed=${pointed}></hopfield-weight-lens>`,
    ),
    ...lens(
      show.has("meaning"),
      html`<hopfield-energy-meaning .session=${session}></hopfield-energy-meaning>`,
    ),
    ...lens(
      controls.has("sleep"),
      html`<hopfield-sleep-panel .session=${session} .player=${player} .plain=${true}></hopfield-sleep-panel>`,
    ),
  ];
}
