// Light or dark on a page of ours: what the system asks for, until the reader chooses; the choice is remembered where storage allows.
import { systemDark, themeChanged } from "./colours";

export { onThemeChange } from "./colours";

const KEY = "hopfield-net:theme";

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

export function toggleTheme(): void {
  chosen = theme() === "dark" ? "light" : "dark";
  try {
    localStorage.setItem(KEY, chosen);
  } catch {
    // not remembered, but still applied
  }
  apply();
  themeChanged();
}

apply();
