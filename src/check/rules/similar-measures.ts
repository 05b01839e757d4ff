import { modelRule, ofThing } from "../rule.js";
import { folded } from "../words.js";

/** From this share of common words on, two measures are the same one. */
const ALIKE = 0.75;

export const similarMeasures = modelRule(
  {
    code: "IVP407",
    severity: "warning",
    title: "Twee maatregelen zeggen niet bijna hetzelfde.",
    why: "Eén maatregel op twee plekken krijgt twee nummers, twee acties en vroeg of laat twee betekenissen.",
    mend: "Maak er één gedeelde maatregel van (sharedMeasures), die in beide paragrafen geldt.",
  },
  ({ measures }, loaded) => {
    const words = measures.map(
      ({ text }) =>
        new Set(
          folded(text)
            .split(" ")
            .filter((word) => word.length > 3),
        ),
    );
    const earlier = createSearch(words);
    return measures.flatMap(({ id, number }, index) => {
      const other = measures[earlier(index) ?? -1];
      return other
        ? [
            {
              ...ofThing(loaded, "measure", id),
              message: `Maatregel ${number} (${id}) zegt bijna hetzelfde als maatregel ${other.number} (${other.id}).`,
            },
          ]
        : [];
    });
  },
);

type Words = ReadonlySet<string>;

function alike(a: Words, b: Words): boolean {
  const common = [...a].filter((word) => b.has(word)).length;
  return common > 3 && common / Math.min(a.size, b.size) >= ALIKE;
}

/**
 * Finds for one after the other an earlier one that is alike. Two that are share one of the rarest words of the smaller: only
 * those that do are compared.
 */
function createSearch(all: readonly Words[]): (index: number) => number | undefined {
  const count = new Map<string, number>();
  for (const word of all.flatMap((words) => [...words])) count.set(word, (count.get(word) ?? 0) + 1);
  const rarest = (words: Words): string[] =>
    [...words]
      .sort((a, b) => (count.get(a) ?? 0) - (count.get(b) ?? 0))
      .slice(0, words.size - Math.ceil(ALIKE * words.size) + 1);
  const byWord = new Map<string, number[]>();
  const byRarest = new Map<string, number[]>();
  return (index) => {
    const words = all[index] ?? new Set();
    const rare = rarest(words);
    const isAlike = (other: number): boolean => alike(words, all[other] ?? new Set());
    const found = firstOf(rare, byWord, isAlike) ?? firstOf(words, byRarest, isAlike);
    for (const word of words) note(byWord, word, index);
    for (const word of rare) note(byRarest, word, index);
    return found;
  };
}

function firstOf(
  words: Iterable<string>,
  where: ReadonlyMap<string, readonly number[]>,
  counts: (index: number) => boolean,
): number | undefined {
  for (const word of words) {
    const found = where.get(word)?.find(counts);
    if (found !== undefined) return found;
  }
  return undefined;
}

function note(where: Map<string, number[]>, word: string, index: number): void {
  const list = where.get(word);
  if (list) list.push(index);
  else where.set(word, [index]);
}
