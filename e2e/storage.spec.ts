// What one made is there again on the next visit; where the browser keeps nothing, the page works and says so.
import type { Page } from "@playwright/test";
import { Lab } from "./support/lab";
import { fill, forbidStorage, keepExample, newest, put, sessions } from "./support/storage";
import { expect, test } from "./support/test";
import { digit } from "./support/theory";

const KEY = "hopfield-net:session";
const notice = (page: Page) => page.locator("#notice");
/** The names of the memories of each session kept, the newest first. */
const names = async (page: Page): Promise<string[]> =>
  (await sessions(page)).map(({ text }) =>
    JSON.parse(text)
      .memories.map(({ name }: { name: string }) => name)
      .join(" "),
  );
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
  expect(await sessions(page), "nothing is kept before anybody did anything").toEqual([]);
  await lab.storeExamples("four");
  await lab.speed("256/s");
  await lab.lens("Weights");
  for (let i = 0; i < 12; i += 1) await lab.step.click();
  const before = await lab.shown();
  await expect.poll(() => newest(page)).toContain('"updates": 12');
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
  await keepExample(lab, "four");
  await page.goto("about:blank");
  await page.goto("./#v=1&m=digit:7&cue=digit:7");
  await expect(lab.memories).toHaveCount(1);
  await expect(notice(page)).toHaveText(
    "This is what the link shows. What you had here before stays among the earlier sessions in the menu.",
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
  await expect.poll(() => newest(page)).toContain('"dreams": 150');
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
  await other.getByRole("button", { name: "Invert" }).click();
  await expect.poll(() => newest(other)).toContain('"A"');
  await page.reload();
  await expect(lab.recall).toHaveText("Recall");
  await expect(lab.memories).toHaveCount(3);
  expect((await lab.shown()).time).toBeGreaterThan(5);
  await expect(notice(page)).toHaveCount(0);
});

test("a link over a session begins one of its own once somebody acts; brought back, the old one goes on", async ({
  lab,
  page,
}) => {
  await lab.open();
  await keepExample(lab, "four");
  const [mine] = await sessions(page);
  await page.goto("about:blank");
  await page.goto("./#v=1&m=letter:A&cue=letter:A");
  await expect(lab.memories).toHaveCount(1);
  await lab.lens("Weights");
  await expect(page).toHaveURL(/show=weights/);
  expect(await sessions(page), "who looks has not acted").toEqual([mine]);
  await lab.press(0);
  await expect.poll(() => names(page)).toEqual(["A", "zero three seven four"]);
  expect((await sessions(page))[1]).toEqual(mine);

  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect.poll(() => names(page)).toEqual(["zero three seven four", "A"]);
  expect((await sessions(page))[0]?.key, "under its old key").toBe(mine?.key);
  await lab.press(0);
  await expect.poll(() => page.url()).toContain("digit:4&cue=");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(lab.memories).toHaveCount(1);
  await expect
    .poll(() => names(page), "undo goes back to the other session, and to its key")
    .toEqual(["A", "zero three seven four"]);
  await again(page);
  await expect(lab.memories.locator("b")).toHaveText(["A"]);
  await expect(notice(page)).toHaveCount(0);
});

test("where the address tells of a session that is kept, that one goes on", async ({ lab, page }) => {
  await lab.open();
  await keepExample(lab, "four");
  const address = page.url();
  const [{ key } = { key: "" }] = await sessions(page);
  await page.goto("about:blank");
  await page.goto("./#m=letter:A");
  await lab.press(0);
  await expect.poll(() => sessions(page)).toHaveLength(2);
  await page.goto("about:blank");
  await page.goto(address);
  await expect(lab.memories).toHaveCount(4);
  await expect(notice(page)).toHaveCount(0);
  await lab.forgetFirst();
  await expect.poll(() => names(page)).toEqual(["three seven four", "A"]);
  expect((await sessions(page))[0]?.key).toBe(key);
});

