// How the page knows that its network is broken: a trap, and whatever is asked of a network that the act which trapped still holds.
// The trap is a real one: the machine has no memory left to give. Its instance is of no more use, so this file has one of its own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { initSync, Network } from "../pkg/hopfield_net.js";
import { page } from "./support/page.mjs";

const { broken } = await page("core");

/** The error of an act. */
function error(act) {
  try {
    act();
  } catch (error) {
    return error;
  }
  return assert.fail("it should have failed");
}

/** Grows a memory until nothing is left to grow by, in pages of 64 KiB: at the latest at 4 GiB, of which nobody touches any. */
function takeAll(memory) {
  for (let pages = 2 ** 15; pages >= 1; pages /= 2) {
    try {
      for (;;) memory.grow(pages);
    } catch {
      // A smaller piece may still be had.
    }
  }
}

test("a trap, and what is held after it, are a broken network; what is refused is none", () => {
  const exports = initSync({ module: readFileSync(new URL("../pkg/hopfield_net_bg.wasm", import.meta.url)) });
  const memory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
  const network = new Network(64, 64);
  network.store(network.state());
  assert.equal(broken(error(() => network.forget(7))), false);
  assert.equal(broken(error(() => network.setTemperature("warm"))), false);

  takeAll(memory);
  const trap = error(() => {
    for (let i = 0; i < 1e6; i += 1) {
      network.corrupt(1);
      network.store(network.state());
    }
  });
  assert.ok(trap instanceof WebAssembly.RuntimeError, String(trap));
  assert.equal(broken(trap), true);

  const held = error(() => network.memoryCount);
  assert.ok(!(held instanceof WebAssembly.RuntimeError), String(held));
  assert.equal(broken(held), true, String(held));
});
