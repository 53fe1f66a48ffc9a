import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { default as Axe, AxeResults } from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds wrong, each with the elements concerned. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source); // a script element would be against the policy of our pages
  const results: AxeResults = await page.evaluate(() => (window as unknown as { axe: typeof Axe }).axe.run());
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" "))}`);
}
