/** The parts of a Word file, put together (ISO/IEC 29500-2): the same document gives the same bytes. */
import type { Document } from "../documents/index.js";
import { holdsContents } from "../documents/walk.js";
import { Body, END } from "./body.js";
import { type Carried, carrierXml, customProperties, itemProperties } from "./carrier.js";
import { chartXml, type Drawing, workbookOf } from "./charts/index.js";
import { type Comment, commentsXml, threadsXml } from "./comments.js";
import { sectionXml } from "./margins.js";
import { Names } from "./names.js";
import { NAMESPACES } from "./namespaces.js";
import { Numbering } from "./numbering.js";
import { packed } from "./packed.js";
import type { Note, Part } from "./pieces.js";
import { appXml, coreXml, settingsXml } from "./properties.js";
import { Relations } from "./relations.js";
import { plainRun } from "./run.js";
import type { Shared } from "./shared.js";
import { boxes } from "./style-xml.js";
import { stylesXml } from "./styles.js";
import { houseOf, themesOf } from "./themes.js";
import { element, part } from "./xml.js";

const APP = "docProps/app.xml";
const OFFICE = "application/vnd.openxmlformats-officedocument";
const WORD = `${OFFICE}.wordprocessingml`;
const PACKAGE = "application/vnd.openxmlformats-package";

/** What is no XML, by how its names end. */
const endings = {
  rels: `${PACKAGE}.relationships+xml`,
  xml: "application/xml",
  png: "image/png",
  jpeg: "image/jpeg",
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
} as const;

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
  private charts = 0;
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
      chart: (drawing) => this.chart(drawing),
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
    if (comments.length > 0) this.comments(comments);
    if (carried) this.carried(carried);
    this.put("word/_rels/document.xml.rels", this.relations.xml() ?? "");
    const noteLinks = this.noteRelations.xml();
    if (noteLinks) this.put("word/_rels/footnotes.xml.rels", noteLinks);
    const root = new Relations();
    root.to("officeDocument", "word/document.xml");
    this.add("docProps/core.xml", `${PACKAGE}.core-properties+xml`, coreXml(document, author, date));
    root.to(
      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      "docProps/core.xml",
    );
    this.add(APP, `${OFFICE}.extended-properties+xml`, appXml);
    root.to("extended-properties", APP);
    if (carried) {
      this.add("docProps/custom.xml", `${OFFICE}.custom-properties+xml`, customProperties(carried));
      root.to("custom-properties", "docProps/custom.xml");
    }
    this.put("_rels/.rels", root.xml() ?? "");
    const types = part(
      element(
        "Types",
        { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" },
        Object.entries(endings).map(([ending, type]) => element("Default", { Extension: ending, ContentType: type })),
        this.overrides,
      ),
    );
    // Who looks for what made the file finds it as it is.
    return packed([["[Content_Types].xml", types], ...this.files], new Set([APP]));
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

  private comments(comments: readonly Comment[]): void {
    this.own("comments", `${WORD}.comments+xml`, commentsXml(comments));
    if (comments.every(({ answers }) => answers === undefined)) return;
    this.add("word/commentsExtended.xml", `${WORD}.commentsExtended+xml`, threadsXml(comments));
    this.relations.to(
      "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
      "commentsExtended.xml",
    );
  }

  private carried(carried: Carried): void {
    this.put("customXml/item1.xml", carrierXml(carried));
    this.add("customXml/itemProps1.xml", `${OFFICE}.customXmlProperties+xml`, itemProperties);
    const own = new Relations();
    own.to("customXmlProps", "itemProps1.xml");
    this.put("customXml/_rels/item1.xml.rels", own.xml() ?? "");
    this.relations.to("customXml", "../customXml/item1.xml");
  }

  private media(file: string, bytes: Uint8Array, type: "png" | "jpeg"): string {
    // The same file in two places is one image.
    const at = [...this.shared.images.keys()].indexOf(file) + 1;
    const path = `media/image${at}.${type}`;
    this.put(`word/${path}`, bytes);
    return path;
  }

  private chart(drawing: Drawing): string {
    const number = ++this.charts;
    const own = new Relations();
    const workbook = own.to("package", `../embeddings/chart${number}.xlsx`);
    const xml = chartXml(drawing, houseOf(this.facts.document.palette), workbook);
    this.add(`word/charts/chart${number}.xml`, `${OFFICE}.drawingml.chart+xml`, xml);
    this.put(`word/charts/_rels/chart${number}.xml.rels`, own.xml() ?? "");
    this.put(`word/embeddings/chart${number}.xlsx`, workbookOf(drawing));
    return `charts/chart${number}.xml`;
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
      ) + plainRun(" ");
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
      const section = sectionXml(own, this.facts.document.status, (kind, root) => this.margin(kind, root));
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

  private margin(kind: "header" | "footer", root: string): string {
    const before = this.margins.get(root);
    if (before !== undefined) return before;
    const name = `${kind}${this.margins.size + 1}.xml`;
    this.add(`word/${name}`, `${WORD}.${kind}+xml`, part(root));
    const id = this.relations.to(kind, name);
    this.margins.set(root, id);
    return id;
  }
}
