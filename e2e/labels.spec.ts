// Long names of memories beside curves: they leave the curve its room, are nowhere cut by an edge, and are told in full.
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

const LONG = "my grandmother’s old chair";
const WIDE = "WWWWWWWWWWWWWWWWWWWWWWWW";

interface Text {
  words: string;
  /** Where it was painted, CSS px from the left edge of its canvas, and how wide that is. */
  left: number;
  right: number;
  canvas: number;
}

/** Writes down what is painted as text on canvases, by their ids. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const texts: Record<string, unknown[]> = {};
    Object.assign(window, { texts });
    const { fillText, clearRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.clearRect = function (...given) {
      if (this.canvas instanceof HTMLCanvasElement) texts[this.canvas.id] = [];
      return clearRect.apply(this, given);
    };
    CanvasRenderingContext2D.prototype.fillText = function (...given) {
      const [words, x] = given;
      const { width } = this.measureText(words);
      const left = x - (this.textAlign === "right" ? width : this.textAlign === "center" ? width / 2 : 0);
      const { canvas } = this;
      if (canvas instanceof HTMLCanvasElement)
        texts[canvas.id]?.push({ words, left, right: left + width, canvas: canvas.clientWidth });
      return fillText.apply(this, given);
    };
  });
}

const textsOn = (page: Page, canvas: string): Promise<Text[]> =>
  page.evaluate(
    (canvas) => (window as unknown as { texts: Record<string, Text[]> }).texts[canvas] ?? [],
    canvas,
  );

async function inside(page: Page, canvas: string): Promise<Text[]> {
  await expect
    .poll(async () => (await textsOn(page, canvas)).filter(({ words }) => words.includes("…")).length)
    .toBeGreaterThan(0);
  const texts = await textsOn(page, canvas);
  for (const { words, left, right, canvas } of texts) {
    expect(left, words).toBeGreaterThanOrEqual(-0.5);
    expect(right, words).toBeLessThanOrEqual(canvas + 0.5);
  }
  return texts;
}

test("in the lab", async ({ lab, page }) => {
  await listen(page);
  await page.goto(`./#v1&memories=digit:0+digit:3+digit:7`);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await lab.open();
    for (const [at, name] of [
      [1, WIDE],
      [2, LONG.slice(0, 24)],
    ] as const) {
      await page.locator(`#more-${at}`).click();
      await page.locator(`#name-${at}`).fill(name);
      await page.locator(`#name-${at}`).press("Enter");
      await page.keyboard.press("Escape");
    }
    const end = (await inside(page, "curve")).find(({ words }) => words === "64 updates");
    expect(end?.right, "where the curve ends").toBeGreaterThan(0.55 * (end?.canvas ?? Number.NaN));
    await lab.lens("Overlaps");
    await inside(page, "overlaps");
    await lab.rule("Dense memories");
    await lab.lens("Why");
    await inside(page, "votes");
    const box = await lab.curve.boundingBox();
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) - 5, (box?.y ?? 0) + 20);
    await expect(lab.curve).toHaveAttribute("title", `zero\n${WIDE}\n${LONG.slice(0, 24)}`);
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 20);
    await expect(lab.curve).toHaveAttribute("title", "");
    await page.evaluate(() => localStorage.clear());
  }
});

test("in a figure of 280 px", async ({ page }) => {
  await listen(page);
  await page.setViewportSize({ width: 280, height: 700 });
  for (const name of [LONG, WIDE]) {
    const memories = `PEKlgYGZQjw.${encodeURIComponent(name)}+digit:7`;
    await page.goto(
      `embed.html?${name.length}#memories=${encodeURIComponent(memories)}&cue=digit:7&noise=12&show=pad+energy`,
    );
    await expect(page.locator("#recall")).toBeVisible();
    await inside(page, "curve");
  }
});
