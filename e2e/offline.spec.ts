// Without a connection: from the second visit on everything works; a new version waits until it is asked for, and loses nothing.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type { Lab } from "./support/lab";
import { openSurvey, survey } from "./support/survey";
import { expect, test } from "./support/test";

test.use({ serviceWorkers: "allow" });

/** The worker has taken over: everything is kept. */
const ready = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");

test.describe("with the network off", () => {
  test.use({ expected: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/] });

  test("after one visit the lab, a survey, the tour, the essay and a frame work with the network off", async ({
    context,
    lab,
    page,
  }) => {
    await lab.open();
    await ready(page);
    await lab.storeExamples("four");
    await expect.poll(() => page.url()).toContain("digit:4");
    await context.setOffline(true);
    await expect(page.evaluate(() => fetch("not-kept.txt").then(({ status }) => status))).rejects.toThrow(
      "Failed to fetch",
    );
    await page.reload();
    await expect(lab.memories).toHaveCount(4);
    await lab.recallToTheEnd();
    await openSurvey(page, "Census");
    await survey(page);
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("menuitem", { name: "A short tour" }).click();
    await expect(page.getByRole("dialog", { name: "Tour, step 1 of 6" })).toBeVisible();
    for (const name of ["article.html", "guide.html", "embed.html#memories=digit:7&cue=digit:7&noise=9"]) {
      await page.goto(name);
      await page.locator("hopfield-net #step").first().click();
      await expect(page.locator("hopfield-net #verdict").first()).not.toBeEmpty();
    }
    await context.setOffline(false);
  });
});

test.describe("with the network off, whichever page came first", () => {
  test.use({ expected: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/] });

  for (const first of ["article.html", "guide.html"])
    test(`${first} brings the lab along`, async ({ context, lab, page }) => {
      await page.goto(first);
      await ready(page);
      await context.setOffline(true);
      await page.goto("./");
      await lab.recallToTheEnd();
      await expect(lab.verdict).toContainText("seven, exactly.");
      await context.setOffline(false);
    });
});

test("it can be installed: name, start and icons are there", async ({ request }) => {
  const response = await request.get("app.webmanifest");
  expect(response.headers()["content-type"]).toBe("application/manifest+json");
  const manifest = await response.json();
  expect(manifest).toMatchObject({ short_name: "hopfield-net", start_url: "./", display: "standalone" });
  for (const { src, sizes } of manifest.icons) {
    const icon = await (await request.get(src)).body();
    if (sizes === "any") expect(icon.toString()).toContain("<svg");
    else expect(`${icon.readUInt32BE(16)}x${icon.readUInt32BE(20)}`).toBe(sizes); // the head of a PNG
  }
});

const dist = fileURLToPath(new URL("../dist", import.meta.url));

/** A copy of the site that can change under its visitors. */
async function copied(act: (folder: string, address: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "hopfield-net-"));
  const types: Record<string, string> = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
  };
  Object.assign(types, { ".wasm": "application/wasm", ".svg": "image/svg+xml" });
  const server: Server = createServer(({ url }, response) => {
    const { pathname } = new URL(url ?? "", "http://localhost");
    const file = pathname.slice(1) + (pathname.endsWith("/") ? "index.html" : "");
    try {
      const body = readFileSync(join(folder, file));
      response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  try {
    cpSync(dist, folder, { recursive: true });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    await act(folder, `http://localhost:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

/** The site in a folder is another version from now on. */
function publish(folder: string, version: string): void {
  const script = join(folder, "service-worker.js");
  const words = readFileSync(script, "utf8");
  const other = words.replace(/"(?:[0-9a-f]{10}|a [a-z ]+)"/, `"${version}"`);
  expect(other).not.toBe(words);
  writeFileSync(script, other);
  const html = join(folder, "index.html");
  writeFileSync(html, readFileSync(html, "utf8").replace(/<title>.*?<\/title>/, `<title>${version}</title>`));
}

/** Two new versions, one after the other, each taken. */
async function update(page: Page, folder: string, lab: Lab): Promise<void> {
  for (const version of ["a new one", "a newer one"]) {
    publish(folder, version);
    await page.reload();
    await page.getByRole("button", { name: "Use it now" }).click();
    await expect(page).toHaveTitle(version);
    await expect(lab.memories).toHaveCount(3);
    await expect(page.locator("#notice")).toHaveCount(0);
  }
}

test.describe("a new version", () => {
  test.use({ expected: [/^a request left for http:\/\/localhost:|status of 404/] });

  test("waits, is offered, and then shows the same session", async ({ lab, page }) => {
    await copied(async (folder, address) => {
      await page.goto(address);
      await ready(page);
      await lab.storeExamples("four");
      await expect.poll(() => page.url()).toContain("digit:4");

      publish(folder, "a new one");

      await page.reload(); // finds the new version, and still shows the old one
      await expect(page.locator("#notice")).toContainText("A new version of this page is ready");
      expect(await page.title()).not.toContain("new");
      await page.getByRole("button", { name: "Use it now" }).click();
      await expect(page).toHaveTitle("a new one");
      await expect(lab.memories).toHaveCount(4);
      await expect(page.locator("#notice")).toHaveCount(0);
    });
  });

  test("leaves alone what another site of its kind keeps, in another folder of the host", async ({
    lab,
    page,
  }) => {
    await copied(async (folder, address) => {
      cpSync(dist, join(folder, "other"), { recursive: true });
      await page.goto(`${address}other/`);
      await ready(page);
      await page.goto(address);
      await ready(page);
      await update(page, folder, lab);
      rmSync(join(folder, "other"), { recursive: true });
      await page.goto(`${address}other/`);
      await expect(lab.memories, "from what was kept").toHaveCount(3);
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.unregister());
      await page.goto(address);
      const status = await page.evaluate(() => fetch("other/").then(({ status }) => status));
      expect(status, "it does not answer for the other").toBe(404);
    });
  });

  test("knows what an earlier version kept, and whose that was", async ({ lab, page }) => {
    await copied(async (folder, address) => {
      await page.goto(address);
      await ready(page);
      await page.evaluate(async () => {
        const page = (address: string) => new Response(`of old: ${address}`);
        for (const [name, at] of [
          ["hopfield-net 0123456789", ""],
          ["hopfield-net 9876543210", "other/"],
        ] as const) {
          const cache = await caches.open(name);
          for (const file of [at, `${at}old.js`]) await cache.put(file, page(file));
        }
      });
      const fetched = (file: string): Promise<string> =>
        page.evaluate((file) => fetch(file).then((answer) => (answer.ok ? answer.text() : "")), file);
      expect(await fetched("old.js"), "for a tab in which that version is at work").toBe("of old: old.js");
      expect(await fetched("other/old.js")).toBe("");
      await update(page, folder, lab);
      const names = await page.evaluate(() => caches.keys());
      expect(
        names.filter((name) => name.startsWith("hopfield-net ")),
        "the other's is left",
      ).toEqual(["hopfield-net 9876543210"]);
      expect(names, "this version and the one before").toHaveLength(3);
    });
  });
});
