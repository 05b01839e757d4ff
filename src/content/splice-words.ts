/** A text that takes more lines, of which only some words change: what stands on other lines stays as someone laid it out. */
import { Scalar } from "yaml";
import { offsetsOf } from "./offsets.js";

/**
 * The characters that make one text of another, in a text over lines. Whether they do is for who parses the result: how lines are
 * folded may say otherwise.
 * @returns nothing for a text on one line, or where places can't be told
 */
export function wordsOnly(
  source: string,
  old: Scalar,
  fresh: string,
  eol: string,
): { readonly from: number; readonly to: number; readonly text: string } | undefined {
  const { value, range, type = Scalar.PLAIN } = old;
  if (typeof value !== "string" || !range || !source.slice(range[0], range[1]).trimEnd().includes("\n"))
    return undefined;
  const offsets = offsetsOf(source, old);
  const span = differing(value, fresh);
  if (!offsets || !span) return undefined;
  const [from, last] = [offsets[span.from], offsets[span.to - 1]];
  if (from === undefined || last === undefined) return undefined;
  const next = offsets[span.to];
  const blank = next === undefined || /\s/.test(value.charAt(span.to));
  const indent = /^[ \t]*/.exec(source.slice(source.lastIndexOf("\n", last) + 1))?.[0] ?? "";
  const text = written(span.text, type, indent, eol);
  return text === undefined ? undefined : { from, to: blank || isBlockType(type) ? last + 1 : next, text };
}

/** The whole words in which two texts differ; nothing where one of the two has none. */
function differing(old: string, fresh: string): { from: number; to: number; text: string } | undefined {
  const most = Math.min(old.length, fresh.length);
  let behind = 0;
  while (behind < most && old.at(-1 - behind) === fresh.at(-1 - behind)) behind++;
  let from = 0;
  while (from < most - behind && old[from] === fresh[from]) from++;
  let to = old.length - behind;
  const isWord = (at: number): boolean => at >= 0 && at < old.length && !/\s/.test(old.charAt(at));
  while (isWord(to)) to++;
  // What came between two spaces goes with the word before it.
  while (from > 0 && (isWord(from - 1) || from >= to || !isWord(from))) from--;
  while (from < to && !isWord(from)) from++;
  while (to > from && !isWord(to - 1)) to--;
  const end = fresh.length - (old.length - to);
  return from < to && end >= from ? { from, to, text: fresh.slice(from, end) } : undefined;
}

/** Words as they are written in a style; lines stand apart in a literal text only, elsewhere a new line is another layout. */
function written(text: string, type: Scalar.Type, indent: string, eol: string): string | undefined {
  if (type === Scalar.BLOCK_LITERAL)
    return text
      .split("\n")
      .map((line, at, { length }) => (at > 0 && (line !== "" || at === length - 1) ? indent + line : line))
      .join(eol);
  // Folded, one line end is written as two, and what stands in quotes can name it.
  if (type === Scalar.BLOCK_FOLDED) return text.replace(/\n+/g, (ends) => eol.repeat(ends.length + 1) + indent);
  if (text.includes("\n") && type !== Scalar.QUOTE_DOUBLE) return undefined;
  if (type === Scalar.QUOTE_DOUBLE) return JSON.stringify(text).slice(1, -1);
  return type === Scalar.QUOTE_SINGLE ? text.replaceAll("'", "''") : text;
}

const isBlockType = (type: Scalar.Type): boolean => type === Scalar.BLOCK_FOLDED || type === Scalar.BLOCK_LITERAL;
