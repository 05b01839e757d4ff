/** What went in one place and came in another. */
import type { Home } from "./homes.js";
import { type Found, textOf } from "./matched.js";
import type { Removal } from "./missing.js";
import type { BlockEdit } from "./placing.js";

/** Words as they are compared: with one space between them. */
export const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What went in one place and came in another with the same words was moved: that keeps its references. */
export function movesIn(removals: readonly Removal[], fresh: readonly Found[]): ReadonlyMap<Found, Removal> {
  const count = <T>(all: readonly T[], words: (one: T) => string): Map<string, T[]> => {
    const byWords = new Map<string, T[]>();
    for (const one of all) {
      const own = words(one);
      const known = byWords.get(own);
      if (known) known.push(one);
      else byWords.set(own, [one]);
    }
    return byWords;
  };
  const gone = count(removals, ({ sent }) => plain(sent.shown));
  const come = count(fresh, ({ paragraph }) => plain(textOf(paragraph.pieces)));
  const moves = new Map<Found, Removal>();
  for (const [words, [found, another]] of come) {
    const [removal, other] = gone.get(words) ?? [];
    if (found && removal && !another && !other && words !== "") moves.set(found, removal);
  }
  return moves;
}

/** The words of a block as they are written, without what makes it an item. */
export function sourceOf(edit: BlockEdit, home: Home | undefined): { readonly lines: readonly string[] } {
  const { block } = home ?? {};
  if (!block) return { lines: [edit.text.text.trim()] };
  const source = edit.text.text.slice(block.from + block.sign.length, block.to);
  return { lines: source.split("\n").map((line) => line.trim()) };
}
