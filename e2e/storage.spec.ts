// What one made is there again on the next visit; where the browser keeps nothing, the page works and says so.
import type { Page } from "@playwright/test";
import { forbidStorage } from "./support/storage";
import { expect, test } from "./support/test";
import { digit } from "./support/theory";

const KEY = "hopfield-net:session";
const notice = (page: Page) => page.locator("#notice");
const kept = (page: Page, key = KEY) => page.evaluate((key) => localStorage.getItem(key), key);
/** The page by its bare address, as on another day. */
async function again(page: Page): Promise<void> {
  await page.goto("about:blank");
  await page.goto("./");
}

test("a session is there again, run and lens included; starting afresh can be undone", async ({
  lab,
  page,
}) => {
  await lab.open();
  expect(await kept(page), "nothing is kept before anybody did anything").toBe(null);
  await lab.storeExamples("four");
  await lab.speed("256/s");
  await lab.lens("Weights");
  for (let i = 0; i < 12; i += 1) await lab.step.click();
  const before = await lab.shown();
  await expect.poll(() => kept(page)).toContain('"updates": 12');
  await again(page);
  await expect(lab.memories.locator("b")).toHaveText(["zero", "three", "seven", "four"]);
  expect({ ...(await lab.shown()), end: before.end }).toEqual(before);
  await expect(page.getByLabel("speed")).toHaveValue("256");
  await expect(page.getByRole("tab", { name: "Weights" })).toHaveAttribute("aria-selected", "true");
  await expect(notice(page)).toHaveCount(0);

  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("menuitem", { name: "Start afresh" }).click();
  await expect(lab.memories).toHaveCount(3);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(lab.memories).toHaveCount(4);
});

test("what happened just before the page is left is kept too, a run under way as well", async ({
  lab,
  page,
}) => {
  await lab.open();
  await lab.tool("Clear");
  await lab.press(9);
  await again(page);
  await expect(lab.recall).toHaveText("Recall");
  expect((await lab.cells()).filter((cell) => cell === 1)).toHaveLength(1);
  await lab.speed("4/s");
  await lab.recall.click();
  await expect.poll(async () => (await lab.shown()).time).toBeGreaterThan(2);
  await again(page);
  await expect(lab.recall).toHaveText("Recall");
  expect((await lab.shown()).time).toBeGreaterThan(2);
});

test("the address wins over what was kept, which one press brings back", async ({ lab, page }) => {
  await lab.open();
  await lab.storeExamples("four");
  await expect.poll(() => kept(page)).toContain('"four"');
  await page.goto("about:blank");
  await page.goto("./#v=1&m=digit:7&cue=digit:7");
  await expect(lab.memories).toHaveCount(1);
  await expect(notice(page)).toHaveText(
    "This is what the link shows. What you had here before is kept until you change something here.",
  );
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(lab.memories).toHaveCount(4);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(lab.memories).toHaveCount(1);
});