test("starting afresh, a file and the challenges overwrite nothing", async ({ lab, page }) => {
  await lab.open();
  await keepExample(lab, "four");
  const file = await newest(page);
  await lab.press(0); // kept only when the page turns to something else
  await page.locator("#menu").click();
  await page.locator("#afresh").click();
  await expect(lab.memories).toHaveCount(3);
  const pressed = JSON.parse(await newest(page));
  expect(pressed.cue, "what was done just before is kept too").not.toEqual(JSON.parse(file).cue);
  await page.waitForTimeout(600); // longer than it takes to keep
  await page.reload();
  await expect(lab.memories).toHaveCount(3);
  expect(await names(page), "what nobody has made is not kept").toEqual(["zero three seven four"]);
  await lab.forgetFirst();
  await page
    .locator("#file")
    .setInputFiles({ name: "mine.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await expect
    .poll(() => names(page))
    .toEqual(["zero three seven four", "three seven", "zero three seven four"]);
  await lab.lens("Challenges");
  for (let i = 0; i < 3; i += 1) {
    await page.locator("#set-up").click();
    await lab.step.click();
    await expect.poll(async () => (await sessions(page)).length, "one for all of them").toBe(4);
  }
  const before = ["zero three seven four", "three seven", "zero three seven four"];
  expect((await names(page)).slice(1)).toEqual(before);
  await lab.storeExamples("five");
  await page.locator("#set-up").click(); // at once: what was done just before is kept too
  await lab.step.click();
  await expect.poll(() => sessions(page), "what was stored is not overwritten").toHaveLength(5);
  expect((await names(page))[1]).toContain("five");
});

test("what was brought back by undo is not overwritten by bringing it back once more", async ({
  lab,
  page,
}) => {
  await lab.open();
  await keepExample(lab, "four");
  await page.goto("about:blank");
  await page.goto("./#m=letter:A");
  await expect(lab.memories).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await lab.storeExamples("five");
  await expect.poll(() => names(page)).toEqual(["zero three seven four five"]);
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(lab.memories).toHaveCount(5);
  await page.waitForTimeout(600); // longer than it takes to keep
  expect(await names(page)).toEqual(["zero three seven four five"]);
});

test("back from a link, the session that the address tells of goes on", async ({ lab, page }) => {
  await lab.open();
  await keepExample(lab, "four");
  await page.evaluate(() => {
    location.hash = "#m=letter:A";
  });
  await expect(lab.memories).toHaveCount(1);
  await page.goBack();
  await expect(lab.memories).toHaveCount(4);
  await lab.storeExamples("five");
  await expect.poll(() => names(page)).toEqual(["zero three seven four five"]);
});

test("what could not be kept for want of room is kept when there is some", async ({ lab, page }) => {
  await lab.open();
  await lab.press(0);
  await expect.poll(() => sessions(page)).toHaveLength(1);
  await fill(page);
  await lab.storeExamples("four", "five");
  await expect(notice(page)).toContainText("storage for the page is full");
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("filler")) localStorage.removeItem(key);
  });
  await lab.lens("Weights");
  await lab.lens("Why");
  await expect.poll(() => names(page)).toEqual(["zero three seven four five"]);
});

test("a tab that ends without a word opens what was kept last when it is loaded again", async ({
  lab,
  page,
}) => {
  await lab.open();
  await lab.storeExamples("four");
  await page.reload();
  await expect(lab.memories).toHaveCount(4);
  await keepExample(lab, "five");
  await page.evaluate(() => {
    // As if it had crashed: nobody hears that it goes.
    window.addEventListener("pagehide", (event) => event.stopImmediatePropagation(), true);
  });
  await page.reload();
  await expect(lab.memories).toHaveCount(5);
});

test("two tabs on the same session: the second to act goes on under a key of its own", async ({
  lab,
  page,
  context,
}) => {
  await lab.open();
  await keepExample(lab, "one");
  const other = await context.newPage();
  await other.goto("./");
  const theirs = new Lab(other);
  await expect(theirs.memories).toHaveCount(4);
  const before = await sessions(page);
  await other.emulateMedia({ colorScheme: "dark" });
  await other.waitForTimeout(800); // twice as long as it takes to keep
  expect(await sessions(page), "who only looks keeps nothing").toEqual(before);

  await lab.storeExamples("two");
  await expect.poll(() => names(page)).toEqual(["zero three seven one two"]);
  await theirs.storeExamples("four");
  await expect.poll(() => names(page)).toEqual(["zero three seven one four", "zero three seven one two"]);
  await lab.storeExamples("five");
  await theirs.storeExamples("six");
  await expect
    .poll(() => names(page))
    .toEqual(["zero three seven one four six", "zero three seven one two five"]);

  await page.reload();
  await expect(lab.memories).toHaveCount(6);
  await lab.storeExamples("eight");
  await expect
    .poll(() => names(page))
    .toEqual(["zero three seven one two five eight", "zero three seven one four six"]);
  await page.close(); // it has nothing new to keep
  await other.waitForTimeout(300);
  expect(await names(other)).toHaveLength(2);
});

