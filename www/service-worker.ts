// Keeps the files of the site, so that it works without a connection. Nothing is fetched but these, and all from where the site is.
// The build says which files there are and names their version after what is in them.
declare const FILES: string[];
declare const VERSION: string;

/** Where the site is. There may be others of its kind on the same host, in other folders, and all share one storage. */
const scope = new URL("./", location.href).href;
/** Not as earlier versions named theirs, without a folder: such a one elsewhere on the host deletes whatever begins like that. */
const OLD = /^hopfield-net \S+$/;
const PREFIX = `hopfield-net: ${scope} `;
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
  const had = await caches.has(CACHE);
  const cache = await caches.open(CACHE);
  try {
    // Past the browser's own cache, which may hold another version of what keeps its name.
    await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
  } catch (error) {
    if (!had) await caches.delete(CACHE); // an empty one is none
    throw error;
  }
}

async function activate(): Promise<void> {
  const versions = (await ours()).filter((name) => name !== CACHE);
  await Promise.all(versions.slice(0, -(MOST_VERSIONS - 1)).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** Names of this site's versions, the oldest first. One named as of old is of this site if it holds this site's first page. */
async function ours(): Promise<string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) || OLD.test(name));
  const held = await Promise.all(
    names.map((cacheName) => cacheName.startsWith(PREFIX) || caches.match(scope, { cacheName })),
  );
  return names.filter((_, i) => held[i]);
}

/** From this version, else from the one before, else from the site itself. */
async function answer(request: Request): Promise<Response> {
  const { origin, pathname } = new URL(request.url);
  const address = origin + pathname.replace(/\/index\.html$/, "/");
  const find = (cacheName: string) => caches.match(address, { cacheName });
  const found = await find(CACHE);
  if (found) return found;
  const before = await Promise.all((await ours()).map(find));
  return before.find((response) => response) ?? fetch(request);
}
