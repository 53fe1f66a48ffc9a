// A page of somebody else: e2e/pages/, from an origin of its own that sends no CORS headers.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { HopfieldNet } from "../../www/hopfield-net";
import { test as base } from "./test";

export { expect } from "@playwright/test";

export const pages = fileURLToPath(new URL("../pages/", import.meta.url));

/** The request for the host's page, which `complaints` knows nothing of. */
export const OWN = /^a request left for (http:\/\/127\.0\.0\.1:|file:)/;

interface Fixtures {
  /** The address of a page of the other host, and of its Content-Security-Policy if it has one. */
  host: (page: string, policy?: string) => string;
}

export const test = base.extend<Fixtures>({
  // The host's own pages are the strangers that the browser may talk to.
  expected: [OWN],
  host: async ({ baseURL }, use) => {
    const server = serve(baseURL ?? "");
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await use((page, policy = "") => `http://127.0.0.1:${port}/${page}?policy=${encodeURIComponent(policy)}`);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

/** SITE in a page stands for the address of the site; SITE in a policy too. */
function serve(site: string): Server {
  return createServer(({ url }, response) => {
    const { pathname, searchParams } = new URL(url ?? "", "http://localhost");
    const policy = searchParams.get("policy");
    try {
      const body = readFileSync(pages + pathname.slice(1), "utf8").replaceAll("SITE/", site);
      if (policy)
        response.setHeader("Content-Security-Policy", policy.replaceAll("SITE", new URL(site).origin));
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(body);
    } catch {
      // A browser asks for an icon of its own accord.
      response.writeHead(pathname === "/favicon.ico" ? 204 : 404).end();
    }
  });
}

/** For code that runs inside the page. */
export type Figure = HopfieldNet;
