// Every size of grid that the page offers: pad, memories, curve, lenses, and what they say.
import { expect, test } from "./support/test";

for (const side of [5, 12, 16, 24, 32]) {
  test(`${side} x ${side}: everything is drawn anew, and every number is of ${side * side} neurons`, async ({
    lab,
    page,
  }) => {
    test.slow();
    const neurons = side * side;
    await lab.open();
    await lab.size(side);
    await expect(page.locator("[role=gridcell]")).toHaveCount(neurons);
    await expect(lab.memories).toHaveCount(3);

    // Corrupt: the usual share of the cells, and never more than there are.
    const field = page.getByLabel("How many cells to corrupt");
    const usual = Math.round((12 / 64) * neurons);
    await expect(field).toHaveValue(String(usual));
    await expect(field).toHaveAttribute("max", String(neurons));
    const on = (await lab.cells()).filter((cell) => cell === 1).length;
    await lab.tool("Invert");
    expect((await lab.cells()).filter((cell) => cell === 1).length).toBe(neurons - on);
    await field.fill(String(neurons));
    await page.getByRole("button", { name: "Corrupt", exact: true }).click();
    expect((await lab.cells()).filter((cell) => cell === 1).length).toBe(on);
    await field.fill(String(neurons + 1));
    await page.getByRole("button", { name: "Corrupt", exact: true }).click();
    await expect(lab.verdict).toContainText(`from 1 to ${neurons}, not ${neurons + 1}.`);

    // The pad: the last cell is where the pointer says.
    const box = await lab.pad.boundingBox();
    const pitch = (box?.width ?? 0) / side;
    const before = await lab.cells();
    await page.mouse.click((box?.x ?? 0) + (side - 0.5) * pitch, (box?.y ?? 0) + (side - 0.5) * pitch);
    const after = await lab.cells();
    expect(before.flatMap((cell, i) => (cell === after[i] ? [] : [i]))).toEqual([neurons - 1]);

    // The lenses count this grid's neurons.
    await page.mouse.move(0, 0);
    await expect(page.locator("#why")).toContainText(`the other ${neurons - 1}`);
    const overlaps = await lab.lens("Overlaps");
    await expect(overlaps).toContainText(`${neurons} is the memory itself`);
    const weights = await lab.lens("Weights");
    await expect(weights).toContainText(`of ${(neurons * (neurons - 1)) / 2} links`);
    if (side >= 24) await expect(weights).toContainText("Shows the strongest");
    await page.getByRole("button", { name: "Matrix" }).click();
    await expect(page.locator("#weights")).toHaveAttribute(
      "aria-label",
      `The couplings as a matrix, ${neurons} by ${neurons}`,
    );
    await page.getByRole("button", { name: "One neuron" }).click();
    await expect(weights).toContainText(`about the other ${neurons - 1}`);
    await lab.lens("Why");

    // And it recalls.
    await page.locator("#load-2").click();
    await field.fill(String(Math.round(neurons / 16)));
    await page.getByRole("button", { name: "Corrupt", exact: true }).click();
    await lab.recallToTheEnd();
    await expect(lab.verdict).toContainText("seven, exactly.");
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  });
}

test("examples are drawn for the grid, and thumbnails show what is stored", async ({ lab }) => {
  await lab.open();
  await lab.size(16);
  await lab.storeExamples("A");
  const cells = await lab.cells();
  await expect(lab.memories.last()).toContainText("A");
  const blocks = await lab.memories
    .last()
    .locator("canvas")
    .evaluate((source: HTMLCanvasElement) => {
      const context = new OffscreenCanvas(source.width, source.height).getContext("2d", {
        willReadFrequently: true,
      });
      if (!context) throw new Error("This browser offers no 2-D canvas.");
      context.drawImage(source, 0, 0);
      const pitch = source.width / 16;
      // the darker, the more active
      return Array.from({ length: 256 }, (_, i) => {
        const [x, y] = [((i % 16) + 0.5) * pitch, (Math.floor(i / 16) + 0.5) * pitch];
        return context.getImageData(x, y, 1, 1).data[1] ?? 255;
      });
    });
  expect(blocks.map((green) => (green < 160 ? 1 : -1))).toEqual(cells);
});

test("another size is undone like any act, names and all", async ({ lab, page }) => {
  await lab.open();
  const before = await lab.cells();
  await lab.size(24);
  await expect(lab.verdict).toContainText("drawn anew on 24 by 24 cells; undo brings the old ones back");
  await page.keyboard.press("Control+z");
  expect(await lab.cells()).toEqual(before);
  await expect(lab.memories.last()).toContainText("seven");
  await expect(page.getByLabel("How many cells to corrupt")).toHaveValue("12");
});
