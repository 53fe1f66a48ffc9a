// <hopfield-net> on pages of others.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { attributes, CONTROLS, names, VIEWS } from "../www/element-attributes";
import { violations } from "./support/axe";
import { expect, type Figure, pages, test } from "./support/host";

const HEALED = "seven, exactly.";

test("two figures from another origin, without CORS, share one module and nothing else", async ({
  page,
  host,
  baseURL,
}) => {
  await page.addInitScript(() => {
    const count = { modules: 0 };
    Object.assign(window, { count });
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = ((...given: Parameters<typeof instantiate>) => {
      count.modules += 1;
      return instantiate(...given);
    }) as typeof instantiate;
  });
  await page.goto(host("two.html"));
  const [first, second] = [page.locator("#fig1"), page.locator("#fig2")];
  await first.locator("#recall").click();
  await expect(first.locator("#verdict")).toContainText(HEALED);
  await expect(second.locator("#verdict")).toContainText("This is most like A");
  await second.locator("#load-0").click();
  await expect(second.locator("#verdict")).toHaveText("The pad is at rest: A, exactly.");
  await expect(first.locator("#verdict")).toContainText(HEALED);
  await expect(first).not.toContainText("No script here.", { useInnerText: true });
  expect(await page.evaluate(() => (window as unknown as { count: unknown }).count)).toEqual({ modules: 1 });
  expect(await page.evaluate(() => [...document.documentElement.attributes].map(({ name }) => name))).toEqual(
    ["lang"],
  );
  await page.addScriptTag({ url: new URL("hopfield-net.js", baseURL).href }); // a second time, and the first one stands
  await first.locator("#reset").click();
  await expect(first.locator("#verdict")).toContainText(
    "12 of its 64 cells flipped. Dotted cells want to flip: press Recall",
  );
  expect(await page.evaluate(() => document.adoptedStyleSheets.length + document.styleSheets.length)).toBe(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ page, host }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(host("two.html"));
    await page.evaluate((theme) => {
      for (const figure of document.querySelectorAll<Figure>("hopfield-net")) {
        figure.theme = theme;
        figure.show = "pad energy verdict memories why overlaps weights meaning";
        figure.controls = "recall step back reset speed noise draw store rule order temperature sleep";
      }
      document.querySelectorAll("hopfield-net")[1]?.setAttribute("memorys", "none such");
    }, colorScheme);
    await expect(page.locator("#fig2 #weights-told")).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}

test("axe finds nothing in a frame", async ({ page }) => {
  await page.goto("embed.html#memories=digit:7&noise=12&nonsense=1");
  await expect(page.locator("#recall")).toHaveText("Recall");
  expect(await violations(page)).toEqual([]);
});

test("the documentation names every attribute with its usual value, every view and every control", () => {
  const text = readFileSync(new URL("../docs/element.md", import.meta.url), "utf8");
  const row = (name: string): string =>
    text.split("\n").find((line) => line.startsWith("|") && line.split("|")[1]?.includes(`\`${name}\``)) ??
    "";
  for (const name of names) {
    const { usual }: { usual: unknown } = attributes[name];
    const said = row(name).split("|")[3]?.trim();
    if (usual instanceof Set) expect(said, name).toBe(`\`${[...usual].join(" ")}\``);
    else if (name === "rule") expect(said).toBe("`hebb`");
    else if (name === "bias") expect(said).toBe("`off`");
    else if (name === "memories") expect(said).toBe("none");
    else if (name === "cue") expect(said).toBe("the first memory, else `blank`");
    else expect(said, name).toBe(`\`${usual}\``);
  }
  for (const view of VIEWS) expect(row("show")).toContain(`\`${view}\``);
  for (const control of CONTROLS) expect(row("controls")).toContain(`\`${control}\``);
});

test("ten figures are there within 300 ms of each other, and at rest nothing runs", async ({
  page,
  host,
  context,
}) => {
  // What is done is counted as it is done: who comes round and round asked only once.
  await page.addInitScript(() => {
    const done = { frames: 0, timers: 0 };
    Object.assign(window, { done });
    const { requestAnimationFrame } = window;
    window.requestAnimationFrame = (act) =>
      requestAnimationFrame((time) => {
        done.frames += 1;
        act(time);
      });
    for (const name of ["setTimeout", "setInterval"] as const) {
      const ask = window[name] as (act: () => void, delay?: number) => number;
      const counted = (act: (...given: unknown[]) => void, delay?: number, ...given: unknown[]): number =>
        ask(() => {
          done.timers += 1;
          act(...given);
        }, delay);
      Object.assign(window, { [name]: counted });
    }
  });
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  const spreads: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    await page.goto(host("ten.html"));
    spreads.push(
      await page.evaluate(async () => {
        const figures = [...document.querySelectorAll<Figure>("hopfield-net")];
        const times = await Promise.all(figures.map((figure) => figure.ready.then(() => performance.now())));
        return Math.max(...times) - Math.min(...times);
      }),
    );
  }
  // The middle one of three: once in a while the machine has something else to do.
  expect(spreads.sort((a, b) => a - b)[1]).toBeLessThan(300);
  await page.waitForTimeout(300); // the first paint, and what observers have to say
  const done = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    const of = (name: string): number | undefined => metrics.find((metric) => metric.name === name)?.value;
    const counts = await page.evaluate(() => ({
      ...(window as unknown as { done: { frames: number; timers: number } }).done,
    }));
    return { ...counts, layouts: of("LayoutCount"), styles: of("RecalcStyleCount") };
  };
  const before = await done();
  for (const counted of [before.layouts, before.styles]) expect(counted).toBeGreaterThan(0);
  await page.waitForTimeout(1000);
  expect(await done()).toEqual(before);
  const moving = await page.evaluate(() => {
    const within = (root: Document | ShadowRoot): number =>
      [...root.querySelectorAll("*")].reduce(
        (sum, { shadowRoot }) => sum + (shadowRoot ? within(shadowRoot) : 0),
        root.getAnimations().filter(({ playState }) => playState === "running").length,
      );
    return within(document);
  });
  expect(moving).toBe(0);
});

