// The page as a person has it: what one sees, and what one does to it by mouse and keyboard.
import { expect, type Locator, type Page } from "@playwright/test";
import type { Picture } from "./theory";

export const SIDE = 8;

/** Everything the page says at one moment. */
export interface Shown {
  cells: Picture;
  energy: number;
  /** "at the start", or "after 52 updates, 7 flips". */
  counts: string;
  /** The update told of above the curve. */
  told: string;
  verdict: string;
  /** The moment shown and the last one known, as the curve tells them to a screen reader. */
  time: number;
  end: number;
}

export class Lab {
  readonly pad: Locator;
  readonly curve: Locator;
  readonly recall: Locator;
  readonly step: Locator;
  readonly back: Locator;
  readonly reset: Locator;
  readonly store: Locator;
  readonly verdict: Locator;
  readonly energy: Locator;
  readonly memories: Locator;

  constructor(readonly page: Page) {
    this.pad = page.locator("#pad");
    this.curve = page.locator("#curve");
    this.recall = page.locator("#recall");
    this.step = page.getByRole("button", { name: "step" });
    this.back = page.getByRole("button", { name: "back" });
    this.reset = page.getByRole("button", { name: "reset" });
    this.store = page.getByRole("button", { name: "Store this picture" });
    this.verdict = page.locator("#verdict");
    this.energy = page.locator("#energy");
    this.memories = page.locator("#memories .memory");
  }

  async open(): Promise<void> {
    await this.page.goto("./");
    await expect(this.recall).toHaveText("Recall");
    await expect(this.page.locator(".laws"), "the last section that goes up").toBeVisible();
  }

  /** One look at everything. */
  shown(): Promise<Shown> {
    return this.page.evaluate(look);
  }

  /** Presses step until the network has settled, with a look after each press. */
  stepThrough(): Promise<Shown[]> {
    return this.page.evaluate(async (source) => {
      const look = new Function(`return (${source})();`) as () => Shown;
      const controls = document
        .querySelector("hopfield-lab")
        ?.shadowRoot?.querySelector("hopfield-run-controls");
      const step = controls?.shadowRoot?.querySelector<HTMLElement>("#step");
      const seen = [look()];
      while (seen.length < 1000 && !seen.at(-1)?.verdict.startsWith("Settled")) {
        step?.click();
        await new Promise((drawn) => setTimeout(drawn));
        seen.push(look());
      }
      return seen;
    }, String(look));
  }

  async cells(): Promise<Picture> {
    return (await this.shown()).cells;
  }

  /** The picture that a canvas really shows: each cell's colour, a little off its middle, where no dot and no ring is. */
  async painted(canvas: Locator): Promise<Picture> {
    const active = await this.colour("var(--active)");
    const inside = await pixels(canvas, 0.3, 0.3);
    return inside.map((pixel) => (near(pixel, active) ? 1 : -1));
  }

  /** The cells with a ring around them, by their left edge: a ring is ink all along it, the dashes of the keyboard are not. */
  async ringed(): Promise<number[]> {
    const ink = await this.colour("var(--ink)");
    const width = (await this.pad.boundingBox())?.width ?? 0;
    // half the gap between cells, and half the ring's width
    const across = 0.04 + (1 / width) * SIDE;
    const inked = Array<boolean>(SIDE * SIDE).fill(true);
    for (let down = 0.3; down < 0.7; down += 0.03) {
      const edges = await pixels(this.pad, across, down);
      edges.forEach((pixel, i) => {
        inked[i] &&= near(pixel, ink, 40);
      });
    }
    return inked.flatMap((ringed, i) => (ringed ? [i] : []));
  }

  /** The cells with a dot in the middle. */
  async dotted(): Promise<number[]> {
    const [middle, beside] = [await pixels(this.pad, 0.5, 0.5), await pixels(this.pad, 0.3, 0.3)];
    return middle.flatMap((pixel, i) => (near(pixel, beside[i] ?? []) ? [] : [i]));
  }