test("a tab that was loaded again while another went on from its session overwrites nothing either", async ({
  lab,
  page,
  context,
}) => {
  await lab.open();
  await keepExample(lab, "one");
  const other = await context.newPage();
  await other.goto("./");
  const theirs = new Lab(other);
  await theirs.storeExamples("four");
  await expect.poll(() => names(page)).toEqual(["zero three seven one four"]);
  await page.reload();
  await expect(lab.memories).toHaveCount(4);
  await lab.storeExamples("two");
  await expect.poll(() => names(page)).toEqual(["zero three seven one two", "zero three seven one four"]);
});

test("what an earlier version of the page kept under one key is opened, and stays", async ({ lab, page }) => {
  await lab.open();
  await keepExample(lab, "four");
  const old = await newest(page);
  await page.evaluate(
    ([key, text]) => {
      localStorage.clear();
      localStorage.setItem(key, text);
      localStorage.setItem(`${key}:damaged`, "set aside by an earlier version");
    },
    [KEY, old] as const,
  );
  await again(page);
  await expect(lab.memories).toHaveCount(4);
  await expect(notice(page)).toHaveCount(0);
  await keepExample(lab, "five");
  const all = new Map((await sessions(page)).map(({ key, text }) => [key, text]));
  expect([...all.keys()].sort()).toEqual([KEY, `${KEY}:1`, `${KEY}:damaged`]);
  expect([all.get(KEY), all.get(`${KEY}:damaged`)]).toEqual([old, "set aside by an earlier version"]);
});

test("what the tab keeps for its reload is gone once the page is up: a sudden end then leads to what was kept last", async ({
  lab,
  page,
}) => {
  await lab.open();
  await keepExample(lab, "four");
  await page.reload();
  await expect(lab.memories).toHaveCount(4);
  await expect.poll(() => page.evaluate((key) => sessionStorage.getItem(key), KEY)).toBeNull();
});

test("after the clock is set back, what was kept last is still what opens, and stays the longest", async ({
  lab,
  page,
}) => {
  await lab.open();
  await keepExample(lab, "four");
  const before = await newest(page);
  await page.evaluate(() => localStorage.clear());
  await put(page, `${KEY}:1`, before, -86_400_000); // kept tomorrow
  await page.goto("about:blank");
  await page.goto("./#m=letter:A");
  await lab.press(0);
  await expect.poll(() => newest(page)).toContain('"A"');
  await page.goto("about:blank");
  await page.goto("./");
  await expect(lab.memories).toHaveCount(1);
});

test("beyond twenty sessions the oldest goes, but none that cannot be read", async ({ lab, page }) => {
  await lab.open();
  await lab.press(0);
  await expect.poll(() => sessions(page)).toHaveLength(1);
  const text = await newest(page);
  await page.evaluate(() => localStorage.clear());
  for (let i = 1; i <= 20; i += 1) await put(page, `${KEY}:${i}`, text, i * 60_000);
  await put(page, `${KEY}:21`, "damaged", 3_600_000);
  await page.goto("about:blank");
  await page.goto("./#m=letter:A");
  await expect(lab.memories).toHaveCount(1);
  await lab.press(0);
  await expect.poll(() => newest(page)).toContain('"A"');
  const keys = (await sessions(page)).map(({ key }) => key);
  expect(keys).toHaveLength(21);
  expect(keys, "the oldest").not.toContain(`${KEY}:20`);
  expect(keys).toContain(`${KEY}:19`);
  expect(keys, "older, but damaged").toContain(`${KEY}:21`);
  const [{ time } = { time: "" }] = await sessions(page);
  await lab.press(1);
  await expect.poll(async () => (await sessions(page))[0]?.time).not.toBe(time);
  expect(await sessions(page), "going on takes no more").toHaveLength(21);
});

