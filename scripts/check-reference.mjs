// npm run check:reference: our figure beside the reference's, row by row. The last line counts the rows and those outside.
import "./set-up/node.mjs";
import { run } from "./run.mjs";
import { main } from "./say.mjs";
import { setUp } from "./set-up/index.mjs";

await main(async () => {
  const { host } = await setUp();
  console.log("Compiling the check (up to 3 min the first time), then a quarter of an hour of measuring ...");
  const { code } = await run(host.cargo, ["run", "--quiet", "--release", "--example", "check_reference"], {
    env: host.env,
  });
  process.exitCode = code;
});
