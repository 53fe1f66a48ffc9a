// Undo and redo: which moments are kept, and which are let go.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./support/page.mjs";

const { History } = await page("history");

/** A history of a number; `kept` counts the moments of it that nobody has freed. */
function counting(most) {
  const all = { value: 0, kept: 0 };
  const take = () => {
    all.kept += 1;
    const { value } = all;
    return { value, updates: 1, free: () => (all.kept -= 1) };
  };
  const history = new History(take, (moment) => (all.value = moment.value), most);
  const set = (value, group) => history.act(`to ${value}`, group, () => (all.value = value));
  return { all, history, set };
}

test("acts are undone and done again, those of a group together", () => {
  const { all, history, set } = counting(200);
  set(1);
  set(2, "stroke");
  set(3, "stroke");
  assert.equal(history.undo(), "to 2");
  assert.equal(all.value, 1);
  assert.equal(history.undo(), "to 1");
  assert.equal(history.undo(), undefined);
  assert.deepEqual([history.redo(), history.redo(), all.value], ["to 1", "to 2", 3]);
  history.clear();
  assert.equal(all.kept, 0);
});

test("at most so many can be undone, and the oldest are let go", () => {
  const { all, history, set } = counting(3);
  for (let value = 1; value <= 10; value += 1) set(value);
  assert.equal(all.kept, 3);
  while (history.undo() !== undefined);
  assert.equal(all.value, 7);
});

test("an undo that throws has not happened", () => {
  const all = { value: 0, kept: 0, stuck: false };
  const take = () => {
    all.kept += 1;
    const { value } = all;
    return { value, updates: 1, free: () => (all.kept -= 1) };
  };
  const restore = (moment) => {
    if (all.stuck) throw new Error("no room");
    all.value = moment.value;
  };
  const history = new History(take, restore, 200);
  history.act("to 1", undefined, () => (all.value = 1));
  all.stuck = true;
  assert.throws(() => history.undo(), /no room/);
  assert.deepEqual([all.value, all.kept, history.undoable, history.redoable], [1, 1, "to 1", undefined]);
  all.stuck = false;
  assert.deepEqual([history.undo(), all.value, history.redoable], ["to 1", 0, "to 1"]);
});

test("where none can be undone nothing is kept, and an act that throws has still not happened", () => {
  const { all, history, set } = counting(0);
  set(1);
  set(2, "stroke");
  set(3, "stroke");
  assert.deepEqual([all.kept, history.undoable, history.undo()], [0, undefined, undefined]);
  const half = () => {
    all.value = 4;
    throw new Error("in the middle");
  };
  assert.throws(() => history.act("half", undefined, half), /in the middle/);
  assert.deepEqual([all.value, all.kept], [3, 0]);
});
