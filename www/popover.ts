/**
 * For `beforetoggle`: when a popover closes with the focus inside, the focus goes back to its button; when the focus goes
 * on to something else, it closes.
 */
export function returnFocus({ newState, currentTarget }: ToggleEvent & { currentTarget: HTMLElement }): void {
  const root = currentTarget.getRootNode() as ShadowRoot;
  root.addEventListener("focusout", leave); // the same one, so it is there once
  if (newState === "closed" && currentTarget.contains(root.activeElement)) buttonOf(currentTarget)?.focus();
}

/** Pressed, its button closes it by itself. */
function leave(event: Event): void {
  const { currentTarget, relatedTarget } = event as FocusEvent;
  const open = (currentTarget as ShadowRoot).querySelector<HTMLElement>(":popover-open");
  const to = relatedTarget as Node | null;
  if (open && to && !open.contains(to) && to !== buttonOf(open)) open.hidePopover();
}

const buttonOf = (popover: HTMLElement): HTMLElement | null =>
  (popover.getRootNode() as ShadowRoot).querySelector(`[popovertarget="${popover.id}"]`);
