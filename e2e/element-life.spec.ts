// <hopfield-net> as scripts and buttons of a page use it.
import { expect, type Figure, test } from "./support/host";
import { differences, digit, picture } from "./support/theory";

const HEALED = "seven, exactly.";
const state = (figure: Figure): number[] => [...(figure.picture ?? [])];

test.beforeEach(async ({ page, host }) => {
  await page.goto(host("two.html"));
  await page.locator("#fig1").evaluate((figure: Figure) => figure.ready);
});

test("noise flips exactly so many cells by the seed, and the run goes on from there", async ({ page }) => {
  const figure = page.locator("#fig1");
  const cue = await figure.evaluate(state);
  expect(differences(cue, digit(7))).toBe(12);
  // SplitMix64 from seed 7: a permutation of the 64 cells by 63 draws, its first 12 cells flipped; the same generator then
  // draws who is asked.
  const MASK = (1n << 64n) - 1n;
  let chance = 7n;
  const below = (n: number): number => {
    chance = (chance + 0x9e3779b97f4a7c15n) & MASK;
    let z = chance;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK;
    return Number((((z ^ (z >> 31n)) >> 32n) * BigInt(n)) >> 32n);
  };
  const order = Array.from({ length: 64 }, (_, i) => i);
  for (let i = 63; i >= 1; i -= 1) {
    const j = below(i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  const flipped = new Set(order.slice(0, 12));
  expect(cue).toEqual(digit(7).map((cell, i) => (flipped.has(i) ? -cell : cell)));
  const asked = await figure.evaluate(async (figure: Figure) => {
    const cells: number[] = [];
    figure.addEventListener("hopfield-step", ({ detail }) => cells.push(detail.cell));
    for (let i = 0; i < 5; i += 1) {
      figure.step();
      await Promise.resolve().then(() => {});
    }
    return cells;
  });
  expect(asked).toEqual(Array.from({ length: 5 }, () => below(64)));
});

for (const invokers of ["with", "without"]) {
  test.describe(`buttons in prose, ${invokers} invoker commands`, () => {
    test(`command the figure`, async ({ page, host }) => {
      if (invokers === "without") {
        await page.addInitScript(() => {
          Reflect.deleteProperty(HTMLButtonElement.prototype, "commandForElement");
          // A browser that knows them sends its own besides, which is not to count.
          const { addEventListener: listen } = EventTarget.prototype;
          EventTarget.prototype.addEventListener = function (type, listener, options) {
            if (type === "command" && typeof listener === "function") {
              return listen.call(
                this,
                type,
                (event) => !event.isTrusted && listener.call(this, event),
                options,
              );
            }
            return listen.call(this, type, listener, options);
          };
        });
        await page.goto(host("two.html"));
      }
      const verdict = page.locator("#fig1 #verdict");
      const figure = page.locator("#fig1");
      await expect(verdict).toContainText("This is seven with 12 of its 64 cells flipped.");
      await page.getByRole("button", { name: "one step" }).click();
      await expect(verdict).toContainText("1 answer so far");
      await page.getByRole("button", { name: "watch it heal" }).click();
      await expect(verdict).toContainText(HEALED);
      const settled = await verdict.innerText();
      await page.getByRole("button", { name: "watch it heal" }).click();
      await expect(verdict).toHaveText(settled); // from the start again, the same run
      await page.getByRole("button", { name: "back" }).first().click();
      await expect(verdict).toContainText("This is seven with 12");
      await page.getByRole("button", { name: "keep it" }).click();
      await expect(verdict).toContainText("Stored as memory 3");
      await page.getByRole("button", { name: "break it" }).click();
      expect(differences(await figure.evaluate(state), digit(7))).toBeGreaterThan(0);
      await page.getByRole("button", { name: "let it sleep" }).click();
      await expect.poll(() => figure.evaluate((figure: Figure) => figure.setup()?.memories.length)).toBe(3);
      const dreams = await figure.evaluate(
        (figure: Figure) => (figure.setup() as { slept?: { dreams: number } }).slept?.dreams,
      );
      expect(dreams).toBe(150); // the best dose for three memories in 64 cells
    });
  });
}

test("a figure far below wakes when it comes near, or when it is asked", async ({ page, host }) => {
  await page.goto(host("two.html"));
  await page.evaluate(() => {
    const far = document.createElement("div");
    far.style.height = "9000px";
    const [near, below] = [document.createElement("hopfield-net"), document.createElement("hopfield-net")];
    [near.id, below.id] = ["near", "below"];
    for (const figure of [near, below]) figure.setAttribute("memories", "digit:7");
    document.body.append(far, near, far.cloneNode(), below);
  });
  const awake = (id: string) =>
    page.evaluate((id) => (document.getElementById(id) as Figure).time !== undefined, id);
  await page.locator("#fig1").evaluate((figure: Figure) => figure.ready);
  await page.waitForTimeout(300); // whoever was to wake has woken
  expect([await awake("near"), await awake("below")]).toEqual([false, false]);
  await page.evaluate(() => scrollTo(0, 9000));
  await expect.poll(() => awake("near")).toBe(true);
  expect(await awake("below")).toBe(false);
  await page.evaluate(() => (document.getElementById("below") as Figure).step());
  await expect.poll(() => page.evaluate(() => (document.getElementById("below") as Figure).time)).toBe(1);
});

test("events tell of steps, the end and what is stored", async ({ page }) => {
  const told = await page.evaluate(async () => {
    const figure = document.querySelector<Figure>("#fig1");
    if (!figure) throw new Error("There is no figure.");
    const told: Record<string, unknown[]> = {
      "hopfield-step": [],
      "hopfield-settle": [],
      "hopfield-store": [],
    };
    const ended = new Promise((resolve) =>
      document.addEventListener("hopfield-settle", resolve, { once: true }),
    );
    for (const [type, details] of Object.entries(told)) {
      document.addEventListener(type, (event) => details.push((event as CustomEvent).detail));
    }
    figure.recall();
    await ended;
    figure.store();
    await new Promise((resolve) => setTimeout(resolve));
    return { ...told, outcome: figure.outcome, energy: figure.energy, playing: figure.playing };
  });
  const steps = told["hopfield-step" as keyof typeof told] as unknown as { time: number; energy: number }[];
  expect(steps.length).toBeGreaterThan(0);
  const end = {
    kind: "memory",
    memories: [{ index: 1, name: "seven" }],
    updates: 179,
    flips: 12,
    energy: -2082,
  };
  expect(told["hopfield-settle" as keyof typeof told]).toEqual([end]);
  expect(told["hopfield-store" as keyof typeof told]).toMatchObject([{ index: 2, name: "seven 2" }]);
  expect(told.playing).toBe(false);
});

test("attributes change a figure that is there", async ({ page }) => {
  const figure = page.locator("#fig1");
  const set = (name: string, value: string) =>
    figure.evaluate(
      (figure: Figure, [name, value]) => figure.setAttribute(name as string, value as string),
      [name, value],
    );
  await set("noise", "0");
  await expect(figure.locator("#verdict")).toHaveText("The pad is at rest: seven, exactly.");
  await set("memories", "digit:0 digit:3 digit:7");
  await set("cue", "blank");
  await expect.poll(() => figure.evaluate(state)).toEqual(digit(7).map(() => -1));
  await set("show", "pad weights");
  await expect(figure.locator("#weights-told")).toBeVisible();
  await expect(figure.locator("#verdict")).toHaveCount(0);
  await set("controls", "back speed");
  await expect(figure.locator("#recall")).toHaveCount(0);
  await set("speed", "100");
  await expect(figure.locator("#speed option:checked")).toHaveText("100/s");
  await set("rule", "projection");
  await set("temperature", "0.5");
  await set("order", "cyclic");
  await figure.evaluate((figure: Figure) => figure.setAttribute("bias", ""));
  await expect
    .poll(() => figure.evaluate((figure: Figure) => figure.setup()))
    .toMatchObject({ rule: "projection", temperature: 0.5, order: "cyclic", bias: true });
  await set("rows", "12");
  await set("columns", "10");
  await set("cue", "letter:A");
  await expect.poll(() => figure.evaluate(state).then(({ length }) => length)).toBe(120);
  await figure.evaluate((figure: Figure) => {
    figure.removeAttribute("rows");
    figure.columns = null;
  });
  await expect.poll(() => figure.evaluate(state).then(({ length }) => length)).toBe(64);
});

test("each unknown or malformed value is named, and the rest works", async ({ page }) => {
  const figure = page.locator("#fig1");
  await figure.evaluate((figure: Figure) => {
    const wrong = {
      memorys: "digit:1",
      memories: "digit:0 digit:12 digt:3 digit:7 nonsense",
      rule: "hebbian",
      temperature: "hot",
      order: "backwards",
      seed: "-1",
      speed: "fast",
      show: "pad verdict padd",
      controls: "recall fly",
      play: "always",
      theme: "blue",
      rows: "8.5",
      columns: "65",
      noise: "65",
    };
    for (const [name, value] of Object.entries(wrong)) figure.setAttribute(name, value);
  });
  const notices = figure.locator(".notices p");
  await expect(notices).toHaveCount(16);
  const words = await notices.allInnerTexts();
  for (const part of [
    "memorys: there is no such attribute",
    "memories: expected digit:0 to digit:9; got “digit:12”",
    "memories: expected digit:0 to digit:9, letter:A to letter:Z; got “digt:3”",
    "memories: expected digit:0 to digit:9, letter:A to letter:Z, blank, or 11 letters of base64url for 8 by 8 cells; got “nonsense”",
    "rule: expected hebb, storkey,",
    "temperature: expected a number from 0 up; got “hot”",
    "order: expected random, shuffled, cyclic or synchronous; got “backwards”",
    "seed: expected a whole number from 0 to 2⁶⁴ − 1; got “-1”",
    "speed: expected updates a second",
    "show: expected some of pad, energy,",
    "controls: expected some of recall,",
    "play: expected no or visible; got “always”",
    "theme: expected auto, light or dark; got “blue”",
    "rows: expected a whole number from 1 up; got “8.5”",
    "columns: expected a grid of 1 to 64 rows and 1 to 64 columns; got “65”",
    "noise: expected the number of cells to corrupt to be 0 to 64; got “65”",
  ]) {
    expect(
      words.some((line) => line.startsWith(part)),
      part,
    ).toBe(true);
  }
  await figure.locator("#recall").click();
  await expect(figure.locator("#verdict")).toContainText("exactly.");
});

test("a number of cells that cannot be is told of, and nothing is flipped", async ({ page }) => {
  const figure = page.locator("#fig1");
  const flips = () => figure.evaluate((figure: Figure) => figure.picture?.join());
  await figure.evaluate((figure: Figure) => figure.ready);
  const before = await flips();
  const press = (value: string) =>
    figure.evaluate((figure: Figure, value) => {
      const button = document.createElement("button");
      button.setAttribute("commandfor", figure.id);
      button.setAttribute("command", "--corrupt");
      button.value = value;
      document.body.append(button);
      button.click();
      button.remove();
    }, value);
  for (const value of ["20%", "abc", "-3", "65", "1e9"]) {
    await press(value);
    await expect(figure.locator(".notices")).toHaveText(
      `corrupt: expected a whole number from 0 to 64; got “${value}”.`,
    );
    expect(await flips()).toBe(before);
  }
  await press("20");
  await expect(figure.locator(".notices")).toHaveCount(0);
  expect(await flips()).not.toBe(before);
});

test("a rule that cannot learn these memories gives way to Hebb's, and says so", async ({ page }) => {
  const figure = page.locator("#fig2");
  await figure.evaluate((figure: Figure) => {
    const other = document.createElement("hopfield-net");
    other.id = "fig3";
    other.setAttribute("memories", "digit:1");
    other.setAttribute("rule", "dense:99");
    figure.after(other);
  });
  await expect(page.locator("#fig3 .notices")).toContainText("rule:");
  await expect(page.locator("#fig3 #recall")).toHaveText("Recall");
});

test("moved within the page a figure stays as it is; taken out and put in again it starts anew", async ({
  page,
}) => {
  const figure = page.locator("#fig1");
  await figure.evaluate((figure: Figure) => figure.step());
  await figure.evaluate((figure: Figure) => document.body.append(figure));
  expect(await figure.evaluate((figure: Figure) => figure.time)).toBe(1);
  await figure.evaluate(async (figure: Figure) => {
    figure.remove();
    await new Promise((resolve) => setTimeout(resolve, 10));
    document.body.append(figure);
    await figure.ready;
  });
  expect(await figure.evaluate((figure: Figure) => figure.time)).toBe(0);
  await figure.locator("#recall").click();
  await expect(figure.locator("#verdict")).toContainText(HEALED);
});

test("taken out and put in again 200 times, nothing grows", async ({ page, context }) => {
  test.slow();
  await page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = (async (...given: Parameters<typeof instantiate>) => {
      const made = (await instantiate(...given)) as unknown as WebAssembly.WebAssemblyInstantiatedSource;
      const exports = Object.values(made.instance.exports);
      Object.assign(window, { memory: exports.find((one) => one instanceof WebAssembly.Memory) });
      return made;
    }) as unknown as typeof instantiate;
  });
  await page.reload();
  const devtools = await context.newCDPSession(page);
  await devtools.send("HeapProfiler.enable");
  await devtools.send("Performance.enable");
  const often = (times: number) =>
    page.evaluate(async (times) => {
      const figure = document.querySelector<Figure>("#fig1");
      if (!figure) throw new Error("There is no figure.");
      for (let i = 0; i < times; i += 1) {
        figure.remove();
        await new Promise((resolve) => setTimeout(resolve, 1));
        document.body.append(figure);
        await figure.ready;
      }
    }, times);
  const measure = async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    await devtools.send("HeapProfiler.collectGarbage");
    const { metrics } = await devtools.send("Performance.getMetrics");
    const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
    const network = await page.evaluate(
      () => (window as unknown as { memory: WebAssembly.Memory }).memory.buffer.byteLength,
    );
    return { network, nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize") };
  };
  await often(20);
  const before = await measure();
  await often(200);
  const after = await measure();
  expect(after.network).toBe(before.network);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 50);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 10);
  expect(after.heap - before.heap).toBeLessThan(500_000);
});

