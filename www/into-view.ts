// Brings what has just come into view, within the box that scrolls it or, on a narrow page, by scrolling the page.

/** Room above and below, CSS px. */
const GAP = 8;

const calm = matchMedia("(prefers-reduced-motion: reduce)");

const above = (node: Node): Node | null =>
  node instanceof ShadowRoot ? node.host : ((node as Element).assignedSlot ?? node.parentNode);

/** The box within which something may scroll, through shadow roots; none where that is the page. */
export function scrollerOf(node: Node): Element | undefined {
  for (let at = above(node); at; at = above(at)) {
    if (at instanceof Element && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return undefined;
}

/**
 * Scrolls only as far as needed to show all from `first` to `last`. Where that is higher than its box the top is shown, but
 * whatever comes before `figure` gives way to it.
 */
export function intoView(box: Element, first: Element, last = first, figure = first): void {
  const scrolls = box.scrollHeight > box.clientHeight;
  const { top, bottom } = scrolls ? box.getBoundingClientRect() : { top: 0, bottom: window.innerHeight };
  const over = (part: Element): number => part.getBoundingClientRect().top - top - GAP;
  const under = (part: Element): number => part.getBoundingClientRect().bottom - bottom + GAP;
  const [start, end] = [over(first), under(last)];
  const wanted = start < 0 ? start : Math.max(0, Math.min(start, end));
  const by = Math.max(wanted, Math.min(over(figure), under(figure)));
  if (by !== 0) (scrolls ? box : window).scrollBy({ top: by, behavior: calm.matches ? "auto" : "smooth" });
}
