// What makes a compiled module smaller than its compiler does, and its download smaller still.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { must } from "./run.mjs";
import { Problem } from "./say.mjs";

const WASM_OPT = "node_modules/.bin/wasm-opt";

/**
 * For speed, and for size: each pass by itself, for what makes a module shorter often makes it more varied, and longer when compressed. So functions
 * are only put where they are called if they are next to nothing, or next to nothing and called from one place.
 */
const PASSES = [
  ["-O3"],
  ["--inlining-optimizing", ...inlining({ always: 3, oneCaller: 10, flexible: 1 })],
  ["-O1"],
  ["--duplicate-function-elimination"],
  ["--remove-unused-brs"],
  ["--dae-optimizing"],
  ["-O1"],
  ["--dealign"],
];

/** Says no more in what terms a module may be written, which all before needed to know, and writes it in fewer words. */
const LAST = [
  "--strip-target-features",
  "--generate-stack-ir",
  "--optimize-stack-ir",
  "--optimize-level=2",
  "--shrink-level=2",
];

/** Where Rust ends a program that went wrong, in the names of either way in which compilers write them. */
const PANICS =
  /9panicking|slice_index_fail|assert_failed|raw_vec12handle_error|unwrap_failed|panic_already|len_mismatch_fail|capacity_overflow|handle_alloc_error|rust_panic|rust_end_short/;

/** What makes text of values; the digits of whole numbers, which are also called directly, are no part of it. */
const FORMATTING = /4core3fmt(?!3num)|3fmt17h[0-9a-f]{16}E$|3fmt$/;

/** What calls Rust's closures from JavaScript; those of js-sys stay, wanted or not. */
const CLOSURES = /wasm_bindgen7convert8closures.*6invoke|js_sys7futures/;

function inlining(sizes) {
  return Object.entries(sizes).map(
    ([kind, size]) => `--${kind.replace("C", "-c")}-inline-max-function-size=${size}`,
  );
}

/** With names or without. Asked for late: before the set-up there is no Binaryen. */
async function binaryenWith({ names }) {
  const { default: binaryen } = await import("binaryen");
  binaryen.setDebugInfo(names);
  return binaryen;
}

/** The functions of a module, in its order; imported ones have a `module`. */
function functions(binaryen, module) {
  return Array.from({ length: module.getNumFunctions() }, (_, index) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(index)),
  );
}

/**
 * A panic ends in a trap, and nothing shows the message that the standard library makes before: so it traps at once, and
 * what made messages goes; with it the formatting of values, if nothing else asks for that. Of closures the network hands
 * out none, as `shortNames` makes sure.
 */
export async function withoutLastWords(from, to) {
  const binaryen = await binaryenWith({ names: true }); // the glue generator needs the names still
  const module = binaryen.readBinary(readFileSync(from));
  const silence = (names) => {
    for (const { name, module: imported, params, results } of functions(binaryen, module)) {
      if (imported || !names.test(name)) continue;
      module.removeFunction(name);
      module.addFunction(name, params, results, [], module.unreachable());
    }
  };
  silence(PANICS);
  silence(CLOSURES);
  module.runPasses(["remove-unused-module-elements"]);
  if (!asksFor(FORMATTING, module.emitText())) silence(FORMATTING);
  const mute = Buffer.from(module.emitBinary());
  module.dispose();
  forgetPlaces(mute);
  writeFileSync(to, mute);
}

/** Whether any function of a module calls one of such a name, but for those of such names themselves. */
function asksFor(names, text) {
  const others = text
    .split("\n (func ")
    .slice(1)
    .filter((words) => !names.test(words.split(/[ )\n]/, 1)[0].slice(1)));
  return others.some((words) =>
    [...words.matchAll(/\(call \$(\S+)/g)].some(([, called]) => names.test(called)),
  );
}

/** The numbers and bytes of a module, one after the other: https://webassembly.github.io/spec/core/binary/ */
class Reader {
  #bytes;
  #at;

  constructor(bytes, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** A section, by its number: 10 is code, 11 data. */
  static section(module, wanted) {
    const reader = new Reader(module, 8);
    for (;;) {
      const id = reader.number();
      const content = reader.bytes();
      if (id === wanted) return new Reader(content);
    }
  }

  /** Seven bits a byte, the lowest first; all bytes but the last have the eighth set. */
  number() {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++];
      number += (byte & 127) * 2 ** shift;
      if (byte < 128) return number;
    }
  }

  /** As many as the number before them says: a view, not a copy. */
  bytes() {
    const length = this.number();
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** What `read` makes of each item, before which their number stands. */
  list(read) {
    return Array.from({ length: this.number() }, () => read(this));
  }
}

/**
 * Wipes where in the sources each panic began: file, line and column. No code that is left reads it, and the files tell of
 * the machine that compiled them.
 */
function forgetPlaces(module) {
  const segments = Reader.section(module, 11).list((reader) => {
    const [, , address] = Array.from({ length: 4 }, () => reader.number()); // a kind, "a constant", which, "the end"
    return { address, bytes: reader.bytes() };
  });
  for (const { address, bytes } of segments) {
    const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const files = [];
    for (let at = 0; at + 16 <= bytes.length; at += 4) {
      const start = words.getUint32(at, true) - address;
      const file = bytes.subarray(Math.max(start, 0), start + words.getUint32(at + 4, true));
      if (start < 0 || !/^[\x21-\x7e]+\.rs$/.test(file.toString("latin1"))) continue;
      bytes.fill(0, at, at + 16);
      files.push(file);
    }
    for (const file of files) file.fill(0);
  }
}

