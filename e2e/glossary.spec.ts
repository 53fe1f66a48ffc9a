// The words of the field: all in a dialog, and each where it is used.
import { violations } from "./support/axe";
import { expect, test } from "./support/test";

const WORDS = [
  "Memory",
  "Cue",
  "Neuron",
  "Coupling",
  "Field",
  "Energy",
  "Overlap",
  "Attractor",
  "Holds",
  "Basin",
  "Mixture",
  "Spurious",
  "Sweep",
  "Settle",
  "Seed",
  "Temperature",
  "Annealing",
];

test("the menu opens all words, each with a sentence or two", async ({ lab, page }) => {
  await lab.open();
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("menuitem", { name: "What the words mean" }).click();
  const dialog = page.getByRole("dialog", { name: "What the words mean" });
  await expect(dialog.locator("section b")).toHaveText(WORDS.map((word) => `${word}.`));
  for (const text of await dialog.locator("section > p:first-child").allInnerTexts()) {
    const sentences = text.replace(/^\w+\. /, "").match(/[^.]+\.(?= |$)/g) ?? [];
    expect(sentences.length, text).toBeGreaterThanOrEqual(1);
    expect(sentences.length, text).toBeLessThanOrEqual(3);
  }
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Menu" })).toBeFocused();
});

test("a term says what it means by mouse and by keyboard, and gives the focus back", async ({
  lab,
  page,
}) => {
  await lab.open();
  const field = page.locator("#why").getByRole("button", { name: "field", exact: true });
  const note = page.getByRole("note");
  await field.click();
  await expect(note).toContainText("The sum of all that a neuron hears");
  await expect(note).toContainText("hi = Σj Wij sj");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(note).toHaveCount(0);
  await expect(field).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(note).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(note).toHaveCount(0);
});

test("terms stand in the lenses and in the verdict; what is spoken is plain text", async ({ lab, page }) => {
  await lab.open();
  for (const [lens, term] of [
    ["Overlaps", "Overlap"],
    ["Energy", "bottom of a valley"],
    ["Why", "learnt"],
  ] as const) {
    const panel = await lab.lens(lens);
    await panel.getByRole("button", { name: term, exact: true }).click();
    await expect(page.getByRole("note")).toBeVisible();
    await page.keyboard.press("Escape");
  }
  await lab.storeExamples("one", "two", "four", "five", "six", "eight", "nine");
  await lab.recallToTheEnd();
  await expect(lab.verdict).toContainText("a picture nobody stored. It is most like");
  await lab.verdict.getByRole("button", { name: "nobody stored" }).click();
  await expect(page.getByRole("note")).toContainText("a false memory");
  await page.keyboard.press("Escape");
  await expect(page.locator("#spoken")).toHaveText((await lab.verdict.innerText()).replace(/\s+/g, " "));
  await expect(page.locator("#spoken *")).toHaveCount(0);
});

test("? opens the keys wherever one is, but not where one types", async ({ lab, page }) => {
  await lab.open();
  const keys = page.getByRole("dialog", { name: "By keyboard" });
  await lab.pad.focus();
  await page.keyboard.press("?");
  await expect(keys).toBeVisible();
  for (const key of ["Ctrl + Z", "Alt + arrow", "Page Up, Page Down", "Esc"])
    await expect(keys).toContainText(key);
  await page.keyboard.press("Escape");
  await expect(lab.pad).toBeFocused();
  await page.getByLabel("Seed").focus();
  await page.keyboard.press("?");
  await expect(keys).toBeHidden();
});

test("no key but ? and those of undo does anything outside the parts", async ({ lab, page }) => {
  await lab.open();
  const before = await lab.shown();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const prevented = await page.evaluate(() => {
    const taken: string[] = [];
    const keys = ["Enter", " ", "Escape", "Home", "End", "PageUp", "PageDown", "ArrowLeft", "ArrowRight"];
    for (const key of [..."abcdefghijklmnopqrstuvwxyz0123456789/.,-+", ...keys]) {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
      if (!document.body.dispatchEvent(event)) taken.push(key);
    }
    return taken;
  });
  expect(prevented).toEqual([]);
  expect(await lab.shown()).toEqual(before);
});
