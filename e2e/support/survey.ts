// The lens Survey: what one does there, and what one sees.
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { Network } from "./core";
import { digit } from "./theory";

export type Tab = "Census" | "Basins" | "Capacity" | "Map";

/** A network as the page opens: the digits 0, 3 and 7, or others. */
export function network(...digits: number[]): Network {
  const network = new Network(8, 8);
  for (const value of digits.length > 0 ? digits : [0, 3, 7]) network.store(Int8Array.from(digit(value)));
  return network;
}

export async function openSurvey(page: Page, tab: Tab): Promise<void> {
  await page.getByRole("tab", { name: "Survey" }).click();
  await page.getByRole("button", { name: tab, exact: true }).click();
}

/** Asks, and waits until it has been found. */
export async function survey(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Survey", exact: true }).click();
  await expect(page.locator("#survey-summary")).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
}

/** The rows of the table of what was found. */
export async function table(page: Page): Promise<string[][]> {
  const details = page.locator("details").filter({ hasText: "The same as a table" });
  if (!(await details.evaluate((details: HTMLDetailsElement) => details.open))) {
    await details.locator("summary").click();
  }
  return details
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")),
    );
}

/** A number as the table shows it. */
export const shown = (value: number): string => String(Math.round(value * 1e4) / 1e4);

/** Presses a button that hands out a file, and reads it. */
export async function saved(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}
