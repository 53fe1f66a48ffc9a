// The main job with a finger, through the browser's own touch input: strokes draw, everything else scrolls.
import type { CDPSession, Page } from "@playwright/test";
import { smile } from "./support/drawings";
import { SIDE, strokes } from "./support/lab";
import { expect, test } from "./support/test";
import { differences } from "./support/theory";

interface Point {
  x: number;
  y: number;
}

/** A finger on the glass. */
class Finger {
  private constructor(private readonly devtools: CDPSession) {}

  static async of(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  async drag(from: Point, to: Point, steps = 8): Promise<void> {
    await this.devtools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [from] });
    for (let i = 1; i <= steps; i += 1) {
      const [x, y] = [from.x + ((to.x - from.x) * i) / steps, from.y + ((to.y - from.y) * i) / steps];
      await this.devtools.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x, y }] });
    }
    await this.devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }

  async tap(point: Point): Promise<void> {
    await this.drag(point, point, 0);
  }
}

const scrolled = (page: Page): Promise<number> => page.evaluate(() => window.scrollY);

test("draw, store, break, watch it heal", async ({ lab, page }) => {
  await lab.open();
  const finger = await Finger.of(page);
  await page.getByRole("button", { name: "More ways to change the picture" }).tap();
  await page.getByRole("button", { name: "Clear" }).tap();
  await page.getByRole("heading", { name: "hopfield-net" }).tap(); // beside the panel: it closes
  await expect(page.locator("#more")).toBeHidden();

  for (const { from, to } of strokes(smile)) {
    if (from === to) await finger.tap(await lab.at(from));
    else await finger.drag(await lab.at(from), await lab.at(to));
  }
  expect(await lab.cells()).toEqual(smile);

  await lab.store.tap();
  await expect(lab.memories).toHaveCount(4);
  await expect(lab.verdict).toHaveText("Stored as memory 4.");
  await expect(lab.store).toBeInViewport();

  await page.getByRole("button", { name: "Corrupt", exact: true }).tap();
  expect(differences(await lab.cells(), smile)).toBe(12);
  await lab.recall.tap();
  await expect(lab.verdict).toHaveText("Settled after 141 updates, 12 flips: memory 4, exactly.", {
    timeout: 15_000,
  });
  expect(await lab.cells()).toEqual(smile);
});

test("a stroke draws and does not scroll the page; a finger beside the pad scrolls it", async ({
  lab,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 600 });
  await lab.open();
  const finger = await Finger.of(page);
  await lab.tool("Clear");
  await page.evaluate(() => window.scrollTo(0, 0));

  await finger.drag(await lab.at(4 * SIDE + 2), await lab.at(2)); // upwards, as if to scroll down
  expect(await scrolled(page)).toBe(0);
  expect((await lab.cells()).flatMap((cell, i) => (cell === 1 ? [i] : []))).toEqual([2, 10, 18, 26, 34]);

  const shelf = await lab.verdict.boundingBox();
  const below = { x: (shelf?.x ?? 0) + 40, y: (shelf?.y ?? 0) + 10 };
  await finger.drag(below, { x: below.x, y: below.y - 150 });
  await expect.poll(() => scrolled(page)).toBeGreaterThan(50);
});

test("a finger that passes up the curve scrolls the page and leaves the run alone; sideways it travels", async ({
  lab,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 600 });
  await lab.open();
  const finger = await Finger.of(page);
  await lab.recallToTheEnd();
  await lab.curve.scrollIntoViewIfNeeded();
  const box = await lab.curve.boundingBox();
  if (!box) throw new Error("The curve is not on the screen.");
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };

  const before = await scrolled(page);
  await finger.drag(middle, { x: middle.x, y: middle.y + 150 });
  await expect.poll(async () => before - (await scrolled(page))).toBeGreaterThan(50);
  expect((await lab.shown()).time).toBe(249);

  await lab.curve.scrollIntoViewIfNeeded();
  const now = await lab.curve.boundingBox();
  if (!now) throw new Error("The curve is not on the screen.");
  const y = now.y + now.height / 2;
  await finger.drag({ x: now.x + now.width * 0.7, y }, { x: now.x + now.width * 0.4, y });
  const { time } = await lab.shown();
  expect(time).toBeGreaterThan(20);
  expect(time).toBeLessThan(200);

  await finger.tap({ x: now.x + now.width * 0.6, y });
  expect((await lab.shown()).time).toBeGreaterThan(time);
});
