// What the project needs beyond Node, installed where it is missing. Once done, checking it takes a second.
import { packages } from "./packages.mjs";
import { rust, rustTools } from "./rust.mjs";

/** Returns the compilers: { host, wasm }. */
export async function setUp() {
  await packages();
  return rust();
}

/** For the tests, rustfmt and clippy on top. Their browser is set up by the suite that drives it. */
export async function setUpTests() {
  const compilers = await setUp();
  await rustTools(compilers);
  return compilers;
}
