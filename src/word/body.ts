/** Paragraphs and tables as the XML of Word (ISO/IEC 29500-1, 17). */
import { carrierName } from "./names.js";
import type { Paragraph, Piece, Table, TableRow } from "./pieces.js";
import type { Relations } from "./relations.js";
import { run } from "./run.js";
import { field, instruction, Runs } from "./runs.js";
import type { Shared } from "./shared.js";
import { LANDSCAPE, mm, PAGE } from "./sizes.js";
import { element, type Xml } from "./xml.js";

export class Body {
  private readonly runs: Runs;

  /** @param relations of the part that is written */
  constructor(
    private readonly shared: Shared,
    relations: Relations,
  ) {
    this.runs = new Runs(shared, relations);
  }

  pieces(pieces: readonly Piece[], landscape = false): string {
    const written = (some: readonly Piece[]): string =>
      some
        .map((piece) =>
          piece.type === "table" ? this.table(piece, landscape ? LANDSCAPE : PAGE) : this.paragraph(piece),
        )
        .join("");
    const opens = pieces.findIndex((piece) => piece.type === "paragraph" && piece.opens);
    const closes = pieces.findIndex((piece) => piece.type === "paragraph" && piece.closes);
    if (opens < 0 || closes < opens) return written(pieces);
    return (
      written(pieces.slice(0, opens)) +
      contentsXml(written(pieces.slice(opens, closes + 1))) +
      written(pieces.slice(closes + 1))
    );
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
      change?.moved === undefined ? this.runs.all(runs) : this.runs.moved(runs, change, change.moved),
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
    const { style, keepNext, item, within, box, above, align, change, derived } = paragraph;
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
      // As long as Word hasn't filled in a number, dots would lead to nothing.
      derived && element("w:tabs", {}, element("w:tab", { "w:val": "right", "w:pos": PAGE })),
      above !== undefined && element("w:spacing", { "w:before": above * 20 }),
      !item && within !== undefined && element("w:ind", { "w:left": mm(6) * within }),
      align && element("w:jc", { "w:val": align === "centre" ? "center" : "right" }),
      change && element("w:rPr", {}, this.runs.mark(change, "paragraph")),
      end,
    );
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
        upright > 0 && element("w:trHeight", { "w:val": mm(1.45 * upright + 5), "w:hRule": "atLeast" }),
        top && element("w:tblHeader"),
        change && this.runs.mark(change, "row"),
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

/** What Word knows as contents, with a button above it that fills in the numbers of pages (ISO/IEC 29500-1, 17.5.2.12). */
const contentsXml = (lines: string): string =>
  element(
    "w:sdt",
    {},
    element(
      "w:sdtPr",
      {},
      element(
        "w:docPartObj",
        {},
        element("w:docPartGallery", { "w:val": "Table of Contents" }),
        element("w:docPartUnique"),
      ),
    ),
    element("w:sdtContent", {}, lines),
  );

/** A paragraph without words or height, where Word wants one. */
export const END = element("w:p", {}, element("w:pPr", {}, element("w:pStyle", { "w:val": "SectionEnd" })));

const lettersIn = (pieces: readonly Piece[]): number =>
  Math.max(
    0,
    ...pieces.map((piece) =>
      piece.type === "paragraph"
        ? piece.runs.reduce((sum, one) => sum + (one.type === "words" ? one.text.length : 0), 0)
        : 0,
    ),
  );
