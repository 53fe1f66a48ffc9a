// Challenges: each is solved through the page, and each refuses the wrong way. The network is the judge.
import type { Locator, Page } from "@playwright/test";
import { violations } from "./support/axe";
import type { Lab } from "./support/lab";
import { expect, test } from "./support/test";
import { differences, digit, type Picture } from "./support/theory";

test.describe.configure({ timeout: 90_000 });

/** Opens a challenge by its number and sets it up. */
async function challenge(lab: Lab, number: number): Promise<Locator> {
  const panel = await lab.lens("Challenges");
  await panel.getByRole("button", { name: new RegExp(`^${number}, `) }).click();
  await panel.locator("#set-up").click();
  return panel;
}

/** The panel, back in front after a look at another lens. */
const back = (lab: Lab): Promise<Locator> => lab.lens("Challenges");

async function expectSolved(panel: Locator, number: number, said: string | RegExp): Promise<void> {
  await expect(panel.locator("#said")).toContainText("Solved.");
  await expect(panel.locator("#said")).toContainText(said);
  await expect(panel.locator("#taught")).toBeVisible();
  await expect(panel.getByRole("button", { name: new RegExp(`^${number}, .*, solved$`) })).toBeVisible();
}

async function expectOpen(panel: Locator, said: string | RegExp): Promise<void> {
  await expect(panel.locator("#said")).toContainText(said);
  await expect(panel.locator("#said")).not.toContainText("Solved.");
  await expect(panel.locator("#taught")).toHaveCount(0);
}

/** Turns cells round, by keyboard. */
async function flip(page: Page, lab: Lab, cells: readonly number[]): Promise<void> {
  await page.getByRole("button", { name: "Flip", exact: true }).click();
  for (const cell of cells) await lab.press(cell);
}

const load = (lab: Lab, place: number): Promise<void> =>
  lab.memories.nth(place).locator("button").first().click();

test("1, heal it: by recall, not by drawing", async ({ lab }) => {
  await lab.open();
  const panel = await challenge(lab, 1);
  await expectOpen(panel, "Press Recall.");
  await load(lab, 2); // the seven itself
  await expectOpen(panel, "not broken enough");
  await lab.corrupt(3);
  await lab.recallToTheEnd();
  await expectOpen(panel, "not broken enough");
  await panel.locator("#set-up").click();
  await lab.temperature(0.7);
  await lab.speed("256/s");
  await lab.recall.click();
  await expect.poll(async () => (await lab.shown()).time).toBeGreaterThan(400);
  await lab.recall.click();
  await lab.temperature(0);
  await lab.recallToTheEnd();
  await expectOpen(panel, "On its way it climbed"); // wherever the heat has led it
  await lab.reset.click();
  await lab.recallToTheEnd();
  await expectSolved(panel, 1, "The seven is back");
});

test("2, place your bet: before it ran, on the right end, twice", async ({ lab }) => {
  await lab.open();
  const panel = await challenge(lab, 2);
  const bet = (name: string) =>
    panel.getByRole("group", { name: "Your bet" }).getByRole("button", { name }).click({ force: true }); // also where it can do nothing
  // Having looked is too late, and going back does not help.
  await lab.recallToTheEnd();
  await expectOpen(panel, "It ran before you bet");
  await lab.reset.click();
  await bet("seven");
  await lab.recallToTheEnd();
  await expectOpen(panel, "It ran before you bet");
  // The second rolls into a blend although zero is near: lost. Another bet afterwards does not count.
  await panel.locator("#set-up").click();
  await bet("zero");
  await expectOpen(panel, "Your bet is placed.");
  await lab.recallToTheEnd();
  await expectOpen(panel, "Lost: a blend of zero, three and seven");
  await lab.setSeed(317);
  await bet("none of them");
  await lab.recallToTheEnd();
  await expectOpen(panel, "Lost");
  // The third and the fourth are won.
  await panel.locator("#set-up").click();
  await bet("three");
  await lab.recallToTheEnd();
  await expectOpen(panel, "You win: three, exactly. That is 1 of 2");
  await panel.locator("#set-up").click();
  await bet("none of them");
  await lab.press(0); // another start than the one to bet on
  await expectOpen(panel, "no longer the start");
  await lab.press(0);
  await lab.recallToTheEnd();
  await expectSolved(panel, 2, "You win: the negative of seven.");
});

test("3, upside down: rolled there, not put there", async ({ lab }) => {
  await lab.open();
  const panel = await challenge(lab, 3);
  await load(lab, 2);
  await lab.tool("Invert");
  await lab.step.click();
  await expectOpen(panel, "nothing would roll");
  await lab.corrupt(6);
  await lab.recallToTheEnd();
  await expectSolved(panel, 3, "It rolled into the negative.");
});

