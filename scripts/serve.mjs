// A static server for dist/, as plain as any host's, and as strict as a host can be: `node scripts/serve.mjs PORT`.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { policy } from "./policy.mjs";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const port = Number(process.argv[2]);

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

createServer(async ({ url }, response) => {
  try {
    const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
    const file = join(dist, path.endsWith("/") ? `${path}index.html` : path);
    const body = await readFile(file);
    response.writeHead(200, {
      "Content-Type": types[extname(file)] ?? "application/octet-stream",
      // The pages bring it along; sent with every file it holds in workers too, for these inherit none.
      "Content-Security-Policy": policy,
    });
    response.end(body);
  } catch {
    response.writeHead(404, { "Content-Type": "text/plain" });
    response.end("not here\n");
  }
}).listen(port, "127.0.0.1", () => console.log(`dist/ is at http://localhost:${port}/`));
