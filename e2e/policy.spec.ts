// The site under its own Content-Security-Policy, which its pages bring along and the tests' server sends with every file, so that
// it holds in workers too: everything works, and nothing is asked for that the policy forbids.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { openSurvey, survey } from "./support/survey";
import { expect, test } from "./support/test";

/** No more than this may be allowed. */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; " +
  "worker-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

/** What the policy has stopped on a page since it was opened. */
const stopped = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { stopped: string[] }).stopped);

test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    const stopped: string[] = [];
    Object.assign(window, { stopped });
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
      stopped.push(`${effectiveDirective} ${blockedURI} ${sample}`);
    });
  }),
);

test("every page brings it along, before it loads anything", async ({ request }) => {
  for (const name of ["index", "embed", "article", "guide"]) {
    const response = await request.get(`${name}.html`);
    expect(response.headers()["content-security-policy"]).toBe(policy);
    const text = await response.text();
    const at = text.indexOf(`<meta http-equiv="Content-Security-Policy" content="${policy}"`);
    expect(at).toBeGreaterThan(0);
    expect(text.search(/<script|<link|<style/)).toBeGreaterThan(at);
  }
});

test.describe("what it is there for", () => {
  test.use({ expected: [/Content Security Policy/] });

  test("a script, a style or a request that somebody slips in is stopped", async ({ lab, page }) => {
    await lab.open();
    await page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.slipped = true";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", '<p style="color: red" onclick="alert(1)">');
      await fetch("https://example.org/").catch(() => undefined);
    });
    expect(await page.evaluate(() => "slipped" in window)).toBe(false);
    // each twice: by the policy of the page, and by that of the server
    const directives = new Set((await stopped(page)).map((one) => one.split(" ")[0]));
    expect([...directives]).toEqual(["script-src-elem", "style-src-attr", "script-src-attr", "connect-src"]);
  });
});

test("the lab: every lens in both sizes, every kind of run", async ({ lab, page }) => {
  await lab.open();
  for (const lens of ["Why", "Overlaps", "Weights", "Energy", "Sleep", "Compare", "Challenges"]) {
    await lab.lens(lens);
    await lab.step.click();
  }
  await lab.lens("Weights");
  await lab.rule("Exponential");
  await expect(page.locator("#no-couplings")).toBeVisible();
  await lab.rule("Hebb");
  await lab.lens("Sleep");
  await page.locator("#dose").fill("3");
  await lab.recallToTheEnd();
  await expect(lab.verdict).toContainText("seven, exactly.");
  expect(await stopped(page)).toEqual([]);
});

test("a survey of every kind in its worker", async ({ lab, page }) => {
  await lab.open();
  for (const tab of ["Census", "Basins", "Capacity", "Map"] as const) {
    await openSurvey(page, tab);
    await survey(page);
  }
  expect(await stopped(page)).toEqual([]);
});

test("sharing: the code, a picture of it all, a file", async ({ lab, page }) => {
  await lab.open();
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByLabel("The link", { exact: true })).toHaveValue(/#v=1/);
  const dialog = page.getByRole("dialog", { name: "Share what is here" });
  const buttons = await dialog.getByRole("button", { name: /as (PNG|SVG)$|^Save file$/ }).all();
  expect(buttons).toHaveLength(6);
  for (const button of buttons) {
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    expect(readFileSync(await download.path()).length).toBeGreaterThan(100);
  }
  expect(await stopped(page)).toEqual([]);
});

test("an image that becomes a picture", async ({ lab, page }) => {
  await lab.open();
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(80, 80);
    const context = canvas.getContext("2d");
    context?.fillRect(0, 0, 40, 80);
    const file = new File([await canvas.convertToBlob()], "half.png", { type: "image/png" });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
  });
  await expect(page.getByRole("dialog", { name: "An image becomes a picture" })).toBeVisible();
  expect(await stopped(page)).toEqual([]);
});

test("the tour, the words and the keys", async ({ lab, page }) => {
  await lab.open();
  await page.getByRole("button", { name: "Take the tour" }).click();
  for (let at = 1; at <= 6; at += 1) {
    await expect(page.getByRole("dialog", { name: `Tour, step ${at} of 6` })).toBeVisible();
    await page.getByRole("button", { name: at < 6 ? "Next" : "Done" }).click();
  }
  await page.keyboard.press("Escape");
  for (const item of ["What the words mean", "By keyboard"]) {
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("menuitem", { name: item }).click();
    await expect(page.locator("dialog[open]")).toBeVisible(); // it is fetched first
    await page.keyboard.press("Escape");
    await expect(page.locator("dialog[open]")).toHaveCount(0);
  }
  expect(await stopped(page)).toEqual([]);
});

test("the essay, the guide and a frame", async ({ page }) => {
  for (const name of ["article", "guide", "embed"]) {
    await page.goto(`${name}.html`);
    const figure = page.locator("hopfield-net").first();
    await expect(figure.locator("#pad")).toBeVisible();
    await figure.locator("#step").click();
    await expect(figure.locator("#verdict")).not.toBeEmpty();
    expect(await stopped(page)).toEqual([]);
  }
});
