// Bad input to the painter.
// Whatever comes, there is an error that says so or a picture; nothing traps, and neither painter nor network stays locked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { CanvasRenderingContext2D, COLOURS } from "./support/canvas.mjs";
import { Network, Painter, parseHex } from "./support/core.mjs";

const [ZERO, THREE] = [parseHex("0x1834246464643c18"), parseHex("0x3864603018181618")];

/** Two memories, and a run that is not over. */
function scene(rule = "hebb") {
  const net = new Network(8, 8);
  net.store(ZERO);
  net.store(THREE);
  net.setRule(rule);
  net.setState(ZERO);
  net.setSeed(7n);
  net.corrupt(12);
  net.run(40);
  return net;
}

/** Every method, called rightly but for what is changed. */
const calls = {
  pad: (painter, { context, net, width, look = {} }) => painter.pad(context, net, width, look),
  memory: (painter, { context, net, width, index = 0 }) => painter.memory(context, net, index, width),
  picture: (painter, { context, width, picture = ZERO, rows = 8 }) =>
    painter.picture(context, picture, rows, 8, width),
  curve: (painter, { context, net, width, look = {} }) => painter.curve(context, net, width, 200, look),
  overlaps: (painter, { context, net, width, look = {} }) => painter.overlaps(context, net, width, 200, look),
  council: (painter, { net, index = 0 }) => painter.council(net, index, false),
  votes: (painter, { context, net, width, index = 0, names = [] }) =>
    painter.votes(context, net, index, false, width, names),
  pullsHeight: (painter, { net }) => painter.pullsHeight(net),
  incoming: (painter, { context, net, width, index = 0 }) => painter.incoming(context, net, index, width),
  links: (painter, { context, net, width, look = {} }) => painter.links(context, net, width, look),
  nodes: (painter, { context, net, width, look = {} }) => painter.nodes(context, net, width, look),
  nodeAt: (painter, { net, width, x = 5 }) => painter.nodeAt(net, x, 5, width, false),
  matrix: (painter, { context, net, width, index }) => painter.matrix(context, net, width, index),
};
const methods = Object.entries(calls);
const takes = (part) => methods.filter(([, call]) => String(call).includes(part));

/** A painter at work. */
function studio(rule) {
  const painter = new Painter(COLOURS);
  const net = scene(rule);
  const context = new CanvasRenderingContext2D();
  const right = { context, net, width: 200 };
  /** Everything still paints, and the network still moves. */
  const goesOn = (told) => {
    for (const [name, call] of methods)
      assert.doesNotThrow(() => call(painter, right), `${name} after ${told}`);
    net.setState(net.state());
    net.run(40);
  };
  return { painter, net, context, right, goesOn };
}

/** An error of JavaScript's own, not a trap and not a lock. */
function refused(call, kinds, told) {
  assert.throws(
    call,
    (error) => {
      assert.ok(
        kinds.some((kind) => error instanceof kind),
        `${told}: ${error?.name}: ${error?.message}`,
      );
      assert.ok(!(error instanceof WebAssembly.RuntimeError), `${told} traps: ${error.message}`);
      assert.doesNotMatch(error.message, /recursive|unreachable|memory access/, told);
      return true;
    },
    told,
  );
}

test("every method of the painter is tried", () => {
  const known = Object.getOwnPropertyNames(Painter.prototype).filter(
    (name) => !["constructor", "free", "__destroy_into_raw"].includes(name),
  );
  assert.deepEqual(known.sort(), Object.keys(calls).sort());
  const { context, right, painter } = studio();
  for (const [name, call] of takes("context")) {
    context.strokes = 0;
    call(painter, right);
    assert.ok(context.strokes > 0, `${name} paints`);
  }
});

