/** Two lists side by side: what is the same, what became something else, what went and what came. */
import { diffArrays } from "diff";

export interface Pair<T> {
  readonly before?: T;
  readonly after?: T;
}

/** Things with less in common than this aren't each other's successor. */
const ALIKE = 0.4;

/** More comparisons than this take too long: then what stands at the same place is compared. */
const MOST = 40_000;

/**
 * Pairs what is the same or alike, in the order of both lists.
 * @param said what a thing says: the same words are the same thing
 * @param alike how much two things have in common, from 0 to 1
 */
export function pairsOf<T>(
  before: readonly T[],
  after: readonly T[],
  said: (thing: T) => string,
  alike: (a: T, b: T) => number,
): Pair<T>[] {
  const pairs: Pair<T>[] = [];
  let gone: T[] = [];
  let come: T[] = [];
  const close = (): void => {
    pairs.push(...paired(gone, come, alike));
    gone = [];
    come = [];
  };
  let at = 0;
  for (const { added, removed, value } of diffArrays([...before], [...after], {
    comparator: (a, b) => said(a) === said(b),
  })) {
    if (removed) gone.push(...value);
    else if (added) come.push(...value);
    else {
      close();
      // The library gives what stands in the new list.
      for (const own of value) {
        while (at < before.length && said(before[at] as T) !== said(own)) at++;
        pairs.push({ before: before[at] ?? own, after: own });
        at++;
      }
    }
  }
  close();
  return pairs;
}

/** The pairs of two stretches with which most is alike, none crossing another. */
function paired<T>(before: readonly T[], after: readonly T[], alike: (a: T, b: T) => number): Pair<T>[] {
  if (before.length === 0 || after.length === 0 || before.length * after.length > MOST)
    return [...before.map((own) => ({ before: own })), ...after.map((own) => ({ after: own }))];
  const width = after.length + 1;
  const scores = new Float64Array((before.length + 1) * width);
  const own = before.map((old) => after.map((fresh) => alike(old, fresh)));
  const scoreAt = (row: number, column: number): number => scores[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--)
    for (let column = after.length - 1; column >= 0; column--) {
      const likeness = own[row]?.[column] ?? 0;
      const together = likeness >= ALIKE ? likeness + scoreAt(row + 1, column + 1) : 0;
      scores[row * width + column] = Math.max(together, scoreAt(row + 1, column), scoreAt(row, column + 1));
    }
  const pairs: Pair<T>[] = [];
  let [row, column] = [0, 0];
  while (row < before.length && column < after.length) {
    const [old, fresh] = [before[row] as T, after[column] as T];
    const likeness = own[row]?.[column] ?? 0;
    if (likeness >= ALIKE && scoreAt(row, column) === likeness + scoreAt(row + 1, column + 1)) {
      pairs.push({ before: old, after: fresh });
      row++;
      column++;
    } else if (scoreAt(row, column) === scoreAt(row + 1, column)) {
      pairs.push({ before: old });
      row++;
    } else {
      pairs.push({ after: fresh });
      column++;
    }
  }
  return [
    ...pairs,
    ...before.slice(row).map((old) => ({ before: old })),
    ...after.slice(column).map((fresh) => ({ after: fresh })),
  ];
}

/** How much two texts have in common: the words that both have, of the words of the longer one. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [old, fresh] = [wordsOf(a), wordsOf(b)];
  const most = Math.max(old.length, fresh.length);
  if (most === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of old) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of fresh) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common++;
    counts.set(word, left - 1);
  }
  return common / most;
}

const known = new Map<string, readonly string[]>();

function wordsOf(text: string): readonly string[] {
  const before = known.get(text);
  if (before) return before;
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (known.size > 20_000) known.clear();
  known.set(text, words);
  return words;
}
