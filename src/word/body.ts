/** Paragraphs and tables as the XML of Word (ISO/IEC 29500-1, 17). */
import type { Document } from "../documents/index.js";
import type { Drawing } from "./charts/index.js";
import { chartInline, imageXml } from "./drawings.js";
import type { Names } from "./names.js";
import { carrierName } from "./names.js";
import type { Numbering } from "./numbering.js";
import { EMU_PER_TWIP, shownSize, sizeOf } from "./picture.js";
import type {
  Change,
  ChartRun,
  Image,
  Look,
  Note,
  Paragraph,
  Piece,
  Run,
  Table,
  TableRow,
  Target,
  Words,
} from "./pieces.js";
import type { Relations } from "./relations.js";
import { run, text } from "./run.js";
import { signature } from "./signature.js";
import { LANDSCAPE, mm, PAGE } from "./sizes.js";
import { themeStyle } from "./styles.js";
import { element, escaped, joined, type Xml } from "./xml.js";

/** What all parts of one file share. */
export interface Shared {
  readonly images: Document["images"];
  readonly names: Names;
  readonly numbering: Numbering;
  /** The colours that a style exists for. */
  readonly themes: ReadonlyMap<string, string>;
  /** What a list in a box looks like. */
  readonly boxes: Readonly<Record<NonNullable<Paragraph["box"]>, string>>;
  /** The numbers of the paragraphs that carry where they come from. */
  readonly carried: ReadonlyMap<Paragraph, number>;
  /** A number that no other bookmark, drawing or change has. */
  readonly unique: () => number;
  /** Puts an image into the package, and gives its path from the part that shows it. */
  readonly media: (file: string, bytes: Uint8Array, type: "png" | "jpeg") => string;
  /** Puts a chart into the package, and gives its path from the part that shows it. */
  readonly chart: (drawing: Drawing) => string;
  /** Keeps a footnote, and gives its number in the file. */
  readonly note: (note: Note) => number;
}

export class Body {
  /** @param relations of the part that is written */
  constructor(
    private readonly shared: Shared,
    private readonly relations: Relations,
  ) {}

  pieces(pieces: readonly Piece[], landscape = false): string {
    return pieces
      .map((piece) =>
        piece.type === "table" ? this.table(piece, landscape ? LANDSCAPE : PAGE) : this.paragraph(piece),
      )
      .join("");
  }

  /**
   * @param end what closes a section of the file with this paragraph
   * @param sign what stands before its words without being one: the number of a footnote
   */
  paragraph(paragraph: Paragraph, { end = "", sign = "" }: { end?: string; sign?: string } = {}): string {
    const { anchors = [], opens, closes, runs, change, comments = [] } = paragraph;
    const number = this.shared.carried.get(paragraph);
    const marks = [
      ...anchors.map((anchor) => this.shared.names.of(anchor)),
      ...(number === undefined ? [] : [carrierName(number)]),
    ].map((name) => ({ id: this.shared.unique(), name }));
    return element(
      "w:p",
      {},
      this.properties(paragraph, end),
      opens && field("begin") + run("", instruction(opens)) + field("separate"),
      sign,
      marks.map(({ id, name }) => element("w:bookmarkStart", { "w:id": id, "w:name": name })),
      comments.map((id) => element("w:commentRangeStart", { "w:id": id })),
      change?.moved === undefined ? this.runs(runs) : this.moved(runs, change, change.moved),
      comments.map(
        (id) =>
          element("w:commentRangeEnd", { "w:id": id }) +
          run(element("w:rStyle", { "w:val": "CommentReference" }), element("w:commentReference", { "w:id": id })),
      ),
      [...marks].reverse().map(({ id }) => element("w:bookmarkEnd", { "w:id": id })),
      closes && field("end"),
    );
  }

  private properties(paragraph: Paragraph, end: string): Xml {
    const { style, keepNext, item, within, box, apart, align, change } = paragraph;
    const depth = item ? item.level + 1 : within;
    const boxed = box && depth !== undefined ? this.shared.boxes[box] : "";
    return element(
      "w:pPr",
      {},
      style !== "Normal" && element("w:pStyle", { "w:val": style }),
      keepNext && element("w:keepNext"),
      item &&
        element(
          "w:numPr",
          {},
          element("w:ilvl", { "w:val": Math.min(item.level, 8) }),
          element("w:numId", { "w:val": this.shared.numbering.of(item) }),
        ),
      boxed,
      apart && element("w:spacing", { "w:before": 200 }),
      !item && within !== undefined && element("w:ind", { "w:left": mm(6) * within }),
      align && element("w:jc", { "w:val": align === "centre" ? "center" : "right" }),
      change && element("w:rPr", {}, this.mark(change, "paragraph")),
      end,
    );
  }

