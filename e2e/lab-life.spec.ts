// A page that is taken down, as by whoever shows it within another: what has not begun by then does not begin, and nothing is heard.
import { expect, test } from "./support/test";

interface Lab extends HTMLElement {
  session: unknown;
}

test("taken out before the network is there it stays asleep, and says nothing of errors to come", async ({
  page,
}) => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/hopfield_net_bg*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("./");
  await expect(page.getByText("Waking the network")).toBeVisible();
  const lab = await page.evaluateHandle(() => {
    const lab = document.querySelector("hopfield-lab") as Lab;
    lab.remove();
    return lab;
  });
  const fetched = page.waitForResponse("**/hopfield_net_bg*.wasm");
  release();
  await (await fetched).finished();
  // Long enough for a session: on a page of its own it is there at once.
  await page.waitForTimeout(500);
  expect(await lab.evaluate(({ session }) => session === undefined)).toBe(true);

  await page.evaluate(() => {
    const error = new WebAssembly.RuntimeError("unreachable");
    window.dispatchEvent(new ErrorEvent("error", { error }));
  });
  await expect(page.locator("rescue-panel")).toHaveCount(0);
});

test("who opens a lens before all of the page is up keeps it", async ({ lab, page }) => {
  await lab.open();
  await lab.press(0);
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(1); // a session with a lens of its own
  await page.addInitScript(() => {
    const find = (root: ParentNode): HTMLElement | undefined => {
      for (const element of root.querySelectorAll<HTMLElement>("*")) {
        if (element.id === "tab-sleep") return element;
        const found = element.shadowRoot && find(element.shadowRoot);
        if (found) return found;
      }
      return undefined;
    };
    const look = (): void => {
      const tab = find(document);
      if (tab) tab.click();
      else setTimeout(look);
    };
    look();
  });
  await page.goto("./?again");
  await expect(page.getByRole("tab", { name: "Sleep" })).toHaveAttribute("aria-selected", "true");
  await lab.press(1);
  await expect(page.getByRole("tab", { name: "Sleep" })).toHaveAttribute("aria-selected", "true");
});
