import type { ReactiveController, ReactiveControllerHost } from "lit";

/** The canvas's context, scaled so that one unit is one CSS pixel, on as many device pixels as the screen has. */
export function contextOf(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D {
  const ratio = window.devicePixelRatio;
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across || canvas.height !== down) {
    canvas.width = across;
    canvas.height = down;
  }
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser offers no 2-D canvas.");
  context.setTransform(across / width, 0, 0, down / height, 0, 0);
  return context;
}

/** Renders its host again when the host's size or the screen's resolution changes. */
export class Resized implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #update = () => this.#host.requestUpdate();
  #observer = new ResizeObserver(this.#update);

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
    window.addEventListener("resize", this.#update);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    window.removeEventListener("resize", this.#update);
  }
}
