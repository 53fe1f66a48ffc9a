// Drawing, erasing, breaking.
import { SIDE } from "./support/lab";
import { expect, test } from "./support/test";
import { differences, negative } from "./support/theory";

const on = (cells: readonly number[]): number[] => cells.flatMap((cell, i) => (cell === 1 ? [i] : []));
const diagonal = Array.from({ length: SIDE }, (_, i) => i * (SIDE + 1));

test("a fast stroke leaves no gap, and begun on an active cell it erases", async ({ lab }) => {
  await lab.open();
  await lab.tool("Clear");
  await lab.stroke(0, 63, 1);
  expect(on(await lab.cells())).toEqual(diagonal);
  await lab.stroke(0, 4);
  expect(on(await lab.cells())).toEqual(diagonal.slice(1));
  await lab.stroke(4, 7); // begun on an inactive cell it draws
  expect(on(await lab.cells())).toEqual([4, 5, 6, 7, ...diagonal.slice(1)]);
});

test("erase only erases, flip turns each cell round once", async ({ lab, page }) => {
  await lab.open();
  await lab.tool("Clear");
  await lab.stroke(0, 7);
  await page.getByRole("button", { name: "Erase" }).click();
  await lab.stroke(15, 8);
  await lab.stroke(3, 7);
  expect(on(await lab.cells())).toEqual([0, 1, 2]);
  await page.getByRole("button", { name: "Flip" }).click();
  await lab.stroke(0, 7, 30);
  expect(on(await lab.cells())).toEqual([3, 4, 5, 6, 7]);
});

test("the other mouse button does not draw", async ({ lab, page }) => {
  await lab.open();
  const before = await lab.cells();
  const { x, y } = await lab.at(20);
  await page.mouse.click(x, y, { button: "right" });
  expect(await lab.cells()).toEqual(before);
});

test("corrupt flips exactly as many cells as it says; other numbers it refuses and says what it takes", async ({
  lab,
  page,
}) => {
  await lab.open();
  const field = page.getByLabel("How many cells to corrupt");
  for (const cells of [1, 33, 64]) {
    const before = await lab.cells();
    await lab.corrupt(cells);
    expect(differences(before, await lab.cells())).toBe(cells);
  }
  for (const [typed, said] of [
    ["999", "not 999"],
    ["0", "not 0"],
    ["-3", "not -3"],
    ["2.5", "not 2.5"],
    ["", "and its field says none"],
  ] as const) {
    const before = await lab.cells();
    await field.fill(typed);
    await field.press("Tab");
    const sentence = `Corrupt flips a whole number of cells from 1 to 64, ${said}.`;
    await expect(lab.verdict).toHaveText(sentence);
    await expect(page.locator("#spoken")).toHaveText(sentence);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveValue(typed);
    await page.getByRole("button", { name: "Corrupt", exact: true }).click();
    await expect(lab.verdict).toHaveText(sentence);
    expect(await lab.cells()).toEqual(before);
  }
  await field.fill("12");
  await field.press("Tab");
  await expect(field).toHaveAttribute("aria-invalid", "false");
  await expect(lab.verdict).not.toContainText("whole number");
});

test("invert, clear, and halves", async ({ lab }) => {
  await lab.open();
  const start = await lab.cells();
  await lab.tool("Invert");
  expect(await lab.cells()).toEqual(negative(start));
  await lab.tool("Invert");

  const tools = [
    ["top", (i: number) => i < 32],
    ["left", (i: number) => i % SIDE < 4],
  ] as const;
  for (const [half, inside] of tools) {
    const before = await lab.cells();
    await lab.page.getByRole("button", { name: "More ways to change the picture" }).click();
    await lab.page.getByRole("group", { name: "Scramble a half" }).getByText(half).click();
    const scrambled = await lab.cells();
    expect(scrambled.filter((_, i) => !inside(i))).toEqual(before.filter((_, i) => !inside(i)));
    expect(scrambled).not.toEqual(before);
    await lab.page.getByRole("group", { name: "Blank a half" }).getByText(half).click();
    expect(await lab.cells()).toEqual(scrambled.map((cell, i) => (inside(i) ? -1 : cell)));
    await lab.page.keyboard.press("Escape");
  }
  await lab.tool("Clear");
  expect(on(await lab.cells())).toEqual([]);
});
