/** Reads the paragraphs and tables of one story of a document: its body, a note, a header. */
import {
  chosen,
  GROUPS,
  isContents,
  isRange,
  looksIn,
  tableLooksIn,
  trackedBy,
  trackedIn,
  unwrapped,
} from "./elements.js";
import { InlineReader, type Open } from "./inline.js";
import type { Package } from "./package.js";
import type { Lists, Styles } from "./styles.js";
import type { Paragraph, Surroundings, Tracked, WordBlock, WordCell, WordRow, WordTable } from "./types.js";
import { childOf, elementsIn, isOn, valueIn, type XmlElement } from "./xml.js";

/** Names that programs give to the lines of a list of contents. */
const CONTENTS = /^(?:toc|inhopg|inhoudsopgave|contents|verzeichnis|tm) ?[1-9]$/i;

export class StoryReader extends InlineReader {
  /** Bookmarks that begin between paragraphs. */
  private waiting: string[] = [];
  private last: Paragraph | undefined;
  private tables = 0;

  constructor(
    own: Package,
    part: string,
    styles: Styles,
    private readonly lists: Lists,
  ) {
    super(own, part, styles);
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
          if (element.name === "w:sectPr") this.note(looksIn(element), this.last);
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
          tracked: trackedIn(own),
          span,
          continues: childOf(own, "w:vMerge") !== undefined && valueIn(own, "w:vMerge") !== "restart",
        };
      });
      return { header: isOn(properties, "w:tblHeader") === true, tracked, cells };
    });
    this.note(
      tableLooksIn(element),
      rows[0]?.cells[0]?.blocks.find(({ type }) => type === "paragraph"),
    );
    return { type: "table", rows };
  }

  /** Looks that changed of what has no words of its own: told at a paragraph in it. */
  private note(looks: Paragraph["looks"], at: WordBlock | undefined): void {
    if (at?.type !== "paragraph") return;
    const known = at.looks as Paragraph["looks"][number][];
    known.push(...looks.filter(({ author }) => !known.some((one) => one.author === author)));
  }

  /** A paragraph, and after it those in the boxes that hang on it. */
  private paragraph(element: XmlElement, at: Surroundings, around: readonly Tracked[]): WordBlock[] {
    const properties = childOf(element, "w:pPr");
    const style = valueIn(properties, "w:pStyle");
    const open: Open = { pieces: [], bookmarks: [], style };
    for (const name of this.waiting.splice(0)) open.bookmarks.push({ name, edge: "start", piece: 0 });
    const boxes: WordBlock[] = [];
    const inContents = (): boolean => at.contents === true || this.fields.some(({ code }) => /^\s*TOC\b/.test(code));
    const before = inContents();
    this.inline(element, open, [], undefined, (box, tracked) => {
      boxes.push(...this.blocks(box, { ...at, box: true }, [...around, ...tracked]));
    });
    // The list of contents begins within its first line, and may end within its last; who types one takes its style.
    const contents =
      before ||
      inContents() ||
      open.pieces.some(({ field }) => /^TOC\b/.test(field ?? "")) ||
      CONTENTS.test(this.styles.nameOf(style));
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
      usual: this.emphasisOf(undefined, style),
      ...(numbering && ordered !== undefined && { list: { ...numbering, ordered } }),
      looks: looksIn(element),
    };
    this.last = paragraph;
    return [paragraph, ...boxes];
  }
}
