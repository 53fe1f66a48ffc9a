// The council of voters: counted here once more from the definition, while stepping, pointing, travelling and afterwards.
import type { Lab } from "./support/lab";
import { expect, test } from "./support/test";
import { denseEnergy, digit, energy, field, flipped, overlap, type Picture, votes } from "./support/theory";

const memories = [digit(0), digit(3), digit(7)];

/** What the lens says, as numbers. */
interface Told {
  cell: number;
  on: number;
  off: number;
  field: number;
  /** By how much flipping changes the energy. */
  change: number;
  answer: string;
}

const number = (shown = ""): number => Number(shown.replace("−", "-"));

async function told(lab: Lab): Promise<Told> {
  const text = (await lab.page.locator("#why").innerText()).replace(/\s+/g, " ");
  const [, row, column] = /in row (\d), column (\d)/.exec(text) ?? [];
  const [, on, off] = /(\d+) says? on, (\d+) says? off/.exec(text) ?? [];
  const [, heard] = /By its field, ([+−]?[\d.]+)/.exec(text) ?? [];
  const [, way, by] = /flipping (lowers|raises) E by ([\d.]+)/.exec(text) ?? [];
  return {
    cell: (Number(row) - 1) * 8 + Number(column) - 1,
    on: Number(on),
    off: Number(off),
    field: number(heard),
    change: way === "lowers" ? -Number(by) : Number(by),
    answer: (await lab.page.locator("#answer").innerText()).trim(),
  };
}

/** Compares with the definition what one neuron hears in a picture. */
function check({ cell, on, off, field: heard, change }: Told, state: Picture): void {
  const said = votes(memories, state, cell);
  expect(on).toBe(said.filter((vote) => vote > 0).length);
  expect(off).toBe(said.filter((vote) => vote < 0).length);
  expect(heard).toBe(field(memories, state, cell));
  expect(change).toBe(energy(memories, flipped(state, cell)) - energy(memories, state));
}

test("the neuron just asked: votes, field, both rules, and what it answered", async ({ lab }) => {
  await lab.open();
  const first = await told(lab);
  check(first, await lab.cells());
  expect(first.answer).toContain("wants to flip");
  const answers = new Set<string>();
  for (let i = 0; i < 30; i += 1) {
    const before = await lab.cells();
    await lab.step.click();
    const now = await told(lab);
    check(now, before);
    const [ringed] = await lab.ringed();
    expect(now.cell).toBe(ringed);
    const did = now.field * (before[now.cell] ?? 0) < 0 ? "flip" : "stay";
    expect(now.answer).toContain(`Both rules agree: ${did}.`);
    const state = (await lab.cells())[now.cell] === 1 ? "on" : "off";
    expect(now.answer).toContain(did === "flip" ? `It went ${state}.` : `It stayed ${state}.`);
    answers.add(did);
  }
  expect(answers.size).toBe(2);
});

test("after a run, and at any moment one travels to, the last neuron's reasons can be read", async ({
  lab,
  page,
}) => {
  await lab.open();
  const moments = await lab.stepThrough();
  await lab.reset.click();
  await lab.recallToTheEnd();
  check(await told(lab), moments.at(-2)?.cells ?? []);
  await lab.curve.focus();
  for (const key of ["PageDown", "PageDown", "ArrowLeft", "Home", "ArrowRight", "PageUp"]) {
    await page.keyboard.press(key);
    const { time } = await lab.shown();
    check(await told(lab), moments[Math.max(0, time - 1)]?.cells ?? []);
  }
});

test("the neuron pointed at on the pad, by mouse and by keyboard, also while it runs", async ({
  lab,
  page,
}) => {
  await lab.open();
  const cells = await lab.cells();
  for (const cell of [0, 13, 63]) {
    const { x, y } = await lab.at(cell);
    await page.mouse.move(x, y);
    const now = await told(lab);
    expect(now.cell).toBe(cell);
    check(now, cells);
  }
  await lab.verdict.hover();
  expect((await told(lab)).cell).not.toBe(63);

  await lab.pad.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  expect((await told(lab)).cell).toBe(9);
  await page.keyboard.press("Space");
  check(await told(lab), await lab.cells());

  const { x, y } = await lab.at(20);
  await page.mouse.move(x, y);
  await lab.speed("16/s");
  await lab.recall.focus();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await lab.shown()).time).toBeGreaterThan(3);
  expect((await told(lab)).cell).toBe(20);
});

test("votes are painted in red and blue, the neuron itself ringed; a click on a voter asks for its own", async ({
  lab,
  page,
}) => {
  await lab.open();
  const canvas = page.locator("#votes");
  expect(await lab.shows(canvas, "var(--positive)")).toBe(true);
  expect(await lab.shows(canvas, "var(--negative)")).toBe(true);
  const box = await canvas.boundingBox();
  await canvas.click({ position: { x: (box?.width ?? 0) * (2.5 / 8), y: (box?.height ?? 0) * (4.5 / 8) } });
  const now = await told(lab);
  expect(now.cell).toBe(4 * 8 + 2);
  check(now, await lab.cells());
});

test("in synchronous order a neuron heard the picture with which the sweep began", async ({ lab }) => {
  await lab.open();
  await lab.order("Synchronous");
  const start = await lab.cells();
  for (let cell = 0; cell < 40; cell += 1) {
    await lab.step.click();
    if (cell % 8 !== 1) continue;
    const now = await told(lab);
    expect(now.cell).toBe(cell);
    check(now, start);
  }
  expect(await lab.cells()).not.toEqual(start);
});

test("where there are no couplings the memories vote", async ({ lab, page }) => {
  await lab.open();
  await lab.rule("Dense memories");
  const cells = await lab.cells();
  const { x, y } = await lab.at(9);
  await page.mouse.move(x, y);
  const now = await told(lab);
  const pulls = memories.map((memory) => {
    const own = memory[9] ?? 0;
    const rest = overlap(memory, cells) - own * (cells[9] ?? 0);
    return ((rest + own) ** 3 - (rest - own) ** 3) / 2;
  });
  expect(now.on).toBe(pulls.filter((pull) => pull > 0).length);
  expect(now.off).toBe(pulls.filter((pull) => pull < 0).length);
  expect(now.field).toBe(pulls.reduce((sum, pull) => sum + pull, 0));
  expect(now.change).toBe(denseEnergy(memories, flipped(cells, 9), 3) - denseEnergy(memories, cells, 3));
  for (const hue of [0, 1, 2])
    expect(await lab.shows(page.locator("#votes"), `var(--memory-${hue})`)).toBe(true);
});

test("a rule without an energy leaves the decision to the field", async ({ lab, page }) => {
  await lab.open();
  await lab.rule("Perceptron");
  await lab.step.click();
  await expect(page.locator("#by-energy")).toContainText("this rule has none");
  await expect(page.locator("#answer")).toContainText("Only the field decides.");
});