test("a context that is none is a TypeError that says so", () => {
  const { painter, right, goesOn } = studio();
  for (const context of [null, undefined, {}, 1, "2d", Symbol("2d"), Object.create(null)]) {
    for (const [name, call] of takes("context")) {
      assert.throws(() => call(painter, { ...right, context }), {
        name: "TypeError",
        message: /^expected a CanvasRenderingContext2D, got /,
      });
      goesOn(`${name} on ${String(typeof context)}`);
    }
  }
});

test("a network that is none, or freed, is an error, and the painter goes on", () => {
  const { painter, right, goesOn } = studio();
  const freed = scene();
  freed.free();
  for (const net of [null, undefined, {}, 1, new Painter(COLOURS), freed]) {
    for (const [name, call] of takes("net")) {
      refused(() => call(painter, { ...right, net }), [Error], `${name} of ${net?.constructor.name ?? net}`);
      goesOn(`${name} of ${net?.constructor.name ?? net}`);
    }
  }
});

test("any width gives a picture, or the canvas's own error", () => {
  const { painter, right, goesOn } = studio();
  for (const width of [0, -0, 1e-300, 0.5, 1e9, Number.MAX_VALUE, NaN, Infinity, -1, -1e9, -Infinity]) {
    for (const [name, call] of takes("width")) {
      try {
        call(painter, { ...right, width });
      } catch (error) {
        assert.ok(width < 0, `${name}, ${width} wide: ${error.message}`);
        refused(
          () => {
            throw error;
          },
          [DOMException, RangeError],
          `${name}, ${width} wide`,
        );
      }
      goesOn(`${name}, ${width} wide`);
    }
  }
  for (const width of [Symbol("wide"), 1n, { valueOf: () => assert.fail("bang") }]) {
    for (const [name, call] of takes("width")) {
      assert.throws(() => call(painter, { ...right, width }));
      goesOn(`${name}, ${typeof width} wide`);
    }
  }
});

test("an index that is none says what was expected", () => {
  const { painter, right, goesOn } = studio();
  for (const [index, kind] of [
    ...[64, 2 ** 32 - 1, 2 ** 32, -1, 0.5, NaN, Infinity].map((index) => [index, RangeError]),
    ...["0", null, 0n, {}, [0], true].map((index) => [index, TypeError]),
  ]) {
    for (const [name, call] of takes("index")) {
      assert.throws(
        () => call(painter, { ...right, index }),
        (error) => error instanceof kind && /^expected .+, got /.test(error.message),
        `${name} of ${String(index)}`,
      );
      goesOn(`${name} of ${String(index)}`);
    }
  }
});

test("a look that is none is refused, one out of place is painted as far as it goes", () => {
  const { painter, right, goesOn } = studio();
  const bang = Object.defineProperty({}, "any", { enumerable: true, get: () => assert.fail("bang") });
  const wrong = {
    "pad curve overlaps links nodes": [1, "look", Symbol("look"), () => ({}), bang],
    pad: [{ dots: 1 }, { asked: -1 }, { asked: NaN }, { focus: "3" }, { pulses: 1 }],
    "curve overlaps": [{ names: 1 }, { names: [1] }, { hover: "1" }, { fontSize: "12" }],
    "links nodes": [{ circle: 1 }, { active: "yes" }, { threshold: "0" }, { pointed: -1 }],
  };
  for (const [whose, looks] of Object.entries(wrong)) {
    for (const [name, place, look] of whose
      .split(" ")
      .flatMap((name) => looks.map((look, place) => [name, place, look]))) {
      const told = `${name} with wrong look ${place}`;
      refused(() => calls[name](painter, { ...right, look }), [TypeError, RangeError], told);
      goesOn(told);
    }
  }
  for (const look of [
    ...[
      { asked: 64 },
      { focus: 2 ** 32 - 1 },
      { pulses: new Float32Array(65).fill(1) },
      { pulses: [NaN, -1, 9] },
    ],
    ...[0, -12, NaN, Infinity, 1e300, 1e-300].map((fontSize) => ({ fontSize, names: ["0", "3", "none"] })),
    ...[-1, NaN, Infinity, -Infinity, 1e300, 0.5].map((hover) => ({ hover })),
    ...[NaN, Infinity, -Infinity, -1].map((threshold) => ({ threshold })),
    ...[64, 2 ** 32 - 1].map((pointed) => ({ pointed })),
  ]) {
    for (const [name, call] of takes("look")) {
      assert.doesNotThrow(() => call(painter, { ...right, look }), `${name} ${JSON.stringify(look)}`);
      goesOn(`${name} ${JSON.stringify(look)}`);
    }
  }
  const shown = (threshold) => painter.links(right.context, right.net, 200, { threshold }).shown;
  assert.deepEqual([shown(NaN), shown(Infinity)], [0, 0]);
  assert.equal(shown(-Infinity), shown(0));
  const { pairs, wanted } = painter.links(right.context, right.net, 200, {});
  assert.equal(pairs, 2016);
  // Two memories: couplings are -2, 0 or 2, and those of 0 are no links.
  assert.equal(wanted, right.net.couplings().filter((coupling) => coupling !== 0).length / 2);
});

