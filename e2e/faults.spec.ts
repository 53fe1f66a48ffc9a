// What nobody hopes for: a trap inside the network, memory refused to it, a tab hidden in the middle of a run. Clocks that jump:
// clock.spec.ts.
// The page says what happened, the memories are kept, and one button starts again.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { violations } from "./support/axe";
import { fill, forbidStorage, sessions } from "./support/storage";
import { expect, test } from "./support/test";
import { next, trap } from "./support/trap";

/** What was done has been kept. */
const kept = (page: Page, part: string): Promise<void> => expect.poll(() => page.url()).toContain(part);

test.describe("a trap inside the network", () => {
  test.use({ expected: [/unreachable|recursive use/] });

  test("in a step: told, and everything is back at the press of one button", async ({ lab, page }) => {
    await trap(page);
    await lab.open();
    await lab.storeExamples("four");
    await lab.rule("Storkey");
    await lab.step.click();
    await lab.step.click();
    await kept(page, "at=2");
    const before = await lab.shown();
    await next(page);
    await lab.step.click();
    await expect(page.getByRole("alert")).toContainText("The network has stopped");
    await expect(page.getByRole("alert")).toContainText("Your memories are safe");
    await expect(page.getByText("unreachable")).toBeVisible();
    expect(await violations(page)).toEqual([]);

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save your session as a file" }).click(),
    ]);
    expect(JSON.parse(readFileSync(await download.path(), "utf8")).memories).toHaveLength(4);

    await page.getByRole("button", { name: "Start the network again" }).click();
    await expect(lab.memories).toHaveCount(4);
    expect(await lab.shown()).toEqual(before);
    await lab.step.click();
    expect((await lab.shown()).counts).toContain("after 3 updates");
  });

  test("in a run: it stops, and the button has the focus", async ({ lab, page }) => {
    await trap(page);
    await lab.open();
    await lab.forgetFirst();
    await kept(page, "m=digit:3");
    await lab.recall.click();
    await next(page);
    await expect(page.getByRole("button", { name: "Start the network again" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(lab.memories).toHaveCount(2);
    await lab.recallToTheEnd();
    await expect(lab.verdict).toContainText("exactly.");
  });

  test("where storage is forbidden: the address brings everything back", async ({ lab, page }) => {
    await forbidStorage(page);
    await trap(page);
    await lab.open();
    await lab.forgetFirst();
    await kept(page, "m=digit:3");
    await next(page);
    await lab.step.click();
    await expect(page.getByRole("alert")).toContainText(
      "could not keep your session. Save it as a file first",
    );
    await page.getByRole("button", { name: "Start the network again" }).click();
    await expect(lab.memories).toHaveCount(2);
  });

  test("as it opens: what was kept stays, and is not opened again unasked", async ({ lab, page }) => {
    await trap(page);
    await lab.open();
    await lab.storeExamples("four");
    await kept(page, "digit:4");
    await page.addInitScript(() => {
      (window as unknown as { trapped: { next: boolean } }).trapped.next = !sessionStorage.getItem("second");
      sessionStorage.setItem("second", "yes");
    });
    await page.goto("./?again");
    await expect(page.getByRole("alert")).toContainText("It broke as it opened");
    await page.getByRole("button", { name: "Start the network again" }).click();
    await expect(lab.memories).toHaveCount(3);
    await page.goto("./?on-another-day");
    await expect(lab.memories).toHaveCount(3);
    await lab.press(0);
    await expect.poll(() => sessions(page)).toHaveLength(2);
    const [, before] = await sessions(page);
    expect(JSON.parse(before?.text ?? "").memories).toHaveLength(4);
    await page.locator("#menu").click();
    await page.locator("#earlier").click();
    const dialog = page.getByRole("dialog", { name: "Earlier sessions" });
    await expect(dialog).toContainText("Last time this could not be opened");
    await dialog.getByRole("button", { name: "Open" }).click(); // and it was not its fault
    await expect(lab.memories).toHaveCount(4);
  });

  test("as it opens what could be kept nowhere but in the tab: it is opened once, and kept as soon as there is room", async ({
    lab,
    page,
  }) => {
    await trap(page);
    await lab.open();
    await fill(page);
    await lab.storeExamples("four");
    await expect(page.locator("#notice")).toContainText("storage for the page is full");
    await page.addInitScript(() => {
      (window as unknown as { trapped: { next: boolean } }).trapped.next = !sessionStorage.getItem("second");
      sessionStorage.setItem("second", "yes");
    });
    await page.reload();
    await expect(page.getByRole("alert")).toContainText("It broke as it opened");
    await page.getByRole("button", { name: "Start the network again" }).click();
    await expect(lab.memories).toHaveCount(3);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await expect(lab.memories).toHaveCount(3);
    await expect.poll(async () => (await sessions(page)).map(({ text }) => text).join()).toContain('"four"');
  });

  test("as it opens, however late: the same; once it is up, everything is back", async ({ lab, page }) => {
    await trap(page);
    await lab.open();
    await lab.storeExamples("four");
    await kept(page, "digit:4");
    await expect.poll(() => sessions(page)).toHaveLength(1);
    const [before] = await sessions(page);
    await page.evaluate(
      (key) => sessionStorage.setItem("stored", localStorage.getItem(key) ?? ""),
      before?.key ?? "",
    );
    await page.addInitScript((key) => {
      const spared = Number(sessionStorage.getItem("spared") ?? -1);
      if (spared < 0) return;
      sessionStorage.removeItem("spared"); // the next time it opens unharmed
      localStorage.clear();
      localStorage.setItem(key, sessionStorage.getItem("stored") ?? "");
      Object.assign((window as unknown as { trapped: object }).trapped, { next: true, spared });
    }, before?.key ?? "");
    const alert = page.getByRole("alert");
    const again = page.getByRole("button", { name: "Start the network again" });
    // How many calls it takes to read it, and to show it, nobody knows.
    let early = 0;
    for (let spared = 1; ; spared *= 2) {
      await page.evaluate((spared) => sessionStorage.setItem("spared", String(spared)), spared);
      await page.goto(`./?spared=${spared}`);
      // Once it is up it may ask too little of the network to come to the trap.
      const trapped = alert.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
      if (!(await trapped)) {
        await expect(lab.memories).toHaveCount(4);
        break;
      }
      expect((await sessions(page)).map(({ text }) => text)).toEqual([before?.text]);
      const up = (await alert.textContent())?.includes("Your memories are safe");
      await again.click();
      await expect(lab.memories, `after ${spared} calls`).toHaveCount(up ? 4 : 3);
      if (up) break;
      early += 1;
    }
    expect(early).toBeGreaterThan(2);
  });
});

test.describe("memory that the browser refuses", () => {
  test.use({ expected: [/unreachable|recursive use|memory/i] });

  /** The network's file with a limit to its memory: so many pages of 64 KiB more than it begins with. */
  function limited(wasm: Buffer, more: number): Buffer {
    const number = (at: number): [number, number] => {
      let value = 0;
      for (let shift = 0; ; shift += 7, at += 1) {
        const byte = wasm[at] ?? 0;
        value += (byte & 127) * 2 ** shift;
        if (byte < 128) return [value, at + 1];
      }
    };
    for (let at = 8; at < wasm.length; ) {
      const kind = wasm[at];
      const [length, start] = number(at + 1);
      if (kind === 5) {
        const [pages] = number(start + 2); // after how many memories there are, and whether there is a limit
        const code = (value: number): number[] => [(value & 127) | 128, value >> 7];
        const section = Buffer.from([1, 1, ...code(pages), ...code(pages + more)]);
        return Buffer.concat([
          wasm.subarray(0, at),
          Buffer.from([5, section.length]),
          section,
          wasm.subarray(start + length),
        ]);
      }
      at = start + length;
    }
    throw new Error("This module has no memory of its own.");
  }

  test("is told of with what to do, and nothing is lost", async ({ lab, page }) => {
    await page.route("**/*.wasm", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: limited(await response.body(), 4) });
    });
    await lab.open();
    await lab.storeExamples("four");
    const before = await lab.shown();
    await lab.size(32); // the couplings of 1024 neurons take 256 pages
    await expect(lab.verdict).toContainText("no room for 1048576 couplings: choose a smaller grid");
    await expect(lab.memories).toHaveCount(4);
    expect((await lab.shown()).cells).toEqual(before.cells);
    await lab.recallToTheEnd();
    await expect(lab.verdict).toContainText("Settled after");
  });

  test("for a dream, too", async ({ lab, page }) => {
    await page.route("**/*.wasm", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: limited(await response.body(), 64) });
    });
    // By Hebb's rule a network so large has no couplings, and only sleep needs them.
    await page.goto("./#size=64x64&m=letter:A&cue=letter:A&show=sleep");
    await expect(lab.memories).toHaveCount(1);
    const before = await lab.shown();
    await page.locator("#dream").click();
    await expect(lab.verdict).toContainText("That cannot be: no room for 16777216 couplings");
    await expect(page.locator("#slept")).toContainText("It is awake.");
    for (const name of ["Why", "Weights"]) {
      const lens = await lab.lens(name);
      await expect(lens).toContainText("Who hears whom cannot be shown: no room for 16777216 couplings");
    }
    expect((await lab.shown()).cells).toEqual(before.cells);
  });

  test("from the start is told of as such", async ({ page }) => {
    await page.addInitScript(() => {
      WebAssembly.instantiateStreaming = () =>
        Promise.reject(
          new RangeError("WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory"),
        );
    });
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("no memory left for the network. Close other tabs");
  });
});

test("a tab hidden in the middle of a run pauses, keeps its session, and goes on when asked", async ({
  lab,
  page,
}) => {
  const hide = (hidden: boolean): Promise<void> =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { configurable: true, value: hidden });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  await lab.open();
  await lab.recall.click();
  await expect.poll(async () => (await lab.shown()).time).toBeGreaterThan(5);
  await hide(true);
  await expect(lab.recall).not.toHaveText("Pause");
  const { time } = await lab.shown();
  expect(page.url()).toContain(`at=${time}`);
  await hide(false);
  expect((await lab.shown()).time).toBe(time);
  await lab.recallToTheEnd();
  await expect(lab.verdict).toContainText("exactly.");
});
