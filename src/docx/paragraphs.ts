/** Reads the paragraphs and tables of one story of a document: its body, a note, a header. */
import type { Package, Relation } from "./package.js";
import type { Lists, Styles } from "./styles.js";
import type {
  Look,
  Paragraph,
  Piece,
  Surroundings,
  Tracked,
  WordBlock,
  WordCell,
  WordPicture,
  WordRow,
  WordTable,
} from "./types.js";
import { childOf, childrenNamed, deepNamed, elementsIn, isOn, textIn, valueIn, type XmlElement } from "./xml.js";

const kinds: Readonly<Record<string, Tracked["kind"]>> = {
  "w:ins": "inserted",
  "w:del": "deleted",
  "w:moveTo": "moved-here",
  "w:moveFrom": "moved-away",
  "w:cellIns": "inserted",
  "w:cellDel": "deleted",
};

/** What only groups other things, within a paragraph or around paragraphs. */
const GROUPS = new Set([
  "w:sdt",
  "w:sdtContent",
  "w:smartTag",
  "w:customXml",
  "w:dir",
  "w:bdo",
  "w:ruby",
  "w:rubyBase",
]);

interface Open {
  readonly pieces: Piece[];
  readonly bookmarks: { name: string; edge: "start" | "end"; piece: number }[];
  readonly style: string | undefined;
}

export class StoryReader {
  private readonly relations: ReadonlyMap<string, Relation>;
  private readonly bookmarks = new Map<string, string>();
  private readonly comments = new Set<string>();
  /** Fields that have begun, with whether what they show has begun. */
  private readonly fields: { code: string; shown: boolean }[] = [];
  /** Bookmarks that begin between paragraphs. */
  private waiting: string[] = [];
  private last: Paragraph | undefined;
  private tables = 0;
  readonly notices = new Set<string>();

  constructor(
    own: Package,
    part: string,
    private readonly styles: Styles,
    private readonly lists: Lists,
  ) {
    this.relations = own.relations(part);
  }

  blocks(parent: XmlElement, at: Surroundings, around: readonly Tracked[] = []): WordBlock[] {
    return elementsIn(parent).flatMap((element): WordBlock[] => {
      switch (element.name) {
        case "w:p":
          return this.paragraph(element, at, around);
        case "w:tbl":
          return [this.table(element, at, around)];
        case "w:ins":
        case "w:del":
        case "w:moveFrom":
        case "w:moveTo":
          return this.blocks(element, at, [...around, trackedBy(element)]);
        case "w:bookmarkStart": {
          const { "w:id": id = "", "w:name": name = "" } = element.attributes;
          this.bookmarks.set(id, name);
          this.waiting.push(name);
          return [];
        }
        case "w:bookmarkEnd":
          this.endAfterLast(element.attributes["w:id"] ?? "");
          return [];
        case "mc:AlternateContent":
          return this.blocks(chosen(element), at, around);
        case "w:altChunk":
          this.notices.add("In het bestand zit een ander bestand als stuk tekst; dat leest ivp niet.");
          return [];
        default:
          if (isRange(element)) this.range(element);
          if (element.name === "w:sdt" && isContents(element))
            return this.blocks(element, { ...at, contents: true }, around);
          return GROUPS.has(element.name) ? this.blocks(element, at, around) : [];
      }
    });
  }

  /** A bookmark that ends between paragraphs ends with the one before. */
  private endAfterLast(id: string): void {
    const name = this.bookmarks.get(id);
    if (name === undefined) return;
    const begun = this.waiting.indexOf(name);
    if (begun >= 0) this.waiting.splice(begun, 1);
    else if (this.last)
      (this.last.bookmarks as Open["bookmarks"]).push({ name, edge: "end", piece: this.last.pieces.length });
  }

