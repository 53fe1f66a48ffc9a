// What the page says of itself: all of it is said, and what it offers is not lost under what comes later.
import { fill, keepExample, sessions } from "./support/storage";
import { expect, test } from "./support/test";

const KEY = "hopfield-net:session";

test("what a tab had before it was loaded again stays if damaged, and what was kept is opened", async ({
  lab,
  page,
}) => {
  await lab.open();
  await keepExample(lab, "four");
  await page.addInitScript((key) => sessionStorage.setItem(key, "damaged"), KEY);
  await page.reload();
  await expect(page.locator("#notice")).toContainText("What this browser kept of your last visit is damaged");
  await expect(lab.memories.locator("b")).toHaveText(["zero", "three", "seven", "four"]);
  const texts = async () => (await sessions(page)).map(({ text }) => text).sort();
  const kept = await texts();
  expect(kept).toEqual(["damaged", expect.stringContaining('"four"')]);
  await page.reload();
  await expect(lab.memories).toHaveCount(4);
  expect(await texts(), "and again: nothing is kept twice").toEqual(kept);
});

test("where there is no room to keep it elsewhere, what a tab had before stays in the tab", async ({
  lab,
  page,
}) => {
  await lab.open();
  await fill(page);
  // After the page has left there what it had.
  await page.addInitScript((key) => {
    if (!sessionStorage.getItem("once")) sessionStorage.setItem(key, "damaged");
    sessionStorage.setItem("once", "yes");
  }, KEY);
  await page.reload();
  await expect(page.locator("#notice")).toContainText("is damaged");
  await page.goto("./embed.html");
  const left = await page.evaluate((key) => sessionStorage.getItem(key), KEY);
  expect(left, "and is not to be opened again unasked").toMatch(/^\S+Z failed\ndamaged$/);
});

test("an offer is there again when what was said after it is closed", async ({ lab, page }) => {
  await lab.open();
  await keepExample(lab, "four");
  await page.goto("about:blank");
  await page.goto("./#m=digit:7&nothing=1");
  const notice = page.locator("#notice");
  await expect(notice).toContainText("nothing is known of “nothing”");
  await expect(notice).toContainText(
    "What you had here before stays among the earlier sessions in the menu.",
  );
  await page.evaluate(() => {
    location.hash = "#m=digit:3&other=1";
  });
  await expect(notice).toContainText("nothing is known of “other”");
  await expect(page.locator("#notice-action")).toHaveCount(0);
  await page.locator("#close-notice").click();
  await expect(notice).toContainText(
    "What you had here before stays among the earlier sessions in the menu.",
  );
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(lab.memories).toHaveCount(4);
  await expect(notice).toHaveCount(0);
});

test("a file that cannot be read is said to be so, and nothing changes", async ({ lab, page }) => {
  await lab.open();
  await page.evaluate(() => {
    const file = new File(["{}"], "mine.json", { type: "application/json" });
    file.text = () => Promise.reject(new DOMException("it has gone", "NotFoundError"));
    const event = new Event("paste", { bubbles: true });
    Object.assign(event, { clipboardData: { files: [file] } });
    document.dispatchEvent(event);
  });
  await expect(page.locator("#notice")).toHaveText("“mine.json” cannot be read: it has gone.");
  await expect(lab.memories).toHaveCount(3);
});
