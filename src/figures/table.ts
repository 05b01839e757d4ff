/** The text of a file as a table of cells: which characters it has, what parts them, and that it is whole. */
import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import { counted } from "../dutch.js";
import { UsageError } from "../errors.js";
import { headRows, type Line } from "./heads.js";

export type { Line } from "./heads.js";

/** A file that was read. */
export interface FigureFile {
  /** Its name, for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A table as it stands in a file. */
export interface Grid {
  readonly name: string;
  /** The lines above the figures that say what they are: one, or more in a table that was laid out by a person. */
  readonly heads: readonly (readonly string[])[];
  readonly lines: readonly Line[];
  /** Notes under the table, which are no part of it. */
  readonly notes: readonly Line[];
}

/** A table with one title for each column. */
export interface Table {
  readonly name: string;
  readonly header: readonly string[];
  readonly lines: readonly Line[];
  /** The column with the figures, where that is known. */
  readonly measure?: number;
}

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly index: number;
}

/** Whether a column numbers the lines, as some programs do: by its title, and by what stands in it from the first line on. */
export const isCount = (title: string, cells: readonly string[]): boolean =>
  /^(?:id|nr\.?|#|rij|)$/i.test(title) && cells.every((cell, at) => Number(cell || "x") - Number(cells[0]) === at);

/** Everything in a file that can't be what it should. */
export const unusable = (name: string, why: string, mend?: string): UsageError =>
  new UsageError(`${name}: ${why} Er is niets gewijzigd.`, mend);

const AGAIN = "Haal het bestand opnieuw op bij de bron, als CSV.";

/** More than a whole table of CBS has; what is far bigger would take the memory of the machine. */
const MOST_BYTES = 60e6;
const MOST_LINES = 1_000_000;
const LONGEST_LINE = 100_000;
const FEWER = "Kies bij de bron alleen de gemeenten en jaren van het plan.";

/** The bytes of a file as text: UTF-8, with or without a mark before it, or Windows-1252. @throws {UsageError} */
export function textOf({ name, bytes }: FigureFile): string {
  if (bytes.length === 0) throw unusable(name, "het bestand is leeg.", AGAIN);
  if (bytes.length > MOST_BYTES)
    throw unusable(name, `het bestand is te groot (${Math.round(bytes.length / 1e6)} MB).`, FEWER);
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b)
    throw unusable(
      name,
      "dit is geen CSV, maar een ingepakt bestand (zip of Excel).",
      "Pak het uit, of sla het op als CSV.",
    );
  const wide =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : undefined;
  const text = wide ? new TextDecoder(wide).decode(bytes) : narrow(bytes);
  if (text.includes("\0")) throw unusable(name, "dit is geen tekst.", AGAIN);
  const start = text.trimStart().slice(0, 400);
  if (/^(?:<!doctype|<html|<\?xml|<[a-z]+[\s>])/i.test(start) || /<html[\s>]/i.test(start))
    throw unusable(name, "dit is een webpagina, geen tabel: de bron gaf waarschijnlijk een foutmelding.", AGAIN);
  if (/^[{[]/.test(start) && /[:}\]]/.test(start)) throw unusable(name, "dit is JSON, geen CSV.", AGAIN);
  return text;
}

function narrow(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** A title above a table, and the source and notes under it: no cells. */
const isAlone = ({ cells }: Line): boolean => cells.slice(1).every((cell) => cell === "");

const isSource = (line: Line): boolean => isAlone(line) && /^(?:©|bron\b)/i.test(line.cells[0] ?? "");

/** Words under a table, such as what a star means; not the name of a place, nor the start of a line that broke off. */
const isNote = (line: Line): boolean =>
  isAlone(line) &&
  /^(?:\*|\d\)|(?:noot|toelichting|let op|peildatum|gedownload|opmerking|laatst)\b)|.\s.*\s.*\s/i.test(
    line.cells[0] ?? "",
  );

/**
 * Reads a file as a table.
 * @param oneHead whether it is made by a program, with one line of titles
 * @throws {UsageError} for what is no table, or only the first part of one
 */
