// From the attributes of <hopfield-net> to a network.
import { Network } from "./core";
import type { Complain, Values } from "./element-attributes";
import { labelFor, tidyName } from "./labels";
import { readPicture } from "./picture-code";
import { blank, type Picture, type Size } from "./pictures";
import type { Remembered, Setup } from "./setup";

/** What SplitMix64 adds to its state at each draw (Steele, Lea and Flood 2014). */
const STRIDE = 0x9e3779b97f4a7c15n;

/** The setup that the attributes describe. A picture that cannot be read is complained of and left out. */
export function setupOf(values: Values, complain: (name: "memories" | "cue" | "noise") => Complain): Setup {
  const { rows, columns, noise, rule, bias, order, temperature, seed } = values;
  const size = { rows, columns };
  const memories: Remembered[] = [];
  for (const word of values.memories) {
    const [code = "", ...rest] = word.split(".");
    const picture = pictureOf(code, size, complain("memories"));
    if (!picture) continue;
    const name = nameOf(rest.join("."), complain("memories"));
    memories.push({ ...labelFor(picture, size, memories, name || undefined), picture });
  }
  const whole = values.cue === undefined ? undefined : pictureOf(values.cue, size, complain("cue"));
  const start = corrupted(whole ?? memories[0]?.picture ?? blank(size), size, noise, seed, complain("noise"));
  return {
    ...size,
    memories,
    ...start,
    rule: rule.name,
    ...(rule.parameter !== undefined && { parameter: rule.parameter }),
    bias,
    order,
    temperature,
    time: 0,
  };
}

/** What a memory is to be called: stands behind its picture and a dot, percent-encoded, as in a link. */
function nameOf(code: string, complain: Complain): string {
  try {
    return tidyName(decodeURIComponent(code));
  } catch {
    complain("a percent-encoded name", code);
    return "";
  }
}

function pictureOf(word: string, size: Size, complain: Complain): Picture | undefined {
  if (word === "blank") return blank(size);
  try {
    return readPicture(word, size).picture;
  } catch (error) {
    const [, expected] = /expected (.*), got/.exec(String(error)) ?? [];
    const named = word.includes(":") ? "" : "digit:0 to digit:9, letter:A to letter:Z, blank, or ";
    complain(`${named}${expected}`, word);
    return undefined;
  }
}

/** The picture with exactly so many cells flipped by the seed, and the seed with which the same generator goes on from there. */
function corrupted(
  picture: Picture,
  size: Size,
  noise: number,
  seed: bigint,
  complain: Complain,
): Pick<Setup, "cue" | "seed"> {
  if (noise > picture.length) complain(`at most the ${picture.length} cells that there are`, String(noise));
  if (noise === 0 || noise > picture.length) return { cue: picture, seed };
  const network = new Network(size.rows, size.columns);
  network.setState(picture);
  network.setSeed(seed);
  network.corrupt(noise);
  const cue = network.state();
  network.free();
  // Which cells are flipped, a permutation of all of them decides: one draw for each but the last.
  return { cue, seed: BigInt.asUintN(64, seed + STRIDE * BigInt(picture.length - 1)) };
}
