// The energy on the screen is that of the picture on the pad: recomputed here from the definition, at every moment.
import { type Shown, SIDE } from "./support/lab";
import { expect, test } from "./support/test";
import { differences, digit, energy, field, type Picture, restless } from "./support/theory";

const memories = [digit(0), digit(3), digit(7)];

/** The update that the page tells of, as numbers. */
function told(text: string): {
  update: number;
  cell: number;
  heard: number;
  flipped: boolean;
  change: number;
} {
  const words =
    /^Update (\d+): row (\d), column (\d) heard ([+−]?\d+): (stayed|flipped)(?:, energy (up|down) by (\d+))?\.$/.exec(
      text,
    );
  if (!words) throw new Error(`This tells of no update: ${text}`);
  const [, update, row, column, heard, did, way, change = "0"] = words;
  const number = (shown = ""): number => Number(shown.replace("−", "-"));
  return {
    update: number(update),
    cell: (number(row) - 1) * SIDE + number(column) - 1,
    heard: number(heard),
    flipped: did === "flipped",
    change: (way === "down" ? -1 : 1) * number(change) || 0,
  };
}

/** Checks one moment against the one before, and against the definitions. */
function check(before: Shown, now: Shown, flips: number): void {
  const { update, cell, heard, flipped, change } = told(now.told);
  expect(update).toBe(now.time);
  expect(heard).toBe(field(memories, before.cells, cell));
  expect(flipped).toBe((before.cells[cell] ?? 0) * heard < 0);
  const after: Picture = before.cells.map((s, i) => (flipped && i === cell ? -s : s));
  expect(now.cells).toEqual(after);
  expect(now.energy).toBe(energy(memories, now.cells));
  expect(now.energy - before.energy).toBe(change);
  const total = flips + (flipped ? 1 : 0);
  expect(now.counts).toBe(
    `after ${now.time} update${now.time === 1 ? "" : "s"}, ${total} flip${total === 1 ? "" : "s"}`,
  );
}

test("through a whole run, step by step, and travelling along the curve", async ({ lab, page }) => {
  await lab.open();
  const moments = await lab.stepThrough();
  const start = moments[0] as Shown;
  expect(start.energy).toBe(energy(memories, start.cells));
  let [before, flips] = [start, 0];
  for (const [time, now] of moments.entries()) {
    if (time === 0) continue;
    expect(now.time).toBe(time);
    check(before, now, flips);
    expect(restless(memories, before.cells), "it does not settle earlier than it says").not.toEqual([]);
    flips += differences(before.cells, now.cells);
    before = now;
  }
  expect(before.cells).toEqual(digit(7));
  expect(before.verdict).toBe("Settled after 249 updates, 12 flips: seven, exactly.");

  const isMoment = async (time: number): Promise<void> => {
    const shown = await lab.shown();
    const { cells, energy: height, counts } = moments[time] as Shown;
    expect(shown).toMatchObject({ time, end: moments.length - 1, cells, energy: height, counts });
  };

  await lab.curve.focus();
  for (const [key, by] of [
    ["Home", -1000],
    ["ArrowRight", 1],
    ["PageUp", 10],
    ["PageUp", 10],
    ["ArrowLeft", -1],
    ["PageDown", -10],
    ["End", 1000],
    ["ArrowUp", 1],
    ["ArrowDown", -1],
  ] as const) {
    const { time } = await lab.shown();
    await page.keyboard.press(key);
    await isMoment(Math.max(0, Math.min(moments.length - 1, time + by)));
  }

  const box = await lab.curve.boundingBox();
  if (!box) throw new Error("The curve is not on the screen.");
  const seen = new Set<number>();
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2);
  await page.mouse.down();
  for (let x = 0.1; x < 1; x += 0.04) {
    await page.mouse.move(box.x + x * box.width, box.y + box.height / 2);
    const { time } = await lab.shown();
    await isMoment(time);
    seen.add(time);
  }
  await page.mouse.up();
  expect(seen.size, "dragging along the curve travels").toBeGreaterThan(12);
});

test("with a bias, and while one draws", async ({ lab }) => {
  await lab.open();
  await lab.bias(true);
  for (const cell of [0, 9, 18, 27]) {
    await lab.press(cell);
    const shown = await lab.shown();
    expect(shown.energy).toBe(energy(memories, shown.cells, true));
  }
  const moments = await lab.stepThrough();
  for (const [time, now] of moments.entries()) {
    expect(now.energy).toBe(energy(memories, now.cells, true));
    const before = moments[time - 1];
    if (!before) continue;
    const { cell, heard } = told(now.told);
    expect(heard).toBe(field(memories, before.cells, cell, true));
  }
  expect(restless(memories, await lab.cells(), true)).toEqual([]);
});

test("hovering over the curve tells of the update pointed at and changes nothing", async ({ lab, page }) => {
  await lab.open();
  await lab.recallToTheEnd();
  const settled = await lab.shown();
  const box = await lab.curve.boundingBox();
  if (!box) throw new Error("The curve is not on the screen.");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const pointed = await lab.shown();
  expect(told(pointed.told).update).toBeGreaterThan(50);
  expect(told(pointed.told).update).toBeLessThan(200);
  expect(pointed).toMatchObject({ cells: settled.cells, energy: settled.energy, time: settled.time });
});

test("the dots are on the cells that want to flip, and the sentence counts them", async ({ lab }) => {
  await lab.open();
  await lab.step.click();
  const { cells, verdict } = await lab.shown();
  const wanting = restless(memories, cells);
  expect(verdict).toContain(`${wanting.length} dotted cells want to flip now.`);
  expect(await lab.dotted()).toEqual(wanting);
});

test("in shuffled order verdict and curve tell the same of the sweep that only confirms", async ({ lab }) => {
  await lab.open();
  await lab.order("Shuffled");
  await lab.recallToTheEnd();
  const { verdict, told, time } = await lab.shown();
  const rested = Number(/Settled after (\d+) updates/.exec(verdict)?.[1]);
  const [since, more] = (/At rest since update (\d+); (\d+) more changed nothing\./.exec(told) ?? [])
    .slice(1)
    .map(Number);
  expect(since).toBe(rested);
  expect(more).toBe(time - rested);
  expect(more).toBeGreaterThan(0);
  await lab.curve.press("Home");
  for (let press = 0; press < Math.floor(rested / 10); press += 1) await lab.curve.press("PageUp");
  await expect.poll(async () => (await lab.shown()).told).not.toContain("At rest");
});
