import type { PlanGroup } from "../content/index.js";
import type { Priority } from "../model/index.js";

/** Things of one group of priorities, or of none. */
export interface Grouped<T> {
  readonly group?: PlanGroup;
  readonly things: readonly T[];
}

/**
 * Puts things under the group of their priority, in the order in which the plan tells them: wherever it lists priorities, a
 * reader finds the same groups.
 * @param priorityOf the priority of a thing; one that has none stands in no group
 */
export function byGroup<T>(things: readonly T[], priorityOf: (thing: T) => Priority | undefined): Grouped<T>[] {
  const all: { readonly group?: PlanGroup; readonly things: T[] }[] = [];
  for (const thing of things) {
    const group = priorityOf(thing)?.group;
    const last = all.at(-1);
    const known = group ? all.find((one) => one.group === group) : last?.group ? undefined : last;
    if (known) known.things.push(thing);
    else all.push({ ...(group && { group }), things: [thing] });
  }
  return all;
}

/** The same in blocks: those of a group under its name, those of none by themselves. */
export const underGroups = <T, B>(
  groups: readonly Grouped<T>[],
  heading: (group: PlanGroup, blocks: readonly B[]) => B,
  blocks: (things: readonly T[]) => readonly B[],
): B[] => groups.flatMap(({ group, things }) => (group ? [heading(group, blocks(things))] : blocks(things)));
