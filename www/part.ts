import { LitElement } from "lit";
import type { Session } from "./session";

/** A part of the page: shows a session, and renders again whenever the session changes. */
export class Part extends LitElement {
  static override properties = { session: { attribute: false } };

  declare session: Session;
  #unsubscribe: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.session.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }
}
