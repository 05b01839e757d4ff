/** Whole paragraphs, items and rows that come into a text of the content or go from it. */
import { parseProse } from "../prose/index.js";
import { blocksOf, type Leaf } from "./text-blocks.js";

/** A change to a text. */
export interface TextEdit {
  /** Offsets in the text: whole lines that go, or the place between two where something comes. */
  readonly from: number;
  readonly to: number;
  readonly source: string;
  /** From which leaf, how many of them go, and what comes there. */
  readonly leaf: number;
  readonly gone: number;
  readonly fresh: readonly Leaf[];
}

/** What stands in the place of lines that went, until their empty lines go too. Content can't hold it. */
export const GONE = "\u{10ffff}";

/** A text with edits, in the order in which they come where they come in the same place. */
export function replaced(
  text: string,
  edits: readonly { readonly from: number; readonly to: number; readonly source: string }[],
): string {
  const inOrder = [...edits.entries()].sort(
    ([first, a], [second, b]) => a.from - b.from || a.to - b.to || first - second,
  );
  let end = 0;
  const pieces = inOrder.map(([, { from, to, source }]) => {
    const piece = text.slice(end, from) + source;
    end = to;
    return piece;
  });
  const fresh = pieces.join("") + text.slice(end);
  return fresh.includes(GONE) ? withoutGone(fresh) : fresh;
}

/** A text in which the lists with numbers count on from 1, as rules ask. */
export function renumbered(text: string): string {
  if (!/^[ \t>]*\d+[.)]/m.test(text)) return text;
  const lines = text.split("\n");
  const counts: number[] = [];
  for (const { type, map } of parseProse(text)) {
    if (type === "ordered_list_open" || type === "bullet_list_open") counts.push(0);
    else if (type === "ordered_list_close" || type === "bullet_list_close") counts.pop();
    else if (type === "list_item_open" && map) {
      const number = (counts.pop() ?? 0) + 1;
      counts.push(number);
      // Only the first sign of the line is of this item: another may begin within it.
      lines[map[0]] = (lines[map[0]] ?? "").replace(/^([ \t]*)\d+(?=[.)])/, `$1${number}`);
    }
  }
  return lines.join("\n");
}

/** Without the lines that went, and one of the empty lines around each. */
function withoutGone(text: string): string {
  const lines = text.split("\n");
  const isEmpty = (line: string | undefined): boolean => line === undefined || line.trim() === "";
  for (let at = 0; at < lines.length; ) {
    if (lines[at] !== GONE) {
      at++;
      continue;
    }
    lines.splice(at, 1);
    // The end of the text itself is an empty line too: that stays.
    const [before, after] = [lines[at - 1], lines[at]];
    const isEnd = at >= lines.length - 1;
    if (isEmpty(before) && isEmpty(after)) {
      if (at > 0 && isEnd) lines.splice(--at, 1);
      else if (!isEnd) lines.splice(at, 1);
    }
  }
  return lines.join("\n");
}

/**
 * A text with all of some edits, read again.
 * @returns nothing unless it says just what it said, without what went and with what came
 */
export function edited(text: string, edits: readonly TextEdit[]): string | undefined {
  const fresh = renumbered(replaced(text, edits));
  const was = blocksOf(text).leaves;
  const gone = new Set(
    edits.flatMap(({ leaf, gone: count }) => Array.from({ length: count }, (_, index) => leaf + index)),
  );
  const wanted: Leaf[] = [];
  for (let at = 0; at <= was.length; at++) {
    for (const edit of edits) if (edit.leaf === at) wanted.push(...edit.fresh);
    const own = was[at];
    if (own && !gone.has(at)) wanted.push(own);
  }
  const is = blocksOf(fresh).leaves;
  const same =
    is.length === wanted.length &&
    is.length > 0 &&
    is.every(({ path, words }, index) => path === wanted[index]?.path && words === wanted[index]?.words);
  return same ? fresh : undefined;
}