export function gridIn(file: FigureFile, oneHead = false): Grid {
  const text = textOf(file);
  const lines = linesOf(file.name, text);
  const source = lines.findIndex((line, index) => index > 0 && isSource(line));
  const above = source < 0 ? lines : lines.slice(0, source);
  const below = source < 0 ? [] : lines.slice(source + 1);
  const second = below.find((line) => !isAlone(line));
  if (second)
    throw unusable(
      file.name,
      `onder de bron, op regel ${second.number}, staat nog een tabel.`,
      "Sla elke tabel op in een eigen bestand.",
    );
  const start = above.findIndex((line) => !isAlone(line));
  if (start < 0) throw unusable(file.name, "hier staat geen tabel met kolommen.", AGAIN);
  const last = above.findLastIndex((line) => !isNote(line)) + 1;
  const whole = above.slice(start, Math.max(last, start + 1));
  const heads = oneHead ? whole.slice(0, 1) : headRows(whole);
  const body = whole.slice(heads.length);
  const width = Math.max(...heads.map(({ cells }) => filled(cells)));
  const wrong = whole.find(({ cells }) => cells.length < width || filled(cells) > width);
  if (wrong)
    throw unusable(
      file.name,
      `regel ${wrong.number} heeft ${counted(wrong.cells.length, "kolom", "kolommen")} in plaats van ${width}: het bestand is niet heel.`,
      AGAIN,
    );
  if (body.length === 0) throw unusable(file.name, "de tabel heeft geen regels.", AGAIN);
  // The last line of a download that broke off may have all its cells, and yet not all of the last one.
  if (source < 0 && !/[\r\n]$/.test(text) && !text.endsWith('"'))
    throw unusable(
      file.name,
      `regel ${lines.at(-1)?.number}, de laatste, heeft geen einde: misschien is het bestand niet heel.`,
      `${AGAIN} Is het heel, zet er dan een lege regel achter.`,
    );
  return {
    name: file.name,
    heads: heads.map(({ cells }) => cells.slice(0, width)),
    lines: body.map(({ number, cells }) => ({ number, cells: cells.slice(0, width) })),
    notes: [...above.slice(Math.max(last, start + 1)), ...below],
  };
}

/** Reads a file as a table with one line of titles. @throws {UsageError} as {@link gridIn}, and for titles that are there twice */
export function tableIn(file: FigureFile): Table {
  const { name, heads, lines } = gridIn(file, true);
  return titled({ name, header: heads[0] ?? [], lines });
}

/** @throws {UsageError} when two columns have one title */
export function titled(table: Table): Table {
  const { header, name } = table;
  const seen = new Set<string>();
  const double = header.find((title) => seen.size === seen.add(title).size);
  if (double !== undefined) throw unusable(name, `twee kolommen heten “${double}”.`, "Geef elke kolom een eigen naam.");
  return table;
}

/** How many columns have something, up to the last. */
const filled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell !== "") + 1;

/** The lines that have something. */
function linesOf(name: string, text: string): Line[] {
  // Excel understands, and may write, a first line that says what parts the cells.
  const [own, told] = /^\ufeff?"?sep=(.)"?[;,\t ]*(?:\r\n|\n|\r)/i.exec(text) ?? [];
  const delimiter = told ?? delimiterOf(text);
  const all: Line[] = [];
  try {
    parse(own === undefined ? text : `\n${text.slice(own.length)}`, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_LINE,
      on_record: (record, { lines }) => {
        if (all.length >= MOST_LINES) throw unusable(name, `het bestand heeft meer dan ${MOST_LINES} regels.`, FEWER);
        const cells = record.map(onOneLine);
        if (cells.some((cell) => cell !== "")) all.push({ number: lines, cells });
        return null;
      },
    });
    return all;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === "CSV_MAX_RECORD_SIZE")
      throw unusable(
        name,
        `een regel is langer dan ${LONGEST_LINE} tekens: dit is geen tabel, of een aanhalingsteken ontbreekt.`,
        AGAIN,
      );
    const line = Number((error as unknown as { lines?: number }).lines ?? 0);
    throw unusable(
      name,
      `${line > 0 ? `bij regel ${line} ` : ""}klopt een aanhalingsteken niet: het bestand is niet heel.`,
      AGAIN,
    );
  }
}

/** A cell without its line breaks. Digits on two lines are two numbers, not thousands with a blank between them. */
const onOneLine = (cell: string): string =>
  cell
    .trim()
    .replace(/(?<=\d)[^\S\r\n]*[\r\n]\s*(?=\d)/g, " / ")
    .replace(/\s+/g, " ");

/** What parts the cells: what stands most often, outside quotes, in the first lines. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 4000).replace(/"[^"]*"/g, "");
  const count = (sign: string): number => start.split(sign).length;
  return [";", "\t", ","].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
