// A port that nobody listens on.
import { createServer } from "node:net";

/** The first free one from `port` on. */
export async function freePort(port) {
  while (!(await free(port))) port++;
  return port;
}

/** Free under both addresses of this machine: "localhost" may mean either to a browser. */
async function free(port) {
  for (const host of ["127.0.0.1", "::1"]) {
    const taken = await new Promise((resolve) => {
      const server = createServer();
      server.once("error", ({ code }) => resolve(code === "EADDRINUSE"));
      server.listen({ port, host }, () => server.close(() => resolve(false)));
    });
    if (taken) return false;
  }
  return true;
}
