/** Finds what became of lines of a text that someone changed. */

const wordsIn = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** Of lines that have fewer words in common than this, one isn't the other. */
const LEAST = 0.3;

/** As many lines of a text as those that are sought, with the most words in common; all of it when none is like them. */
export function mostAlike(text: string, sought: string): string {
  const wanted = wordsIn(sought);
  const height = sought.split("\n").length;
  const lines = text.split("\n");
  const alike = lines.map((_, index) => {
    const some = lines.slice(index, index + height).join("\n");
    const words = wordsIn(some);
    const common = [...words].filter((word) => wanted.has(word)).length;
    return { some, part: common / Math.max(1, words.size, wanted.size) };
  });
  const best = alike.reduce((one, other) => (other.part > one.part ? other : one), { some: text, part: LEAST });
  return best.some.trim();
}
