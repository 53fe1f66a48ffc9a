// WebKitGTK's MiniBrowser by WebDriver, on a screen that nobody sees.
import { spawn } from "node:child_process";
import { freePort } from "../port.mjs";
import { patiently } from "./firefox.mjs";

export const packages = ["webkit2gtk-driver", "xvfb", "fonts-liberation"];

/** Where Debian has it. */
const MINIBROWSER = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/** As for Firefox. */
export async function open() {
  const port = await freePort(4700);
  const screen = `:${port % 1000}`;
  const xvfb = spawn("Xvfb", [screen, "-screen", "0", "1280x900x24"], { stdio: "ignore" });
  // As root its sandbox cannot be set up.
  const env = { ...process.env, DISPLAY: screen, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" };
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], { stdio: "ignore", env });
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
  const { sessionId } = await patiently(() =>
    call("POST", "/session", {
      capabilities: {
        alwaysMatch: { "webkitgtk:browserOptions": { binary: MINIBROWSER, args: ["--automation"] } },
      },
    }),
  );
  const session = `/session/${sessionId}`;
  await call("POST", `${session}/timeouts`, { script: 60_000 });
  return {
    go: (url) => call("POST", `${session}/url`, { url }),
    run: (script) => call("POST", `${session}/execute/sync`, { script, args: [] }),
    async close() {
      await call("DELETE", session).catch(() => undefined);
      driver.kill();
      xvfb.kill();
    },
  };
}
