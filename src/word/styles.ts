/** styles.xml: the house style as styles, so that a colleague can make a document look otherwise at one place. */
import type { Document, Palette } from "../documents/index.js";
import { colours } from "./colours.js";
import { SANS, SERIF } from "./fonts.js";
import { W } from "./namespaces.js";
import { mm } from "./sizes.js";
import type { ParagraphStyle } from "./style-names.js";
import { type Attributes, element, part, type Xml } from "./xml.js";

const themes: Readonly<Record<string, string>> = {
  blue: "1D5A9C",
  plum: "7B2D69",
  teal: "0A6B66",
  green: "3B6A1C",
  brick: "A2391D",
  ochre: "7A5600",
};

const hex = (colour: string): string => colour.replace("#", "").toUpperCase();

/** Every colour of a team by name. */
export const themesOf = (palette: Palette | undefined): ReadonlyMap<string, string> =>
  new Map([
    ...Object.entries(themes),
    ...(palette?.themes ?? []).map(({ name, light }) => [name, hex(light)] as const),
  ]);

/** The id of the style of words in a colour of the house. */
export const themeStyle = (name: string): string => `Theme-${name}`;

interface Style {
  readonly name: string;
  readonly basedOn?: ParagraphStyle;
  readonly next?: ParagraphStyle;
  /** Of the paragraph: what is in `w:pPr`, in its order. */
  readonly paragraph?: Xml;
  /** Of the words: what is in `w:rPr`, in its order. */
  readonly words?: Xml;
  /** Not among the styles that Word offers first. */
  readonly rare?: true;
}

const spacing = (before: number, after: number, line?: number): string =>
  element("w:spacing", {
    "w:before": before * 20,
    "w:after": after * 20,
    ...(line && { "w:line": Math.round(line * 240), "w:lineRule": "auto" }),
  });
const indent = (attributes: Attributes): string => element("w:ind", attributes);
const size = (points: number): string =>
  element("w:sz", { "w:val": points * 2 }) + element("w:szCs", { "w:val": points * 2 });
const colour = (value: string): string => element("w:color", { "w:val": value });
const sans = element("w:rFonts", { "w:ascii": SANS, "w:hAnsi": SANS, "w:cs": SANS });
const bold = element("w:b") + element("w:bCs");
const light = element("w:b", { "w:val": 0 }) + element("w:bCs", { "w:val": 0 });
const italic = element("w:i") + element("w:iCs");
const keepNext = element("w:keepNext");
const keepLines = element("w:keepLines");
const border = (side: string, value: string, points: number, space: number): string =>
  element(`w:${side}`, { "w:val": "single", "w:sz": points * 8, "w:space": space, "w:color": value });
const borders = (...sides: readonly string[]): string => element("w:pBdr", {}, sides);
const shade = (fill: string): string => element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": fill });
const tabs = (...stops: readonly Attributes[]): string =>
  element(
    "w:tabs",
    {},
    stops.map((stop) => element("w:tab", stop)),
  );
const outline = (level: number): string => element("w:outlineLvl", { "w:val": level });

/** What a box looks like, in its order in `w:pPr`: lists within it look so too. */
export const boxes = ({ house }: { readonly house: string }) => ({
  callout: borders(border("left", house, 3, 8)) + shade(colours.tint),
  open: borders(border("left", colours.accent, 3, 8)) + shade(colours.openPaper),
});

/** The sizes of headings, by level: where each chapter begins on a page of its own, and where they run on. */
const CHAPTERS = [23, 15.5, 12.5, 11.5] as const;
const RUNNING = [16, 13, 12, 11.5] as const;
const FACT = mm(42);