test("colours follow the attribute and the page's own scheme", async ({ page }) => {
  const figure = page.locator("#fig2");
  const paper = () =>
    figure.locator(".figure").evaluate((figure) => getComputedStyle(figure).backgroundColor);
  // In the pad's first cell, which is inactive.
  const cell = () =>
    figure.locator("#pad").evaluate((pad: HTMLCanvasElement) => {
      const copy = new OffscreenCanvas(pad.width, pad.height).getContext("2d", { willReadFrequently: true });
      copy?.drawImage(pad, 0, 0);
      return [...(copy?.getImageData(pad.width / 32, pad.height / 32, 1, 1).data ?? [])];
    });
  const [light, dark] = ["rgb(251, 250, 247)", "rgb(23, 25, 29)"];
  expect(await paper()).toBe(light);
  expect(await cell()).toEqual([241, 239, 232, 255]);
  await figure.evaluate((figure: Figure) => figure.setAttribute("theme", "dark"));
  expect(await paper()).toBe(dark);
  await expect.poll(cell).toEqual([39, 43, 50, 255]);
  await figure.evaluate((figure: Figure) => figure.removeAttribute("theme"));
  await expect.poll(cell).toEqual([241, 239, 232, 255]);
  await page.evaluate(() => {
    document.documentElement.style.colorScheme = "dark";
  });
  expect(await paper()).toBe(dark);
  await expect.poll(cell).toEqual([39, 43, 50, 255]);
  await page.addStyleTag({ content: "hopfield-net { --inactive: rgb(1 2 3) }" });
  await expect.poll(cell).toEqual([1, 2, 3, 255]);
});

