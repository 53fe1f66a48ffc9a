// Surveys with a finger.
import { AttractorMap, Census } from "./support/core";
import { network, survey } from "./support/survey";
import { expect, test } from "./support/test";

test("a valley goes on the pad by a tap, and nothing needs sideways scroll", async ({ lab, page }) => {
  await lab.open();
  await page.getByRole("tab", { name: "Survey" }).tap();
  for (const tab of ["Basins", "Capacity", "Map", "Census"]) {
    await page.getByRole("button", { name: tab, exact: true }).tap();
    if (tab === "Capacity") await page.getByLabel("Trials").fill("10");
    await survey(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), tab).toBe(0);
  }
  const census = new Census(network(), 10_000, 1n);
  census.advance(10_000);
  await page.locator(".attractor").nth(3).tap();
  expect(await lab.cells()).toEqual([...(census.attractors(4)[3]?.picture ?? [])]);
});

test("a finger on the map is told where the cue ends, and a tap puts it on the pad", async ({
  lab,
  page,
}) => {
  await lab.open();
  await page.getByRole("tab", { name: "Survey" }).tap();
  await page.getByRole("button", { name: "Map", exact: true }).tap();
  await survey(page);
  const plane = page.locator("#map");
  await plane.scrollIntoViewIfNeeded();
  const side = (await plane.boundingBox())?.width ?? 0;
  await plane.tap({ position: { x: (40.5 * side) / 65, y: (10.5 * side) / 65 } });
  const map = new AttractorMap(network(), [0, 1], 65, 1n);
  expect(await lab.cells()).toEqual([...(map.cue(10, 40) ?? [])]);
  await expect(page.locator("#map-told")).toContainText(
    "38\u202f% of zero and 63\u202f% of three, 8\u202f% of the cells",
  );
});

test("at 320 px no survey needs sideways scroll", async ({ lab, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await lab.open();
  await page.getByRole("tab", { name: "Survey" }).tap();
  for (const tab of ["Census", "Basins", "Capacity", "Map"]) {
    await page.getByRole("button", { name: tab, exact: true }).tap();
    if (tab === "Capacity") await page.getByLabel("Trials").fill("10");
    await survey(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), tab).toBe(0);
  }
});
