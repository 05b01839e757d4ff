/**
 * A document as Word sees it, before it is XML: paragraphs and tables one after the other. All that knows the blocks of a
 * document makes these (`blocks.ts`); all that knows Word's XML reads them (`body.ts`). Comparing works on them too.
 */
import type { Reviser } from "../documents/index.js";
import type { Drawing } from "./charts/index.js";
import type { ParagraphStyle } from "./style-names.js";

/** How words look that are not as the rest of their paragraph. */
export interface Look {
  readonly bold?: true;
  readonly italic?: true;
  readonly superscript?: true;
  readonly code?: true;
  /** Of the open points, of what is gone and of what is new. */
  readonly mark?: "open" | "gone" | "new";
  /** The name of a colour of the house. */
  readonly colour?: string;
  /** The language of words that aren't Dutch (ISO 639-1). */
  readonly language?: string;
}

/** Where a link leads: within the document, or to the web. */
export type Target = { readonly anchor: string; readonly tip?: string } | { readonly address: string };

/** What a comparison found out: see `redline.ts`. */
export interface Change {
  readonly how: "added" | "removed";
  readonly by: Reviser;
  /** It only stands elsewhere now; both ends of the way have this name. */
  readonly moved?: string;
}

/** Words of a paragraph: a tab is a tab, and a line end a line break. */
export interface Words {
  readonly type: "words";
  readonly text: string;
  readonly look?: Look;
  readonly link?: Target;
  readonly change?: Change;
}

/** A number that Word counts by itself, with what it is now. */
export interface Field {
  readonly type: "field";
  readonly instruction: string;
  /** What it refers to, if anything. */
  readonly anchor?: string;
  /** What it gives now. */
  readonly text: string;
  readonly look?: Look;
  readonly change?: Change;
}

/** A footnote: its sign stands here, its text at the foot of the page. */
export interface Note {
  readonly type: "note";
  readonly text: readonly Paragraph[];
  /** By which name another sign can refer to it. */
  readonly anchor: string;
  readonly change?: Change;
}

/** An image, with its size in the text. */
export interface Image {
  readonly type: "image";
  readonly file: string;
  readonly alt: string;
  /** The largest it may be, in twips. */
  readonly room: { readonly width: number; readonly height: number };
  readonly change?: Change;
}

/** A chart that Word draws, with what it shows in words. */
export interface ChartRun {
  readonly type: "chart";
  readonly name: string;
  readonly alt: string;
  readonly drawing: Drawing;
  readonly change?: Change;
}

export type Run = Words | Field | Note | Image | ChartRun;

/** What makes an item of a paragraph. */
export interface Item {
  /** `plain` has a code of its own in front of its text in the place of a sign. */
  readonly kind: "bullet" | "number" | "plain";
  /** From 0. */
  readonly level: number;
  /** Tells lists with numbers apart: each begins by itself. */
  readonly list: number;
  /** With which number the list begins. */
  readonly start: number;
}

export interface Paragraph {
  readonly type: "paragraph";
  readonly style: ParagraphStyle;
  readonly runs: readonly Run[];
  /** The names by which links find it. */
  readonly anchors?: readonly string[];
  readonly item?: Item;
  /** How deep it stands in a list without being an item itself: from 1. */
  readonly within?: number;
  /** It stands in a box: a list in a callout. */
  readonly box?: "callout" | "open";
  /** It stays on the page of what follows. */
  readonly keepNext?: true;
  /** Space above it that its style hasn't, in points. */
  readonly above?: number;
  readonly align?: "centre" | "right";
  /** The level of its heading in the contents, from 1; small headings have none. */
  readonly outline?: number;
  /** No text of the document itself: it comes from other paragraphs, as the lines of the contents do. */
  readonly derived?: true;
  /** Where a field begins or ends that holds more than this paragraph. */
  readonly opens?: string;
  readonly closes?: true;
  /** Of the paragraph as such: whether it was set apart from the next one. */
  readonly change?: Change;
  /** The numbers of the comments on it. */
  readonly comments?: readonly number[];
}

export interface TableCell {
  readonly pieces: readonly Piece[];
  readonly header?: "column" | "row";
  readonly upright?: true;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly change?: Change;
}

export interface Table {
  readonly type: "table";
  /** For who hears it. */
  readonly title: string;
  /** How wide each column is, in parts of the whole. */
  readonly widths: readonly number[];
  /** The row that stands at the top of each page. */
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
  /** It is too wide for a page that stands upright. */
  readonly wide?: true;
}

export type Piece = Paragraph | Table;

/** Pages with the same running headers and the same way up. */
export interface Part {
  readonly pieces: readonly Piece[];
  /** What stands above each page, at the left and at the right. */
  readonly header: readonly [left: string, right: string];
  readonly landscape?: true;
  /** The first page has no header and no number. */
  readonly cover?: true;
  /** It begins on a new page; otherwise it goes on where the part before it ended. */
  readonly newPage: boolean;
}

/** What Word shows of runs in words: no signs of notes and no images. */
export const textOf = (runs: readonly Run[]): string =>
  runs.map((run) => (run.type === "words" || run.type === "field" ? run.text : "")).join("");

/** Every paragraph of pieces in the order in which they are read: those of cells, and of footnotes right after what has their sign. */
export function* paragraphsIn(pieces: readonly Piece[]): Generator<Paragraph> {
  for (const piece of pieces) {
    if (piece.type === "paragraph") {
      yield piece;
      for (const run of piece.runs) if (run.type === "note") yield* run.text;
      continue;
    }
    for (const { cells } of [piece.header, ...piece.rows]) for (const cell of cells) yield* paragraphsIn(cell.pieces);
  }
}

export const words = (text: string, look?: Look): Run => ({ type: "words", text, ...(look && { look }) });

export const paragraph = (style: ParagraphStyle, runs: readonly Run[]): Paragraph => ({
  type: "paragraph",
  style,
  runs,
});
