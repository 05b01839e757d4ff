/** Each kind of block as paragraphs and tables. A kind that is missing here is a compile error. */
import { contentsOf } from "../documents/contents.js";
import type { Alternative, Block, Cell, Section } from "../documents/index.js";
import { headingOf } from "../documents/walk.js";
import { drawingsOf, noteOn } from "./charts/index.js";
import { contentsPieces } from "./contents.js";
import type { Counters } from "./counters.js";
import { withoutMarks } from "./marked.js";
import {
  type Paragraph,
  type Piece,
  paragraph,
  type Run,
  type Table,
  type TableCell,
  textOf,
  words,
} from "./pieces.js";
import type { Around, Prose } from "./prose.js";
import { cellStyle, headingStyle } from "./style-names.js";
import { cellPieces, factPieces, filled, literal } from "./values.js";
import { isWide } from "./wide.js";

/** What making pieces of blocks takes. */
export interface Context {
  readonly prose: Prose;
  readonly counters: Counters;
  /** The sections of the document, for its contents. */
  readonly sections: readonly Section[];
  /** The level of a heading among these blocks, from 1. */
  readonly level: number;
}

type Of<T extends Block["type"]> = Extract<Block, { readonly type: T }>;
type Make<T extends Block["type"]> = (block: Of<T>, context: Context) => readonly Piece[];

export const piecesOf = (blocks: readonly Block[], context: Context): Piece[] =>
  blocks.flatMap((block) =>
    (makers[block.type] as (block: Block, context: Context) => readonly Piece[])(block, context),
  );

const NORMAL: Around = { style: "Normal" };

