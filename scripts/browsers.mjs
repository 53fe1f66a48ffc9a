// npm run test:browsers: the main job, a survey and an embedded figure in Firefox and in WebKitGTK. Needs dist/ (npm run build).
// What differs between browsers is told in docs/browsers.md.
import "./set-up/node.mjs";
import { spawn } from "node:child_process";
import * as firefox from "./browsers/firefox.mjs";
import * as webkit from "./browsers/webkit.mjs";
import { freePort } from "./port.mjs";
import { main, Problem, step } from "./say.mjs";
import { aptInstall, aptInstalled, aptOffers, aptUpdate } from "./set-up/debian.mjs";

/** In a page: what is in the shadow of a part of the lab, and what happens sooner or later. */
const HELPERS = `
  const deep = (root, selector) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.matches(selector)) return element;
      const found = element.shadowRoot && deep(element.shadowRoot, selector);
      if (found) return found;
    }
  };
  const until = async (what, ready) => {
    const end = Date.now() + 30000;
    while (Date.now() < end) {
      const found = ready();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(what + " did not come; the page says: " + document.body.innerText.slice(0, 300));
  };
  const find = (selector) => until(selector, () => deep(document, selector));
  const words = (selector) => deep(document, selector)?.textContent.replace(/\\s+/g, " ").trim() ?? "";
`;

const jobs = [
  {
    name: "a broken seven heals",
    page: "",
    script: `
      const speed = await find("select#speed");
      speed.value = [...speed.options].at(-1).value;
      speed.dispatchEvent(new Event("change", { bubbles: true }));
      (await find("#recall")).click();
      return until("the end", () => words("#verdict").includes("seven, exactly.") && words("#verdict"));`,
  },
  {
    name: "a census in its worker",
    page: "?survey",
    script: `
      (await find("#tab-survey")).click();
      (await find("button#survey")).click();
      return until("what was found", () => words("#survey-summary"));`,
  },
  {
    name: "an embedded figure",
    page: "embed.html#memories=digit:0+digit:7&cue=digit:7&noise=12&seed=7&speed=max",
    script: `
      (await find("#recall")).click();
      return until("the end", () => words("#verdict").includes("Settled") && words("#verdict"));`,
  },
];

await main(async () => {
  const port = await freePort(4180);
  const server = spawn("node", ["scripts/serve.mjs", String(port)], { stdio: "ignore" });
  let failed = 0;
  try {
    for (const [name, browser] of Object.entries({ Firefox: firefox, WebKitGTK: webkit })) {
      await install(name, browser.packages);
      failed += await test(name, browser, `http://localhost:${port}/`);
    }
  } finally {
    server.kill();
  }
  if (failed > 0) throw new Problem(`${failed} failed.`);
});

async function install(name, packages) {
  if (await aptInstalled(packages)) return;
  await aptUpdate();
  if (!(await aptOffers(packages))) throw new Problem(`${name} is missing: install ${packages.join(", ")}.`);
  await step(`${name} from Debian's packages`, "a minute", () => aptInstall(packages));
}

async function test(name, { open }, site) {
  const browser = await open();
  let failed = 0;
  try {
    await browser.go(site);
    console.log(`${name}: ${await browser.run("return navigator.userAgent")}`);
    for (const job of jobs) {
      try {
        await browser.go(site + job.page);
        console.log(`  ✔ ${job.name}: ${await browser.run(wrapped(job.script))}`);
      } catch (error) {
        failed += 1;
        console.log(`  ✘ ${job.name}: ${error.message}`);
      }
    }
  } finally {
    await browser.close();
  }
  return failed;
}

/** A promise is waited for. */
function wrapped(script) {
  return `return (async () => { ${HELPERS} ${script} })();`;
}
