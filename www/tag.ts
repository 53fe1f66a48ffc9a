// A session as a figure for the pages of others: the tag of the element, or a frame where scripts are not allowed.
import { toldLabel } from "./labels";
import { writePicture } from "./picture-code";
import type { Size } from "./pictures";
import type { Remembered, Setup } from "./setup";

/** What a figure shows, what its reader may do, and whether it plays by itself. */
export interface FigureLook {
  show: readonly string[];
  controls: readonly string[];
  play: boolean;
  /** CSS pixels; as wide as its place if there is none. */
  width?: number;
}

type Attributes = [name: string, value: string][];

/** The attributes that make a figure of a setup. Sleep has no attribute: a figure is awake. */
function attributesOf(setup: Setup, look: FigureLook): Attributes {
  const { rows, columns, memories, cue, rule, parameter, bias, order, temperature, seed } = setup;
  const all: [string, string | false][] = [
    ["rows", rows !== 8 && String(rows)],
    ["columns", columns !== 8 && String(columns)],
    ["memories", memories.map((memory, i) => remembered(memory, memories.slice(0, i), setup)).join(" ")],
    ["cue", writePicture(cue, setup)],
    ["rule", rule !== "hebb" && (parameter === undefined ? rule : `${rule}:${parameter}`)],
    ["bias", bias && "on"],
    ["order", order !== "random" && order],
    ["temperature", temperature > 0 && String(temperature)],
    ["seed", String(seed)],
    ["show", look.show.join(" ") || "none"],
    ["controls", look.controls.join(" ") || "none"],
    ["play", look.play && "visible"],
  ];
  return all.filter((pair): pair is [string, string] => pair[1] !== false);
}

/** A memory, with its name where it is not what it would get by itself. */
function remembered(memory: Remembered, before: Remembered[], size: Size): string {
  const { name } = toldLabel(memory, before, size);
  const code = writePicture(memory.picture, size);
  return name === "" ? code : `${code}.${name}`;
}

/** The element's tag, and before it the script that brings it, from where this page is. */
export function tagOf(setup: Setup, look: FigureLook, site: URL): string {
  const style: Attributes = look.width ? [["style", `max-width: ${look.width}px`]] : [];
  const attributes = [...attributesOf(setup, look), ...style].map(
    ([name, value]) => ` ${name}="${escaped(value)}"`,
  );
  return `<script src="${escaped(new URL("hopfield-net.js", site).href)}" defer></script>
<hopfield-net${attributes.join("")}>A Hopfield network, which needs JavaScript.</hopfield-net>`;
}

/** Where `embed.html` shows the same, from where this page is. */
export function frameAddress(setup: Setup, look: FigureLook, site: URL): string {
  const url = new URL("embed.html", site);
  url.hash = new URLSearchParams(attributesOf(setup, look)).toString().replaceAll("%3A", ":");
  return url.href;
}

export function frameOf(setup: Setup, look: FigureLook, site: URL, height: number): string {
  const address = escaped(frameAddress(setup, look, site));
  return `<iframe src="${address}" title="A Hopfield network" width="${look.width ?? "100%"}" height="${height}" style="border: 0"></iframe>`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
