// Real runs that end in every kind of valley; the seeds were looked for, the sentences follow from the theory.
import { expect, test } from "./support/test";
import { differences, digit, energy, negative, type Picture, restless } from "./support/theory";

const memories = [digit(0), digit(3), digit(7)];
const majority: Picture = digit(0).map((_, i) =>
  Math.sign(memories.reduce((sum, memory) => sum + (memory[i] ?? 0), 0)),
);

for (const { presses, seed, sentence, end } of [
  { presses: 1, seed: 2, sentence: "Settled after 313 updates, 26 flips: zero, exactly.", end: digit(0) },
  {
    presses: 1,
    seed: 1,
    sentence: "Settled after 252 updates, 33 flips: the negative of seven, a valley just as deep.",
    end: negative(digit(7)),
  },
  {
    presses: 2,
    seed: 1,
    sentence:
      "Settled after 178 updates, 27 flips: a blend of zero, three and seven, a valley that nobody stored.",
    end: majority,
  },
  {
    presses: 3,
    seed: 1,
    sentence:
      "Settled after 202 updates, 27 flips: a blend of the negatives of zero, three and seven, a valley that nobody stored.",
    end: negative(majority),
  },
]) {
  test(`random start ${presses} with seed ${seed}: ${sentence}`, async ({ lab }) => {
    await lab.open();
    await lab.setSeed(seed);
    for (let i = 0; i < presses; i += 1) await lab.tool("Random"); // each time another
    expect((await lab.cells()).filter((cell) => cell === 1)).toHaveLength(32);
    await lab.recallToTheEnd();
    const shown = await lab.shown();
    expect(shown).toMatchObject({ verdict: sentence, cells: end, energy: energy(memories, end) });
  });
}

test("six digits are too many: a picture that nobody stored", async ({ lab, page }) => {
  await lab.open();
  await lab.storeExamples("one", "two", "four");
  const six = [...memories, digit(1), digit(2), digit(4)];
  await lab.setSeed(2);
  await lab.tool("Random");
  await lab.recallToTheEnd();
  const { cells, verdict } = await lab.shown();
  expect(restless(six, cells)).toEqual([]);
  const distances = six.map((memory) => differences(negative(memory), cells)); // a memory is 44 cells away or more
  const nearest = Math.min(...distances);
  const name = ["zero", "three", "seven", "one", "two", "four"][distances.indexOf(nearest)];
  expect(verdict).toBe(
    `Settled after 217 updates, 30 flips: a picture nobody stored. It is most like the negative of ${name}, ${nearest} cells away.`,
  );
  await expect(page.locator("#spoken")).toHaveText(verdict);

  await page.locator("#load-2").click(); // a memory that does not hold says so, and falls out of itself
  const restlessCells = restless(six, digit(7)).length;
  await expect(lab.verdict).toHaveText(
    `This is seven, but it does not hold: ${restlessCells} cells want to flip.`,
  );
  await lab.recallToTheEnd();
  await expect(lab.verdict).toContainText("a picture nobody stored");
});

test("what is nearer to a negative says so, where negatives are valleys", async ({ lab }) => {
  await lab.open();
  const first = lab.page.url();
  await lab.corrupt(44);
  await expect.poll(() => lab.page.url()).not.toBe(first);
  await expect(lab.verdict).toContainText(/^This is most like the negative of \w+, \d+ cells away\./);
  const cells = await lab.cells();
  const distances = memories.flatMap((memory) => [
    differences(memory, cells),
    differences(negative(memory), cells),
  ]);
  await expect(lab.verdict).toContainText(`, ${Math.min(...distances)} cells away`);
  const hash = new URL(lab.page.url()).hash;
  for (const [rule, words] of [
    ["dense:3", /^This is (most like )?(zero|three|seven)/], // an odd power: a negative is a hill
    ["dense:4", /^This is most like the negative of/],
    ["hebb", /^This is most like the negative of/],
  ] as const) {
    await lab.page.evaluate((hash) => {
      location.hash = hash;
    }, `${hash}&rule=${rule}`);
    await expect(lab.verdict).toContainText(words);
  }
  await lab.bias(true); // with it a negative is no longer as deep
  await expect(lab.verdict).toContainText(/^This is (most like )?(zero|three|seven)/);
});
