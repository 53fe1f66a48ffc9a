// Sleep: a dream is told of, many are dreamt up to a dose, ruin ruins, waking undoes it all.
import { expect, test } from "./support/test";
import { digit, energy } from "./support/theory";

const memories = [digit(0), digit(3), digit(7)];

test("one dream: where it began, where it ended, what it was; the couplings lose a hundredth of it", async ({
  lab,
  page,
}) => {
  await lab.open();
  await lab.lens("Sleep");
  await expect(page.locator("#slept")).toHaveText("It is awake. 3 of 3 memories hold.");
  await expect(page.getByRole("button", { name: "Wake" })).toBeDisabled();
  const cells = await lab.cells();
  await page.getByRole("button", { name: "Dream once" }).click();
  await expect(page.locator("#dreamt")).toContainText(/The last dream: .*(zero|three|seven|nobody stored)/);
  const [start, end] = [
    await lab.painted(page.locator("#dream-start")),
    await lab.painted(page.locator("#dream-end")),
  ];
  expect(start).not.toEqual(end);
  expect(await lab.cells()).toEqual(cells);
  // E = -1/2 s W s, and W lost the attractor a's a a / 100 off the diagonal.
  const overlap = end.reduce((sum, a, i) => sum + a * (cells[i] ?? 0), 0);
  const expected = energy(memories, cells) + (overlap ** 2 - 64) / 2 / 100;
  expect((await lab.shown()).energy).toBeCloseTo(expected, 1);
  await page.getByRole("button", { name: "Wake" }).click();
  expect((await lab.shown()).energy).toBe(energy(memories, cells));
  await expect(page.locator("#slept")).toContainText("It is awake.");
});

test("the dial: best and ruin are marked, and ruin ruins", async ({ lab, page }) => {
  await lab.open();
  await lab.lens("Sleep");
  await expect(page.locator(".mark")).toHaveText(["best: 150", "ruin: 300"]);
  await page.getByRole("button", { name: "Sleep to 150 dreams" }).click();
  const slept = page.locator("#slept");
  await expect(slept).toHaveText("Awake, 3 of 3 memories held; after 150 dreams 3 do.");
  await page.getByLabel("Sleep until").focus();
  await page.keyboard.press("End");
  await page.getByRole("button", { name: "Sleep to 375 dreams" }).click();
  await expect(slept).toContainText("after 375 dreams", { timeout: 15_000 });
  await expect(slept).toContainText(/after 375 dreams\s+[012] do/);
  await page.getByRole("button", { name: "Wake" }).click();
  await expect(lab.memories.locator(".broken")).toHaveCount(0);
});

test("sleep can be stopped, and mends what does not hold", async ({ lab, page }) => {
  await lab.open();
  await lab.storeExamples("four"); // no four of the ten digits hold
  await lab.lens("Sleep");
  await expect(page.locator("#slept")).not.toContainText("4 of 4");
  // Two frames later, from within: a night takes a second, and a busy machine may be late with a click from outside.
  await page.getByRole("button", { name: "Sleep to 200 dreams" }).evaluate(async (sleep: HTMLElement) => {
    const root = sleep.getRootNode() as ShadowRoot;
    sleep.click();
    for (let i = 0; i < 2; i += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
    const stop = root.querySelector<HTMLElement>("#sleep");
    if (stop?.textContent === "Stop") stop.click();
  });
  const words = page.locator("#slept");
  const dreams = Number(/after (\d+) dream/.exec((await words.textContent()) ?? "")?.[1]);
  expect(dreams).toBeGreaterThan(0);
  expect(dreams).toBeLessThan(200);
  await page.getByRole("button", { name: "Sleep to 200 dreams" }).click();
  await expect(words).toHaveText(/Awake, [0-3] of 4 memories held; after 200 dreams\s+4 do\./);
});

test("a daydream learns a memory again", async ({ lab, page }) => {
  await lab.open();
  await lab.lens("Sleep");
  await page.getByRole("button", { name: "Daydream" }).click();
  await expect(page.locator("#dreamt")).toContainText(/Then it learnt (zero|three|seven) again\./);
  await expect(page.locator("#slept")).toContainText("0 dreams, 1 daydream");
});

test("rules without couplings cannot sleep, and choosing one wakes", async ({ lab, page }) => {
  await lab.open();
  await lab.lens("Sleep");
  await page.getByRole("button", { name: "Dream once" }).click();
  await lab.rule("Dense memories");
  await expect(lab.verdict).toContainText("For this it had to wake");
  await expect(page.locator("#no-sleep")).toContainText("makes no couplings");
  await lab.rule("Hebb");
  await expect(page.locator("#slept")).toContainText("It is awake.");
});

test("with nothing stored there is nothing to dream of", async ({ lab, page }) => {
  await lab.open();
  for (let i = 0; i < 3; i += 1) await lab.forgetFirst();
  await lab.lens("Sleep");
  await expect(page.locator("#no-sleep")).toContainText("nothing to dream of");
  for (const lens of ["Why", "Overlaps", "Weights", "Energy"]) await lab.lens(lens);
});
