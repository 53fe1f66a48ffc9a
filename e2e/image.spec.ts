// An image becomes a picture: dropped, pasted or chosen, with a look before.
import type { Page } from "@playwright/test";
import { violations } from "./support/axe";
import { expect, test } from "./support/test";
import { digit, negative, type Picture } from "./support/theory";

const dialog = (page: Page) => page.getByRole("dialog", { name: "An image becomes a picture" });
const notice = (page: Page) => page.locator("#notice");

/** A PNG of a picture: so many pixels a cell, in these colours, on a wide margin of the second. */
function png(
  page: Page,
  cells: Picture,
  pitch = 20,
  [on, off] = ["#103060", "#fff8e0"],
  margin = 0,
): Promise<Buffer> {
  return page
    .evaluate(
      ({ cells, pitch, on, off, margin }) => {
        const canvas = document.createElement("canvas");
        canvas.width = 8 * pitch + 4 * margin;
        canvas.height = 8 * pitch + 2 * margin;
        const context = canvas.getContext("2d");
        if (!context) throw new Error("This browser offers no 2-D canvas.");
        context.fillStyle = off ?? "";
        context.fillRect(0, 0, canvas.width, canvas.height);
        context.fillStyle = on ?? "";
        cells.forEach((cell, i) => {
          if (cell === 1)
            context.fillRect(margin + (i % 8) * pitch, margin + Math.floor(i / 8) * pitch, pitch, pitch);
        });
        return canvas.toDataURL("image/png").split(",")[1] ?? "";
      },
      { cells: [...cells], pitch, on, off, margin },
    )
    .then((code) => Buffer.from(code, "base64"));
}

interface Sent {
  name: string;
  type: string;
  buffer: Buffer;
}

/** Drops files, or pastes them. */
function send(page: Page, how: "drop" | "paste", files: Sent[], text = ""): Promise<void> {
  return page.evaluate(
    ({ how, files, text }) => {
      const data = new DataTransfer();
      for (const { name, type, code } of files) {
        const bytes = Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], name, { type }));
      }
      if (text) data.setData("text/plain", text);
      const options = { bubbles: true, cancelable: true };
      document.body.dispatchEvent(
        how === "drop"
          ? new DragEvent("drop", { ...options, dataTransfer: data })
          : new ClipboardEvent("paste", { ...options, clipboardData: data }),
      );
    },
    { how, files: files.map(({ buffer, ...file }) => ({ ...file, code: buffer.toString("base64") })), text },
  );
}

const image = (buffer: Buffer): Sent[] => [{ name: "drawing.png", type: "image/png", buffer }];

test("an image dropped is seen first, then stored, and can be undone", async ({ lab, page }) => {
  await lab.open();
  const before = await lab.cells();
  await send(page, "drop", image(await png(page, digit(5), 8)));
  await expect(dialog(page)).toBeVisible();
  expect(await lab.painted(page.locator("#image-picture"))).toEqual(digit(5));
  expect(await lab.cells(), "nothing has changed yet").toEqual(before);
  await page.getByRole("button", { name: "Store it" }).click();
  await expect(lab.verdict).toContainText("Stored as five");
  expect(await lab.painted(lab.memories.nth(3).locator("canvas"))).toEqual(digit(5));
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(lab.memories).toHaveCount(3);
});

test("light on dark is seen to be so; invert and threshold are the reader's; all by keyboard", async ({
  lab,
  page,
}) => {
  await lab.open();
  // Its outermost cells are off, so that they count as the ground.
  await send(page, "paste", image(await png(page, digit(0), 8, ["#ffffff", "#203020"])));
  const light = page.getByRole("checkbox", { name: /^Light on dark/ });
  await expect(light).toBeChecked();
  const preview = page.locator("#image-picture");
  expect(await lab.painted(preview)).toEqual(digit(0));
  await light.focus();
  await page.keyboard.press("Space");
  expect(await lab.painted(preview)).toEqual(negative(digit(0)));
  await page.getByLabel("Threshold").focus();
  await page.keyboard.press("Home");
  expect(await lab.painted(preview)).toEqual(digit(0).map(() => -1));
  await page.keyboard.press("End");
  expect(await lab.painted(preview)).toEqual(digit(0).map(() => 1));
  await expect(page.getByLabel("Threshold")).toHaveAttribute("aria-valuetext", "64 of 64 cells on");
  await page.getByRole("button", { name: "Put on the pad" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeHidden();
  expect(await lab.cells()).toEqual(digit(0).map(() => 1));
});

test("empty edges are cut off, if one likes; Escape leaves everything as it was", async ({ lab, page }) => {
  await lab.open();
  const square = Array.from({ length: 64 }, (): number => 1);
  await page.locator("#file").setInputFiles({
    name: "square.png",
    mimeType: "image/png",
    buffer: await png(page, square, 20, ["#000", "#fff"], 100),
  });
  const preview = page.locator("#image-picture");
  await expect(page.getByLabel("Cut off the empty edges")).toBeChecked();
  expect(await lab.painted(preview)).toEqual(square);
  await page.getByLabel("Cut off the empty edges").uncheck();
  const small = await lab.painted(preview);
  expect(small.filter((cell) => cell === 1).length).toBeLessThan(32);
  const before = await lab.shown();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  expect(await lab.shown()).toEqual(before);
});

test("what is no image, or no file, is told what can be dropped", async ({ lab, page }) => {
  await lab.open();
  const before = await lab.shown();
  await send(page, "drop", [
    { name: "<img src=x onerror=alert(1)>.txt", type: "text/plain", buffer: Buffer.from("hi") },
  ]);
  await expect(notice(page)).toHaveText(
    "“<img src=x onerror=alert(1)>.txt” is neither an image nor a saved session. What can be dropped here: an image (PNG, JPEG, GIF, WebP), or a session saved by this page (.json).",
  );
  await expect(page.locator("img")).toHaveCount(0);
  await send(page, "drop", [], "just words");
  await expect(notice(page)).toContainText("Only files can be dropped here");
  await send(page, "drop", image(Buffer.from("not a PNG at all")));
  await expect(notice(page)).toContainText(
    "“drawing.png” cannot become a picture: this browser cannot read it as an image",
  );
  await send(page, "drop", image(Buffer.alloc(0)));
  await expect(notice(page)).toContainText("cannot become a picture");
  await send(page, "drop", [{ name: "x.json", type: "application/json", buffer: Buffer.from("[1, 2") }]);
  await expect(notice(page)).toContainText("The file cannot be opened: expected JSON");
  expect(await lab.shown()).toEqual(before);
});

test("an image that says it is enormous does no harm", async ({ lab, page }) => {
  await lab.open();
  const buffer = await png(page, digit(1), 8);
  buffer.writeUInt32BE(60_000, 16); // its width, whose checksum is then wrong too
  buffer.writeUInt32BE(60_000, 20);
  await send(page, "drop", image(buffer));
  await expect(notice(page)).toContainText("“drawing.png” cannot become a picture");
  await lab.recallToTheEnd();
  await expect(lab.verdict).toContainText("seven, exactly");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe has nothing against it, ${colorScheme}`, async ({ lab, page }) => {
    await page.emulateMedia({ colorScheme });
    await lab.open();
    await send(page, "drop", image(await png(page, digit(5))));
    await expect(dialog(page)).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
