/** The prose of a document as paragraphs and tables. */
import type { Token } from "markdown-it";
import type { Document } from "../documents/index.js";
import type { TableColumn } from "../prose/cells.js";
import { parseProse, withoutNotes } from "../prose/index.js";
import { closing } from "../prose/sentences.js";
import { fitted } from "../prose/widths.js";
import type { Counters } from "./counters.js";
import { Lines } from "./lines.js";
import { Notes } from "./notes.js";
import {
  type Item,
  type Look,
  type Paragraph,
  type Piece,
  paragraph,
  type Run,
  type Table,
  type TableCell,
  words,
} from "./pieces.js";
import { cellStyle, type ParagraphStyle } from "./style-names.js";

/** Where prose stands: how its paragraphs look, and in what. */
export interface Around {
  readonly style: ParagraphStyle;
  readonly box?: Paragraph["box"];
  /** What is shown of all its words. */
  readonly look?: Look;
  readonly align?: Paragraph["align"];
}

/** Within what tokens stand. */
interface Place extends Around {
  /** How many lists are around it. */
  readonly depth: number;
}

/** Makes paragraphs of the prose of one document. */
export class Prose {
  private readonly lines: Lines;
  /** The words of a text alone. */
  readonly plain: (text: string) => string;

  constructor(
    document: Pick<Document, "links" | "images">,
    private readonly counters: Counters,
  ) {
    this.lines = new Lines(document);
    this.plain = this.lines.plain;
  }

  /** Paragraphs, lists, tables, quotes and pictures. */
  block(text: string, around: Around): Piece[] {
    const tokens = parseProse(text);
    const notes = new Notes(
      tokens,
      (own, others) => this.pieces(own, { style: "FootnoteText", depth: 0 }, others),
      this.counters,
    );
    return this.pieces(withoutNotes(tokens), { ...around, depth: 0 }, notes);
  }

  /** A text that stands within a line, if it is one; otherwise paragraphs of which the first has something in front of it. */
  after(lead: readonly Run[], text: string, first: Paragraph, around: Around): Piece[] {
    const [head, ...others] = this.block(text, around);
    if (head?.type !== "paragraph" || head.item)
      return [...(lead.length > 0 ? [{ ...first, runs: lead }] : []), ...(head ? [head] : []), ...others];
    return [{ ...first, runs: [...lead, ...head.runs] }, ...others];
  }

