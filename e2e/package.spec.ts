// The package as npm packs it: in it is what users need; an empty project installs it, bundles it and runs it.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "./support/host";

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));

test.describe.configure({ mode: "serial", timeout: 180_000 });

let project: string;
let contents: string[];
let server: Server;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  project = mkdtempSync(join(tmpdir(), "hopfield-net-"));
  const pack = ["pack", "--json", "--ignore-scripts", "--pack-destination", project];
  const { stdout } = await run("npm", pack, { cwd: root });
  const [packed] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  contents = packed.files.map(({ path }) => path).sort();
  write("package.json", '{ "type": "module", "private": true }');
  const install = ["install", packed.filename, "--offline", "--ignore-scripts", "--no-audit", "--no-fund"];
  await run("npm", install, { cwd: project });
  mkdirSync(join(project, "src"));
  write(
    "src/index.js",
    `import { HopfieldNet } from "hopfield-net";
import init, { Network } from "hopfield-net/core";
await init();
const network = new Network(8, 8);
network.store(network.state());
document.title = [customElements.get("hopfield-net") === HopfieldNet, network.energy()];
document.body.innerHTML += '<hopfield-net memories="digit:7" noise="12" speed="max"></hopfield-net>';
`,
  );
  server = serve();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

test.afterAll(() => {
  server?.close();
  if (project) rmSync(project, { recursive: true, force: true });
});

test("holds what users need, and nothing else", () => {
  expect(contents).toEqual([
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "dist/hopfield-net.d.ts",
    "dist/hopfield-net.js",
    "dist/hopfield-net.mjs",
    "dist/licences.txt",
    "docs/element.md",
    "package.json",
    "pkg/hopfield_net.d.ts",
    "pkg/hopfield_net.js",
    "pkg/hopfield_net_bg.wasm",
  ]);
  const installed = readdirSync(join(project, "node_modules"));
  expect(installed.filter((name) => !name.startsWith("."))).toEqual(["hopfield-net"]);
});

test("the core runs under Node", async () => {
  const script = `
    import { readFileSync } from "node:fs";
    import { fileURLToPath } from "node:url";
    import init, { Network } from "hopfield-net/core";
    await init({ module_or_path: readFileSync(fileURLToPath(import.meta.resolve("hopfield-net/core.wasm"))) });
    const network = new Network(8, 8);
    network.store(network.state());
    process.stdout.write(String(network.energy()));`;
  const { stdout } = await run("node", ["--input-type=module", "--eval", script], { cwd: project });
  expect(stdout).toBe("-2016"); // in its one memory all 64 x 63 / 2 pairs agree
});

test("its types say what a page may do", async () => {
  write(
    "src/page.ts",
    `import type { HopfieldNet } from "hopfield-net";
import type { Network } from "hopfield-net/core";
const figure: HopfieldNet | null = document.querySelector("hopfield-net");
figure?.addEventListener("hopfield-settle", ({ detail }) => console.log(detail.kind === "memory", detail.updates));
figure?.corrupt(12);
// @ts-expect-error: cells are counted, not spelt
figure?.corrupt("twelve");
export const energy = (network: Network): number => network.energy();
`,
  );
  const options =
    "--noEmit --strict --module esnext --moduleResolution bundler --target es2022 --lib esnext,dom".split(
      " ",
    );
  await run(join(root, "node_modules/.bin/tsc"), [...options, "src/page.ts"], { cwd: project });
});

test("a plain script tag uses it", async ({ page }) => {
  await works(page, '<script src="node_modules/hopfield-net/dist/hopfield-net.js" defer></script>', false);
});

test("webpack bundles it", async ({ page }) => {
  const { default: webpack } = await import("webpack");
  const compiler = webpack({
    mode: "production",
    context: project,
    output: { path: join(project, "by-webpack") },
    performance: { hints: false },
    optimization: { minimize: false }, // it is minified already, and that takes half a minute
  });
  const stats = await promisify(compiler.run.bind(compiler))();
  await promisify(compiler.close.bind(compiler))();
  expect(stats?.toString("errors-warnings")).toContain("compiled successfully");
  await works(page, '<script src="by-webpack/main.js" defer></script>');
});

// The name in a variable, so that nobody looks for the types of a package that need not be there.
const name = "vite";
const vite = await import(name).catch(() => undefined);

test("Vite bundles it", async ({ page }) => {
  test.skip(!vite, "Vite is not installed");
  write("index.html", '<body><script type="module" src="/src/index.js"></script></body>');
  const build = { outDir: "by-vite", target: "es2022", assetsDir: "." };
  await vite.build({ root: project, base: "./", logLevel: "error", build });
  const html = readFileSync(join(project, "by-vite/index.html"), "utf8");
  await works(page, html.replaceAll("./index", "by-vite/index"));
});

/** Opens a page with these scripts, and has its figure heal. */
async function works(page: import("@playwright/test").Page, scripts: string, bundled = true): Promise<void> {
  const figure = bundled ? "" : '<hopfield-net memories="digit:7" noise="12" speed="max"></hopfield-net>';
  write("page.html", `<!doctype html><meta charset="utf-8"><body>${figure}${scripts}</body>`);
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/page.html`);
  await page.locator("#recall").click();
  await expect(page.locator("#verdict")).toContainText("seven, exactly.");
  if (bundled) await expect(page).toHaveTitle("true,-2016");
}

function write(name: string, text: string): void {
  writeFileSync(join(project, name), text);
}

function serve(): Server {
  const types: Record<string, string> = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".wasm": "application/wasm",
  };
  return createServer(({ url }, response) => {
    try {
      const file = join(project, new URL(url ?? "", "http://localhost").pathname);
      const body = readFileSync(file);
      response.writeHead(200, { "Content-Type": types[extname(file)] ?? "text/plain" }).end(body);
    } catch {
      response.writeHead(204).end();
    }
  });
}
