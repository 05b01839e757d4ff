/** What two editions of an item have in common, and what went and came. */
import { diffArrays } from "diff";
import type { Cell, Value } from "../documents/index.js";
import { type Anatomy, fieldOf, type Role } from "../documents/walk.js";
import { numbers } from "../prose/compared.js";
import { markedText, markedWholly } from "./marked-text.js";

/** What something says; numbers that shifted don't count. */
export const said = (value: unknown): string =>
  JSON.stringify(value, (key, inner) => {
    if (key === "number" || key === "label") return undefined;
    return typeof inner === "string" ? inner.replace(numbers, "#") : inner;
  });

/** Items of two lists as one, by a key: in the new order, with what is gone after what it came after. */
function items<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
  merge: (old: T | undefined, fresh: T | undefined) => T,
): T[] {
  const [old, fresh] = [keyed(before, key), keyed(after, key)];
  return diffArrays([...old.keys()], [...fresh.keys()]).flatMap(({ value, removed }) =>
    value.flatMap((name) => {
      const [was, is] = [old.get(name), fresh.get(name)];
      if (removed) return is === undefined ? [merge(was, undefined)] : [];
      return [is !== undefined && was !== undefined && said(is) === said(was) ? is : merge(was, is)];
    }),
  );
}

/** Items by their key; of those with the same key the second has a key of its own, and so on. */
function keyed<T>(list: readonly T[], key: (item: T) => string): Map<string, T> {
  const found = new Map<string, T>();
  for (const item of list) {
    let name = key(item);
    while (found.has(name)) name += "+";
    found.set(name, item);
  }
  return found;
}

/**
 * Two editions of a block, or of an item of one, as one: with the words marked that differ. What has no text of its own, such as
 * a figure, is as it is now; what is gone is no target of links any more, as it may stand elsewhere now.
 * @param fresh missing for what is gone
 */
export function merged<T extends object>(old: T | undefined, fresh: T | undefined, anatomy: Anatomy): T {
  const fields = Object.entries(anatomy).flatMap(([field, role]): [string, unknown][] => {
    if (role === "anchor") return fresh ? [] : [[field, undefined]];
    const [was, is] = [old, fresh].map((thing) => thing && fieldOf(thing, field));
    const text = was === undefined && is === undefined ? undefined : mergedField(role, was, is);
    return text === undefined ? [] : [[field, text]];
  });
  return { ...(fresh ?? old), ...Object.fromEntries(fields) } as T;
}

/** A field of both editions as one; nothing where it is as it is in the new one. */
function mergedField(role: Role | Anatomy, was: unknown, is: unknown): unknown {
  if (role === "title" && Array.isArray(is ?? was)) return items(listOf<string>(was), listOf(is), String, textOf);
  if (role === "prose" || role === "title") return mergedValue(was as Value | undefined, is as Value | undefined);
  if (role === "cells") {
    const [before, after] = [listOf<Cell>(was), listOf<Cell>(is)];
    return (is ? after : before).map((_, index) => mergedValue(before[index], after[index]));
  }
  return isList(role) ? mergedItems(listOf(was), listOf(is), role) : undefined;
}

const listOf = <T>(value: unknown): readonly T[] => (value ?? []) as readonly T[];

/** Whether items of a list come and go by themselves: those that have words by which readers know them. */
const isList = (role: Role | Anatomy): role is Anatomy => typeof role === "object" && Object.values(role).some(isText);

const isText = (role: Role | Anatomy | undefined): boolean => role === "prose" || role === "cells";

function mergedItems(before: readonly object[], after: readonly object[], anatomy: Anatomy): object[] {
  const fields = Object.keys(anatomy);
  const title = fields.find((field) => anatomy[field] === "title") ?? fields.find((field) => isText(anatomy[field]));
  // A row goes by its first cell.
  const key = (item: object): string => said(fieldOf(item, "anchor") ?? [fieldOf(item, title ?? "")].flat()[0]);
  return items(before, after, key, (old, fresh) => merged(old, fresh, anatomy));
}

/** Two values as one; a mark has no words to compare. */
function mergedValue(old: Cell | undefined, fresh: Cell | undefined): Cell {
  if (said(old) === said(fresh) || isMark(old) || isMark(fresh)) return fresh ?? old ?? "";
  return textOf(asText(old), asText(fresh));
}

const isMark = (cell: Cell | undefined): cell is Extract<Cell, { readonly mark: boolean }> =>
  typeof cell === "object" && "mark" in cell;

/** A value as one text; an open point says that it is one. */
function asText(value: Exclude<Cell, { readonly mark: boolean }> | undefined): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  return "open" in value
    ? `Open: ${value.open} (wie beslist: ${value.by})`
    : value.map((line) => (typeof line === "string" ? line : line.text)).join("\n\n");
}

function textOf(old: string | undefined, fresh: string | undefined): string {
  if (old === undefined) return fresh ? markedWholly(fresh, "added") : "";
  return fresh === undefined ? markedWholly(old, "removed") : markedText(old, fresh);
}
