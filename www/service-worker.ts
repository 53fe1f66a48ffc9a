// Keeps the files of the site, so that it works without a connection. Nothing is fetched but these, and all from where the site is.
// The build says which files there are and names their version after what is in them.
declare const FILES: string[];
declare const VERSION: string;

/** Where the site is. There may be others of its kind on the same host, in other folders, and all share one storage. */
const scope = new URL("./", location.href).href;
const PREFIX = `hopfield-net ${scope} `;
const CACHE = PREFIX + VERSION;
/** Versions kept: in other tabs the one before may still be at work. */
const MOST_VERSIONS = 2;

/** The worker itself; the types at hand are those of a page. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Event {
  request: Request;
  respondWith(response: Promise<Response>): void;
}
const worker = self as unknown as {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener<E extends Event>(type: string, listener: (event: E) => void): void;
};

worker.addEventListener<Lasting>("install", (event) => event.waitUntil(install()));
worker.addEventListener<Lasting>("activate", (event) => event.waitUntil(activate()));
worker.addEventListener<MessageEvent>("message", ({ data }) => {
  if (data === "take over") void worker.skipWaiting();
});
worker.addEventListener<Fetching>("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(scope)) event.respondWith(answer(event.request));
});

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  // Past the browser's own cache, which may hold another version of what keeps its name.
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
}

async function activate(): Promise<void> {
  const versions = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(versions.slice(0, -(MOST_VERSIONS - 1)).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** From this version, else from the one before, else from the site itself. */
async function answer(request: Request): Promise<Response> {
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname.replace(/\/index\.html$/, "/");
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? (await caches.match(address)) ?? fetch(request);
}
