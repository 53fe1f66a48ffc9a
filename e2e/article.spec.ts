// The essay: every figure is alive, every button of the prose does what its sentence says, and the text reads without either.
import type { Page } from "@playwright/test";
import type { HopfieldNet } from "../www/hopfield-net";
import { violations } from "./support/axe";
import { shifts } from "./support/shifts";
import { expect, test } from "./support/test";
import { differences, digit, negative } from "./support/theory";

async function open(page: Page): Promise<void> {
  await page.goto("article.html");
  await page.evaluate(async () => {
    for (const figure of document.querySelectorAll("hopfield-net")) {
      await figure.ready;
      figure.setAttribute("speed", "max");
    }
  });
}

/** A figure's picture, and how its run ended. */
function shown(page: Page, id: string) {
  return page.evaluate((id) => {
    const figure = document.getElementById(id) as HopfieldNet;
    const { outcome } = figure;
    const names = outcome?.memories.map(({ name }) => name) ?? [];
    return { cells: [...(figure.picture ?? [])], kind: outcome?.kind, names };
  }, id);
}

/** Runs a figure to its end. */
const recall = (page: Page, id: string) =>
  page.evaluate(
    (id) =>
      new Promise<void>((settled) => {
        const figure = document.getElementById(id) as HopfieldNet;
        figure.addEventListener("hopfield-settle", () => settled(), { once: true });
        figure.recall();
      }),
    id,
  );

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("all figures come to life", async ({ page }) => {
  await open(page);
  const figures = page.locator("hopfield-net");
  expect(await figures.count()).toBeGreaterThanOrEqual(10);
  await expect(page.locator("hopfield-net .notices")).toHaveCount(0);
  await expect(page.locator("hopfield-net canvas").first()).toBeVisible();
});

test("the first heals, is broken again, and heals again", async ({ page }) => {
  await open(page);
  await recall(page, "first");
  expect((await shown(page, "first")).cells).toEqual(digit(7));
  await press(page, "break it again");
  expect(differences((await shown(page, "first")).cells, digit(7))).toBe(12);
  await press(page, "Watch it heal");
  await expect.poll(async () => (await shown(page, "first")).kind).toBe("memory");
  expect((await shown(page, "first")).cells).toEqual(digit(7));
});

test("the council: 63 to 0 against one wrong cell, 62 to 1 against each of two", async ({ page }) => {
  await open(page);
  const votes = page.locator("#council #why");
  const told = async () => {
    const [, on, off] = /(\d+) says? on, (\d+) says? off/.exec(await votes.innerText()) ?? [];
    return [Number(on), Number(off)].sort((a, b) => a - b);
  };
  expect(differences((await shown(page, "council")).cells, digit(7))).toBe(1);
  expect(await told()).toEqual([0, 63]);
  await press(page, "Break one more");
  expect(differences((await shown(page, "council")).cells, digit(7))).toBe(2);
  await expect.poll(told).toEqual([1, 62]);
});

test("the hairball has all links, and those among active cells", async ({ page }) => {
  await open(page);
  const words = page.locator("#hairball #weights-told");
  await expect(words).toContainText("Shows all 2016 of 2016 links");
  await page.locator("#hairball").getByRole("button", { name: "Among active" }).click();
  await expect(words).toContainText("Shows 171 of 2016 links");
});

