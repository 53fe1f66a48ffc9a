// A trap inside the network that the figures of a page share: each says what happened, and all come back with what they had.
import { violations } from "./support/axe";
import { expect, type Figure, OWN, test } from "./support/host";
import { next, trap } from "./support/trap";

test.use({ expected: [[OWN, /unreachable|Script error|stale object|recursive use/], { scope: "test" }] });

const shown = (figure: Figure) => {
  const { memories, time, rule, cue } = figure.setup() ?? {};
  return {
    memories: memories?.map(({ name }) => name),
    time,
    rule,
    cue: [...(cue ?? [])],
    picture: [...(figure.picture ?? [])],
  };
};

test.beforeEach(async ({ page, host }) => {
  await trap(page);
  await page.goto(host("two.html"));
  for (const id of ["#fig1", "#fig2"]) await page.locator(id).evaluate((figure: Figure) => figure.ready);
});

test("in a step: both figures stop, and both have all back at the press of one button", async ({ page }) => {
  const [one, two] = [page.locator("#fig1"), page.locator("#fig2")];
  await one.evaluate((figure: Figure) => {
    figure.store();
    figure.setAttribute("rule", "storkey");
    figure.step();
    figure.step();
  });
  await two.evaluate((figure: Figure) => figure.corrupt(5));
  await page.waitForTimeout(600); // what stood still for a moment is kept
  const before = [await one.evaluate(shown), await two.evaluate(shown)];
  expect(before[0]).toMatchObject({ time: 2, rule: "storkey" });
  expect(before[0]?.memories).toHaveLength(3);

  await next(page);
  await one.locator("#step").click();
  for (const figure of [one, two]) {
    await expect(figure.locator(".trouble")).toContainText("The network has stopped.");
    await expect(figure.locator(".trouble")).toContainText("Memories and picture are safe");
  }
  await expect(one.locator(".why")).toContainText("unreachable");
  await expect(one.locator("#again")).toBeFocused();
  expect(await violations(page)).toEqual([]);

  await one.locator("#again").click();
  await expect(one.locator("#step")).toBeVisible();
  await expect(two.locator("#again")).toHaveCount(0);
  expect([await one.evaluate(shown), await two.evaluate(shown)]).toEqual(before);
  await one.locator("#step").click();
  expect(await one.evaluate((figure: Figure) => figure.time)).toBe(3);
  await one.locator("#recall").click();
  await expect(one.locator("#verdict")).toContainText("memory 3, exactly.");
});

test("in a run: it begins again where the run began", async ({ page }) => {
  const figure = page.locator("#fig1");
  const before = await figure.evaluate(shown);
  await figure.evaluate((figure: Figure) => {
    figure.setAttribute("speed", "4"); // so that it is not over before it breaks, however busy the machine
    figure.recall();
  });
  await expect.poll(() => figure.evaluate((figure: Figure) => figure.time)).toBeGreaterThan(2);
  await next(page);
  await figure.locator("#again").click();
  await expect(figure.locator("#recall")).toBeVisible();
  expect(await figure.evaluate(shown)).toEqual(before);
});

test("a figure that other attributes come to meanwhile begins with those", async ({ page }) => {
  const figure = page.locator("#fig1");
  await next(page);
  await figure.locator("#step").click();
  await expect(figure.locator("#again")).toBeVisible();
  await figure.evaluate((figure: Figure) => figure.setAttribute("memories", "digit:1"));
  await expect(figure.locator(".trouble")).toContainText("as the page’s author set it up");
  await page.locator("#fig2 #again").click();
  await expect(figure.locator("#recall")).toBeVisible();
  expect((await figure.evaluate(shown)).memories).toEqual(["one"]);
});

test("what the reader stored survives a change of colours, speed or rule meanwhile, and the change counts", async ({
  page,
}) => {
  const figure = page.locator("#fig1");
  await figure.evaluate((figure: Figure) => figure.store());
  await page.waitForTimeout(600);
  await next(page);
  await figure.locator("#step").click();
  await expect(figure.locator("#again")).toBeVisible();
  await figure.evaluate((figure: Figure) => {
    figure.theme = "dark";
    figure.speed = "16";
    figure.rule = "storkey";
    figure.temperature = "0.5";
  });
  await expect(figure.locator(".trouble")).toContainText("Memories and picture are safe");
  await figure.locator("#again").click();
  await expect(figure.locator("#recall")).toBeVisible();
  expect(await figure.evaluate((figure: Figure) => figure.setup())).toMatchObject({
    memories: [{ name: "zero" }, { name: "seven" }, { name: "memory 3" }],
    rule: "storkey",
    temperature: 0.5,
  });
});

test("a figure taken out of the page is not called back to life", async ({ page }) => {
  await next(page);
  await page.locator("#fig1 #step").click();
  await expect(page.locator("#fig1 #again")).toBeVisible();
  const gone = await page.locator("#fig2").evaluateHandle((figure: Figure) => {
    figure.remove();
    return figure;
  });
  await page.locator("#fig1 #again").click();
  await expect(page.locator("#fig1 #recall")).toBeVisible();
  expect(await gone.evaluate((figure: Figure) => figure.time)).toBeUndefined();
});

test("a figure that could not wake, put in again where it can, is ready", async ({ page, host }) => {
  await page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = (async () => {
      WebAssembly.instantiate = instantiate;
      throw new WebAssembly.CompileError("not now");
    }) as typeof instantiate;
  });
  await page.goto(host("visible.html"));
  const figure = page.locator("hopfield-net").first();
  expect(
    await figure.evaluate((figure: Figure) =>
      figure.ready.then(
        () => "ready",
        ({ message }) => message,
      ),
    ),
  ).toContain("not now");
  await figure.evaluate(async (figure: Figure) => {
    const place = figure.parentElement;
    figure.remove();
    await new Promise((resolve) => setTimeout(resolve, 10));
    place?.append(figure);
    await figure.ready;
  });
  await expect(figure.locator(".trouble")).toHaveCount(0);
  expect(await figure.evaluate((figure: Figure) => figure.time)).toBeDefined();
});
