import { LitElement, type PropertyValues } from "lit";
import type { Session } from "./session";

/** A part of the page: shows a session, and renders again whenever the session changes. */
export class Part extends LitElement {
  static override properties = { session: { attribute: false } };

  declare session: Session;
  #unsubscribe: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = this.session.subscribe((glance) => {
      if (glance) this.glance();
      else this.requestUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  protected override updated(_changed: PropertyValues): void {
    queueMicrotask(() => this.paint());
  }

  /** Fills its canvases, after all parts have rendered: whoever asks for a size has the whole page laid out, and once a frame will do. */
  protected paint(): void {}

  /** In a run too fast to read along; what moves is painted all the same. */
  protected glance(): void {}
}
