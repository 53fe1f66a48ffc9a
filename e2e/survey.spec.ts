// Surveys: what they show is what the network says, by mouse and by keyboard; they can be ended, fail in words, and grow old.
import type { Page } from "@playwright/test";
import { AttractorMap, Basin, Capacity, type CapacityPlan, Census } from "./support/core";
import { network, openSurvey, saved, shown, survey, table } from "./support/survey";
import { expect, test } from "./support/test";

const ALL = 2 ** 32 - 1;

const bits = (picture: Int8Array): string => [...picture].map((cell) => (cell === 1 ? 1 : 0)).join("");
const plain = (text: string | null): string => (text ?? "").replace(/\u202f/g, " ").replace(/\s+/g, " ");
const summary = async (page: Page): Promise<string> =>
  plain(await page.locator("#survey-summary").textContent());

/** A survey that takes long enough to be ended. */
async function longSurvey(page: Page): Promise<void> {
  await openSurvey(page, "Capacity");
  await page.getByRole("checkbox", { name: "Perceptron" }).check();
  await page.getByLabel("Trials").fill("10000");
  await page.getByLabel("Trials").press("Tab");
  await page.getByRole("button", { name: "Survey", exact: true }).click();
}

test("census: shares and valleys are those of the core, and a valley goes on the pad", async ({
  lab,
  page,
}) => {
  await lab.open();
  await openSurvey(page, "Census");
  await survey(page);
  const census = new Census(network(), 10_000, 1n);
  census.advance(ALL);
  const shares = census.shares();
  const found = census.attractors(24);
  // Rounded one by one they would be 39, 39 and 23.
  const said = [shares.memory, shares.inverse, shares.mixture];
  expect(said.reduce((sum, ends) => sum + Math.round(ends / 100), 0)).toBe(101);
  expect(await summary(page)).toBe(
    `Of 10 000 random starts 38 % end in a memory, 39 % in the negative of one and 23 % in a blend. They found ${census.distinct} different valleys.`,
  );
  const rows = await table(page);
  expect(rows.map(([starts, , kind, , picture]) => [starts, kind, picture])).toEqual(
    found.map(({ count, kind, picture }) => [String(count), kind, bits(picture)]),
  );
  const valleys = page.locator(".attractor");
  await expect(valleys).toHaveCount(found.length);
  await valleys.nth(0).click();
  expect(await lab.cells()).toEqual([...(found[0]?.picture ?? [])]);
  await valleys.nth(6).focus();
  await page.keyboard.press("Enter");
  expect(await lab.cells()).toEqual([...(found[6]?.picture ?? [])]);
  expect(await lab.painted(valleys.nth(6).locator("canvas").first())).toEqual(await lab.cells());
  await page.getByRole("button", { name: /^Undo/ }).click();
  expect(await lab.cells()).toEqual([...(found[0]?.picture ?? [])]);
});

test("what no field takes is refused in words, and nothing is asked until it is mended", async ({
  lab,
  page,
}) => {
  await lab.open();
  await openSurvey(page, "Capacity");
  const trials = page.getByLabel("Trials");
  await trials.fill("-3");
  await trials.press("Enter");
  const refused = page.locator("#survey-refused");
  expect(plain(await refused.textContent())).toBe("“Trials” takes a whole number from 10 to 10 000, not −3.");
  await expect(trials).toHaveAttribute("aria-invalid", "true");
  await expect(trials).toHaveValue("-3");
  await page.locator("#survey").click();
  await expect(trials).toBeFocused();
  await expect(page.getByRole("progressbar", { name: "Progress of the survey" })).toHaveCount(0);
  await trials.fill("20");
  await trials.press("Enter");
  await expect(refused).toHaveText("");
  await expect(page.locator("#survey-summary")).toContainText("at least half of the cues heal");
});