  private table(element: XmlElement, at: Surroundings, around: readonly Tracked[]): WordTable {
    const table = this.tables++;
    const rows = unwrapped(element, "w:tr").map((row, index): WordRow => {
      const properties = childOf(row, "w:trPr");
      const tracked = trackedIn(properties);
      let column = 0;
      const cells = unwrapped(row, "w:tc").map((cell): WordCell => {
        const own = childOf(cell, "w:tcPr");
        const span = Math.max(1, Number(valueIn(own, "w:gridSpan") ?? 1) || 1);
        const cells = [...at.cells, { table, row: index, column }];
        column += span;
        return {
          blocks: this.blocks(cell, { ...at, cells }, [...around, ...tracked, ...trackedIn(own)]),
          span,
          continues: childOf(own, "w:vMerge") !== undefined && valueIn(own, "w:vMerge") !== "restart",
        };
      });
      return { header: isOn(properties, "w:tblHeader") === true, tracked, cells };
    });
    return { type: "table", rows };
  }

  /** A paragraph, and after it those in the boxes that hang on it. */
  private paragraph(element: XmlElement, at: Surroundings, around: readonly Tracked[]): WordBlock[] {
    const properties = childOf(element, "w:pPr");
    const style = valueIn(properties, "w:pStyle");
    const open: Open = { pieces: [], bookmarks: [], style };
    for (const name of this.waiting.splice(0)) open.bookmarks.push({ name, edge: "start", piece: 0 });
    const boxes: WordBlock[] = [];
    const contents = at.contents === true || this.fields.some(({ code }) => /^\s*TOC\b/.test(code));
    this.inline(element, open, [], undefined, (box) => {
      boxes.push(...this.blocks(box, { ...at, box: true }, around));
    });
    const level = this.styles.levelOf(properties);
    const numbering = this.styles.numberingOf(properties);
    const ordered = numbering && this.lists.isOrdered(numbering.id, numbering.depth);
    const paragraph: Paragraph = {
      type: "paragraph",
      at: contents ? { ...at, contents: true } : at,
      pieces: open.pieces,
      mark: trackedIn(childOf(properties, "w:rPr")),
      around,
      bookmarks: open.bookmarks,
      ...(level !== undefined && { level }),
      style: this.styles.nameOf(style),
      ...(numbering && ordered !== undefined && { list: { ...numbering, ordered } }),
      looks: looksIn(element),
    };
    this.last = paragraph;
    return [paragraph, ...boxes];
  }

  private inline(
    parent: XmlElement,
    open: Open,
    tracked: readonly Tracked[],
    link: string | undefined,
    box: (content: XmlElement) => void,
  ): void {
    for (const element of elementsIn(parent)) {
      switch (element.name) {
        case "w:r":
          this.run(element, open, tracked, link, box);
          break;
        case "w:ins":
        case "w:del":
        case "w:moveFrom":
        case "w:moveTo":
          this.inline(element, open, [...tracked, trackedBy(element)], link, box);
          break;
        case "w:hyperlink":
          this.inline(element, open, tracked, this.addressOf(element) ?? link, box);
          break;
        case "w:fldSimple":
          this.fields.push({ code: element.attributes["w:instr"] ?? "", shown: true });
          this.inline(element, open, tracked, link, box);
          this.fields.pop();
          break;
        case "w:bookmarkStart": {
          const { "w:id": id = "", "w:name": name = "" } = element.attributes;
          this.bookmarks.set(id, name);
          open.bookmarks.push({ name, edge: "start", piece: open.pieces.length });
          break;
        }
        case "w:bookmarkEnd": {
          const name = this.bookmarks.get(element.attributes["w:id"] ?? "");
          if (name !== undefined) open.bookmarks.push({ name, edge: "end", piece: open.pieces.length });
          break;
        }
        case "m:oMath":
        case "m:oMathPara":
          this.notices.add("In de tekst staat een formule: daarvan leest ivp alleen de tekens.");
          this.put(open, textIn(element), tracked, link);
          break;
        case "mc:AlternateContent":
          this.inline(chosen(element), open, tracked, link, box);
          break;
        default:
          if (isRange(element)) this.range(element);
          else if (GROUPS.has(element.name)) this.inline(element, open, tracked, link, box);
      }
    }
  }

