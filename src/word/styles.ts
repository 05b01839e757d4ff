/** styles.xml: the house style as styles, so that a colleague can make a document look otherwise at one place. */
import type { Document, Palette } from "../documents/index.js";
import { colours } from "./colours.js";
import { SERIF } from "./fonts.js";
import { CHAPTERS, RUNNING } from "./level-styles.js";
import { W } from "./namespaces.js";
import { paragraphStyles } from "./paragraph-styles.js";
import { bold, colour, italic, sans, shade, size, spacing } from "./style-xml.js";
import { tableStyles } from "./table-styles.js";
import { hex, houseOf, themeStyle, themesOf } from "./themes.js";
import { element, part, type Xml } from "./xml.js";

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
  const house = houseOf(palette);
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
