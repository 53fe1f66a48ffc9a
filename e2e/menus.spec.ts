// Menus by keyboard: where the focus goes when they open, what the keys do, and where it is when they are closed.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test";

const menu = (page: Page): Locator => page.getByRole("button", { name: "Menu" });

/** Opens by Enter on its button. */
async function enter(page: Page, button: Locator): Promise<void> {
  await button.focus();
  await page.keyboard.press("Enter");
}

test("the header's menu is a menu: arrow keys go round, Esc and Tab leave it for its button", async ({
  lab,
  page,
}) => {
  await lab.open();
  const panel = page.getByRole("menu", { name: "Menu" });
  const items = page.getByRole("menuitem");
  for (const [keys, at] of [
    [["Enter"], 0],
    [["Space"], 0],
    [["ArrowDown"], 0],
    [["ArrowUp"], -1],
    [["Enter", "ArrowDown", "ArrowDown"], 2],
    [["Enter", "ArrowUp"], -1],
    [["Enter", "End"], -1],
    [["Enter", "End", "ArrowDown"], 0],
    [["Enter", "ArrowDown", "Home"], 0],
  ] as const) {
    await menu(page).focus();
    for (const key of keys) {
      await page.keyboard.press(key);
      await expect(page.locator("page-menu > :focus"), `after ${key}`).toHaveCount(1);
    }
    await expect(at < 0 ? items.last() : items.nth(at), keys.join(", ")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expect(menu(page)).toBeFocused();
  }
  await menu(page).click();
  await expect(items.first()).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(panel).toBeHidden();
  await expect(page.locator("tour-offer button").last()).toBeFocused();
  await enter(page, menu(page));
  await expect(items.first()).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(panel).toBeHidden();
  await expect(page.locator("#load-0")).toBeFocused();
});

test("Esc in the menu closes nothing else", async ({ lab, page }) => {
  await lab.open();
  await page.locator("#grow").click();
  await enter(page, menu(page));
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(menu(page)).toBeFocused();
  await expect(lab.curve).toBeHidden();
});

test("an item does what it says by Enter, a link goes where it says", async ({ lab, page }) => {
  await lab.open();
  await enter(page, menu(page));
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  for (const key of ["End", "Enter"]) await page.keyboard.press(key);
  await expect(page.getByRole("dialog", { name: "By keyboard" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu(page)).toBeFocused();
  await enter(page, menu(page));
  const essay = page.getByRole("menuitem", { name: "The essay" });
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  for (let i = 0; i < 10 && !(await essay.evaluate((link) => link.matches(":focus"))); i += 1)
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/article\.html$/);
});

test("pictures and tools are one stop each; arrow keys go to what stands there", async ({ lab, page }) => {
  await lab.open();
  const examples = page.locator("#examples-panel");
  const example = (name: string) => examples.getByRole("button", { name, exact: true });
  await enter(page, page.getByRole("button", { name: "Examples" }));
  await expect(example("zero")).toBeFocused();
  for (const [key, name] of [
    ["ArrowRight", "one"],
    ["End", "Z"],
    ["Home", "zero"],
    ["ArrowLeft", "Z"],
    ["ArrowDown", "zero"],
    ["ArrowDown", "A"],
    ["ArrowUp", "zero"],
    ["ArrowRight", "one"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(example(name), key).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Store it" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(examples).toBeHidden();
  await expect(page.getByRole("button", { name: "Share" })).toBeFocused();

  const tool = (name: string) => page.locator("#more").getByRole("button", { name, exact: true });
  await enter(page, page.getByRole("button", { name: "More ways to change the picture" }));
  await expect(tool("Invert")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#blank-bottom")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("#more")).toBeHidden();
  await expect(page.getByRole("button", { name: "More ways to change the picture" })).toBeFocused();
});

test("what opens beside a button closes when Tab leaves it, and when its button is pressed again", async ({
  lab,
  page,
}) => {
  await lab.open();
  for (const [button, panel] of [
    ["more-0", "menu-0"],
    ["rule", "rule-panel"],
    ["order", "order-panel"],
    ["size", "size-panel"],
    ["more-tools", "more"],
    ["examples", "examples-panel"],
  ] as const) {
    await enter(page, page.locator(`#${button}`));
    const opened = page.locator(`#${panel}`);
    await expect(opened).toBeVisible();
    await expect(opened.locator(":focus").or(page.locator(`#${panel}:focus`)), panel).toHaveCount(1);
    // backwards, since behind the last one the page ends
    for (let i = 0; i < 12 && (await opened.isVisible()); i += 1) await page.keyboard.press("Shift+Tab");
    await expect(opened, `${panel}, left by Tab`).toBeHidden();
    await page.locator(`#${button}`).click();
    await expect(opened).toBeVisible();
    await page.locator(`#${button}`).click();
    await expect(opened, `${panel}, its button pressed again`).toBeHidden();
  }
  await enter(page, page.locator("#more-0"));
  await expect(page.getByRole("dialog", { name: "About zero" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator("#name-0")).toBeFocused();
});
