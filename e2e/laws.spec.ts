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
    await expect(panel.locator(".choice .formula")).not.toBeEmpty();
    await expect(panel.locator(".choice .about")).toContainText(/(19|20)\d\d/);
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
  await expect(lab.verdict).toContainText("At temperature 0.5 it keeps moving");
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

test("the bias is one switch, and energies follow it", async ({ lab }) => {
  await lab.open();
  const cells = await lab.cells();
  await lab.bias(true);
  expect((await lab.shown()).energy).toBe(energy(memories, cells, true));
  await lab.bias(false);
  expect((await lab.shown()).energy).toBe(energy(memories, cells));
});

test("order, temperature, seed and grid: a sentence in sight, formula and source one click away", async ({
  lab,
  page,
}) => {
  await lab.open();
  for (const part of ["#order", "#size"]) {
    await page.locator(part).click();
    const panel = page.locator(`${part}-panel`);
    await expect(panel.locator(".formula")).not.toBeEmpty();
    await expect(panel).toContainText(/19\d\d/);
    await page.keyboard.press("Escape");
  }
  for (const order of ["Shuffled", "Cyclic", "Synchronous"]) {
    await lab.order(order);
    await page.locator("#order").click();
    await expect(page.locator("#order-panel .choice .about")).toContainText(/, 19\d\d/);
    await page.keyboard.press("Escape");
  }
  for (const [name, formula] of [
    ["Temperature", "P(si = +1) = 1 / (1 + exp(−2 hi / T))"],
    ["Seed", "SplitMix64"],
  ] as const) {
    await page.getByRole("button", { name, exact: true }).click();
    await expect(page.getByRole("note")).toContainText(formula);
    await expect(page.getByRole("note").locator(".source")).toContainText(/19|20/);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("note")).toHaveCount(0);
  }
});

test("a seed that is none is refused in words, and the run keeps its own", async ({ lab, page }) => {
  await lab.open();
  const seed = page.getByLabel("Seed");
  const said = page.locator("#seed-said");
  await lab.recallToTheEnd();
  const before = await lab.shown();
  for (const nonsense of ["abc", "-5", "1.5", "18446744073709551616", ""]) {
    await seed.fill(nonsense);
    await seed.press("Enter");
    await seed.press("Tab");
    await expect(said).toHaveText("A seed is a whole number from 0 to 2⁶⁴ − 1. It is still 317.");
    await expect(seed).toHaveAttribute("aria-invalid", "true");
    await expect(seed).toHaveValue(nonsense);
  }
  expect(await lab.shown()).toEqual(before);
  await lab.setSeed(5);
  await expect(seed).toHaveAttribute("aria-invalid", "false");
  await expect(said).toHaveText("Same start and same seed: the same run.");
  // As long as a link may bring it.
  await seed.fill("");
  await seed.pressSequentially("18446744073709551615");
  await seed.press("Tab");
  await expect(page).toHaveURL(/seed=18446744073709551615/);
  await lab.order("Cyclic");
  await expect(said).toHaveText("This order leaves nothing to chance.");
});

test("annealing cools by one factor each sweep and ends at rest; the speed is then what it was", async ({
  lab,
  page,
}) => {
  test.slow(); // one watches it for 12 seconds
  await lab.open();
  await page.getByRole("button", { name: "Anneal" }).click();
  await expect(page.locator("#heat")).toContainText("it cools a little each sweep");
  await expect(page.getByLabel("speed")).toHaveValue("534"); // 100 sweeps of 64 updates in 12 s
  await expect(lab.recall).toHaveText("Pause");
  await expect(lab.recall).toHaveText("Recall", { timeout: 40_000 });
  await expect(lab.verdict).toContainText("Settled after");
  await expect(page.getByRole("button", { name: "Anneal" })).toBeVisible();
  await expect(page.getByLabel("speed")).toHaveValue("64");
  expect((await lab.shown()).time).toBeGreaterThanOrEqual(6400);

  const temperature = page.getByLabel("Temperature");
  const shownTemperature = async (): Promise<number> =>
    Number(await temperature.getAttribute("aria-valuetext"));
  await expect(temperature).toHaveValue("0");
  await lab.curve.focus();
  await page.keyboard.press("Home");
  // A frame has up to 17 updates, so each step comes at most so much late.
  for (let press = 1; press <= 30; press += 1) {
    await page.keyboard.press("PageUp");
    const { time } = await lab.shown();
    expect(time).toBe(10 * press);
    const sweep = Math.floor((time - 1) / 64);
    const late = Math.floor((time - 60) / 64);
    const exact = [sweep, late].map((sweeps) => Math.round(100 * 0.05 ** (sweeps / 99)) / 100);
    expect(exact).toContain(await shownTemperature());
  }
});

test("annealing ends where one pauses, turns the temperature or takes another cue", async ({ lab, page }) => {
  await lab.open();
  const anneal = page.locator("#anneal");
  const stops = {
    pause: () => lab.recall.click(),
    stop: () => anneal.click(),
    temperature: () => lab.temperature(0.5),
    cue: () => page.locator("#load-0").click(),
    travel: () => lab.curve.press("ArrowLeft"),
  };
  for (const [what, stop] of Object.entries(stops)) {
    await anneal.click();
    await expect(anneal, what).toHaveText("Stop");
    await stop();
    await expect(anneal, what).toHaveText("Anneal");
    await expect(lab.recall).toHaveText("Run");
    await expect(page.getByLabel("speed")).toHaveValue("64");
    const { time } = await lab.shown();
    await page.waitForTimeout(100);
    expect((await lab.shown()).time, what).toBe(time);
  }
  await lab.temperature(0.5);
  await expect(anneal).toHaveAttribute("title", "Cool to 0 in 100 sweeps");
});

test("what a rule can be turned by is in sight as soon as the rule is chosen", async ({ lab, page }) => {
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await lab.open();
    await page.getByRole("button", { name: /^Rule/ }).click();
    for (const name of ["Dreaming kernel", "Dense memories", "Exponential"]) {
      const radio = page.getByRole("radio", { name, exact: true });
      await radio.focus();
      await page.keyboard.press("Space");
      await expect(radio).toBeChecked();
      const last = page.locator("#parameter").or(page.locator("#rule-panel .choice .about p").last()).first();
      const [shown, foot] = [await last.boundingBox(), await page.locator(".bias").boundingBox()];
      expect((shown?.y ?? Number.NaN) + (shown?.height ?? 0), `${name} at ${width} px`).toBeLessThanOrEqual(
        foot?.y ?? 0,
      );
    }
  }
});
