// Through the face: snapshots, and a sleep that is told and slept again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Network, parseHex } from "./support/core.mjs";

const DIGITS = ["0x1834246464643c18", "0x381818181c183818", "0x3864603018181618"].map((hex) => parseHex(hex));

function slept() {
  const network = new Network(8, 8);
  for (const digit of DIGITS) network.store(digit);
  network.setSeed(5n);
  network.dream(40);
  network.daydream(3);
  return network;
}

/** The sleep of a network, as the arguments of setSleep. */
const sleepOf = (of) => [of.fineness, of.dosedPictures(), of.doses(), of.dreams, of.daydreams];

test("a snapshot brings back memories, run and moment", () => {
  const network = slept();
  network.setState(DIGITS[1]);
  network.corrupt(10);
  network.run(120);
  network.travel(77);
  const [before, next] = [network.state(), network.moment(78)];
  const snapshot = network.snapshot();
  assert.equal(snapshot.updates, 120);
  network.forget(0);
  network.wake();
  network.setRule("dense");
  network.restore(snapshot);
  assert.deepEqual(
    [network.memoryCount, network.rule, network.dreams, network.time, network.end],
    [3, "hebb", 40, 77, 120],
  );
  assert.deepEqual(network.state(), before);
  assert.deepEqual(network.step(), next);
  snapshot.free();
  for (const wrong of [snapshot, null, undefined, {}, 7, network])
    assert.throws(() => network.restore(wrong), Error);
  assert.equal(network.time, 78, "nothing has changed");
});

test("a sleep that was told makes the same couplings elsewhere", () => {
  const network = slept();
  const other = new Network(8, 8);
  for (const digit of DIGITS) other.store(digit);
  assert.notDeepEqual(other.couplings(), network.couplings());
  other.setSleep(...sleepOf(network));
  assert.deepEqual(other.couplings(), network.couplings());
  assert.deepEqual([other.dreams, other.daydreams], [40, 3]);
});

test("a sleep that cannot be is refused, and the network stays as it was", () => {
  const network = slept();
  const couplings = network.couplings();
  const pictures = network.dosedPictures();
  const doses = network.doses();
  for (const [args, expected] of [
    [[100, pictures, doses, 1, 0], /^RangeError: expected the doses to be at most 1 for so many dreams/],
    [[100, pictures.slice(1), doses, 40, 3], /^RangeError: expected a picture of \d+ cells, got/],
    [[100, pictures.map((cell) => cell * 2), doses, 40, 3], /^RangeError: expected \+1 or -1/],
    [[100, [...pictures], doses, 40, 3], /^TypeError: expected the dosed pictures as one Int8Array/],
    [
      [100, pictures, [...doses.slice(1), 0.5], 40, 3],
      /^RangeError: expected the doses to be whole numbers, got 0.5/,
    ],
    [
      [100, pictures, [...doses.slice(1), "1"], 40, 3],
      /^TypeError: expected the doses to be a number, got string/,
    ],
    [[100, pictures, 7, 40, 3], /^TypeError: expected the doses as an array of numbers/],
    [[0, pictures, doses, 40, 3], /^RangeError: expected 1 \/ epsilon to be a whole number from 1 to 1000/],
    [[100, pictures, doses, -1, 3], /^RangeError: expected the number of dreams/],
    [[100, pictures, doses, 40, 2 ** 32], /^RangeError: expected the number of daydreams/],
    [[100, pictures, doses, 4e9, 0], /^RangeError: expected the number of dreams to be at most/],
  ]) {
    assert.throws(
      () => network.setSleep(...args),
      (error) => expected.test(String(error)) || assert.fail(`${error} is not ${expected}`),
    );
    assert.deepEqual(network.couplings(), couplings);
  }
});