test("without the control draw, the pad is looked at only", async ({ page }) => {
  const figure = page.locator("#fig2");
  const blank = await figure.evaluate(state);
  await figure.locator("#pad").click();
  await figure.locator("#pad").press(" ");
  expect(await figure.evaluate(state)).toEqual(blank);
  await figure.evaluate((figure: Figure) => figure.setAttribute("controls", "recall draw"));
  await expect(figure.locator("#clear")).toBeVisible();
  await figure.locator("#pad").click();
  expect(differences(await figure.evaluate(state), blank)).toBe(1);
});

test.describe("play when seen", () => {
  test.beforeEach(({ page, host }) => page.goto(host("visible.html")));

  test("runs once, pauses out of view and goes on", async ({ page }) => {
    const figure = page.locator("#fig1");
    await figure.evaluate((figure: Figure) => figure.ready);
    expect(await figure.evaluate((figure: Figure) => figure.time)).toBe(0);
    await figure.evaluate((figure: Figure) => figure.setAttribute("speed", "16"));
    await figure.scrollIntoViewIfNeeded();
    await expect.poll(() => figure.evaluate((figure: Figure) => figure.playing)).toBe(true);
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(() => figure.evaluate((figure: Figure) => figure.playing)).toBe(false);
    const time = await figure.evaluate((figure: Figure) => figure.time);
    expect(time).toBeLessThan(179);
    await figure.scrollIntoViewIfNeeded();
    await expect.poll(() => figure.evaluate((figure: Figure) => figure.playing)).toBe(true);
    await figure.evaluate((figure: Figure) => figure.setAttribute("speed", "max"));
    await expect(figure.locator("#verdict")).toContainText(HEALED);
    await page.evaluate(() => scrollTo(0, 0));
    await figure.scrollIntoViewIfNeeded();
    await page.waitForTimeout(200);
    await expect(figure.locator("#verdict")).toContainText(HEALED);
  });

  test("under reduced motion nothing starts; there is a button instead", async ({ page, host }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(host("visible.html"));
    const figure = page.locator("#fig1");
    await figure.scrollIntoViewIfNeeded();
    await page.waitForTimeout(300);
    expect(await figure.evaluate((figure: Figure) => figure.time)).toBe(0);
    await figure.locator("#recall").click();
    await expect(figure.locator("#verdict")).toContainText(HEALED);
  });
});