  private run(
    run: XmlElement,
    open: Open,
    tracked: readonly Tracked[],
    link: string | undefined,
    box: (content: XmlElement) => void,
  ): void {
    const properties = childOf(run, "w:rPr");
    const put = (text: string, more: Partial<Piece> = {}): void =>
      this.put(open, text, tracked, link, properties, more);
    for (const element of elementsIn(run)) {
      switch (element.name) {
        case "w:t":
        case "w:delText":
          put(textIn(element));
          break;
        case "w:tab":
          put("\t");
          break;
        case "w:br":
        case "w:cr":
          // The end of a page or column is no text.
          if (!/^(?:page|column)$/.test(element.attributes["w:type"] ?? "")) put("\n");
          break;
        case "w:noBreakHyphen":
          put("\u2011");
          break;
        case "w:sym":
          put(String.fromCodePoint(Number.parseInt(element.attributes["w:char"] ?? "", 16) || 0xfffd));
          break;
        case "w:footnoteReference":
        case "w:endnoteReference":
          put("", {
            note: {
              kind: element.name === "w:footnoteReference" ? "footnote" : "endnote",
              id: element.attributes["w:id"] ?? "",
            },
          });
          break;
        case "w:fldChar":
          this.field(element.attributes["w:fldCharType"]);
          break;
        case "w:instrText": {
          const field = this.fields.at(-1);
          if (field && !field.shown) field.code += textIn(element);
          break;
        }
        case "w:drawing":
        case "w:pict":
        case "w:object":
          this.drawing(element, put, box);
          break;
        case "mc:AlternateContent":
          this.run(
            { ...chosen(element), children: [...(properties ? [properties] : []), ...chosen(element).children] },
            open,
            tracked,
            link,
            box,
          );
          break;
      }
    }
  }

  private field(type: string | undefined): void {
    const field = this.fields.at(-1);
    if (type === "begin") this.fields.push({ code: "", shown: false });
    else if (type === "separate" && field) field.shown = true;
    else if (type === "end") this.fields.pop();
  }

  private put(
    { pieces, style }: Open,
    text: string,
    tracked: readonly Tracked[],
    link: string | undefined,
    run?: XmlElement,
    more: Partial<Piece> = {},
  ): void {
    const field = this.fields.at(-1);
    if (field && !field.shown) return;
    const [, address] = /^\s*HYPERLINK\s+"([^"]*)"/.exec(field?.code ?? "") ?? [];
    const target = link ?? address;
    pieces.push({
      text,
      tracked,
      ...(this.styles.isOn(run, style, "w:b") && { bold: true }),
      ...(this.styles.isOn(run, style, "w:i") && { italic: true }),
      ...(text.trim() !== "" && otherLooks(run)),
      ...(target !== undefined && { link: target }),
      ...(field && address === undefined && { field: field.code.trim() }),
      comments: [...this.comments],
      ...more,
    });
  }

  private addressOf({ attributes }: XmlElement): string | undefined {
    const relation = this.relations.get(attributes["r:id"] ?? "");
    const anchor = attributes["w:anchor"];
    if (relation) return anchor ? `${relation.target}#${anchor}` : relation.target;
    return anchor === undefined ? undefined : `#${anchor}`;
  }

  private drawing(
    element: XmlElement,
    put: (text: string, more: Partial<Piece>) => void,
    box: (content: XmlElement) => void,
  ): void {
    const boxes = deepNamed(element, "w:txbxContent");
    for (const content of boxes) box(content);
    const picture = this.pictureIn(element);
    if (picture) put("", { picture });
    else if (boxes.length === 0 && deepNamed(element, "v:rect").length === 0)
      put("", { picture: { alt: altOf(element), other: "een tekening" } });
  }

  private pictureIn(element: XmlElement): WordPicture | undefined {
    const alt = altOf(element);
    if (element.name === "w:object") return { alt, other: "een ingesloten bestand" };
    if (deepNamed(element, "chart:chart").length > 0) return { alt, other: "een grafiek" };
    if (deepNamed(element, "chart:relIds").length > 0) return { alt, other: "een schema (SmartArt)" };
    const id =
      deepNamed(element, "a:blip")[0]?.attributes["r:embed"] ??
      deepNamed(element, "a:blip")[0]?.attributes["r:link"] ??
      deepNamed(element, "v:imagedata")[0]?.attributes["r:id"];
    if (id === undefined) return undefined;
    const relation = this.relations.get(id);
    return relation && !relation.outside
      ? { part: relation.target, alt }
      : { alt, other: "een afbeelding die niet in het bestand zit" };
  }

  private range({ name, attributes: { "w:id": id = "" } }: XmlElement): void {
    if (name === "w:commentRangeStart") this.comments.add(id);
    else this.comments.delete(id);
  }
}

