import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** The door to the patterns of the language, as `npm run build` packed them. */
interface Hyphens {
  readonly hyphenateSync: (text: string) => string;
}

const SOFT_HYPHEN = "\u00ad";
const require = createRequire(import.meta.url);
let loaded: Hyphens | undefined;
const known = new Map<string, string>();

/** A word with soft hyphens where it may break. A browser that prints knows no Dutch. */
export function hyphenatedWord(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  loaded ??= require(fileURLToPath(new URL("../../dist/render/dutch-hyphens.cjs", import.meta.url))) as Hyphens;
  const result = word.includes(SOFT_HYPHEN) ? word : loaded.hyphenateSync(word);
  known.set(word, result);
  return result;
}

/**
 * Lets the words of a piece of HTML break that have more letters than there is room for. Other words stay as they are: a soft
 * hyphen that isn't used stands in the way of who searches.
 */
export function hyphenated(html: string, letters: number): string {
  const words = new RegExp(`[\\p{L}\\p{M}]{${Math.max(letters, 5) + 1},}`, "gu");
  if (!words.test(html)) return html;
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