test("what was found comes into view", async ({ lab, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await lab.open();
  await openSurvey(page, "Census");
  const panel = page.getByRole("tabpanel");
  await survey(page);
  await expect.poll(() => panel.evaluate((box) => box.scrollTop)).toBeGreaterThan(0);
  await expect(page.locator("#shares")).toBeInViewport({ ratio: 1 });
});

test("census of other starts and another seed, asked by keyboard", async ({ lab, page }) => {
  await lab.open();
  await openSurvey(page, "Census");
  await page.getByLabel("Random starts").selectOption("1000");
  await page.locator("#survey-seed").fill("");
  await page.locator("#survey-seed").pressSequentially("18446744073709551615");
  await page.keyboard.press("Enter");
  await expect(page.locator("#survey-summary")).toContainText("random starts");
  const census = new Census(network(), 1000, 18446744073709551615n);
  census.advance(ALL);
  expect((await table(page)).map(([starts]) => Number(starts))).toEqual(
    census.attractors(24).map(({ count }) => count),
  );
});

test("basins: every rate and its interval are those of the core", async ({ lab, page }) => {
  await lab.open();
  await openSurvey(page, "Basins");
  await survey(page);
  const flips = Array.from({ length: 33 }, (_, i) => i);
  const basin = new Basin(network(), flips, 200, 1n);
  basin.advance(ALL);
  const names = ["zero", "three", "seven"];
  const rates = basin.rates();
  expect(await table(page)).toEqual(
    rates.map(({ memory, flips, trials, hits, share, low, high }) => [
      names[memory],
      ...[flips, trials, hits].map(String),
      ...[share, low, high].map(shown),
    ]),
  );
  const sure = names.map((name, memory) => {
    const shares = rates.filter((rate) => rate.memory === memory).map(({ share }) => share);
    return `${name} ${shares.findIndex((share) => share < 0.9) - 1}`;
  });
  expect(await summary(page)).toBe(
    `Nine in ten cues still heal with so many of 64 cells flipped: ${sure[0]}, ${sure[1]} and ${sure[2]}.`,
  );
  await expect(page.locator("#basins")).toContainText("32: a coin toss for a lone memory and its negative");
  await expect(page.locator("#basins text.name")).toHaveCount(3);
});

test("capacity: random memories under three rules, with the marks of theory for Hebb’s alone", async ({
  lab,
  page,
}) => {
  await lab.open();
  await openSurvey(page, "Capacity");
  await page.getByLabel("Trials").fill("50");
  await page.getByLabel("Trials").press("Tab");
  await survey(page);
  const loads = Array.from({ length: 20 }, (_, i) => i + 1);
  const rules = ["Hebb", "Storkey", "Projection"];
  const plan: CapacityPlan = {
    rules: [{ name: "hebb" }, { name: "storkey" }, { name: "projection" }],
    loads,
    trials: 50,
    flips: 6,
  };
  const capacity = new Capacity(8, 8, plan, 1n);
  capacity.advance(ALL);
  expect(await table(page)).toEqual(
    capacity
      .results()
      .map(({ rule, load, stable, recalled }) => [
        rules[rule],
        String(load),
        ...[stable.share, stable.low, stable.high, recalled.share, recalled.low, recalled.high].map(shown),
        "50",
      ]),
  );
  const chart = page.locator("#capacity");
  for (const mark of ["N/(4 ln N) = 3.8", "N/(2 ln N) = 7.7", "0.138 N = 8.8", "0.15 N = 9.6"]) {
    await expect(chart).toContainText(mark);
  }
  const healing = await chart.locator(".line").first().getAttribute("d");
  await page.getByRole("button", { name: "Memories that hold" }).click();
  expect(await chart.locator(".line").first().getAttribute("d")).not.toBe(healing);
  await page.getByRole("checkbox", { name: "Hebb" }).uncheck();
  await survey(page);
  await expect(chart).not.toContainText("ln N");
  await expect(page.locator("#survey-summary")).not.toContainText("Hebb");
});

test("capacity of one’s own memories", async ({ lab, page }) => {
  await lab.open();
  await lab.storeExamples("four", "five");
  await openSurvey(page, "Capacity");
  await page.locator("#own").selectOption("own");
  await survey(page);
  const own = network(0, 3, 7, 4, 5);
  const plan: CapacityPlan = {
    rules: [{ name: "hebb" }, { name: "storkey" }, { name: "projection" }],
    loads: [1, 2, 3, 4, 5],
    trials: 200,
    flips: 6,
  };
  const capacity = Capacity.own(own, plan, 1n);
  capacity.advance(ALL);
  expect((await table(page)).map(([, load, hold, , , heal]) => [load, hold, heal])).toEqual(
    capacity
      .results()
      .map(({ load, stable, recalled }) => [String(load), shown(stable.share), shown(recalled.share)]),
  );
});

test("map: pointing tells where a cue ends, a click or Enter puts it on the pad", async ({ lab, page }) => {
  await lab.open();
  await openSurvey(page, "Map");
  await survey(page);
  const map = new AttractorMap(network(), [0, 1], 65, 1n);
  map.advance(ALL);
  const [points, ends] = [map.points(), map.destinations()];
  expect((await table(page)).map(([, , count]) => Number(count))).toEqual(
    ends.map(({ count }) => count).sort((a, b) => b - a),
  );
  const plane = page.locator("#map");
  await plane.scrollIntoViewIfNeeded();
  const side = (await plane.boundingBox())?.width ?? 0;
  const at = (row: number, column: number): { x: number; y: number } => ({
    x: ((column + 0.5) * side) / 65,
    y: ((row + 0.5) * side) / 65,
  });
  const told = page.locator("#map-told");
  await plane.hover({ position: at(0, 0) });
  await expect(told).toHaveText("A cue of 100\u202f% of zero and 0\u202f% of three ends in zero.");
  await plane.hover({ position: at(20, 64) });
  await expect(told).toContainText("100\u202f% of three, 16\u202f% of the cells flipped besides, ends in");
  await plane.click({ position: at(32, 16) });
  expect(await lab.cells()).toEqual([...(map.cue(32, 16) ?? [])]);
  const end = ends[points[32 * 65 + 16] ?? -1];
  expect(await lab.painted(page.locator("#end"))).toEqual([...(end?.picture ?? [])]);

  await plane.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Enter");
  expect(await lab.cells()).toEqual([...(map.cue(25, 17) ?? [])]);
  expect(await lab.painted(page.locator("#cue"))).toEqual(await lab.cells());
});

test("the cues of a map are told once, however often it tells how far it is", async ({ lab, page }) => {
  await page.addInitScript(() => {
    const told: string[] = [];
    const Plain = Worker;
    Object.assign(window, { told });
    window.Worker = class extends Plain {
      constructor(...given: ConstructorParameters<typeof Plain>) {
        super(...given);
        this.addEventListener("message", ({ data }) => {
          if (data.news) told.push(Object.keys(data.news.found).sort().join());
        });
      }
    };
  });
  await lab.open();
  await lab.size(32);
  await openSurvey(page, "Map");
  await survey(page);
  const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
  expect(told[0]).toBe("cues,destinations,points");
  expect(told.length).toBeGreaterThan(1);
  expect(new Set(told.slice(1))).toEqual(new Set(["destinations,points"]));
});

test("map of three: a triangle", async ({ lab, page }) => {
  await lab.open();
  await openSurvey(page, "Map");
  await page.locator("#corner-2").selectOption({ label: "seven" });
  await survey(page);
  expect(await summary(page)).toMatch(/^2 113 cues between zero, three and seven end in/);
  const map = new AttractorMap(network(), [0, 1, 2], 65, 1n);
  map.advance(ALL);
  await page.locator("#map").focus();
  await page.keyboard.press("Enter");
  expect(await lab.cells()).toEqual([...(map.cue(32, 32) ?? [])]);
  // Outside the triangle there is nothing to point at: the cross-hair stays.
  for (let i = 0; i < 6; i += 1) await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Enter");
  expect(await lab.cells()).toEqual([...(map.cue(32, 16) ?? [])]);
  // A file counts the cues of the triangle, not the points of the square around it.
  const lines = (await saved(page, "Save as CSV")).content.toString().split("\r\n");
  expect(plain(lines.find((line) => line.endsWith("cues.")) ?? "")).toBe("# 2 113 of 2 113 cues.");
  expect(lines.filter((line) => /^\d/.test(line))).toHaveLength(2113);
});

test("a survey can be cancelled at once; what it found so far stays", async ({ lab, page }) => {
  await lab.open();
  await longSurvey(page);
  const progress = page.getByRole("progressbar", { name: "Progress of the survey" });
  await expect(progress).toBeVisible();
  await expect.poll(() => progress.evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(progress).toHaveCount(0);
  expect(await summary(page)).toMatch(/^Stopped after [\d ]+ of 800 000 trials\./);
  await expect.poll(() => page.workers().length).toBe(0);
  await page.getByLabel("Trials").fill("10");
  await page.getByLabel("Trials").press("Tab");
  await survey(page);
  expect(await summary(page)).not.toContain("Stopped");
});

test("a worker that the browser ends is told of, and the next survey has a fresh one", async ({
  lab,
  page,
}) => {
  await lab.open();
  // A worker that waits for its network in vain can be ended from within; one at work hears nobody.
  await page.route("**/*.wasm", () => {});
  await openSurvey(page, "Census");
  await page.getByRole("button", { name: "Survey", exact: true }).click();
  await expect(page.getByText("Beginning…")).toBeVisible();
  await expect.poll(() => page.workers().length).toBe(1);
  await page.workers()[0]?.evaluate(() => self.close());
  await expect(page.locator("#survey-trouble")).toContainText("The browser has ended the survey");
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await page.unroute("**/*.wasm");
  await survey(page);
  await expect(page.locator("#survey-trouble")).toHaveCount(0);
  await expect(page.locator(".attractor").first()).toBeVisible();
});

test.describe("a lens that cannot be fetched", () => {
  test.use({ expected: [/503/] });

  test("says so, and comes when asked again", async ({ lab, page }) => {
    await lab.open();
    await page.route("**/*.js", (route) => route.fulfill({ status: 503, body: "not now" }));
    await page.getByRole("tab", { name: "Survey" }).click();
    await expect(page.getByRole("alert")).toContainText("Survey could not be fetched");
    await page.unroute("**/*.js");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("button", { name: "Census" })).toBeVisible();
  });

  test("a worker’s script likewise", async ({ lab, page }) => {
    await lab.open();
    await openSurvey(page, "Census");
    await expect(page.getByRole("button", { name: "Survey", exact: true })).toBeVisible();
    await page.route("**/survey*.js", (route) => route.fulfill({ status: 503, body: "not now" }));
    await page.getByRole("button", { name: "Survey", exact: true }).click();
    await expect(page.locator("#survey-trouble")).toContainText("could not be started. Check the connection");
    await page.unroute("**/survey*.js");
    await survey(page);
    await expect(page.locator("#survey-trouble")).toHaveCount(0);
  });
});

test.describe("a worker without its network", () => {
  test.use({ expected: [/503/] });

  test("says so, and can be asked again", async ({ lab, page }) => {
    await lab.open();
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 503, body: "not now" }));
    await openSurvey(page, "Census");
    await page.getByRole("button", { name: "Survey", exact: true }).click();
    await expect(page.locator("#survey-trouble")).toContainText("The survey cannot be made:");
    await page.unroute("**/*.wasm");
    await survey(page);
    await expect(page.locator("#survey-trouble")).toHaveCount(0);
    await expect(page.locator(".attractor").first()).toBeVisible();
  });
});

