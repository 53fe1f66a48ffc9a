// Pictures as short text, for links and attributes: "digit:7", "letter:A", or the cells themselves as base64url bits.
import { digits, type Example, letters } from "./examples";
import { blank, cellsOf, drawn, type Picture, type Size } from "./pictures";
import { clipped } from "./quote";

/** The examples by the codes of their pictures, on grids of the size last asked for. */
let known = { size: "", examples: new Map<string, Example>() };

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Letters that a grid takes: its cells fill whole bytes, and bytes letters of six bits. 11 for 8x8. */
const codeLength = (size: Size): number => Math.ceil((Math.ceil(cellsOf(size) / 8) * 8) / 6);

/**
 * The cells of a picture as bits, 1 where a cell is active, row by row from the highest bit of the first byte, in base64url
 * without padding (RFC 4648, section 5). In NumPy: base64.urlsafe_b64encode(numpy.packbits(picture > 0)).rstrip(b"=").
 */
export function encodePicture(picture: Picture): string {
  const size = { rows: 1, columns: picture.length };
  let code = "";
  for (let place = 0; place < codeLength(size); place += 1) {
    let bits = 0;
    for (let bit = 0; bit < 6; bit += 1) bits = 2 * bits + (picture[6 * place + bit] === 1 ? 1 : 0);
    code += ALPHABET[bits];
  }
  return code;
}

/** A picture from its code. Throws a RangeError that says what was expected and what came. */
export function decodePicture(code: string, size: Size): Picture {
  const expected = `${codeLength(size)} letters of base64url for ${size.rows} by ${size.columns} cells`;
  const letters = code.replace(/=+$/, "");
  if (letters.length !== codeLength(size))
    throw new RangeError(`expected ${expected}, got ${letters.length}`);
  const picture = blank(size);
  for (let place = 0; place < letters.length; place += 1) {
    const bits = ALPHABET.indexOf(letters.charAt(place));
    if (bits < 0) throw new RangeError(`expected ${expected}, got "${letters.charAt(place)}" among them`);
    for (let bit = 0; bit < 6; bit += 1) {
      if (!((bits >> (5 - bit)) & 1)) continue;
      if (6 * place + bit >= picture.length) throw new RangeError(`expected ${expected}, got one more cell`);
      picture[6 * place + bit] = 1;
    }
  }
  return picture;
}

/** The example that a picture shows, if any. */
export function exampleOf(picture: Picture, size: Size): Example | undefined {
  const { rows, columns } = size;
  if (known.size !== `${rows}x${columns}`) {
    // Where two look the same, on very small grids, it is the first.
    const coded = [...digits, ...letters].map(
      (example) => [encodePicture(drawn(example, size)), example] as const,
    );
    known = { size: `${rows}x${columns}`, examples: new Map(coded.reverse()) };
  }
  return known.examples.get(encodePicture(picture));
}

/** A picture by its name where it has one, else by its code: `readPicture` reads it. */
export function writePicture(picture: Picture, size: Size): string {
  const example = exampleOf(picture, size);
  if (!example) return encodePicture(picture);
  const value = digits.indexOf(example);
  return value < 0 ? `letter:${example.name}` : `digit:${value}`;
}

/** A picture by its name, "digit:7" or "letter:A", or by its code, with what one would call it. */
export function readPicture(text: string, size: Size): { picture: Picture; name?: string } {
  const [kind = "", which] = text.split(/:(.*)/s);
  if (which === undefined) return { picture: decodePicture(text, size) };
  const named = NAMED.get(kind);
  const example = named?.find(which);
  if (!example) {
    const expected = named?.names ?? NAMES;
    throw new RangeError(`expected ${expected}, got "${clipped(text)}"`);
  }
  return { picture: drawn(example, size), name: example.name };
}

/** Examples by name: a kind, a colon, and which. */
const NAMED = new Map<string, { names: string; find(which: string): Example | undefined }>([
  [
    "digit",
    {
      names: "digit:0 to digit:9",
      find: (which) => (/^\d$/.test(which) ? digits[Number(which)] : undefined),
    },
  ],
  [
    "letter",
    {
      names: "letter:A to letter:Z",
      find: (which) => letters.find(({ name }) => name === which.toUpperCase()),
    },
  ],
]);

/** The names that there are, for sentences. */
export const NAMES = [...NAMED.values()].map(({ names }) => names).join(", ");