test("a frame without storage or any right but scripts works, and is as high as its figure", async ({
  page,
  host,
}) => {
  await page.goto(host("frames.html"));
  const frame = page.frameLocator("iframe");
  await frame.locator("#recall").click();
  await expect(frame.locator("#verdict")).toContainText(HEALED);
  const inner = await frame.locator("body").evaluate((body) => body.getBoundingClientRect().height);
  await expect
    .poll(() => page.locator("iframe").evaluate((frame: HTMLIFrameElement) => frame.clientHeight))
    .toBe(Math.ceil(inner));
  expect(inner).toBeGreaterThan(500);
});

test("the lab opens with the state of the frame", async ({ page }) => {
  await page.goto("embed.html#memories=digit:0+digit:7&cue=digit:7&noise=12&seed=7");
  await page.locator("#step").click();
  const state = await page.locator("hopfield-net").evaluate((figure: Figure) => ({
    cells: [...(figure.picture ?? [])],
    energy: figure.energy,
  }));
  const link = page.getByRole("link", { name: "Open in the lab" });
  await link.focus();
  await page.goto(new URL((await link.getAttribute("href")) ?? "", page.url()).href);
  await expect(page.locator("hopfield-lab #counts")).toContainText("after 1 update");
  const cells = page.locator("hopfield-lab [role=gridcell]");
  expect(
    await cells.evaluateAll((all) => all.map((cell) => (cell.ariaSelected === "true" ? 1 : -1))),
  ).toEqual(state.cells);
  await expect(page.locator("#energy")).toHaveText(String(state.energy).replace("-", "−"));
});

