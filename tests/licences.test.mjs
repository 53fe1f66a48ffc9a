// Whoever uses this may do so under permissive licences alone: those of all crates and of all packages in the lock files.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { crates, list } from "../scripts/licences.mjs";

const root = new URL("../", import.meta.url);

const ALLOWED = new Set([
  ..."MIT MIT-0 Apache-2.0 BSD-2-Clause BSD-3-Clause 0BSD ISC Zlib Unlicense CC0-1.0 BlueOak-1.0.0 Unicode-3.0 Python-2.0".split(
    " ",
  ),
  "Apache-2.0 WITH LLVM-exception",
  "CC-BY-4.0", // data: which browsers know what
  "MPL-2.0", // of files, not of what is built with them: tools only
]);

/** Whether an SPDX expression, of "OR", "AND" and brackets, can be met by what is allowed. */
function allowed(expression) {
  const text = expression.replaceAll("/", " OR ").trim();
  for (const word of [" OR ", " AND "]) {
    const parts = split(text, word);
    if (parts.length > 1) return word === " OR " ? parts.some(allowed) : parts.every(allowed);
  }
  return ALLOWED.has(text) || (/^\(.*\)$/.test(text) && allowed(text.slice(1, -1)));
}

/** Parts of a text between a word, outside brackets. */
function split(text, word) {
  const parts = [""];
  for (const piece of text.split(word)) {
    const open = parts.at(-1).split("(").length > parts.at(-1).split(")").length;
    if (parts.length === 1 && parts[0] === "") parts[0] = piece;
    else if (open) parts.push(`${parts.pop()}${word}${piece}`);
    else parts.push(piece);
  }
  return parts;
}

test("expressions are read as they are meant", () => {
  for (const good of ["MIT OR GPL-3.0", "MIT/Apache-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0"])
    assert.ok(allowed(good), good);
  for (const bad of [
    "GPL-3.0",
    "AGPL-3.0-only",
    "MIT AND GPL-2.0",
    "(MIT OR Apache-2.0) AND GPL-3.0",
    "",
    "UNLICENSED",
  ])
    assert.ok(!allowed(bad), bad);
});

test("every npm package in the lock file", () => {
  const { packages } = JSON.parse(readFileSync(new URL("package-lock.json", root), "utf8"));
  const others = Object.entries(packages).filter(([, { link }]) => !link);
  const bad = others.filter(([, { license }]) => !allowed(license ?? ""));
  assert.deepEqual(
    bad.map(([path, { license }]) => `${path}: ${license}`),
    [],
  );
  assert.ok(others.length > 100, `${others.length} packages`);
});

test("every crate, also those that other systems or tests want", () => {
  // Those that nothing here was built with yet are fetched first.
  const output = execFileSync("cargo", ["metadata", "--format-version", "1", "--locked"], {
    cwd: root,
    maxBuffer: 2 ** 27,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const { packages } = JSON.parse(output);
  const bad = packages.filter(({ license }) => !allowed(license ?? ""));
  assert.deepEqual(
    bad.map(({ name, license }) => `${name}: ${license}`),
    [],
  );
  assert.ok(packages.length > 20, `${packages.length} crates`);
});

test("every crate in the WebAssembly is listed with its licence, and none that only helps to compile", async () => {
  const shipped = await crates();
  const names = shipped.map(({ name }) => name.replace(/ [\d.]+$/, ""));
  const cargo = readFileSync(new URL("Cargo.toml", root), "utf8");
  const tables = [...cargo.matchAll(/^\[(?:target\..*\.)?dependencies\]\n((?:.+\n)+)/gm)];
  const wanted = tables.flatMap(([, table]) => [...table.matchAll(/^([\w-]+) = /gm)].map(([, name]) => name));
  assert.ok(wanted.length > 7, `${wanted}`);
  for (const name of wanted) assert.ok(names.includes(name), name);
  for (const name of ["syn", "serde_derive", "criterion", "proptest", "hopfield-net"])
    assert.ok(!names.includes(name), name);
  for (const { name, terms, text } of shipped) {
    assert.ok(allowed(terms), `${name}: ${terms}`);
    assert.match(text, /permission|permitted|Licensor/i, name);
  }
  // what must be met besides, not instead
  assert.match(shipped.find(({ name }) => name.startsWith("unicode-ident")).text, /UNICODE LICENSE V3/);
});

test("the list gives each licence once, after all who chose it", () => {
  const listed = list([
    { name: "b 1.0.0", terms: "MIT", text: "You may." },
    { name: "c 2.0.0", terms: "ISC", text: "Do." },
    { name: "a 3.0.0", terms: "MIT OR Zlib", text: "You may." },
  ]);
  assert.match(listed, /-\na 3\.0\.0 \(MIT OR Zlib\)\nb 1\.0\.0 \(MIT\)\n\nYou may\.\n\n-/);
  assert.match(listed, /-\nc 2\.0\.0 \(ISC\)\n\nDo\.\n$/);
});
