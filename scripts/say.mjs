// What the terminal shows. Plain lines, so that it reads the same on a screen and in a log.

/** Something the reader can mend: shown without a stack trace. */
export class Problem extends Error {}

/** Does `work`, saying beforehand what it is and how long it may take, and afterwards how long it took. */
export async function step(what, expected, work) {
  console.log(`${what} (${expected}) ...`);
  const begin = performance.now();
  const result = await work();
  console.log(`${what}: took ${duration(performance.now() - begin)}`);
  return result;
}

export function headline(text) {
  console.log(`\n=== ${text} ===`);
}

/** "4.2 s", "48 s", "2 min 5 s". */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** "12.3 KB", a KB being 1000 bytes as in network tools. */
export function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

/** Runs a command of ours to its end and turns a failure into an exit code. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Problem ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
