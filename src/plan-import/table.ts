/** A table of a document as Markdown, or as a list where that can't be. */
import type { Paragraph, WordCell, WordTable } from "../docx/index.js";
import { paragraphsIn } from "../docx/index.js";
import { one } from "../dutch.js";
import { excerpt } from "../from-word/words.js";
import type { TableColumn } from "../prose/cells.js";
import { escapedWords } from "../prose/escaped.js";
import { parseProse } from "../prose/index.js";
import { fitted } from "../prose/widths.js";
import type { Report } from "./report.js";

type Lines = (paragraph: Paragraph) => string[];

/** @returns parts of a text: as a rule one, the table with its caption */
export function tableText(table: WordTable, caption: string, report: Report, lines: Lines): string[] {
  const width = Math.max(0, ...table.rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)));
  const rows = gridOf(table, width, report, lines);
  const filled = rows.filter((row) => row.some((cell) => cell !== ""));
  const columns = Array.from({ length: width }, (_, index) => index).filter((index) =>
    filled.some((row) => row[index] !== ""),
  );
  const kept = filled.map((row) => columns.map((index) => row[index] ?? ""));
  if (kept.length === 0) return [];
  if (kept.length === 1 || columns.length === 1) {
    // Made to put text in a box.
    report.doubt(`een tabel met één ${one(columns.length, "kolom", "regel")} is gewone tekst geworden`);
    return kept.flat().filter((cell) => cell !== "");
  }
  const [header = [], ...body] = kept;
  const titles = header.map((title, index) => {
    if (title !== "" || index === 0) return title.replace(/^\*\*(.*)\*\*$/, "$1");
    report.doubt(
      `kolom ${index + 1} van de tabel “${excerpt(caption)}” heeft geen kop: zij heet nu Kolom ${index + 1}`,
    );
    return `Kolom ${index + 1}`;
  });
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const text = [`Tabel: ${plain(caption)}`, line(titles), line(titles.map(() => "---")), ...body.map(line)].join("\n");
  const known = parseProse(text).find(({ type }) => type === "table_open")?.meta?.columns as
    | readonly TableColumn[]
    | undefined;
  if (known && fitted(known).fits) return [text];
  report.doubt(`de tabel “${excerpt(caption)}” is te breed voor een bladzijde: zij is een lijst geworden`);
  return [
    `${plain(caption)}:`,
    body
      .map(
        (cells) =>
          `- ${cells
            .map((cell, index) => (cell === "" ? "" : `${titles[index] || "–"}: ${cell}`))
            .filter(Boolean)
            .join("; ")}`,
      )
      .join("\n"),
  ];
}

/** A caption is prose too. */
const plain = (caption: string): string => escapedWords(caption, true);

/** What stands in each cell, in as many columns in every row. */
function gridOf({ rows }: WordTable, width: number, report: Report, lines: Lines): string[][] {
  const above: string[] = [];
  let joined = 0;
  const grid = rows.map(({ cells }) => {
    const row: string[] = [];
    for (const cell of cells) {
      if (cell.span > 1 || cell.continues) joined++;
      const text =
        cell.continues &&
        paragraphsIn(cell.blocks).every(({ pieces }) => pieces.every((piece) => piece.text.trim() === ""))
          ? (above[row.length] ?? "")
          : cellText(cell, report, lines);
      above[row.length] = text;
      row.push(text, ...Array.from({ length: cell.span - 1 }, () => ""));
    }
    return [...row, ...Array.from({ length: Math.max(0, width - row.length) }, () => "")];
  });
  if (joined > 0) report.doubt("in een tabel zijn cellen samengevoegd: kijk of elke cel op zijn plaats staat");
  return grid;
}

function cellText({ blocks }: WordCell, report: Report, lines: Lines): string {
  if (blocks.some(({ type }) => type === "table")) report.doubt("een tabel in een tabel is tekst van een cel geworden");
  const parts = paragraphsIn(blocks)
    .map((paragraph) => ({ text: lines(paragraph).join(" "), item: paragraph.list !== undefined }))
    .filter(({ text }) => text !== "");
  if (parts.some(({ item }) => item)) report.doubt("een lijst in een cel is een opsomming met puntkomma's geworden");
  return parts
    .map(({ text, item }, index) => {
      const last = index === parts.length - 1;
      const ends = /[.!?;:]$/.test(text);
      return text + (last ? "" : item && !ends ? "; " : ends ? " " : ", ");
    })
    .join("");
}
