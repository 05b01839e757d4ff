/** Each kind of block as paragraphs and tables. A kind that is missing here is a compile error. */

import { contentsOf, type Entry } from "../documents/contents.js";
import type { Alternative, Block, Cell, Section, Value } from "../documents/index.js";
import { headingOf } from "../documents/walk.js";
import { drawingsOf, noteOn } from "./charts/index.js";
import type { Counters } from "./counters.js";
import { marked, withoutMarks } from "./marked.js";
import { type Look, type Paragraph, type Piece, type Run, type Table, type TableCell, textOf } from "./pieces.js";
import { type Around, type Prose, paragraph, words } from "./prose.js";
import { cellStyle, contentsStyle, headingStyle, LEVELS, type TableSize } from "./style-names.js";

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
    const cellOf = (cell: Cell, column: number): TableCell => ({
      pieces: filled(cellPieces(cell, prose, size), size),
      ...(column === 0 && { header: "row" }),
    });
    const table: Table = {
      type: "table",
      title: caption,
      widths: columns.map(({ width = share }) => width),
      header: {
        cells: columns.map(({ title, upright }) => ({
          pieces: filled([paragraph(cellStyle(size, true), literal(title))], size),
          header: "column",
          ...(upright && { upright }),
        })),
      },
      rows: rows.map(({ anchor, cells }) => {
        const [first, ...others] = cells.map(cellOf);
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

/** Text in which nothing has a meaning, but marks of what changed. */
export const literal = (text: string, look: Look = {}): Run[] => marked([words(text, look)]);

/** What there is to know at a glance: a term and what it is. */
export const factPieces = (items: readonly { readonly term: string; readonly value: Value }[], prose: Prose): Piece[] =>
  items.flatMap(({ term, value }) => {
    const [first, ...others] = valuePieces(value, prose, { style: "FactMore" });
    const lead = [...literal(term, { bold: true }), words("\t")];
    return first?.type === "paragraph" && !first.item
      ? [paragraph("Fact", [...lead, ...first.runs]), ...others]
      : [paragraph("Fact", lead), ...(first ? [first] : []), ...others];
  });

const isMark = (cell: Cell): cell is Extract<Cell, { readonly mark: boolean }> =>
  typeof cell === "object" && "mark" in cell;

/** A mark is a sign, as the text around the table explains it. */
function cellPieces(cell: Cell, prose: Prose, size: TableSize): Piece[] {
  if (!isMark(cell)) return valuePieces(cell, prose, { style: cellStyle(size) });
  const text = !cell.mark ? "–" : (cell.letter?.text ?? "●");
  return [{ ...paragraph(cellStyle(size), [words(text)]), align: "centre" }];
}

function valuePieces(value: Exclude<Cell, { readonly mark: boolean }>, prose: Prose, around: Around): Piece[] {
  if (typeof value === "string") return prose.block(value, around);
  if (!("open" in value))
    return value.flatMap((line) =>
      typeof line === "string"
        ? prose.block(line, around)
        : // The word says what the sign does.
          prose.block(line.text, { ...around, look: { bold: true } }),
    );
  const look: Look = { mark: "open" };
  const strong: Look = { ...look, bold: true };
  if (value.brief) return [paragraph(around.style, [words("Open", strong)])];
  const inline = (text: string): Run[] =>
    prose.block(text, { ...around, look }).flatMap((piece) => (piece.type === "paragraph" ? piece.runs : []));
  return [
    paragraph(around.style, [
      words("Open:", strong),
      words(" ", look),
      ...inline(value.open),
      words(" (wie beslist: ", look),
      ...inline(value.by),
      words(")", look),
    ]),
  ];
}

/** A cell always says something: an empty one is heard as a fault. */
const filled = (pieces: readonly Piece[], size: TableSize): readonly Piece[] =>
  pieces.some((piece) => piece.type === "table" || piece.runs.length > 0)
    ? pieces
    : [paragraph(cellStyle(size), [words("–")])];

/** Pieces of which the first has a name. */
const anchored = (pieces: readonly Piece[], anchor: string): readonly Piece[] =>
  pieces.map((piece, index) => (index === 0 && piece.type === "paragraph" ? { ...piece, anchors: [anchor] } : piece));

/** The width of a page's text and of the space beside that in a cell, and how much a letter takes, in millimetres. */
const [PAGE, PADDING, LETTER] = [158, 4, 1.75];
/** Longer words are broken. */
const MOST_LETTERS = 12;

/** Whether the words of a table don't fit the width of a page that stands upright. */
function isWide({ widths, header, rows }: Table): boolean {
  const needed = widths.map((_, column) => {
    const cells = [header, ...rows].flatMap(({ cells }) => cells[column] ?? []);
    const longest = Math.max(
      0,
      ...cells.filter(({ upright }) => !upright).flatMap(({ pieces }) => pieces.map(longestWord)),
    );
    return Math.min(longest, MOST_LETTERS) * LETTER + PADDING;
  });
  return needed.reduce((sum, width) => sum + width, 0) > PAGE;
}

const longestWord = (piece: Piece): number =>
  piece.type === "table"
    ? 0
    : Math.max(
        0,
        ...piece.runs.flatMap((run) =>
          "text" in run && run.type !== "note" ? run.text.split(/\s+/).map((word) => word.length) : [],
        ),
      );

/** The contents: Word makes them again when it is asked to, from the headings, with the pages as they are then. */
function contentsPieces(entries: readonly Entry[]): Piece[] {
  const flat = (all: readonly Entry[]): Entry[] => all.flatMap((entry) => [entry, ...flat(entry.children)]);
  const lines = flat(entries);
  const depth = Math.min(Math.max(3, ...lines.map(({ level }) => level)), LEVELS);
  return lines.map(({ anchor, number, title, level }, index): Piece => {
    const text = [number, title].filter(Boolean).join(" ");
    return {
      ...paragraph(contentsStyle(level), [
        { type: "words", text, link: { anchor } },
        { type: "words", text: "\t", link: { anchor } },
        { type: "field", instruction: "PAGEREF", anchor, text: "" },
      ]),
      derived: true,
      ...(index === 0 && { opens: `TOC \\o "1-${depth}" \\h \\z` }),
      ...(index === lines.length - 1 && { closes: true as const }),
    };
  });
}
