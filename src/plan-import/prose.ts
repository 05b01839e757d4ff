/** Paragraphs, lists, tables, footnotes and pictures of a document as one text in the dialect. */
import type { Paragraph, Piece, WordBlock, WordNote } from "../docx/index.js";
import { paragraphsIn } from "../docx/index.js";
import { excerpt, linesOf, TYPED, textOf } from "../from-word/words.js";
import { escapedWords } from "../prose/escaped.js";
import type { Pictures } from "./pictures.js";
import type { Report } from "./report.js";
import { tableText } from "./table.js";

/** What the texts of a plan are made with. */
export interface Workshop {
  readonly report: Report;
  readonly pictures: Pictures;
  readonly notes: readonly WordNote[];
}

const CAPTION = /^(?:(tabel|table)|(figuur|afbeelding|foto|grafiek|figure|kaart))\s*\d*(?:[.\-–]\d+)*\s*[.:–-]?\s*/i;
const isCaption = ({ style }: Paragraph): boolean => /^(?:caption|bijschrift|onderschrift|beschriftung)/i.test(style);

/** Makes one text of blocks: each with what belongs to it, and its footnotes at the end. */
export class Prose {
  private readonly parts: string[] = [];
  private readonly notes: string[] = [];
  private readonly labels = new Map<string, string>();
  /** The list that goes on: the markers of its levels, with the number of each. */
  private levels: { ordered: boolean; number: number; indent: number; depth: number }[] = [];

  constructor(private readonly own: Workshop) {}

  /** @returns nothing where there is nothing to say */
  static of(blocks: readonly WordBlock[], own: Workshop): string | undefined {
    const prose = new Prose(own);
    prose.add(blocks);
    return prose.text();
  }

  text(): string | undefined {
    const all = [...this.parts, ...(this.notes.length > 0 ? [this.notes.join("\n")] : [])];
    return all.length > 0 ? `${all.join("\n\n")}\n` : undefined;
  }

  add(blocks: readonly WordBlock[]): void {
    const used = new Set<WordBlock>();
    blocks.forEach((block, index) => {
      if (used.has(block)) return;
      const caption = captionOf(block, index, blocks);
      // A caption above a table comes with the table.
      if (block.type === "paragraph" && caption?.type === "table") return;
      if (caption?.type === "paragraph") used.add(caption);
      if (block.type === "table") this.table(block, caption?.type === "paragraph" ? caption : undefined);
      else {
        this.words(block, isAloneIn(blocks, index));
        this.picturesOf(block, caption?.type === "paragraph" ? caption : undefined);
      }
    });
    this.levels = [];
  }

  private words(block: Paragraph, isAlone: boolean): void {
    const lines = linesOf(block, this.own.report, this.noteOf);
    const [first = ""] = lines;
    if (lines.length === 0) return;
    const typed = block.list ? undefined : TYPED.exec(first)?.[0];
    if (typed !== undefined && first.length > typed.length) {
      this.own.report.doubt(`“${excerpt(first)}” is een punt van een lijst geworden`);
      this.item([first.slice(typed.length), ...lines.slice(1)], { depth: 0, ordered: false });
    } else if (block.list && isAlone && /^[\d€]/.test(first)) this.goOn(lines);
    else if (block.list) this.item(lines, block.list);
    else {
      this.levels = [];
      this.parts.push(lines.join("\n"));
    }
  }

  private picturesOf({ pieces }: Paragraph, caption: Paragraph | undefined): void {
    for (const { picture } of pieces) {
      if (!picture) continue;
      this.levels = [];
      const text = this.own.pictures.textOf(picture, caption && captionIn(caption), this.own.report);
      if (text !== undefined) this.parts.push(text);
      else if (caption) this.own.report.lose(`het bijschrift “${excerpt(captionIn(caption))}”`);
    }
  }

  /** A list of one point that begins with a number would read as a sum: it goes on in what is around it. */
  private goOn(lines: readonly string[]): void {
    this.own.report.doubt(`“${excerpt(lines[0] ?? "")}” was de enige in zijn lijst: het is gewone tekst geworden`);
    const level = this.levels.at(-1);
    if (!level) {
      this.parts.push(lines.join("\n"));
      return;
    }
    const indent = " ".repeat(level.indent + (level.ordered ? 3 : 2));
    this.parts.push(`${this.parts.pop()}\n${lines.map((line) => indent + line).join("\n")}`);
  }

  /** A point of a list goes with the points before it, as long as nothing came between. */
  private item(lines: readonly string[], { depth, ordered }: { depth: number; ordered: boolean }): void {
    let goesOn = this.levels.length > 0;
    let outer = ordered;
    while (this.levels.length > 0 && (this.levels.at(-1)?.depth ?? 0) > depth)
      outer = this.levels.pop()?.ordered ?? ordered;
    let level = this.levels.at(-1);
    // Another kind of list, less deep than the one that began: to Markdown it would go on.
    if (!level && outer !== ordered) goesOn = false;
    if (level?.depth === depth && level.ordered !== ordered) {
      // Another kind of list at the same depth: to Markdown it would go on.
      this.levels.pop();
      level = this.levels.at(-1);
      if (!level) {
        this.begin(lines, depth, ordered, 0, false);
        return;
      }
    }
    if (level?.depth === depth) {
      level.number++;
      this.put(lines, level, goesOn);
    } else this.begin(lines, depth, ordered, level ? level.indent + (level.ordered ? 3 : 2) : 0, goesOn);
  }

