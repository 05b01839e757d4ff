/**
 * Two editions of a document as one, in which what changed is tracked as Word does it: accepting all gives the new edition, rejecting
 * all the old one. Both are flat lists of paragraphs and tables: what is alike is paired, then compared word by word.
 */

import { likeness, type Pair, pairsOf } from "./pairs.js";
import {
  type Change,
  type Paragraph,
  type Part,
  type Piece,
  type Run,
  type Table,
  type TableCell,
  type TableRow,
  textOf,
} from "./pieces.js";
import type { Revisers } from "./revisers.js";
import { goneRun, mergedRuns, saidOfRun } from "./runs-diff.js";

/** @returns the parts of the new edition, with what is gone among them */
export const redlined = (before: readonly Part[], after: readonly Part[], revisers: Revisers): Part[] =>
  new Redline(revisers).parts(before, after);

/** A piece with the part of the new edition in which it stands. */
interface Placed {
  readonly piece: Piece;
  readonly part: number;
}

class Redline {
  constructor(private readonly revisers: Revisers) {}

  parts(before: readonly Part[], after: readonly Part[]): Part[] {
    const placed = (parts: readonly Part[]): Placed[] =>
      parts.flatMap(({ pieces }, part) =>
        pieces.filter((piece) => !isDerived(piece)).map((piece) => ({ piece, part })),
      );
    const pairs = pairsOf(
      placed(before),
      placed(after),
      ({ piece }) => saidOf(piece),
      ({ piece: a }, { piece: b }) => alike(a, b),
    );
    const moved = movedAmong(pairs, this.revisers);
    const made = after.map((): Piece[] => []);
    let part = 0;
    for (const pair of pairs) {
      if (pair.after) part = pair.after.part;
      const pieces = this.pair(pair.before?.piece, pair.after?.piece, moved);
      made[part]?.push(...apartTables(made[part]?.at(-1), pieces));
    }
    // What comes from other paragraphs stands where it stood.
    return after.map((own, index) => ({ ...own, pieces: withDerived(own.pieces, made[index] ?? []) }));
  }

  private pair(before: Piece | undefined, after: Piece | undefined, moved: ReadonlyMap<Piece, string>): Piece[] {
    if (before && after) return this.merged(before, after);
    if (after) return [this.wholly(after, this.revisers.added([after]), moved.get(after))];
    return before ? [this.wholly(before, this.revisers.removed([before]), moved.get(before))] : [];
  }

  private merged(before: Piece, after: Piece): Piece[] {
    if (before.type === "paragraph" && after.type === "paragraph") return [this.paragraph(before, after)];
    if (before.type === "table" && after.type === "table" && before.widths.length === after.widths.length)
      return [this.table(before, after)];
    return [
      this.wholly(before, this.revisers.removed([before]), undefined),
      this.wholly(after, this.revisers.added([after]), undefined),
    ];
  }

  private paragraph(before: Paragraph, after: Paragraph): Paragraph {
    if (saidOf(before) === saidOf(after)) return after;
    const [removed, added] = [this.revisers.removed([before], [after]), this.revisers.added([after])];
    const comments = this.revisers.comments(before, after);
    const runs = mergedRuns(before.runs, after.runs, { removed, added });
    return { ...after, runs, ...(comments.length > 0 && { comments }) };
  }

  private table(before: Table, after: Table): Table {
    const said = (row: TableRow): string => row.cells.map(saidOfCell).join("\0");
    const first = (row: TableRow): string => (row.cells[0] ? saidOfCell(row.cells[0]) : "");
    const close = (a: TableRow, b: TableRow): number =>
      first(a) === first(b) ? 1 : Math.max(likeness(first(a), first(b)), likeness(said(a), said(b)));
    return {
      ...after,
      header: this.row(before.header, after.header),
      rows: pairsOf(before.rows, after.rows, said, close).map(({ before: old, after: fresh }): TableRow => {
        if (old && fresh) return this.row(old, fresh);
        const row = fresh ?? (old as TableRow);
        const pieces = row.cells.flatMap(({ pieces: own }) => own);
        const change = fresh ? this.revisers.added(pieces) : this.revisers.removed(pieces);
        return this.whollyRow(row, change);
      }),
    };
  }

  private row(before: TableRow, after: TableRow): TableRow {
    return {
      ...after,
      cells: after.cells.map((cell, column) => ({
        ...cell,
        pieces: this.cell(before.cells[column]?.pieces ?? [], cell.pieces),
      })),
    };
  }

  /** A cell always keeps its last paragraph: the last ones of both are paired, and then the others from the end. */
  private cell(before: readonly Piece[], after: readonly Piece[]): Piece[] {
    const made: Piece[] = [];
    const most = Math.max(before.length, after.length);
    for (let back = most; back > 0; back--) {
      const [old, fresh] = [before.at(-back), after.at(-back)];
      made.push(
        ...this.pair(back <= before.length ? old : undefined, back <= after.length ? fresh : undefined, new Map()),
      );
    }
    return made;
  }

