// Node has no canvas: a stand-in counts the strokes, and is as strict as a real one where that throws.

/** As a canvas in a browser: it ignores what is no finite number, but throws at a negative radius. */
export class CanvasRenderingContext2D {
  strokes = 0;

  arc(_x, _y, radius) {
    this.strokes++;
    if (radius < 0) throw new DOMException("The radius is negative.", "IndexSizeError");
  }

  roundRect(_x, _y, _width, _height, radius) {
    this.strokes++;
    if (radius < 0) throw new RangeError("The radius is negative.");
  }

  measureText(text) {
    return { width: 7 * text.length };
  }
}
const strokes = [
  "beginPath",
  "clearRect",
  "fill",
  "fillRect",
  "fillText",
  "lineTo",
  "moveTo",
  "quadraticCurveTo",
];
for (const name of [...strokes, "rect", "setLineDash", "stroke", "strokeRect"]) {
  CanvasRenderingContext2D.prototype[name] = function () {
    this.strokes++;
  };
}
globalThis.CanvasRenderingContext2D = CanvasRenderingContext2D;

/** What a page tells the painter. */
export const COLOURS = {
  ...{ active: "purple", inactive: "white", ink: "black", paper: "white", muted: "grey", line: "silver" },
  ...{ positive: "red", negative: "blue", memories: ["teal", "olive"], font: "sans-serif" },
};