  private pieces(tokens: readonly Token[], place: Place, notes: Notes): Piece[] {
    const made: Piece[] = [];
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index] as Token;
      if (token.nesting !== 1) continue;
      const end = endOf(tokens, index);
      const inner = tokens.slice(index + 1, end);
      made.push(...this.piece(token, inner, place, notes));
      index = end;
    }
    return made;
  }

  private piece(open: Token, inner: readonly Token[], place: Place, notes: Notes): Piece[] {
    switch (open.type) {
      case "paragraph_open":
        return this.paragraph(inner[0], place, notes);
      case "bullet_list_open":
      case "ordered_list_open":
        return this.list(open, inner, place, notes);
      case "table_open":
        return this.table(open, inner, place, notes);
      case "blockquote_open":
        return this.pieces(inner, { ...place, style: "Quote" }, notes);
      case "speaker_open":
        return [paragraph("Speaker", [words("— "), ...this.lines.of(inner[0], notes)])];
      case "picture_open":
        return this.picture(inner, notes);
      case "table_source_open":
        return [paragraph("Source", [words("Bron: "), ...this.lines.of(inner[0], notes)])];
      // A quote with who said it, and whatever else only holds what there is to say.
      default:
        return this.pieces(inner, place, notes);
    }
  }

  private paragraph(inline: Token | undefined, place: Place, notes: Notes): Paragraph[] {
    const runs = this.lines.of(inline, notes, place.look);
    if (runs.length === 0) return [];
    const alone = runs.length === 1 && runs[0]?.type === "image";
    return [
      {
        ...paragraph(alone ? "Figure" : place.style, runs),
        ...(place.depth > 0 && { within: place.depth }),
        ...(place.box && { box: place.box }),
        ...(place.align && { align: place.align }),
      },
    ];
  }

  private list(open: Token, inner: readonly Token[], place: Place, notes: Notes): Piece[] {
    const kind = open.type === "bullet_list_open" ? "bullet" : "number";
    const own: Item = {
      kind,
      level: place.depth,
      list: ++this.counters.list,
      start: Number(open.attrGet("start") ?? 1),
    };
    const style = place.style === "Normal" ? (kind === "bullet" ? "ListBullet" : "ListNumber") : place.style;
    const made: Piece[] = [];
    for (let index = 0; index < inner.length; index++) {
      const end = endOf(inner, index);
      const [first, ...others] = this.pieces(inner.slice(index + 1, end), { ...place, depth: place.depth + 1 }, notes);
      if (first?.type === "paragraph" && !first.item) {
        const { within: _, ...rest } = first;
        made.push({ ...rest, style: first.style === place.style ? style : first.style, item: own });
      } else if (first) made.push(first);
      made.push(...others.map((piece) => continued(piece, place.style)));
      index = end;
    }
    return made;
  }

  private picture(inner: readonly Token[], notes: Notes): Piece[] {
    const image = this.lines.of(inner[0], notes);
    const caption: Run[] = [];
    inner.forEach(({ type }, index) => {
      const line = (): Run[] => this.lines.of(inner[index + 1], notes);
      if (type === "caption_text_open") caption.push(...this.counters.figureLabel(), ...line());
      if (type === "source_open") {
        const sign = caption.length > 0 ? `${closing(textIn(caption))} ` : "";
        caption.push(words(`${sign}Bron: `), ...line());
      }
    });
    return [{ ...paragraph("Figure", image), keepNext: true }, paragraph("Caption", caption)];
  }

  private table(open: Token, inner: readonly Token[], place: Place, notes: Notes): Piece[] {
    const columns = (open.meta?.columns ?? []) as readonly TableColumn[];
    const captionAt = inner.findIndex(({ type }) => type === "caption_open");
    const caption = captionAt < 0 ? [] : this.lines.of(inner[captionAt + 1], notes);
    const { size, percents, fits } = fitted(columns);
    const cell = (token: Token, column: number, header?: TableCell["header"]): TableCell => {
      const { align = "left" } = columns[column] ?? {};
      const runs = this.lines.of(token, notes);
      return {
        pieces: [
          {
            ...paragraph(cellStyle(size, header === "column"), runs.length > 0 ? runs : [words("–")]),
            ...(align !== "left" && { align: align === "centre" ? "centre" : ("right" as const) }),
          },
        ],
        ...(header && { header }),
      };
    };
    const [head = [], ...body] = rowsOf(inner);
    const table: Table = {
      type: "table",
      title: textIn(caption),
      widths: percents,
      header: { cells: head.map((token, column) => cell(token, column, "column")) },
      rows: body.map((cells) => ({
        cells: cells.map((token, column) => cell(token, column, column === 0 ? "row" : undefined)),
      })),
      ...((!fits || size === "tight") && place.depth === 0 && { wide: true }),
    };
    return [{ ...paragraph("Caption", [...this.counters.tableLabel(), ...caption]), keepNext: true }, table];
  }
}

const textIn = (runs: readonly Run[]): string =>
  runs.map((run) => ("text" in run && run.type !== "note" ? run.text : "")).join("");

/** What comes after the first paragraph of an item. */
const continued = (piece: Piece, style: ParagraphStyle): Piece =>
  piece.type === "paragraph" && !piece.item && piece.style === style && style === "Normal"
    ? { ...piece, style: "ListContinue" }
    : piece;

/** Where what opens at an index closes. */
function endOf(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    depth += tokens[index]?.nesting ?? 0;
    if (depth === 0) return index;
  }
  return tokens.length;
}

/** The cells of each row. */
function rowsOf(tokens: readonly Token[]): Token[][] {
  const rows: Token[][] = [];
  for (const token of tokens) {
    if (token.type === "tr_open") rows.push([]);
    if (token.type === "inline" && token.meta?.cell) rows.at(-1)?.push(token);
  }
  return rows;
}
