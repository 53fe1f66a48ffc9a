// Every browser test uses this `test`: it opens no page by itself, but fails the test if the page complains or talks to strangers.
import { test as base } from "@playwright/test";
import { Lab } from "./lab";

export { expect } from "@playwright/test";

interface Fixtures {
  /** Complaints that the test provokes on purpose. */
  expected: RegExp[];
  complaints: string[];
  lab: Lab;
}

export const test = base.extend<Fixtures>({
  expected: [[], { option: true }],
  complaints: [
    async ({ page, baseURL, expected }, use) => {
      const complaints: string[] = [];
      const blocked = "Service Worker registration blocked by Playwright"; // a test sees what a page asks for itself
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type()) && message.text() !== blocked)
          complaints.push(`console.${message.type()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
      page.on("request", (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol !== "data:" && protocol !== "blob:" && origin !== new URL(baseURL ?? "").origin)
          complaints.push(`a request left for ${request.url()}`);
      });
      await use(complaints);
      const unexpected = complaints.filter((text) => !expected.some((pattern) => pattern.test(text)));
      if (unexpected.length > 0) throw new Error(`The page complained:\n${unexpected.join("\n")}`);
    },
    { auto: true },
  ],
  lab: async ({ page }, use) => {
    await use(new Lab(page));
  },
});
