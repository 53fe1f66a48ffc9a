// The first thing every command does, before anything that an old Node could not read.
import { readFileSync } from "node:fs";

const { engines } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

const [major, minor] = numbers(process.versions.node);
const [wantedMajor, wantedMinor] = numbers(engines.node);
if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
  console.error(`Node ${wantedMajor}.${wantedMinor} or newer is needed; this is ${process.version}.`);
  console.error("Get it from https://nodejs.org/.");
  process.exit(1);
}

function numbers(version) {
  return version.match(/\d+/g).map(Number);
}