test.describe("a Content-Security-Policy without workers", () => {
  test.use({ expected: [/Content Security Policy|content security policy/] });

  test("is named, and the rest of the page works", async ({ lab, page }) => {
    await page.route("./", async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), "content-security-policy": "worker-src 'none'" };
      await route.fulfill({ response, headers });
    });
    await lab.open();
    await openSurvey(page, "Census");
    await page.getByRole("button", { name: "Survey", exact: true }).click();
    await expect(page.locator("#survey-trouble")).toContainText("worker-src 'self'");
    await lab.recallToTheEnd();
    await expect(lab.verdict).toContainText("seven, exactly.");
  });
});

test("what was found stays while the lens is closed, and says when it is old", async ({ lab, page }) => {
  await lab.open();
  await openSurvey(page, "Census");
  await survey(page);
  const before = await summary(page);
  const stale = page.locator("#stale");
  await expect(stale).toHaveCount(0);
  await lab.lens("Why");
  await openSurvey(page, "Census");
  expect(await summary(page)).toBe(before);

  await lab.storeExamples("four");
  await expect(stale).toHaveText("These are the valleys of before you stored four: survey again.");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(stale).toHaveCount(0);
  await lab.rule("Storkey");
  await expect(stale).toContainText("before you chose another rule");
  await survey(page);
  await expect(stale).toHaveCount(0);
  expect(await summary(page)).not.toBe(before);
  await lab.forgetFirst();
  await expect(stale).toContainText("before you forgot zero");
  // The names are those of then.
  await expect(page.locator(".attractor", { hasText: "zero" }).first()).toBeVisible();
});