  /** A paragraph that only stands elsewhere: both places have one name. */
  private moved(runs: readonly Run[], { how, by }: Change, name: string): string {
    const id = this.shared.unique();
    const which = how === "added" ? "To" : "From";
    return (
      element(`w:move${which}RangeStart`, { "w:id": id, ...signature(by), "w:name": name }) +
      this.runs(runs) +
      element(`w:move${which}RangeEnd`, { "w:id": id })
    );
  }

  private runs(runs: readonly Run[]): string {
    let xml = "";
    for (let index = 0; index < runs.length; index++) {
      const own = runs[index] as Run;
      const link = linkOf(own);
      // What leads to the same place is one link.
      let next = index + 1;
      while (link && next < runs.length && sameLink(link, linkOf(runs[next] as Run, link))) next++;
      const group = runs.slice(index, next);
      xml += link ? this.link(link, group) : this.changed(own);
      index = next - 1;
    }
    return xml;
  }

  private link(link: Target, runs: readonly Run[]): string {
    const inner = runs.map((one) => this.changed(one));
    if ("anchor" in link)
      return element(
        "w:hyperlink",
        { "w:anchor": this.shared.names.of(link.anchor), "w:history": 1, "w:tooltip": link.tip },
        inner,
      );
    return element(
      "w:hyperlink",
      { "r:id": this.relations.to("hyperlink", link.address, true), "w:history": 1 },
      inner,
    );
  }

  /** A run within what says that it came or went. */
  private changed(own: Run): string {
    const xml = this.run(own);
    return own.change ? this.mark(own.change, "run", xml) : xml;
  }

  /** @param of a paragraph or a row is marked by its end alone */
  mark({ how, moved, by }: Change, of: "paragraph" | "row" | "run", inner: Xml = ""): string {
    const { author, date } = by;
    const names =
      moved !== undefined && of !== "row"
        ? { added: "w:moveTo", removed: "w:moveFrom" }
        : { added: "w:ins", removed: "w:del" };
    return element(
      names[how],
      { "w:id": this.shared.unique(), ...signature({ author, ...(date && { date }) }) },
      inner,
    );
  }

  private run(own: Run): string {
    const removed = own.change?.how === "removed" && own.change.moved === undefined;
    switch (own.type) {
      case "words":
        return run(this.look(own.look, own.link), text(own.text, removed));
      case "field": {
        const look = this.look(own.look);
        // A number that went is counted no more.
        if (own.change?.how === "removed") return run(look, text(own.text, removed));
        const to = own.anchor === undefined ? "" : ` ${this.shared.names.of(own.anchor)} \\h`;
        return (
          field("begin") +
          run(look, instruction(`${own.instruction}${to}`)) +
          field("separate") +
          run(look, text(own.text)) +
          field("end")
        );
      }
      case "note": {
        const id = this.shared.unique();
        return (
          element("w:bookmarkStart", { "w:id": id, "w:name": this.shared.names.of(own.anchor) }) +
          run(
            element("w:rStyle", { "w:val": "FootnoteReference" }),
            element("w:footnoteReference", { "w:id": this.shared.note(own) }),
          ) +
          element("w:bookmarkEnd", { "w:id": id })
        );
      }
      case "image":
        return run("", this.image(own));
      case "chart":
        return run("", this.chart(own));
    }
  }

  private look({ bold, italic, superscript, code, mark, colour, language }: Look = {}, link?: Target): string {
    const style = link
      ? "Hyperlink"
      : mark
        ? { open: "Open", gone: "Gone", new: "New" }[mark]
        : code
          ? "Code"
          : colour && this.shared.themes.has(colour)
            ? themeStyle(colour)
            : undefined;
    return joined([
      style && element("w:rStyle", { "w:val": style }),
      bold && element("w:b") + element("w:bCs"),
      italic && element("w:i") + element("w:iCs"),
      superscript && element("w:vertAlign", { "w:val": "superscript" }),
      language && element("w:lang", { "w:val": locale(language) }),
    ]);
  }

