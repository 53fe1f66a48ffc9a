/** Watches how much of an element one sees. */
export class Sight {
  seen: "all" | "some" | "none" = "none";
  /** Whether something was stopped when it went out of sight, to go on when it comes back. */
  paused = false;
  readonly #element: Element;
  readonly #tell: (seen: "all" | "some" | "none") => void;
  #observer: IntersectionObserver | undefined;

  constructor(element: Element, tell: (seen: "all" | "some" | "none") => void) {
    this.#element = element;
    this.#tell = tell;
  }

  begin(): void {
    this.#observer ??= new IntersectionObserver((entries) => this.#note(entries), {
      threshold: [0, 0.25, 0.5, 0.75],
    });
    this.#observer.observe(this.#element);
  }

  end(): void {
    this.#observer?.disconnect();
    this.seen = "none";
  }

  /** Half of it, or as much of it as fills half of the window, is all that one needs to follow a run. */
  #note(entries: IntersectionObserverEntry[]): void {
    const entry = entries.at(-1);
    if (!entry) return;
    const { isIntersecting, intersectionRatio, intersectionRect } = entry;
    const much = intersectionRatio >= 0.5 || intersectionRect.height >= window.innerHeight / 2;
    this.seen = !isIntersecting ? "none" : much ? "all" : "some";
    this.#tell(this.seen);
  }
}

/** Does something as soon as an element is within a window's height of what one sees. */
export function whenNear(element: Element, act: () => void): IntersectionObserver {
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) act();
    },
    { rootMargin: "100% 0px" },
  );
  observer.observe(element);
  return observer;
}
