/** A document as pages of paragraphs and tables: the cover, and a part for each chapter with a header of its own. */
import type { Document } from "../documents/index.js";
import { numberOf } from "../documents/walk.js";
import { type Context, piecesOf } from "./blocks.js";
import { Counters } from "./counters.js";
import { type Paragraph, type Part, type Piece, paragraph, type Run, words } from "./pieces.js";
import { Prose } from "./prose.js";
import { mm, PAGE } from "./sizes.js";
import { keptTogether } from "./together.js";
import { factPieces, literal } from "./values.js";

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

function coverPieces({ cover, status, changed, images }: Document, prose: Prose, edition: string): Piece[] {
  const { kicker, slogan, title, subtitle, logo, photo, facts } = cover;
  const full = cover.style === "page";
  const image = (picture: typeof logo, height: number): Run[] =>
    picture && images.has(picture.file)
      ? [{ type: "image", file: picture.file, alt: picture.alt, room: { width: PAGE, height } }]
      : [];
  const line = (style: Paragraph["style"], runs: readonly Run[]): Piece[] =>
    runs.length > 0 ? [paragraph(style, runs)] : [];
  return [
    ...line("CoverPhoto", image(logo, mm(22))),
    ...line("CoverKicker", literal(kicker)),
    ...line("CoverSlogan", literal(slogan ?? "")),
    ...line("Title", literal(title)),
    ...line("Subtitle", literal(subtitle)),
    ...line("CoverPhoto", image(photo, mm(95))),
    ...line("CoverStatus", status.caution === undefined ? [] : literal(status.label)),
    ...line(
      "Normal",
      changed
        ? [
            words(`${status.caution ?? ""} Zie `),
            { type: "words", text: changed.title, link: { anchor: changed.anchor } },
            words("."),
          ]
        : [],
    ),
    ...factPieces(facts, prose),
    ...(full
      ? line("CoverEdition", [words(edition), ...(photo?.source ? [words(` · Foto: ${photo.source}`)] : [])])
      : []),
  ];
}

/** What comes right after a table keeps away from it. */
const spaced = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece, index) =>
    piece.type === "paragraph" && pieces[index - 1]?.type === "table" ? { ...piece, apart: true } : piece,
  );

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
