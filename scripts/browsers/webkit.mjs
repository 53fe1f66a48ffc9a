// WebKitGTK's MiniBrowser by WebDriver, on a screen that nobody sees.
import { existsSync, readdirSync } from "node:fs";
import { freePort } from "../port.mjs";
import { Problem } from "../say.mjs";
import { patiently, together } from "./together.mjs";

export const packages = ["webkit2gtk-driver", "xvfb", "fonts-liberation"];

/** Where Debian has it: in a folder that is named after the machine. */
export function miniBrowser(folder = "/usr/lib") {
  const places = readdirSync(folder).map((machine) => `${folder}/${machine}/webkit2gtk-4.1/MiniBrowser`);
  const found = places.find((place) => existsSync(place));
  if (!found)
    throw new Problem(`WebKitGTK's MiniBrowser is missing: expected ${folder}/*/webkit2gtk-4.1/MiniBrowser.`);
  return found;
}

/** As for Firefox. */
export function open() {
  return together(async (start, end) => {
    const binary = miniBrowser();
    const port = await freePort(4700);
    const screen = `:${port % 1000}`;
    start("Xvfb", [screen, "-screen", "0", "1280x900x24"]);
    // As root its sandbox cannot be set up.
    const env = { DISPLAY: screen, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" };
    start("WebKitWebDriver", [`--port=${port}`], env);
    const call = async (method, path, body) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        ...(body && { body: JSON.stringify(body) }),
      });
      const { value } = await response.json();
      if (!response.ok) throw new Error(value.message);
      return value;
    };
    await patiently(() => call("GET", "/status"));
    const wanted = { "webkitgtk:browserOptions": { binary, args: ["--automation"] } };
    const { sessionId } = await patiently(() =>
      call("POST", "/session", { capabilities: { alwaysMatch: wanted } }),
    );
    const session = `/session/${sessionId}`;
    await call("POST", `${session}/timeouts`, { script: 60_000 });
    return {
      go: (url) => call("POST", `${session}/url`, { url }),
      run: (script) => call("POST", `${session}/execute/sync`, { script, args: [] }),
      async close() {
        await call("DELETE", session).catch(() => undefined);
        await end();
      },
    };
  });
}
