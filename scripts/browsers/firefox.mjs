// Firefox by Marionette, its own door for automation: "LENGTH:[0, id, command, parameters]" over a plain socket.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../port.mjs";
import { patiently, together } from "./together.mjs";

export const packages = ["firefox-esr", "fonts-liberation"];

/** Opens it: `go(url)`, `run(script)` for the body of an async function in the page, `close()`. */
export async function open() {
  const profile = mkdtempSync(join(tmpdir(), "firefox-"));
  const forget = () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  try {
    return await together((start, end) => driven(profile, start, () => end().then(forget)));
  } catch (error) {
    forget();
    throw error;
  }
}

async function driven(profile, start, end) {
  const port = await freePort(2828);
  writeFileSync(join(profile, "user.js"), `user_pref("marionette.port", ${port});\n`);
  start("firefox-esr", ["--headless", "--marionette", "--no-remote", "--profile", profile]);
  const socket = await patiently(() => connected(port));
  const waiting = new Map();
  let text = Buffer.alloc(0);
  socket.on("data", (data) => {
    text = Buffer.concat([text, data]);
    for (let at = text.indexOf(":"); at > 0; at = text.indexOf(":")) {
      const end = at + 1 + Number(text.subarray(0, at));
      if (text.length < end) return;
      const message = JSON.parse(text.subarray(at + 1, end));
      text = text.subarray(end);
      if (!Array.isArray(message)) continue; // its greeting
      const [, id, error, result] = message;
      const { resolve, reject } = waiting.get(id);
      if (error) reject(new Error(error.message));
      else resolve(result);
    }
  });
  let last = 0;
  const tell = (command, parameters = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      const body = JSON.stringify([0, last, command, parameters]);
      socket.write(`${Buffer.byteLength(body)}:${body}`);
    });
  await tell("WebDriver:NewSession", { capabilities: { alwaysMatch: {} } });
  await tell("WebDriver:SetTimeouts", { script: 60_000 });
  return {
    go: (url) => tell("WebDriver:Navigate", { url }),
    run: async (script) => (await tell("WebDriver:ExecuteScript", { script, args: [] })).value,
    close() {
      socket.destroy();
      return end();
    },
  };
}

function connected(port) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket));
    socket.once("error", reject);
  });
}
