/** What the page has to say of itself, not of the network. */
export interface Notice {
  text: string;
  /** What can be done about it. */
  action?: { name: string; act(): void };
}
