// The author's guide: every figure is alive beside its code, the code can be copied, and buttons and events do what they say.
import type { Page } from "@playwright/test";
import type { HopfieldNet } from "../www/hopfield-net";
import { violations } from "./support/axe";
import { shifts } from "./support/shifts";
import { expect, test } from "./support/test";
import { differences } from "./support/theory";

async function open(page: Page): Promise<void> {
  await page.goto("guide.html");
  await page.evaluate(async () => {
    for (const figure of document.querySelectorAll("hopfield-net")) await figure.ready;
  });
}

test("every figure is alive and stands beside its own tag", async ({ page }) => {
  await open(page);
  await expect(page.locator("hopfield-net .notices")).toHaveCount(0);
  const alike = await page.evaluate(() =>
    [...document.querySelectorAll("figure.ready")].map((figure) => {
      const there = figure.querySelector("hopfield-net");
      const page = new DOMParser().parseFromString(
        figure.querySelector(".code code")?.textContent ?? "",
        "text/html",
      );
      const told = page.querySelector("hopfield-net");
      const names = there?.getAttributeNames() ?? [];
      return (
        names.length === told?.getAttributeNames().length &&
        names.every((name) => there?.getAttribute(name) === told?.getAttribute(name))
      );
    }),
  );
  expect(alike.length).toBeGreaterThanOrEqual(14);
  expect(alike.every(Boolean)).toBe(true);
});

test("a tag is copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await page.locator(".code button").first().click();
  await expect(page.locator(".code button").first()).toHaveText("Copied");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^<hopfield-net memories="digit:0 digit:7" cue="digit:7" noise="12" seed="3">.*<\/hopfield-net>$/,
  );
});

test("buttons of the prose drive the figure", async ({ page }) => {
  await open(page);
  const figure = () =>
    page.evaluate(() => {
      const figure = document.getElementById("driven") as HopfieldNet;
      const { time, outcome } = figure;
      const setup = figure.setup() as ReturnType<typeof figure.setup> & { slept?: { dreams: number } };
      return {
        cells: [...(figure.picture ?? [])],
        time,
        kind: outcome?.kind,
        memories: setup?.memories.length,
        dreams: setup?.slept?.dreams,
      };
    });
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const { cells: H } = await figure();
  expect(new Set(H)).toEqual(new Set([1, -1]));
  await press("Break it");
  expect(differences((await figure()).cells, H)).toBe(20);
  await press("One step");
  expect((await figure()).time).toBe(1);
  await press("Watch it heal");
  await press("Pause");
  expect(await page.evaluate(() => (document.getElementById("driven") as HopfieldNet).playing)).toBe(false);
  await page.evaluate(() => document.getElementById("driven")?.setAttribute("speed", "max"));
  await press("Watch it heal");
  await expect.poll(async () => (await figure()).kind).toBe("memory");
  expect((await figure()).cells).toEqual(H);
  const { cells: healed } = await figure();
  await press("Reset");
  expect(differences((await figure()).cells, healed)).toBe(20);
  await press("Store what is on the pad");
  expect((await figure()).memories).toBe(2);
  await press("Ten dreams");
  expect((await figure()).dreams).toBe(10);
});

test("events are told as they come", async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const figure = document.getElementById("telling") as HopfieldNet;
    figure.speed = "max";
    figure.recall();
  });
  await expect(page.locator("output#told")).toHaveText(
    /^hopfield-settle: memory zero after \d+ updates, 10 flips, energy −2082$/,
  );
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [390, 1280]) {
    test(`axe finds nothing at ${width} px, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(180_000); // fourteen figures to look through
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 844 });
      await open(page);
      expect(await violations(page)).toEqual([]);
    });
  }
}

for (const width of [390, 1280]) {
  test(`nothing moves while the figures come, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    expect(await shifts(page, "guide.html")).toBeLessThan(0.01);
  });
}

test("320 px are enough", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the text reads, and figures say what they would be, in no more room than that takes", async ({
    page,
  }) => {
    await page.goto("guide.html");
    await expect(page.getByRole("cell", { name: "temperature", exact: true })).toBeVisible();
    const box = await page.getByText("Letters, and how like each memory").locator("..").boundingBox();
    await expect(page.getByText("Three letters and their overlaps.")).toBeVisible();
    expect(box?.height).toBeLessThan(200);
  });
});
