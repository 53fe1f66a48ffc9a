// From the attributes of <hopfield-net> to a network.
import { Network } from "./core";
import { attributes, type Complain, type Values } from "./element-attributes";
import { labelFor, tidyName } from "./labels";
import { NAMES, readPicture } from "./picture-code";
import { blank, type Picture, type Size } from "./pictures";
import { reason } from "./reason";
import type { Remembered, Setup } from "./setup";

/** What SplitMix64 adds to its state at each draw (Steele, Lea and Flood 2014). */
const STRIDE = 0x9e3779b97f4a7c15n;

/** The setup that the attributes describe. What the network refuses, or cannot be read as a picture, is complained of and left out. */
export function setupOf(
  values: Values,
  tell: (name: "rows" | "columns" | "memories" | "cue" | "noise", expected: string, came: string) => void,
): Setup {
  const complain =
    (name: Parameters<typeof tell>[0]): Complain =>
    (...wrong) =>
      tell(name, ...wrong);
  const { noise, rule, bias, order, temperature, seed } = values;
  const side = (name: "rows" | "columns"): number => {
    const made = judged(values[name], complain(name), () => new Network(values[name], 1).free());
    return made ? values[name] : attributes[name].usual;
  };
  const size = { rows: side("rows"), columns: side("columns") };
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
  const named = word.includes(":") ? "" : `${NAMES}, blank, or `;
  let picture: Picture | undefined;
  judged(
    word,
    (expected, came) => complain(`${named}${expected}`, came),
    () => {
      picture = readPicture(word, size).picture;
    },
  );
  return picture;
}

/** Whether it works; what is said of it otherwise says what was expected. */
function judged(came: string | number, complain: Complain, work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    const why = reason(error);
    complain(/expected (.*), got/.exec(why)?.[1] ?? why, String(came));
    return false;
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
  if (noise === 0) return { cue: picture, seed };
  const network = new Network(size.rows, size.columns);
  network.setState(picture);
  network.setSeed(seed);
  const made = judged(noise, complain, () => network.corrupt(noise));
  const cue = network.state();
  network.free();
  if (!made) return { cue, seed };
  // Which cells are flipped, a permutation of all of them decides: one draw for each but the last.
  return { cue, seed: BigInt.asUintN(64, seed + STRIDE * BigInt(picture.length - 1)) };
}
