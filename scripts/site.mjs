// The static site in dist/, and the element for the pages of others.
import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./run.mjs";
import { kilobytes, Problem } from "./say.mjs";

export async function buildSite({ host } = {}) {
  // From here on only, for before the set-up there is no webpack.
  const { default: webpack } = await import("webpack");
  const { default: builds } = await import("../webpack.config.js");
  const compiler = webpack(builds("production", host));
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, stats) => compiler.close(() => (error ? reject(error) : resolve(stats))));
  });
  if (stats.hasErrors() || stats.hasWarnings()) throw new Problem(stats.toString("errors-warnings"));
  copyFileSync(join(root, "www/hopfield-net.d.ts"), join(root, "dist/hopfield-net.d.ts"));
  await buildServiceWorker(join(root, "dist"));
  sizes(join(root, "dist"));
}

/** What the site needs without a connection is all that its pages load; its version is a digest of it. */
async function buildServiceWorker(folder) {
  const { build } = await import("esbuild");
  const files = readdirSync(folder)
    .filter(
      (name) => /\.(html|js|css|wasm|svg|png|txt|webmanifest)$/.test(name) && name !== "service-worker.js",
    )
    .sort();
  const digest = createHash("sha256");
  for (const name of files) digest.update(name).update(readFileSync(join(folder, name)));
  await build({
    entryPoints: [join(root, "www/service-worker.ts")],
    outfile: join(folder, "service-worker.js"),
    bundle: true,
    minify: true,
    target: "es2022",
    // Many hosts send whoever asks for index.html on to the folder, and a page must not come by a detour.
    define: {
      FILES: JSON.stringify(files.map((name) => (name === "index.html" ? "./" : name))),
      VERSION: JSON.stringify(digest.digest("hex").slice(0, 10)),
    },
  });
}

function sizes(folder) {
  let total = 0;
  for (const name of readdirSync(folder).sort()) {
    const bytes = readFileSync(join(folder, name));
    const gzipped = gzipSync(bytes, { level: 9 }).length;
    total += gzipped;
    console.log(
      `  ${name.padEnd(40)} ${kilobytes(bytes.length).padStart(10)} ${kilobytes(gzipped).padStart(10)} gzipped`,
    );
  }
  console.log(`  ${"dist/ in all".padEnd(40)} ${"".padStart(10)} ${kilobytes(total).padStart(10)} gzipped`);
}
