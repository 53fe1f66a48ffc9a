// The network itself, beside the page: what the page shows is compared with what it says here.
import { readFileSync } from "node:fs";
import { initSync } from "../../pkg/hopfield_net.js";

initSync({ module: readFileSync(new URL("../../pkg/hopfield_net_bg.wasm", import.meta.url)) });

export * from "../../pkg/hopfield_net.js";
