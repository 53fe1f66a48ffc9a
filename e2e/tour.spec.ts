// The tour: offered once, six stops, each really shown; the work stays as it was.
import type { Page } from "@playwright/test";
import { violations } from "./support/axe";
import { expect, test } from "./support/test";

const TITLES = [
  "A picture, a little broken",
  "Recall",
  "Rolling downhill",
  "Why it flips",
  "A memory of your own",
  "Sleep, and much more",
];
/** What each stop is about. */
const SHOWN = [
  "hopfield-pattern-pad",
  "hopfield-run-controls",
  "hopfield-energy-curve",
  "lens-panel",
  "#store",
  "lens-panel",
];

const card = (page: Page, at: number) =>
  page.getByRole("dialog", { name: `Tour, step ${at + 1} of 6: ${TITLES[at]}`, exact: true });

async function fromMenu(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("menuitem", { name: "A short tour" }).click();
}

/** Once ring and card are where they go. */
async function arrived(page: Page): Promise<void> {
  for (const gliding of [page.locator(".ring"), page.locator("#tour-card")])
    await gliding.evaluate((element) =>
      Promise.all(element.getAnimations().map(({ finished }) => finished.catch(() => undefined))),
    );
}

test("offered to newcomers by one line, once", async ({ lab, page }) => {
  await lab.open();
  const offer = page.getByRole("button", { name: "Take the tour" });
  await expect(offer).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: "No tour, thank you" }).click();
  await expect(offer).toHaveCount(0);
  await lab.open();
  await expect(offer).toHaveCount(0);
});

test("by mouse: every stop is ringed and in sight, the lens of before is back, and nothing was done", async ({
  lab,
  page,
}) => {
  await lab.open();
  await lab.lens("Weights");
  for (let i = 0; i < 5; i += 1) await lab.step.click();
  const before = await lab.shown();
  await page.getByRole("button", { name: "Take the tour" }).click();
  for (let at = 0; at < 6; at += 1) {
    await expect(card(page, at)).toBeFocused();
    await expect(card(page, at)).toContainText(`${at + 1} of 6`);
    await arrived(page);
    const [ring, shown] = [
      await page.locator(".ring").boundingBox(),
      await page
        .locator(SHOWN[at] ?? "")
        .first()
        .boundingBox(),
    ];
    expect(Math.round((shown?.x ?? 0) - (ring?.x ?? 0))).toBe(8);
    expect(Math.round((shown?.y ?? 0) - (ring?.y ?? 0))).toBe(8);
    expect(Math.round((ring?.width ?? 0) - (shown?.width ?? 0))).toBe(16);
    if (at === 3) await expect(page.getByRole("tabpanel", { name: "Why" })).toBeVisible();
    if (at === 5) await expect(page.getByRole("tabpanel", { name: "Sleep" })).toBeVisible();
    await page.locator("#tour-next").click();
  }
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("tabpanel", { name: "Weights" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Menu" })).toBeFocused();
  expect(await lab.shown()).toEqual(before);
});

test("by keyboard: Next, Back, and Esc from anywhere", async ({ lab, page }) => {
  await lab.open();
  await page.getByRole("button", { name: "Menu" }).focus();
  await page.keyboard.press("Enter");
  const item = page.getByRole("menuitem", { name: "A short tour" });
  for (let i = 0; i < 10 && !(await item.evaluate((button) => button.matches(":focus"))); i += 1)
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(card(page, 0)).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(card(page, 1)).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(card(page, 0)).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(card(page, 1)).toBeFocused();
  await lab.recall.focus();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Menu" })).toBeFocused();
});

test("the page stays alive: what is shown can be tried at once", async ({ lab, page }) => {
  await lab.open();
  await fromMenu(page);
  await page.locator("#tour-next").click();
  await expect(card(page, 1)).toBeVisible();
  await lab.speed("max");
  await lab.recall.click();
  await expect(lab.verdict).toContainText("seven, exactly");
  await page.locator("#tour-next").click();
  await expect(card(page, 2)).toBeVisible();
  await page.getByRole("button", { name: "Close the tour" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(lab.verdict).toContainText("seven, exactly");
});

test("with reduced motion nothing glides", async ({ lab, page }) => {
  const glides = () => page.locator(".ring").evaluate((ring) => getComputedStyle(ring).transitionDuration);
  await lab.open();
  await fromMenu(page);
  expect(await glides()).toContain("0.2s");
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await glides()).toBe("0s");
});

for (const [width, height] of [
  [1280, 800],
  [390, 844],
  [640, 400],
  [320, 568],
] as const) {
  test(`at ${width} x ${height} every card is whole, what it shows in sight, and axe has nothing to say`, async ({
    lab,
    page,
  }) => {
    test.slow(); // each look of axe takes a second
    await page.setViewportSize({ width, height });
    await lab.open();
    await fromMenu(page);
    for (let at = 0; at < 6; at += 1) {
      await expect(card(page, at)).toBeFocused();
      await arrived(page);
      const box = await card(page, at).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? Number.NaN) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      expect((box?.y ?? Number.NaN) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
      await expect(page.locator(SHOWN[at] ?? "").first()).toBeInViewport();
      expect(await violations(page), `step ${at + 1}`).toEqual([]);
      await page.locator("#tour-next").click();
    }
  });
}
