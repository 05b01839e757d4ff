/**
 * What stays on one page: a small table, facts that are read at one glance, what announces a list with its first item, and a
 * heading with the line and the table under it.
 */
import { type Paragraph, type Part, type Piece, paragraphsIn, type Table, type TableRow, textOf } from "./pieces.js";

/** A table with no more rows and letters than this is read at one glance; a bigger one may go on, row by row. */
const [MOST_ROWS, MOST_LETTERS] = [8, 700];
const MOST_FACTS = 12;
/** A line that only leads to what is under it. */
const LONGEST_LEAD = 200;

/** Pure. @returns the same with signs that keep pieces on the page of what follows */
export const keptTogether = (parts: readonly Part[]): Part[] =>
  parts.map((part) => ({
    ...part,
    pieces: part.pieces.map((piece, index) => {
      if (piece.type === "table") return isSmall(piece) ? whole(piece) : piece;
      const next = part.pieces[index + 1];
      return leads(part.pieces, index) || announces(piece, next) || isAmongFacts(part.pieces, index)
        ? { ...piece, keepNext: true }
        : piece;
    }),
  }));

/** Whether a piece is a short line between a heading and a table with its caption. */
function leads(pieces: readonly Piece[], index: number): boolean {
  const [piece, caption, table] = pieces.slice(index, index + 3);
  const before = pieces[index - 1];
  return (
    before?.type === "paragraph" &&
    before.style.startsWith("Heading") &&
    piece?.type === "paragraph" &&
    textOf(piece.runs).length <= LONGEST_LEAD &&
    caption?.type === "paragraph" &&
    caption.keepNext === true &&
    table?.type === "table"
  );
}

const announces = (piece: Paragraph, next: Piece | undefined): boolean =>
  next?.type === "paragraph" && next.item !== undefined && /:\s*$/.test(textOf(piece.runs));

const isFact = (piece: Piece | undefined): boolean =>
  piece?.type === "paragraph" && (piece.style === "Fact" || piece.style === "FactMore");

/** Whether a piece is a fact with another one after it, of no more than a few. */
function isAmongFacts(pieces: readonly Piece[], index: number): boolean {
  if (!isFact(pieces[index]) || !isFact(pieces[index + 1])) return false;
  const from = pieces.findLastIndex((piece, at) => at < index && !isFact(piece)) + 1;
  const to = pieces.findIndex((piece, at) => at > index && !isFact(piece));
  return (to < 0 ? pieces.length : to) - from <= MOST_FACTS;
}

const isSmall = ({ header, rows }: Table): boolean =>
  rows.length <= MOST_ROWS && lettersIn([header, ...rows]) <= MOST_LETTERS;

const lettersIn = (rows: readonly TableRow[]): number =>
  rows
    .flatMap(({ cells }) => cells.flatMap(({ pieces }) => [...paragraphsIn(pieces)]))
    .reduce((sum, { runs }) => sum + textOf(runs).length, 0);

/** Word keeps rows together by the paragraphs in all but the last. */
function whole(table: Table): Table {
  const kept = (row: TableRow): TableRow => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      pieces: cell.pieces.map((piece) => (piece.type === "paragraph" ? { ...piece, keepNext: true as const } : piece)),
    })),
  });
  return {
    ...table,
    header: kept(table.header),
    rows: [...table.rows.slice(0, -1).map(kept), ...table.rows.slice(-1)],
  };
}
