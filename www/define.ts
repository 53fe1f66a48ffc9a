/**
 * Defines a part of the page, once: a page of others may load our script twice, and then the first one stands. Names of elements
 * belong to that whole page, so all that comes into it is named after us.
 */
export function define(name: `hopfield-${string}`, part: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, part);
}