function otherLooks(run: XmlElement | undefined): { other?: readonly Look[] } {
  const value = (name: string): string => valueIn(run, name) ?? "";
  const looks: Look[] = [
    ...(!/^(?:none)?$/.test(value("w:u")) ? (["underlined"] as const) : []),
    ...(isOn(run, "w:strike") || isOn(run, "w:dstrike") ? (["struck"] as const) : []),
    ...(value("w:vertAlign") === "superscript" ? (["raised"] as const) : []),
    ...(value("w:vertAlign") === "subscript" ? (["lowered"] as const) : []),
    ...(!/^(?:none)?$/.test(value("w:highlight")) ? (["highlighted"] as const) : []),
  ];
  return looks.length > 0 ? { other: looks } : {};
}

const isRange = ({ name }: XmlElement): boolean => name === "w:commentRangeStart" || name === "w:commentRangeEnd";

/** What another program than the newest Word would show is the same again. */
const chosen = (element: XmlElement): XmlElement =>
  childOf(element, "mc:Choice") ?? childOf(element, "mc:Fallback") ?? element;

/** Rows or cells, also those within what only groups. */
const unwrapped = (element: XmlElement, name: string): XmlElement[] =>
  elementsIn(element).flatMap((child) =>
    child.name === name ? [child] : GROUPS.has(child.name) ? unwrapped(child, name) : [],
  );

function trackedBy({ name, attributes }: XmlElement): Tracked {
  const kind = kinds[name] ?? "inserted";
  return { kind, author: attributes["w:author"] ?? "", date: attributes["w:date"] ?? "" };
}

const trackedIn = (properties: XmlElement | undefined): Tracked[] =>
  properties
    ? elementsIn(properties)
        .filter(({ name }) => name in kinds)
        .map(trackedBy)
    : [];

/** Changes of looks: of the paragraph, its mark and its runs. */
function looksIn(paragraph: XmlElement): Omit<Tracked, "kind">[] {
  const found = ["w:rPrChange", "w:pPrChange", "w:numberingChange"].flatMap((name) => deepNamed(paragraph, name));
  const all = found.map(({ attributes }) => ({
    author: attributes["w:author"] ?? "",
    date: attributes["w:date"] ?? "",
  }));
  return all.filter(({ author }, index) => all.findIndex((one) => one.author === author) === index);
}

function isContents(sdt: XmlElement): boolean {
  const [gallery] = childrenNamed(childOf(childOf(sdt, "w:sdtPr"), "w:docPartObj"), "w:docPartGallery");
  return gallery?.attributes["w:val"] === "Table of Contents";
}

const altOf = (element: XmlElement): string => {
  const properties = deepNamed(element, "wp:docPr")[0]?.attributes;
  const shape = deepNamed(element, "v:shape")[0]?.attributes;
  return (properties?.descr ?? shape?.alt ?? "").trim();
};
