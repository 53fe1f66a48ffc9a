// What else this browser keeps: every earlier session can be opened again, removed, and put back.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { violations } from "./support/axe";
import { newest, put, sessions } from "./support/storage";
import { expect, test } from "./support/test";

const KEY = "hopfield-net:session";
const dialog = (page: Page) => page.getByRole("dialog", { name: "Earlier sessions" });
const rows = (page: Page) => dialog(page).getByRole("listitem");
/** One of the buttons of a row. */
const button = (page: Page, row: number, name: string) => rows(page).nth(row).getByRole("button", { name });

async function open(page: Page): Promise<void> {
  await page.locator("#menu").click();
  await page.locator("#earlier").click();
  await expect(dialog(page)).toBeVisible();
}

/** Two sessions beside the one shown: one of three letters, and the first picture with a four. */
async function work(lab: { open(): Promise<void>; storeExamples(name: string): Promise<void> }, page: Page) {
  await lab.open();
  await lab.storeExamples("four");
  await expect.poll(() => newest(page)).toContain('"four"');
  await page.goto("about:blank");
  await page.goto("./#m=letter:A,letter:B,letter:C&cue=letter:A");
  await page.locator("#corrupt").click();
  await expect.poll(() => newest(page)).toContain('"C"');
  await page.locator("#menu").click();
  await page.locator("#afresh").click();
}

test("an earlier session is told by its memories, opened, and gone on with; undo goes back", async ({
  lab,
  page,
}) => {
  await work(lab, page);
  await open(page);
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).nth(0)).toContainText("A, B and C");
  await expect(rows(page).nth(0)).toContainText("8 by 8 cells, kept just now.");
  await expect(rows(page).nth(1)).toContainText("zero, three, seven and four");
  await expect(rows(page).nth(1).locator("canvas")).toHaveCount(4);
  await button(page, 1, "Open").click();
  await expect(dialog(page)).toBeHidden();
  await expect(lab.memories.locator("b")).toHaveText(["zero", "three", "seven", "four"]);
  const before = (await sessions(page)).length;
  await lab.forgetFirst();
  await expect
    .poll(async () => JSON.parse(await newest(page)).memories.map(({ name }: { name: string }) => name))
    .toEqual(["three", "seven", "four"]);
  expect(await sessions(page), "it went on where it was").toHaveLength(before);
  for (let i = 0; i < 2; i += 1) await page.getByRole("button", { name: "Undo" }).click();
  await expect(lab.memories.locator("b")).toHaveText(["zero", "three", "seven"]);
});

test("one that is removed can be put back as long as the dialog is open; the focus stays", async ({
  lab,
  page,
}) => {
  await work(lab, page);
  await expect.poll(() => sessions(page)).toHaveLength(3);
  const before = await sessions(page);
  await open(page);
  await button(page, 0, "Remove").focus();
  await page.keyboard.press("Enter");
  await expect(rows(page).nth(0)).toContainText("Removed.");
  await expect(button(page, 0, "Put it back")).toBeFocused();
  expect(await sessions(page)).toHaveLength(2);
  await page.keyboard.press("Enter");
  await expect(button(page, 0, "Remove")).toBeFocused();
  expect(await sessions(page)).toEqual(before);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator("#menu"), "where it was opened from").toBeFocused();
  await open(page);
  await expect(rows(page)).toHaveCount(1);
});

test("a damaged one says why, and its text can be saved", async ({ lab, page }) => {
  await lab.open();
  await put(page, `${KEY}:7`, '{"hopfield-net": 1, "rows', 86_400_000);
  await open(page);
  await expect(rows(page).first()).toContainText("It cannot be read: expected JSON");
  await expect(rows(page).first()).toContainText("1 day ago");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    button(page, 0, "Save its text").click(),
  ]);
  expect(readFileSync(await download.path(), "utf8")).toBe('{"hopfield-net": 1, "rows');
});

test("where there are none, it says how there come to be some", async ({ lab, page }) => {
  await lab.open();
  await open(page);
  await expect(dialog(page)).toContainText("There are none yet.");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe has nothing against the dialog, ${colorScheme}`, async ({ lab, page }) => {
    await page.emulateMedia({ colorScheme });
    await work(lab, page);
    await put(page, `${KEY}:7`, "damaged", 60_000);
    await open(page);
    expect(await violations(page)).toEqual([]);
    await button(page, 0, "Remove").click();
    expect(await violations(page)).toEqual([]);
  });
}
