// What surveys found, as files: tables for other programs, and pictures.
import { download } from "./download";
import type { Picture } from "./pictures";
import type { Attractor } from "./survey-core";
import type { Question } from "./surveys";

type Value = string | number;

/** A picture as text, row by row: 1 for an active cell. */
export const bits = (picture: Picture): string =>
  Array.from(picture, (cell) => (cell === 1 ? "1" : "0")).join("");

/** Comma-separated values; lines before the table begin with # and say what was asked of which network. */
export function csv(question: Question, about: string[], columns: string[], rows: Value[][]): string {
  const { setup, seed } = question;
  const { rows: high, columns: wide, rule, parameter, bias, slept, memories } = setup;
  const lines = [
    ...about,
    `Grid: ${high} rows, ${wide} columns.`,
    `Rule: ${rule}, parameter ${parameter ?? "as usual"}; bias ${bias ? "on" : "off"}; ${
      slept ? `asleep: ${slept.dreams} dreams, ${slept.daydreams} daydreams of 1/${slept.fineness}` : "awake"
    }.`,
    `Seed: ${seed}.`,
    ...memories.map(
      ({ name, picture }, i) => `Memory ${i + 1}: ${name}, ${bits(picture)} (row by row, 1 is active)`,
    ),
  ];
  const header = lines.map((line) => `# ${line.replace(/\s+/g, " ")}`);
  return [...header, ...[columns, ...rows].map((row) => row.map(cell).join(","))].join("\r\n");
}

/** Quoted where it has to be (RFC 4180); a name that a spreadsheet would take for a formula is kept from being one. */
function cell(value: Value): string {
  const text = typeof value === "string" ? value.replace(/^[=+\-@\t\r]/, "'$&") : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The memories that an end is made of, "not" before one whose negative it is. */
export const whose = ({ memories, signs }: Attractor, all: readonly { name: string }[]): string =>
  memories.map((memory, i) => `${signs[i] === -1 ? "not " : ""}${all[memory]?.name ?? ""}`).join(" + ");

export const saveText = (name: string, text: string): void =>
  download(new Blob([text], { type: "text/csv" }), name);

/** Fails where the browser makes no picture of a canvas. */
export async function savePicture(name: string, canvas: HTMLCanvasElement): Promise<void> {
  const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, "image/png"));
  if (!blob) throw new Error("The browser could not make a picture of it.");
  download(blob, name);
}
