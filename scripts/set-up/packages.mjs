// npm packages, exactly those of package-lock.json.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { must, root } from "../run.mjs";
import { step } from "../say.mjs";

export async function packages() {
  if (installed()) return;
  await step("npm packages", "320 MB on disk, about a minute", () =>
    // --include=dev: with NODE_ENV=production npm would leave out every tool of the build.
    must("npm", ["ci", "--include=dev", "--include=optional"]),
  );
}

/** Whether node_modules is what the lock file says, by the list that npm leaves there when it has finished. */
function installed() {
  const wanted = list("package-lock.json");
  const present = list("node_modules/.package-lock.json");
  if (!present) return false;
  delete wanted[""]; // the project itself
  return (
    Object.keys(present).every((path) => path in wanted) &&
    Object.entries(wanted).every(([path, { integrity, ...about }]) =>
      present[path] ? present[path].integrity === integrity : about.optional && !madeForUs(about),
    )
  );
}

function list(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** Optional packages are mostly one program in builds for many machines, of which npm installs the fitting one. */
function madeForUs({ os, cpu, libc }) {
  return os?.includes(process.platform) && cpu?.includes(process.arch) && !libc;
}