test("where there is no room the oldest sessions go for it, which is said; damaged ones stay", async ({
  lab,
  page,
}) => {
  await lab.open();
  await lab.press(0);
  await expect.poll(() => sessions(page)).toHaveLength(1);
  const text = await newest(page);
  await page.evaluate(() => localStorage.clear());
  for (let i = 1; i <= 3; i += 1) await put(page, `${KEY}:${i}`, text, i * 60_000);
  await put(page, `${KEY}:4`, "damaged", 3_600_000);
  await again(page);
  await expect(lab.memories).toHaveCount(3);
  await page.goto("about:blank");
  await page.goto("./#m=letter:A,letter:B,letter:C,letter:D,letter:E,letter:F");
  await expect(lab.memories).toHaveCount(6);
  await fill(page, 20);
  await lab.press(0);
  await expect(notice(page)).toHaveText(
    "This browser’s storage for the page is full. To keep what you have here, 2 earlier sessions had to go, the oldest first.",
  );
  const left = await sessions(page);
  expect(left.map(({ text }) => text).slice(1)).toEqual([text, "damaged"]);
  expect(left[0]?.text).toContain('"F"');
});

test("where no session that goes would make room, none goes", async ({ lab, page }) => {
  await lab.open();
  await lab.press(0);
  await expect.poll(() => sessions(page)).toHaveLength(1);
  const text = await newest(page);
  await put(page, `${KEY}:2`, text, 60_000);
  await put(page, `${KEY}:3`, text, 120_000);
  await page.goto("about:blank");
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => `letter:${letter}`);
  await page.goto(`./#m=${[...letters, ...letters].join(",")}`);
  await expect(lab.memories).toHaveCount(52);
  await fill(page);
  const before = await sessions(page);
  await lab.press(0);
  await expect(notice(page)).toContainText(
    "cannot be kept for your next visit: this browser’s storage for the page is full",
  );
  expect(await sessions(page)).toEqual(before);
});

test("work that there was no room for is still work after a reload: as soon as there is room it is kept", async ({
  lab,
  page,
}) => {
  await lab.open();
  await fill(page);
  await lab.storeExamples("four");
  await expect(notice(page)).toContainText("this browser’s storage for the page is full");
  await page.reload();
  await expect(lab.memories).toHaveCount(4);
  await expect(notice(page), "it is said again").toContainText("this browser’s storage for the page is full");
  await page.reload();
  await expect(lab.memories).toHaveCount(4);
  await page.evaluate(() => localStorage.clear());
  await page.evaluate(() => {
    location.hash = "m=letter:A";
  });
  await expect(lab.memories).toHaveCount(1);
  await expect.poll(() => newest(page)).toContain('"four"');
});

test("a damaged session stays where it is and is passed over, which is said once", async ({ lab, page }) => {
  const damaged = '{"hopfield-net": 1, "rows": 8, "columns": 8, "memories": [{"name": "mine"';
  await lab.open();
  await keepExample(lab, "four");
  await put(page, `${KEY}:7`, damaged, -1000);
  await page.evaluate((key) => localStorage.setItem(key, "damaged, of an earlier version"), KEY);
  await again(page);
  await expect(notice(page)).toContainText(
    "What this browser kept of your last visit is damaged: expected JSON:",
  );
  await expect(notice(page)).toContainText("It stays among the earlier sessions in the menu.");
  await expect(lab.memories, "the one before it is opened").toHaveCount(4);
  await again(page);
  await expect(lab.memories).toHaveCount(4);
  await expect(notice(page)).toHaveCount(0);
  await lab.recallToTheEnd();
  const { time } = await lab.shown();
  expect(time).toBeGreaterThan(0);
  await expect.poll(async () => JSON.stringify(await sessions(page))).toContain(`updates\\": ${time}`);
  const all = new Map((await sessions(page)).map(({ key, text }) => [key, text]));
  expect(all.get(`${KEY}:7`)).toBe(damaged);
  expect(all.get(KEY)).toBe("damaged, of an earlier version");
});

test("a damaged session is not lost where there is room for nothing", async ({ lab, page }) => {
  await lab.open();
  await page.evaluate((key) => localStorage.setItem(key, "damaged"), KEY);
  await fill(page);
  await again(page);
  await expect(notice(page)).toContainText("is damaged");
  await lab.press(0);
  await expect(notice(page)).toContainText("this browser’s storage for the page is full");
  expect(await sessions(page)).toEqual([{ key: KEY, time: "", text: "damaged" }]);
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
  await fill(page);
  await lab.press(0);
  await expect(notice(page)).toContainText("this browser’s storage for the page is full");
});
