// Images as pictures: shrunk to the grid, then every cell darker than a threshold is active.
import { blank, type Picture, type Size } from "./pictures";

/** Bytes and pixels that an image may have: more than any camera makes. */
const LARGEST_FILE = 50e6;
const MOST_PIXELS = 120e6;
/** Pixels across a cell, when the image is shrunk, over which the mean is taken. */
const FINENESS = 8;
/** Shades by which a pixel must differ from the edge to belong to a drawing. */
const DRAWN = 48;
/** Longest side on which the drawing is looked for, and from which on its empty edges are cut off unless told otherwise. */
const LOOKED_AT = 128;
/** Shades of grey. */
const SHADES = 256;

export interface Grey {
  /** One shade a cell, row by row: 0 is black, 255 white. */
  shades: Float32Array;
  /** The shade around the image. */
  edge: number;
  /** The shade that best parts ink from ground in the image. */
  threshold: number;
}

/** An image, decoded. Throws an Error that says what was expected, for whatever is no image or too large a one. */
export async function decoded(file: Blob): Promise<ImageBitmap> {
  if (file.size > LARGEST_FILE) {
    throw new Error(`it has ${Math.round(file.size / 1e6)} megabytes, more than ${LARGEST_FILE / 1e6}`);
  }
  let image: ImageBitmap;
  try {
    image = await createImageBitmap(file);
  } catch {
    throw new Error("this browser cannot read it as an image; PNG, JPEG, GIF and WebP work");
  }
  if (image.width * image.height <= MOST_PIXELS) return image;
  const { width, height } = image;
  image.close();
  throw new Error(`it is ${width} by ${height} pixels large, more than ${MOST_PIXELS / 1e6} million in all`);
}

/** Whether the empty edges of an image are better cut off: not those of a picture drawn pixel by pixel. */
export const wantsCut = ({ width, height }: ImageBitmap): boolean => Math.max(width, height) > LOOKED_AT / 2;

/**
 * An image on a grid, as large as it fits, with what is around it in the shade of its edge; `cut`: only the part of it on which
 * there is something.
 */
export function shrunk(image: ImageBitmap, { rows, columns }: Size, cut: boolean): Grey {
  const whole = { left: 0, top: 0, width: image.width, height: image.height };
  const seen = greyOf(image, whole, LOOKED_AT / Math.max(whole.width, whole.height));
  const edge = edgeOf(seen);
  const part = cut ? drawnPart(seen, edge, whole) : whole;
  const { pixels, width, height } = greyOf(
    image,
    part,
    FINENESS * Math.min(columns / part.width, rows / part.height),
  );

  const [left, top] = [(columns * FINENESS - width) >> 1, (rows * FINENESS - height) >> 1];
  const shades = new Float32Array(rows * columns).fill(edge);
  const share = 1 / FINENESS ** 2;
  pixels.forEach((shade, i) => {
    const row = Math.floor((top + Math.floor(i / width)) / FINENESS);
    const cell = row * columns + Math.floor((left + (i % width)) / FINENESS);
    shades[cell] = (shades[cell] ?? 0) + (shade - edge) * share;
  });
  return { shades, edge, threshold: otsu(seen.pixels) };
}

interface Pixels {
  pixels: Float32Array;
  width: number;
  height: number;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The shade that most of the outermost pixels have, or the middle one of theirs. */
function edgeOf({ pixels, width, height }: Pixels): number {
  const outermost = pixels.filter((_, i) => {
    const [row, column] = [Math.floor(i / width), i % width];
    return row === 0 || row === height - 1 || column === 0 || column === width - 1;
  });
  outermost.sort();
  return outermost[outermost.length >> 1] ?? SHADES - 1;
}

/** The part of an image on which there is something, by what was seen of it; all of it if there is nothing. */
function drawnPart({ pixels, width, height }: Pixels, edge: number, whole: Box): Box {
  let [left, right, top, bottom] = [width, -1, height, -1];
  pixels.forEach((shade, i) => {
    if (Math.abs(shade - edge) < DRAWN) return;
    const [row, column] = [Math.floor(i / width), i % width];
    [left, right] = [Math.min(left, column), Math.max(right, column)];
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
  });
  if (right < 0) return whole;
  const [across, down] = [whole.width / width, whole.height / height];
  return {
    left: left * across,
    top: top * down,
    width: (right - left + 1) * across,
    height: (bottom - top + 1) * down,
  };
}

/** A part of an image at a scale, by luma (ITU-R BT.601); what is transparent counts as white. */
function greyOf(image: ImageBitmap, part: Box, scale: number): Pixels {
  const width = Math.max(1, Math.round(part.width * scale));
  const height = Math.max(1, Math.round(part.height * scale));
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser offers no 2-D canvas.");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingEnabled = scale < 1; // what is enlarged keeps its pixels
  context.imageSmoothingQuality = "high";
  context.drawImage(image, part.left, part.top, part.width, part.height, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = Float32Array.from({ length: width * height }, (_, i) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(4 * i, 4 * i + 3);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  });
  return { pixels, width, height };
}

/**
 * The threshold that parts the shades best: the variance between those below and those above it is greatest.
 * N. Otsu, IEEE Trans. Systems, Man, and Cybernetics 9, 62, 1979.
 */
function otsu(shades: Float32Array): number {
  const counts = new Float64Array(SHADES);
  for (const shade of shades) {
    const place = Math.max(0, Math.min(SHADES - 1, Math.round(shade)));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const total = counts.reduce((sum, count, shade) => sum + shade * count, 0);
  let [below, sum, best] = [0, 0, -1];
  // Between two shades of which none is there, every threshold parts alike: the middle one is taken.
  let [from, to] = [SHADES / 2, SHADES / 2];
  for (let shade = 0; shade < SHADES - 1; shade += 1) {
    below += counts[shade] ?? 0;
    sum += shade * (counts[shade] ?? 0);
    const above = shades.length - below;
    if (below === 0 || above === 0) continue;
    const variance = below * above * (sum / below - (total - sum) / above) ** 2;
    if (variance > best * (1 + 1e-12)) [best, from, to] = [variance, shade, shade];
    else if (variance >= best * (1 - 1e-12)) to = shade;
  }
  return (from + to) / 2 + 0.5;
}

/** Active where it is darker than the threshold, or lighter if `light`. */
export function thresholded({ shades }: Grey, threshold: number, light: boolean, size: Size): Picture {
  const picture = blank(size);
  shades.forEach((shade, cell) => {
    if (shade < threshold !== light) picture[cell] = 1;
  });
  return picture;
}
