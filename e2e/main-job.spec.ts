// Draw, store, break, watch it heal: by mouse, and by keyboard alone.
import type { Page } from "@playwright/test";
import { smile } from "./support/drawings";
import { SIDE, strokes } from "./support/lab";
import { expect, test } from "./support/test";
import { differences } from "./support/theory";

test("by mouse", async ({ lab }) => {
  await lab.open();
  await lab.tool("Clear");
  for (const { from, to } of strokes(smile)) await lab.stroke(from, to);
  expect(await lab.cells()).toEqual(smile);
  expect(await lab.painted(lab.pad)).toEqual(smile);

  await lab.store.click();
  await expect(lab.memories).toHaveCount(4);
  await expect(lab.verdict).toHaveText("Stored as memory 4.");
  expect(await lab.painted(lab.memories.nth(3).locator("canvas"))).toEqual(smile);

  await lab.corrupt(12);
  expect(differences(await lab.cells(), smile)).toBe(12);
  await expect(lab.verdict).toContainText("This is memory 4 with 12 of its 64 cells flipped.");

  await lab.recallToTheEnd();
  await expect(lab.verdict).toHaveText("Settled after 141 updates, 12 flips: memory 4, exactly.");
  expect(await lab.cells()).toEqual(smile);
  await expect.poll(() => lab.painted(lab.pad)).toEqual(smile); // when the last flips have faded
});

test("by keyboard alone", async ({ lab, page }) => {
  await lab.open();
  const keys = page.keyboard;

  await tabTo(page, "more-tools");
  await keys.press("Enter");
  await tabTo(page, "clear", "ArrowRight");
  await keys.press("Enter");
  await keys.press("Escape");
  expect(await focused(page)).toBe("more-tools");

  await tabTo(page, "pad", "Shift+Tab");
  let at = 0;
  for (const [cell, value] of smile.entries()) {
    if (value !== 1) continue;
    for (; Math.floor(at / SIDE) < Math.floor(cell / SIDE); at += SIDE) await keys.press("ArrowDown");
    for (; at < cell; at += 1) await keys.press("ArrowRight");
    for (; at > cell; at -= 1) await keys.press("ArrowLeft");
    await keys.press("Space");
  }
  expect(await lab.cells()).toEqual(smile);
  expect(await lab.ringed()).toEqual([]); // the ring of the keyboard is dashed, and nobody was asked yet

  await tabTo(page, "store", "Shift+Tab");
  await keys.press("Enter");
  await expect(lab.memories).toHaveCount(4);
  await expect(page.locator("#spoken")).toHaveText("Stored as memory 4.");

  await tabTo(page, "corrupt");
  await keys.press("Enter");
  expect(differences(await lab.cells(), smile)).toBe(12);

  await tabTo(page, "speed");
  await keys.press("End");
  await tabTo(page, "recall", "Shift+Tab");
  await keys.press("Enter");
  await expect(page.locator("#spoken")).toHaveText("Settled after 141 updates, 12 flips: memory 4, exactly.");
  expect(await lab.cells()).toEqual(smile);

  await tabTo(page, "curve");
  await keys.press("Home");
  expect(differences(await lab.cells(), smile)).toBe(12);
});

/** The id of what has the focus, however deep. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.id ?? "";
  });
}

/** Presses a key, by default Tab, until something has the focus; it must come within one round, and be visibly marked. */
async function tabTo(page: Page, id: string, key: "Tab" | "Shift+Tab" | "ArrowRight" = "Tab"): Promise<void> {
  const passed: string[] = [];
  while (passed.at(-1) !== id) {
    expect(passed.length, `on the way to ${id}: ${passed}`).toBeLessThan(40);
    await page.keyboard.press(key);
    passed.push(await focused(page));
  }
  const outline = await page.locator(`#${id}`).evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(outline, `the focus on ${id} shows`).toBe("solid");
}
