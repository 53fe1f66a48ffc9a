// The author's guide and docs/element.md name everything that an author can use.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const source = read("www/element-attributes.ts");
/** What a pattern captures in the first lines after a heading, until the closing bracket at the line's start. */
const listed = (heading, pattern) => {
  const [, list] = source.split(heading);
  return [...list.slice(0, list.search(/^[\]}]/m)).matchAll(pattern)].map(([, name]) => name);
};
const VIEWS = listed("export const VIEWS = [", /"(\w+)"/g);
const CONTROLS = listed("export const CONTROLS = [", /"(\w+)"/g);
const names = listed("export const attributes = {", /^ {2}(\w+):/gm);
const [, acts] = /^export const acts = \{$(.*?)^\}/ms.exec(read("www/element-acts.ts"));
const commands = [...acts.matchAll(/^ {2}(\w+)(?:: byHand|\()\(?/gm)].map(([, name]) => `--${name}`);
const methods = [...read("www/hopfield-net.d.ts").matchAll(/^ {2}(\w+)\(.*\): void;$/gm)].map(
  ([, name]) => name,
);
const events = [...read("www/hopfield-net.d.ts").matchAll(/"(hopfield-\w+)": CustomEvent/g)].map(
  ([, name]) => name,
);

for (const [path, word] of [
  ["guide.html", (text) => new RegExp(`<code>${text}(</code>|\\()`)],
  ["docs/element.md", (text) => new RegExp(`\`${text}[\`(]`)],
]) {
  test(`${path} names every attribute, view, control, command, method and event`, () => {
    const text = read(path);
    for (const [what, all] of Object.entries({ names, VIEWS, CONTROLS, commands, methods, events })) {
      assert.ok(all.length >= 3, `${what} were found`);
      for (const one of all) assert.match(text, word(one), `${path} does not name ${one}`);
    }
  });
}
