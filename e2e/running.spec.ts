// One neuron at a time, back, again, in another order, and while other things happen.
import { expect, test } from "./support/test";
import { differences, digit, restless } from "./support/theory";

const memories = [digit(0), digit(3), digit(7)];

test("a step shows the neuron asked, also when it stays", async ({ lab }) => {
  await lab.open();
  let stayed = 0;
  for (let i = 0; i < 12; i += 1) {
    const before = await lab.cells();
    await lab.step.click();
    const { told, cells } = await lab.shown();
    const [, row, column, did] = /row (\d), column (\d) heard [+−]?\d+: (stayed|flipped)/.exec(told) ?? [];
    const cell = (Number(row) - 1) * 8 + Number(column) - 1;
    expect(await lab.ringed()).toEqual([cell]);
    expect(differences(before, cells)).toBe(did === "flipped" ? 1 : 0);
    if (did === "stayed") stayed += 1;
  }
  expect(stayed).toBeGreaterThan(0);
  expect(stayed).toBeLessThan(12);
});

test("back goes one update back, and forward the same one comes again", async ({ lab }) => {
  await lab.open();
  await expect(lab.back).toBeDisabled();
  for (let i = 0; i < 5; i += 1) await lab.step.click();
  const five = await lab.shown();
  await lab.step.click();
  const six = await lab.shown();
  await lab.back.click();
  expect(await lab.shown()).toEqual({ ...five, end: 6 });
  await lab.step.click();
  expect(await lab.shown()).toEqual(six);
});

test("reset goes back to the same start and the same order", async ({ lab }) => {
  await lab.open();
  await expect(lab.reset).toBeDisabled();
  const start = await lab.shown();
  await lab.recallToTheEnd();
  const first = await lab.shown();
  expect(first.verdict).toBe("Settled after 249 updates, 12 flips: seven, exactly.");
  await lab.reset.click();
  expect(await lab.shown()).toEqual(start);
  await lab.recallToTheEnd();
  expect(await lab.shown()).toEqual(first);
});

test("a new order starts from the same picture with another seed", async ({ lab, page }) => {
  await lab.open();
  const start = await lab.cells();
  await lab.step.click();
  const first = await lab.shown();
  await lab.newSeed();
  await expect(page.getByLabel("Seed")).not.toHaveValue("317");
  expect(await lab.cells()).toEqual(start);

  const seed = Number(await page.getByLabel("Seed").inputValue());
  await lab.recallToTheEnd();
  const run = await lab.shown();
  await lab.setSeed(317);
  expect(await lab.cells()).toEqual(start);
  await lab.step.click();
  expect(await lab.shown()).toEqual(first);
  await lab.setSeed(seed); // the seed on the screen tells the whole run
  expect(await lab.cells()).toEqual(start);
  await lab.recallToTheEnd();
  expect(await lab.shown()).toEqual(run);
});

test("the sentence keeps the moment of rest when one steps on, and when one travels about", async ({
  lab,
}) => {
  await lab.open();
  await lab.recallToTheEnd();
  const sentence = "Settled after 249 updates, 12 flips: seven, exactly.";
  await lab.step.click();
  await lab.step.click();
  expect(await lab.shown()).toMatchObject({ time: 251, verdict: sentence });
  await lab.back.click();
  expect(await lab.shown()).toMatchObject({ time: 250, verdict: sentence });
  await lab.back.click();
  await lab.back.click();
  expect(await lab.shown()).toMatchObject({
    time: 248,
    verdict: "248 answers so far, 11 of them flips. 1 dotted cell wants to flip now. Press Recall to go on.",
  });
});

test("stepping on a memory says that it is at rest", async ({ lab, page }) => {
  await lab.open();
  await page.locator("#load-2").click();
  const sentence = "The pad is at rest: seven, exactly.";
  await expect(lab.verdict).toHaveText(sentence);
  await lab.step.click();
  await expect(lab.verdict).toHaveText(sentence);
  await lab.recall.click();
  await expect(lab.recall).toHaveText("Recall");
  await expect(lab.verdict).toHaveText(sentence);
});

for (const [order, sweep] of [
  ["Cyclic", (asked: number[]) => asked.every((cell, i) => cell === i)],
  [
    "Shuffled",
    (asked: number[]) => new Set(asked).size === asked.length && asked.some((cell, i) => cell !== i),
  ],
] as const) {
  test(`in ${order.toLowerCase()} order every sweep asks each neuron once`, async ({ lab, page }) => {
    await lab.open();
    await lab.order(order);
    await expect(page.getByRole("button", { name: /^Order/ })).toHaveText(order);
    const moments = await lab.stepThrough();
    const asked = moments.slice(1).map(({ told }) => {
      const [, row, column] = /row (\d), column (\d)/.exec(told) ?? [];
      return (Number(row) - 1) * 8 + Number(column) - 1;
    });
    expect(asked.length).toBeGreaterThan(40);
    expect(sweep(asked.slice(0, 64))).toBe(true);

    // Run without looking, it goes the same way; it goes on for a whole quiet sweep, to be sure.
    const settled = moments.at(-1);
    await lab.reset.click();
    await lab.recallToTheEnd();
    expect(await lab.shown()).toMatchObject({ cells: settled?.cells, verdict: settled?.verdict });
  });
}

test("one can draw while it runs", async ({ lab }) => {
  await lab.open();
  await lab.recall.click();
  await expect.poll(async () => (await lab.shown()).time).toBeGreaterThan(5);
  const before = await lab.cells();
  await lab.stroke(56, 59);
  await expect(lab.verdict).toHaveText(/^It runs on from your change: \d+ answers? so far, /);
  await expect(lab.recall).toHaveText("Pause");
  expect(before.slice(56, 60)).not.toEqual([1, 1, 1, 1]);
  await expect(lab.recall).toHaveText("Recall", { timeout: 20_000 });
  await expect(lab.verdict).toContainText("Settled after");
  expect(restless(memories, await lab.cells())).toEqual([]);
  await lab.press(0);
  await lab.recall.click();
  await expect(lab.verdict, "what was changed before it ran is no news").toHaveText(/^\d+ answers? so far, /);
});

test("pause stops it, Recall goes on from there", async ({ lab }) => {
  await lab.open();
  await lab.recall.click();
  await expect.poll(async () => (await lab.shown()).time).toBeGreaterThan(3);
  await lab.recall.click();
  await expect(lab.recall).toHaveText("Recall");
  const paused = await lab.shown();
  expect(paused.time).toBeLessThan(249);
  expect(paused.verdict).toMatch(/want to flip now\. Press Recall to go on\.$/);
  await lab.recallToTheEnd();
  await expect(lab.verdict).toHaveText("Settled after 249 updates, 12 flips: seven, exactly.");
});

test("at one update a second it takes its time", async ({ lab }) => {
  await lab.open();
  await lab.speed("1/s");
  const start = Date.now();
  await lab.recall.click();
  await expect.poll(async () => (await lab.shown()).time).toBeGreaterThanOrEqual(3);
  expect(Date.now() - start).toBeGreaterThan(1900); // the first is asked at once
  await lab.recall.click();
});

test("a hidden tab pauses", async ({ lab, page }) => {
  await lab.open();
  await lab.recall.click();
  await expect.poll(async () => (await lab.shown()).time).toBeGreaterThan(3);
  await page.evaluate(() => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect(lab.recall).toHaveText("Recall");
  const { time } = await lab.shown();
  expect(time).toBeLessThan(249);
});