  private begin(lines: readonly string[], depth: number, ordered: boolean, indent: number, goesOn: boolean): void {
    const level = { ordered, number: 1, indent, depth };
    this.levels.push(level);
    this.put(lines, level, goesOn);
  }

  private put(
    lines: readonly string[],
    { ordered, number, indent }: (typeof this.levels)[number],
    goesOn: boolean,
  ): void {
    const sign = ordered ? `${number}. ` : "- ";
    const [before, inner] = [" ".repeat(indent), " ".repeat(indent + sign.length)];
    const text = lines.map((line, index) => (index === 0 ? before + sign : inner) + line).join("\n");
    if (goesOn) this.parts.push(`${this.parts.pop()}\n${text}`);
    else this.parts.push(text);
  }

  private table(block: WordBlock & { type: "table" }, caption: Paragraph | undefined): void {
    this.levels = [];
    const { report } = this.own;
    const given = caption && captionIn(caption);
    if (!given) report.doubt(`een tabel zonder bijschrift: zij heet nu naar de kop erboven`);
    const made = tableText(block, given || excerpt(report.at || "Overzicht"), report, (paragraph) =>
      linesOf(paragraph, report, this.noteOf),
    );
    for (const paragraph of paragraphsIn([block]))
      for (const { picture } of paragraph.pieces)
        if (picture) {
          const text = this.own.pictures.textOf(picture, undefined, report);
          if (text !== undefined) {
            report.doubt("een afbeelding in een tabel staat nu eronder");
            made.push(text);
          }
        }
    // A table that became text has no place for it.
    if (given && !made.some((text) => text.includes(escapedWords(given, true))))
      made.unshift(escapedWords(given, true));
    this.parts.push(...made);
  }

  private readonly noteOf = (piece: Piece): string | undefined => {
    const { kind = "footnote", id = "" } = piece.note ?? {};
    const key = `${kind} ${id}`;
    const known = this.labels.get(key);
    if (known !== undefined) return `[^${known}]`;
    const note = this.own.notes.find((one) => one.kind === kind && one.id === id);
    const lines = note
      ? paragraphsIn(note.blocks).flatMap((one) => linesOf(one, this.own.report, () => undefined))
      : [];
    if (lines.length === 0) {
      this.own.report.lose("een voetnoot zonder tekst");
      return undefined;
    }
    if (kind === "endnote") this.own.report.doubt("een eindnoot is een voetnoot geworden");
    const label = String(this.labels.size + 1);
    this.labels.set(key, label);
    this.notes.push(`[^${label}]: ${lines.join(" ")}`);
    return `[^${label}]`;
  };
}

/** The paragraph that is the caption of a table or a picture; of a caption above a table, that table. */
function captionOf(block: WordBlock, index: number, blocks: readonly WordBlock[]): WordBlock | undefined {
  const [before, after] = [blocks[index - 1], blocks[index + 1]];
  if (block.type === "paragraph") {
    if (after?.type === "table") return isCaptionOf(block, "table") ? after : undefined;
    const shows = block.pieces.some(({ picture }) => picture);
    return shows && after?.type === "paragraph" && isCaptionOf(after, "picture") ? after : undefined;
  }
  if (before?.type === "paragraph" && isCaptionOf(before, "table")) return before;
  const isOwn = after?.type === "paragraph" && isCaptionOf(after, "table") && blocks[index + 2]?.type !== "table";
  return isOwn ? after : undefined;
}

const captionIn = (paragraph: Paragraph): string => withoutLabel(textOf(paragraph.pieces));

/** A caption without "Tabel 1:" before it. */
export const withoutLabel = (words: string): string => words.replace(CAPTION, "").trim() || words;

function isCaptionOf(paragraph: Paragraph, of: "table" | "picture"): boolean {
  const [found, table, picture] = CAPTION.exec(textOf(paragraph.pieces)) ?? [];
  const numbered = paragraph.pieces.some(({ field }) => /^SEQ\b/.test(field ?? "")) || /\d/.test(found ?? "");
  if (isCaption(paragraph)) return of === "table" ? picture === undefined : table === undefined;
  return (of === "table" ? table : picture) !== undefined && numbered && textOf(paragraph.pieces).length < 200;
}

/** Whether a point has no other beside it. */
function isAloneIn(blocks: readonly WordBlock[], index: number): boolean {
  const own = blocks[index];
  const listOf = (at: number) => {
    const block = blocks[at];
    return block?.type === "paragraph" && textOf(block.pieces) !== "" ? block.list : undefined;
  };
  const depth = own?.type === "paragraph" ? (own.list?.depth ?? 0) : 0;
  const finds = (step: 1 | -1): boolean => {
    for (let at = index + step; ; at += step) {
      const list = listOf(at);
      if (!list || list.depth < depth) return false;
      if (list.depth === depth) return true;
    }
  };
  return !finds(1) && !finds(-1);
}
