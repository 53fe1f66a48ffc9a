// The alternative against which the core is measured: Hebb recall in the best plain JavaScript that we could write, typed arrays
// throughout. Two forms, each in two orders; the benchmark takes whichever is fastest at each size.

/** A fast 32-bit generator (G. Marsaglia, "Xorshift RNGs", J. Stat. Soft. 8, 2003): whole numbers below n. */
export function xorshift(seed) {
  let x = seed | 1;
  return (n) => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return Math.floor(((x >>> 0) / 4294967296) * n);
  };
}

/** Cells, p memories and the cue: common to both forms. `memories` holds +1 and -1, memory after memory. */
class Plain {
  constructor(cells, memories, seed = 1) {
    this.cells = cells;
    this.count = memories.length / cells;
    this.memories = memories;
    this.state = new Int8Array(cells);
    this.order = Int32Array.from({ length: cells }, (_, cell) => cell);
    this.below = xorshift(seed);
  }

  /** The memory with exactly `flips` different cells flipped. */
  corrupt(memory, flips) {
    const { cells, memories, state, order, below } = this;
    const from = memory * cells;
    for (let i = 0; i < cells; i++) state[i] = memories[from + i];
    for (let k = 0; k < flips; k++) {
      const j = k + below(cells - k);
      const cell = order[j];
      order[j] = order[k];
      order[k] = cell;
      state[cell] = -state[cell];
    }
  }

  shuffle() {
    const { cells, order, below } = this;
    for (let k = cells - 1; k > 0; k--) {
      const j = below(k + 1);
      const cell = order[k];
      order[k] = order[j];
      order[j] = cell;
    }
  }

  is(memory) {
    const { cells, memories, state } = this;
    const from = memory * cells;
    for (let i = 0; i < cells; i++) if (state[i] !== memories[from + i]) return false;
    return true;
  }

  meet() {
    const { cells, count, memories, state, overlaps } = this;
    for (let mu = 0; mu < count; mu++) {
      const from = mu * cells;
      let sum = 0;
      for (let i = 0; i < cells; i++) sum += memories[from + i] * state[i];
      overlaps[mu] = sum;
    }
  }
}

/** Fields kept incrementally along rows of a matrix; the first fields from the overlaps. */
class Fields extends Plain {
  constructor(cells, memories, seed) {
    super(cells, memories, seed);
    const { count } = this;
    this.overlaps = new Int32Array(count);
    this.fields = new Int32Array(cells);
    this.couplings = cells <= 64 ? new Int32Array(cells * cells) : new Int16Array(cells * cells);
    for (let mu = 0; mu < count; mu++) {
      for (let i = 0; i < cells; i++) {
        const own = memories[mu * cells + i];
        for (let j = 0; j < cells; j++) this.couplings[i * cells + j] += own * memories[mu * cells + j];
      }
    }
    for (let i = 0; i < cells; i++) this.couplings[i * cells + i] = 0;
  }

  hear() {
    const { cells, count, memories, state, fields, overlaps } = this;
    this.meet();
    for (let i = 0; i < cells; i++) fields[i] = -count * state[i];
    for (let mu = 0; mu < count; mu++) {
      const overlap = overlaps[mu];
      const from = mu * cells;
      for (let i = 0; i < cells; i++) fields[i] += overlap * memories[from + i];
    }
  }

  flip(i) {
    const { cells, state, fields, couplings } = this;
    state[i] = -state[i];
    const change = 2 * state[i];
    const from = i * cells;
    for (let j = 0; j < cells; j++) fields[j] += change * couplings[from + j];
  }
}

/** Sweeps in random order until one is quiet. */
export class FieldsInSweeps extends Fields {
  settle() {
    const { cells, state, fields, order } = this;
    this.hear();
    for (let moved = true; moved; ) {
      moved = false;
      this.shuffle();
      for (let k = 0; k < cells; k++) {
        const i = order[k];
        if (state[i] * fields[i] < 0) {
          this.flip(i);
          moved = true;
        }
      }
    }
  }
}

/** Each flip drawn among those that want to: random order without its idle draws. */
export class FieldsByWish extends Fields {
  settle() {
    const { cells, state, fields } = this;
    this.restless ??= new Int32Array(cells);
    this.hear();
    for (;;) {
      let wishes = 0;
      for (let i = 0; i < cells; i++) if (state[i] * fields[i] < 0) this.restless[wishes++] = i;
      if (wishes === 0) return;
      this.flip(this.restless[this.below(wishes)]);
    }
  }
}

/** No matrix: a field from p overlaps when it is asked for, a flip p additions. */
class Overlaps extends Plain {
  constructor(cells, memories, seed) {
    super(cells, memories, seed);
    const { count } = this;
    this.overlaps = new Int32Array(count);
    this.columns = new Int8Array(cells * count);
    for (let mu = 0; mu < count; mu++) {
      for (let i = 0; i < cells; i++) this.columns[i * count + mu] = memories[mu * cells + i];
    }
  }

  /** Asks neuron i; whether it turned over. */
  ask(i) {
    const { count, state, overlaps, columns } = this;
    const from = i * count;
    let field = -count * state[i];
    for (let mu = 0; mu < count; mu++) field += overlaps[mu] * columns[from + mu];
    if (state[i] * field >= 0) return false;
    state[i] = -state[i];
    const change = 2 * state[i];
    for (let mu = 0; mu < count; mu++) overlaps[mu] += change * columns[from + mu];
    return true;
  }
}

/** Sweeps in random order until one is quiet. */
export class OverlapsInSweeps extends Overlaps {
  settle() {
    const { cells, order } = this;
    this.meet();
    for (let moved = true; moved; ) {
      moved = false;
      this.shuffle();
      for (let k = 0; k < cells; k++) if (this.ask(order[k])) moved = true;
    }
  }
}

/** Any neuron at each draw, but none twice between two flips; at rest when all were asked in vain. */
export class OverlapsAtRandom extends Overlaps {
  settle() {
    const { cells } = this;
    this.askedAt ??= new Int32Array(cells);
    this.askedAt.fill(-1);
    this.meet();
    for (let flips = 0, vain = 0; vain < cells; ) {
      const i = this.below(cells);
      if (this.askedAt[i] === flips) continue;
      this.askedAt[i] = flips;
      if (this.ask(i)) {
        flips++;
        vain = 0;
      } else vain++;
    }
  }
}

/** Real-valued couplings, for rules that need the whole matrix: the first fields cost N^2. */
export class Matrix extends Plain {
  constructor(cells, memories, couplings, seed) {
    super(cells, memories, seed);
    this.couplings = couplings;
    this.fields = new Float64Array(cells);
  }

  settle() {
    const { cells, state, fields, couplings, order } = this;
    fields.fill(0);
    for (let j = 0; j < cells; j++) {
      const spin = state[j];
      const from = j * cells;
      for (let i = 0; i < cells; i++) fields[i] += spin * couplings[from + i];
    }
    for (let moved = true; moved; ) {
      moved = false;
      this.shuffle();
      for (let k = 0; k < cells; k++) {
        const i = order[k];
        if (state[i] * fields[i] >= 0) continue;
        state[i] = -state[i];
        const change = 2 * state[i];
        const from = i * cells;
        for (let j = 0; j < cells; j++) fields[j] += change * couplings[from + j];
        moved = true;
      }
    }
  }
}