  /** What came or went as a whole. What is gone has no name and takes no place in the contents. */
  private wholly(piece: Piece, change: Change, moved: string | undefined): Piece {
    const own = moved === undefined ? change : { ...change, moved };
    if (piece.type === "table") {
      const row = (one: TableRow): TableRow => this.whollyRow(one, change);
      return { ...piece, header: row(piece.header), rows: piece.rows.map(row) };
    }
    const comments =
      change.how === "added" ? this.revisers.comments(undefined, piece) : this.revisers.comments(piece, undefined);
    return { ...inRuns(piece, own), change: own, ...(comments.length > 0 && { comments }) };
  }

  private whollyRow(row: TableRow, change: Change): TableRow {
    const cell = (one: TableCell): TableCell => ({
      ...one,
      pieces: one.pieces.map((piece) =>
        piece.type === "paragraph" ? inRuns(piece, change) : this.wholly(piece, change, undefined),
      ),
    });
    return { cells: row.cells.map(cell), change };
  }
}

const isDerived = (piece: Piece): boolean => piece.type === "paragraph" && piece.derived === true;

function inRuns(paragraph: Paragraph, change: Change): Paragraph {
  if (change.how === "added") return { ...paragraph, runs: paragraph.runs.map((run): Run => ({ ...run, change })) };
  const { anchors: _, outline: __, ...rest } = paragraph;
  return { ...rest, runs: paragraph.runs.map((run) => goneRun(run, change)) };
}

/** What a piece says: paragraphs with the same words in another style are the same, as styles aren't tracked. */
function saidOf(piece: Piece): string {
  if (piece.type === "table")
    return `\0table ${[piece.header, ...piece.rows].map((row) => row.cells.map(saidOfCell).join("\0")).join("\n")}`;
  return piece.runs.map(saidOfRun).join("");
}

const saidOfCell = ({ pieces }: TableCell): string => pieces.map(saidOf).join("\n");

/** How much two pieces have in common; a heading becomes no text, and a table no paragraph. */
function alike(a: Piece, b: Piece): number {
  if (a.type !== b.type) return 0;
  if (a.type === "table" || b.type === "table") {
    if (a.type !== "table" || b.type !== "table" || a.widths.length !== b.widths.length) return 0;
    return a.title === b.title ? 1 : likeness(saidOf(a), saidOf(b));
  }
  const sameStyle = a.style === b.style || !(/Heading|Title/.test(a.style) || /Heading|Title/.test(b.style));
  return sameStyle ? likeness(saidOf(a), saidOf(b)) * (a.style === b.style ? 1 : 0.8) : 0;
}

/** Shorter paragraphs stand in more places than one without having moved. */
const LONG_ENOUGH = 25;

/** The name of the way of each paragraph that only stands elsewhere. */
function movedAmong(pairs: readonly Pair<Placed>[], { added, removed }: Revisers): ReadonlyMap<Piece, string> {
  const gone = pairs.flatMap(({ before, after }) => (before && !after ? [before.piece] : []));
  const come = pairs.flatMap(({ before, after }) => (after && !before ? [after.piece] : []));
  const moved = new Map<Piece, string>();
  for (const piece of come) {
    if (
      piece.type !== "paragraph" ||
      textOf(piece.runs).length < LONG_ENOUGH ||
      piece.runs.some(({ type }) => type === "note")
    )
      continue;
    const origin = gone.find((one) => one.type === "paragraph" && !moved.has(one) && saidOf(one) === saidOf(piece));
    // The standard asks when it moved (ISO/IEC 29500-1, 17.13.5.24): otherwise it went here and came there.
    if (!origin || !removed([origin]).by.date || !added([piece]).by.date) continue;
    const name = `move${moved.size / 2 + 1}`;
    moved.set(origin, name);
    moved.set(piece, name);
  }
  return moved;
}

/** Two tables right after each other would be one. */
function apartTables(last: Piece | undefined, pieces: readonly Piece[]): Piece[] {
  const made: Piece[] = [];
  for (const piece of pieces) {
    if (piece.type === "table" && (made.at(-1) ?? last)?.type === "table")
      made.push({ type: "paragraph", style: "SectionEnd", runs: [] });
    made.push(piece);
  }
  return made;
}

/** Puts what comes from other paragraphs back after what it came after. */
function withDerived(original: readonly Piece[], made: readonly Piece[]): Piece[] {
  const at = original.findIndex(isDerived);
  if (at < 0) return [...made];
  const derived = original.filter(isDerived);
  const before = original.slice(0, at).length;
  // Only a heading stands before the contents.
  let seen = 0;
  const index = made.findIndex((piece) => {
    if (piece.type !== "paragraph" || piece.change?.how !== "removed") seen++;
    return seen === before;
  });
  return [...made.slice(0, index + 1), ...derived, ...made.slice(index + 1)];
}
