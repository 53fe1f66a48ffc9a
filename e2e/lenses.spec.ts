// The lenses: opened by mouse and keyboard, one at a time; overlaps and weights as the definitions have them.
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/test";
import { digit, overlap } from "./support/theory";

const memories = [digit(0), digit(3), digit(7)];

/** The overlaps that the lens writes. */
async function overlaps(page: Page): Promise<number[]> {
  const items = await page.locator("#overlaps-now li").allInnerTexts();
  return items.map((text) => Number(/−?\d+$/.exec(text.trim())?.[0].replace("−", "-")));
}

/** A fingerprint of what a canvas shows. */
const look = (canvas: Locator): Promise<string> =>
  canvas.evaluate((source: HTMLCanvasElement) => source.toDataURL());

test("tabs by keyboard: arrows open the next lens, Home and End the first and the last", async ({
  lab,
  page,
}) => {
  await lab.open();
  await page.getByRole("tab", { name: "Why" }).focus();
  for (const [key, name] of [
    ["ArrowRight", "Overlaps"],
    ["ArrowRight", "Weights"],
    ["End", "Challenges"],
    ["ArrowRight", "Why"],
    ["ArrowLeft", "Challenges"],
    ["Home", "Why"],
  ] as const) {
    await page.keyboard.press(key);
    const tab = page.getByRole("tab", { name });
    await expect(tab).toBeFocused();
    await expect(tab).toHaveAttribute("aria-selected", "true");
    await expect(page.getByRole("tabpanel", { name })).toBeVisible();
  }
});

test("only the lens in front is there", async ({ lab, page }) => {
  await lab.open();
  await expect(page.locator("hopfield-why-lens")).toHaveCount(1);
  await lab.lens("Weights");
  await expect(
    page.locator("hopfield-why-lens, hopfield-overlap-lens, hopfield-sleep-panel, hopfield-energy-meaning"),
  ).toHaveCount(0);
});

test("overlaps: one line a memory under the energy's time axis, at every moment x . s", async ({
  lab,
  page,
}) => {
  await lab.open();
  await lab.lens("Overlaps");
  const expected = async () => {
    const cells = await lab.cells();
    return memories.map((memory) => overlap(memory, cells));
  };
  expect(await overlaps(page)).toEqual(await expected());
  await lab.recallToTheEnd();
  expect(await overlaps(page)).toEqual(memories.map((memory) => overlap(memory, digit(7))));
  const canvas = page.locator("#overlaps");
  for (const hue of [0, 1, 2]) expect(await lab.shows(canvas, `var(--memory-${hue})`)).toBe(true);
  await lab.curve.focus();
  for (const key of ["Home", "PageUp", "PageUp", "End", "PageDown"]) {
    await page.keyboard.press(key);
    expect(await overlaps(page)).toEqual(await expected());
  }
  const [above, below] = [await lab.curve.boundingBox(), await canvas.boundingBox()];
  expect([below?.x, below?.width]).toEqual([above?.x, above?.width]);
});

test("the line of a memory goes through its overlap at each moment", async ({ lab, page }) => {
  await lab.open();
  await lab.lens("Overlaps");
  await lab.recallToTheEnd();
  // 249 updates have room for 256. The line of seven is looked for in columns of pixels away from the steps.
  const canvas = page.locator("#overlaps");
  const [red, green, blue] = await lab.colour("var(--memory-2)");
  await lab.curve.focus();
  for (const [presses, key] of [
    [1, "Home"],
    [6, "PageUp"],
    [6, "PageUp"],
    [6, "PageUp"],
  ] as const) {
    for (let i = 0; i < presses; i += 1) await page.keyboard.press(key);
    const { cells } = await lab.shown();
    const here = overlap(digit(7), cells);
    // The dot at the moment shown is as high as the overlap.
    const y = await canvas.evaluate(
      (source: HTMLCanvasElement, colour) => {
        const context = new OffscreenCanvas(source.width, source.height).getContext("2d", {
          willReadFrequently: true,
        });
        if (!context) throw new Error("This browser offers no 2-D canvas.");
        context.drawImage(source, 0, 0);
        const { data } = context.getImageData(0, 0, source.width, source.height);
        // The dot is the widest run of the colour in a column.
        let best = { length: 0, middle: 0 };
        for (let x = 0; x < source.width * 0.85; x += 1) {
          let length = 0;
          for (let y = 0; y <= source.height; y += 1) {
            const at = 4 * (y * source.width + x);
            const is =
              colour.every((value, k) => Math.abs(value - (data[at + k] ?? -99)) < 12) &&
              data[at + 3] === 255;
            if (is) length += 1;
            else {
              // a rise of the line is longer than the dot
              if (length > best.length && length <= 8) best = { length, middle: y - (length + 1) / 2 };
              length = 0;
            }
          }
        }
        return best.middle / (source.height / source.clientHeight);
      },
      [red ?? 0, green ?? 0, blue ?? 0],
    );
    const height = (await canvas.boundingBox())?.height ?? 0;
    const [top, bottom] = [12, height - 2.2 * 12]; // where N and -N lie, for text of 12 px
    expect(Math.abs(y - (top + ((64 - here) / 128) * (bottom - top)))).toBeLessThan(2);
  }
});

