/** A text as readers get it, for rules that look at words. */
import { type Placed, placedIn, REFERENCE, referenceOf, type Snippet } from "./index.js";
import { remembered } from "./remember.js";

export interface Readable {
  /**
   * The words without markup, with the characters that escapes and references to characters mean. In the place of what is no
   * prose (addresses, codes, numbers of cases, the words of something else) stands U+FFFC.
   */
  readonly text: string;
  /** What was written for a piece of it, and where. */
  readonly written: (at: number, length: number) => Snippet;
}

const NO_PROSE = "\uFFFC";

/** What is printed but no prose: web and mail addresses, and codes such as RB-101 or Z/2018/RB.12. */
const addresses =
  /\b(?:https?:\/\/|www\.)[^\s\uFFFC]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}|(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]+\.)+(?:nl|eu|be|de|com|org|net|info)(?![\p{L}\p{N}])(?:\/[^\s\uFFFC]*)?/giu;
const compound = /[\p{L}\p{N}]+(?:[-/._:#][\p{L}\p{N}]+)+/gu;

/** A code has digits and short pieces in capitals, and no ordinary words. */
const isCode = (text: string): boolean =>
  /\d/.test(text) && /(?<!\p{L})\p{Lu}{1,6}(?!\p{Ll})/u.test(text) && !/\p{Ll}{3}/u.test(text);

/** Characters that only say where a word may break. */
const UNSEEN = /[\u00AD\u200B\u2060]/;

/** Reads a text in the dialect. Pure. */
export const readable = remembered(20_000, (text): Readable => {
  let words = "";
  /** For each character where what it was made of begins and ends in the source. */
  const from: number[] = [];
  const to: number[] = [];
  const add = (piece: string, at: number, length: number): void => {
    for (let index = 0; index < piece.length; index++) {
      // What was typed as it is has a place for each character; what stands for something else is one piece.
      const own = piece.length === length;
      if (UNSEEN.test(piece[index] ?? "")) continue;
      words += piece[index];
      from.push(own ? at + index : at);
      to.push(own ? at + index + 1 : at + length);
    }
  };
  let end = 0;
  for (const placed of placedIn(text)) {
    if (words !== "" && placed.token.type !== "softbreak" && text.slice(end, placed.at).includes("\n"))
      add("\n\n", placed.at, 0);
    const { piece, at, length } = shown(placed);
    add(piece, at, length);
    end = placed.at + placed.length;
  }
  const blank = (piece: string): string => NO_PROSE.repeat(piece.length);
  return {
    text: words.replace(addresses, blank).replace(compound, (piece) => (isCode(piece) ? blank(piece) : piece)),
    written: (at, length) => {
      const start = from[at] ?? 0;
      return { snippet: text.slice(start, to[at + length - 1] ?? text.length), at: start };
    },
  };
});

/** What readers see of a token, and the stretch of the source that it was made of. */
function shown({ token, at, length }: Placed): { piece: string; at: number; length: number } {
  switch (token.type) {
    case "text":
    case "text_special":
      return { piece: token.content, at, length };
    case "softbreak":
    case "hardbreak":
      return { piece: "\n", at, length };
    case REFERENCE: {
      const own = referenceOf(token)?.text;
      return own === undefined
        ? { piece: NO_PROSE, at, length }
        : { piece: own, at: at + token.content.indexOf("|") + 1, length: own.length };
    }
    case "code_inline":
    case "image":
      return { piece: NO_PROSE, at, length };
    default:
      return { piece: "", at, length };
  }
}
