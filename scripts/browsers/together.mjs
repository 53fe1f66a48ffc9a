// Programs that make up a browser: they begin together, and whatever goes wrong, all end together.
import { spawn } from "node:child_process";
import { Problem } from "../say.mjs";

/**
 * What `begin` makes of the programs that it starts by `start(program, args, env)`; it is also given `end`, which ends them all.
 * If it fails, or a program cannot be started, they have ended before anybody hears of it.
 */
export async function together(begin) {
  const children = [];
  const { promise: failed, reject: fail } = withResolvers();
  const start = (program, args, env) => {
    const child = spawn(program, args, { stdio: "ignore", env: { ...process.env, ...env } });
    child.once("error", ({ message }) => fail(new Problem(`${program} cannot be started: ${message}`)));
    children.push(child);
  };
  const end = () => Promise.all(children.map(ended));
  try {
    return await Promise.race([begin(start, end), failed]);
  } catch (error) {
    await end();
    throw error;
  }
}

/** Promise.withResolvers, which Node has from version 22 on. */
function withResolvers() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

/** Ends a program: by asking it, and if it does not listen for five seconds, at once. */
function ended(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return undefined;
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill("SIGKILL"), 5000);
    child.once("exit", () => {
      clearTimeout(kill);
      resolve();
    });
    child.kill();
  });
}

/** Tries until it works, for half a minute at most. */
export async function patiently(act) {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
