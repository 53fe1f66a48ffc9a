// The other module, as a worker gets it: pkg/hopfield_net_surveys.js with its wasm loaded.
import { readFileSync } from "node:fs";
import * as surveys from "../../pkg/hopfield_net_surveys.js";

const file = (path) => readFileSync(new URL(path, import.meta.url));

surveys.initSync({ module: file("../../pkg/hopfield_net_surveys_bg.wasm") });

export * from "../../pkg/hopfield_net_surveys.js";

/** The types that go with it, as text. */
export const types = file("../../pkg/hopfield_net_surveys.d.ts").toString();

/** A JSON file of tests/data. */
export const figures = (name) => JSON.parse(file(`../data/${name}`));
