// Sharing with a finger: the dialog, the menu, a notice, an image.
import { expect, test } from "./support/test";

test("share, save, open and start afresh by touch", async ({ lab, page }) => {
  await lab.open();
  await page.getByRole("button", { name: "Share" }).tap();
  const dialog = page.getByRole("dialog", { name: "Share what is here" });
  const box = await dialog.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  await expect(page.locator("#code")).toBeInViewport();
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save file" }).tap(),
  ]);
  const path = await saved.path();
  await page.getByRole("button", { name: "Close" }).tap();
  await expect(dialog).toBeHidden();

  await lab.memories
    .first()
    .getByRole("button", { name: /^More about/ })
    .tap();
  await lab.memories.first().getByRole("button", { name: "Forget" }).tap();
  await expect(lab.memories).toHaveCount(2);
  await page.getByRole("button", { name: "Menu" }).tap();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("menuitem", { name: "Open…" }).tap(),
  ]);
  await chooser.setFiles(path);
  await expect(page.locator("#notice")).toContainText("is neither an image nor a saved session");
  await page.getByRole("button", { name: "Close" }).tap();
  await page.getByRole("button", { name: "Menu" }).tap();
  await page.getByRole("menuitem", { name: "Start afresh" }).tap();
  await expect(lab.memories).toHaveCount(3);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("at 320 px the dialog is as wide as what it holds", async ({ lab, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await lab.open();
  await page.getByRole("button", { name: "Share" }).tap();
  const dialog = page.getByRole("dialog", { name: "Share what is here" });
  await expect(page.locator("#code")).toBeVisible();
  for (const what of ["For a page of yours", "To show or keep"]) {
    await dialog.getByRole("button", { name: what }).tap();
    expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth), what).toBe(0);
  }
});
