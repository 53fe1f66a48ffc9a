// npm run build: the static site in dist/, to be put on any host.
import "./set-up/node.mjs";
import { main } from "./say.mjs";
import { setUp } from "./set-up/index.mjs";
import { buildSite } from "./site.mjs";
import { buildWasm } from "./wasm.mjs";

await main(async () => {
  const compilers = await setUp();
  await buildWasm(compilers);
  await buildSite(compilers);
});
