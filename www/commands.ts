// Buttons anywhere on the page that command an element, as in <button commandfor="fig1" command="--recall">: browsers since
// 2025 do that by themselves (HTML standard, "invoker commands"); for older ones, one listener for all elements does.

let listening = false;

/** Sees to it that elements hear the commands of buttons. */
export function hearCommands(): void {
  if (listening || "commandForElement" in HTMLButtonElement.prototype) return;
  listening = true;
  document.addEventListener("click", (event) => {
    const [target] = event.composedPath();
    const button = target instanceof Element ? target.closest("button[commandfor]") : null;
    const root = button?.getRootNode();
    if (!button || event.defaultPrevented || !(root instanceof Document || root instanceof ShadowRoot))
      return;
    const commanded = root.getElementById(button.getAttribute("commandfor") ?? "");
    const command = button.getAttribute("command") ?? "";
    commanded?.dispatchEvent(Object.assign(new Event("command"), { command, source: button }));
  });
}

/** The command that an event brings, and the value of its button, if it has one. */
export function commandOf(event: Event): { command: string; value: string | undefined } {
  const { command = "", source } = event as Event & { command?: string; source?: Element | null };
  return { command, value: source?.getAttribute("value") || undefined };
}