/** What the module and its glue call each other by, in a letter or two: they alone read it, and it holds hashes. */
export async function shortNames(folder, name) {
  const file = join(folder, `${name}_bg.wasm`);
  const pass = "--minify-imports-and-exports-and-modules";
  const { imports, exports } = JSON.parse(
    await must(WASM_OPT, ["--quiet", pass, file, "-o", file], { words: "keep" }),
  );
  const short = new Map([...imports.map(([, long, letters]) => [long, letters]), ...exports]);
  const renamed = (all, before, long, after) => (short.has(long) ? before + short.get(long) + after : all);
  for (const text of [`${name}.js`, `${name}.d.ts`].map((part) => join(folder, part))) {
    const long = readFileSync(text, "utf8");
    if (/\bmake(?:Mut)?Closure\b/.test(long)) {
      throw new Problem(`${name} hands closures to JavaScript, but shrink.mjs takes their callers away.`);
    }
    const words = long
      .replace(/(\bwasm\.)([$\w]+)()/g, renamed)
      .replace(/^( +)([$\w]+)(: function)/gm, renamed)
      // A class may have a property of the same name, which stays.
      .replace(/^export interface InitOutput \{[^}]*\}/m, (exports) =>
        exports.replace(/(readonly )([$\w]+)(:)/g, renamed),
      )
      .replace(`"./${name}_bg.js": import0`, '"a": import0');
    writeFileSync(text, words);
  }
}

/** The glue asks in every method, in the same words, whether an object is of the module's instance: one function asks for all. */
export function askOnce(folder, name) {
  const file = join(folder, `${name}.js`);
  const glue = readFileSync(file, "utf8");
  let check = "";
  const short = glue.replace(
    /if \((\S+?)\.__wbg_inst !== undefined && \S+?\.__wbg_inst !== __wbg_instance_id\) \{\s*(throw new Error\('.*'\);)\s*\}/g,
    (_, object, words) => {
      check = `\nfunction fresh({ __wbg_inst }) {\n    if (__wbg_inst !== undefined && __wbg_inst !== __wbg_instance_id) ${words}\n}\n`;
      return `fresh(${object});`;
    },
  );
  writeFileSync(file, short + check);
}

/** Binaryen's passes over the module, and an order of its functions, kept where they make the download smaller. */
export async function optimise(file) {
  const optimised = `${file}.opt`;
  const keepTheSmaller = () => {
    if (size(optimised).gzip < size(file).gzip) cpSync(optimised, file);
  };
  const pass = async (options) => {
    await must(WASM_OPT, [...options, file, "-o", optimised]);
    keepTheSmaller();
  };
  for (const options of PASSES) await pass(options);
  await putLikeToLike(file, optimised);
  keepTheSmaller();
  await pass(LAST);
  rmSync(optimised);
}

/** Puts each function behind those most like it: what compresses a file looks back for what it has seen, not far. */
async function putLikeToLike(from, to) {
  const bytes = readFileSync(from);
  const bodies = Reader.section(bytes, 10).list((reader) => reader.bytes());
  const binaryen = await binaryenWith({ names: false });
  const module = binaryen.readBinary(bytes);
  const own = functions(binaryen, module).filter(({ module: imported }) => !imported);
  for (const { name } of own) module.removeFunction(name);
  for (const index of chain(bodies)) {
    const { name, params, results, vars, body } = own[index];
    module.addFunction(name, params, results, vars, body);
  }
  writeFileSync(to, module.emitBinary());
  module.dispose();
}

/**
 * The places of all bodies: from the longest on each time the one that has most in common with those before, the farther back
 * the less that counts. In common are strings of bytes, the rarer the more they count, against its own length.
 */
function chain(bodies) {
  const FADING = 0.8; // from one body to the next; this and the rest were tried out, each by its effect on the download
  const strings = bodies.map(stringsOf);
  const known = new Map();
  for (const string of strings.flatMap((set) => [...set])) known.set(string, (known.get(string) ?? 0) + 1);
  const common = (a, b) => {
    const [few, many] = a.size < b.size ? [a, b] : [b, a];
    let sum = 0;
    for (const string of few) if (many.has(string)) sum += 1 / Math.sqrt(known.get(string));
    return sum;
  };
  const left = new Map(strings.map((_, index) => [index, 0])); // and what each has in common with those before
  const order = [];
  let next = bodies.reduce(
    (longest, { length }, index) => (length > bodies[longest].length ? index : longest),
    0,
  );
  while (left.size > 0) {
    const last = next;
    order.push(last);
    left.delete(last);
    let most = -1;
    for (const [index, before] of left) {
      const alike = FADING * before + common(strings[last], strings[index]);
      left.set(index, alike);
      const rated = alike / Math.sqrt(strings[index].size + 20);
      if (rated > most) [most, next] = [rated, index];
    }
  }
  return order;
}

/** All strings of four bytes in a body, each as a number. */
function stringsOf(body) {
  const strings = new Set();
  for (let at = 0; at + 4 <= body.length; at++) strings.add(body.readInt32BE(at));
  return strings;
}

export function size(file) {
  const bytes = readFileSync(file);
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}
