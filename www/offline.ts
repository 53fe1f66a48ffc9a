// The page without a connection: a service worker keeps the site's files from the first visit on. A new version of the site waits
// until the reader asks for it, or until no tab shows the old one.
import type { Notice } from "./notice";

/** Only a built site on a host of its own has the worker: a page served while it changes, or opened as a file, has none. */
const possible = (): boolean =>
  process.env.NODE_ENV === "production" && "serviceWorker" in navigator && window.top === window;

/** Keeps the site's files for the next visit, once the page has all that it shows first. */
export function keepOffline(): void {
  if (document.readyState === "complete") void offerUpdates(() => {});
  else addEventListener("load", keepOffline, { once: true });
}

/** The same, and offers a new version of them once it is there. */
export async function offerUpdates(notify: (notice: Notice) => void): Promise<void> {
  if (!possible()) return;
  const offer = (worker: ServiceWorker): void =>
    notify({
      text: "A new version of this page is ready. Your session stays as it is.",
      action: { name: "Use it now", act: () => change(worker) },
    });
  try {
    const registration = await navigator.serviceWorker.register("service-worker.js");
    const { controller } = navigator.serviceWorker;
    if (registration.waiting && controller) offer(registration.waiting);
    let watched: ServiceWorker | null = null;
    const watch = (): void => {
      const worker = registration.installing;
      if (worker === watched) return;
      watched = worker;
      worker?.addEventListener("statechange", () => {
        // The first of all workers takes nothing's place.
        if (worker.state === "installed" && navigator.serviceWorker.controller) offer(worker);
      });
    };
    watch(); // it may have been found already
    registration.addEventListener("updatefound", watch);
  } catch {
    // Storage may be forbidden: the page then needs its connection, as any page does.
  }
}

/** The page keeps its session as it goes. */
function change(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  worker.postMessage("take over");
}
