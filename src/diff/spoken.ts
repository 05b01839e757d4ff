/** How tables, pictures and footnotes read where there is no room for what they look like. */
import { closing } from "../prose/sentences.js";
import { isStructured, type Table, type Unit, unitsOf } from "../prose/units.js";

/** A cell as its words: `\|` is a stroke. */
export const cellText = (text = ""): string => text.replaceAll("\\|", "|");

/** A table as lines for readers: its caption, each row with the header of each cell, and its source. */
export const tableLines = ({ caption, source, header, rows }: Table): string[] => [
  ...(caption ? [caption] : []),
  ...rows.map((row) => rowLine(header, row)),
  ...(source ? [`Bron: ${source}`] : []),
];

/** A row of a table: "Best: 2024 41; 2025 29". */
export function rowLine(header: readonly string[], [name = "", ...others]: readonly string[]): string {
  const told = others.map((own, index) => `${cellText(header[index + 1])} ${cellText(own) || "leeg"}`);
  return [cellText(name), told.join("; ")].filter(Boolean).join(": ");
}

const noteSign = /\[\^[^\]\s]+\](?!:)/g;

/** Where a text refers to a footnote. */
export const withNoteWords = (text: string): string => text.replace(noteSign, " (voetnoot)");

/** A text of which everything reads as paragraphs. Pure. */
export const spoken = (text: string): string =>
  isStructured(text) ? unitsOf(text).flatMap(lines).map(withNoteWords).join("\n\n") : text;

function lines(unit: Unit): string[] {
  switch (unit.kind) {
    case "table":
      return tableLines(unit).map((line) => `${line}${closing(line)}`);
    case "picture":
      return [unit.image, unit.caption, unit.source && `Bron: ${unit.source}`].filter(Boolean);
    case "words":
      return [`${/\]:/.test(unit.sign) ? "Voetnoot: " : unit.sign.replace(/[>]/g, "").trimStart()}${unit.text}`];
  }
}
