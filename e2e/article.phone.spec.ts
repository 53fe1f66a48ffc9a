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
