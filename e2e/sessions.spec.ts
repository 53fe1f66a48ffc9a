// What else this browser keeps: every earlier session can be opened again, removed, and put back.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { violations } from "./support/axe";
import { Lab } from "./support/lab";
import { forbidStorage, keepExample, newest, put, sessions } from "./support/storage";
import { expect, test } from "./support/test";

const KEY = "hopfield-net:session";
const MINUTE = 60_000; // ms
const DAY = 24 * 60 * MINUTE;
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
async function work(lab: Lab, page: Page): Promise<void> {
  await lab.open();
  await keepExample(lab, "four");
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
  await expect.poll(() => sessions(page)).toHaveLength(2);
  const before = await sessions(page);
  await open(page);
  await button(page, 0, "Remove").focus();
  await page.keyboard.press("Enter");
  await expect(rows(page).nth(0)).toContainText("Removed.");
  await expect(button(page, 0, "Put it back")).toBeFocused();
  expect(await sessions(page)).toHaveLength(1);
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

test("where another tab has begun a session under its key meanwhile, it is put back beside that", async ({
  lab,
  page,
}) => {
  await work(lab, page);
  await expect.poll(() => sessions(page)).toHaveLength(2);
  const [mine] = await sessions(page);
  await open(page);
  await button(page, 0, "Remove").click();
  await put(page, mine?.key ?? "", "another’s");
  await button(page, 0, "Put it back").click();
  await expect.poll(() => sessions(page)).toHaveLength(3);
  const texts = (await sessions(page)).map(({ text }) => text);
  expect(texts).toContain(mine?.text);
  expect(texts).toContain("another’s");
});

test("what another tab made of the session shown is listed too", async ({ lab, page, context }) => {
  await lab.open();
  await keepExample(lab, "four");
  await open(page);
  await expect(rows(page), "the session shown is not").toHaveCount(0);
  await page.keyboard.press("Escape");
  const other = await context.newPage();
  await other.goto("./");
  const theirs = new Lab(other);
  await theirs.storeExamples("five");
  await expect.poll(() => newest(page)).toContain('"five"');
  await open(page);
  await expect(rows(page)).toHaveText(/zero, three, seven, four and five/);
});

test("one with which another tab has gone on is not removed", async ({ lab, page }) => {
  await work(lab, page);
  await expect.poll(() => sessions(page)).toHaveLength(2);
  const [, mine] = await sessions(page);
  await open(page);
  await put(page, mine?.key ?? "", "gone on with");
  await button(page, 1, "Remove").click();
  await expect(dialog(page).getByRole("status")).toContainText("Another tab has gone on with it");
  expect((await sessions(page)).map(({ text }) => text)).toContain("gone on with");
});

test("each says in words when it was kept", async ({ lab, page }) => {
  await lab.open();
  await lab.press(0);
  await expect.poll(() => sessions(page)).toHaveLength(1);
  const text = await newest(page);
  const on = (ago: number): string =>
    `on ${new Date(Date.now() - ago).toLocaleDateString("en-GB", { dateStyle: "long" })}`;
  const kept = [
    [-2 * DAY, on(-2 * DAY)], // the clock was ahead, and was set right
    [MINUTE, "1 minute ago"],
    [150 * MINUTE, "2 hours ago"],
    [1.7 * DAY, "1 day ago"],
    [6.9 * DAY, "6 days ago"],
    [30 * DAY, on(30 * DAY)],
  ] as const;
  for (const [i, [ago]] of kept.entries()) await put(page, `${KEY}:${40 + i}`, text, ago);
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, text] as const);
  await open(page);
  await expect(rows(page)).toContainText([
    ...kept.map(([, when]) => `8 by 8 cells, kept ${when}.`),
    "8 by 8 cells, kept by an earlier version of this page.",
  ]);
});

test("its pictures are those of its memories, in their colours, and of what was drawn where there is none", async ({
  lab,
  page,
}) => {
  await lab.open();
  await lab.storeExamples("one", "two", "four");
  await expect.poll(() => newest(page)).toContain('"four"');
  const { memories } = JSON.parse(await newest(page));
  await page.goto("about:blank");
  await page.goto("./#size=6x12");
  await lab.press(0);
  await expect.poll(() => newest(page)).toContain('"columns": 12');
  await page.locator("#menu").click();
  await page.locator("#afresh").click();
  await open(page);
  await expect(rows(page).nth(0)).toContainText("Nothing stored yet");
  const [box] = await rows(page)
    .nth(0)
    .locator("canvas")
    .evaluateAll((canvases) => canvases.map((canvas) => canvas.getBoundingClientRect().toJSON()));
  expect([box.width, box.height]).toEqual([32, 16]);

  await expect(rows(page).nth(1)).toContainText("zero, three, seven, one, two and 1 more");
  await expect(rows(page).nth(1).locator("canvas")).toHaveCount(5);
  for (const hue of [0, 2, 4]) {
    const painted = await rows(page)
      .nth(1)
      .locator(`.hue-${hue} canvas`)
      .evaluate((canvas: HTMLCanvasElement) => {
        const copy = new OffscreenCanvas(canvas.width, canvas.height);
        const context = copy.getContext("2d", { willReadFrequently: true });
        context?.drawImage(canvas, 0, 0);
        const side = canvas.width / 8;
        return Array.from({ length: 64 }, (_, cell) => {
          const [x, y] = [((cell % 8) + 0.5) * side, (Math.floor(cell / 8) + 0.5) * side];
          const [red = 0, green = 0] = context?.getImageData(x, y, 1, 1).data ?? [];
          return red - green > 20 ? "#" : "."; // purple, not paper
        }).join("");
      });
    expect(painted).toBe(memories[hue].picture.join(""));
  }
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

test("where nothing can be stored it says so, and what helps", async ({ lab, page }) => {
  await forbidStorage(page);
  await lab.open();
  await open(page);
  await expect(dialog(page)).toContainText("This browser lets the page store nothing");
  await expect(dialog(page)).toContainText("Save… in the menu puts it into a file.");
});

for (const width of [1280, 320]) {
  test(`with twenty of them its head stays in sight and nothing is cut off, ${width} px wide`, async ({
    lab,
    page,
  }) => {
    await page.setViewportSize({ width, height: 640 });
    await lab.open();
    await lab.press(0);
    await expect.poll(() => sessions(page)).toHaveLength(1);
    const file = JSON.parse(await newest(page));
    for (const memory of file.memories) memory.name = `${memory.name}${"-and-so-on".repeat(3)}`;
    for (let i = 2; i <= 20; i += 1) await put(page, `${KEY}:${i}`, JSON.stringify(file), i * MINUTE);
    await open(page);
    const box = await dialog(page).boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(width);
    const all = dialog(page).getByRole("group");
    expect(await all.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    await button(page, 18, "Remove").focus();
    await expect(button(page, 18, "Remove")).toBeInViewport();
    await expect(dialog(page).getByRole("button", { name: "Close" })).toBeInViewport();
  });
}

test.describe("without a connection", () => {
  test.use({ expected: [/ERR_FAILED|Failed to load/] });

  test("a dialog that cannot be fetched says so, and can be tried again", async ({ lab, page }) => {
    await lab.open();
    await page.route("**/*.js", (route) => route.abort());
    await page.locator("#menu").click();
    await page.locator("#earlier").click();
    await expect(lab.verdict).toContainText("could not be fetched. Check the connection and try again.");
    await page.unroute("**/*.js");
    await open(page);
  });
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
