// The browser of the end-to-end tests.
import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { run, succeeds } from "../run.mjs";
import { Problem, step } from "../say.mjs";
import { aptInstall, aptOffers, aptUpdate } from "./debian.mjs";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Without a font a page shows boxes for letters. */
const PACKAGES = ["chromium", "fonts-liberation"];

/** The program to start: $CHROMIUM or $CHROME_PATH if set, else one found, else one installed. */
export async function chromium() {
  const named = process.env.CHROMIUM || process.env.CHROME_PATH;
  if (named) {
    if (await starts(named)) return named;
    throw new Problem(`$CHROMIUM or $CHROME_PATH says ${named}, which does not start.`);
  }
  const found = await first(NAMES);
  if (found) return found;

  const playwright = await import("@playwright/test");
  const own = playwright.chromium.executablePath();
  if (existsSync(own) && (await starts(own))) return own;
  await step("Chromium from Playwright", "150 MB, a minute", () =>
    run("node", ["node_modules/@playwright/test/cli.js", "install", "chromium"], { words: "keep" }),
  );
  if (await starts(own)) return own;
  console.log("Playwright's Chromium could not be downloaded, or lacks libraries of the system.");

  await aptUpdate();
  if (await aptOffers(PACKAGES)) {
    await step("Chromium from Debian's packages", "300 MB on disk, a minute", () => aptInstall(PACKAGES));
    const installed = await first(NAMES);
    if (installed) return installed;
  }
  throw new Problem(
    "The tests in the browser need Chromium, and it could not be installed. Install Chromium or Google Chrome, or say where\n" +
      "one is: CHROMIUM=/path/to/chromium npm test. The other tests: npm test -- rust face page",
  );
}

/** Asking for the version also shows whether the libraries are there that it needs. */
function starts(program) {
  return succeeds(program, ["--version"]);
}

/** The first that starts, with its whole path: Playwright does not search the PATH. */
async function first(names) {
  const folders = process.env.PATH.split(delimiter);
  for (const name of names) {
    const programs = isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name));
    for (const program of programs) if (existsSync(program) && (await starts(program))) return program;
  }
}