test("valleys of another grid are shown, but do not fit the pad", async ({ lab, page }) => {
  await lab.open();
  await openSurvey(page, "Census");
  await survey(page);
  const first = page.locator(".attractor").first();
  const picture = await lab.painted(first.locator("canvas").first());
  await page.getByRole("button", { name: /^Grid/ }).click();
  await page.getByRole("radio", { name: "12 × 12" }).check();
  await page.keyboard.press("Escape");
  await expect(page.locator("#stale")).toContainText("before you chose another size of grid");
  await expect(first).toBeDisabled();
  expect(await lab.painted(first.locator("canvas").first())).toEqual(picture);
});

test("files: a table with its setting, seed and units, and a picture", async ({ lab, page }) => {
  await lab.open();
  for (const [tab, kind, columns] of [
    ["Census", "census", "starts,share,kind,memories,picture"],
    ["Basins", "basin", "memory,flipped cells,cues,recalled,share,low,high"],
    ["Capacity", "capacity", "rule,memories,hold,hold low,hold high,heal,heal low,heal high,trials"],
    ["Map", "map", "row,column,ends in,memories"],
  ] as const) {
    await openSurvey(page, tab);
    if (tab === "Capacity") await page.getByLabel("Trials").fill("10");
    await survey(page);
    const { name, content } = await saved(page, "Save as CSV");
    expect(name).toBe(`${kind}.csv`);
    const lines = content.toString().split("\r\n");
    const head = lines.filter((line) => line.startsWith("# ")).join("\n");
    for (const words of [
      "Grid: 8 rows, 8 columns.",
      "Rule: hebb, parameter as usual; bias off; awake.",
      "Seed: 1.",
    ]) {
      expect(head).toContain(words);
    }
    const rows = lines.filter((line) => !line.startsWith("# "));
    expect(rows[0]).toBe(columns);
    if (kind === "map") expect(rows.length).toBe(1 + 65 * 65);
    if (kind === "census") {
      const starts = rows.slice(1).map((row) => Number(row.split(",")[0]));
      expect(starts.reduce((sum, count) => sum + count, 0)).toBe(10_000);
    }

    const picture = await saved(page, "Save as PNG");
    expect(picture.name).toBe(`${kind}.png`);
    expect(picture.content.subarray(1, 4).toString()).toBe("PNG");
    const colours = await page.evaluate(
      async (data) => {
        const bitmap = await createImageBitmap(new Blob([Uint8Array.from(data)]));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
        context?.drawImage(bitmap, 0, 0);
        const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? [];
        const seen = new Set<string>();
        for (let i = 0; i < pixels.length; i += 4) seen.add(pixels.slice(i, i + 3).join());
        return [...seen];
      },
      [...picture.content],
    );
    const wanted = kind === "capacity" ? ["var(--ink)"] : ["var(--memory-0)", "var(--memory-1)"];
    for (const css of wanted) expect(colours).toContain((await lab.colour(css)).join());
  }
});

