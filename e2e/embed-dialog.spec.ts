// Share, for a page of one's own: the code that is copied shows the same network elsewhere.
import type { HopfieldNet } from "../www/hopfield-net";
import { violations } from "./support/axe";
import { smile } from "./support/drawings";
import { strokes } from "./support/lab";
import { expect, test } from "./support/test";
import { digit } from "./support/theory";

test.beforeEach(async ({ lab, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await lab.open();
  await lab.tool("Clear");
  for (const { from, to } of strokes(smile)) await lab.stroke(from, to);
  await lab.store.click();
  await page.locator("#more-3").click();
  await page.locator("#name-3").fill("my face");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await lab.rule("Storkey");
  await lab.corrupt(9);
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "For a page of yours" }).click();
});

test("the tag that is copied shows the same memories, cue and run on another page", async ({ lab, page }) => {
  await page.getByRole("checkbox", { name: "the memories" }).check();
  await page.getByRole("checkbox", { name: "step" }).uncheck();
  await page.getByRole("button", { name: "Copy the tag" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  const tag = await page.evaluate(() => navigator.clipboard.readText());
  expect(tag).toContain('show="pad energy verdict memories" controls="recall reset noise"');
  const cue = await lab.cells();
  await page.keyboard.press("Escape");
  await expect(page.locator("embed-section")).toHaveCount(0);
  await lab.recallToTheEnd();
  const here = await lab.shown();

  await page.route("**/a-page-of-mine.html", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><title>mine</title>${tag}` }),
  );
  await page.goto("a-page-of-mine.html");
  const there = await page.evaluate(async () => {
    const figure = document.querySelector("hopfield-net") as HopfieldNet;
    await figure.ready;
    const cue = [...(figure.picture ?? [])];
    const memories = figure.setup()?.memories.map(({ picture }) => [...picture]);
    const names = figure.setup()?.memories.map(({ name }) => name);
    figure.speed = "max";
    const settled = new Promise((done) => figure.addEventListener("hopfield-settle", done, { once: true }));
    figure.recall();
    await settled;
    return { cue, memories, names, cells: [...(figure.picture ?? [])], energy: figure.energy };
  });
  expect(there.cue).toEqual(cue);
  expect(there.memories).toEqual([digit(0), digit(3), digit(7), smile]);
  expect(there.names).toEqual(["zero", "three", "seven", "my face"]);
  expect(there.cells).toEqual(here.cells);
  expect(there.energy).toBeCloseTo(here.energy, 1);
});

test("the preview shows the figure and takes its height; the frame's code goes to the same place", async ({
  page,
}) => {
  const preview = page.frameLocator("#embed-preview");
  await expect(preview.locator("#pad")).toBeVisible();
  await expect(preview.locator("#why")).toHaveCount(0);
  await page.getByRole("checkbox", { name: "why a neuron flips" }).check();
  await expect(preview.locator("#why")).toBeVisible();
  await expect
    .poll(async () => Number(await page.locator("#embed-preview").getAttribute("height")))
    .not.toBe(620);
  await page.getByRole("button", { name: "Frame", exact: true }).click();
  const code = await page.getByLabel("The code").inputValue();
  const address = await page.locator("#embed-preview").getAttribute("src");
  expect(code.replaceAll("&amp;", "&")).toContain(`src="${address}"`);
});

test("axe finds nothing, light and dark, and 320 px are enough", async ({ page }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), colorScheme).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBe(0);
});
