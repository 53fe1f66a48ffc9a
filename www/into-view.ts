// Brings what has just come into view, within the box that scrolls it: the page itself stays where it is.

/** Room above and below, CSS px. */
const GAP = 8;

const calm = matchMedia("(prefers-reduced-motion: reduce)");

const above = (node: Node): Node | null =>
  node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode);

/** The box within which something scrolls, through shadow roots; none where that is the page. */
export function scrollerOf(node: Node): Element | undefined {
  for (let at = above(node); at; at = above(at)) {
    if (at instanceof Element && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return undefined;
}

/** Scrolls only as far as needed; of what is higher than its box the top is shown. */
export function intoView(box: Element, first: Element, last = first): void {
  const { top, bottom } = box.getBoundingClientRect();
  const over = first.getBoundingClientRect().top - top - GAP;
  const under = last.getBoundingClientRect().bottom - bottom + GAP;
  const by = over < 0 ? over : Math.max(0, Math.min(over, under));
  if (by !== 0) box.scrollBy({ top: by, behavior: calm.matches ? "auto" : "smooth" });
}
