// npm start: serves the page, and builds it anew whenever its sources change.
// `npm start -- --port N --host H` chooses the address.
import "./set-up/node.mjs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "./port.mjs";
import { root } from "./run.mjs";
import { main, Problem } from "./say.mjs";
import { setUp } from "./set-up/index.mjs";
import { buildWasm } from "./wasm.mjs";

await main(async () => {
  const { port, host } = options();
  const compilers = await setUp();
  await buildWasm(compilers);
  await serve(host, port, compilers);
  await watchRust(() => buildWasm(compilers));
});

function options() {
  try {
    const { values } = parseArgs({ options: { port: { type: "string" }, host: { type: "string" } } });
    const port = values.port && Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
      throw new Error(`--port wants a number from 1 to 65535, not ${values.port}`);
    }
    return { port, host: values.host ?? "127.0.0.1" };
  } catch ({ message }) {
    throw new Problem(`${message}\nUsage: npm start -- --port N --host H`);
  }
}

async function serve(host, wish, compilers) {
  const port = await freePort(wish ?? 8080);
  if (wish && port !== wish) throw new Problem(`Port ${wish} is taken. Free is: npm start -- --port ${port}`);
  // From here on only, for before the set-up there are no packages.
  const { default: webpack } = await import("webpack");
  const { default: WebpackDevServer } = await import("webpack-dev-server");
  const { default: builds } = await import("../webpack.config.js");

  const compiler = webpack(
    builds("development", compilers.host).map((build) => ({
      ...build,
      infrastructureLogging: { level: "warn" },
    })),
  );
  const options = {
    host,
    port,
    static: false,
    // Reload the whole page: parts of it cannot change under a running network.
    hot: false,
    // The page asks for news at the address it came from, whichever name of this machine that is.
    client: { webSocketURL: "auto://0.0.0.0:0/ws" },
    setupExitSignals: false,
  };
  const server = new WebpackDevServer(options, compiler);
  await server.start();
  await new Promise((resolve) => server.middleware.waitUntilValid(resolve));
  const name = ["127.0.0.1", "0.0.0.0", "::"].includes(host) ? "localhost" : host;
  console.log(
    `\nhopfield-net is at http://${name}:${port}/\nChanges in src/ and www/ show up there by themselves. Ctrl-C ends it.\n`,
  );
}

/** Calls `build` after each change of the Rust sources, one call at a time. What it writes to pkg/, webpack sees. */
async function watchRust(build) {
  const { default: Watchpack } = await import("watchpack");
  const watcher = new Watchpack({ aggregateTimeout: 100 });
  const watch = (startTime) =>
    watcher.watch({ files: [join(root, "Cargo.toml")], directories: [join(root, "src")], startTime });
  watcher.on("aggregated", async () => {
    watcher.pause();
    const startTime = Date.now();
    await build().catch(({ message }) => console.error(`${message}\nThe page stays as it was.`));
    watch(startTime);
  });
  watch(Date.now());
}
