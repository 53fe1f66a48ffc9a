// A trap inside the network, as a broken one makes it.
import type { Page } from "@playwright/test";

/**
 * Once the page has said `trapped.next = true`, the next call of the network ends in a real trap, of the wasm instruction
 * `unreachable`; with `trapped.spared`, so many calls later.
 */
export async function trap(page: Page): Promise<void> {
  await page.addInitScript(() => {
    // (module (func (export "trap") unreachable))
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 8, 1, 4];
    bytes.push(116, 114, 97, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11);
    const trapped = { next: false, spared: 0 };
    Object.assign(window, { trapped });
    const trapping = ({ module, instance }: WebAssembly.WebAssemblyInstantiatedSource) => {
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes)));
      let begun = false; // the first call is the module's own start
      // by no name: the build gives its exports short ones
      const all = Object.entries(instance.exports).map(([name, exported]) => {
        if (typeof exported !== "function") return [name, exported];
        const call = (...args: unknown[]): unknown => {
          if (trapped.next && begun && trapped.spared-- <= 0) (exports.trap as () => void)();
          begun = true;
          return exported(...args);
        };
        return [name, call];
      });
      return {
        module,
        instance: { exports: Object.fromEntries(all) } as unknown as WebAssembly.Instance,
      };
    };
    // a page's script beside its WebAssembly, and one with its WebAssembly inside
    const { instantiateStreaming, instantiate } = WebAssembly;
    WebAssembly.instantiateStreaming = async (source, imports) =>
      trapping(await instantiateStreaming(source, imports));
    WebAssembly.instantiate = (async (bytes: BufferSource, imports?: WebAssembly.Imports) =>
      trapping(await instantiate(bytes, imports))) as typeof instantiate;
  });
}

export const next = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (window as unknown as { trapped: { next: boolean } }).trapped.next = true;
  });
