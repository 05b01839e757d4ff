/** What stands elsewhere: under another thing, or in another place of its list. */
import { about, type Pair } from "./around.js";
import { subjectOf } from "./chapters.js";
import { movedItems } from "./moved-items.js";
import type { Thing } from "./things.js";
import type { Change } from "./types.js";

/** What stands under another thing now, or elsewhere in its list. */
export function moves(pair: Pair): Change[] {
  const { was, is } = pair;
  const both = [...is.values()].filter(({ key }) => was.has(key));
  const elsewhere = both.filter(({ key, parent, list }) => {
    const before = was.get(key);
    return before?.parent !== parent || before?.list?.key !== list?.key;
  });
  const rest = both.filter((thing) => thing.list && !thing.list.sorted && !elsewhere.includes(thing));
  const lists = new Map<string, Thing[]>();
  for (const thing of rest) {
    const list = `${thing.parent}/${thing.list?.key}`;
    lists.set(list, [...(lists.get(list) ?? []), thing]);
  }
  const reordered = [...lists.values()].flatMap((now) => {
    const keys = now.map(({ key }) => key);
    const earlier = [...was.keys()].filter((key) => keys.includes(key));
    return movedItems(earlier, keys).map((key) => is.get(key) as Thing);
  });
  return [
    ...elsewhere.map((thing) => moved(thing, pair, placeName)),
    ...reordered.map((thing) => moved(thing, pair, neighbour)),
  ];
}

function moved(thing: Thing, pair: Pair, place: (thing: Thing, side: "was" | "is", pair: Pair) => string): Change {
  return {
    ...about(thing, pair),
    type: "moved",
    before: [place(thing, "was", pair)],
    after: [place(thing, "is", pair)],
    is: { file: thing.file, path: thing.path },
    key: `${thing.key}#place`,
  };
}

/** The thing under which a thing stands. */
function placeName({ key }: Thing, side: "was" | "is", pair: Pair): string {
  const thing = pair[side].get(key);
  const parent = thing?.parent ? pair[side].get(thing.parent) : undefined;
  if (!parent) return thing?.name ?? key;
  const { label, title } = subjectOf(parent, pair.sides[side]);
  return `${label}: ${title}`;
}

/** Where a thing stands in its list, told by what stands before it. */
function neighbour({ key, parent, list }: Thing, side: "was" | "is", pair: Pair): string {
  const others = [...pair[side].values()].filter((thing) => thing.parent === parent && thing.list?.key === list?.key);
  const before = others[others.findIndex((thing) => thing.key === key) - 1];
  return before ? `na “${subjectOf(before, pair.sides[side]).title}”` : "vooraan";
}
