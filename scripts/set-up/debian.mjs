// Debian's own packages: the way out on a machine whose network lets nothing else through.
import { must, run, succeeds } from "../run.mjs";

/** Whether we may install these: we are root, and apt knows every one. */
export async function aptOffers(names) {
  if (process.getuid?.() !== 0) return false;
  for (const name of names) if (!(await succeeds("apt-cache", ["show", name]))) return false;
  return true;
}

export async function aptInstalled(names) {
  const { output } = await run("dpkg-query", ["--status", ...names], { words: "keep" });
  return output.match(/^Status: install ok installed$/gm)?.length === names.length;
}

export async function aptInstall(names) {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await must("apt-get", ["install", "-y", "--no-install-recommends", ...names], { env });
}

/** A new machine's list of packages is often empty; best effort, for the list may be fresh already. */
export async function aptUpdate() {
  if (process.getuid?.() === 0) await succeeds("apt-get", ["update"]);
}
