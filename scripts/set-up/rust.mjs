// The Rust compiler: one for this machine, one for WebAssembly. Usually both are rustup's. Where rustup cannot be had, or
// cannot fetch the target, Debian's packages build the standard library for WebAssembly from its source.
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { root, run, succeeds } from "../run.mjs";
import { Problem, step } from "../say.mjs";
import { aptInstall, aptInstalled, aptOffers, aptUpdate } from "./debian.mjs";

export const TARGET = "wasm32-unknown-unknown";

const DEBIAN = ["rustc-web", "cargo-web", "rust-web-src", "rustfmt-web", "rust-web-clippy", "lld-19"];

const own = { cargo: "cargo", args: [], env: {} };

/** Debian's, wherever rustup's stand on the PATH: cargo looks there for its clippy and rustfmt. */
function debian() {
  const env = { PATH: `/usr/bin${delimiter}${process.env.PATH}`, RUSTC: "/usr/bin/rustc" };
  return { cargo: "/usr/bin/cargo", args: [], env };
}

function debianWasm() {
  const { cargo, env } = debian();
  // RUSTC_BOOTSTRAP lets a stable compiler build its own standard library.
  const more = { RUSTC_BOOTSTRAP: "1", CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER: "wasm-ld-19" };
  return { cargo, args: ["-Zbuild-std=std,panic_abort"], env: { ...env, ...more } };
}

/**
 * The two compilers, each as the cargo to call, the arguments to add after the command and the environment.
 * What is missing gets installed; what cannot be installed is named in a Problem.
 */
export async function rust() {
  findRustup();
  await linker();
  const host = await recent();
  if (host && (await hasTarget())) return { host: own, wasm: own };
  if (await aptInstalled(DEBIAN)) return { host: host ? own : debian(), wasm: debianWasm() };
  if (host && (await succeeds("rustup", ["--version"]))) {
    await step(`Rust's target ${TARGET}`, "20 MB, some seconds", () =>
      run("rustup", ["target", "add", TARGET]),
    );
    if (await hasTarget()) return { host: own, wasm: own };
  }
  await aptUpdate();
  if (await aptOffers(DEBIAN)) {
    await step("Rust from Debian's packages", "500 MB on disk, a minute or two", () => aptInstall(DEBIAN));
    return { host: host ? own : debian(), wasm: debianWasm() };
  }
  throw new Problem(advice(host));
}

/** rustfmt and clippy, which a minimal rustup leaves out. */
export async function rustTools({ host }) {
  if (host !== own || !(await succeeds("rustup", ["--version"]))) return;
  for (const [tool, component] of [
    ["fmt", "rustfmt"],
    ["clippy", "clippy"],
  ]) {
    if (await succeeds("cargo", [tool, "--version"])) continue;
    await step(component, "some seconds", () => run("rustup", ["component", "add", component]));
  }
}

/** Right after its installation rustup is not on the PATH of the shells that were open before. */
function findRustup() {
  const bin = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "bin");
  if (existsSync(bin)) process.env.PATH += delimiter + bin;
}

/** Programs for this machine, such as the glue generator, are linked by the C compiler. */
async function linker() {
  if (await succeeds("cc", ["--version"])) return;
  const names = ["gcc", "libc6-dev"];
  await aptUpdate();
  if (!(await aptOffers(names))) {
    throw new Problem(
      "Rust needs a C compiler to link with, and there is no `cc`. Install one:\n" +
        "  Debian, Ubuntu: apt-get install gcc libc6-dev      macOS: xcode-select --install",
    );
  }
  await step("The linker", "200 MB on disk, half a minute", () => aptInstall(names));
}

/** The version of the Rust at hand, if it is new enough for us. */
async function recent() {
  const { code, output } = await run("rustc", ["--version"], { words: "keep" });
  const cargo = await succeeds("cargo", ["--version"]);
  return code === 0 && cargo && minor(output) >= minor(wanted());
}

function wanted() {
  return readFileSync(join(root, "Cargo.toml"), "utf8").match(/^rust-version = "(.+)"/m)[1];
}

function minor(version) {
  return Number(version.match(/1\.(\d+)/)?.[1]);
}

async function hasTarget() {
  const { code, output } = await run("rustc", ["--print", "target-libdir", "--target", TARGET], {
    words: "keep",
  });
  return code === 0 && existsSync(output.trim());
}

function advice(host) {
  return host
    ? `Rust is here, but not its target ${TARGET}. Install it by one of these:\n` +
        `  rustup target add ${TARGET}\n` +
        `  apt-get install ${DEBIAN.join(" ")}      (Debian, as root)`
    : `Rust ${wanted()} or newer is needed, with cargo and the target ${TARGET}. Install it by one of these:\n` +
        `  rustup (https://rustup.rs/), then: rustup update stable && rustup target add ${TARGET}\n` +
        `  apt-get install ${DEBIAN.join(" ")}      (Debian, as root)`;
}
