// axe-core finds nothing to complain about, whatever is open.
import { violations } from "./support/axe";
import { expect, test } from "./support/test";

const panels = ["more-tools", "examples", "settings", "help", "more-0"];

for (const colorScheme of ["light", "dark"] as const) {
  for (const [size, width, height] of [
    ["desk", 1280, 800],
    ["phone", 390, 844],
  ] as const) {
    test(`on a ${size}, ${colorScheme}`, async ({ lab, page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await lab.open();
      expect(await violations(page)).toEqual([]);
      for (const panel of panels) {
        await page.locator(`#${panel}`).click();
        expect(await violations(page), `with ${panel} open`).toEqual([]);
        await page.keyboard.press("Escape");
      }
      await page.getByText("The formula").click();
      await lab.storeExamples("one", "two", "four");
      await lab.recallToTheEnd();
      expect(await violations(page), "settled").toEqual([]);
    });
  }
}
