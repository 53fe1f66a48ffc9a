// Rust to pkg/: compile, write the JavaScript glue, optimise.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { must, root } from "./run.mjs";
import { kilobytes, step } from "./say.mjs";
import { TARGET } from "./set-up/rust.mjs";

/**
 * The modules made of the one crate, so that a page loads first only what it needs first: the network and its pictures, made
 * small; and the network with its surveys, made fast. What each holds, a feature says; how it is compiled, a profile: see
 * Cargo.toml.
 */
const MODULES = [
  { name: "hopfield_net", what: "network and pictures", features: "paint", profile: "small" },
  { name: "hopfield_net_surveys", what: "network and surveys", features: "surveys", profile: "release" },
];

/**
 * For speed, and for size: each pass by itself, for what makes a module shorter often makes it more varied, and longer when
 * compressed.
 */
const PASSES = [
  ["-O3"],
  ["-O1"],
  ["--duplicate-function-elimination"],
  ["--remove-unused-brs"],
  ["--dae-optimizing"],
  ["-O1"],
  ["--dealign"],
  ["--strip-target-features"],
];

/** Where Rust ends a program that went wrong, in the names of either way in which compilers write them. */
const PANICS =
  /9panicking|slice_index_fail|assert_failed|raw_vec12handle_error|unwrap_failed|panic_already|len_mismatch_fail|capacity_overflow|handle_alloc_error|rust_panic|rust_end_short/;

const generator = join(root, "target/debug/xtask");
const glue = join(root, "target/glue");
const pkg = join(root, "pkg");

/**
 * The arguments and environment of a cargo command for WebAssembly. This variable goes before a RUSTFLAGS of the user's, and
 * with --target it does not reach programs for this machine: the two builds leave each other's caches alone.
 */
export function forWasm({ args, env }) {
  const simd = "-Ctarget-feature=+simd128"; // in every browser since Safari 16.4 of March 2023
  return { args: ["--target", TARGET, ...args], env: { ...env, CARGO_ENCODED_RUSTFLAGS: simd } };
}

/** Brings pkg/ up to date. Whether the sources changed, cargo knows best; the rest follows from what it compiled. */
export async function buildWasm({ host, wasm }) {
  await patiently(generator, "The glue generator", "a minute or two, once", () =>
    must(host.cargo, ["build", "--package", "xtask"], host),
  );
  for (const module of MODULES) await buildModule(module, wasm);
}

async function buildModule({ name, what, features, profile }, wasm) {
  const { args, env } = forWasm(wasm);
  const compiled = join(root, `target/${TARGET}/${profile}/hopfield_net.wasm`);
  await patiently(compiled, `WebAssembly of ${what}`, "half a minute", () =>
    must(wasm.cargo, ["build", "--profile", profile, "--lib", "--features", features, ...args], { env }),
  );

  const stamp = join(root, `target/${name}.sha256`); // what the module in pkg/ was made from
  const source = fingerprint(compiled, generator, new URL(import.meta.url));
  const made = join(pkg, `${name}_bg.wasm`);
  if (existsSync(made) && existsSync(stamp) && readFileSync(stamp, "utf8") === source) return;

  rmSync(stamp, { force: true });
  rmSync(glue, { recursive: true, force: true });
  mkdirSync(glue);
  const mute = join(glue, "mute.wasm");
  await withoutLastWords(compiled, mute);
  await must(generator, ["glue", mute, glue, name]);
  rmSync(mute);
  rmSync(join(glue, `${name}_bg.wasm.d.ts`)); // names of exports, which are about to change
  await shortNames(name);
  await optimise(join(glue, `${name}_bg.wasm`));
  // Complete files only, and only here: whoever watches pkg/ never sees a half-made one.
  cpSync(glue, pkg, { recursive: true });
  writeFileSync(stamp, source);
  console.log(`WebAssembly of ${what}: ${words(size(made))}`);
}

/** Announces a build whose result is not there yet; one that only checks for changes is too quick for it. */
function patiently(result, what, expected, build) {
  return existsSync(result) ? build() : step(what, expected, build);
}

function fingerprint(...files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex");
}

/**
 * A panic ends in a trap, and nothing shows the message that the standard library makes before: so it traps at once, and
 * what made messages goes.
 */
async function withoutLastWords(from, to) {
  const { default: binaryen } = await import("binaryen"); // before the set-up there is none
  binaryen.setDebugInfo(true); // the glue generator needs the names still
  const module = binaryen.readBinary(readFileSync(from));
  const all = Array.from({ length: module.getNumFunctions() }, (_, index) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(index)),
  );
  for (const { name, module: imported, params, results } of all) {
    if (imported || !PANICS.test(name)) continue;
    module.removeFunction(name);
    module.addFunction(name, params, results, [], module.unreachable());
  }
  writeFileSync(to, module.emitBinary());
  module.dispose();
}

/** What the module and its glue call each other by, in a letter or two: they alone read it, and it holds hashes. */
async function shortNames(name) {
  const file = join(glue, `${name}_bg.wasm`);
  const pass = "--minify-imports-and-exports-and-modules";
  const args = ["--quiet", pass, file, "-o", file];
  const { imports, exports } = JSON.parse(await must("node_modules/.bin/wasm-opt", args, { words: "keep" }));
  const short = new Map([...imports.map(([, long, letters]) => [long, letters]), ...exports]);
  const renamed = (all, before, long, after) => (short.has(long) ? before + short.get(long) + after : all);
  for (const text of [`${name}.js`, `${name}.d.ts`].map((part) => join(glue, part))) {
    const words = readFileSync(text, "utf8")
      .replace(/(\bwasm\.)([$\w]+)()/g, renamed)
      .replace(/^( +)([$\w]+)(: function)/gm, renamed)
      .replace(/(readonly )([$\w]+)(:)/g, renamed)
      .replace(`"./${name}_bg.js": import0`, '"a": import0');
    writeFileSync(text, words);
  }
}

/** Binaryen's passes over the module, kept where they make the download smaller. */
async function optimise(file) {
  const optimised = `${file}.opt`;
  for (const passes of PASSES) {
    await must("node_modules/.bin/wasm-opt", [...passes, file, "-o", optimised]);
    if (size(optimised).gzip < size(file).gzip) cpSync(optimised, file);
  }
  rmSync(optimised);
}

function size(file) {
  const bytes = readFileSync(file);
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}

function words({ raw, gzip }) {
  return `${kilobytes(raw)}, ${kilobytes(gzip)} gzipped`;
}
