// The door to the network: the only file of the page that imports what the Rust sources are compiled to.
import init, {
  type InitInput,
  Network,
  Painter,
  __wbg_reset_state as replaceInstance,
  Snapshot,
} from "../pkg/hopfield_net.js";

export {
  type Council,
  type CurveLayout,
  type CurveLook,
  type Dream,
  type GraphLook,
  hasCouplings,
  type LinksShown,
  type Named,
  type Order,
  type PadLook,
  parsePicture,
  type Rule,
} from "../pkg/hopfield_net.js";
export { Network, Painter, type Snapshot };

/** Why the network cannot run here, in words for the page. */
export class Unavailable extends Error {}

let loaded: Promise<unknown> | undefined;

/**
 * Loads the network, once for everybody who asks. `source` says where its WebAssembly is, if not beside this script.
 * Fails with `Unavailable`; who asks again then tries again.
 */
export async function load(source?: InitInput): Promise<void> {
  if (typeof WebAssembly === "undefined") {
    throw new Unavailable(
      "The network runs on WebAssembly, which this browser does not have or has switched off. Any browser of the last few years has it.",
    );
  }
  try {
    loaded ??= init(source === undefined ? undefined : { module_or_path: source });
    await loaded;
  } catch (error) {
    loaded = undefined;
    throw unavailable(error);
  }
}

function unavailable(error: unknown): Unavailable {
  const message = error instanceof Error ? error.message : String(error);
  if (/unsafe-eval|content security policy|\bcsp\b/i.test(message)) {
    return new Unavailable(
      "This site’s Content-Security-Policy forbids WebAssembly. Whoever runs the site can allow it by adding 'wasm-unsafe-eval' to script-src.",
    );
  }
  if (error instanceof RangeError) {
    return new Unavailable(
      `This browser has no memory left for the network. Close other tabs and load the page again. (${message})`,
    );
  }
  if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) {
    return new Unavailable(`This browser could not run the network’s WebAssembly file: ${message}`);
  }
  return new Unavailable(
    `The network’s WebAssembly file could not be fetched. Check the connection and load the page again. (${message})`,
  );
}

/** What wasm-bindgen says of an object that a trapped act has never let go of. */
const HELD = /^recursive use of an object|^null pointer passed to rust|while it was borrowed/;

/**
 * Whether an error says that the network's WebAssembly has broken in the middle of an act: it trapped, as when it is refused
 * memory, or something of it is still held by the act that trapped. No instance is to be trusted after that.
 */
export function broken(error: unknown): boolean {
  if (typeof WebAssembly !== "undefined" && error instanceof WebAssembly.RuntimeError) return true;
  return error instanceof Error && HELD.test(error.message);
}

let hear: ((error: Error) => void) | undefined;

/**
 * Calls `act` after an act in which the network broke; by then another instance stands in its place. Objects of the broken one
 * must not be freed, for they would be taken for the new one's. Only for pages that cannot be loaded again: of a script from
 * another host the browser tells no error to the window, so that it is heard here, at the door.
 */
export function whenReplaced(act: (error: Error) => void): void {
  if (!hear) for (const { prototype } of [Network, Painter, Snapshot]) attend(prototype);
  hear = act;
}

/** Listens for the break in each method and property. */
function attend(prototype: object): void {
  const listened = <A extends unknown[], R>(act: (...given: A) => R) =>
    function (this: unknown, ...given: A): R {
      try {
        return act.apply(this, given);
      } catch (error) {
        if (broken(error)) replace(error as Error);
        throw error;
      }
    };
  for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (name === "constructor") continue;
    if (property.get) property.get = listened(property.get);
    if (typeof property.value === "function") property.value = listened(property.value);
    Object.defineProperty(prototype, name, property);
  }
}

let replacing = false;

/** Once for all that breaks in one act. */
function replace(error: Error): void {
  if (replacing) return;
  replacing = true;
  queueMicrotask(() => {
    replacing = false;
    try {
      replaceInstance();
    } finally {
      hear?.(error);
    }
  });
}
