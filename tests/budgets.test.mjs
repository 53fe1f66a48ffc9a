// The README's table of what is downloaded: that of budgets.json. Its sizes are compared where a build is at hand, by the budgets' own suite.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { allowed, differences, markdown } from "../scripts/budgets.mjs";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

test("the README's table has the budgets with their ceilings and wishes; `npm run budgets` prints it anew", () => {
  assert.deepEqual(differences(readme, allowed()), []);
});

const budgets = [
  { name: "One", size: 12.34, ceiling: 13, wanted: 10 },
  { name: "Two", size: 5, ceiling: 6 },
];
const table = `Before.\n\n${markdown(budgets)}\n\nAfter | it.\n`;

test("a table as it is printed differs in nothing, nor does one of a machine that compresses a little better", () => {
  assert.deepEqual(differences(table, budgets), []);
  assert.deepEqual(differences(table.replace("12.3 KB", "12.0 KB"), budgets), []);
});

test("each difference is named", () => {
  for (const [was, is, words] of [
    ["12.3 KB", "11.3 KB", "One, Gzipped: expected about 12.3 KB, got 11.3 KB"],
    ["13.0 KB", "14.0 KB", "One, Ceiling: expected 13.0 KB, got 14.0 KB"],
    ["10.0 KB", "–", "One, Wanted: expected 10.0 KB, got –"],
    ["| –", "| 4.0 KB", "Two, Wanted: expected –, got 4.0 KB"],
    ["12.3 KB", "much", "One, Gzipped: expected about 12.3 KB, got much"],
    ["| Two |", "| Three |", "expected rows for One,Two; got One,Three"],
    ["What is downloaded", "Downloads", "expected rows for One,Two; got "],
  ])
    assert.deepEqual(differences(table.replace(was, is), budgets), [words]);
});