test("with too few memories the surveys say what they need", async ({ lab, page }) => {
  await lab.open();
  for (let i = 0; i < 2; i += 1) await lab.forgetFirst();
  await openSurvey(page, "Map");
  await expect(page.locator("#too-few")).toContainText("It remembers too little");
  await lab.forgetFirst();
  await openSurvey(page, "Census");
  await expect(page.locator("#too-few")).toContainText("It remembers nothing yet");
  await openSurvey(page, "Capacity");
  await page.getByLabel("Trials").fill("10");
  await survey(page);
  await expect(page.locator("#survey-summary")).toContainText("random pictures");
});

test("sleep: the census awake is the core’s, and after the best dose more starts end in memories", async ({
  lab,
  page,
}) => {
  await lab.open();
  await lab.lens("Sleep");
  const census = new Census(network(), 2000, 1n);
  census.advance(ALL);
  const { memory, inverse, mixture } = census.shares();
  expect(memory + inverse + mixture).toBe(2000);
  const night = async (id: string): Promise<string> =>
    plain(await page.locator(`#census-${id} .legend`).textContent()).trim();
  // Shares in hundredths, rounded so that they add up to 100: each within 1 of its own.
  const told = /^a memory (\d+) % a negative (\d+) % a blend (\d+) %$/;
  await expect.poll(() => night("awake")).toMatch(told);
  const awake = await night("awake");
  const shown = (told.exec(awake) ?? []).slice(1).map(Number);
  expect(shown.reduce((sum, share) => sum + share, 0)).toBe(100);
  for (const [i, ends] of [memory, inverse, mixture].entries())
    expect(Math.abs((shown[i] ?? Number.NaN) - ends / 20)).toBeLessThan(1);
  await expect(page.locator("#census-asleep")).toHaveCount(0);
  await page.getByRole("button", { name: "Sleep to 150 dreams" }).click();
  await expect(page.locator("#census-asleep:not(.old)")).toBeVisible();
  expect(await night("awake")).toBe(awake);
  const blends = /a blend (\d+) %/;
  expect(Number(blends.exec(await night("asleep"))?.[1])).toBeLessThan((50 * mixture) / 2000);
  await page.getByRole("button", { name: "Wake" }).click();
  await expect(page.locator("#census-asleep")).toHaveCount(0);
});

test("what a survey has found is in sight, its figure as a whole", async ({ lab, page }) => {
  for (const [width, height] of [
    [1280, 800],
    [1150, 800],
    [390, 844],
    [360, 640],
  ] as const) {
    await page.setViewportSize({ width, height });
    await lab.open();
    for (const [tab, figure] of [
      ["Capacity", "#capacity"],
      ["Basins", "#basins"],
      ["Map", "#map"],
    ] as const) {
      await openSurvey(page, tab);
      if (tab === "Capacity") await page.getByLabel("Trials").fill("10");
      await page.getByRole("button", { name: "Survey", exact: true }).scrollIntoViewIfNeeded();
      await survey(page);
      await expect(page.locator(figure), `${tab} at ${width} px`).toBeInViewport({ ratio: 0.995 });
      await page.evaluate(() => window.scrollTo(0, 0));
    }
  }
});