const makers: { readonly [T in Block["type"]]: Make<T> } = {
  section: (section, context) => {
    const { anchor, minor = false, blocks, colour } = section;
    return [
      {
        ...paragraph(headingStyle(context.level, minor), literal(headingOf(section), { ...(colour && { colour }) })),
        anchors: [anchor],
        keepNext: true,
        ...(!minor && { outline: context.level }),
      },
      ...piecesOf(blocks, { ...context, level: context.level + 1 }),
    ];
  },

  prose: ({ text }, { prose }) => prose.block(text, NORMAL),

  list: ({ items }, { prose, counters }) => {
    const list = ++counters.list;
    const coded = items.some(({ label }) => label);
    return items.flatMap(({ text, label, anchor }) => {
      const first: Paragraph = {
        ...paragraph(coded ? "ListCode" : "ListBullet", []),
        item: { kind: coded ? "plain" : "bullet", level: 0, list, start: 1 },
        ...(anchor && { anchors: [anchor] }),
      };
      return prose.after(label ? [...literal(label, { bold: true }), words("\t")] : [], text, first, {
        style: "ListContinue",
      });
    });
  },

  steps: ({ items }, { prose, level }) =>
    items.flatMap(({ anchor, title, text }) => [
      {
        ...paragraph(headingStyle(level, true), literal(title)),
        keepNext: true,
        ...(anchor && { anchors: [anchor] }),
      },
      ...prose.block(text, NORMAL),
    ]),

  table: ({ caption, columns, rows, dense }, { prose, counters }) => {
    const given = columns.reduce((sum, { width = 0 }) => sum + width, 0);
    const share = (100 - given) / Math.max(1, columns.filter(({ width }) => width === undefined).length);
    const size = dense ? "dense" : "normal";
    const inColumn = (pieces: readonly Piece[], column: number): readonly Piece[] =>
      columns[column]?.numbers ? pieces.map(atTheRight) : pieces;
    const cellOf = (cell: Cell, column: number, total = false): TableCell => {
      const pieces = inColumn(filled(cellPieces(cell, prose, size), size), column);
      return { pieces: total ? pieces.map(inBold) : pieces, ...(column === 0 && { header: "row" }) };
    };
    const table: Table = {
      type: "table",
      title: caption,
      widths: columns.map(({ width = share }) => width),
      header: {
        cells: columns.map(({ title, upright }, column) => ({
          pieces: inColumn(filled([paragraph(cellStyle(size, true), literal(title))], size), column),
          header: "column",
          ...(upright && { upright }),
        })),
      },
      rows: rows.map(({ anchor, cells, total }) => {
        const [first, ...others] = cells.map((cell, column) => cellOf(cell, column, total));
        const named = first && (anchor ? { ...first, pieces: anchored(first.pieces, anchor) } : first);
        return { cells: named ? [named, ...others] : others };
      }),
    };
    return [
      { ...paragraph("Caption", [...counters.tableLabel(), ...literal(caption)]), keepNext: true },
      isWide(table) ? { ...table, wide: true } : table,
    ];
  },

  facts: ({ items }, { prose }) => factPieces(items, prose),

  definitions: ({ items }, { prose }) =>
    items.flatMap(({ anchor, term, meaning, explanation, language }) => [
      {
        ...paragraph("DefinitionTerm", literal(term, { ...(language?.term && { language: language.term }) })),
        keepNext: true,
        ...(anchor && { anchors: [anchor] }),
      },
      ...prose.block(meaning, {
        style: "Definition",
        ...(language?.meaning && { look: { language: language.meaning } }),
      }),
      ...(explanation ? prose.block(explanation, { style: "Definition" }) : []),
    ]),

  callout: ({ tone, title, text, colour }, { prose }) => {
    const open = tone === "open";
    const heading: Paragraph = {
      ...paragraph(open ? "OpenTitle" : "CalloutTitle", literal(title, { ...(colour && { colour }) })),
      keepNext: true,
    };
    if (tone === "quote") return [heading, ...prose.block(text, { style: "Quote" })];
    return [heading, ...prose.block(text, { style: open ? "OpenPoint" : "Callout", box: open ? "open" : "callout" })];
  },

  cards: ({ items }, { prose }) =>
    items.flatMap(({ number, title, text, tag, anchor, links = [], colour }) => [
      {
        ...paragraph("CardTitle", [
          ...(number ? [...literal(number, { ...(colour && { colour }) }), words(" ")] : []),
          ...literal(title, { ...(colour && { colour }) }),
        ]),
        keepNext: true,
        ...(anchor && { anchors: [anchor] }),
      },
      ...(tag ? [paragraph("Tag", literal(tag))] : []),
      ...(text ? prose.block(text, { style: "CardText" }) : []),
      ...links.map(({ text: shown, href }) =>
        paragraph("CardText", [
          { type: "words", text: shown, ...(/^https?:/.test(href) && { link: { address: href } }) },
        ]),
      ),
    ]),

  names: ({ items }, { counters }) => {
    const list = ++counters.list;
    return items.map((name) => ({
      ...paragraph("ListBullet", literal(name)),
      item: { kind: "bullet", level: 0, list, start: 1 },
    }));
  },

  figure: ({ caption, alternative, chart }, { prose, counters }) => {
    const label = counters.figureLabel();
    const drawings = drawingsOf(chart, prose.plain);
    const told = alternative.map(({ title, items }) => ({ title, items: items.map(prose.plain) }));
    const captioned = paragraph("Caption", [...label, ...literal(caption)]);
    // What is all words goes out in words, which can be read, searched and changed.
    if (drawings.length === 0) return [{ ...captioned, keepNext: true }, ...inWords(told, counters)];
    const name = textOf(label).trim();
    const whole = told.map(({ title, items }) => `${title}: ${items.join("; ")}.`).join(" ");
    const runs = drawings.map((drawing): Run => {
      const alt = drawings.length > 1 ? `${caption}. ${drawing.words.join("; ")}.` : whole;
      return { type: "chart", name, alt: withoutMarks(alt), drawing };
    });
    // Small ones stand beside each other as far as they fit.
    const small = drawings.every(({ title }) => title !== undefined);
    const note = noteOn(chart, drawings);
    return [
      ...(small ? [runs] : runs.map((run) => [run])).map((own) => ({
        ...paragraph("Figure", own),
        keepNext: true as const,
      })),
      { ...captioned, ...(note && { keepNext: true }) },
      ...(note ? [paragraph("Source", [words(note)])] : []),
    ];
  },

  changed: ({ how, blocks }, context) => [
    { ...paragraph("Tag", [words(changeWords[how])]), keepNext: true },
    ...piecesOf(blocks, context),
  ],

  contents: (_, { sections }) => contentsPieces(contentsOf(sections)),
};

/** What a figure shows, as lists. */
const inWords = (alternative: Alternative, counters: Counters): Piece[] =>
  alternative.flatMap(({ title, items }): Piece[] => {
    const list = ++counters.list;
    return [
      { ...paragraph("CardTitle", literal(title)), keepNext: true },
      ...items.map((item) => ({
        ...paragraph("ListBullet", [words(item)]),
        item: { kind: "bullet", level: 0, list, start: 1 } as const,
      })),
    ];
  });

const changeWords = { added: "Nieuw", removed: "Vervallen", changed: "Gewijzigd" };

/** Pieces of which the first has a name. */
const anchored = (pieces: readonly Piece[], anchor: string): readonly Piece[] =>
  pieces.map((piece, index) => (index === 0 && piece.type === "paragraph" ? { ...piece, anchors: [anchor] } : piece));

/** As numbers stand that can be added up: one under the other. */
const atTheRight = (piece: Piece): Piece => (piece.type === "paragraph" ? { ...piece, align: "right" } : piece);

const inBold = (piece: Piece): Piece =>
  piece.type === "paragraph" ? { ...piece, runs: piece.runs.map(boldRun) } : piece;

const boldRun = (run: Run): Run =>
  run.type === "words" || run.type === "field" ? { ...run, look: { ...run.look, bold: true } } : run;
