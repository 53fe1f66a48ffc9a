// What benches/frames.mjs puts into the page before anything else runs there.

/** Runs inside the page: measures frames from within. It must stand alone, for only its text goes there. */
export function watchFrames() {
  const { port1, port2 } = new MessageChannel();
  const next = window.requestAnimationFrame.bind(window);
  let begun;
  let noted = [];
  let told;

  port1.onmessage = () => {
    const work = performance.now() - begun;
    begun = undefined;
    noted.push(work);
    told?.(work);
  };

  /** The frame under way began now, unless it had; the message comes once it is painted. */
  function frame() {
    if (begun !== undefined) return;
    begun = performance.now();
    port2.postMessage(null);
  }

  window.requestAnimationFrame = (callback) =>
    next((time) => {
      frame();
      callback(time);
    });

  const memories = [];
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await instantiateStreaming.apply(WebAssembly, given);
    memories.push(...Object.values(made.instance.exports).filter((one) => one instanceof WebAssembly.Memory));
    return made;
  };

  const find = (part, what) =>
    document.querySelector("hopfield-lab").shadowRoot.querySelector(part).shadowRoot.querySelector(what);
  const moment = (which) =>
    Number(find("hopfield-energy-curve", "#curve").getAttribute(`aria-value${which}`));

  window.frameProbe = {
    /** Every frame's time by the clock, and every task over 50 ms, for so many seconds. */
    async during(seconds) {
      const long = [];
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) long.push(duration);
      });
      noted = [];
      const start = performance.now();
      observer.observe({ type: "longtask" });
      await new Promise((over) => setTimeout(over, 1000 * seconds));
      observer.disconnect();
      return { clock: noted, long, seconds: (performance.now() - start) / 1000 };
    },

    /** From the next move of the pointer until what it asks for is painted, ms. */
    dragged() {
      return new Promise((done) => {
        const moved = () => {
          begun = performance.now();
          told = (work) => {
            told = undefined;
            done(work);
          };
          next(() => port2.postMessage(null));
        };
        window.addEventListener("pointermove", moved, { once: true, capture: true });
      });
    },

    /** Presses pause as soon as there were so many updates. */
    pauseAt(updates) {
      return new Promise((done) => {
        const look = () => {
          if (moment("now") < updates) return next(look);
          find("hopfield-run-controls", "#recall").click();
          done();
        };
        look();
      });
    },

    updates: () => moment("now"),
    end: () => moment("max"),
    wasm: () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
  };
}
