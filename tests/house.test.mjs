// The rules of ARCHITECTURE.md, read off the sources: which way imports run, and what stands in one place only.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path) => readFileSync(join(root, path), "utf8");
const files = (folder, ending) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();

/** Rust without its comments, in which anything may be named. */
const code = (path) => read(path).replace(/\/\/.*$/gm, "");

const rust = files("src", ".rs");
const theory = rust.filter((path) => !/^src\/(wasm|paint)(\/|\.rs)/.test(path));
const page = files("www", ".ts").filter((path) => !path.endsWith(".d.ts"));

/** What a file of the page imports besides types, as paths from the root; with `lazily`, also what it fetches later. */
function imports(path, lazily = true) {
  const source = read(path).replace(/^import type [^;]*;/gm, "");
  const found = [...source.matchAll(/(?:from|^import)\s+"(\.[^"]+)"/gm)].map(([, name]) => name);
  if (lazily) found.push(...[...source.matchAll(/import\("(\.[^"]+)"\)/g)].map(([, name]) => name));
  return found.map((name) => normalize(join(dirname(path), name)));
}

test("the theory knows no browser", () => {
  assert.ok(theory.length > 20, "the theory was found");
  for (const path of theory) {
    const source =
      path === "src/lib.rs"
        ? code(path).replace(/#\[cfg\(target_arch = "wasm32"\)\]\s*mod \w+;/g, "")
        : code(path);
    assert.doesNotMatch(source, /wasm_bindgen|web_sys|js_sys|JsValue|crate::(paint|wasm)/, path);
  }
});

test("what a page loads first is put together without formatting, which would be a thirtieth of it", () => {
  for (const path of rust.filter((name) => !/survey|^src\/recall/.test(name))) {
    assert.doesNotMatch(code(path).split("#[cfg(test)]")[0], /\b(?:format|write|writeln)!/, path);
  }
});

test("one file holds every #[wasm_bindgen]", () => {
  const holders = rust.filter((path) => /#\[wasm_bindgen/.test(code(path)));
  assert.deepEqual(holders, ["src/wasm.rs"]);
});

test("each floor of the theory uses only those below it", () => {
  const floors = [
    ["error", "random", "sorted"],
    ["pattern"],
    ["memories"],
    ["landscape"],
    ["rules"],
    ["outcome", "dynamics"],
    ["trace"],
    ["sleep"],
    ["snapshot"],
    ["network"],
    ["recall"],
    ["survey"],
  ];
  const height = new Map(floors.flatMap((names, floor) => names.map((name) => [name, floor])));
  for (const path of theory.filter((path) => path !== "src/lib.rs")) {
    const own = /^src\/(\w+)/.exec(path)[1];
    assert.ok(height.has(own), `${path} has a floor`);
    const source = code(path);
    const used = [...source.matchAll(/crate::(?:\{([^;]*?)\};|(\w+))/gs)].flatMap(([, many, one]) =>
      one ? [one] : [...many.matchAll(/(?:^|,)\s*(\w+)\s*(?:::|,|$)/g)].map(([, name]) => name),
    );
    for (const name of used.filter((name) => height.has(name) && name !== own)) {
      assert.ok(height.get(name) <= height.get(own), `${path} uses ${name}, which stands above it`);
    }
  }
});

test("one file of the page talks to WebAssembly, and one of its worker", () => {
  // What the element carries along, its bytes, is no door.
  const talks = (name) => name.startsWith("pkg") && !name.endsWith("?packed");
  const doors = page.filter((path) => imports(path).some(talks));
  assert.deepEqual(doors, ["www/core.ts", "www/survey-core.ts"]);
});

test("no part of the page knows another: only those that put parts together do", () => {
  const parts = new Set(page.filter((path) => /\bdefine\("/.test(read(path))));
  assert.ok(parts.size > 10, "the parts were found");
  const together = new Set(
    ["lab", "lens-panel", "sleep-panel", "survey-panel", "element-layout", "frame"].map(
      (name) => `www/${name}.ts`,
    ),
  );
  for (const path of page.filter((path) => !together.has(path))) {
    for (const name of imports(path, false)) {
      // a button fetches the dialog that it opens
      assert.ok(!parts.has(`${name}.ts`), `${path} imports the part ${name}`);
    }
  }
});

test("the crate, the package and their lock files have one version, of which the changelog tells", () => {
  const [, crate] = /^version = "([^"]+)"/m.exec(read("Cargo.toml"));
  assert.equal(JSON.parse(read("package.json")).version, crate);
  const locked = JSON.parse(read("package-lock.json"));
  assert.deepEqual([locked.version, locked.packages[""].version], [crate, crate]);
  const [, built] = /^name = "hopfield-net"\nversion = "([^"]+)"/m.exec(read("Cargo.lock"));
  assert.equal(built, crate);
  assert.ok(read("CHANGELOG.md").includes(`\n## ${crate}\n`), `CHANGELOG.md tells of ${crate}`);
});

test("every file has an opening line that says what it is, and can be read in one sitting", () => {
  for (const path of rust) {
    assert.match(read(path), /^\/\/!/, `${path} opens with //!`);
    const lines = read(path).split("\n").length;
    assert.ok(lines <= 700 || path === "src/wasm.rs", `${path} has ${lines} lines`);
  }
});
