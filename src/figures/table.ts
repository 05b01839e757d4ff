/** The text of a file as a table of cells: which characters it has, what parts them, and that it is whole. */
import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import { counted } from "../dutch.js";
import { UsageError } from "../errors.js";

/** A file that was read. */
export interface FigureFile {
  /** Its name, for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A line of a table, with its number in the file. */
export interface Line {
  readonly number: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly name: string;
  readonly header: readonly string[];
  readonly lines: readonly Line[];
  /** Whether numbers have a comma before what stands behind it: known only where one has. */
  readonly commas: boolean;
}

/** Everything in a file that can't be what it should. */
export const unusable = (name: string, why: string, mend?: string): UsageError =>
  new UsageError(`${name}: ${why} Er is niets gewijzigd.`, mend);

const AGAIN = "Haal het bestand opnieuw op bij de bron, als CSV.";

/** The bytes of a file as text: UTF-8, with or without a mark before it, or Windows-1252. @throws {UsageError} */
export function textOf({ name, bytes }: FigureFile): string {
  if (bytes.length === 0) throw unusable(name, "het bestand is leeg.", AGAIN);
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b)
    throw unusable(
      name,
      "dit is geen CSV, maar een ingepakt bestand (zip of Excel).",
      "Pak het uit, of bewaar het als CSV.",
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

/** A title above a table and the source under it: no cells. */
const isAlone = ({ cells }: Line): boolean => cells.length === 1 || cells.slice(1).every((cell) => cell === "");

/**
 * Reads a file as a table.
 * @throws {UsageError} for what is no table, or only the first part of one
 */
export function tableIn(file: FigureFile): Table {
  const text = textOf(file);
  const lines = linesOf(file.name, text);
  const source = lines.findIndex(
    (line, index) => index > 0 && isAlone(line) && /^(?:©|Bron:)/i.test(line.cells[0] ?? ""),
  );
  const whole = source < 0 ? lines : lines.slice(0, source);
  const start = whole.findIndex((line) => !isAlone(line));
  const head = whole[start];
  if (!head) throw unusable(file.name, "hier staat geen tabel met kolommen.", AGAIN);
  const body = whole.slice(start + 1);
  const width = head.cells.length;
  const short = body.find(({ cells }) => cells.length !== width);
  if (short)
    throw unusable(
      file.name,
      `regel ${short.number} heeft ${counted(short.cells.length, "kolom", "kolommen")} in plaats van ${width}: het bestand is niet heel.`,
      AGAIN,
    );
  if (body.length === 0) throw unusable(file.name, "de tabel heeft geen regels.", AGAIN);
  // The last line of a download that broke off may have all its cells, and yet not all of the last one.
  if (source < 0 && !/[\r\n]$/.test(text) && !text.endsWith('"'))
    throw unusable(
      file.name,
      `regel ${body.at(-1)?.number}, de laatste, heeft geen einde: misschien is het bestand niet heel.`,
      `${AGAIN} Is het heel, zet er dan een lege regel achter.`,
    );
  const header = head.cells.map((cell) => cell.trim());
  const double = header.find((title, index) => header.indexOf(title) !== index);
  if (double !== undefined)
    throw unusable(file.name, `twee kolommen heten “${double}”.`, "Geef elke kolom een eigen naam.");
  return {
    name: file.name,
    header,
    lines: body.map(({ number, cells }) => ({ number, cells: cells.map((cell) => cell.trim()) })),
    commas: body.some(({ cells }) => cells.some((cell) => /^-?\d+,(?:\d{1,2}|\d{4,})$/.test(cell.trim()))),
  };
}

function linesOf(name: string, text: string): Line[] {
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as readonly { readonly info: { readonly lines: number }; readonly record: readonly string[] }[];
    return rows.map(({ info, record }) => ({ number: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number((error as unknown as { lines?: number }).lines ?? 0);
    throw unusable(
      name,
      `${line > 0 ? `bij regel ${line} ` : ""}klopt een aanhalingsteken niet: het bestand is niet heel.`,
      AGAIN,
    );
  }
}

/** What parts the cells: what stands most often, outside quotes, in the first lines. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 4000).replace(/"[^"]*"/g, "");
  const count = (sign: string): number => start.split(sign).length;
  return [";", "\t", ","].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
