// Arrays that are not what they seem, as a page's other scripts may hand them over. Thrown through the core, an error of
// theirs would leave the network on loan for ever.
import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { Network, parseHex, printHex } from "./support/core.mjs";
import { shown, twins } from "./support/twins.mjs";

const SEVEN = parseHex("0x040c081c3c306078");

/** Classes and stand-ins of Int8Array that throw or lie when they are looked at. */
const strange = (signs) => {
  const trap = (name, descriptor) =>
    Object.defineProperty(new (class extends Int8Array {})(signs), name, descriptor);
  const thrown = () => {
    throw new Error("looked at");
  };
  return [
    trap("length", { get: thrown }),
    trap("length", { value: { valueOf: thrown } }),
    trap("length", { value: NaN }),
    new Proxy(new Int8Array(signs), {}),
    new Proxy(new Int8Array(signs), { get: thrown, getPrototypeOf: thrown }),
    Object.create(Int8Array.prototype),
    new DataView(signs.buffer),
    Object.defineProperty([...signs], "length", { value: 2 ** 32 - 1 }),
    new Proxy([...signs], { get: thrown }),
    { length: "64", ...signs },
  ];
};

test("arrays that throw or lie lock nothing and change nothing", () => {
  const [net] = twins();
  const before = shown(net);
  for (const call of [
    (value) => net.store(value),
    (value) => net.setState(value),
    (value) => net.setSleep(100, value, [1], 1, 0),
    (value) => printHex(value),
  ]) {
    for (const [place, value] of strange(SEVEN).entries()) {
      assert.throws(() => call(value), `${place}: ${call}`);
      assert.deepEqual(shown(net), before, `${place}: ${call}`);
    }
  }
  assert.throws(() => net.setSleep(100, SEVEN, Array(2 ** 32 - 1), 1, 0), {
    name: "RangeError",
    message: "expected an array of numbers to hold at most 1000000, got 4294967295",
  });
  net.step(); // it would throw if the network were still on loan
});

test("an Int8Array of another frame is as good as one of this one", () => {
  const net = new Network(8, 8);
  net.store(runInNewContext("new Int8Array(signs)", { signs: SEVEN }));
  assert.deepEqual(net.memory(0), SEVEN);
});

test("an Int8Array is taken as it is held, whatever its class makes of it", () => {
  const net = new Network(8, 8);
  class Endless extends Int8Array {
    *[Symbol.iterator]() {
      for (;;) yield 0;
    }
    static get [Symbol.species]() {
      throw new Error("looked at");
    }
  }
  net.store(new Endless(SEVEN));
  assert.deepEqual(net.memory(0), SEVEN);
});

test("a list that tells no length in numbers is refused before anybody walks along it", () => {
  const [net] = twins();
  const before = shown(net);
  for (const length of ["4000000000", null, 7n, {}, true])
    assert.throws(() => net.setSleep(100, SEVEN, { length }, 1, 0), {
      name: "TypeError",
      message: /^expected the length of an array to be a number, got /,
    });
  assert.deepEqual(shown(net), before);
});
