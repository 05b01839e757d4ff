/** The parts of a Word file, put together (ISO/IEC 29500-2): the same document gives the same bytes. */
import { zipSync } from "fflate";
import type { Document } from "../documents/index.js";
import { holdsContents } from "../documents/walk.js";
import { Body, END, type Shared, signature } from "./body.js";
import { type Carried, carrierXml, customProperties, itemProperties } from "./carrier.js";
import { Names } from "./names.js";
import { Numbering } from "./numbering.js";
import type { Note, Paragraph, Part } from "./pieces.js";
import { Relations } from "./relations.js";
import type { Comment } from "./revisers.js";
import { LANDSCAPE, MARGIN, PAGE, PAPER } from "./sizes.js";
import { boxes, houseOf, stylesXml, themesOf, W } from "./styles.js";
import { element, escaped, part, type Xml } from "./xml.js";

const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NAMESPACES = {
  "xmlns:w": W,
  "xmlns:r": R,
  "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
} as const;

const APP = "docProps/app.xml";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** What a file is made of besides its pages. */
export interface FileFacts {
  readonly document: Document;
  readonly date: Date | undefined;
  readonly author: string;
  /** Where its paragraphs come from; missing for what isn't made to be brought back. */
  readonly carried?: Carried;
  /** By their numbers. */
  readonly comments?: readonly Comment[];
}

/** @returns the bytes of the file */
export function fileOf(parts: readonly Part[], facts: FileFacts): Uint8Array {
  return new Writing(parts, facts).bytes();
}

class Writing {
  private readonly files = new Map<string, string | Uint8Array>();
  private readonly overrides: string[] = [];
  private readonly relations = new Relations();
  private readonly noteRelations = new Relations();
  private readonly notes: string[] = [];
  private readonly margins = new Map<string, string>();
  private readonly numbering = new Numbering();
  private count = 0;
  private readonly shared: Shared;
  private readonly noteBody: Body;

  constructor(
    private readonly parts: readonly Part[],
    private readonly facts: FileFacts,
  ) {
    const { document, carried } = facts;
    this.shared = {
      images: document.images,
      names: new Names(),
      numbering: this.numbering,
      themes: themesOf(document.palette),
      boxes: boxes({ house: houseOf(document.palette) }),
      carried: carried?.numbers ?? new Map(),
      unique: () => ++this.count,
      media: (file, bytes, type) => this.media(file, bytes, type),
      note: (note) => this.note(note),
    };
    this.noteBody = new Body(this.shared, this.noteRelations);
  }

  bytes(): Uint8Array {
    const { document, date, author, carried, comments = [] } = this.facts;
    this.add("word/document.xml", `${WORD}.document.main+xml`, this.body());
    this.own("styles", `${WORD}.styles+xml`, stylesXml(document));
    this.own("numbering", `${WORD}.numbering+xml`, this.numbering.xml());
    this.own("settings", `${WORD}.settings+xml`, settingsXml(document.sections.some(holdsContents)));
    this.own("footnotes", `${WORD}.footnotes+xml`, this.footnotes());
    if (comments.length > 0) this.own("comments", `${WORD}.comments+xml`, commentsXml(comments));
    if (carried) {
      this.put("customXml/item1.xml", carrierXml(carried));
      this.add(
        "customXml/itemProps1.xml",
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        itemProperties,
      );
      const own = new Relations();
      own.to("customXmlProps", "itemProps1.xml");
      this.put("customXml/_rels/item1.xml.rels", own.xml() ?? "");
      this.relations.to("customXml", "../customXml/item1.xml");
    }
    this.put("word/_rels/document.xml.rels", this.relations.xml() ?? "");
    const noteLinks = this.noteRelations.xml();
    if (noteLinks) this.put("word/_rels/footnotes.xml.rels", noteLinks);
    const root = new Relations();
    root.to("officeDocument", "word/document.xml");
    this.add(
      "docProps/core.xml",
      "application/vnd.openxmlformats-package.core-properties+xml",
      coreXml(document, author, date),
    );
    root.to(
      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      "docProps/core.xml",
    );
    this.add(APP, "application/vnd.openxmlformats-officedocument.extended-properties+xml", appXml);
    root.to("extended-properties", APP);
    if (carried) {
      this.add(
        "docProps/custom.xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        customProperties(carried),
      );
      root.to("custom-properties", "docProps/custom.xml");
    }
    this.put("_rels/.rels", root.xml() ?? "");
    return this.zipped();
  }

  private put(path: string, content: string | Uint8Array): void {
    this.files.set(path, content);
  }

  private add(path: string, type: string, content: string): void {
    this.put(path, content);
    this.overrides.push(element("Override", { PartName: `/${path}`, ContentType: type }));
  }

  /** A part that the document itself points at. */
  private own(name: string, type: string, content: string): void {
    this.add(`word/${name}.xml`, type, content);
    this.relations.to(name, `${name}.xml`);
  }

