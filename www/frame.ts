// embed.html: one figure in a frame of another page. What it shows stands in its address, as in
// embed.html#memories=digit:0+digit:7&cue=digit:7&noise=12; how high it is, it tells the page around it.
import "./theme.css";
import "./frame.css";
import type { HopfieldNet } from "./element";
import "./element";
import { names } from "./element-attributes";
import { writeLink } from "./link";
import { clipped } from "./quote";
import type { Setup } from "./setup";

const find = <E extends Element>(selector: string): E => {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`The frame has no ${selector}.`);
  return found;
};

const figure = find<HopfieldNet>("hopfield-net");
const unknown = find<HTMLElement>("#unknown");
const lab = find<HTMLAnchorElement>("#lab");

/** Where the lab shows the same run. */
const labLink = (setup: Setup): string => `./${writeLink(setup).hash}`;

/** Gives the figure what the address says. Only its own attributes: an address must not bring in anything else. */
function read(): void {
  const wanted = new URLSearchParams(location.hash.slice(1));
  for (const name of names) {
    const value = wanted.get(name);
    if (value === null) figure.removeAttribute(name);
    else figure.setAttribute(name, value);
  }
  const others = [...wanted.keys()].filter((key) => !names.some((name) => name === key));
  unknown.textContent =
    others.length > 0 ? `Not known: ${clipped(others.join(", "), 200)}. Known are ${names.join(", ")}.` : "";
  document.documentElement.dataset.theme = wanted.get("theme") ?? "";
}

read();
addEventListener("hashchange", read);
const show = (): void => {
  document.body.dataset.ready = "";
};
figure.ready.then(show, show);

// The state as it is when the link is followed.
const aim = (): void => {
  const setup = figure.setup();
  if (setup) lab.href = labLink(setup);
};
for (const event of ["pointerdown", "focus"]) lab.addEventListener(event, aim);

// A page listens by: addEventListener("message", ({ data, source }) => { ... if (data.type === "hopfield-net:height") ... });
new ResizeObserver(() => {
  const { height } = document.body.getBoundingClientRect();
  parent.postMessage({ type: "hopfield-net:height", height: Math.ceil(height) }, "*");
}).observe(document.body);
