/**
 * The fewest items that have to be taken up and put elsewhere to get from one order to the other (what isn't in the longest
 * increasing subsequence).
 * @param before the items that stand in both lists, in their old order
 * @param after the same items in their new order
 */
export function movedItems<T>(before: readonly T[], after: readonly T[]): T[] {
  const rank = new Map(before.map((item, index) => [item, index]));
  const ranks = after.map((item) => rank.get(item) ?? -1);
  // For each length of a run: where the run with the lowest last rank ends.
  const ends: number[] = [];
  const previous: number[] = [];
  ranks.forEach((own, index) => {
    let length = ends.findIndex((end) => (ranks[end] ?? 0) >= own);
    if (length < 0) length = ends.length;
    previous[index] = length > 0 ? (ends[length - 1] ?? -1) : -1;
    ends[length] = index;
  });
  const stays = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) stays.add(index);
  return after.filter((_, index) => !stays.has(index));
}