test("the first bet: the lone seven with 40 cells flipped becomes its negative", async ({ page }) => {
  await open(page);
  const bet = page.locator('[data-figure="bet-lone"]');
  await bet.getByRole("button", { name: "The seven all the same" }).click();
  await expect(bet.getByRole("status").first()).toHaveText("Watch what it does.");
  await expect(bet.locator("details")).toHaveAttribute("open", "");
  await expect.poll(async () => (await shown(page, "bet-lone")).kind).toBe("inverse");
  expect((await shown(page, "bet-lone")).cells).toEqual(negative(digit(7)));
  // A bet is placed once.
  await bet.getByRole("button", { name: "The negative of the seven" }).click({ force: true });
  await expect(bet.getByRole("button", { name: "The seven all the same" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("the second bet: the one is lost, in a blend of all three", async ({ page }) => {
  await open(page);
  const bet = page.locator('[data-figure="bet-third"]');
  await bet.getByRole("button", { name: "The one is lost" }).focus();
  await page.keyboard.press("Enter");
  await expect(bet.getByRole("status").first()).toHaveText("You bet right: watch.");
  await expect.poll(async () => (await shown(page, "bet-third")).kind).toBe("mixture");
  expect((await shown(page, "bet-third")).names).toEqual(["one", "two", "three"]);
  await expect(page.locator("#bet-third #memory-0")).toContainText("4 want to flip");
});

test("the same by hand: the three is stored, and the one slides away", async ({ page }) => {
  await open(page);
  await press(page, "store the three");
  await page.locator("#bet-third #load-0").click();
  expect((await shown(page, "bet-third")).cells).toEqual(digit(1));
  await recall(page, "bet-third");
  expect((await shown(page, "bet-third")).kind).toBe("mixture");
});

test("a blank page becomes a seven, and dust rolls into a valley", async ({ page }) => {
  await open(page);
  await press(page, "Recall from nothing");
  await expect.poll(async () => (await shown(page, "blank")).kind).toBe("memory");
  expect((await shown(page, "blank")).cells).toEqual(digit(7));
  await press(page, "Let it roll");
  const valleys = /^(memory|inverse|mixture)$/;
  await expect.poll(async () => (await shown(page, "dust")).kind).toMatch(valleys);
  await press(page, "scatter it anew");
  await recall(page, "dust");
  expect((await shown(page, "dust")).kind).toMatch(valleys);
});

test("sleep mends four digits, and too much of it ruins them", async ({ page }) => {
  await open(page);
  const shelf = page.locator("#sleeper .memory");
  await expect(shelf).toHaveText([/want/, /want/, /want/, /want/]);
  await press(page, "Sleep for 150 dreams");
  await expect(shelf).toHaveText([/holds/, /holds/, /holds/, /holds/]);
  await press(page, "Sleep on, to ruin");
  await expect(shelf).toHaveText([/want/, /want/, /want/, /want/]);
  await open(page); // who presses that alone is shown the same
  await press(page, "Sleep on, to ruin");
  await expect(shelf).toHaveText([/want/, /want/, /want/, /want/]);
});

test("ten digits hold under the projection rule, and fall under Hebb's", async ({ page }) => {
  await open(page);
  await recall(page, "ten");
  expect((await shown(page, "ten")).cells).toEqual(digit(5));
  await expect(page.locator("#ten .memory .broken")).toHaveCount(0);
  await page.evaluate(() => document.getElementById("ten")?.setAttribute("rule", "hebb"));
  await expect(page.locator("#ten .memory .broken")).toHaveCount(10);
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [390, 1280]) {
    test(`axe finds nothing at ${width} px, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(180_000); // fifteen figures to look through
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 844 });
      await open(page);
      expect(await violations(page)).toEqual([]);
    });
  }
}

test("320 px are enough", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

for (const width of [390, 1280]) {
  test(`nothing moves while the figures come, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    expect(await shifts(page, "article.html")).toBeLessThan(0.01);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the text reads, figures say what they would be, and answers can be opened", async ({ page }) => {
    await page.goto("article.html");
    await expect(page.getByText("Here is a live network in which a broken seven heals.")).toBeVisible();
    await page.locator('[data-figure="bet-lone"] summary').click();
    await expect(page.getByText("it is a second valley, just as deep")).toBeVisible();
  });
});

test("what a figure says does not give the first bet away, and then says what it is nearest to", async ({
  page,
}) => {
  await open(page);
  const verdict = page.locator("#bet-lone #verdict");
  await expect(verdict).toHaveText(/./);
  await expect(verdict).toBeHidden();
  await page.locator("#bet-lone #recall").click();
  await expect(verdict).toContainText("the negative of seven");
  await expect(verdict).toBeVisible();
  await page.locator("#bet-lone #reset").click();
  await expect(verdict).toContainText("This is most like the negative of seven, 24 cells away.");
  await expect(page.locator("#bet-third #verdict")).toBeVisible();
});
