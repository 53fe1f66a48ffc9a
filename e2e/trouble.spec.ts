// Where the network cannot run, the page says why and what to do.
import { expect, test } from "./support/test";

test.describe("a Content-Security-Policy that forbids WebAssembly", () => {
  test.use({ expected: [/Content Security Policy|content security policy/] });

  test("is named, with the word that allows it", async ({ page }) => {
    await page.route("./", async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), "content-security-policy": "script-src 'self'" };
      await route.fulfill({ response, headers });
    });
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("'wasm-unsafe-eval'");
  });
});

test("a policy that allows WebAssembly and nothing else lets everything work", async ({ lab, page }) => {
  const policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'";
  await page.route("./", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  await lab.open();
  await lab.recallToTheEnd();
  await expect(lab.verdict).toContainText("seven, exactly.");
});

test.describe("a missing file", () => {
  test.use({ expected: [/404/] });

  test("asks to load the page again", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "not here" }));
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("could not be fetched. Check the connection");
  });
});

test("a browser without WebAssembly is told so", async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, "WebAssembly");
  });
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("which this browser does not have or has switched off");
});

test.describe("without JavaScript", () => {
  // The icon is linked by the script, so that the browser asks for one in vain.
  test.use({ javaScriptEnabled: false });

  test("the page says what it needs", async ({ page }) => {
    await page.goto("./");
    expect(await page.locator("noscript").innerText()).toContain("it needs JavaScript and WebAssembly");
  });
});
