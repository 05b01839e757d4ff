import { UsageError } from "../errors.js";

/** One part of a build that is spread over machines: the `index`th of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** More machines than any team has. */
const MOST = 1_000;

/**
 * Reads "2/4".
 * @throws {UsageError} when it isn't of that form, or more parts than anyone needs
 */
export function parseShard(text: string): Shard {
  const [, index, count] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? [];
  if (!index || !count || index > count || count > MOST)
    throw new UsageError(
      `“${text}” is geen deel.`,
      `Schrijf het als 2/4: het tweede van vier delen (ten hoogste ${MOST}).`,
    );
  return { index, count };
}

/**
 * Chooses the items of one shard: the heaviest first, each to the shard with the least so far. Every machine comes to the
 * same division, as it follows from the items alone.
 * @param costOf how much work an item is, in any unit
 */
export function shardOf<T>(items: readonly T[], costOf: (item: T) => number, { index, count }: Shard): T[] {
  const loads = Array.from({ length: count }, () => 0);
  const costs = new Map(items.map((item) => [item, costOf(item)]));
  const heaviestFirst = [...items].sort((a, b) => (costs.get(b) ?? 0) - (costs.get(a) ?? 0));
  const chosen = new Set<T>();
  for (const item of heaviestFirst) {
    const lightest = loads.indexOf(Math.min(...loads));
    loads[lightest] = (loads[lightest] ?? 0) + (costs.get(item) ?? 0);
    if (lightest === index - 1) chosen.add(item);
  }
  return items.filter((item) => chosen.has(item));
}
