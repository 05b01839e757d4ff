import { expect, test } from "vitest";
import { type Paragraph, type Piece, paragraph, type Table, words } from "../../src/word/pieces.js";
import { keptTogether } from "../../src/word/together.js";

const line = (style: Paragraph["style"], text: string): Paragraph => paragraph(style, [words(text)]);
const row = (text: string) => ({ cells: [{ pieces: [line("Normal", text)] }, { pieces: [line("Normal", text)] }] });
const table = (rows: readonly string[]): Table => ({
  type: "table",
  title: "Tabel",
  widths: [1, 1],
  header: row("kop"),
  rows: rows.map(row),
});
const caption: Piece = { ...line("Caption", "Tabel 1"), keepNext: true };
const kept = (...pieces: Piece[]): Piece[] =>
  keptTogether([{ pieces, header: ["", ""], newPage: true }]).flatMap((part) => part.pieces);
/** For each row, whether all of it stays with the next. */
const rowsOf = (piece: Piece | undefined): boolean[] =>
  piece?.type === "table"
    ? [piece.header, ...piece.rows].map(({ cells }) =>
        cells.every(({ pieces }) => pieces.every((one) => one.type === "paragraph" && one.keepNext === true)),
      )
    : [];

test("a small table stays whole, and a bigger one goes on", () => {
  expect(rowsOf(kept(table(["a", "b", "c"]))[0])).toEqual([true, true, true, false]);
  expect(rowsOf(kept(table(["a", "b".repeat(400), "c"]))[0])).toEqual([false, false, false, false]);
  expect(rowsOf(kept(table("abcdefghi".split("")))[0])).not.toContain(true);
});

test("a heading keeps the table under it, also with a short line between them", () => {
  const isKept = (text: string, style: Paragraph["style"] = "Heading2"): boolean => {
    const [, lead] = kept(line(style, "Kop"), line("Normal", text), caption, table(["a"]));
    return lead?.type === "paragraph" && lead.keepNext === true;
  };
  expect(isKept("Deze acties horen bij paragraaf 3.2.")).toBe(true);
  expect(isKept("Lang. ".repeat(50))).toBe(false);
  expect(isKept("Deze acties horen bij paragraaf 3.2.", "Normal")).toBe(false);
});

test("facts that are read at one glance stay together, and what announces a list stays with it", () => {
  const isKept = (...pieces: Piece[]): boolean[] =>
    kept(...pieces).map((piece) => piece.type === "paragraph" && piece.keepNext === true);
  expect(isKept(line("Fact", "a"), line("FactMore", "b"), line("Fact", "c"), line("Normal", "d"))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(isKept(...Array.from({ length: 13 }, () => line("Fact", "a")))).not.toContain(true);
  const item: Paragraph = { ...line("ListBullet", "x"), item: { kind: "bullet", level: 0, list: 1, start: 1 } };
  expect(
    isKept(line("Normal", "Wij letten op:"), item, line("Normal", "Let ook op:"), line("Normal", "Einde")),
  ).toEqual([true, false, false, false]);
});