test("4, four is a crowd: by storing, not by forgetting, nor by another rule", async ({ lab }) => {
  await lab.open();
  const panel = await challenge(lab, 4);
  await lab.storeExamples("two"); // beside which the three holds
  await expectOpen(panel, "still three holds");
  await lab.memories
    .nth(1)
    .getByRole("button", { name: /^More about/ })
    .click();
  await lab.memories.nth(1).getByRole("button", { name: "Forget" }).click();
  await expectOpen(panel, "no longer those of this challenge");
  await panel.locator("#set-up").click();
  await lab.storeExamples("eight");
  await expectSolved(panel, 4, /Gone: \d+ cells? of three would flip\./);
});

test("5, break the seven: six cells are enough, and another digit is no broken seven", async ({
  lab,
  page,
}) => {
  await lab.open();
  const panel = await challenge(lab, 5);
  await load(lab, 0);
  await lab.corrupt(2);
  await lab.recallToTheEnd();
  await expectOpen(panel, "not most like the seven any more");
  await load(lab, 2);
  await lab.corrupt(4);
  await lab.recallToTheEnd();
  await expectOpen(panel, "With 4 cells flipped it still came back.");
  await load(lab, 2);
  await lab.order("Cyclic");
  await flip(page, lab, [6, 14, 21, 35, 53, 58]);
  await expectOpen(panel, "6 cells flipped. Press Recall.");
  await lab.recallToTheEnd();
  await expectSolved(panel, 5, "Broken with 6 cells.");
});

test("6, out of nothing: from an empty pad, by storing the seven again", async ({ lab }) => {
  await lab.open();
  const panel = await challenge(lab, 6);
  await lab.recallToTheEnd();
  await expectOpen(panel, "Out of nothing came a blend of zero, three and seven");
  await load(lab, 2);
  await lab.corrupt(5);
  await lab.recallToTheEnd(); // into the seven, but out of something
  await expectOpen(panel, "It must begin with an empty pad");
  await load(lab, 2);
  await lab.store.click();
  await lab.tool("Clear");
  await lab.recallToTheEnd();
  await expectSolved(panel, 6, "Out of nothing came seven.");
});

test("7, beat Hebb: by a rule, not by fewer memories", async ({ lab }) => {
  await lab.open();
  const panel = await challenge(lab, 7);
  await expectOpen(panel, "Hebb: 0 of 10 hold.");
  await lab.rule("Storkey");
  await expectOpen(panel, "Storkey: 5 of 10 hold.");
  await lab.forgetFirst();
  await expectOpen(panel, "no longer those of this challenge");
  await panel.locator("#set-up").click();
  await lab.rule("Projection");
  await expectSolved(panel, 7, "Projection: 10 of 10 hold.");
});

test("8, a false memory: a blend counts, a memory does not", async ({ lab, page }) => {
  await lab.open();
  const panel = await challenge(lab, 8);
  await lab.corrupt(6);
  await lab.recallToTheEnd();
  await expectOpen(panel, /found a way out: (the negative of )?[ABC]/);
  const letters: Picture[] = [];
  for (const place of [0, 1, 2]) {
    await load(lab, place);
    letters.push(await lab.cells());
  }
  // What at least two of the letters have, less two cells.
  const blend = letters[0]?.flatMap((_, i) =>
    letters.filter((letter) => letter[i] === 1).length >= 2 ? [i] : [],
  );
  await lab.tool("Clear");
  await flip(page, lab, blend ?? []);
  await lab.recallToTheEnd();
  await expectOpen(panel, "nothing would roll");
  await flip(page, lab, blend?.slice(0, 2) ?? []);
  await lab.recallToTheEnd();
  await expectSolved(panel, 8, "It rests in a blend of A, B and C");
});

test("9, sleep on it: the dose that is best mends all six, seen from the lens Sleep", async ({
  lab,
  page,
}) => {
  await lab.open();
  let panel = await challenge(lab, 9);
  await expectOpen(panel, "It is awake, and 0 of 6 hold.");
  await lab.rule("Projection");
  await expectOpen(panel, "about Hebb’s rule");
  await lab.rule("Hebb");
  await lab.lens("Sleep");
  await page.getByRole("button", { name: "Dream once" }).click();
  panel = await back(lab);
  await expectOpen(panel, "After 1 dream 0 of 6 hold.");
  await lab.lens("Sleep");
  await page.getByRole("button", { name: "Sleep to 300 dreams" }).click();
  await expect(lab.verdict).toHaveText("Challenge solved: Sleep on it.", { timeout: 15_000 });
  panel = await back(lab);
  await expectSolved(panel, 9, "6 of 6 hold.");
});

test("10, the swing: at temperature 0, all at once", async ({ lab }) => {
  await lab.open();
  const panel = await challenge(lab, 10);
  await lab.corrupt(32);
  await lab.recallToTheEnd();
  await expectOpen(panel, "It came to rest.");
  await lab.temperature(0.5);
  await expectOpen(panel, "With heat nothing ever rests");
  await lab.temperature(0);
  await lab.order("Synchronous");
  await load(lab, 0);
  await lab.corrupt(32);
  await lab.recallToTheEnd();
  await expectSolved(panel, 10, "It swings");
});