test("the address of a frame brings in nothing but attributes of the figure", async ({ page }) => {
  await page.goto("embed.html#onclick=alert(1)&class=x&memories=digit:4&theme=dark");
  const figure = page.locator("hopfield-net");
  await expect(figure.locator("#verdict")).toHaveText("The pad is at rest: four, exactly.");
  expect(await figure.evaluate((figure) => figure.getAttributeNames().sort())).toEqual(["memories", "theme"]);
  await expect(page.getByRole("status")).toContainText("Not known: onclick, class.");
  await page.evaluate(() => {
    location.hash = "memories=letter:B";
  });
  await expect(figure.locator("#verdict")).toHaveText("The pad is at rest: B, exactly.");
  await expect(page.getByRole("status")).toBeEmpty();
});

test("drawing in code: a picture as base64url", async ({ page }) => {
  const figure = page.locator("#fig2");
  await figure.evaluate((figure: Figure) => figure.setAttribute("cue", "gAAAAAAAAAE"));
  const corners = picture(["#.......", ...Array(6).fill("........"), ".......#"]);
  await expect.poll(() => figure.evaluate(state)).toEqual([...corners]);
});

test("a memory is called what stands behind its picture", async ({ page }) => {
  const figure = page.locator("#fig1");
  await figure.evaluate((figure: Figure) => {
    figure.setAttribute("memories", "PEKlgYGZQjw.my%20face digit:1 digit:7.%E0%A4%A digit:7.Dr.%20Seven");
  });
  const names = (figure: Figure) => figure.setup()?.memories.map(({ name }) => name);
  await expect.poll(() => figure.evaluate(names)).toEqual(["my face", "one", "seven", "Dr. Seven"]);
  await expect(figure.locator(".notices")).toContainText(
    "memories: expected a percent-encoded name; got “%E0%A4%A”",
  );
});