test("a hostile style sheet hides the element and reaches nothing in it", async ({ page, host }) => {
  await page.goto(host("hostile.html"));
  const figure = page.locator(".shown");
  await expect(figure.locator("#recall")).toHaveText("Recall");
  await expect(page.locator("#hidden")).toBeHidden();
  const look = await figure.locator("#recall").evaluate((button) => {
    const { fontStyle, letterSpacing, textTransform, boxSizing, pointerEvents, direction, borderTopWidth } =
      getComputedStyle(button);
    return { fontStyle, letterSpacing, textTransform, boxSizing, pointerEvents, direction, borderTopWidth };
  });
  expect(look).toEqual({
    fontStyle: "normal",
    letterSpacing: "normal",
    textTransform: "none",
    boxSizing: "border-box",
    pointerEvents: "auto",
    direction: "ltr",
    borderTopWidth: "0px",
  });
  await figure.locator("#recall").click();
  await expect(figure.locator("#verdict")).toContainText(HEALED);
});

test.describe("a strict Content-Security-Policy", () => {
  const policy = "default-src 'none'; script-src SITE";

  test("with 'wasm-unsafe-eval' lets everything work", async ({ page, host }) => {
    await page.goto(host("two.html", `${policy} 'wasm-unsafe-eval'`));
    await page.locator("#fig1").evaluate((figure: Figure) => {
      figure.controls = "recall sleep";
      figure.show = "pad verdict weights";
    });
    await page.locator("#fig1 #recall").click();
    await expect(page.locator("#fig1 #verdict")).toContainText(HEALED);
    await expect(page.locator("#fig1 .mark")).toHaveCount(2);
  });

  test.describe("without it", () => {
    test.use({ expected: [/Content Security Policy|a request left for/i] });

    test("is named, and what stands in the tag shows", async ({ page, host }) => {
      await page.goto(host("two.html", policy));
      await expect(page.locator("#fig1").getByRole("alert")).toContainText(
        "adding 'wasm-unsafe-eval' to script-src",
      );
      await expect(page.locator("#fig1")).toContainText("No script here.", { useInnerText: true });
    });
  });

  test.describe("that blocks the script", () => {
    test.use({ expected: [/Content Security Policy|a request left for/i] });

    test("what stands in the tag shows", async ({ page, host }) => {
      await page.goto(host("two.html", "script-src 'none'"));
      await expect(page.locator("#fig1")).toContainText("No script here.", { useInnerText: true });
      await expect(page.getByText("No script here.")).toBeVisible();
    });
  });
});

test("is as wide as there is room, whatever the layout around it", async ({ page, host }) => {
  await page.goto(host("two.html"));
  for (const style of [
    "display: flex; flex-direction: column; align-items: center",
    "display: flex",
    "display: inline-block",
    "display: grid; justify-items: start",
  ]) {
    const widths = await page.evaluate(async (style) => {
      const box = document.body.appendChild(document.createElement("div"));
      const figure = document.createElement("hopfield-net");
      box.append(figure);
      await figure.ready;
      return [300, 900].map((width) => {
        box.style.cssText = `${style}; max-width: ${width}px`;
        return figure.getBoundingClientRect().width;
      });
    }, style);
    expect(widths[0], style).toBe(300);
    expect(widths[1], style).toBeGreaterThanOrEqual(640);
  }
});

test("works from a file", async ({ page }) => {
  await page.goto(String(pathToFileURL(`${pages}from-file.html`)));
  await page.locator("#recall").click();
  await expect(page.locator("#verdict")).toContainText(HEALED);
});

test("an old browser is told that it cannot unpack the network", async ({ page, host }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "DecompressionStream"));
  await page.goto(host("two.html"));
  await expect(page.locator("#fig1").getByRole("alert")).toContainText("too old");
});
