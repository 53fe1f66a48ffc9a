// Rule, order, temperature and bias: what they say and what they do.
import { expect, test } from "./support/test";
import { denseEnergy, digit, energy, negative, overlap } from "./support/theory";

const memories = [digit(0), digit(3), digit(7)];

test("every rule has a sentence, a formula and a source; memories and cue stay", async ({ lab, page }) => {
  await lab.open();
  const cells = await lab.cells();
  await page.getByRole("button", { name: /^Rule/ }).click();
  const panel = page.locator("#rule-panel");
  await expect(panel.getByRole("radio", { name: "Hebb", exact: true })).toBeFocused();
  const sentences = new Set<string>();
  for (let i = 0; i < 8; i += 1) {
    const radio = panel.getByRole("radio", { checked: true });
    const name = await radio.evaluate((input) => input.nextElementSibling?.textContent ?? "");
    await expect(page.locator("#rule")).toContainText(name);
    await expect(panel.locator(".formula")).not.toBeEmpty();
    await expect(panel.locator(".about")).toContainText(/(19|20)\d\d/);
    sentences.add(await page.locator("rule-picker .line + p").innerText());
    expect(await lab.cells()).toEqual(cells);
    await expect(lab.memories).toHaveCount(3);
    await expect(lab.verdict).toContainText(i === 0 ? "This is seven" : "3 memories hold");
    await page.keyboard.press("ArrowDown");
  }
  expect(sentences.size).toBe(8);
  await expect(panel.getByRole("radio", { name: "Hebb", exact: true })).toBeChecked(); // once round
  await page.keyboard.press("Escape");
  await expect(page.locator("#rule")).toBeFocused();
  expect((await lab.shown()).energy).toBe(energy(memories, cells));
});

test("a rule's parameter is its own: dense memories with n = 2 and 4", async ({ lab, page }) => {
  await lab.open();
  const cells = await lab.cells();
  for (const n of [3, 2, 4]) {
    if (n === 3) await lab.rule("Dense memories");
    else {
      await page.getByRole("button", { name: /^Rule/ }).click();
      await page.getByLabel(/how steep/).fill(String(n));
      await page.keyboard.press("Escape");
    }
    await expect(page.locator("#rule")).toHaveText(`Dense memories, n = ${n}`);
    expect((await lab.shown()).energy).toBe(denseEnergy(memories, cells, n));
  }
});

test("ten digits are too many for Hebb, and none too many for the projection", async ({ lab, page }) => {
  await lab.open();
  await lab.storeExamples("one", "two", "four", "five", "six", "eight", "nine");
  await expect(lab.memories).toHaveCount(10);
  await lab.rule("Projection");
  await expect(lab.verdict).toHaveText("By this rule 10 of 10 memories hold.");
  await lab.rule("Hebb");
  await expect(lab.verdict).toHaveText("By this rule 0 of 10 memories hold.");
  await expect(page.locator("#memories .broken")).toHaveCount(10);
});

test("a rule without an energy says why instead of a curve, and time is still there to travel", async ({
  lab,
  page,
}) => {
  await lab.open();
  await lab.rule("Perceptron");
  await expect(lab.energy).toHaveText("none");
  await expect(page.locator("#no-energy")).toContainText("has no energy");
  await lab.recallToTheEnd();
  await expect(lab.verdict).toContainText("seven, exactly.");
  const { time } = await lab.shown();
  await lab.curve.focus();
  await page.keyboard.press("ArrowLeft");
  expect((await lab.shown()).time).toBe(time - 1);
  await lab.rule("Hebb");
  await expect(page.locator("#no-energy")).toHaveCount(0);
});

test("above temperature 0 it never settles, says so, and Recall becomes Run and Pause", async ({
  lab,
  page,
}) => {
  await lab.open();
  await lab.temperature(0.5);
  await expect(lab.recall).toHaveText("Run");
  await lab.speed("max");
  await lab.recall.click();
  await expect.poll(async () => (await lab.shown()).time).toBeGreaterThan(3000);
  await expect(lab.recall).toHaveText("Pause");
  await lab.recall.click();
  await expect(lab.recall).toHaveText("Run");
  await expect(lab.verdict).toContainText("At temperature 0.5 it never settles");
  const nearest = Math.min(
    ...memories.map((memory, i) => (64 - overlap(memory, digit(7))) / 2 + (i === 2 ? 0 : 1)),
  );
  expect(nearest).toBe(0);
  // Cooled while it runs, it comes to rest.
  await lab.recall.click();
  await lab.temperature(0);
  await expect(lab.recall).toHaveText("Recall", { timeout: 15_000 });
  await expect(lab.verdict).toContainText("Settled after");
  await expect(page.getByLabel("Temperature")).toHaveValue("0");
});

test("travelling brings back the temperature of each moment; a new order begins at the cue", async ({
  lab,
  page,
}) => {
  await lab.open();
  const temperature = page.getByLabel("Temperature");
  for (let i = 0; i < 5; i += 1) await lab.step.click();
  await lab.temperature(0.3);
  for (let i = 0; i < 5; i += 1) await lab.step.click();
  await lab.curve.focus();
  await page.keyboard.press("Home");
  await expect(temperature).toHaveValue("0");
  await expect(lab.recall).toHaveText("Recall");
  await page.keyboard.press("End");
  await expect(temperature).toHaveValue("0.3");
  await expect(lab.recall).toHaveText("Run");

  await lab.order("Cyclic");
  expect((await lab.shown()).time).toBe(0);
  for (let i = 0; i < 5; i += 1) await lab.step.click();
  await lab.reset.click();
  await expect(page.getByRole("button", { name: /^Order/ })).toHaveText("Cyclic");
});

test("synchronous updates can swing for ever, and the page says so", async ({ lab, page }) => {
  await lab.open();
  for (let i = 0; i < 2; i += 1) await lab.forgetFirst(); // seven alone
  await page.locator("#load-0").click();
  await lab.corrupt(32); // as like the memory as its negative
  const start = await lab.cells();
  await lab.order("Synchronous");
  await lab.recallToTheEnd();
  await expect(lab.verdict).toHaveText(
    "It swings between two pictures for ever: all answer at once, and so undo each other’s answers.",
  );
  await expect(page.locator("#spoken")).toContainText("swings");
  const end = await lab.cells();
  expect([start, negative(start)]).toContainEqual(end);
});

test("a synchronous sweep under way is not yet at rest", async ({ lab }) => {
  await lab.open();
  await lab.order("Synchronous");
  for (let sweep = 0; sweep < 6; sweep += 1) {
    for (let i = 0; i < 63; i += 1) {
      await lab.step.click();
    }
    await expect(lab.verdict).not.toContainText("Settled");
    await lab.step.click();
    if (((await lab.verdict.textContent()) ?? "").startsWith("Settled")) break;
  }
  await expect(lab.verdict).toContainText("Settled");
});

test("the bias is one switch, and energies follow it", async ({ lab, page }) => {
  await lab.open();
  const cells = await lab.cells();
  await page.getByRole("checkbox", { name: "Bias" }).check();
  expect((await lab.shown()).energy).toBe(energy(memories, cells, true));
  await page.getByRole("checkbox", { name: "Bias" }).uncheck();
  expect((await lab.shown()).energy).toBe(energy(memories, cells));
});
