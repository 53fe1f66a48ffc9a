// axe-core finds nothing to complain about, whatever is open.
import { violations } from "./support/axe";
import { expect, test } from "./support/test";

const panels = ["more-tools", "examples", "rule", "order", "size", "menu", "more-0"];
/** Lenses that look different under a rule. */
const rules = [
  ["Hebb", ["Overlaps", "Weights", "Energy", "Sleep", "Why"]],
  ["Perceptron", ["Why"]],
  ["Exponential", ["Why", "Weights", "Sleep"]],
] as const;

for (const colorScheme of ["light", "dark"] as const) {
  for (const [size, width, height] of [
    ["desk", 1280, 800],
    ["phone", 390, 844],
  ] as const) {
    test(`on a ${size}, ${colorScheme}`, async ({ lab, page }) => {
      test.setTimeout(300_000); // each look of axe takes seconds
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await lab.open();
      expect(await violations(page)).toEqual([]);
      for (const panel of panels) {
        await page.locator(`#${panel}`).click();
        expect(await violations(page), `with ${panel} open`).toEqual([]);
        await page.keyboard.press("Escape");
      }
      await page.keyboard.press("?");
      expect(await violations(page), "with the keys open").toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator("#menu").click();
      expect(await violations(page), "with the menu open").toEqual([]);
      await page.locator("#words").click();
      expect(await violations(page), "with all words open").toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator("#temperature-label button").click();
      expect(await violations(page), "with a term open").toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator("#take-tour").click();
      await expect(page.locator("#tour-card")).toBeFocused();
      expect(await violations(page), "on the tour").toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator("#seed").fill("none");
      await page.locator("#seed").press("Enter");
      expect(await violations(page), "with a seed that is none").toEqual([]);
      for (const [rule, lenses] of rules) {
        await lab.rule(rule);
        for (const lens of lenses) {
          await lab.lens(lens);
          expect(await violations(page), `${rule}, lens ${lens}`).toEqual([]);
        }
      }
      await lab.rule("Hebb");
      await lab.lens("Sleep");
      await page.getByRole("button", { name: "Dream once" }).click();
      expect(await violations(page), "asleep").toEqual([]);
      await lab.lens("Energy");
      await page.getByText("The formula").click();
      await lab.storeExamples("one", "two", "four");
      await lab.recallToTheEnd();
      expect(await violations(page), "settled").toEqual([]);
    });
  }
}
