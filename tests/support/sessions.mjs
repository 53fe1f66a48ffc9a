// Random sessions for property tests: as people make them, with every rule, order, size and kind of name.
import fc from "fast-check";
import { Network } from "./core.mjs";

const RULES = {
  hebb: fc.constant(undefined),
  storkey: fc.constant(undefined),
  projection: fc.constant(undefined),
  perceptron: fc.option(fc.integer({ min: 1, max: 1280 }), { nil: undefined }),
  "symmetric-perceptron": fc.option(fc.double({ min: 0, max: 1.5, noNaN: true }), { nil: undefined }),
  "dreaming-kernel": fc.option(fc.double({ min: 0, max: 20, noNaN: true }), { nil: undefined }),
  dense: fc.option(fc.integer({ min: 2, max: 8 }), { nil: undefined }),
  exponential: fc.constant(undefined),
};

const size = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ rows: 8, columns: 8 }) },
  fc.record({ rows: fc.integer({ min: 1, max: 12 }), columns: fc.integer({ min: 2, max: 12 }) }),
);

const name = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("zero", "memory 1", "<img src=x onerror=alert(1)>", "a,b.c&d=e#f%", "Ω — é 👩‍🚀"),
);

const rule = fc
  .constantFrom(...Object.keys(RULES))
  .chain((rule) => fc.record({ rule: fc.constant(rule), parameter: RULES[rule] }));

const temperature = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0, max: 3, noNaN: true, noDefaultInfinity: true }),
);

/** A setup. `tidy` makes of any text the name that a memory may have. */
export function sessions(tidy, { dreams = 12 } = {}) {
  return size.chain(({ rows, columns }) => {
    const picture = fc
      .array(fc.boolean(), { minLength: rows * columns, maxLength: rows * columns })
      .map((cells) => Int8Array.from(cells, (on) => (on ? 1 : -1)));
    return fc
      .record({
        rows: fc.constant(rows),
        columns: fc.constant(columns),
        memories: fc.array(
          fc
            .tuple(name, fc.integer({ min: 0, max: 7 }), picture)
            .map(([name, hue, picture]) => ({ name: tidy(name) || "nameless", hue, picture })),
          { maxLength: 4 },
        ),
        cue: picture,
        rule,
        bias: fc.boolean(),
        order: fc.constantFrom("random", "shuffled", "cyclic", "synchronous"),
        temperature,
        seed: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
        time: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 })),
        night: fc.integer({ min: 0, max: dreams }),
      })
      .map(({ rule: { rule, parameter }, night, ...setup }) => ({
        ...setup,
        rule,
        ...learnt({ ...setup, rule, parameter }, night),
      }));
  });
}

/** The rule's parameter as the network tells it, and a sleep of a while, where that can be. */
function learnt({ rows, columns, memories, rule, parameter, seed }, night) {
  const network = new Network(rows, columns);
  try {
    for (const { picture } of memories) network.store(picture);
    network.setRule(rule, parameter);
    const known = network.ruleParameter;
    const told = known === undefined ? {} : { parameter: known };
    if (!network.hasCouplings || night === 0) return told;
    network.setSeed(seed);
    network.dream(night);
    if (memories.length > 0 && night % 2 === 0) network.daydream(1);
    const { fineness, dreams, daydreams, cells } = network;
    const doses = [...network.doses()];
    const dosed = network.dosedPictures();
    const pictures = doses.map((_, i) => dosed.slice(i * cells, (i + 1) * cells));
    return { ...told, slept: { fineness, dreams, daydreams, pictures, doses } };
  } finally {
    network.free();
  }
}

/** A network of a setup, at the start of its run. */
export function networkOf(setup, build) {
  const network = new Network(setup.rows, setup.columns);
  build(network, setup);
  return network;
}
