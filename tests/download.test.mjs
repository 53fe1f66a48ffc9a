// What the modules that a page loads must not hold.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

for (const name of ["hopfield_net", "hopfield_net_surveys"]) {
  const module = readFileSync(new URL(`../pkg/${name}_bg.wasm`, import.meta.url));
  const text = module.toString("latin1");

  test(`${name} names no file of the machine that compiled it`, () => {
    assert.match(text, /expected a grid/, "messages are to be found in it");
    assert.doesNotMatch(text, /\.rs\b|\/(?:home|root|Users|rustc)\//);
  });

  test(`${name} is read by engines as it is`, () => {
    assert.ok(WebAssembly.validate(module));
  });
}