  private media(file: string, bytes: Uint8Array, type: "png" | "jpeg"): string {
    // The same file in two places is one image.
    const at = [...this.shared.images.keys()].indexOf(file) + 1;
    const path = `media/image${at}.${type}`;
    this.put(`word/${path}`, bytes);
    return path;
  }

  private note(note: Note): number {
    const id = this.notes.length + 1;
    this.notes.push("");
    const sign =
      element(
        "w:r",
        {},
        element("w:rPr", {}, element("w:rStyle", { "w:val": "FootnoteReference" })),
        element("w:footnoteRef"),
      ) + element("w:r", {}, element("w:t", { "xml:space": "preserve" }, " "));
    this.notes[id - 1] = element(
      "w:footnote",
      { "w:id": id },
      note.text.map((own, index) => this.noteBody.paragraph(own, { sign: index === 0 ? sign : "" })),
    );
    return id;
  }

  private footnotes(): string {
    const line = (type: string, id: number): string =>
      element(
        "w:footnote",
        { "w:type": type, "w:id": id },
        element(
          "w:p",
          {},
          element("w:pPr", {}, element("w:pStyle", { "w:val": "SectionEnd" })),
          element("w:r", {}, element(`w:${type}`)),
        ),
      );
    return part(
      element("w:footnotes", NAMESPACES, line("separator", -1), line("continuationSeparator", 0), this.notes),
    );
  }

  private body(): string {
    const body = new Body(this.shared, this.relations);
    const { length } = this.parts;
    const inner = this.parts.map((own, index) => {
      const section = this.section(own);
      const last = own.pieces.at(-1);
      // After a table Word wants a paragraph, or it makes one itself.
      if (index === length - 1)
        return body.pieces(own.pieces, own.landscape) + (last?.type === "table" ? END : "") + section;
      // The end of a section can't come or go.
      if (last?.type !== "paragraph" || last.closes || last.change)
        return body.pieces(own.pieces, own.landscape) + END.replace("</w:pPr>", `${section}</w:pPr>`);
      return body.pieces(own.pieces.slice(0, -1), own.landscape) + body.paragraph(last, { end: section });
    });
    return part(element("w:document", NAMESPACES, element("w:body", {}, inner)));
  }

  /** What pages look like around the text. */
  private section({ header, landscape, cover, newPage }: Part): string {
    const state = this.state();
    const [left, right] = header;
    const width = landscape ? LANDSCAPE : PAGE;
    const both =
      left.length + right.length > (landscape ? 140 : 90)
        ? [left, right].filter(Boolean).join("\n")
        : `${left}\t${right}`;
    const above = this.margin(
      "header",
      paragraphXml("Header", width, words(left || right ? both.replace(/\t$/, "") : "")),
    );
    const below = this.margin(
      "footer",
      paragraphXml("Footer", width, [state, element("w:r", {}, element("w:tab")), PAGE_NUMBER]),
    );
    const reference = (kind: "header" | "footer", type: string, id: string): string =>
      element(`w:${kind}Reference`, { "w:type": type, "r:id": id });
    return element(
      "w:sectPr",
      {},
      reference("header", "default", above),
      cover && reference("header", "first", this.margin("header", paragraphXml("Header", width, ""))),
      reference("footer", "default", below),
      cover && reference("footer", "first", this.margin("footer", paragraphXml("Footer", width, state))),
      element("w:type", { "w:val": newPage ? "nextPage" : "continuous" }),
      landscape
        ? element("w:pgSz", { "w:w": PAPER.height, "w:h": PAPER.width, "w:orient": "landscape" })
        : element("w:pgSz", { "w:w": PAPER.width, "w:h": PAPER.height }),
      element("w:pgMar", {
        "w:top": MARGIN.top,
        "w:right": MARGIN.side,
        "w:bottom": MARGIN.bottom,
        "w:left": MARGIN.side,
        "w:header": 720,
        "w:footer": 600,
        "w:gutter": 0,
      }),
      cover && element("w:titlePg"),
    );
  }

  /** The state of the document stands on every page, until it is adopted. */
  private state(): string {
    const { caution, label } = this.facts.document.status;
    return caution === undefined ? "" : words(label.toUpperCase(), element("w:color", { "w:val": "6B4700" }));
  }

  /** A header or footer: the same one is kept once. */
  private margin(kind: "header" | "footer", paragraph: string): string {
    const root = element(kind === "header" ? "w:hdr" : "w:ftr", NAMESPACES, paragraph);
    const before = this.margins.get(root);
    if (before !== undefined) return before;
    const name = `${kind}${this.margins.size + 1}.xml`;
    this.add(`word/${name}`, `${WORD}.${kind}+xml`, part(root));
    const id = this.relations.to(kind, name);
    this.margins.set(root, id);
    return id;
  }

