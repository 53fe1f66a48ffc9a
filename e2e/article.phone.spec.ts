// The essay's bets, by touch.
import type { HopfieldNet } from "../www/hopfield-net";
import { expect, test } from "./support/test";
import { digit, negative } from "./support/theory";

test("a bet is placed with a finger, and the figure shows the truth", async ({ page }) => {
  await page.goto("article.html");
  await page.evaluate(async () => {
    const figure = document.getElementById("bet-lone") as HopfieldNet;
    await figure.ready;
    figure.speed = "max";
  });
  const bet = page.locator('[data-figure="bet-lone"]');
  await bet.getByRole("button", { name: "The negative of the seven" }).tap();
  await expect(bet.getByRole("status").first()).toHaveText("You bet right: watch.");
  const shown = () =>
    page.evaluate(() => [...((document.getElementById("bet-lone") as HopfieldNet).picture ?? [])]);
  await expect.poll(shown).toEqual(negative(digit(7)));
});

test("when the third is stored, the one that it breaks is in sight on the shelf", async ({ page }) => {
  for (const width of [390, 360, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("article.html");
    await page.evaluate(() => (document.getElementById("bet-third") as HopfieldNet).ready);
    const bet = page.locator('[data-figure="bet-third"]');
    await bet.getByRole("button", { name: "The one is lost" }).tap();
    await bet.locator(".answer").evaluate((answer) => answer.scrollIntoView());
    const one = bet.locator("#memory-0");
    await expect(one.getByRole("button", { name: /^one.*want to flip/ })).toBeVisible();
    await expect(one).toBeInViewport({ ratio: 0.99 });
    if (width === 390) await expect(bet.locator("#memory-2")).toBeInViewport({ ratio: 0.99 });
  }
});
