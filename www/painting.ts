// What is painted on canvases, by the network's own painter, in the colours of the page around it.

import { colours } from "./colours";
import {
  type Council,
  type CurveLayout,
  type CurveLook,
  type GraphLook,
  type LinksShown,
  type Network,
  type PadLook,
  Painter,
} from "./core";
import type { Example } from "./examples";
import { HUES, type Label } from "./labels";
import { drawn, type Picture, type Size } from "./pictures";

type Context = CanvasRenderingContext2D;

const TOKENS = ["active", "inactive", "ink", "card", "muted", "edge", "positive", "negative"] as const;
const HUE_TOKENS = Array.from({ length: HUES }, (_, hue) => `memory-${hue}`);

/** Room for names beside a curve, CSS px. */
const besideCurve = (width: number): number => Math.max(66, width / 5);

/** The colours in force somewhere on the page. */
interface Palette {
  tokens: string[];
  hues: string[];
  font: string;
}

export class Painting {
  readonly #root: HTMLElement | ShadowRoot;
  readonly #network: () => Network;
  #labels: readonly Label[] = [];
  #palette: Palette | undefined;
  #painter: Painter | undefined;

  /** Paints in the colours that hold within `root`. */
  constructor(root: HTMLElement | ShadowRoot, network: () => Network) {
    this.#root = root;
    this.#network = network;
  }

  /** Other memories, or other names and colours of them. */
  relabel(labels: readonly Label[]): void {
    this.#labels = labels;
    this.#drop();
  }

  /** The colours around are others now. */
  repaint(): void {
    this.#palette = undefined;
    this.#drop();
  }

  free(): void {
    this.#drop();
  }

  pad(context: Context, width: number, look: PadLook): void {
    this.#paint.pad(context, this.#network(), width, look);
  }

  memory(context: Context, index: number, width: number): void {
    this.#paint.memory(context, this.#network(), index, width);
  }

  example(context: Context, example: Example, width: number): void {
    this.picture(context, drawn(example, this.#network()), width);
  }

  /** A picture, by default one of the network's size. */
  picture(context: Context, picture: Picture, width: number, size: Size = this.#network()): void {
    const { rows, columns } = size;
    this.#paint.picture(context, picture, rows, columns, width);
  }

  /** What a neuron hears now; with `asked`, what the one just asked heard when it was. */
  council(cell: number, asked: boolean): Council {
    return this.#paint.council(this.#network(), cell, asked);
  }

  votes(context: Context, cell: number, asked: boolean, width: number): void {
    this.#paint.votes(context, this.#network(), cell, asked, width, this.#names(context, width / 2 - 26));
  }

  /** How high the votes are painted: as the pad where neurons vote, a bar for each memory where these do. */
  votesHeight(width: number): number {
    const { hasCouplings, rows, columns } = this.#network();
    return hasCouplings ? (width * rows) / columns : this.#paint.pullsHeight(this.#network());
  }

  incoming(context: Context, cell: number, width: number): void {
    this.#paint.incoming(context, this.#network(), cell, width);
  }

  links(context: Context, width: number, look: GraphLook): LinksShown {
    return this.#paint.links(context, this.#network(), width, look);
  }

  nodes(context: Context, width: number, look: GraphLook): void {
    this.#paint.nodes(context, this.#network(), width, look);
  }

  /** The neuron of the graph near a point. */
  nodeAt(x: number, y: number, width: number, circle: boolean): number | undefined {
    return this.#paint.nodeAt(this.#network(), x, y, width, circle);
  }

  matrix(context: Context, width: number, pointed: number | undefined): void {
    this.#paint.matrix(context, this.#network(), width, pointed);
  }

  overlaps(context: Context, width: number, height: number, fontSize: number): void {
    const names = this.#names(context, besideCurve(width), fontSize);
    this.#paint.overlaps(context, this.#network(), width, height, { names, fontSize });
  }

  curve(
    context: Context,
    width: number,
    height: number,
    look: CurveLook & { fontSize: number },
  ): CurveLayout {
    const names = this.#names(context, besideCurve(width), look.fontSize);
    return this.#paint.curve(context, this.#network(), width, height, { names, ...look });
  }

  /** Names cut to a width, CSS px: longer ones end in an ellipsis. */
  #names(context: Context, most: number, fontSize = 12): string[] {
    this.#palette ??= this.#look();
    context.font = `${fontSize}px ${this.#palette.font}`;
    return this.#labels.map(({ name }) => {
      const letters = [...name];
      let shown = name;
      while (letters.pop() && context.measureText(shown).width > most) shown = `${letters.join("")}…`;
      return shown;
    });
  }

  get #paint(): Painter {
    this.#painter ??= this.#mix();
    return this.#painter;
  }

  #mix(): Painter {
    this.#palette ??= this.#look();
    const { tokens, hues, font } = this.#palette;
    const [active, inactive, ink, paper, muted, line, positive, negative] = tokens as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const memories = this.#labels.map(({ hue }) => hues[hue] ?? ink);
    return new Painter({ active, inactive, ink, paper, muted, line, positive, negative, memories, font });
  }

  #look(): Palette {
    const values = colours(this.#root, [...TOKENS, ...HUE_TOKENS]);
    const host = this.#root instanceof ShadowRoot ? this.#root.host : this.#root;
    return {
      tokens: values.slice(0, TOKENS.length),
      hues: values.slice(TOKENS.length),
      font: getComputedStyle(host).fontFamily,
    };
  }

  #drop(): void {
    this.#painter?.free();
    this.#painter = undefined;
  }
}
