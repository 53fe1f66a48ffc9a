// The built core, as a page gets it: pkg/hopfield_net.js with its wasm loaded.
import { readFileSync } from "node:fs";
import * as core from "../../pkg/hopfield_net.js";

const file = (path) => readFileSync(new URL(path, import.meta.url));

core.initSync({ module: file("../../pkg/hopfield_net_bg.wasm") });

export * from "../../pkg/hopfield_net.js";

/** The types that go with it, as text. */
export const types = file("../../pkg/hopfield_net.d.ts").toString();

/** A JSON file of tests/data. */
export const figures = (name) => JSON.parse(file(`../data/${name}`));
