/** The cover of a document as paragraphs. */
import type { Document } from "../documents/index.js";
import { type Paragraph, type Piece, paragraph, type Run, textOf, words } from "./pieces.js";
import type { Prose } from "./prose.js";
import { MARGIN, mm, PAGE, PAPER } from "./sizes.js";
import type { ParagraphStyle } from "./style-names.js";
import { factPieces, literal } from "./values.js";

/** How high a photo on a cover may be, in twips: as much as there is, but no more than what shows it well. */
const [LEAST_PHOTO, MOST_PHOTO] = [mm(40), mm(95)] as const;
const LOGO = mm(22);

/** @returns what stands on the cover, or at the top of a document without one */
export function coverPieces({ cover, status, changed, images }: Document, prose: Prose, edition: string): Piece[] {
  const { kicker, slogan, title, subtitle, logo, photo, facts } = cover;
  const image = (picture: typeof logo, height: number): Run[] =>
    picture && images.has(picture.file)
      ? [{ type: "image", file: picture.file, alt: picture.alt, room: { width: PAGE, height } }]
      : [];
  const line = (style: Paragraph["style"], runs: readonly Run[]): Piece[] =>
    runs.length > 0 ? [paragraph(style, runs)] : [];
  const above = [
    ...line("CoverPhoto", image(logo, LOGO)),
    ...line("CoverKicker", literal(kicker)),
    ...line("CoverSlogan", literal(slogan ?? "")),
    ...line("Title", literal(title)),
    ...line("Subtitle", literal(subtitle)),
  ];
  const below = [
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
    ...(cover.style === "page"
      ? line("CoverEdition", [words(edition), ...(photo?.source ? [words(` · Foto: ${photo.source}`)] : [])])
      : []),
  ];
  const left =
    PAPER.height - MARGIN.top - MARGIN.bottom - [...above, ...below].reduce((sum, own) => sum + heightOf(own), 0);
  const room = Math.max(LEAST_PHOTO, Math.min(MOST_PHOTO, left - AROUND_PHOTO));
  return [...above, ...line("CoverPhoto", image(photo, room)), ...below];
}

/** The space above and below an image, with what a line takes besides. */
const AROUND_PHOTO = mm(10);

/** About how high a line of a style is, how many letters it has room for, and the space around the paragraph, in twips. */
const measures: Partial<
  Record<ParagraphStyle, { readonly line: number; readonly letters: number; readonly around: number }>
> = {
  CoverKicker: { line: 320, letters: 65, around: 200 },
  CoverSlogan: { line: 880, letters: 22, around: 2000 },
  Title: { line: 700, letters: 32, around: 240 },
  Subtitle: { line: 390, letters: 62, around: 480 },
  CoverStatus: { line: 350, letters: 60, around: 360 },
  Fact: { line: 310, letters: 60, around: 80 },
  FactMore: { line: 310, letters: 60, around: 80 },
  CoverEdition: { line: 280, letters: 95, around: 240 },
};
const USUAL = { line: 310, letters: 90, around: 140 };

/** About how high a paragraph of the cover is, in twips. */
function heightOf(piece: Piece): number {
  if (piece.type === "table") return 0;
  if (piece.style === "CoverPhoto") return LOGO + AROUND_PHOTO;
  const { line, letters, around } = measures[piece.style] ?? USUAL;
  return Math.max(1, Math.ceil(textOf(piece.runs).length / letters)) * line + around;
}
