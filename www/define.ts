/** Defines a part of the page, once: a page of others may load our script twice, and then the first one stands. */
export function define(name: string, part: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, part);
}
