// The network's WebAssembly out of the script itself: nothing is fetched, so that it runs from any host and from a file.
import packed from "../pkg/hopfield_net_bg.wasm?packed";
import { load, Unavailable } from "./core";

let awake: Promise<void> | undefined;

/** Loads the network, once for all elements of the page. Fails with `Unavailable`; who asks again then tries again. */
export function wake(): Promise<void> {
  awake ??= unpacked()
    .then(load)
    .catch((error) => {
      awake = undefined;
      throw error;
    });
  return awake;
}

async function unpacked(): Promise<ArrayBuffer> {
  if (typeof DecompressionStream === "undefined") {
    throw new Unavailable(
      "This browser is too old to unpack the network. Chrome 123, Firefox 120 and Safari 17.5 can, and what is newer.",
    );
  }
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
