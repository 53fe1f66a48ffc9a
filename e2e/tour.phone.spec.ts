// The tour and the words by finger.
import { expect, test } from "./support/test";

test("taken by finger from the first line to the last stop", async ({ lab, page }) => {
  await lab.open();
  await page.getByRole("button", { name: "Take the tour" }).tap();
  for (let at = 1; at <= 6; at += 1) {
    await expect(page.getByRole("dialog", { name: `Tour, step ${at} of 6` })).toBeVisible();
    await page.locator("#tour-next").tap();
  }
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("tabpanel", { name: "Why" })).toBeVisible();
});

test("a word tapped says what it means; a tap elsewhere closes it", async ({ lab, page }) => {
  await lab.open();
  await page.getByRole("button", { name: "Energy", exact: true }).tap();
  const note = page.getByRole("note");
  await expect(note).toContainText("neurons flip only when that lowers it");
  const box = await note.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? Number.NaN) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  await page.touchscreen.tap(20, 20);
  await expect(note).toHaveCount(0);
});
