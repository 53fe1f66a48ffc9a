/** For `beforetoggle`: when a popover closes with the focus inside, the focus goes back to its button. */
export function returnFocus(event: ToggleEvent & { currentTarget: HTMLElement }): void {
  const popover = event.currentTarget;
  const root = popover.getRootNode();
  if (event.newState !== "closed" || !(root instanceof ShadowRoot)) return;
  if (popover.contains(root.activeElement)) {
    root.querySelector<HTMLElement>(`[popovertarget="${popover.id}"]`)?.focus();
  }
}