test("weights: all links, or only those that hold active neurons together; a threshold; one neuron", async ({
  lab,
  page,
}) => {
  await lab.open();
  await lab.lens("Weights");
  const words = page.locator("#weights-told");
  const pairs =
    memories[0]?.flatMap((_, i) => memories[0]?.slice(0, i).map((_, j) => [i, j] as const) ?? []) ?? [];
  const weight = (i: number, j: number): number =>
    memories.reduce((sum, memory) => sum + (memory[i] ?? 0) * (memory[j] ?? 0), 0);
  const cells = await lab.cells();
  const shown = async (): Promise<number> => Number(/(\d+) of 2016 links/.exec(await words.innerText())?.[1]);

  expect(await shown()).toBe(2016);
  await page.getByLabel("Hide links below").fill("50");
  await expect.poll(shown).toBe(pairs.filter(([i, j]) => Math.abs(weight(i, j)) >= 1.5).length);
  await page.getByRole("button", { name: "Among active" }).click();
  const active = pairs.filter(([i, j]) => cells[i] === 1 && cells[j] === 1);
  await expect.poll(shown).toBe(active.filter(([i, j]) => weight(i, j) >= 1.5).length);
  await page.getByLabel("Hide links below").fill("0");
  await expect.poll(shown).toBe(active.filter(([i, j]) => weight(i, j) > 0).length);
  expect(await lab.shows(page.locator("#weights"), "var(--negative)")).toBe(false);

  await page.getByRole("button", { name: "All links" }).click();
  await page.getByLabel("Hide links below").fill("0");
  for (const layout of ["On the grid", "On a circle"]) {
    await page.getByRole("button", { name: layout }).click();
    await expect.poll(shown).toBe(2016);
    const { x, y } = await lab.at(27);
    await page.mouse.move(x, y);
    await expect.poll(shown).toBe(63);
    await expect(words).toContainText("of the neuron in row 4, column 4");
    await lab.verdict.hover();
  }
  const nodes = page.locator("#nodes");
  const side = (await nodes.boundingBox())?.width ?? 0;
  await nodes.hover({ position: { x: side / 2, y: 6 } }); // on the circle neuron 0 is at the top
  await expect(words).toContainText("of the neuron in row 1, column 1");
});

test("links are painted again only when they change, neurons at every flip", async ({ lab, page }) => {
  await lab.open();
  await lab.lens("Weights");
  await expect(page.locator("#weights-told")).toContainText("2016");
  const [links, nodes] = [await look(page.locator("#weights")), await look(page.locator("#nodes"))];
  await lab.recallToTheEnd();
  expect(await look(page.locator("#weights"))).toBe(links);
  expect(await look(page.locator("#nodes"))).not.toBe(nodes);
  await page.locator("#more-0").click();
  await page.locator("#menu-0").getByRole("button", { name: "Forget" }).click();
  expect(await look(page.locator("#weights"))).not.toBe(links);
});

test("the matrix and one neuron's weights are painted as Hebb's rule has them", async ({ lab, page }) => {
  await lab.open();
  await lab.lens("Weights");
  await page.getByRole("button", { name: "Matrix" }).click();
  const weight = (i: number, j: number): number =>
    memories.reduce((sum, memory) => sum + (memory[i] ?? 0) * (memory[j] ?? 0), 0);
  // The middle of each place: red, blue or empty; both signs are opaque only where all three memories agree.
  const colours = { 3: await lab.colour("var(--positive)"), "-3": await lab.colour("var(--negative)") };
  const pixels = await page.locator("#weights").evaluate((source: HTMLCanvasElement) => {
    const context = new OffscreenCanvas(source.width, source.height).getContext("2d", {
      willReadFrequently: true,
    });
    if (!context) throw new Error("This browser offers no 2-D canvas.");
    context.drawImage(source, 0, 0);
    const pitch = source.width / 64;
    return Array.from({ length: 64 * 64 }, (_, at) => {
      const [i, j] = [Math.floor(at / 64), at % 64];
      return [...context.getImageData((j + 0.5) * pitch, (i + 0.5) * pitch, 1, 1).data.slice(0, 3)];
    });
  });
  let compared = 0;
  pixels.forEach((pixel, at) => {
    const [i, j] = [Math.floor(at / 64), at % 64];
    const value = i === j ? 0 : weight(i, j);
    for (const sign of [3, -3] as const) {
      const is = colours[sign].every((part, k) => Math.abs(part - (pixel[k] ?? -99)) < 40);
      if (is) expect(value, `${i}, ${j}`).toBe(sign);
      if (is) compared += 1;
    }
  });
  expect(compared).toBeGreaterThan(800);

  await page.getByRole("button", { name: "One neuron" }).click();
  const { x, y } = await lab.at(0);
  await page.mouse.move(x, y);
  await expect(page.locator("#weights-told")).toContainText("the neuron in row 1, column 1");
  expect(await lab.shows(page.locator("#weights"), "var(--positive)")).toBe(true);
});

test("a rule without couplings says so, and comes back with another rule", async ({ lab, page }) => {
  await lab.open();
  await lab.lens("Weights");
  await lab.rule("Exponential");
  await expect(page.locator("#no-couplings")).toContainText("makes no couplings");
  await lab.rule("Projection");
  await expect(page.locator("#weights-told")).toContainText("2016");
});

test("a large lens says that Esc makes it small again, and it does, unless something else is open", async ({
  lab,
  page,
}) => {
  await lab.open();
  const grow = page.locator("#grow");
  await grow.click();
  await expect(lab.curve).toBeHidden();
  await expect(grow).toHaveAttribute("title", /\(Esc\)$/);
  await page.getByRole("button", { name: "field" }).click(); // what the word means, over the lens
  await page.keyboard.press("Escape");
  await expect(page.locator("#meaning:popover-open")).toHaveCount(0);
  await expect(lab.curve).toBeHidden();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "By keyboard" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(lab.curve).toBeHidden();
  await lab.pad.focus();
  await page.keyboard.press("Escape");
  await expect(lab.curve).toBeVisible();
  await expect(grow).toHaveAttribute("title", "Larger, over the curve");
});
