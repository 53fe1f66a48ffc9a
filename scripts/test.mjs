// npm test: every suite, or those of the groups named: npm test -- rust face page e2e
import "./set-up/node.mjs";
import { duration, headline, Problem } from "./say.mjs";
import { setUpTests } from "./set-up/index.mjs";
import { groups, suites } from "./suites.mjs";

const results = [];
try {
  const chosen = choose(process.argv.slice(2));
  headline("set-up");
  const compilers = await setUpTests();
  for (const suite of chosen) results.push(await runSuite(suite, compilers));
} catch (error) {
  tell(error);
  results.push({ name: "set-up", passed: 0, failed: 1, time: 0 });
}
summary();

function choose(names) {
  const unknown = names.find((name) => !(name in groups));
  if (unknown) {
    const known = Object.entries(groups).map(([name, meaning]) => `  ${name.padEnd(5)} ${meaning}`);
    throw new Problem(`There is no group of tests "${unknown}". There are:\n${known.join("\n")}`);
  }
  return names.length ? suites.filter(({ groups }) => groups.some((group) => names.includes(group))) : suites;
}

/** Runs one suite; whatever goes wrong in it is a failure of that suite, and the next ones go on. */
async function runSuite({ name, after, run }, compilers) {
  headline(name);
  const begin = performance.now();
  const result = { name, passed: 0, failed: 1 };
  if (results.some((earlier) => earlier.name === after && earlier.failed)) {
    console.log(`Not run, for "${after}" failed.`);
  } else {
    try {
      Object.assign(result, await run(compilers));
    } catch (error) {
      tell(error);
    }
  }
  result.time = performance.now() - begin;
  console.log(`${name}: ${result.passed} passed, ${result.failed} failed, in ${duration(result.time)}`);
  return result;
}

function tell(error) {
  console.error(error instanceof Problem ? error.message : error);
}

/** A table, and as the very last line the totals. */
function summary() {
  headline("summary");
  for (const { name, passed, failed, time } of results) {
    const line = `${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${duration(time).padStart(12)}`;
    console.log(`${failed ? "FAIL" : "ok  "} ${name.padEnd(20)} ${line}`);
  }
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  console.log(`\n${total("passed")} passed, ${total("failed")} failed`);
  process.exitCode = total("failed") ? 1 : 0;
}
