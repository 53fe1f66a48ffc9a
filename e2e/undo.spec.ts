// Every act can be undone and done again, by button and by key; a stroke counts as one act.
import { expect, test } from "./support/test";
import { digit } from "./support/theory";

test("each act is undone to the last cell, and done again", async ({ lab, page }) => {
  await lab.open();
  const undo = page.getByRole("button", { name: "Undo" });
  const redo = page.getByRole("button", { name: "Redo" });
  await expect(undo).toHaveAttribute("aria-disabled", "true");
  await expect(redo).toHaveAttribute("aria-disabled", "true");

  const names = () => lab.memories.locator("b").allTextContents();
  const everything = async () => ({
    ...(await lab.shown()),
    verdict: "", // it tells of the undoing
    names: await names(),
    rule: await page.getByRole("button", { name: /^Rule/ }).textContent(),
    seed: await page.getByLabel("Seed").inputValue(),
    temperature: await page.getByLabel("Temperature").inputValue(),
    size: await page.getByRole("button", { name: /^Grid/ }).textContent(),
  });
  const acts: [string, () => Promise<void>][] = [
    ["loading zero", () => page.locator("#load-0").click()],
    ["drawing", () => lab.stroke(0, 7)],
    ["corrupting", () => lab.corrupt(9)],
    ["storing memory 4", () => lab.store.click()],
    ["inverting", () => lab.tool("Invert")],
    [
      "scrambling a half",
      () =>
        page
          .locator("#more-tools")
          .click()
          .then(() => page.locator("#scramble-top").click()),
    ],
    ["forgetting zero", () => lab.forgetFirst()],
    ["another rule", () => lab.rule("Storkey")],
    ["another order", () => lab.order("Cyclic")],
    ["another temperature", () => lab.temperature(0.4)],
    ["another seed", () => lab.setSeed(5)],
    [
      "another size",
      async () => {
        await page.getByRole("button", { name: /^Grid/ }).click();
        await page.getByRole("radio", { name: "5 × 5" }).check();
        await page.keyboard.press("Escape");
      },
    ],
  ];
  const seen = [await everything()];
  for (const [, act] of acts) {
    await page.keyboard.press("Escape");
    await act();
    seen.push(await everything());
  }
  for (const [i, [name]] of [...acts.entries()].reverse()) {
    await expect(undo).toHaveAttribute("title", `Undo ${name} (Ctrl+Z)`);
    await page.keyboard.press("Escape");
    await undo.click();
    await expect(lab.verdict).toHaveText(`Undone: ${name}.`);
    expect(await everything(), `before ${name}`).toEqual(seen[i]);
  }
  await expect(undo).toHaveAttribute("aria-disabled", "true");
  for (const [i, [name]] of acts.entries()) {
    await redo.click();
    await expect(lab.verdict).toHaveText(`Done again: ${name}.`);
    expect(await everything(), `after ${name}`).toEqual(seen[i + 1]);
  }
  await expect(redo).toHaveAttribute("aria-disabled", "true");
});

test("undo brings back the whole run with its moment, by key, and a new act ends what could be done again", async ({
  lab,
  page,
}) => {
  await lab.open();
  await lab.recallToTheEnd();
  await lab.curve.focus();
  for (let i = 0; i < 5; i += 1) await page.keyboard.press("ArrowLeft");
  const before = await lab.shown();
  await page.locator("#load-1").click();
  expect(await lab.cells()).toEqual(digit(3));
  await page.keyboard.press("Control+z");
  expect(await lab.shown()).toEqual({ ...before, verdict: "Undone: loading three." });
  await page.keyboard.press("Control+Shift+Z");
  expect(await lab.cells()).toEqual(digit(3));
  await page.keyboard.press("Control+z");
  await lab.press(0);
  await page.keyboard.press("Control+y");
  expect((await lab.cells())[0], "the drawn cell stays").not.toBe(before.cells[0]);
});

test("in a field for text Ctrl+Z is the field's own", async ({ lab, page }) => {
  await lab.open();
  await lab.press(0);
  const cells = await lab.cells();
  await page.getByLabel("Seed").focus();
  await page.keyboard.type("9");
  await page.keyboard.press("Control+z");
  expect(await lab.cells()).toEqual(cells);
});
