// Everything that matters is in sight, in every size and colour.
import type { Page } from "@playwright/test";
import type { Lab } from "./support/lab";
import { expect, test } from "./support/test";
import { digit } from "./support/theory";

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function inSight(lab: Lab, page: Page): Promise<void> {
  const window = page.viewportSize() ?? { width: 0, height: 0 };
  for (const part of [lab.pad, lab.recall, lab.verdict, lab.energy, lab.store, lab.step]) {
    const box = await part.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? Number.NaN) + (box?.width ?? 0)).toBeLessThanOrEqual(window.width);
    expect((box?.y ?? Number.NaN) + (box?.height ?? 0)).toBeLessThanOrEqual(window.height);
  }
}

test("pad, Recall, the sentence and the energy are on the first screen", async ({ lab, page }) => {
  for (const [width, height] of [
    [1280, 800],
    [390, 844],
    [820, 1180],
    [1920, 1080],
    [1024, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await lab.open();
    await inSight(lab, page);
    expect(await sideways(page), `at ${width} px`).toBe(0);
    const pad = await lab.pad.boundingBox();
    expect(pad?.height).toBeGreaterThan(Math.min(width, height) / 3);
  }
});

test("on a phone on its side Recall stands beside the pad", async ({ lab, page }) => {
  for (const [width, height] of [
    [844, 390],
    [932, 430],
    [640, 400],
    [568, 320],
  ] as const) {
    await page.setViewportSize({ width, height });
    await lab.open();
    expect(await sideways(page), `at ${width} px`).toBe(0);
    const pad = await lab.pad.boundingBox();
    expect(pad?.height).toBeGreaterThan(0.6 * height);
    for (const part of [lab.pad, lab.recall, lab.step, lab.verdict]) {
      const box = await part.boundingBox();
      expect((box?.y ?? Number.NaN) + (box?.height ?? 0), `at ${width} px`).toBeLessThanOrEqual(height);
      expect((box?.x ?? Number.NaN) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    }
    expect((await lab.recall.boundingBox())?.x).toBeGreaterThan((pad?.x ?? 0) + (pad?.width ?? 0));
  }
});

test("on a desk the laws are on the first screen too, whatever the rule and the verdict, and nothing moves", async ({
  lab,
  page,
}) => {
  await lab.open();
  const laws = page.locator(".laws");
  const before = await laws.boundingBox();
  const stays = async (what: string): Promise<void> => expect(await laws.boundingBox(), what).toEqual(before);
  expect((before?.y ?? Number.NaN) + (before?.height ?? 0)).toBeLessThanOrEqual(800);
  for (const rule of [
    "Storkey",
    "Projection",
    "Perceptron",
    "Symmetric perceptron",
    "Dreaming kernel",
    "Dense memories",
    "Exponential",
    "Hebb",
  ]) {
    await lab.rule(rule);
    await stays(rule);
  }
  for (const order of ["Shuffled", "Cyclic", "Synchronous", "Random"]) {
    await lab.order(order);
    await stays(order);
  }
  await page.getByLabel("Seed").fill("none");
  await page.getByLabel("Seed").press("Enter");
  await stays("no seed");
  await lab.storeExamples("one", "two", "four");
  await lab.recallToTheEnd();
  await expect(lab.verdict).toContainText("Settled");
  await stays("a long verdict");
  await lab.size(32);
  await stays("32 x 32");
});

test("on every desk the lenses have one row of tabs, and no law reaches into its neighbour", async ({
  lab,
  page,
}) => {
  for (const [width, height] of [
    [1280, 800],
    [1366, 1024],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await lab.open();
    const tabs = await page.getByRole("tab").all();
    const tops = await Promise.all(tabs.map(async (tab) => (await tab.boundingBox())?.y));
    expect(new Set(tops).size, `at ${width} px`).toBe(1);
    await lab.order("Synchronous");
    const order = await page.locator("#order").boundingBox();
    const next = await page.locator("#temperature-label").boundingBox();
    expect((next?.x ?? 0) - ((order?.x ?? 0) + (order?.width ?? 0)), `at ${width} px`).toBeGreaterThanOrEqual(
      12,
    );
  }
});

test("between a tablet and a desk the lenses have one row of tabs, or one each for looks and deeds", async ({
  lab,
  page,
}) => {
  for (const [width, rows] of [
    [1080, [4, 4]],
    [1150, [4, 4]],
    [1220, [8]],
    [1279, [8]],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await lab.open();
    const tabs = await page.getByRole("tab").all();
    const tops = await Promise.all(tabs.map(async (tab) => (await tab.boundingBox())?.y));
    const counts = [...new Set(tops)].map((top) => tops.filter((y) => y === top).length);
    expect(counts, `at ${width} px`).toEqual(rows);
  }
});

test("320 px are enough, without scrolling sideways, with any number of memories", async ({ lab, page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await lab.open();
  expect(await sideways(page)).toBe(0);
  const [title, menu] = [await page.locator("h1").boundingBox(), await page.locator("#menu").boundingBox()];
  expect(menu?.y).toBeLessThan((title?.y ?? 0) + (title?.height ?? 0)); // one row
  await lab.storeExamples("one", "two", "A", "B", "C");
  expect(await sideways(page)).toBe(0);
  await expect(lab.store).toBeInViewport();
  const laws = await page.locator(".laws").boundingBox();
  for (const part of ["#rule-panel ~ p, rule-picker p", "#anneal", "#new-order"]) {
    const box = await page.locator(part).first().boundingBox();
    expect((box?.x ?? Number.NaN) + (box?.width ?? 0), part).toBeLessThan(
      (laws?.x ?? 0) + (laws?.width ?? 0),
    );
  }
});

test("where names have no room beside their lines, it says how many", async ({ lab, page }) => {
  await page.addInitScript(() => {
    const { fillText } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.fillText = function (...given) {
      const { canvas } = this;
      if (canvas instanceof HTMLCanvasElement)
        canvas.dataset.said = `${canvas.dataset.said ?? ""}|${given[0]}`;
      return fillText.apply(this, given);
    };
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await lab.open();
  await lab.storeExamples("one", "two", "four", "five", "A", "B", "C");
  await lab.curve.evaluate((canvas) => {
    canvas.dataset.said = "";
  });
  await lab.step.click();
  const names = ["zero", "three", "seven", "one", "two", "four", "five", "A", "B", "C"];
  const said = ((await lab.curve.getAttribute("data-said")) ?? "").split("|");
  const named = names.filter((name) => said.includes(name)).length;
  expect(named).toBeGreaterThan(4);
  expect(named).toBeLessThan(10);
  expect(said).toContain(`+ ${10 - named} more`);
});

for (const anchors of [true, false]) {
  test(`panels open inside the window, ${anchors ? "beside their buttons" : "also where anchors are unknown"}`, async ({
    lab,
    page,
  }) => {
    for (const size of [
      { width: 1280, height: 800 },
      { width: 390, height: 844 },
    ]) {
      await page.setViewportSize(size);
      await lab.open();
      if (!anchors) await forgetAnchors(page);
      for (const [button, panel] of [
        ["more-tools", "more"],
        ["rule", "rule-panel"],
        ["order", "order-panel"],
        ["examples", "examples-panel"],
        ["menu", "menu-panel"],
        ["size", "size-panel"],
        ["more-2", "menu-2"],
      ]) {
        await page.locator(`#${button}`).click();
        const box = await page.locator(`#${panel}`).boundingBox();
        expect(box?.width, panel).toBeGreaterThan(180);
        if (anchors && ["menu", "more-2", "more-tools"].includes(button as string))
          expect(between(box, await page.locator(`#${button}`).boundingBox()), panel).toBeLessThan(12);
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? Number.NaN) + (box?.width ?? 0)).toBeLessThanOrEqual(size.width);
        expect((box?.y ?? Number.NaN) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
        await page.keyboard.press("Escape");
        await expect(page.locator(`#${panel}`)).toBeHidden();
      }
    }
  });
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** How far apart two boxes are, CSS px. */
function between(a: Box | null, b: Box | null): number {
  if (!a || !b) return Number.NaN;
  const across = Math.max(a.x - (b.x + b.width), b.x - (a.x + a.width), 0);
  const down = Math.max(a.y - (b.y + b.height), b.y - (a.y + a.height), 0);
  return Math.hypot(across, down);
}

/** Takes from every style sheet what a browser without CSS anchors would not read. */
async function forgetAnchors(page: Page): Promise<void> {
  const taken = await page.evaluate(() => {
    let taken = 0;
    const forget = (sheet: CSSStyleSheet | CSSGroupingRule): void => {
      for (let i = sheet.cssRules.length - 1; i >= 0; i -= 1) {
        const rule = sheet.cssRules[i];
        if (rule instanceof CSSSupportsRule) sheet.deleteRule(i);
        else if (rule instanceof CSSGroupingRule && !(rule instanceof CSSStyleRule)) forget(rule);
        else if (!(rule instanceof CSSStyleRule && rule.style.removeProperty("position-area"))) continue;
        taken += 1;
      }
    };
    for (const part of document.querySelector("hopfield-lab")?.shadowRoot?.querySelectorAll("*") ?? [])
      for (const sheet of part.shadowRoot?.adoptedStyleSheets ?? []) forget(sheet);
    return taken;
  });
  expect(taken).toBeGreaterThan(0);
}

test("with reduced motion nothing starts and nothing pulses", async ({ lab, page }) => {
  await page.addInitScript(() => {
    const request = window.requestAnimationFrame.bind(window);
    Object.assign(window, { frames: 0 });
    window.requestAnimationFrame = (callback) => {
      (window as unknown as { frames: number }).frames += 1;
      return request(callback);
    };
  });
  const framesOfThirtySteps = async (): Promise<number> => {
    await lab.open();
    for (let i = 0; i < 30; i += 1) await lab.step.click();
    const { counts } = await lab.shown();
    expect(counts).not.toContain("0 flips"); // there was something to pulse for
    return page.evaluate(() => (window as unknown as { frames: number }).frames);
  };
  expect(await framesOfThirtySteps()).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await framesOfThirtySteps()).toBe(0);
});

test("people who choose their own colours see the picture in them", async ({ lab, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await lab.open();
  expect(await lab.colour("var(--active)")).toEqual(await lab.colour("Highlight"));
  expect(await lab.painted(lab.memories.nth(2).locator("canvas"))).toEqual(digit(7));
  expect(await lab.painted(lab.pad)).toEqual(await lab.cells());
});

test("in colours of one's own, controls tell what they are: filled, chosen, idle, a track and how far it is filled", async ({
  lab,
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await lab.open();
  /** What an element is really painted in. */
  const has = async (
    element: string,
    property: "color" | "background-color" | "border-top-color",
    css: string,
  ): Promise<void> =>
    expect
      .poll(async () => {
        const shown = await page.locator(element).evaluate((element, property) => {
          return getComputedStyle(element).getPropertyValue(property);
        }, property);
        return lab.colour(shown);
      }, `${property} of ${element}`)
      .toEqual(await lab.colour(css));
  await has("#recall", "background-color", "Highlight");
  await has("#recall", "color", "HighlightText");
  await has("#tab-why", "background-color", "Highlight");
  await has("#tab-why", "color", "HighlightText");
  await has("#mode-draw", "background-color", "Highlight");
  await has("#reset", "color", "GrayText"); // there is nothing to go back to
  await has("#reset", "border-top-color", "GrayText");
  await has("#step", "color", "ButtonText");
  await has("#step", "border-top-color", "ButtonBorder");
  await page.locator("#load-1").click();
  await has("#memory-1", "border-top-color", "Highlight"); // it is the one on the pad
  await has("#memory-0", "border-top-color", "Canvas");
  await lab.lens("Sleep");
  await has(".scale", "background-color", "var(--inactive)");
  await has(".done", "background-color", "Highlight");
  await page.getByRole("button", { name: "Share" }).click();
  await has("#copy", "background-color", "Highlight");
  await has("#copy", "color", "HighlightText");
});

test("light or dark is the system's choice until the reader's, which lasts", async ({ lab, page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: "dark" });
  await lab.open();
  const dark = await paper();
  expect(await lab.painted(lab.pad)).toEqual(await lab.cells());
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(paper).not.toBe(dark);
  await expect.poll(() => lab.painted(lab.pad)).toEqual(await lab.cells());
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("menuitem", { name: "Dark colours" }).click();
  expect(await paper()).toBe(dark);
  expect(await lab.painted(lab.memories.first().locator("canvas"))).toEqual(digit(0));
  await lab.open();
  expect(await paper()).toBe(dark);
});

test.describe("on a sharp screen", () => {
  test.use({ deviceScaleFactor: 3 });

  test("pictures use every pixel", async ({ lab }) => {
    await lab.open();
    const { width, css } = await lab.pad.evaluate((canvas: HTMLCanvasElement) => ({
      width: canvas.width,
      css: canvas.clientWidth,
    }));
    expect(width).toBe(3 * css);
    expect(await lab.painted(lab.pad)).toEqual(await lab.cells());
  });
});
