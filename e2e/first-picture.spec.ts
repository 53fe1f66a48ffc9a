// The first ten seconds: a broken seven, one press, one sentence, and then peace.
import { expect, test } from "./support/test";
import { differences, digit } from "./support/theory";

test("one press on Recall heals the seven, and then nothing moves", async ({ lab, page }) => {
  await page.addInitScript(() => {
    const wanted = { frames: 0 };
    const request = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => {
      wanted.frames += 1;
      return request(callback);
    };
    for (const name of ["setInterval", "setTimeout"] as const) {
      const start = window[name].bind(window) as (...args: unknown[]) => number;
      Object.assign(window, {
        [name]: (...args: unknown[]) => {
          wanted.frames += 1;
          return start(...args);
        },
      });
    }
    Object.assign(window, { wanted });
  });
  const wanted = () =>
    page.evaluate(() => (window as unknown as { wanted: { frames: number } }).wanted.frames);

  await lab.open();
  await expect(lab.memories.locator("b")).toHaveText(["zero", "three", "seven"]);
  for (const [i, value] of [0, 3, 7].entries())
    expect(await lab.painted(lab.memories.nth(i).locator("canvas"))).toEqual(digit(value));
  expect(differences(await lab.cells(), digit(7))).toBe(12);
  await expect(lab.verdict).toHaveText(
    "This is seven with 12 of its 64 cells flipped. Dotted cells want to flip: press Recall and see whether it heals.",
  );
  const built = await wanted(); // its sections go up one after the other
  await page.waitForTimeout(500);
  expect(await wanted(), "frames and timers wanted before anybody pressed anything").toBe(built);

  const start = Date.now();
  await lab.recall.click();
  await expect(lab.recall).toHaveText("Pause");
  await expect(lab.verdict).toContainText("answers so far");
  await expect(lab.verdict).toHaveText("Settled after 249 updates, 12 flips: seven, exactly.", {
    timeout: 15_000,
  });
  expect(Date.now() - start, "milliseconds from the press to the sentence").toBeLessThan(10_000);
  expect(await lab.cells()).toEqual(digit(7));
  expect(await wanted(), "the run is drawn frame by frame").toBeGreaterThan(50);

  // The last flip fades, then nothing is wanted any more: neither frames nor timers nor animations.
  let before = -1;
  await expect
    .poll(
      async () => {
        const settled = before === (await wanted());
        before = await wanted();
        return settled;
      },
      { intervals: [500] },
    )
    .toBe(true);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await page.waitForTimeout(1000); // that nothing happens shows only after a while
  expect(await wanted()).toBe(before);
  expect(await lab.painted(lab.pad)).toEqual(digit(7));
});
