// Clocks that jump in the middle of a run: it goes on as fast as before, words follow, and nothing waits until the clock has caught up.
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

const DAY = 86_400_000;

/** What the page's clocks do wrong. */
interface Clock {
  /** By how much they are off, ms. */
  jump: number;
  /** By how much they go back at every look, ms. */
  drift: number;
  /** Frames asked for. */
  frames: number;
}

const clock = (page: Page, change: Partial<Clock>): Promise<Clock> =>
  page.evaluate((change) => Object.assign((window as unknown as { clock: Clock }).clock, change), change);

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const clock = { jump: 0, drift: 0, frames: 0 };
    Object.assign(window, { clock });
    const now = performance.now.bind(performance);
    performance.now = () => {
      clock.jump -= clock.drift;
      return now() + clock.jump;
    };
    const { requestAnimationFrame } = window;
    window.requestAnimationFrame = (act) => {
      clock.frames += 1;
      return requestAnimationFrame((time) => act(time + clock.jump));
    };
  });
});

for (const [how, jump] of [
  ["back", -DAY],
  ["forward", DAY],
] as const)
  test(`a day ${how}: it goes on as fast as before, and rests at its end`, async ({ lab, page }) => {
    await lab.open();
    await lab.recall.click();
    await expect.poll(async () => (await lab.shown()).time).toBeGreaterThan(5);
    await clock(page, { jump });
    const { time } = await lab.shown();
    await page.waitForTimeout(500);
    const later = (await lab.shown()).time;
    expect(later).toBeGreaterThan(time + 10); // 32 at 64 a second
    expect(later).toBeLessThan(time + 120);
    await lab.recallToTheEnd();
    await expect(lab.verdict).toContainText("seven, exactly.");
    // Nothing goes on pulsing until the clock has caught up.
    await expect
      .poll(async () => {
        const { frames } = await clock(page, {});
        await page.waitForTimeout(300);
        return (await clock(page, {})).frames - frames;
      })
      .toBe(0);
  });

test.describe("a run that never rests", () => {
  const WARM = "./#v=1&m=digit:0,digit:3,digit:7&cue=digit:7&t=1";

  test("a day back at a speed at which words follow now and then: they still do", async ({ lab, page }) => {
    await page.goto(WARM);
    await lab.speed("256/s");
    await lab.recall.click();
    await expect.poll(async () => (await lab.shown()).time).toBeGreaterThan(20);
    await clock(page, { jump: -DAY });
    const { counts } = await lab.shown();
    await expect.poll(async () => (await lab.shown()).counts).not.toBe(counts);
    await page.getByRole("button", { name: "Pause" }).click();
  });

  test("a second back at every look, at full speed: a frame has its end", async ({ lab, page }) => {
    await page.goto(WARM);
    await lab.speed("max");
    await clock(page, { drift: 1000 });
    await lab.recall.click();
    await expect.poll(async () => (await lab.shown()).time).toBeGreaterThan(0);
    await page.waitForTimeout(300);
    await page.getByRole("button", { name: "Pause" }).click();
    // 64 updates between two looks at the clock, and some hundred frames at the most; without an end a million each.
    expect((await lab.shown()).time).toBeLessThan(64 * 200);
  });
});
