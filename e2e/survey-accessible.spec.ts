// axe-core finds nothing to complain about in the surveys, before and after they are made.
import { violations } from "./support/axe";
import { openSurvey, survey } from "./support/survey";
import { expect, test } from "./support/test";

for (const colorScheme of ["light", "dark"] as const) {
  for (const [size, width, height] of [
    ["desk", 1280, 800],
    ["phone", 390, 844],
  ] as const) {
    test(`surveys on a ${size}, ${colorScheme}`, async ({ lab, page }) => {
      test.setTimeout(180_000); // ten looks of axe, each of which takes a second or, on a busy machine, ten
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await lab.open();
      for (const tab of ["Census", "Basins", "Capacity", "Map"] as const) {
        await openSurvey(page, tab);
        expect(await violations(page), `${tab}, before`).toEqual([]);
        if (tab === "Capacity") await page.getByLabel("Trials").fill("10");
        await survey(page);
        // The tables are alike, and axe is long over the larger ones.
        if (tab === "Census") await page.getByText("The same as a table").click();
        expect(await violations(page), tab).toEqual([]);
      }
      await lab.storeExamples("four");
      expect(await violations(page), "old").toEqual([]);
      await lab.lens("Sleep");
      await page.getByRole("button", { name: "Dream once" }).click();
      await expect(page.locator("#census-asleep:not(.old)")).toBeVisible();
      expect(await violations(page), "asleep").toEqual([]);
    });
  }
}