test("11, shake it free: by heat, not by another start", async ({ lab }) => {
  await lab.open();
  const panel = await challenge(lab, 11);
  await expectOpen(panel, "at rest in the blend");
  await load(lab, 0);
  await lab.corrupt(5);
  await lab.recallToTheEnd(); // in a memory, but from elsewhere
  await expectOpen(panel, "did not begin in the blend");
  await panel.locator("#set-up").click();
  await lab.temperature(0.3);
  await expectOpen(panel, "While it is warm");
  await lab.speed("max");
  await lab.recall.click();
  await expect.poll(async () => (await lab.shown()).time).toBeGreaterThan(600);
  await lab.recall.click();
  await lab.temperature(0);
  await lab.recallToTheEnd();
  await expectSolved(panel, 11, /Free: [ABC], exactly\./);
});

test("12, zero to seven: with few cells, from the zero, row by row", async ({ lab, page }) => {
  await lab.open();
  const panel = await challenge(lab, 12);
  await load(lab, 2);
  await lab.corrupt(1);
  await lab.recallToTheEnd();
  await expectOpen(panel, /2\d cells flipped: at most 16 count/);
  await load(lab, 0);
  // The cells in which zero and three are on one side, and the seven is on the other.
  const [zero, three, seven] = [digit(0), digit(3), digit(7)];
  const best = zero.flatMap((cell, i) => (cell === three[i] && cell !== seven[i] ? [i] : []));
  expect([differences(zero, seven), best.length]).toEqual([25, 14]);
  await flip(page, lab, best.slice(0, 9));
  await lab.recallToTheEnd();
  await expectOpen(panel, "9 cells flipped:");
  await load(lab, 0);
  await flip(page, lab, best);
  await lab.order("Random");
  await expectOpen(panel, "the order is cyclic");
  await lab.order("Cyclic");
  await lab.recallToTheEnd();
  await expectSolved(panel, 12, "14 cells flipped: seven. The fewest known are 12: can you find them?");
  await panel.locator("#set-up").click();
  await flip(
    page,
    lab,
    best.filter((cell) => cell !== 5 && cell !== 60),
  );
  await lab.recallToTheEnd();
  await expectSolved(panel, 12, "12 cells flipped: seven. That is the fewest known.");
});

test("setting one up is undone in one step, and nothing is lost", async ({ lab, page }) => {
  await lab.open();
  await lab.press(0);
  const before = await lab.shown();
  await challenge(lab, 7);
  await expect(lab.memories).toHaveCount(10);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(lab.memories).toHaveCount(3);
  expect({ ...(await lab.shown()), verdict: "" }).toEqual({ ...before, verdict: "" });
});

test("by keyboard: the list, the hint, next and previous; the ticks survive a reload", async ({
  lab,
  page,
}) => {
  await lab.open();
  const panel = await lab.lens("Challenges");
  await expect(panel.locator("#challenge")).toHaveText("Heal it");
  await panel.locator("#set-up").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(panel.locator("#hint-text")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(panel.locator("#previous")).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(panel.locator("#challenge")).toHaveText("Place your bet");
  await expect(panel.locator("#hint-text")).toHaveCount(0);
  await panel.locator("#previous").focus();
  await page.keyboard.press("Enter");
  await expect(panel.locator("#challenge")).toHaveText("Heal it");
  await lab.recallToTheEnd();
  await expectSolved(panel, 1, "The seven is back");
  await page.reload();
  const again = await lab.lens("Challenges");
  await expect(again.locator("#challenge")).toHaveText("Place your bet"); // the first that is open
  await expect(again.getByRole("navigation", { name: "Challenges, 1 of 12 solved" })).toBeVisible();
});

test("without storage, or with rubbish in it, challenges work all the same", async ({ lab, page }) => {
  await page.addInitScript(() => localStorage.setItem("hopfield-net:challenges", "{oops"));
  await lab.open();
  let panel = await challenge(lab, 1);
  await lab.recallToTheEnd();
  await expectSolved(panel, 1, "The seven is back");
  await page.addInitScript(() =>
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new Error("no storage here");
      },
    }),
  );
  await lab.open();
  panel = await challenge(lab, 1);
  await lab.recallToTheEnd();
  await expectSolved(panel, 1, "The seven is back");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing, ${colorScheme}`, async ({ lab, page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await lab.open();
    const panel = await lab.lens("Challenges");
    await expect(panel.locator("#challenge")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await challenge(lab, 2);
    await panel.locator("#hint").click();
    expect(await violations(page), "a bet, with its hint").toEqual([]);
    await challenge(lab, 1);
    await lab.recallToTheEnd();
    await expectSolved(panel, 1, "The seven is back");
    expect(await violations(page), "solved").toEqual([]);
  });
}
