import type { Page } from "@playwright/test";

/** By how much a page moved while it came over a slow line, until all its figures were there: its cumulative layout shift. */
export async function shifts(page: Page, name: string): Promise<number> {
  await page.addInitScript(() => {
    const moved = { by: 0 };
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        moved.by += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150, // ms
    downloadThroughput: 200_000, // bytes a second, Lighthouse's slow 4G
    uploadThroughput: 90_000,
  });
  await page.goto(name);
  await page.evaluate(async () => {
    await customElements.whenDefined("hopfield-net");
    for (const figure of document.querySelectorAll("hopfield-net")) await figure.ready;
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 100)));
  });
  return page.evaluate(() => (window as unknown as { moved: { by: number } }).moved.by);
}
