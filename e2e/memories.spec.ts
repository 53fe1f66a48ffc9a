// Storing and forgetting: what the shelf says is true of the network.
import { expect, test } from "./support/test";
import { differences, digit, field, type Picture } from "./support/theory";

/** What a thumbnail must say: the weakest cell, or how many cells want to flip. */
function verdict(memories: readonly Picture[], index: number): string {
  const memory = memories[index] ?? [];
  const margins = memory.map((x, i) => x * field(memories, memory, i));
  const restless = margins.filter((margin) => margin < 0).length;
  if (restless > 0)
    return `does not hold: ${restless} dotted cell${restless === 1 ? " wants" : "s want"} to flip`;
  const weakest = Math.min(...margins);
  return `holds; weakest cell ${weakest > 0 ? "+" : ""}${weakest}`;
}

test("every thumbnail says whether its memory holds, by how much, and which cells want to flip", async ({
  lab,
}) => {
  await lab.open();
  const memories = [digit(0), digit(3), digit(7)];
  for (const value of [null, 1, 2, 4]) {
    if (value !== null) {
      memories.push(digit(value));
      await lab.storeExamples(["one", "two", "four"][memories.length - 4] ?? "");
    }
    await expect(lab.memories).toHaveCount(memories.length);
    for (const i of memories.keys()) {
      const words = lab.memories.nth(i).locator(".text > span > .short, .text > span").first();
      const said = await words.evaluate((element) => {
        const copy = element.cloneNode(true) as HTMLElement;
        for (const short of copy.querySelectorAll(".short")) short.remove();
        return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
      });
      expect(said).toBe(verdict(memories, i));
    }
  }
  expect(memories.length).toBe(6);
  expect(verdict(memories, 5)).toContain("does not hold");
  await expect(lab.verdict).toContainText("but it does not hold");
});

test("storing a picture twice says what that means", async ({ lab, page }) => {
  await lab.open();
  await page.locator("#load-2").click();
  await lab.store.click();
  await expect(lab.memories).toHaveCount(4);
  await expect(lab.verdict).toContainText(
    "Stored as seven 2. It is the same picture as seven: stored twice, it pulls twice as hard.",
  );
});

test("forgetting undoes storing; with nothing left the page invites", async ({ lab, page }) => {
  await lab.open();
  const start = await lab.shown();
  await lab.storeExamples("A");
  await lab.memories.nth(3).getByRole("button", { name: "More about A" }).click();
  await lab.memories.nth(3).getByRole("button", { name: "Forget" }).click();
  await expect(lab.verdict).toHaveText("Forgot A, exactly as if it had never been stored.");
  await expect(lab.memories.locator(".text > span").first()).toContainText("+25");

  for (let left = 2; left >= 0; left -= 1) {
    await lab.forgetFirst();
    await expect(lab.memories).toHaveCount(left);
  }
  await expect(page.locator("#memories")).toContainText("Nothing yet. Draw something, then store it.");
  expect((await lab.shown()).energy).toBe(0);

  await lab.recall.click();
  await expect(lab.recall).toHaveText("Recall");
  const invitation = "It remembers nothing yet. Draw something, then store it.";
  await expect(lab.verdict).toHaveText(invitation);
  await lab.step.click(); // nothing is heard, so the neuron stays
  expect(await lab.shown()).toMatchObject({ time: 1, energy: 0, verdict: invitation });
  await expect(page.locator("#spoken")).toHaveText(invitation);
  expect(differences(await lab.cells(), start.cells)).toBeGreaterThan(0); // A is still on the pad

  await lab.tool("Clear");
  await lab.press(27);
  await lab.store.click();
  await expect(lab.memories).toHaveCount(1);
  await expect(lab.memories.locator(".text > span")).toContainText("+63");
});

test("a memory can be named, moved, and put on the pad", async ({ lab, page }) => {
  await lab.open();
  const names = lab.memories.locator("b");
  await page.getByRole("button", { name: "More about zero" }).click();
  await page.locator("#name-0").fill("ring");
  await page.locator("#name-0").press("Enter");
  await expect(names).toHaveText(["ring", "three", "seven"]);
  await page.getByRole("button", { name: "Move later" }).first().click();
  await expect(names).toHaveText(["three", "ring", "seven"]);
  await page.locator("#load-1").press("Alt+ArrowDown");
  await expect(names).toHaveText(["three", "seven", "ring"]);
  expect(await lab.painted(lab.memories.nth(2).locator("canvas"))).toEqual(digit(0));

  await page.locator("#load-2").click();
  expect(await lab.cells()).toEqual(digit(0));
  await expect(lab.verdict).toHaveText("The pad is at rest: ring, exactly.");
});

test("a ready-made picture goes on the pad and can be stored", async ({ lab, page }) => {
  await lab.open();
  await page.getByRole("button", { name: "Examples" }).click();
  await page.locator("#examples-panel").getByRole("button", { name: "five", exact: true }).click();
  expect(await lab.cells()).toEqual(digit(5));
  await page.getByRole("button", { name: "Store it" }).click();
  await expect(lab.memories.locator("b")).toHaveText(["zero", "three", "seven", "five"]);
});

test("the curve has a level line for each memory, in its colour", async ({ lab }) => {
  await lab.open();
  const lines = async (): Promise<boolean[]> => {
    const found: boolean[] = [];
    for (const hue of [0, 1, 2, 3]) found.push(await lab.shows(lab.curve, `var(--memory-${hue})`));
    return found;
  };
  expect(await lines()).toEqual([true, true, true, false]);
  await lab.storeExamples("A");
  expect(await lines()).toEqual([true, true, true, true]);
  await lab.forgetFirst();
  expect(await lines()).toEqual([false, true, true, true]);
});

test("a thumbnail pointed at says in plain words what holding means", async ({ lab, page }) => {
  await lab.open();
  await expect(page.locator("#load-0")).toHaveAttribute(
    "title",
    /^Put zero on the pad\. It holds: every cell is told to stay as it is, the weakest one by \+25\. Its energy is −\d+\./,
  );
  await lab.storeExamples("one", "two", "four");
  await expect(page.locator("#load-3")).toHaveAttribute(
    "title",
    /It does not hold: \d cells?, dotted, would flip\. The other memories push on it\./,
  );
});
