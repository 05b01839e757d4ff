/** What two editions of an item have in common, and what went and came. */
import { diffArrays } from "diff";
import type { Block, Cell, Value } from "../documents/index.js";
import { markedText, markedWholly } from "./marked-text.js";
import { numbers } from "./texts.js";

type BlockOf<T extends Block["type"]> = Extract<Block, { readonly type: T }>;

/** What something says; numbers that shifted don't count. */
export const said = (value: unknown): string =>
  JSON.stringify(value, (key, inner) => {
    if (key === "number" || key === "label") return undefined;
    return typeof inner === "string" ? inner.replace(numbers, "#") : inner;
  });

/** Items of two lists as one, by a key: in the new order, with what is gone after what it came after. */
export function items<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
  merge: (old: T | undefined, fresh: T | undefined) => T,
): T[] {
  const old = new Map(before.map((item) => [key(item), item]));
  const result: T[] = [];
  for (const part of diffArrays(before.map(key), after.map(key))) {
    for (const name of part.value) {
      const fresh = after.find((item) => key(item) === name);
      const former = old.get(name);
      if (part.removed) result.push(...(fresh ? [] : [merge(former, undefined)]));
      else result.push(fresh && former && said(fresh) === said(former) ? fresh : merge(former, fresh));
    }
  }
  return result;
}

export function textItem<T extends { readonly text: string; readonly anchor?: string }>(
  old: T | undefined,
  fresh: T | undefined,
): T {
  return { ...nowhere(old, fresh), text: textOf(old?.text, fresh?.text) };
}

/** What is gone is no target of links any more: it may stand elsewhere now. */
function nowhere<T extends { readonly anchor?: string }>(old: T | undefined, fresh: T | undefined): T {
  if (fresh) return fresh;
  const { anchor, ...rest } = old as T;
  return rest as T;
}

type Definition = BlockOf<"definitions">["items"][number];

export function definition(old: Definition | undefined, fresh: Definition | undefined): Definition {
  const explanation = textOf(old?.explanation, fresh?.explanation);
  const item = fresh ?? { ...(old as Definition), anchor: `gone-${old?.anchor}` };
  return { ...item, meaning: textOf(old?.meaning, fresh?.meaning), ...(explanation && { explanation }) };
}

type Card = BlockOf<"cards">["items"][number];

export function card(old: Card | undefined, fresh: Card | undefined): Card {
  const text = textOf(old?.text, fresh?.text);
  return { ...nowhere(old, fresh), title: textOf(old?.title, fresh?.title), ...(text && { text }) };
}

type Row = BlockOf<"table">["rows"][number];

export function row(old: Row | undefined, fresh: Row | undefined): Row {
  const item = nowhere(old, fresh);
  return { ...item, cells: item.cells.map((_, index) => cellOf(old?.cells[index], fresh?.cells[index])) };
}

const cellOf = (old: Cell | undefined, fresh: Cell | undefined): Cell => {
  const cell = fresh ?? old ?? "";
  const isMark = (value: Cell | undefined): boolean => typeof value === "object" && "mark" in value;
  return isMark(old) || isMark(fresh) ? cell : mergedValue(old as Value | undefined, fresh as Value | undefined);
};

export function mergedValue(old: Value | undefined, fresh: Value | undefined): Value {
  if (said(old) === said(fresh)) return fresh ?? "";
  return textOf(asText(old), asText(fresh));
}

/** A value as one text; an open point says that it is one. */
function asText(value: Value | undefined): string | undefined {
  if (value === undefined || typeof value === "string") return value;
  return "open" in value ? `Open: ${value.open} (wie beslist: ${value.by})` : value.join("\n\n");
}

export function textOf(old: string | undefined, fresh: string | undefined): string {
  if (old === undefined) return fresh ? markedWholly(fresh, "added") : "";
  return fresh === undefined ? markedWholly(old, "removed") : markedText(old, fresh);
}
