// Rust to pkg/: compile, write the JavaScript glue, optimise.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must, root } from "./run.mjs";
import { kilobytes, step } from "./say.mjs";
import { TARGET } from "./set-up/rust.mjs";
import { askOnce, optimise, shortNames, size, withoutLastWords } from "./shrink.mjs";

/**
 * The modules made of the one crate, so that a page loads first only what it needs first: the network and its pictures, made
 * small; and the network with its surveys, made fast. What each holds, a feature says; how it is compiled, a profile: see
 * Cargo.toml.
 */
const MODULES = [
  { name: "hopfield_net", what: "network and pictures", features: "paint", profile: "small" },
  { name: "hopfield_net_surveys", what: "network and surveys", features: "surveys", profile: "release" },
];

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
  const source = fingerprint(
    compiled,
    generator,
    new URL(import.meta.url),
    new URL("./shrink.mjs", import.meta.url),
    join(root, "node_modules/binaryen/package.json"),
  );
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
  await shortNames(glue, name);
  askOnce(glue, name);
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

function words({ raw, gzip }) {
  return `${kilobytes(raw)}, ${kilobytes(gzip)} gzipped`;
}
