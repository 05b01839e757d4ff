/** The styles of paragraphs. */
import { colours } from "./colours.js";
import { levelStyles, type Style } from "./level-styles.js";
import { mm, PAGE } from "./sizes.js";
import type { ParagraphStyle } from "./style-names.js";
import {
  bold,
  border,
  borders,
  boxes,
  colour,
  indent,
  italic,
  keepLines,
  keepNext,
  sans,
  shade,
  size,
  spacing,
  tabs,
} from "./style-xml.js";
import { element } from "./xml.js";

const FACT = mm(42);

export function paragraphStyles(
  house: string,
  accent: string,
  sizes: readonly number[],
): Record<ParagraphStyle, Style> {
  const box = boxes({ house });
  const list = { basedOn: "Normal", paragraph: [spacing(0, 3)] } as const;
  return {
    // Not among the defaults of all: LibreOffice gives those to words in tables over the styles that they have.
    Normal: { name: "Normal", words: colour(colours.ink) },
    Title: {
      name: "Title",
      basedOn: "Normal",
      next: "Subtitle",
      paragraph: [keepLines, element("w:suppressAutoHyphens"), spacing(6, 6)],
      words: [sans, bold, colour(house), size(24)],
    },
    Subtitle: {
      name: "Subtitle",
      basedOn: "Normal",
      next: "Normal",
      paragraph: [borders(border("bottom", accent, 3, 10)), spacing(0, 16)],
      words: [italic, colour(colours.soft), size(14)],
    },
    CoverKicker: {
      name: "Omslag soort",
      basedOn: "Normal",
      paragraph: [spacing(0, 10)],
      words: [sans, bold, colour(colours.soft), size(13)],
    },
    CoverSlogan: {
      name: "Omslag leus",
      basedOn: "Normal",
      paragraph: [element("w:suppressAutoHyphens"), spacing(60, 40, 1)],
      words: [sans, bold, colour(house), size(36)],
    },
    CoverStatus: {
      name: "Omslag status",
      basedOn: "Normal",
      paragraph: [shade(colours.openPaper), spacing(6, 12)],
      words: [sans, bold, element("w:caps"), colour(colours.openInk), size(12)],
    },
    CoverEdition: {
      name: "Omslag versie",
      basedOn: "Normal",
      paragraph: [spacing(12, 0)],
      words: [sans, colour(colours.soft), size(9.5)],
    },
    CoverPhoto: { name: "Omslag afbeelding", basedOn: "Normal", paragraph: [spacing(6, 12)] },
    Fact: {
      name: "Gegeven",
      basedOn: "Normal",
      paragraph: [
        borders(border("bottom", colours.line, 0.5, 2)),
        tabs({ "w:val": "left", "w:pos": FACT }),
        spacing(2, 2),
        indent({ "w:left": FACT, "w:hanging": FACT }),
      ],
      words: [sans],
    },
    FactMore: {
      name: "Gegeven vervolg",
      basedOn: "Normal",
      paragraph: [spacing(2, 2), indent({ "w:left": FACT })],
      words: [sans],
    },
    ...levelStyles(house, accent, sizes),
    ListBullet: { name: "List Bullet", ...list },
    ListNumber: { name: "List Number", ...list },
    ListCode: { name: "Lijst met codes", ...list, paragraph: [keepLines, spacing(2, 4)] },
    ListContinue: { name: "List Continue", ...list },
    Caption: {
      name: "caption",
      basedOn: "Normal",
      next: "Normal",
      paragraph: [spacing(10, 4)],
      words: [sans, element("w:b", { "w:val": 0 }), colour(house)],
    },
    Source: {
      name: "Bron",
      basedOn: "Normal",
      paragraph: [spacing(3, 10)],
      words: [sans, colour(colours.soft), size(9)],
    },
    Figure: { name: "Afbeelding", basedOn: "Normal", paragraph: [spacing(10, 4)] },
    Quote: {
      name: "Quote",
      basedOn: "Normal",
      paragraph: [borders(border("left", accent, 2, 10)), spacing(4, 4), indent({ "w:left": mm(6), "w:right": mm(6) })],
      words: [italic],
    },
    Speaker: {
      name: "Spreker",
      basedOn: "Normal",
      paragraph: [spacing(0, 10), indent({ "w:left": mm(6), "w:right": mm(6) })],
      words: [sans, colour(colours.soft)],
    },
    CalloutTitle: {
      name: "Kader titel",
      basedOn: "Normal",
      next: "Callout",
      paragraph: [keepNext, box.callout, spacing(10, 0), indent({ "w:left": mm(4) })],
      words: [sans, bold, colour(house)],
    },
    Callout: {
      name: "Kader",
      basedOn: "Normal",
      paragraph: [box.callout, spacing(0, 4), indent({ "w:left": mm(4) })],
    },
    OpenTitle: {
      name: "Open punt titel",
      basedOn: "Normal",
      next: "OpenPoint",
      paragraph: [keepNext, box.open, spacing(10, 0), indent({ "w:left": mm(4) })],
      words: [sans, bold, colour(colours.openInk)],
    },
    OpenPoint: {
      name: "Open punt",
      basedOn: "Normal",
      paragraph: [box.open, spacing(0, 4), indent({ "w:left": mm(4) })],
      words: [colour(colours.openInk)],
    },
    CardTitle: {
      name: "Kaart titel",
      basedOn: "Normal",
      next: "CardText",
      paragraph: [keepNext, spacing(8, 1)],
      words: [sans, bold],
    },
    CardText: { name: "Kaart", basedOn: "Normal", paragraph: [spacing(0, 3)], words: [sans, colour(colours.soft)] },
    Tag: {
      name: "Label",
      basedOn: "Normal",
      paragraph: [spacing(0, 2)],
      words: [sans, bold, colour(colours.openInk), size(9)],
    },
    DefinitionTerm: {
      name: "Begrip",
      basedOn: "Normal",
      next: "Definition",
      paragraph: [keepNext, spacing(7, 0)],
      words: [sans, bold],
    },
    Definition: { name: "Uitleg", basedOn: "Normal", paragraph: [spacing(0, 3), indent({ "w:left": mm(6) })] },
    TableText: { name: "Tabeltekst", basedOn: "Normal", paragraph: [spacing(0, 2, 1.08)], words: [sans, size(9.5)] },
    TableHeader: {
      name: "Tabelkop",
      basedOn: "TableText",
      paragraph: [keepNext, element("w:suppressAutoHyphens", { "w:val": 0 })],
      words: [bold, colour("FFFFFF")],
    },
    TableTextSmall: { name: "Tabeltekst klein", basedOn: "TableText", words: size(8.5) },
    TableTextTight: { name: "Tabeltekst heel klein", basedOn: "TableText", words: size(7.5) },
    TableHeaderSmall: { name: "Tabelkop klein", basedOn: "TableHeader", words: size(8.5) },
    TableHeaderTight: { name: "Tabelkop heel klein", basedOn: "TableHeader", words: size(7.5) },
    FootnoteText: { name: "footnote text", basedOn: "Normal", paragraph: [spacing(0, 2, 1)], words: [size(9)] },
    CommentText: { name: "annotation text", basedOn: "Normal", words: size(10) },
    Header: {
      name: "header",
      basedOn: "Normal",
      paragraph: [tabs({ "w:val": "right", "w:pos": PAGE }), spacing(0, 0)],
      words: [sans, colour(colours.soft), size(8.5)],
    },
    Footer: {
      name: "footer",
      basedOn: "Normal",
      paragraph: [tabs({ "w:val": "right", "w:pos": PAGE }), spacing(0, 0)],
      words: [sans, bold, colour(house), size(9)],
    },
    SectionEnd: {
      name: "Einde van een deel",
      basedOn: "Normal",
      paragraph: [spacing(0, 0, 0.1)],
      words: [size(1)],
      rare: true,
    },
  };
}
