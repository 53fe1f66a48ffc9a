// What the painter tells besides its pictures: councils, links, places. The pictures themselves are looked at in a browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CanvasRenderingContext2D, COLOURS } from "./support/canvas.mjs";
import { Network, Painter, parseHex } from "./support/core.mjs";

const [ZERO, THREE] = [parseHex("0x1834246464643c18"), parseHex("0x3864603018181618")];

function scene(rule = "hebb") {
  const net = new Network(8, 8);
  net.store(ZERO);
  net.store(THREE);
  net.setRule(rule);
  net.setState(ZERO);
  net.setSeed(7n);
  net.corrupt(12);
  return { net, painter: new Painter(COLOURS), context: new CanvasRenderingContext2D() };
}

test("a council: every vote, how many for and against, their sum, and what a flip would cost", () => {
  const { net, painter } = scene();
  const couplings = net.couplings();
  for (const cell of [0, 27, 63]) {
    const council = painter.council(net, cell, false);
    const state = net.state();
    const votes = Array.from(state, (spin, voter) => couplings[64 * cell + voter] * spin + 0);
    assert.deepEqual(council.votes, votes);
    const count = (holds) => votes.filter(holds).length;
    // Two memories: where they disagree a coupling is 0, and its vote is for neither.
    assert.ok(count((vote) => vote === 0) > 1);
    assert.deepEqual([council.on, council.off], [count((vote) => vote > 0), count((vote) => vote < 0)]);
    assert.deepEqual([council.field, council.spin, council.bias], [net.field(cell), state[cell], 0]);
    const before = net.energy();
    net.flip(cell);
    assert.equal(council.change, net.energy() - before);
    net.flip(cell);
  }
});

test("a council of what the neuron just asked heard, and of a warm neuron", () => {
  const { net, painter } = scene();
  for (let update = 0; update < 100; update++) {
    const before = net.energy();
    const { cell, field, flipped } = net.step();
    const council = painter.council(net, cell, true);
    const spin = net.state()[cell];
    assert.deepEqual([council.field, council.spin], [field, flipped ? -spin : spin]);
    assert.equal(council.chance, null);
    const change = net.energy() - before;
    assert.equal(council.change, flipped ? change : 2 * spin * field);
  }
  net.setTemperature(0.5);
  const { field, chance } = painter.council(net, 5, false);
  assert.ok(Math.abs(chance - 1 / (1 + Math.exp((-2 * field) / 64 / 0.5))) < 1e-12);
});

test("in synchronous order a council is of the picture with which the sweep began", () => {
  const { net, painter } = scene();
  net.setOrder("synchronous");
  const start = net.state();
  const energy = net.energy();
  for (let cell = 0; cell < 64; cell++) {
    net.step();
    const { change, votes } = painter.council(net, cell, true);
    const fresh = scene().net;
    fresh.setState(start);
    fresh.flip(cell);
    assert.equal(change, fresh.energy() - energy);
    assert.deepEqual(
      votes.map((vote) => Math.abs(vote)),
      painter.council(net, cell, false).votes.map((vote) => Math.abs(vote)),
    );
    fresh.free();
  }
});

test("without couplings the memories are the voters", () => {
  const { net, painter } = scene("dense");
  const { by, votes, field } = painter.council(net, 5, false);
  assert.deepEqual([by, votes.length], ["memories", 2]);
  assert.ok(Math.abs(votes[0] + votes[1] - field) < 1e-9);
  assert.equal(painter.pullsHeight(net), 60);
});

test("links: as many as there are couplings so strong, so active, so near", () => {
  const { net, painter, context } = scene();
  net.store(parseHex("0x040c081c3c306078"));
  const [couplings, state] = [net.couplings(), net.state()];
  const count = (holds) => {
    let links = 0;
    for (let i = 0; i < 64; i++) for (let j = 0; j < i; j++) if (holds(couplings[64 * i + j], i, j)) links++;
    return links;
  };
  // Three memories: couplings are -3, -1, 1 and 3.
  for (const [look, holds] of [
    [{}, () => true],
    [{ threshold: 0.5 }, (w) => Math.abs(w) === 3],
    [{ active: true }, (w, i, j) => w > 0 && state[i] + state[j] === 2],
    [{ pointed: 9 }, (_, i, j) => i === 9 || j === 9],
  ]) {
    const wanted = count(holds);
    assert.ok(wanted > 0);
    assert.deepEqual(painter.links(context, net, 200, look), { shown: wanted, wanted, pairs: 2016 });
  }
});

test("the neuron at a point: near it, and not far from all", () => {
  const { net, painter } = scene();
  for (const cell of [0, 7, 27, 63]) {
    const [x, y] = [25 * (cell % 8) + 12.5, 25 * Math.floor(cell / 8) + 12.5];
    assert.equal(painter.nodeAt(net, x + 8, y - 8, 200, false), cell);
  }
  assert.equal(painter.nodeAt(net, -30, 100, 200, false), undefined);
  assert.equal(painter.nodeAt(net, 100, 100, 200, true), undefined); // the middle of the circle
  assert.equal(painter.nodeAt(net, 100, 10, 200, true), 0); // its top
});

test("a moment is shown where there is one", () => {
  const { net, painter, context } = scene();
  net.run(100);
  const strokes = (hover) => {
    context.strokes = 0;
    painter.curve(context, net, 400, 200, { hover });
    return context.strokes;
  };
  const without = strokes(undefined);
  assert.ok(strokes(0) > without && strokes(100) > without);
  for (const hover of [-1, 101, NaN, Infinity]) assert.equal(strokes(hover), without, `${hover}`);
});

test("where the curve was put: the axis holds the run and all energies", () => {
  const { net, painter, context } = scene();
  net.run(100);
  const layout = painter.curve(context, net, 400, 200, { names: ["0", "3"] });
  const energies = Array.from({ length: 101 }, (_, time) => {
    net.travel(time);
    return net.energy();
  });
  const levels = [net.memoryEnergy(0), net.memoryEnergy(1)];
  assert.deepEqual(
    [layout.high, layout.low],
    [Math.max(...energies, ...levels), Math.min(...energies, ...levels)],
  );
  assert.ok(layout.first === 0 && layout.updates >= 100);
  assert.ok(0 < layout.left && layout.left < layout.right && layout.right < 400);
  assert.deepEqual(
    ["high", "low"].map((edge) => painter.overlaps(context, net, 400, 200, {})[edge]),
    [64, -64],
  );
});
