// Compare: two runs in step, each the run that the lab itself makes under that rule, in that order, at that temperature.
import type { Page } from "@playwright/test";
import { violations } from "./support/axe";
import { expect, test } from "./support/test";

interface Side {
  told: string;
  energy: string;
}

/** What both sides say, at the start and after each update, until both have ended. */
const stepBoth = (page: Page): Promise<Side[][]> =>
  page.evaluate(async () => {
    const lenses = document.querySelector("hopfield-lab")?.shadowRoot?.querySelector("lens-panel");
    const panel = lenses?.shadowRoot?.querySelector("compare-panel")?.shadowRoot;
    const one = panel?.querySelector<HTMLElement>("#duet-one");
    const look = (id: string): Side => {
      const side = panel?.querySelector(`#${id}`)?.shadowRoot;
      return {
        told: (side?.querySelector("#duet-told")?.textContent ?? "").replace(/\s+/g, " ").trim(),
        energy:
          /now (.*)\.$/.exec(side?.querySelector("#duet-curve")?.getAttribute("aria-label") ?? "")?.[1] ??
          "none",
      };
    };
    const seen = [[look("left"), look("right")]];
    while (seen.length < 2000 && one?.getAttribute("aria-disabled") === "false") {
      one.click();
      await new Promise((drawn) => setTimeout(drawn));
      seen.push([look("left"), look("right")]);
    }
    return seen;
  });

const shownEnergy = (energy: number): string => String(energy).replace("-", "−");

for (const [other, choose] of [
  ["Projection", "rule"],
  ["Storkey", "rule"],
  ["Cyclic order", "order"],
] as const) {
  test(`update by update, left is the lab's run and right is the lab's run with: ${other}`, async ({
    lab,
    page,
  }) => {
    test.slow(); // some 600 updates, each looked at
    await lab.open();
    await lab.storeExamples("four"); // no four of the ten digits hold under Hebb
    await lab.corrupt(9);
    await lab.setSeed(5);
    const panel = await lab.lens("Compare");
    await panel.locator("#other").selectOption(other);
    const both = await stepBoth(page);
    const pads = [
      await lab.painted(panel.locator("#left #duet-pad")),
      await lab.painted(panel.locator("#right #duet-pad")),
    ];
    await lab.lens("Why"); // so that nothing here follows the lab
    for (const side of [0, 1]) {
      if (side === 1) await lab.reset.click(); // a rule is learnt with the picture that is on the pad
      if (side === 1 && choose === "rule") await lab.rule(other);
      if (side === 1 && choose === "order") await lab.order("Cyclic");
      const own = await lab.stepThrough();
      const seen = both.map((sides) => sides[side]);
      expect(seen.slice(0, own.length).map((now) => now?.energy)).toEqual(
        own.map(({ energy }) => shownEnergy(energy)),
      );
      // "after 52 updates, 7 flips" is said of every moment but the first and the last.
      expect(seen.slice(1, own.length - 1).map((now) => now?.told.split(":")[0])).toEqual(
        own.slice(1, -1).map(({ counts }) => counts.replace("after", "After")),
      );
      const [last, end] = [own.at(-1), seen.at(-1)];
      expect(end?.told).toBe(last?.verdict);
      expect(pads[side]).toEqual(last?.cells);
      // Who ends first waits, and says so as long as the other goes on.
      const waiting = seen.slice(own.length - 1, -1);
      expect(waiting.every((now) => now?.told.endsWith("It waits for the other."))).toBe(true);
    }
    const [left, right] = both.at(-1) ?? [];
    expect(left?.told).not.toBe(right?.told);
  });
}

