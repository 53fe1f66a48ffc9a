// A session as a file that people can read, and back: JSON in which a picture is its rows of # and dots. What is written is read
// again exactly; a file in which anything is wrong is refused as a whole, with the place and what was expected there.
import { Network, type Order, type Rule } from "./core";
import { HUES, tidyName } from "./labels";
import { blank, type Picture, type Size } from "./pictures";
import { clipped } from "./quote";
import { reason } from "./reason";
import { joined, lawsOf, MOST_UPDATES, type Remembered, type Setup, type Slept } from "./setup";
import { type View, viewPart } from "./view";

const FORMAT = "hopfield-net";
const VERSION = 1;
/** Letters that a file may have: a hundred thousand dreams of 8 by 8 cells. */
const LONGEST_FILE = 16_000_000;

export interface Saved {
  setup: Setup;
  view: Partial<View>;
}

export function writeFile({ setup, view }: Saved): string {
  const { rows, columns, memories, cue, rule, parameter, bias, order, temperature, seed, slept, time } =
    setup;
  const art = (picture: Picture): string[] => drawing(picture, columns);
  return `${JSON.stringify(
    {
      [FORMAT]: VERSION,
      rows,
      columns,
      memories: memories.map(({ name, hue, picture }) => ({
        name: tidyName(name),
        hue,
        picture: art(picture),
      })),
      cue: art(cue),
      rule,
      parameter,
      bias,
      order,
      temperature,
      seed: String(seed), // 64 bits are more than a number of JavaScript keeps
      updates: time,
      sleep: slept && {
        fineness: slept.fineness,
        dreams: slept.dreams,
        daydreams: slept.daydreams,
        doses: slept.pictures.map((picture, i) => ({ doses: slept.doses[i], picture: art(picture) })),
      },
      show: view.show,
      speed: view.speed === undefined ? undefined : viewPart.writeSpeed(view.speed) || String(view.speed),
    },
    null,
    1,
  )}\n`;
}

function drawing(picture: Picture, columns: number): string[] {
  const rows: string[] = [];
  for (let at = 0; at < picture.length; at += columns) {
    rows.push(Array.from(picture.subarray(at, at + columns), (cell) => (cell === 1 ? "#" : ".")).join(""));
  }
  return rows;
}

/** What a file says. Throws a RangeError that names the place: "memories[2].picture: expected 8 rows, got 7". */
export function readFile(text: string): Saved {
  if (text.length > LONGEST_FILE) {
    throw new RangeError(`expected at most ${LONGEST_FILE} letters, got ${text.length}`);
  }
  const file = objectAt(parsed(text), "the file");
  if (file[FORMAT] === undefined) {
    throw new RangeError(`expected a file that hopfield-net has saved: “${FORMAT}” is missing`);
  }
  if (file[FORMAT] !== VERSION) {
    throw new RangeError(`${FORMAT}: expected version ${VERSION}, got ${told(file[FORMAT])}`);
  }
  const size = at("rows and columns", () => {
    new Network(file.rows as number, file.columns as number).free();
    return { rows: file.rows as number, columns: file.columns as number };
  });
  const judge = new Network(size.rows, size.columns);
  try {
    return {
      setup: {
        ...size,
        memories: listAt(file.memories, "memories").map((memory, i) =>
          memoryAt(memory, `memories[${i}]`, size),
        ),
        cue: pictureAt(file.cue, "cue", size),
        ...judgedLaws(file, judge),
        ...sleepOf(file.sleep, judge, size),
        time: wholeAt(file.updates, "updates", MOST_UPDATES),
      },
      view: viewOf(file),
    };
  } finally {
    judge.free();
  }
}

type Fields = Record<string, unknown>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RangeError(`expected JSON: ${clipped(error instanceof Error ? error.message : "")}`);
  }
}

/** Rule and all else that decides the run: the network is asked whether they can be. */
function judgedLaws(file: Fields, judge: Network) {
  at("rule", () => judge.setRule(file.rule as Rule, file.parameter as number | undefined));
  at("bias", () => judge.setBias(file.bias as boolean));
  at("order", () => judge.setOrder(file.order as Order));
  at("temperature", () => judge.setTemperature(plain(file.temperature) as number));
  at("seed", () => judge.setSeed(BigInt(textAt(file.seed, "seed", /^\d{1,20}$/, "digits in quotes"))));
  return lawsOf(judge);
}

/** JSON knows a −0, and nobody else should. */
const plain = (value: unknown): unknown => (value === 0 ? 0 : value);

function memoryAt(value: unknown, path: string, size: Size): Remembered {
  const { name, hue, picture } = objectAt(value, path);
  return {
    name: tidyName(textAt(name, `${path}.name`, /\S/, "a name")),
    hue: wholeAt(hue, `${path}.hue`, HUES - 1),
    picture: pictureAt(picture, `${path}.picture`, size),
  };
}

function sleepOf(value: unknown, judge: Network, size: Size): { slept?: Slept } {
  if (value === undefined) return {};
  const { fineness, dreams, daydreams, doses: dosed } = objectAt(value, "sleep");
  const each = listAt(dosed, "sleep.doses").map((dose, i) => objectAt(dose, `sleep.doses[${i}]`));
  const pictures = each.map(({ picture }, i) => pictureAt(picture, `sleep.doses[${i}].picture`, size));
  const doses = each.map(({ doses }) => doses as number);
  const slept = { fineness, dreams, daydreams, pictures, doses } as Slept;
  at("sleep", () => judge.setSleep(slept.fineness, joined(pictures), doses, slept.dreams, slept.daydreams));
  return { slept };
}

function viewOf({ show, speed }: Fields): Partial<View> {
  return {
    ...(show !== undefined && { show: at("show", () => viewPart.show(String(show))) }),
    ...(speed !== undefined && { speed: at("speed", () => viewPart.readSpeed(String(speed))) }),
  };
}

function pictureAt(value: unknown, path: string, size: Size): Picture {
  const rows = listAt(value, path);
  if (rows.length !== size.rows)
    throw new RangeError(`${path}: expected ${size.rows} rows, got ${rows.length}`);
  const picture = blank(size);
  rows.forEach((row, i) => {
    const cells = textAt(row, `${path}[${i}]`, /^[#.]*$/, "a row of # and dots");
    if (cells.length !== size.columns) {
      throw new RangeError(`${path}[${i}]: expected ${size.columns} cells, got ${cells.length}`);
    }
    for (let column = 0; column < size.columns; column += 1) {
      if (cells[column] === "#") picture[i * size.columns + column] = 1;
    }
  });
  return picture;
}

/** What is tried, its errors with the place before them. */
function at<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const why = reason(error);
    throw new RangeError(why.startsWith(`${path}: `) ? why : `${path}: ${clipped(why, 200)}`);
  }
}

function objectAt(value: unknown, path: string): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw new RangeError(`${path}: expected { … }, got ${told(value)}`);
}

function listAt(value: unknown, path: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new RangeError(`${path}: expected a list, got ${told(value)}`);
}

function textAt(value: unknown, path: string, form: RegExp, expected: string): string {
  if (typeof value === "string" && form.test(value)) return value;
  throw new RangeError(`${path}: expected ${expected}, got ${told(value)}`);
}

function wholeAt(value: unknown, path: string, most: number): number {
  if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most) {
    return plain(value) as number;
  }
  throw new RangeError(`${path}: expected a whole number from 0 to ${most}, got ${told(value)}`);
}

const told = (value: unknown): string => (value === undefined ? "nothing" : clipped(JSON.stringify(value)));
