/** Finds a piece in a text, and puts another in its place, however the lines of the two are laid out. */
import { wordsFor } from "../../content/index.js";

/** Where a piece stands in a text, from and to (not included). */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Every place where a piece stands in a text: line ends and spaces are the same to it, and so are two words for one body. */
export const spansOf = (text: string, piece: string): Span[] =>
  [...text.matchAll(patternOf(piece))].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));

/** Whether two texts say the same. */
export const sameText = (a: string, b: string): boolean => {
  const [span, ...others] = spansOf(a, b);
  return others.length === 0 && span?.from === a.search(/\S/) && span.to === a.trimEnd().length;
};

function patternOf(piece: string): RegExp {
  const words = piece.trim().split(/\s+/).map(wordPattern).join("\\s+");
  const [first, last] = [piece.trim().at(0) ?? "", piece.trim().at(-1) ?? ""];
  const letter = /[\p{L}\p{N}]/u;
  return new RegExp(
    `${letter.test(first) ? "(?<![\\p{L}\\p{N}])" : ""}${words}${letter.test(last) ? "(?![\\p{L}\\p{N}])" : ""}`,
    "gu",
  );
}

const bodyWords = wordsFor("body");

const wordPattern = (word: string): string =>
  word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/(?<=\\\[\\\[body:)[a-z]+/g, (id) => {
    const known = bodyWords[id] ?? id;
    return `(?:${[known, ...Object.keys(bodyWords).filter((other) => bodyWords[other] === known)].join("|")})`;
  });

/** A text with a piece put in the place of another. */
export const replaced = (text: string, { from, to }: Span, piece: string): string =>
  text.slice(0, from) + piece.trim() + text.slice(to);

/** A text without a piece, nor the line or the space that it leaves empty. */
export function without(text: string, { from, to }: Span): string {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  const begins = before === "" || before.endsWith("\n");
  if (begins && (after === "" || after.startsWith("\n"))) return withoutLines(before, after);
  if (begins) return before + after.trimStart();
  if (!before.endsWith(" ")) return before + after;
  return before.trimEnd() + (/^[\p{L}\p{N}]/u.test(after) ? ` ${after}` : after);
}

/** What stands before and after lines that go, with the paragraphs on both sides apart. */
function withoutLines(before: string, after: string): string {
  const [rest, more] = [before.replace(/\n+$/, ""), after.replace(/^\n+/, "")];
  if (rest === "") return more;
  if (more === "") return after === "" ? rest : `${rest}\n`;
  const apart = before.length - rest.length > 1 || after.length - more.length > 1;
  return `${rest}${apart ? "\n\n" : "\n"}${more}`;
}
