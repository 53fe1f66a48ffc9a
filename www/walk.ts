// Arrow keys among things of which one is reached by Tab: the items of a menu, pictures to choose from.

/** For `keydown`: moves the focus by the arrow keys, Home and End; up and down to what stands nearest there. */
export function walk(event: KeyboardEvent, items: readonly HTMLElement[] = buttonsIn(event)): void {
  const at = items.findIndex((item) => item.matches(":focus"));
  const to: Record<string, () => HTMLElement | undefined> = {
    ArrowLeft: () => items.at(at - 1),
    ArrowRight: () => items[(at + 1) % items.length],
    ArrowUp: () => beyond(items, at, -1),
    ArrowDown: () => beyond(items, at, 1),
    Home: () => items[0],
    End: () => items.at(-1),
  };
  const target = to[event.key]?.();
  if (at < 0 || !target) return;
  event.preventDefault();
  target.focus();
}

const buttonsIn = (event: Event): HTMLElement[] => [
  ...(event.currentTarget as HTMLElement).querySelectorAll("button"),
];

/** The nearest item under (1) or above (-1) another; beyond the last one the first, and the other way round. */
function beyond(items: readonly HTMLElement[], at: number, way: 1 | -1): HTMLElement | undefined {
  const [x, y] = middle(items[at] as HTMLElement);
  const far = (item: HTMLElement): number => {
    const [across, down] = middle(item);
    return Math.abs(across - x) + 1000 * way * (down - y);
  };
  const there = items.filter((item) => way * (middle(item)[1] - y) > 1);
  return there.length > 0 ? there.reduce((a, b) => (far(b) < far(a) ? b : a)) : items.at(way > 0 ? 0 : -1);
}

function middle(item: HTMLElement): [number, number] {
  const { left, top, width, height } = item.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}