test("the rule that heals what Hebb loses is told of", async ({ lab, page }) => {
  await lab.open();
  await lab.storeExamples("four", "eight");
  await lab.corrupt(9);
  await lab.setSeed(5);
  const panel = await lab.lens("Compare");
  await lab.speed("max");
  await expect(panel.locator("#difference")).toHaveText(
    "The same memories, the same start, the same seed: only the rule differs.",
  );
  await panel.getByRole("button", { name: "Play" }).click();
  await expect(panel.locator("#difference")).toHaveText(
    "Projection finds its way to a memory, Hebb does not. Projection: Every memory is heard in full, however alike they are.",
  );
  await expect(panel.locator("#left")).toContainText(/Settled after .* nobody stored/);
  await expect(panel.locator("#right")).toContainText(/Settled after .*, exactly\./);
  await expect(panel.getByRole("button", { name: "Play" })).toHaveAttribute("aria-disabled", "true");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

test("what differs stays true when the lab itself comes to be so", async ({ lab }) => {
  await lab.open();
  const panel = await lab.lens("Compare");
  const other = panel.locator("#other");
  for (const name of ["Storkey", "Perceptron", "Dense memories"]) {
    await other.selectOption(name);
    await lab.rule(name);
    await expect(other).toHaveValue("Hebb");
    await expect(panel.getByRole("heading", { name: "Hebb", exact: true })).toBeVisible();
    await lab.rule("Hebb");
    await expect(other).toHaveValue(name);
  }
});

test("two runs at rest from the start have nothing to play, and it says why", async ({ lab }) => {
  await lab.open();
  await lab.recallToTheEnd();
  const panel = await lab.lens("Compare");
  await lab.memories.first().getByRole("button").first().click();
  await expect(panel.locator("#difference")).toContainText("Both are at rest from the start");
  await expect(panel.getByRole("button", { name: "Play" })).toHaveAttribute("aria-disabled", "true");
});

test("by keyboard: play, pause, one update, back to the start; the lab's own run stays where it was", async ({
  lab,
  page,
}) => {
  await lab.open();
  const panel = await lab.lens("Compare");
  const told = panel.locator("#right #duet-told");
  const before = await lab.shown();
  await expect(told).toHaveText(/^After 0 updates, 0 flips: \d+ cells want to flip\.$/);
  await lab.speed("16/s");
  await panel.locator("#duet-play").focus();
  await page.keyboard.press("Space");
  await expect(panel.locator("#duet-play")).toHaveText("Pause");
  await expect(told).toContainText(/After [1-9]/);
  await page.keyboard.press("Space");
  await expect(panel.locator("#duet-play")).toHaveText("Play");
  const paused = Number(/After (\d+)/.exec((await told.textContent()) ?? "")?.[1]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(told).toContainText(`After ${paused + 1} update`);
  await expect(panel.locator("#left #duet-told")).toContainText(`After ${paused + 1} update`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(told).toContainText("After 0 updates");
  expect(await lab.shown()).toEqual(before);
});

test("it follows the lab while nothing runs here, and asks before it drops what did", async ({
  lab,
  page,
}) => {
  await lab.open();
  const panel = await lab.lens("Compare");
  const pad = panel.locator("#left #duet-pad");
  await lab.press(0);
  await expect.poll(() => lab.painted(pad)).toEqual(await lab.cells());
  await lab.rule("Projection");
  await expect(panel.locator("#left h3")).toHaveText("Projection, as in the lab");
  await expect(panel.locator("#right h3")).toHaveText("Hebb");
  await panel.locator("#duet-one").click();
  await lab.press(7);
  await expect(panel.locator("#left #duet-told")).toContainText("After 1 update");
  await panel.getByRole("button", { name: "Take over what is there now" }).click();
  await expect(panel.locator("#left #duet-told")).toContainText("After 0 updates");
  expect(await lab.painted(pad)).toEqual(await lab.cells());
  await expect(page.locator("#take-over")).toHaveCount(0);
  // A run of the lab does not change where it began.
  const start = await lab.cells();
  await lab.recallToTheEnd();
  expect(await lab.painted(pad)).toEqual(start);
});

test("what never rests is stopped, and a swing is named", async ({ lab }) => {
  await lab.open();
  for (let i = 0; i < 2; i += 1) await lab.forgetFirst();
  await lab.memories.first().locator("button").first().click(); // seven on the pad
  await lab.corrupt(32); // one memory, half of it flipped: all at once it swings
  const panel = await lab.lens("Compare");
  await lab.speed("max");
  await panel.locator("#other").selectOption("Synchronous order");
  await panel.getByRole("button", { name: "Play" }).click();
  await expect(panel.locator("#right #duet-told")).toHaveText("It swings between two pictures for ever.");
  await expect(panel.locator("#difference")).toContainText(
    "Random order comes to rest, Synchronous order does not.",
  );
  await panel.locator("#other").selectOption("Temperature 0.5");
  await panel.getByRole("button", { name: "Play" }).click();
  await expect(panel.locator("#right #duet-told")).toContainText(
    "Not at rest after 6400 updates, and stopped.",
  );
});

test("with nothing stored there is nothing to roll to, whatever the rule", async ({ lab }) => {
  await lab.open();
  for (let i = 0; i < 3; i += 1) await lab.forgetFirst();
  const panel = await lab.lens("Compare");
  await expect(panel.locator("#left #duet-told")).toContainText("At rest from the start");
  await panel.locator("#other").selectOption("Exponential");
  await expect(panel.locator("#right h3")).toHaveText("Exponential");
});

test("nothing starts by itself, with reduced motion or without", async ({ lab, page }) => {
  for (const reducedMotion of ["reduce", "no-preference"] as const) {
    await page.emulateMedia({ reducedMotion });
    await lab.open();
    const panel = await lab.lens("Compare");
    await expect(panel.locator("#left #duet-told")).toContainText("After 0 updates");
    await page.waitForTimeout(400);
    await expect(panel.locator("#left #duet-told")).toContainText("After 0 updates");
  }
});

test("leaving the lens while both run ends them, and coming back begins anew", async ({ lab }) => {
  await lab.open();
  await lab.speed("16/s");
  for (let i = 0; i < 3; i += 1) {
    const panel = await lab.lens("Compare");
    await panel.getByRole("button", { name: "Play" }).click();
    await expect(panel.locator("#left #duet-told")).toContainText(/After [1-9]/);
    await lab.lens("Why");
  }
  const panel = await lab.lens("Compare");
  await expect(panel.locator("#left #duet-told")).toContainText("After 0 updates");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ lab, page }) => {
    await page.emulateMedia({ colorScheme });
    await lab.open();
    const panel = await lab.lens("Compare");
    await expect(panel.locator("#left #duet-told")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await lab.speed("max");
    await panel.getByRole("button", { name: "Play" }).click();
    await expect(panel.locator("#difference")).toContainText("Both come to the same end");
    await lab.press(0);
    expect(await violations(page), "ended, and the lab elsewhere").toEqual([]);
  });
}