  /** A CSS colour as this page computes it: red, green and blue. */
  colour(css: string): Promise<number[]> {
    return this.page.evaluate((css) => {
      const probe = document.body.appendChild(document.createElement("span"));
      probe.style.setProperty("forced-color-adjust", "none");
      probe.style.color = css;
      const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
      if (!context) throw new Error("This browser offers no 2-D canvas.");
      context.fillStyle = getComputedStyle(probe).color;
      context.fillRect(0, 0, 1, 1);
      probe.remove();
      return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    }, css);
  }

  /** Whether a canvas shows a colour in a good number of pixels, edges of lines and letters (half transparent) included. */
  async shows(canvas: Locator, css: string): Promise<boolean> {
    const colour = await this.colour(css);
    const count = await canvas.evaluate((source: HTMLCanvasElement, colour) => {
      const context = new OffscreenCanvas(source.width, source.height).getContext("2d", {
        willReadFrequently: true,
      });
      if (!context) throw new Error("This browser offers no 2-D canvas.");
      context.drawImage(source, 0, 0);
      const { data } = context.getImageData(0, 0, source.width, source.height);
      let count = 0;
      for (let i = 0; i < data.length; i += 4) {
        const alike = colour.every((value, k) => Math.abs(value - (data[i + k] ?? -99)) < 5);
        if (alike && (data[i + 3] ?? 0) > 100) count += 1;
      }
      return count;
    }, colour);
    return count > 20;
  }

  async at(cell: number): Promise<{ x: number; y: number }> {
    const box = await this.pad.boundingBox();
    if (!box) throw new Error("The pad is not on the screen.");
    const pitch = box.width / SIDE;
    return { x: box.x + ((cell % SIDE) + 0.5) * pitch, y: box.y + (Math.floor(cell / SIDE) + 0.5) * pitch };
  }

  /** One stroke with the mouse, from the middle of one cell to the middle of another. */
  async stroke(from: number, to: number, steps = 2): Promise<void> {
    const [start, end] = [await this.at(from), await this.at(to)];
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    if (from !== to) await this.page.mouse.move(end.x, end.y, { steps });
    await this.page.mouse.up();
  }

  async press(cell: number): Promise<void> {
    await this.stroke(cell, cell);
  }

  /** A tool behind the button More. */
  async tool(name: string): Promise<void> {
    await this.page.getByRole("button", { name: "More ways to change the picture" }).click();
    await this.page.locator("#more").getByRole("button", { name, exact: true }).click();
    await this.page.keyboard.press("Escape");
  }

  async corrupt(cells: number): Promise<void> {
    await this.page.getByLabel("How many cells to corrupt").fill(String(cells));
    await this.page.getByRole("button", { name: "Corrupt", exact: true }).click();
  }

  async speed(label: string): Promise<void> {
    await this.page.getByLabel("speed").selectOption({ label });
  }

  /** Learns by another rule. */
  async rule(name: string): Promise<void> {
    await this.page.getByRole("button", { name: /^Rule/ }).click();
    await this.page.getByRole("radio", { name, exact: true }).check();
    await this.page.keyboard.press("Escape");
  }

  /** Bias on or off. */
  async bias(on: boolean): Promise<void> {
    await this.page.getByRole("button", { name: /^Rule/ }).click();
    await this.page.getByRole("checkbox", { name: "Bias" }).setChecked(on);
    await this.page.keyboard.press("Escape");
  }

  /** Draws another seed. */
  async newSeed(): Promise<void> {
    await this.page.getByRole("button", { name: "New seed" }).click();
  }

  /** Another size of grid. */
  async size(side: number): Promise<void> {
    await this.page.getByRole("button", { name: /^Grid/ }).click();
    await this.page.getByRole("radio", { name: `${side} × ${side}`, exact: true }).check();
    await this.page.keyboard.press("Escape");
  }

  /** Asks in another order. */
  async order(name: string): Promise<void> {
    await this.page.getByRole("button", { name: /^Order/ }).click();
    await this.page.getByRole("radio", { name, exact: true }).check();
    await this.page.keyboard.press("Escape");
  }

