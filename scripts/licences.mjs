// licences.txt: by whom what is shipped was made besides us, and on which terms. Made of what a build really holds: the npm
// packages of which a module is in it, and the crates compiled into the WebAssembly.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import webpack from "webpack";
import { must, root } from "./run.mjs";
import { Problem } from "./say.mjs";

const OWN = "hopfield-net";

const text = (path) => readFileSync(path, "utf8").replaceAll("\r\n", "\n").trim();

/** The licence in a package's folder: of several to choose from MIT's, the shortest; with an "AND" whatever comes besides. */
function licence(name, terms, folder) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying)/i.test(file));
  if (files.length === 0)
    throw new Problem(`${name} comes without a licence: expected a file LICENSE in ${folder}`);
  const chosen = files.find((file) => /mit/i.test(file)) ?? files[0];
  const besides = / AND /.test(terms) ? files.filter((file) => file !== chosen && !/apache/i.test(file)) : [];
  return [chosen, ...besides].map((file) => text(join(folder, file))).join("\n\n");
}

/** The crates in the WebAssembly: all that ours builds upon, without those that only write code for the compiler. */
export async function crates({ cargo, env } = { cargo: "cargo" }) {
  const target = ["--filter-platform", "wasm32-unknown-unknown", "--features", "paint,surveys"];
  const asked = ["metadata", "--format-version", "1", "--locked", "--quiet", ...target];
  const { packages, resolve } = JSON.parse(await must(cargo, asked, { env, words: "keep" }));
  const crate = new Map(packages.map((each) => [each.id, each]));
  const needs = new Map(resolve.nodes.map(({ id, deps }) => [id, deps]));
  const found = new Set();
  const visit = (id) => {
    if (found.has(id) || crate.get(id).targets.some(({ kind }) => kind.includes("proc-macro"))) return;
    found.add(id);
    for (const { pkg, dep_kinds } of needs.get(id))
      if (dep_kinds.some(({ kind }) => kind === null)) visit(pkg);
  };
  visit(packages.find(({ name }) => name === OWN).id);
  const built = [...found].map((id) => crate.get(id)).filter(({ name }) => name !== OWN);
  const listed = built.map(({ name, version, license, manifest_path }) => ({
    name: `${name} ${version}`,
    terms: license,
    text: licence(name, license, dirname(manifest_path)),
  }));
  const terms = "MIT OR Apache-2.0";
  return [...listed, { name: "Rust’s standard library", terms, text: text(join(root, "LICENSE-APACHE")) }];
}

/** The npm packages of which a module is in a build, and webpack, which puts its loader of modules into every one. */
function packages(compilation) {
  const folders = new Set([join(root, "node_modules/webpack")]);
  const visit = (module) => {
    const path = module.nameForCondition?.() ?? "";
    const [folder] = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(path) ?? [];
    if (folder) folders.add(folder);
    for (const inner of module.modules ?? []) visit(inner);
  };
  for (const module of compilation.modules)
    if (compilation.chunkGraph.getNumberOfModuleChunks(module) > 0) visit(module);
  return [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { name: `${name} ${version}`, terms: license, text: licence(name, license, folder) };
  });
}

/** The list as text: each licence once, after those who chose it. */
export function list(shipped) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const opening = `hopfield-net ${version}: MIT OR Apache-2.0, as you like.

The digits are from “Optical Recognition of Handwritten Digits” by E. Alpaydin and C. Kaynak,
https://doi.org/10.24432/C50P49, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).

In its pages, in hopfield-net.js and in the WebAssembly is also the work of others. Of licences to choose from, one is given.`;
  const groups = new Map(shipped.map(({ text }) => [text, []]));
  for (const each of shipped) groups.get(each.text).push(each);
  const parts = [...groups].map(([text, those]) => {
    const names = those.map(({ name, terms }) => `${name} (${terms})`).sort();
    return `${"-".repeat(80)}\n${names.join("\n")}\n\n${text}`;
  });
  return `${[opening, ...parts].join("\n\n")}\n`;
}

/** Puts licences.txt into a build; the crates it asks the compiler for this machine for. */
export class Licences {
  #host;
  #crates;

  constructor(host) {
    this.#host = host;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("Licences", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONS;
      compilation.hooks.processAssets.tapPromise({ name: "Licences", stage }, async () => {
        this.#crates ??= await crates(this.#host);
        const shipped = list([...packages(compilation), ...this.#crates]);
        compilation.emitAsset("licences.txt", new webpack.sources.RawSource(shipped));
      });
    });
  }
}