test("loading the page again keeps even what no link can tell", async ({ lab, page }) => {
  await lab.open();
  await lab.lens("Sleep");
  await page.getByRole("button", { name: "Sleep to 150 dreams" }).click();
  await expect(page.locator("#slept")).toContainText("after 150 dreams", { timeout: 20_000 });
  const slept = await page.locator("#slept").textContent();
  await expect.poll(() => kept(page)).toContain('"dreams": 150');
  await expect(page).toHaveURL(/#v=1/);
  await page.reload();
  await expect(page.locator("#slept")).toHaveText(slept ?? "");
});

test("loading the page again goes on in the midst of a run, each tab with its own", async ({
  lab,
  page,
  context,
}) => {
  await lab.open();
  await lab.press(0);
  await lab.speed("16/s");
  await lab.recall.click();
  await expect.poll(async () => (await lab.shown()).time).toBeGreaterThan(5);
  const other = await context.newPage();
  await other.goto("./#m=letter:A");
  await expect(other.locator("#memories .memory")).toHaveCount(1);
  await other.locator("#more-tools").click();
  await other.getByRole("button", { name: "Clear" }).click();
  await expect.poll(() => kept(other)).toContain('"A"');
  await page.reload();
  await expect(lab.recall).toHaveText("Recall");
  await expect(lab.memories).toHaveCount(3);
  expect((await lab.shown()).time).toBeGreaterThan(5);
  await expect(notice(page)).toHaveCount(0);
});

test("two tabs do not fight: the last to act is kept", async ({ lab, page, context }) => {
  await lab.open();
  const other = await context.newPage();
  await other.goto("./");
  await expect(other.locator("#recall")).toHaveText("Recall");
  await lab.storeExamples("one");
  await expect.poll(() => kept(page)).toContain('"one"');
  const first = await kept(page);
  await other.waitForTimeout(800); // twice as long as it takes to keep
  expect(await kept(other)).toBe(first);
  await other.locator("#more-tools").click();
  await other.getByRole("button", { name: "Clear" }).click();
  await expect.poll(() => kept(page)).not.toBe(first);
  const second = await kept(page);
  await page.close(); // it has nothing new to keep
  await other.waitForTimeout(300);
  expect(await kept(other)).toBe(second);
});

test("a damaged session is set aside, not thrown away", async ({ lab, page }) => {
  const damaged = '{"hopfield-net": 1, "rows": 8, "columns": 8, "memories": [{"name": "mine"';
  await lab.open();
  await page.evaluate(([key, text]) => localStorage.setItem(key ?? "", text ?? ""), [KEY, damaged]);
  await again(page);
  await expect(notice(page)).toContainText(
    "What this browser kept of your last visit is damaged: expected JSON:",
  );
  await expect(notice(page)).toContainText("“hopfield-net:session:damaged”");
  expect(await kept(page, `${KEY}:damaged`)).toBe(damaged);
  await lab.recallToTheEnd();
  await expect(lab.verdict).toHaveText("Settled after 249 updates, 12 flips: seven, exactly.");
  await expect.poll(() => kept(page)).toContain('"updates": 249');
  expect(await kept(page, `${KEY}:damaged`)).toBe(damaged);
});

test("of several damaged sessions none replaces another, as long as there is room for five", async ({
  lab,
  page,
}) => {
  await lab.open();
  for (let i = 1; i <= 6; i += 1) {
    await page.evaluate(([key, text]) => localStorage.setItem(key ?? "", text ?? ""), [KEY, `damaged ${i}`]);
    await again(page);
    await expect(notice(page)).toContainText("is damaged");
  }
  const aside = ["", "-2", "-3", "-4", "-5", "-6"].map((end) => kept(page, `${KEY}:damaged${end}`));
  const five = ["damaged 6", "damaged 2", "damaged 3", "damaged 4", "damaged 5"];
  expect(await Promise.all(aside)).toEqual([...five, null]);
});

test("where storage is forbidden everything works, and it is said once", async ({ lab, page }) => {
  await forbidStorage(page);
  await lab.open();
  await expect(notice(page)).toHaveCount(0);
  await lab.press(0);
  await expect(notice(page)).toHaveText(
    "Your session cannot be kept for your next visit: this browser lets the page store nothing. The address and Save… keep it too.",
  );
  await page.getByRole("button", { name: "Close" }).click();
  await lab.press(1);
  await page.waitForTimeout(800); // twice as long as it takes to keep
  await expect(notice(page)).toHaveCount(0);
  await lab.press(0);
  await lab.press(1);
  await lab.recallToTheEnd();
  expect(await lab.cells()).toEqual(digit(7));
  await expect(page).toHaveURL(/&at=/);
  await page.reload(); // nothing but the address tells of it
  await expect(lab.verdict).toContainText("seven, exactly.");
});

test("where storage is full it says so", async ({ lab, page }) => {
  await lab.open();
  await page.evaluate(() => {
    let text = "x".repeat(2 ** 22);
    for (let i = 0; text.length > 0; i += 1) {
      try {
        localStorage.setItem(`filler-${i}`, text);
      } catch {
        text = text.slice(0, text.length >> 1);
      }
    }
  });
  await lab.press(0);
  await expect(notice(page)).toContainText("this browser’s storage for the page is full");
});