function paragraphStyles(house: string, accent: string, sizes: readonly number[]): Record<ParagraphStyle, Style> {
  const box = boxes({ house });
  const heading = (level: number): Style => ({
    name: `heading ${level}`,
    basedOn: "Normal",
    next: "Normal",
    paragraph: [
      keepNext,
      keepLines,
      level === 1 ? borders(border("bottom", accent, 2, 4)) : "",
      element("w:suppressAutoHyphens"),
      level === 1
        ? spacing(sizes === CHAPTERS ? 0 : 22, sizes === CHAPTERS ? 14 : 8)
        : spacing(level === 2 ? 20 : 14, 5),
      outline(level - 1),
    ],
    words: [sans, bold, colour(house), size(sizes[level - 1] ?? 10.5)],
    ...(level > 6 && { rare: true }),
  });
  const minor = (level: number): Style => ({
    name: `Tussenkop ${level}`,
    basedOn: "Normal",
    next: "Normal",
    paragraph: [keepNext, keepLines, element("w:suppressAutoHyphens"), spacing(12, 3), outline(level - 1)],
    words: [sans, bold, size(level > 4 ? 10.5 : 11.5)],
  });
  const contents = (level: number): Style => ({
    name: `toc ${level}`,
    basedOn: "Normal",
    next: "Normal",
    paragraph: [
      tabs({ "w:val": "right", "w:leader": "dot", "w:pos": mm(158) }),
      spacing(level === 1 ? 5 : 0, 1),
      indent({ "w:left": mm(8) * (level - 1), "w:right": mm(10) }),
    ],
    words: [sans, level === 1 ? bold : ""],
    ...(level > 4 && { rare: true }),
  });
  const levels = <P extends string>(prefix: P, of: (level: number) => Style) =>
    Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`${prefix}${index + 1}`, of(index + 1)])) as Record<
      `${P}${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`,
      Style
    >;
  const list = { basedOn: "Normal", paragraph: [spacing(0, 3)] } as const;
  return {
    Normal: { name: "Normal" },
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
    ...levels("Heading", heading),
    ...levels("MinorHeading", minor),
    ...levels("TOC", contents),
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
      paragraph: [tabs({ "w:val": "right", "w:pos": mm(158) }), spacing(0, 0)],
      words: [sans, colour(colours.soft), size(8.5)],
    },
    Footer: {
      name: "footer",
      basedOn: "Normal",
      paragraph: [tabs({ "w:val": "right", "w:pos": mm(158) }), spacing(0, 0)],
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

/** The styles of words. */
function characterStyles(palette: Palette | undefined): readonly (readonly [id: string, name: string, words: Xml])[] {
  const underlined = element("w:u", { "w:val": "single" });
  return [
    ["Hyperlink", "Hyperlink", [colour(colours.link), underlined]],
    ["FootnoteReference", "footnote reference", element("w:vertAlign", { "w:val": "superscript" })],
    ["CommentReference", "annotation reference", size(8)],
    ["Strong", "Strong", bold],
    ["Emphasis", "Emphasis", italic],
    ["Open", "Open", [colour(colours.openInk), shade(colours.openPaper)]],
    ["Gone", "Vervallen", [element("w:strike"), colour(colours.goneInk)]],
    ["New", "Nieuw", [colour(colours.newInk), underlined]],
    ["Code", "Code", sans],
    ...[...themesOf(palette)].map(([name, value]) => [themeStyle(name), `Thema ${name}`, colour(value)] as const),
  ];
}

/** The names of styles that Word has itself, as far as they begin with a capital. */
const OWN_OF_WORD = /^(?:Normal|Title|Subtitle|Quote|List .*|Hyperlink|Strong|Emphasis)$/;

/** The styles of a document: in the colours of its team, with smaller headings where chapters run on. */
export function stylesXml({ palette, cover }: Pick<Document, "palette" | "cover">): string {
  const house = palette?.house ? hex(palette.house.light) : colours.house;
  const accent = palette?.accent ? hex(palette.accent) : colours.accent;
  const name = (value: string): string => element("w:name", { "w:val": value });
  const defaults = element(
    "w:docDefaults",
    {},
    element(
      "w:rPrDefault",
      {},
      element(
        "w:rPr",
        {},
        element("w:rFonts", { "w:ascii": SERIF, "w:eastAsia": SERIF, "w:hAnsi": SERIF, "w:cs": SERIF }),
        colour(colours.ink),
        size(10.5),
        element("w:lang", { "w:val": "nl-NL", "w:eastAsia": "nl-NL", "w:bidi": "ar-SA" }),
      ),
    ),
    element("w:pPrDefault", {}, element("w:pPr", {}, spacing(0, 7, 1.19))),
  );
  const paragraphs = Object.entries(paragraphStyles(house, accent, cover.style === "page" ? CHAPTERS : RUNNING)).map(
    ([id, style]) =>
      element(
        "w:style",
        {
          "w:type": "paragraph",
          ...(id === "Normal" && { "w:default": 1 }),
          // Word has those in English itself, and shows them in the language of who works with it.
          ...(/^[A-Z]/.test(style.name) && !OWN_OF_WORD.test(style.name) && { "w:customStyle": 1 }),
          "w:styleId": id,
        },
        name(style.name),
        style.basedOn && element("w:basedOn", { "w:val": style.basedOn }),
        style.next && element("w:next", { "w:val": style.next }),
        element("w:uiPriority", { "w:val": style.rare ? 99 : 9 }),
        !style.rare && element("w:qFormat"),
        style.paragraph && element("w:pPr", {}, style.paragraph),
        style.words && element("w:rPr", {}, style.words),
      ),
  );
  const characters = characterStyles(palette).map(([id, own, look]) =>
    element("w:style", { "w:type": "character", "w:styleId": id }, name(own), element("w:rPr", {}, look)),
  );
  return part(
    element(
      "w:styles",
      { "xmlns:w": W },
      defaults,
      paragraphs,
      element(
        "w:style",
        { "w:type": "character", "w:default": 1, "w:styleId": "DefaultParagraphFont" },
        name("Default Paragraph Font"),
        element("w:uiPriority", { "w:val": 1 }),
        element("w:semiHidden"),
      ),
      characters,
      element(
        "w:style",
        { "w:type": "numbering", "w:default": 1, "w:styleId": "NoList" },
        name("No List"),
        element("w:semiHidden"),
      ),
      tableStyles(house),
    ),
  );
}

/** The usual table, and that of the house: a row of headers in its colour, lines between rows. */
function tableStyles(house: string): string {
  const margins = element(
    "w:tblCellMar",
    {},
    element("w:top", { "w:w": mm(1), "w:type": "dxa" }),
    element("w:left", { "w:w": mm(1.5), "w:type": "dxa" }),
    element("w:bottom", { "w:w": mm(0.6), "w:type": "dxa" }),
    element("w:right", { "w:w": mm(1.5), "w:type": "dxa" }),
  );
  const lines = element(
    "w:tblBorders",
    {},
    border("bottom", colours.line, 0.5, 0),
    border("insideH", colours.line, 0.5, 0),
  );
  return (
    element(
      "w:style",
      { "w:type": "table", "w:default": 1, "w:styleId": "TableNormal" },
      element("w:name", { "w:val": "Normal Table" }),
      element("w:semiHidden"),
      element("w:tblPr", {}, element("w:tblInd", { "w:w": 0, "w:type": "dxa" })),
    ) +
    element(
      "w:style",
      { "w:type": "table", "w:customStyle": 1, "w:styleId": "HouseTable" },
      element("w:name", { "w:val": "Tabel huisstijl" }),
      element("w:basedOn", { "w:val": "TableNormal" }),
      element("w:qFormat"),
      element("w:tblPr", {}, lines, margins),
      element(
        "w:tblStylePr",
        { "w:type": "firstRow" },
        element("w:rPr", {}, bold, colour("FFFFFF")),
        element("w:tcPr", {}, shade(house), element("w:vAlign", { "w:val": "bottom" })),
      ),
      element("w:tblStylePr", { "w:type": "firstCol" }, element("w:rPr", {}, light)),
    )
  );
}

/** The colour of the house, without the sign in front. */
export const houseOf = (palette: Palette | undefined): string =>
  palette?.house ? hex(palette.house.light) : colours.house;
