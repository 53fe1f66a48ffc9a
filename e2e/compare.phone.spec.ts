// Compare and Challenges with a finger, down to the narrowest phone.
import { expect, test } from "./support/test";

test("two runs side by side by touch, without sideways scroll", async ({ lab, page }) => {
  await lab.open();
  await page.getByRole("tab", { name: "Compare" }).tap();
  const panel = page.getByRole("tabpanel", { name: "Compare" });
  await panel.getByRole("button", { name: "one" }).tap();
  await expect(panel.locator("#left #duet-told")).toContainText("After 1 update");
  await expect(panel.locator("#right #duet-told")).toContainText("After 1 update");
  await lab.speed("max");
  await panel.getByRole("button", { name: "Play" }).tap();
  await expect(panel.locator("#difference")).toContainText("Both come to the same end");
  await panel.getByRole("button", { name: "start" }).tap();
  await expect(panel.locator("#left #duet-told")).toContainText("After 0 updates");
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    const [left, right] = [
      await panel.locator("#left #duet-pad").boundingBox(),
      await panel.locator("#right #duet-pad").boundingBox(),
    ];
    expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0));
    expect(right?.y).toBe(left?.y);
  }
});

test("a challenge by touch: set up, a bet, recall, the next one", async ({ lab, page }) => {
  await lab.open();
  await page.getByRole("tab", { name: "Challenges" }).tap();
  const panel = page.getByRole("tabpanel", { name: "Challenges" });
  await panel.getByRole("button", { name: "2, Place your bet" }).tap();
  await lab.speed("max");
  for (const [end, said] of [
    ["seven", "That is 1 of 2"],
    ["none of them", "Solved."],
  ] as const) {
    await panel.locator("#set-up").tap();
    await panel.getByRole("button", { name: end, exact: true }).tap();
    await lab.recall.tap();
    await expect(panel.locator("#said")).toContainText(said);
  }
  await panel.getByRole("button", { name: "Next" }).tap();
  await expect(panel.locator("#challenge")).toHaveText("Upside down");
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  }
});
