/** What became of single things: new, gone, or the same with other values. */
import { about, type Pair, sidesOf, type Things } from "./around.js";
import { compareField } from "./fields.js";
import { shown } from "./reading.js";
import type { Field, Thing } from "./things.js";
import type { Change, ContentPlace } from "./types.js";

/** The changes of all things, but for where they stand. */
export const thingChanges = (pair: Pair): Change[] => [
  ...[...pair.is.values()].flatMap((thing) => {
    const before = pair.was.get(thing.key);
    return before ? changesOf(before, thing, pair) : wasOpen(pair.was, thing) ? [] : [whole("added", thing, pair)];
  }),
  ...[...pair.was.values()].flatMap((thing) =>
    pair.is.has(thing.key) || wasOpen(pair.is, thing) ? [] : [whole("removed", thing, pair)],
  ),
];

function changesOf(before: Thing, after: Thing, pair: Pair): Change[] {
  const keys = [...new Set([...after.fields.keys(), ...before.fields.keys()])];
  const fields = keys.flatMap((key) => fieldChanges(before, after, key, pair));
  if (before.value.id === after.value.id) return fields;
  const identifier = { type: "identifier" as const, before: [ownId(before)], after: [ownId(after)] };
  return [...fields, { ...about(after, pair), ...identifier, key: `${after.key}#id` }];
}

const ownId = ({ value, id }: Thing): string => (typeof value.id === "string" ? value.id : id);

function fieldChanges(before: Thing, after: Thing, key: string, pair: Pair): Change[] {
  const [old, fresh] = [before.fields.get(key), after.fields.get(key)];
  const name = (fresh ?? old)?.name;
  const places = { ...(old && { was: placeOf(before, old) }), ...(fresh && { is: placeOf(after, fresh) }) };
  return compareField(old, fresh, sidesOf(after, pair)).map(({ part, ...change }) => ({
    ...about(after, pair),
    ...change,
    ...((name || part) && { field: [name, part].filter(Boolean).join(": ") }),
    ...places,
    key: `${after.key}#${key}`,
  }));
}

const placeOf = ({ file }: Thing, { path }: Field): ContentPlace => ({ file, path });

/** A thing that came or went, with all its values. Things within it are told by themselves. */
function whole(type: "added" | "removed", thing: Thing, pair: Pair): Change {
  const reader = sidesOf(thing, pair)[type === "added" ? "is" : "was"];
  const lines = [...thing.fields.values()].flatMap(({ name, value, schema }) => {
    if (schema["x-look"]) return [];
    if (schema.items && !schema["x-changes"] && Array.isArray(value) && value.some((item) => typeof item === "object"))
      return [];
    const texts = shown(value, schema, reader);
    return thing.fields.size === 1 ? texts : texts.length > 0 ? [`${name}: ${texts.join("; ")}`] : [];
  });
  const place = { file: thing.file, path: thing.path };
  return {
    ...about(thing, pair, reader),
    type,
    ...(type === "added" ? { after: lines, is: place } : { before: lines, was: place }),
    key: thing.key,
  };
}

/** Whether a list was or became an open point: then that says it all, and what the list holds is told with it. */
function wasOpen(otherSide: Things, { parent, list }: Thing): boolean {
  const field = otherSide.get(parent ?? "")?.fields.get(list?.key ?? "");
  return field !== undefined && !Array.isArray(field.value);
}