  private zipped(): Uint8Array {
    const types = part(
      element(
        "Types",
        { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" },
        element("Default", {
          Extension: "rels",
          ContentType: "application/vnd.openxmlformats-package.relationships+xml",
        }),
        element("Default", { Extension: "xml", ContentType: "application/xml" }),
        element("Default", { Extension: "png", ContentType: "image/png" }),
        element("Default", { Extension: "jpeg", ContentType: "image/jpeg" }),
        this.overrides,
      ),
    );
    const entries = [["[Content_Types].xml", types] as const, ...this.files];
    const encoder = new TextEncoder();
    return zipSync(
      Object.fromEntries(
        entries.map(([path, content]) => {
          const bytes = typeof content === "string" ? encoder.encode(content) : content;
          // Images are packed already; and who looks for what made the file finds it as it is.
          const asItIs = typeof content !== "string" || path === APP;
          return [path, [bytes, { level: asItIs ? 0 : 6 }]] as const;
        }),
      ),
      // The clock has no say in what is written; the library writes the parts of this date as they are here.
      { mtime: new Date(1980, 0, 1) },
    );
  }
}

const words = (text: string, look: Xml = ""): string =>
  text === ""
    ? ""
    : element(
        "w:r",
        {},
        look && element("w:rPr", {}, look),
        text
          .split(/([\t\n])/)
          .map((piece) =>
            piece === "\t"
              ? element("w:tab")
              : piece === "\n"
                ? element("w:br")
                : piece && element("w:t", { "xml:space": "preserve" }, escaped(piece)),
          ),
      );

const PAGE_NUMBER = element("w:fldSimple", { "w:instr": " PAGE " }, words("1"));

/** A line above or below a page: its end stands at the end of the text. */
const paragraphXml = (style: Extract<Paragraph["style"], "Header" | "Footer">, width: number, inner: Xml): string =>
  element(
    "w:p",
    {},
    element(
      "w:pPr",
      {},
      element("w:pStyle", { "w:val": style }),
      width !== PAGE &&
        element(
          "w:tabs",
          {},
          element("w:tab", { "w:val": "clear", "w:pos": PAGE }),
          element("w:tab", { "w:val": "right", "w:pos": width }),
        ),
    ),
    inner,
  );

/** The reasons of changes, beside them. */
const commentsXml = (comments: readonly Comment[]): string =>
  part(
    element(
      "w:comments",
      NAMESPACES,
      comments.map(({ text, by }, id) =>
        element(
          "w:comment",
          { "w:id": id, ...signature(by), "w:initials": initials(by.author) },
          element("w:p", {}, element("w:pPr", {}, element("w:pStyle", { "w:val": "CommentText" })), words(text)),
        ),
      ),
    ),
  );

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map(([first = ""]) => first)
    .join("")
    .slice(0, 9);

const settingsXml = (hasContents: boolean): string =>
  part(
    element(
      "w:settings",
      { "xmlns:w": W },
      element("w:zoom", { "w:percent": 100 }),
      element("w:defaultTabStop", { "w:val": 708 }),
      element("w:autoHyphenation"),
      element("w:hyphenationZone", { "w:val": 425 }),
      // Only Word knows on which page something stands. It asks first, and then fills in the contents.
      hasContents && element("w:updateFields"),
      element("w:footnotePr", {}, element("w:footnote", { "w:id": -1 }), element("w:footnote", { "w:id": 0 })),
      element(
        "w:compat",
        {},
        element("w:compatSetting", {
          "w:name": "compatibilityMode",
          "w:uri": "http://schemas.microsoft.com/office/word",
          "w:val": 15,
        }),
      ),
      element("w:themeFontLang", { "w:val": "nl-NL" }),
      element("w:decimalSymbol", { "w:val": "," }),
      element("w:listSeparator", { "w:val": ";" }),
    ),
  );

/** ISO/IEC 29500-2, 11. */
function coreXml({ title, cover, language, status }: Document, author: string, date: Date | undefined): string {
  const moment = date?.toISOString().replace(/\.\d+Z/, "Z");
  const stamp = (name: string): Xml => moment && element(`dcterms:${name}`, { "xsi:type": "dcterms:W3CDTF" }, moment);
  return part(
    element(
      "cp:coreProperties",
      {
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      },
      element("dc:title", {}, escaped(title)),
      cover.subtitle && element("dc:subject", {}, escaped(cover.subtitle)),
      author && element("dc:creator", {}, escaped(author)),
      element("dc:language", {}, language === "nl" ? "nl-NL" : language),
      status.label && element("cp:contentStatus", {}, escaped(status.label)),
      stamp("created"),
      stamp("modified"),
    ),
  );
}

const appXml = part(
  element(
    "Properties",
    { xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" },
    element("Application", {}, "ivp"),
  ),
);
