import { linesOf, MARK, NOTE, parseProse, placedIn } from "./index.js";

/** What texts have in which something else than sentences stands. */
const OTHER = /[|>]|\[\^|^(?:Tabel|Afbeelding|Bron):/m;

/**
 * A text in which spaces stand for all that is no sentence: the rows of tables, and what makes a quote, a caption or a footnote of
 * what it stands before. What is left has the same offsets. Pure.
 */
export function flowing(text: string): string {
  if (!OTHER.test(text)) return text;
  const blank = (from: number, to: number): void => {
    left = left.slice(0, from) + left.slice(from, to).replace(/[^\n]/g, " ") + left.slice(to);
  };
  let left = text;
  for (const { token, at, length } of placedIn(text))
    if (token.type === MARK || token.type === NOTE) blank(at, at + length);
  const lines = linesOf(text);
  for (const { type, map } of parseProse(text)) {
    if (type !== "table_open" || !map) continue;
    for (const { at, text: line } of lines.slice(...map)) blank(at, at + line.length);
  }
  return left;
}