  private image({ file, alt, room }: Image): string {
    const bytes = this.shared.images.get(file);
    const size = bytes && sizeOf(bytes);
    if (!bytes || !size) return text(`[afbeelding: ${alt}]`);
    const relation = this.relations.to("image", this.shared.media(file, bytes, size.type));
    const name = file.slice(file.lastIndexOf("/") + 1);
    return imageXml({ id: this.shared.unique(), name, alt, ...shownSize(size, room), relation });
  }

  private chart({ name, alt, drawing }: ChartRun): string {
    const relation = this.relations.to("chart", this.shared.chart(drawing));
    const [width, height] = [drawing.width * EMU_PER_TWIP, drawing.height * EMU_PER_TWIP];
    return chartInline({ id: this.shared.unique(), name, alt, width, height, relation });
  }

  private table({ title, widths, header, rows }: Table, room: number): string {
    const all = widths.reduce((sum, width) => sum + width, 0) || 1;
    const columns = widths.map((width) => Math.floor((width / all) * room));
    const row = (one: TableRow, top: boolean): string => this.row(one, columns, top);
    return element(
      "w:tbl",
      {},
      element(
        "w:tblPr",
        {},
        element("w:tblStyle", { "w:val": "HouseTable" }),
        element("w:tblW", { "w:w": columns.reduce((sum, width) => sum + width, 0), "w:type": "dxa" }),
        element("w:tblLayout", { "w:type": "fixed" }),
        element("w:tblLook", {
          "w:val": "04A0",
          "w:firstRow": 1,
          "w:lastRow": 0,
          "w:firstColumn": 1,
          "w:lastColumn": 0,
          "w:noHBand": 0,
          "w:noVBand": 1,
        }),
        title && element("w:tblCaption", { "w:val": title }),
      ),
      element(
        "w:tblGrid",
        {},
        columns.map((width) => element("w:gridCol", { "w:w": width })),
      ),
      row(header, true),
      rows.map((one) => row(one, false)),
    );
  }

  private row({ cells, change }: TableRow, columns: readonly number[], top: boolean): string {
    const upright = Math.max(0, ...cells.filter((cell) => cell.upright).map(({ pieces }) => lettersIn(pieces)));
    return element(
      "w:tr",
      {},
      element(
        "w:trPr",
        {},
        element("w:cantSplit"),
        upright > 0 && element("w:trHeight", { "w:val": mm(1.9 * upright + 6), "w:hRule": "atLeast" }),
        top && element("w:tblHeader"),
        change && this.mark(change, "row"),
      ),
      cells.map(({ pieces, upright: up }, column) =>
        element(
          "w:tc",
          {},
          element(
            "w:tcPr",
            {},
            element("w:tcW", { "w:w": columns[column] ?? 0, "w:type": "dxa" }),
            up && element("w:textDirection", { "w:val": "btLr" }),
            up && element("w:vAlign", { "w:val": "center" }),
          ),
          this.pieces(pieces),
          // A cell ends with a paragraph.
          pieces.at(-1)?.type !== "paragraph" && END,
        ),
      ),
    );
  }
}

/** A paragraph without words or height, where Word wants one. */
export const END = element("w:p", {}, element("w:pPr", {}, element("w:pStyle", { "w:val": "SectionEnd" })));

const field = (type: "begin" | "separate" | "end"): string => run("", element("w:fldChar", { "w:fldCharType": type }));

const instruction = (text: string): string => element("w:instrText", { "xml:space": "preserve" }, escaped(` ${text} `));

/** The link of a run; a field in the midst of a link is part of it. */
const linkOf = (own: Run, around?: Target): Target | undefined =>
  own.type === "words"
    ? (own as Words).link
    : own.type === "field" && own.instruction === "PAGEREF"
      ? around
      : undefined;

const sameLink = (a: Target, b: Target | undefined): boolean =>
  b !== undefined &&
  ("anchor" in a ? "anchor" in b && a.anchor === b.anchor : "address" in b && a.address === b.address);

const lettersIn = (pieces: readonly Piece[]): number =>
  Math.max(
    0,
    ...pieces.map((piece) =>
      piece.type === "paragraph"
        ? piece.runs.reduce((sum, one) => sum + (one.type === "words" ? one.text.length : 0), 0)
        : 0,
    ),
  );

/** Word wants a language with its country. */
const locale = (language: string): string =>
  ({ en: "en-GB", de: "de-DE", fr: "fr-FR", nl: "nl-NL", fy: "fy-NL", es: "es-ES", it: "it-IT", la: "la-VA" })[
    language
  ] ?? language;
