import { type Pair, rootOf } from "./around.js";
import type { Change } from "./types.js";

/** Changes by chapter, and within a chapter in the order of the content; what is gone comes after what stood before it. */
export function inOrder(changes: readonly Change[], pair: Pair): Change[] {
  const { was, is } = pair;
  const ranks = new Map([...is.keys()].map((key, index) => [key, index]));
  let last = -1;
  for (const key of was.keys()) {
    last = ranks.get(key) ?? last + 1e-6;
    ranks.set(key, last);
  }
  const rank = ({ key }: Change): [number, string, number] => {
    const own = key.replace(/#[^#]*$/, "");
    const thing = is.get(own) ?? was.get(own) ?? is.get(key) ?? was.get(key);
    if (!thing) return [0, "", 0];
    const { rank: first, chapter } = pair.chapters.of(rootOf(thing, pair));
    return [first, chapter.id, ranks.get(thing.key) ?? 0];
  };
  return changes
    .map((change) => ({ change, at: rank(change) }))
    .sort((a, b) => a.at[0] - b.at[0] || (a.at[1] < b.at[1] ? -1 : a.at[1] > b.at[1] ? 1 : a.at[2] - b.at[2]))
    .map(({ change }) => change);
}
