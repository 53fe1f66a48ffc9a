// The names of custom elements belong to a whole page: ours get in the way of nobody's, and of no second copy of our own.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, type Figure, test } from "./support/host";

const names = ["pattern-pad", "memory-shelf", "energy-curve", "run-controls", "verdict-line", "figure-tools"];
const SHOW = "pad energy verdict memories why overlaps weights meaning";
const CONTROLS = "recall step back reset speed noise draw store rule order temperature sleep";

/** Every part is there, and the main job done. */
async function works(page: Page, name: string): Promise<void> {
  const figure = page.locator(name);
  await figure.evaluate(
    (figure: Figure, [show, controls]) => {
      figure.show = show as string;
      figure.controls = controls as string;
      return figure.ready;
    },
    [SHOW, CONTROLS],
  );
  await expect(figure.locator("[role=gridcell]")).toHaveCount(64);
  await expect(figure.locator("#weights-told")).toBeVisible();
  await figure.locator("#recall").click();
  await expect(figure.locator("#verdict")).toContainText("seven, exactly.");
}

test("a page keeps its own elements of the names that our parts have, and the figures work", async ({
  page,
  host,
}) => {
  await page.addInitScript((names) => {
    for (const name of names) {
      customElements.define(
        name,
        class extends HTMLElement {
          connectedCallback(): void {
            this.textContent = `the page’s own ${name}`;
          }
        },
      );
    }
  }, names);
  await page.goto(host("two.html"));
  await page.evaluate(
    (names) => document.body.append(...names.map((name) => document.createElement(name))),
    names,
  );
  await works(page, "#fig1");
  for (const name of names) await expect(page.locator(`body > ${name}`)).toHaveText(`the page’s own ${name}`);
  await expect(page.locator("#fig1")).not.toContainText("the page’s own");
});

test("and may define them after us", async ({ page, host }) => {
  await page.goto(host("two.html"));
  await works(page, "#fig1");
  await page.evaluate((names) => {
    for (const name of names) customElements.define(name, class extends HTMLElement {});
  }, names);
});

test("script and module on one page: the first one stands, and its figures work", async ({ page, host }) => {
  const module = readFileSync(fileURLToPath(new URL("../dist/hopfield-net.mjs", import.meta.url)));
  const address = new URL("bundled.mjs", host("two.html")).href;
  await page.route(address, (route) => route.fulfill({ contentType: "text/javascript", body: module }));
  await page.goto(host("two.html"));
  const same = await page.evaluate(async (address) => {
    const first = customElements.get("hopfield-net");
    await import(address);
    document.querySelector("#fig1")?.after(document.createElement("hopfield-net"));
    return first !== undefined && customElements.get("hopfield-net") === first;
  }, address);
  expect(same).toBe(true);
  await works(page, "#fig1");
  const later = page.locator("#fig1 + hopfield-net");
  await expect(later.locator("[role=gridcell]")).toHaveCount(64);
});
