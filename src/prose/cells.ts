/** What the cells of a table in prose are: where each is written, and how its column is shown. */
import type { Token } from "markdown-it";
import { unmarked } from "./marks.js";

/** A cell as it is written: `\|` is a stroke of its own, as is one within a reference or a link. */
export interface WrittenCell {
  /** Offset in the line. */
  readonly at: number;
  readonly written: string;
}

/** References and links in which a stroke may stand as it is: it is theirs, and parts no cells. */
const WITH_STROKE = /(?<!\\)(?:\[\[[^[\]\n]*\]\]|\[[^[\]\n]*\]\([^()\n]*\))/g;

/** What stands in the place of such a stroke while markdown-it cuts a row: a character that it lets through in no text. */
const KEPT = "\0";

/** A text in which strokes of references and links part no cells, at the same offsets. Pure. */
export const keepStrokes = (text: string): string =>
  text.includes("|") && text.includes("[")
    ? text.replace(WITH_STROKE, (written) => written.replace(/(?<!\\)\|/g, KEPT))
    : text;

/** A text that was kept so, as it was written. Pure. */
export const giveStrokes = (text: string): string => text.replaceAll(KEPT, "|");

/** What stands before a row: it may be part of a list, a quote or a footnote. */
const BEFORE = /^(?:\s|>|[-*+]\s|\d+[.)]\s|\[\^[^\]\s]+\]:)*/;

/** The cells of a line, as markdown-it cuts it. */
export function cellsOf(line: string): WrittenCell[] {
  const start = BEFORE.exec(line)?.[0].length ?? 0;
  const cells: WrittenCell[] = [];
  let from = start;
  const put = (end: number): void => {
    const piece = line.slice(from, end);
    const lead = piece.length - piece.trimStart().length;
    cells.push({ at: from + lead, written: piece.trim() });
    from = end + 1;
  };
  const strokes = keepStrokes(line);
  for (let at = start; at < line.length; at++) if (strokes[at] === "|" && line[at - 1] !== "\\") put(at);
  put(line.length);
  if (cells[0]?.written === "" && line[start] === "|") cells.shift();
  if (cells.length > 0 && cells.at(-1)?.written === "") cells.pop();
  return cells;
}

/** How a column is shown. */
export interface TableColumn {
  readonly align: "left" | "centre" | "right" | "number";
  /** How many letters its longest word has, and all that it holds in its fullest cell. */
  readonly word: number;
  readonly letters: number;
}

/** A number as people write it in a table: −3, 12,5%, € 1.200, 3/4; also a sign for none. */
const NUMBER = /^[<>≤≥±+−–-]?\s*€?\s*[+−–-]?\s*\d[\d.,\s/]*\s*[%‰]?$/;
const NONE = /^(?:[-–—.]|n\.?b\.?|n\.?v\.?t\.?|onbekend)?$/i;

/**
 * @param rows the cells of each row, the headers first
 * @param alignments how Markdown says that columns are aligned; none where it doesn't say
 */
export const columnsOf = (rows: readonly (readonly Token[])[], alignments: readonly string[]): TableColumn[] =>
  alignments.map((given, column) => {
    const texts = rows.map((row) => bare(row[column]?.content ?? ""));
    const body = texts.slice(1);
    const numbers =
      column > 0 &&
      body.some((text) => NUMBER.test(text)) &&
      body.every((text) => NUMBER.test(text) || NONE.test(text));
    const align =
      given === "center" ? "centre" : given === "" ? (numbers ? "number" : "left") : (given as "left" | "right");
    return {
      align: align === "right" && numbers ? "number" : align,
      word: Math.max(
        0,
        ...texts.flatMap((text) => (numbers ? [text] : text.split(/[\s/-]+/)).map((word) => word.length)),
      ),
      letters: Math.max(0, ...texts.map((text) => text.length)),
    };
  });

/** A cell without its markup, roughly: what counts is whether it is a number, and its length. */
const bare = (text: string): string =>
  unmarked(text)
    .replace(/\[\^[^\]\s]+\]/g, "")
    .replace(/\[\[[^\]|]*\|([^\]]*)\]\]/g, "$1")
    .replace(/\[\[[a-z]+:([^\]]*)\]\]/g, "$1")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\\(?=[!-/:-@[-`{-~])|\*|`/g, "")
    .trim();