test("names that are none do not lock what they came to", () => {
  for (const rule of ["hebb", "dense"]) {
    const { painter, right } = studio(rule);
    for (const [place, names] of [
      null,
      undefined,
      1,
      "ab",
      [1],
      [null],
      [{}],
      [Symbol("0")],
      { length: 1 },
    ].entries()) {
      try {
        calls.votes(painter, { ...right, names });
      } catch (error) {
        assert.ok(!(error instanceof WebAssembly.RuntimeError), error.message);
        assert.doesNotMatch(error.message, /recursive/, `locked before names number ${place}`);
      }
      painter.council(right.net, 0, false);
      right.net.step();
      right.net.setState(ZERO);
    }
  }
});

test("pictures that are none", () => {
  const { painter, right, goesOn } = studio();
  for (const [changes, kind] of [
    [{ picture: new Int8Array(63) }, RangeError],
    [{ picture: ZERO.with(3, 0) }, RangeError],
    [{ picture: "picture" }, TypeError],
    [{ picture: null }, TypeError],
    [{ rows: 7 }, RangeError],
    [{ rows: 0 }, RangeError],
    [{ rows: NaN }, RangeError],
    [{ rows: "8" }, TypeError],
  ]) {
    assert.throws(
      () => calls.picture(painter, { ...right, ...changes }),
      (error) => error instanceof kind && /^expected .+, got /.test(error.message),
    );
    goesOn("a picture that is none");
  }
});

test("rules without couplings: what cannot be painted says so, the rest is", () => {
  for (const rule of ["dense", "exponential"]) {
    const { painter, net, right } = studio(rule);
    for (const name of ["incoming", "links", "matrix"]) {
      assert.throws(() => calls[name](painter, right), { name: "Error", message: /no couplings/ });
    }
    for (const name of ["pad", "memory", "curve", "overlaps", "votes", "nodes"]) calls[name](painter, right);
    assert.equal(painter.council(net, 0, false).votes.length, 2);
    net.step();
  }
});

test("one neuron, no memory, no colour for a memory: everything paints", () => {
  const painter = new Painter({ ...COLOURS, memories: [] });
  const context = new CanvasRenderingContext2D();
  for (const [rows, columns] of [
    [1, 1],
    [1, 64],
    [64, 1],
  ]) {
    const net = new Network(rows, columns);
    const right = { context, net, width: 50 };
    for (const [name, call] of methods) {
      if (!["memory", "picture"].includes(name)) call(painter, right);
    }
    assert.throws(() => painter.memory(context, net, 0, 50), {
      message: "expected a memory, but none is stored",
    });
    net.store(net.state());
    calls.memory(painter, right);
    assert.equal(painter.nodeAt(net, NaN, NaN, 50, true), undefined);
    net.step();
  }
});
