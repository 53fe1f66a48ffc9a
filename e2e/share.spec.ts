// A session shared: the link shows the same run elsewhere, files and pictures hold what is on the page, strangers' links do no harm.
import { readFileSync } from "node:fs";
import type { Download, Page } from "@playwright/test";
import { violations } from "./support/axe";
import { Lab } from "./support/lab";
import { expect, test } from "./support/test";
import { digit } from "./support/theory";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Share what is here" });
const notice = (page: Page) => page.locator("#notice");
const text = async (download: Download): Promise<string> => readFileSync(await download.path(), "utf8");

async function link(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share" }).click();
  return page.getByLabel("The link", { exact: true }).inputValue();
}

/** Pixels of a PNG, as the browser reads it. */
function pixels(page: Page, png: Buffer, at: [number, number][]): Promise<number[][]> {
  return page.evaluate(
    async ({ code, at }) => {
      const bytes = Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d", {
        willReadFrequently: true,
      });
      context?.drawImage(image, 0, 0);
      return at.map(([x, y]) => [...(context?.getImageData(x, y, 1, 1).data ?? [])]);
    },
    { code: png.toString("base64"), at },
  );
}

/** Presses something and gives the file that comes of it. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return download;
}

test("the link shows somebody else the same run, and goes on with it", async ({ lab, page, browser }) => {
  test.slow(); // two pages, and a hundred steps on each
  await lab.open();
  await lab.storeExamples("four");
  await lab.rule("Storkey");
  await lab.order("Shuffled");
  await lab.setSeed(77);
  await lab.corrupt(9);
  await lab.lens("Overlaps");
  for (let i = 0; i < 40; i += 1) await lab.step.click();
  const url = await link(page);
  expect(url).toContain("m=digit:0,digit:3,digit:7,digit:4");
  const before = await lab.shown();
  await page.keyboard.press("Escape");
  const ahead = (await lab.stepThrough()).at(-1);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(url);
  const theirs = new Lab(other);
  await expect(theirs.recall).toHaveText("Recall");
  const there = await theirs.shown();
  expect({ ...there, end: before.end, verdict: before.verdict }).toEqual(before);
  await expect(other.getByRole("tab", { name: "Overlaps" })).toHaveAttribute("aria-selected", "true");
  expect((await theirs.stepThrough()).at(-1)).toEqual(ahead);
  await expect(notice(other)).toHaveCount(0);
  await elsewhere.close();
});

test("where the temperature changed on the way, the link begins with the picture as it is", async ({
  lab,
  page,
}) => {
  await lab.open();
  for (let i = 0; i < 20; i += 1) await lab.step.click();
  await lab.temperature(0.5);
  for (let i = 0; i < 20; i += 1) await lab.step.click();
  const before = await lab.shown();
  const url = await link(page);
  expect(url).not.toContain("at=");
  await page.goto("about:blank");
  await page.goto(url);
  await expect(page.getByLabel("Temperature")).toHaveValue("0.5");
  const there = await lab.shown();
  expect([there.cells, there.energy]).toEqual([before.cells, before.energy]);
});

test("under the strictest policy all of it works", async ({ lab, page }) => {
  const policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'";
  await page.route("./", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  await lab.open();
  await link(page);
  await expect(page.locator("#code")).toBeVisible();
  for (const name of ["Save file", "Pad as PNG", "Energy curve as SVG"])
    await downloaded(page, () => page.getByRole("button", { name, exact: true }).click());
  await page.keyboard.press("Escape");
  const png = await lab.pad.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL().split(",")[1] ?? "");
  await page
    .locator("#file")
    .setInputFiles({ name: "pad.png", mimeType: "image/png", buffer: Buffer.from(png, "base64") });
  await expect(page.locator("#image-picture")).toBeVisible();
});

test("the address follows what one does, but not a run under way", async ({ lab, page }) => {
  await lab.open();
  await lab.press(0);
  await expect(page).toHaveURL(/#v=1&m=digit:0,digit:3,digit:7&cue=[\w-]{11}&seed=317$/);
  const cue = page.url();
  await lab.speed("4/s");
  await expect(page).toHaveURL(/&speed=4$/);
  await lab.recall.click();
  await page.waitForTimeout(900); // longer than what changed by hand takes
  expect(page.url()).not.toContain("at=");
  await lab.recall.click();
  await expect(page).toHaveURL(/&at=\d+/);
  await lab.reset.click();
  await lab.speed("64/s");
  await expect(page).toHaveURL(cue);
});

test("another link in the address is followed, undo brings back what was, and so does going back", async ({
  lab,
  page,
}) => {
  await lab.open();
  await page.evaluate(() => {
    location.hash = "#v=1&m=letter:A&cue=letter:A&rule=projection";
  });
  await expect(lab.memories.locator("b")).toHaveText(["A"]);
  await expect(page.getByRole("button", { name: /^Rule/ })).toContainText("Projection");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(lab.memories.locator("b")).toHaveText(["zero", "three", "seven"]);
  await page.evaluate(() => {
    location.hash = "#m=letter:B";
  });
  await expect(lab.memories.locator("b")).toHaveText(["B"]);
  await page.goBack();
  await expect(lab.memories.locator("b")).not.toHaveText(["B"]);
});

test("what a stranger's link gets wrong is named as plain text, and the rest is there", async ({
  lab,
  page,
}) => {
  const image = "%3Cimg src=x onerror=alert(1)%3E".replaceAll(" ", "%20");
  page.on("dialog", () => {
    throw new Error("Something was run.");
  });
  await page.goto(`./#v=9&m=digit:7.${image}&cue=digit:7&rule=${image}&${image}=1&t=-4&at=1e99`);
  await expect(notice(page)).toContainText("Not all of the link could be read: nothing is known of “%3Cimg");
  await expect(notice(page)).toContainText("v: this page reads version 1, not “9”");
  await expect(notice(page)).toContainText("and 1 more.");
  await expect(lab.memories.locator("b")).toHaveText(["<img src=x onerror=alert(1)>"]);
  await expect(page.locator("img")).toHaveCount(0);
  await expect(lab.pad).toBeVisible();
  expect(await lab.cells()).toEqual(digit(7));
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Close" }).click();
  await expect(notice(page)).toHaveCount(0);
});

test("a link of a megabyte is cut, and said to be", async ({ lab, page }) => {
  test.slow(); // the browser itself takes seconds to go to such an address
  await page.goto(`./#m=${Array(90_000).fill("AAECAwQFBgc").join(",")}`);
  await expect(lab.memories).toHaveCount(100);
  await expect(notice(page)).toContainText("letters long, and only the first 32000 were read");
});

test("copy, by keyboard alone; the focus comes back", async ({ lab, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await lab.open();
  await page.getByRole("button", { name: "Share" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Copy" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("The link is copied.")).toBeVisible();
  const url = await page.getByLabel("The link", { exact: true }).inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url);
  await expect(page.locator("#link-told")).toContainText(`${url.length} letters.`);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Share" })).toBeFocused();
});

test("where nobody may copy, the link is selected and says how", async ({ lab, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await lab.open();
  const url = await link(page);
  await page.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByText("the link is selected, press Ctrl+C")).toBeVisible();
  const selected = await page
    .getByLabel("The link", { exact: true })
    .evaluate((field: HTMLInputElement) =>
      field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0),
    );
  expect(selected).toBe(url);
});

test("the QR code is the link; a long one is shortened, and says so", async ({ lab, page }) => {
  await lab.open();
  await link(page);
  // 77 letters take version 4 at level L (ISO/IEC 18004): 33 modules, 4 free on each side.
  await expect(page.locator("#code")).toHaveAttribute("viewBox", "0 0 41 41");
  await page.keyboard.press("Escape");
  const pictures = Array.from(
    { length: 40 },
    (_, i) => `${"AAAAAAAAAA"}${"AEIMQUYcgkosw048"[i % 16]}.name%20${i}`,
  );
  await page.evaluate((memories) => {
    location.hash = `#m=${memories}`;
  }, pictures.join(","));
  await expect(lab.memories).toHaveCount(40);
  const url = await link(page);
  expect(url.length).toBeGreaterThan(700);
  // 40 times 12 letters and the rest of the address: version 15.
  await expect(page.locator("#code")).toHaveAttribute("viewBox", "0 0 85 85");
  await expect(dialog(page)).toContainText("For a telephone’s camera. Without the names.");
});

test("a file brings back everything, sleep and names included", async ({ lab, page }) => {
  await lab.open();
  await lab.storeExamples("one", "two");
  await lab.lens("Sleep");
  for (let i = 0; i < 3; i += 1) await page.getByRole("button", { name: "Dream once" }).click();
  for (let i = 0; i < 20; i += 1) await lab.step.click();
  const before = await lab.shown();
  const held = await page.locator("#slept").textContent();
  await page.getByRole("button", { name: "Menu" }).click();
  const saved = await downloaded(page, () => page.getByRole("menuitem", { name: "Save…" }).click());
  expect(saved.suggestedFilename()).toBe("hopfield-net.json");
  const content = await text(saved);
  expect(JSON.parse(content)).toMatchObject({
    "hopfield-net": 1,
    updates: 20,
    sleep: { dreams: 3 },
    show: "sleep",
  });

  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("menuitem", { name: "Start afresh" }).click();
  await expect(lab.memories).toHaveCount(3);
  await expect(lab.verdict).toContainText("undo brings back what you had");
  await lab.lens("Why");

  await page.getByRole("button", { name: "Menu" }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("menuitem", { name: "Open…" }).click(),
  ]);
  await chooser.setFiles({ name: "mine.json", mimeType: "application/json", buffer: Buffer.from(content) });
  await expect(lab.memories).toHaveCount(5);
  expect({ ...(await lab.shown()), end: before.end }).toEqual(before);
  await expect(page.locator("#slept")).toHaveText(held ?? "");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(lab.memories).toHaveCount(3);
});

test("a broken file is refused with its place, and nothing changes", async ({ lab, page }) => {
  await lab.open();
  const before = await lab.shown();
  const open = (name: string, content: string) =>
    page.locator("#file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
  await link(page);
  const saved = await downloaded(page, () => page.getByRole("button", { name: "Save file" }).click());
  await page.keyboard.press("Escape");
  const file = JSON.parse(await text(saved));
  file.memories[2].picture.pop();
  await open("cut.json", JSON.stringify(file));
  await expect(notice(page)).toHaveText(
    "The file cannot be opened: memories[2].picture: expected 8 rows, got 7. Nothing has changed.",
  );
  await open("not.json", "<html><script>alert(1)</script>");
  await expect(notice(page)).toContainText("The file cannot be opened: expected JSON:");
  expect(await lab.shown()).toEqual(before);
});

test("pictures to take away show what the page shows", async ({ lab, page }) => {
  await lab.open();
  await lab.recallToTheEnd();
  await link(page);
  const press = (name: string) =>
    downloaded(page, () => page.getByRole("button", { name, exact: true }).click());
  const svg = await text(await press("Pad as SVG"));
  const active = (await lab.colour("var(--active)")).join(", ");
  expect(svg.match(new RegExp(`fill="rgb\\(${active}\\)"`, "g"))).toHaveLength(
    digit(7).filter((cell) => cell === 1).length,
  );
  const curve = await text(await press("Energy curve as SVG"));
  expect(curve).toContain(">seven</text>");
  expect(curve).toContain(">249 updates</text>");
  const ground = [...(await lab.colour("var(--card)")), 255];
  for (const [name, width, height] of [
    ["Pad as PNG", 1280, 1280],
    ["Energy curve as PNG", 1920, 960],
    ["Weight graph as PNG", 1600, 1600],
  ] as const) {
    const png = readFileSync(await (await press(name)).path());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
    expect(await pixels(page, png, [[0, 0]]), "the ground, in the corner").toEqual([ground]);
  }
  // Down the middle there is no neuron, but many of the 2016 links pass.
  const graph = readFileSync(await (await press("Weight graph as PNG")).path());
  const middle = await pixels(
    page,
    graph,
    Array.from({ length: 1600 }, (_, y) => [800, y]),
  );
  expect(middle.filter((pixel) => String(pixel) !== String(ground)).length).toBeGreaterThan(400);
  await page.keyboard.press("Escape");
  await lab.rule("Perceptron");
  await link(page);
  await expect(dialog(page)).toContainText("This rule has no energy.");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe has nothing against the dialog, ${colorScheme}`, async ({ lab, page }) => {
    test.slow(); // each look of axe takes a second
    await page.emulateMedia({ colorScheme });
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 320, height: 640 },
    ]) {
      await page.setViewportSize(viewport);
      await lab.open();
      await link(page);
      expect(await violations(page)).toEqual([]);
      const box = await dialog(page).boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(viewport.width);
    }
  });
}

test.describe("without a connection", () => {
  test.use({ expected: [/ERR_FAILED|Failed to load/] });

  test("the dialog that cannot be fetched says so, and can be tried again", async ({ lab, page }) => {
    await lab.open();
    await page.route("**/*.js", (route) => route.abort());
    await page.getByRole("button", { name: "Share" }).click();
    await expect(notice(page)).toContainText("could not be fetched. Check the connection and try again.");
    await page.unroute("**/*.js");
    await page.getByRole("button", { name: "Share" }).click();
    await expect(dialog(page)).toBeVisible();
  });
});
