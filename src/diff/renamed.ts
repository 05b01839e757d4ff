import type { Thing } from "./things.js";

/** Under which key a thing of the old version goes in the new one, for those that got another id. */
export type Renamed = ReadonlyMap<string, string>;

/** From this share of words in common, a thing with another id is the same thing. As git has it for files. */
const ALIKE = 0.5;

/**
 * Finds things that only have another id: gone on one side, there on the other, in the same list and much the same. What has its id
 * within another thing, such as an action in a programme, stays in that thing: an action of the next programme is another one.
 */
export function findRenamed(before: Things, after: Things): Renamed {
  const renamed = new Map<string, string>();
  const gone = [...before.values()].filter(({ key }) => !after.has(key));
  const arrivals = [...after.values()].filter(({ key }) => !before.has(key));
  pairAlike(
    gone.filter((thing) => !isScoped(thing)),
    arrivals,
    renamed,
  );
  const around = (thing: Thing): string | undefined => thing.parent && (renamed.get(thing.parent) ?? thing.parent);
  const scoped = gone.filter(isScoped);
  for (const old of scoped) {
    const same = arrivals.find(
      ({ kind, parent, value }) => kind === old.kind && parent === around(old) && value.id === old.value.id,
    );
    if (same) renamed.set(old.key, same.key);
  }
  pairAlike(scoped, arrivals, renamed, (old, fresh) => fresh.parent === around(old));
  return renamed;
}

type Things = ReadonlyMap<string, Thing>;

/** Whether a thing's id is unique within the thing around it only. */
const isScoped = ({ id, value }: Thing): boolean => typeof value.id === "string" && id !== value.id;

/** Pairs things that are much the same, those most alike first; what is paired already is passed over. */
function pairAlike(
  gone: readonly Thing[],
  arrivals: readonly Thing[],
  renamed: Map<string, string>,
  may: (old: Thing, fresh: Thing) => boolean = () => true,
): void {
  const taken = new Set(renamed.values());
  const candidates = gone.flatMap((old) =>
    arrivals
      .filter((fresh) => fresh.kind === old.kind && fresh.list?.key === old.list?.key && may(old, fresh))
      .map((fresh) => ({ old, fresh, alike: likeness(old, fresh) }))
      .filter(({ alike }) => alike >= ALIKE),
  );
  for (const { old, fresh } of candidates.sort((a, b) => b.alike - a.alike)) {
    if (renamed.has(old.key) || taken.has(fresh.key)) continue;
    renamed.set(old.key, fresh.key);
    taken.add(fresh.key);
  }
}

/** The share of words that two things have in common, from 0 to 1 (the coefficient of Dice). */
function likeness(a: Thing, b: Thing): number {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const left = new Map<string, number>();
  for (const word of first) left.set(word, (left.get(word) ?? 0) + 1);
  const common = second.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  });
  return first.length + second.length === 0 ? 0 : (2 * common.length) / (first.length + second.length);
}

/** All words of a thing's texts but its id; what is the same for every thing of the kind (states, icons) weighs little. */
function wordsOf({ value }: Thing): string[] {
  const { id, ...rest } = value;
  return textsIn(rest).flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "id" ? [] : textsIn(inner)));
}

/** The things of the old version under the keys of the new one. */
export function underNewKeys(things: ReadonlyMap<string, Thing>, renamed: Renamed): Map<string, Thing> {
  const newKey = (key: string): string => {
    const own = renamed.get(key);
    if (own) return own;
    const around = [...renamed].find(([old]) => key.startsWith(`${old}/`));
    return around ? around[1] + key.slice(around[0].length) : key;
  };
  return new Map(
    [...things.values()].map((thing) => {
      const key = newKey(thing.key);
      return [key, { ...thing, key, ...(thing.parent && { parent: newKey(thing.parent) }) }];
    }),
  );
}

/** The references of a text under the new ids. */
export const withNewIds = (text: string, renamed: Renamed): string =>
  renamed.size === 0
    ? text
    : text.replace(/\[\[([a-z-]+:[a-z0-9-/]+)/g, (whole, key: string) => {
        const now = renamed.get(key);
        return now ? `[[${now}` : whole;
      });
