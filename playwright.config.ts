import { defineConfig, devices } from "@playwright/test";

// `npm test` names the browser it found and a free port. Without it: `npx playwright test`, with Playwright's own browser.
const executablePath = process.env.CHROMIUM;
const port = process.env.SITE_PORT ?? "4173";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  reporter: "list",
  forbidOnly: true,
  workers: 2,
  // Time for a busy machine. Where nobody is there to run it again, a test may fail once; it is then told as flaky.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  retries: process.env.CI ? 1 : 0,
  use: {
    baseURL: `http://localhost:${port}/`,
    screenshot: "only-on-failure",
    serviceWorkers: "block", // offline.spec.ts is about them
    launchOptions: {
      ...(executablePath && { executablePath }),
      // Root needs --no-sandbox; the others keep the browser from talking to anyone but us.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    {
      name: "desktop",
      testIgnore: "**/*.phone.spec.ts",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } },
    },
    {
      name: "phone",
      testMatch: "**/*.phone.spec.ts",
      use: {
        ...devices["Desktop Chrome"],
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
      },
    },
  ],
  webServer: { command: `node scripts/serve.mjs ${port}`, port: Number(port) },
});
