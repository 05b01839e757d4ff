/** A document as pages of paragraphs and tables: the cover, and a part for each chapter with a header of its own. */
import type { Document } from "../documents/index.js";
import { numberOf } from "../documents/walk.js";
import { type Context, piecesOf } from "./blocks.js";
import { Counters } from "./counters.js";
import { coverPieces } from "./cover.js";
import type { Paragraph, Part, Piece } from "./pieces.js";
import { Prose } from "./prose.js";
import type { ParagraphStyle } from "./style-names.js";
import { keptTogether } from "./together.js";

/** What is shown of a document. Pure. */
export function partsOf(document: Document, edition: string): Part[] {
  const { cover, sections, shortTitle } = document;
  const counters = new Counters();
  const prose = new Prose(document, counters);
  const context: Context = { prose, counters, sections, level: 1 };
  const full = cover.style === "page";
  const front = coverPieces(document, prose, edition);
  if (!full)
    return keptTogether(
      turned([
        {
          pieces: spaced([...front, ...piecesOf(sections, context)]),
          header: [shortTitle, ""],
          newPage: true,
          cover: true,
        },
      ]),
    );
  return keptTogether(
    turned([
      { pieces: front, header: ["", ""], cover: true, newPage: true },
      ...sections.map(
        (section): Part => ({
          pieces: spaced(piecesOf([section], context)),
          header: [[numberOf(section), section.title].filter(Boolean).join(" "), shortTitle],
          newPage: true,
        }),
      ),
    ]),
  );
}

/** How far text keeps away from the table, and from the list or facts, that it comes after, in points. */
const [AFTER_TABLE, AFTER_GROUP] = [10, 4] as const;
/** What has no space above it, and what has little space below. */
const FLUSH: ReadonlySet<ParagraphStyle> = new Set(["Normal", "ListBullet", "ListNumber", "ListCode", "ListContinue"]);
const GROUPED: ReadonlySet<ParagraphStyle> = new Set([
  "ListContinue",
  "Fact",
  "FactMore",
  "CardTitle",
  "CardText",
  "Definition",
]);

/** What comes right after a table, a list or facts keeps away from it. */
const spaced = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece, index) => {
    const before = pieces[index - 1];
    if (piece.type === "table" || !before || !FLUSH.has(piece.style) || piece.box || piece.within) return piece;
    if (before.type === "table") return { ...piece, above: AFTER_TABLE };
    return (before.item || GROUPED.has(before.style)) && !goesOn(before, piece)
      ? { ...piece, above: AFTER_GROUP }
      : piece;
  });

/** Whether a paragraph is of the list that the one before it is of; a list within another one is part of it. */
const goesOn = (before: Paragraph, { style, item }: Paragraph): boolean =>
  style === "ListContinue" ||
  (item !== undefined && (item.level > 0 || before.style === "ListContinue" || before.item?.list === item.list));

/** Tables that are too wide for a page that stands get pages that lie, with the caption and the heading above them. */
function turned(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => {
    const split: Part[] = [];
    let current: Piece[] = [];
    const close = (landscape: boolean): void => {
      if (current.length > 0)
        split.push({
          ...part,
          pieces: current,
          ...(landscape && { landscape }),
          ...(split.length > 0 && { cover: undefined, newPage: true }),
        } as Part);
      current = [];
    };
    for (const piece of part.pieces) {
      if (piece.type !== "table" || !piece.wide) {
        current.push(piece);
        continue;
      }
      const from = current.findLastIndex((before) => before.type === "table" || !before.keepNext) + 1;
      const lead = current.splice(from);
      close(false);
      current = [...lead, piece];
      close(true);
    }
    close(false);
    return split;
  });
}
