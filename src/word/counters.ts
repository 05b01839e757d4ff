/** What is numbered in the order in which a document is read. */
import type { Run } from "./pieces.js";

export class Counters {
  table = 0;
  figure = 0;
  list = 0;
  note = 0;

  /** "Tabel 3 ", of which Word knows that it counts tables. */
  tableLabel = (): Run[] => label("Tabel", ++this.table);
  figureLabel = (): Run[] => label("Figuur", ++this.figure);
}

const label = (name: string, number: number): Run[] => [
  { type: "words", text: `${name} `, look: { bold: true } },
  { type: "field", instruction: `SEQ ${name} \\* ARABIC`, text: String(number), look: { bold: true } },
  { type: "words", text: " " },
];
