/** Whether a key goes into a field for text, or to a dialog over the page, whose own keys these are then. */
export function typing(event: KeyboardEvent): boolean {
  const path = event.composedPath();
  if (path.some((on) => on instanceof HTMLDialogElement && on.open)) return true;
  const [target] = path;
  if (target instanceof HTMLInputElement)
    return !["range", "checkbox", "radio", "button"].includes(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