  async temperature(value: number): Promise<void> {
    await this.page.getByLabel("Temperature").fill(String(value));
  }

  async setSeed(seed: number): Promise<void> {
    await this.page.getByLabel("Seed").fill(String(seed));
    await this.page.getByLabel("Seed").press("Enter");
  }

  /** Opens a lens. */
  async lens(name: string): Promise<Locator> {
    await this.page.getByRole("tab", { name }).click();
    const panel = this.page.getByRole("tabpanel", { name });
    await expect(panel.locator(".wait")).toHaveCount(0); // it is fetched first
    return panel;
  }

  /** Picks ready-made pictures and stores each. */
  async storeExamples(...names: string[]): Promise<void> {
    await this.page.getByRole("button", { name: "Examples" }).click();
    for (const name of names) {
      await this.page.locator("#examples-panel").getByRole("button", { name, exact: true }).click();
      await this.page.getByRole("button", { name: "Store it" }).click();
    }
    await this.page.keyboard.press("Escape");
  }

  async forgetFirst(): Promise<void> {
    await this.memories
      .first()
      .getByRole("button", { name: /^More about/ })
      .click();
    await this.memories.first().getByRole("button", { name: "Forget" }).click();
  }

  /** Recall at full speed, until it stops by itself. */
  async recallToTheEnd(): Promise<void> {
    await this.speed("max");
    await this.recall.click();
    await expect(this.recall).toHaveText("Recall");
  }
}

/** Runs inside the page. */
function look(): Shown {
  const lab = document.querySelector("hopfield-lab")?.shadowRoot;
  const find = (part: string, what: string): Element[] => [
    ...(lab?.querySelector(part)?.shadowRoot?.querySelectorAll(what) ?? []),
  ];
  const text = (part: string, what: string): string =>
    (find(part, what)[0]?.textContent ?? "").replace(/\s+/g, " ").trim();
  const moment = (name: string): number =>
    Number(find("hopfield-energy-curve", "#curve")[0]?.getAttribute(`aria-${name}`));
  return {
    cells: find("hopfield-pattern-pad", "[role=gridcell]").map((cell) =>
      cell.getAttribute("aria-selected") === "true" ? 1 : -1,
    ),
    energy: Number(text("hopfield-energy-curve", "#energy").replace("−", "-")),
    counts: text("hopfield-energy-curve", "#counts"),
    told: text("hopfield-energy-curve", "#told"),
    verdict: text("hopfield-verdict-line", "#verdict"),
    time: moment("valuenow"),
    end: moment("valuemax"),
  };
}

/** The strokes of a drawing: where each run of active cells in a row begins and ends. */
export function strokes(drawing: Picture): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  drawing.forEach((cell, i) => {
    const last = found.at(-1);
    if (cell !== 1) return;
    if (last?.to === i - 1 && i % SIDE !== 0) last.to = i;
    else found.push({ from: i, to: i });
  });
  return found;
}

/** Red, green and blue of one pixel in every cell, so far across and down the cell (0 to 1). */
function pixels(canvas: Locator, across: number, down: number): Promise<number[][]> {
  return canvas.evaluate(
    (source: HTMLCanvasElement, { across, down, side }) => {
      const copy = new OffscreenCanvas(source.width, source.height);
      const context = copy.getContext("2d", { willReadFrequently: true });
      if (!context) throw new Error("This browser offers no 2-D canvas.");
      context.drawImage(source, 0, 0);
      const pitch = source.width / side;
      return Array.from({ length: side * side }, (_, i) => {
        const [column, row] = [i % side, Math.floor(i / side)];
        const pixel = context.getImageData((column + across) * pitch, (row + down) * pitch, 1, 1);
        return [...pixel.data.slice(0, 3)];
      });
    },
    { across, down, side: SIDE },
  );
}

const near = (a: number[], b: number[], tolerance = 3): boolean =>
  a.every((value, i) => Math.abs(value - (b[i] ?? Number.NaN)) <= tolerance);
