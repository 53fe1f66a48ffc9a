// What the pad is made of: strokes over its cells, and the pulses of those that flip.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./support/page.mjs";

const { Stroke, cellAt, Pulses } = await page("stroke", "pulses");

const SIZE = { rows: 4, columns: 6 };

test("a point lies in a cell, or beside the grid", () => {
  assert.equal(cellAt({ x: 5.9, y: 3.1 }, SIZE), 23);
  for (const beside of [
    { x: -0.1, y: 1 },
    { x: 6, y: 1 },
    { x: 1, y: 4 },
  ])
    assert.equal(cellAt(beside, SIZE), undefined);
});

test("a fast stroke leaves no gap, comes to each cell once, and goes on where it left the grid", () => {
  const stroke = new Stroke("draw", false, { x: 0.5, y: 0.5 }, SIZE);
  assert.equal(stroke.value, 1);
  assert.deepEqual(stroke.to({ x: 0.5, y: 0.5 }), [0]);
  assert.deepEqual(stroke.to({ x: 5.5, y: 0.5 }), [1, 2, 3, 4, 5]);
  assert.deepEqual(stroke.to({ x: 9, y: 0.5 }), []);
  assert.deepEqual(stroke.to({ x: 4.5, y: 2.5 }).slice(-1), [16]);
});

test("a stroke that begins on an active cell erases; turning round does not ask", () => {
  const values = [
    ["draw", true, -1],
    ["erase", false, -1],
    ["flip", true, 0],
  ];
  for (const [mode, on, value] of values)
    assert.equal(new Stroke(mode, on, { x: 0, y: 0 }, SIZE).value, value, mode);
});

const run = (time, ...state) => ({ time, state: () => Int8Array.from(state) });

test("cells that flipped as the run went on pulse, and fade", () => {
  const pulses = new Pulses();
  pulses.see(run(0, 1, 1, 1), 0, false);
  pulses.see(run(2, 1, -1, 1), 1000, false);
  assert.deepEqual([...pulses.at(1000)], [0, 1, 0]);
  assert.deepEqual([...pulses.at(1225)], [0, 0.5, 0]);
  assert.equal(pulses.at(1450), undefined);
  assert.equal(pulses.at(500), undefined, "the clock jumped back");
});

test("nothing pulses after an act, going back, more than a sweep, or where one wants it calm", () => {
  for (const [next, calm, why] of [
    [run(5, -1, 1, 1), false, "drawn on"],
    [run(3, -1, 1, 1), false, "gone back"],
    [run(9, -1, 1, 1), false, "more than a sweep"],
    [run(6, -1, 1, 1), true, "calm"],
  ]) {
    const pulses = new Pulses();
    pulses.see(run(5, 1, 1, 1), 0, false);
    pulses.see(next, 1000, calm);
    assert.equal(pulses.at(1000), undefined, why);
  }
});
