// Rust to pkg/: compile, write the JavaScript glue, optimise.
import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { must, root } from "./run.mjs";
import { kilobytes, step } from "./say.mjs";
import { TARGET } from "./set-up/rust.mjs";

const compiled = join(root, `target/${TARGET}/release/hopfield_net.wasm`);
const generator = join(root, "target/debug/xtask");
const glue = join(root, "target/glue");
const pkg = join(root, "pkg");
/** Says what pkg/ was made from. */
const stamp = join(root, "target/glue.sha256");

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
  const { args, env } = forWasm(wasm);
  await patiently(generator, "The glue generator", "a minute or two, once", () =>
    must(host.cargo, ["build", "--package", "xtask"], host),
  );
  await patiently(compiled, "The network in WebAssembly", "half a minute", () =>
    must(wasm.cargo, ["build", "--release", "--lib", ...args], { env }),
  );

  const source = fingerprint(compiled, generator, new URL(import.meta.url));
  if (
    existsSync(join(pkg, "hopfield_net_bg.wasm")) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === source
  )
    return;

  rmSync(stamp, { force: true });
  await must(generator, ["glue", compiled, glue]);
  await optimise(join(glue, "hopfield_net_bg.wasm"));
  // Complete files only, and only here: whoever watches pkg/ never sees a half-made one.
  cpSync(glue, pkg, { recursive: true });
  writeFileSync(stamp, source);
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

/** Binaryen's pass over the module, kept where it makes the download smaller. */
async function optimise(file) {
  const optimised = `${file}.opt`;
  await must("node_modules/.bin/wasm-opt", ["-O3", file, "-o", optimised]);
  const [before, after] = [file, optimised].map(size);
  console.log(`WebAssembly: ${words(before)}; after wasm-opt -O3: ${words(after)}`);
  if (after.gzip < before.gzip) cpSync(optimised, file);
  rmSync(optimised);
}

function size(file) {
  const bytes = readFileSync(file);
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}

function words({ raw, gzip }) {
  return `${kilobytes(raw)}, ${kilobytes(gzip)} gzipped`;
}