test("a rule that the network refuses is named until another comes, whenever it came and whatever is shown", async ({
  page,
}) => {
  const figure = page.locator("#fig1");
  const notices = figure.locator(".notices");
  const rule = (rule: string) =>
    figure.evaluate((figure: Figure, rule) => {
      figure.show = "pad";
      figure.rule = rule;
    }, rule);
  await rule("dense:1");
  await expect(notices).toContainText("rule:");
  await expect(notices).toContainText("the power of dense memories");
  await rule("storkey");
  await expect(notices).toHaveCount(0);
  await figure.evaluate((figure: Figure) => {
    figure.rule = "dense:1";
    figure.memories = "digit:3";
  });
  await expect(notices).toContainText("the power of dense memories");
  expect(await figure.evaluate((figure: Figure) => figure.setup())).toMatchObject({
    memories: [{ name: "three" }],
    rule: "hebb", // as at the start: the rule that takes everything
  });
});

test("sleep ends at the best dose, and what is too much is said", async ({ page }) => {
  const figure = page.locator("#fig1");
  const dreams = () => figure.evaluate((figure: Figure) => figure.setup()?.slept?.dreams);
  await figure.evaluate((figure: Figure) => {
    figure.sleep();
    figure.sleep();
    figure.sleep();
  });
  expect(await dreams(), "p / 2 epsilon of two memories").toBe(100);
  await expect(figure.locator("#verdict")).toContainText("best dose");
  await figure.evaluate((figure: Figure) => figure.sleep(300_000));
  await expect(figure.locator("#verdict")).toContainText("at most 199900 before waking");
  expect(await dreams()).toBe(100);
});
