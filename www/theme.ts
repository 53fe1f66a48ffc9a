// Light or dark: what the system asks for, until the reader chooses; the choice is remembered where storage allows.
const KEY = "hopfield-net:theme";
const systemDark = matchMedia("(prefers-color-scheme: dark)");

type Theme = "light" | "dark";

function remembered(): Theme | undefined {
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : undefined;
  } catch {
    return undefined; // storage may be forbidden; the system's choice then stands
  }
}

let chosen = remembered();

function apply(): void {
  if (chosen) document.documentElement.dataset.theme = chosen;
}

export function theme(): Theme {
  return chosen ?? (systemDark.matches ? "dark" : "light");
}

const listeners = new Set<() => void>();

/** Calls back whenever the colours on the page have changed; returns what ends that. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

export function toggleTheme(): void {
  chosen = theme() === "dark" ? "light" : "dark";
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // not remembered, but still applied
  }
  apply();
  tell();
}

apply();
systemDark.addEventListener("change", tell);
matchMedia("(forced-colors: active)").addEventListener("change", tell);

/** Colour tokens as the browser computes them now within `root`, for canvases, which know no custom properties. */
export function colours(root: HTMLElement | ShadowRoot, tokens: readonly string[]): string[] {
  const probes = tokens.map((token) => {
    const probe = document.createElement("span");
    probe.hidden = true;
    probe.style.setProperty("forced-color-adjust", "none");
    probe.style.color = `var(--${token})`;
    return probe;
  });
  root.append(...probes);
  const values = probes.map((probe) => getComputedStyle(probe).color);
  for (const probe of probes) probe.remove();
  return values;
}
