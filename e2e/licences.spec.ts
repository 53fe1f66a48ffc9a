// Whoever gets the site is told whose work is in it: each package that is shipped, with the words of its licence.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "./support/test";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, "utf8");
const lines = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The packages that the sources of the page import, and those on which these stand. */
function imported(): string[] {
  const names = new Set<string>(["webpack"]);
  const add = (name: string): void => {
    if (names.has(name)) return;
    names.add(name);
    const { dependencies = {} } = JSON.parse(read(`node_modules/${name}/package.json`));
    for (const other of Object.keys(dependencies)) if (!/^@types\/|-dom-shim$/.test(other)) add(other);
  };
  for (const file of readdirSync(`${root}www`, { recursive: true }).map(String)) {
    if (!file.endsWith(".ts")) continue;
    for (const [, name] of read(`www/${file}`).matchAll(
      /(?:from |import\(|^import )"((?:@[\w-]+\/)?[\w-]+)/gm,
    ))
      if (name) add(name);
  }
  return [...names].sort();
}

// Beside a page of plain text the browser looks for an icon of its own.
test.use({ expected: [/404/] });

test("the essay and the guide lead to the list of licences, which leaves out nobody", async ({ page }) => {
  await page.goto("./guide.html");
  await expect(page.getByRole("link", { name: "licences.txt" })).toHaveAttribute("href", "licences.txt");
  await page.goto("./article.html");
  await page.getByRole("link", { name: "licences" }).click();
  await expect(page).toHaveURL(/\/licences\.txt$/);
  const shown = await page.locator("body").innerText();
  expect(shown).toContain(`hopfield-net ${JSON.parse(read("package.json")).version}: MIT OR Apache-2.0`);
  expect(shown).toContain("“Optical Recognition of Handwritten Digits”");

  const names = imported();
  expect(names).toContain("lit-html");
  expect(names).toContain("uqr");
  for (const name of names) {
    const { version } = JSON.parse(read(`node_modules/${name}/package.json`));
    expect(shown).toContain(`${name} ${version} (`);
    expect(lines(shown)).toContain(lines(read(`node_modules/${name}/LICENSE`)));
  }
  for (const name of ["wasm-bindgen", "talc", "wide", "serde", "getrandom"])
    expect(shown).toMatch(new RegExp(`^${name} [\\d.]+ \\(`, "m"));
});
