import type { Unavailable } from "./core";

/** A promise that is kept from outside. */
export class Readiness {
  resolve!: () => void;
  reject!: (error: Unavailable) => void;
  readonly promise = new Promise<void>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });

  constructor() {
    this.promise.catch(() => {}); // the figure shows it; whoever asks is told besides
  }
}
