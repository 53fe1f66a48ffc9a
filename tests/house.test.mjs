// The rules of ARCHITECTURE.md, read off the sources: which way imports run, and what stands in one place only.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { floors, holders } from "./support/floors.mjs";

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

/** What a file of the page imports, at once or later, as paths from the root; with `types`, also of what it only knows the types. */
function imports(path, { types = false } = {}) {
  const source = types ? read(path) : read(path).replace(/^import type [^;]*;/gm, "");
  const found = [...source.matchAll(/(?:from|^import)\s+"(\.[^"]+)"|import\("(\.[^"]+)"\)/gm)];
  return found.map(([, now, later]) => normalize(join(dirname(path), now ?? later)));
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
  // Tests of a floor may stand above it.
  for (const path of theory.filter((path) => path !== "src/lib.rs" && !path.endsWith("/tests.rs"))) {
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

test("each floor of the page uses only those below it, and no part another but those that it holds", () => {
  const height = new Map(floors.flatMap(({ files }, floor) => files.map((name) => [name, floor])));
  const name = (path) => path.replace(/^www\/|\.ts$/g, "");
  assert.deepEqual(page.map(name).sort(), [...height.keys()].sort(), "every file has one floor");
  const parts = floors.findIndex(({ name }) => name === "parts");
  const defining = page.filter((path) => /\bdefine\("/.test(read(path))).map(name);
  const pages = new Set(["element", "lab"]);
  assert.deepEqual(defining.filter((part) => !pages.has(part)).sort(), [...floors[parts].files].sort());

  const used = page.map((path) => [
    name(path),
    imports(path, { types: true })
      .map(name)
      .filter((other) => height.has(other)),
  ]);
  const wrong = used.flatMap(([user, others]) =>
    others
      .filter((other) => {
        if (height.get(other) === parts && height.get(user) === parts) return !holders[user]?.includes(other);
        return height.get(other) < height.get(user);
      })
      .map((other) => `${user} uses ${other}`),
  );
  assert.deepEqual(wrong, []);
  for (const [holder, held] of Object.entries(holders)) {
    const [, uses] = used.find(([user]) => user === holder);
    assert.deepEqual(
      held.filter((part) => !uses.includes(part)),
      [],
      `${holder} holds them`,
    );
  }
});

test("the picture in ARCHITECTURE.md has the floors of the page, in their order", () => {
  const [, picture] = /```text\nwww\/(.*?)\nsrc\//s.exec(read("ARCHITECTURE.md"));
  const drawn = picture.split("\n").map((line) => /^ +(\w+(?: \w+)?)/.exec(line)?.[1]);
  assert.deepEqual(
    drawn,
    floors.map(({ name }) => name),
  );
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
    // The face is a list of what JavaScript may ask, which one looks up rather than reads.
    assert.ok(lines <= 350 || path === "src/wasm.rs", `${path} has ${lines} lines`);
  }
});

test("scripts, sources of the page and tests can be read in one sitting too", () => {
  const DATA = new Set(["www/examples.ts"]); // pictures as rows of # and dots, which one looks at
  const sources = [...page, ...files("scripts", ".mjs")];
  const tests = [...files("tests", ".mjs"), ...files("e2e", ".ts")];
  // Tests are read case by case, each of them in a minute.
  for (const [paths, most] of [
    [sources, 400],
    [tests, 650],
  ])
    for (const path of paths.filter((path) => !DATA.has(path))) {
      const lines = read(path).split("\n").length;
      assert.ok(lines <= most, `${path} has ${lines} lines`);
    }
});
