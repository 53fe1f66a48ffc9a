// Undo and redo: what was before each act, and after those undone.

/** Updates that all moments kept may remember together: at ten to thirty bytes each. */
const MOST_UPDATES = 2 ** 20;

/** Everything as it was at a moment. */
export interface Moment {
  /** Updates that it remembers: what it costs to keep. */
  readonly updates: number;
  free(): void;
}

interface Entry<M> {
  /** What the act was, as in "Undo store". */
  act: string;
  moment: M;
  /** Acts of one group, such as the strokes of a drawing finger, are undone together. */
  group: unknown;
}

export class History<M extends Moment> {
  #past: Entry<M>[] = [];
  #future: Entry<M>[] = [];
  readonly #take: () => M;
  readonly #restore: (moment: M) => void;
  readonly #most: number;

  /** `take` takes the moment that it is now, `restore` goes back to one; at most so many acts can be undone. */
  constructor(take: () => M, restore: (moment: M) => void, most: number) {
    this.#take = take;
    this.#restore = restore;
    this.#most = most;
  }

  /** What undo would undo, and redo do again. */
  get undoable(): string | undefined {
    return this.#past.at(-1)?.act;
  }

  get redoable(): string | undefined {
    return this.#future.at(-1)?.act;
  }

  /** Does an act. One that throws has not happened. */
  act<T>(name: string, group: unknown, make: () => T): T {
    const last = this.#past.at(-1);
    const joins = group !== undefined && last?.group === group && this.#future.length === 0;
    const moment = this.#take();
    try {
      const result = make();
      if (joins) moment.free();
      else this.#push({ act: name, group, moment });
      return result;
    } catch (error) {
      this.#restore(moment);
      moment.free();
      throw error;
    }
  }

  /** Back to before the last act; its name, if there was one. */
  undo(): string | undefined {
    return this.#swap(this.#past, this.#future);
  }

  /** And forth again. */
  redo(): string | undefined {
    return this.#swap(this.#future, this.#past);
  }

  clear(): void {
    drop([...this.#past.splice(0), ...this.#future.splice(0)]);
  }

  #swap(from: Entry<M>[], to: Entry<M>[]): string | undefined {
    const entry = from.at(-1);
    if (!entry) return undefined;
    const moment = this.#take();
    try {
      this.#restore(entry.moment);
    } catch (error) {
      moment.free();
      throw error;
    }
    from.pop();
    to.push({ act: entry.act, group: undefined, moment });
    entry.moment.free();
    return entry.act;
  }

  #push(entry: Entry<M>): void {
    drop(this.#future.splice(0));
    this.#past.push(entry);
    this.#bound();
  }

  #bound(): void {
    let updates = this.#past.reduce((sum, { moment }) => sum + moment.updates, 0);
    while (this.#past.length > this.#most || (updates > MOST_UPDATES && this.#past.length > 1)) {
      const [oldest] = this.#past.splice(0, 1);
      updates -= oldest?.moment.updates ?? 0;
      oldest?.moment.free();
    }
  }
}

function drop(entries: Entry<Moment>[]): void {
  for (const { moment } of entries) moment.free();
}
