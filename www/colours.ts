// The colours in force around a canvas, which knows no custom properties, and word of their change.

const listeners = new Set<() => void>();

/** Calls back whenever the colours of the page have changed; returns what ends that. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function themeChanged(): void {
  for (const listener of listeners) listener();
}

/** Whether the system asks for dark colours. */
export const systemDark = matchMedia("(prefers-color-scheme: dark)");

systemDark.addEventListener("change", themeChanged);
matchMedia("(forced-colors: active)").addEventListener("change", themeChanged);

/** Colour tokens as the browser computes them now within `root`. */
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
