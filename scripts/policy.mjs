/**
 * The Content-Security-Policy of the site: its own files, WebAssembly, and nothing else. No inline script, no eval, no inline
 * style. Images come from the page's own canvases and from files that its reader opens, as blobs.
 */
export const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
