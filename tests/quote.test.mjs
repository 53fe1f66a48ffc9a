// What sentences quote is cut between letters, never through one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./support/page.mjs";

const { clipped, quoted, shortened } = await page("quote");

test("long words are cut between letters", () => {
  assert.equal(clipped("seven", 5), "seven");
  assert.equal(clipped("sevens", 5), "seven…");
  assert.equal(clipped("🚀🚀🚀", 3), "🚀🚀🚀");
  assert.equal(clipped("🚀🚀🚀🚀", 3), "🚀🚀🚀…");
  assert.equal(clipped("x🚀".repeat(1000), 3), "x🚀x…");
  assert.equal(quoted("sevens", 5), "“seven…”");
});

test("a short name has its ellipsis within its room", () => {
  assert.equal(shortened("seven", 5), "seven");
  assert.equal(shortened("sevens", 5), "seve…");
  assert.equal(shortened("🚀🚀🚀", 3), "🚀🚀🚀");
  assert.equal(shortened("🚀🚀🚀🚀", 3), "🚀🚀…");
});
