// The network itself with its surveys, beside the page: what the page shows is compared with what it says here.
import { readFileSync } from "node:fs";
import { initSync } from "../../pkg/hopfield_net_surveys.js";

initSync({ module: readFileSync(new URL("../../pkg/hopfield_net_surveys_bg.wasm", import.meta.url)) });

export * from "../../pkg/hopfield_net_surveys.js";
