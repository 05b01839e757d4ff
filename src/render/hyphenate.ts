import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** The door to the patterns of the language, as `npm run build` packed them. */
interface Hyphens {
  readonly hyphenateSync: (text: string) => string;
}

const SOFT_HYPHEN = "\u00ad";
/** Two letters on a line of their own read badly: "ge-organiseerde". */
const NEAR_AN_END = /(?<=^..)\u00ad|\u00ad(?=..$)/gu;
const require = createRequire(import.meta.url);
let loaded: Hyphens | undefined;
const known = new Map<string, string>();

/** A word with soft hyphens where it may break. A browser that prints knows no Dutch. */
export function hyphenatedWord(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  loaded ??= require(fileURLToPath(new URL("../../dist/render/dutch-hyphens.cjs", import.meta.url))) as Hyphens;
  const result = word.includes(SOFT_HYPHEN) ? word : loaded.hyphenateSync(word).replace(NEAR_AN_END, "");
  known.set(word, result);
  return result;
}

/**
 * Lets the words of a piece of HTML break that have more letters than there is room for. Other words stay as they are: a soft
 * hyphen that isn't used stands in the way of who searches.
 */
export function hyphenated(html: string, letters: number): string {
  const room = Math.max(letters, 5);
  if (!mayHoldWord(html, room)) return html;
  const words = new RegExp(`[\\p{L}\\p{M}]{${room + 1},}`, "gu");
  let skipped = "";
  return html.replace(/<[^>]*>|[^<]+/g, (piece) => {
    if (piece.startsWith("<")) {
      // Styles are no text, and the lines of a drawing were broken already.
      const [, end, name = ""] = /^<(\/?)(svg|style|script|title)\b/.exec(piece) ?? [];
      if (!skipped && name && !end) skipped = name;
      else if (skipped === name && end) skipped = "";
      return piece;
    }
    return skipped ? piece : piece.replace(words, hyphenatedWord);
  });
}

/** Whether a text may hold a word of more letters. Most don't, and an expression takes long to see that. */
function mayHoldWord(text: string, letters: number): boolean {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const small = code | 0x20;
    length = (small >= 0x61 && small <= 0x7a) || code > 0x7f ? length + 1 : 0;
    if (length > letters) return true;
  }
  return false;
}
