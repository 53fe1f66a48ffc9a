// Other programs: started in a process group of their own, so that stopping us stops what they started too.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Problem } from "./say.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));

const running = new Set();

process.on("exit", () => {
  for (const child of running) {
    try {
      process.kill(-child.pid, "SIGTERM");
    } catch {
      // It ended in the meantime.
    }
  }
});

// 128 + the signal's number is what a shell reports of a program that a signal ended.
for (const [signal, number] of [
  ["SIGHUP", 1],
  ["SIGINT", 2],
  ["SIGTERM", 15],
]) {
  process.on(signal, () => process.exit(128 + number));
}

/**
 * Runs a program to its end. `words` says what becomes of its output: "show" it, "keep" it, or "both".
 * A program that does not exist counts as one that failed with 127, as in a shell.
 */
export function run(program, args, { env = {}, words = "show" } = {}) {
  return new Promise((resolve) => {
    const stream = words === "show" ? "inherit" : "pipe";
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", stream, stream],
      detached: true,
    });
    let output = "";
    const listen = (from, to) =>
      from?.setEncoding("utf8").on("data", (text) => {
        output += text;
        if (words === "both") to.write(text);
      });
    listen(child.stdout, process.stdout);
    listen(child.stderr, process.stderr);
    running.add(child);
    const end = (code) => {
      running.delete(child);
      resolve({ code, output });
    };
    child.on("error", () => end(127));
    child.on("close", (code) => end(code ?? 1));
  });
}

export async function succeeds(program, args, options) {
  return (await run(program, args, { words: "keep", ...options })).code === 0;
}

/** Runs a program that must succeed; returns its output where that was kept. */
export async function must(program, args, options) {
  const { code, output } = await run(program, args, options);
  if (code === 0) return output;
  const words = options?.words === "keep" ? `\n${output}` : "";
  throw new Problem(`\`${[program, ...args].join(" ")}\` failed (exit code ${code}).${words}`);
}
