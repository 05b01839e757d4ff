/** A text as readers get it, for rules that look at words. */
import { MARK, type Placed, placedIn, REFERENCE, referenceOf, type Snippet } from "./index.js";
import { isOrdinary } from "./ordinary.js";
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

/** A piece of what readers get: where it begins and how long it is, there and in the source. */
interface Piece {
  readonly start: number;
  readonly size: number;
  readonly at: number;
  readonly length: number;
}

/** Where in the source that begins and ends of which a character was made. What is as long as its source was typed as it is. */
function sourceOf(pieces: readonly Piece[], index: number): readonly [from: number, to: number] | [] {
  const piece = pieces.findLast(({ start }) => start <= index);
  if (!piece || index >= piece.start + piece.size) return [];
  const { start, size, at, length } = piece;
  return size === length ? [at + index - start, at + index - start + 1] : [at, at + length];
}

/** Characters that only say where a word may break. */
const UNSEEN = /[\u00AD\u200B\u2060]/;

/** Reads a text in the dialect. Pure. */
export const readable = remembered(100_000, (text): Readable => {
  const { words, written } = isOrdinary(text) && !UNSEEN.test(text) ? asWritten(text) : taken(text);
  return { text: withoutAddresses(words), written };
});

function withoutAddresses(words: string): string {
  // Looking for addresses takes longer than all else; hardly any text has one.
  if (!/[@\d]|:\/\/|\.\S/.test(words)) return words;
  const blank = (piece: string): string => NO_PROSE.repeat(piece.length);
  return words.replace(addresses, blank).replace(compound, (piece) => (isCode(piece) ? blank(piece) : piece));
}

interface Words {
  readonly words: string;
  readonly written: Readable["written"];
}

const asWritten = (text: string): Words => ({
  words: text.trimEnd(),
  written: (at, length) => ({ snippet: text.slice(at, at + length), at }),
});

/** The words of a text with markup, taken from between it. */
function taken(text: string): Words {
  let words = "";
  const pieces: Piece[] = [];
  const put = (piece: string, at: number, length: number): void => {
    if (piece !== "") pieces.push({ start: words.length, size: piece.length, at, length });
    words += piece;
  };
  const add = (piece: string, at: number, length: number): void => {
    if (!UNSEEN.test(piece)) put(piece, at, length);
    else
      for (const [index, character] of piece.split("").entries())
        if (!UNSEEN.test(character))
          // What was typed as it is has a place for each character; what stands for something else is one piece.
          put(character, ...(piece.length === length ? ([at + index, 1] as const) : ([at, length] as const)));
  };
  let end = 0;
  for (const placed of placedIn(text)) {
    if (words !== "" && placed.token.type !== "softbreak" && text.slice(end, placed.at).includes("\n"))
      add("\n\n", placed.at, 0);
    const { piece, at, length } = shown(placed);
    add(piece, at, length);
    end = placed.at + placed.length;
  }
  return {
    words,
    written: (at, length) => {
      const [start = 0] = sourceOf(pieces, at);
      const [, end = text.length] = sourceOf(pieces, at + length - 1);
      return { snippet: text.slice(start, end), at: start };
    },
  };
}

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
    case MARK:
      // What a quote goes on with stands within a sentence; any other mark begins or ends one.
      return { piece: /[^\s>]|\n/.test(token.content) ? "\n\n" : "", at, length };
    default:
      return { piece: "", at, length };
  }
}
