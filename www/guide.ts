// The author's guide: shows the code of each figure as it stands in this page, to be copied; and what one of them tells.
import "./guide.css";
import { copied } from "./clipboard";
import { keepOffline } from "./offline";
import { number } from "./words";

keepOffline();

for (const figure of document.querySelectorAll<HTMLElement>("figure.ready")) {
  const tag = figure.querySelector("hopfield-net");
  if (tag) tag.after(codeOf(tag));
}

/** The tag as an author would write it, an attribute a word, with a button that copies it. */
function codeOf(tag: Element): HTMLElement {
  const attributes = [...tag.attributes].map(({ name, value }) => ` ${name}="${value}"`).join("");
  const code = `<hopfield-net${attributes}>${tag.textContent?.trim()}</hopfield-net>`;
  const box = document.createElement("div");
  box.className = "code";
  const text = document.createElement("code");
  text.textContent = code;
  const copy = document.createElement("button");
  copy.type = "button";
  copy.textContent = "Copy";
  copy.addEventListener("click", async () => {
    const done = await copied(code, () => getSelection()?.selectAllChildren(text));
    copy.textContent = done ? "Copied" : "Press Ctrl+C";
  });
  box.append(text, copy);
  return box;
}

interface Settled {
  kind: string;
  memories: { name: string }[];
  updates: number;
  flips: number;
  energy: number | null;
}

const told = document.getElementById("told");
const tell = (words: string): void => {
  if (told) told.textContent = words;
};
const height = (energy: number | null): string => (energy === null ? "none" : number(energy));
const telling = document.getElementById("telling");
telling?.addEventListener("hopfield-step", (event) => {
  const { time, flips, energy } = (event as CustomEvent<{ time: number; flips: number; energy: number }>)
    .detail;
  tell(`hopfield-step: update ${time}, ${flips} flips, energy ${height(energy)}`);
});
telling?.addEventListener("hopfield-settle", (event) => {
  const { kind, memories, updates, flips, energy } = (event as CustomEvent<Settled>).detail;
  const names = memories.map(({ name }) => name).join(", ");
  tell(
    `hopfield-settle: ${kind} ${names} after ${updates} updates, ${flips} flips, energy ${height(energy)}`,
  );
});
telling?.addEventListener("hopfield-store", (event) => {
  const { index, name } = (event as CustomEvent<{ index: number; name: string }>).detail;
  tell(`hopfield-store: ${name}, number ${index}`);
});
