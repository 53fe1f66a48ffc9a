// The lenses with a finger.
import { expect, test } from "./support/test";

test("a touch on the pad asks that neuron why, until the run moves on", async ({ lab, page }) => {
  await lab.open();
  const why = page.locator("#why");
  const { x, y } = await lab.at(18);
  await page.touchscreen.tap(x, y);
  await expect(why).toContainText("row 3, column 3");
  await lab.step.tap();
  await expect(why).toContainText("has just asked the other 63");
  const box = await page.locator("#votes").boundingBox();
  await page.locator("#votes").tap({ position: { x: (box?.width ?? 0) / 16, y: (box?.height ?? 0) / 16 } });
  await expect(why).toContainText("row 1, column 1 hears");
});

test("every lens opens by a tap and needs no sideways scroll, rule and temperature too", async ({
  lab,
  page,
}) => {
  await lab.open();
  for (const lens of ["Overlaps", "Weights", "Energy", "Sleep", "Why"]) {
    await page.getByRole("tab", { name: lens }).tap();
    await expect(page.getByRole("tabpanel", { name: lens })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  }
  await page.getByRole("tab", { name: "Weights" }).tap();
  const nodes = page.locator("#nodes");
  await nodes.scrollIntoViewIfNeeded();
  await nodes.tap({ position: { x: 20, y: 20 } });
  await expect(page.locator("#weights-told")).toContainText(
    "63 of 2016 links of the neuron in row 1, column 1",
  );
  await page.getByRole("button", { name: /^Rule/ }).tap();
  await page.getByRole("radio", { name: "Exponential" }).tap();
  await page.touchscreen.tap(195, 5);
  await expect(page.locator("#rule-panel")).toBeHidden();
  await expect(page.locator("#no-couplings")).toBeVisible();
  await page.getByRole("tab", { name: "Sleep" }).tap();
  await expect(page.locator("#no-sleep")).toBeVisible();
});
