// Modules of the page under Node, with the core of these tests.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = new URL("../../", import.meta.url);

/** What modules of www/ export, by their names without ".ts", all together. */
export async function page(...names) {
  const folder = mkdtempSync(join(tmpdir(), "hopfield-net-"));
  const outfile = join(folder, "page.mjs");
  try {
    await build({
      stdin: {
        contents: names.map((name) => `export * from "./www/${name}";`).join("\n"),
        resolveDir: root.pathname,
      },
      bundle: true,
      format: "esm",
      platform: "node", // lit has a build that asks for no browser
      outfile,
      logLevel: "error",
      plugins: [
        { name: "core", setup: (build) => build.onResolve({ filter: /pkg\/hopfield_net\.js$/ }, core) },
      ],
    });
    return await import(pathToFileURL(outfile));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** There is one core, loaded by core.mjs. */
const core = () => ({ path: new URL("pkg/hopfield_net.js", root).href, external: true });
