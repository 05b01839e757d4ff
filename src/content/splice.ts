/**
 * The one way in which programs write content: it changes only the characters that are meant. Comments, order, line ends, quotes and
 * indents elsewhere stay, so that git shows the change alone.
 */
import { isDeepStrictEqual } from "node:util";
import { type Document, isAlias, isCollection, isMap, isScalar, isSeq, parseDocument, visit } from "yaml";
import { type Edit, Places, type Splice } from "./splice-places.js";
import { CannotSplice } from "./splice-slots.js";
import type { Hand } from "./value-text.js";

export type { Edit, Splice } from "./splice-places.js";

/** The new text, with what was changed in the old one; or why that can't be, in Dutch, as a sentence. */
export type Spliced = { readonly text: string; readonly splices: readonly Splice[] } | { readonly refused: string };

/**
 * Makes edits in the text of a YAML file. Pure. What comes of it is parsed again: unless its data are what was meant, with quotes
 * around every new text if need be, it is refused.
 */
export function splice(text: string, edits: readonly Edit[]): Spliced {
  const document = parsed(text);
  const fault = document.errors[0]?.message ?? unfit(document);
  if (fault) return { refused: `Dit bestand is niet te wijzigen: ${fault}.` };
  try {
    const meant = withEdits(document.toJS({ mapAsMap: true }), edits);
    for (const way of ways) {
      const places = new Places(text, document, { ...handOf(text, document), ...way });
      const splices = inOrder(edits.flatMap((edit) => places.of(edit)));
      const fresh = applied(text, splices);
      const again = parsed(fresh);
      if (again.errors.length === 0 && isDeepStrictEqual(again.toJS({ mapAsMap: true }), meant))
        return { text: fresh, splices };
    }
    return { refused: "Deze wijziging is niet te maken zonder ook iets anders te wijzigen." };
  } catch (error) {
    if (error instanceof CannotSplice) return { refused: `Deze wijziging is niet te maken: ${error.message}.` };
    throw error;
  }
}

/** How it is tried, one after the other: changing no more than words, writing a text anew, with quotes around every new text. */
const ways = [
  { words: true, quoteAll: false },
  { words: false, quoteAll: false },
  { words: false, quoteAll: true },
];

const parsed = (text: string): Document.Parsed =>
  parseDocument(text, { keepSourceTokens: true, logLevel: "error" }) as Document.Parsed;

/** What makes that a change in one place could change another, or that places can't be told. */
function unfit(document: Document): string | undefined {
  let found: string | undefined;
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) || ((isScalar(node) || isCollection(node)) && node.anchor))
        found = "er staan ankers (& en *) in";
      else if (node.tag) found = "er staan labels (!) in";
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

/** How a file is written. */
function handOf(text: string, document: Document): Omit<Hand, keyof (typeof ways)[number]> {
  const eol = /\r?\n/.exec(text)?.[0] ?? "\n";
  let step: number | undefined;
  let lists: boolean | undefined;
  const column = (offset: number): number => offset - (text.lastIndexOf("\n", offset - 1) + 1);
  visit(document, {
    Pair: (_, { key, value }) => {
      const from = isScalar(key) ? key.range?.[0] : undefined;
      const at = isCollection(value) && !value.flow && value.items.length > 0 ? value.range?.[0] : undefined;
      if (from === undefined || at === undefined || !text.slice(from, at).includes("\n")) return undefined;
      const deeper = column(at) - column(from);
      if (isSeq(value)) lists ??= deeper > 0;
      if (deeper > 0 && (isMap(value) || isSeq(value))) step ??= deeper;
      return undefined;
    },
  });
  return { eol, step: step ?? 2, indentLists: lists ?? true };
}

/** @throws {CannotSplice} when two edits touch the same characters */
function inOrder(splices: readonly Splice[]): Splice[] {
  const sorted = [...splices].sort((a, b) => a.from - b.from || a.to - b.to);
  for (const [index, { from }] of sorted.entries())
    if (index > 0 && from < (sorted[index - 1]?.to ?? 0))
      throw new CannotSplice("twee wijzigingen raken dezelfde plaats");
  return sorted;
}

/** A text with other characters in the places of some; the splices in the order of their places. */
export const applied = (text: string, splices: readonly Splice[]): string =>
  splices.reduceRight((current, { from, to, text: fresh }) => current.slice(0, from) + fresh + current.slice(to), text);

/** The data with the edits made, as they should come out. */
function withEdits(data: unknown, edits: readonly Edit[]): unknown {
  const order = { set: 0, add: 1, remove: 1 };
  // What changes the places of others comes last, the deepest and furthest first.
  const sorted = [...edits.entries()].sort(
    ([first, a], [second, b]) =>
      order[a.do] - order[b.do] ||
      b.path.length - a.path.length ||
      Number(b.path.at(-1)) - Number(a.path.at(-1)) ||
      (a.do === b.do ? second - first : a.do === "remove" ? -1 : 1),
  );
  const root = [data];
  for (const [, edit] of sorted) change(root, [0, ...edit.path], edit);
  return root[0];
}

/** Makes one edit in data. */
function change(root: readonly unknown[], path: readonly (string | number)[], edit: Edit): void {
  const key = path.at(-1) ?? 0;
  const around = path.slice(0, -1);
  const holder = around.reduce<unknown>(inside, root);
  const value = edit.do === "remove" ? undefined : asMaps(edit.value);
  if (holder instanceof Map) {
    if (edit.do === "remove") holder.delete(ownKey(holder, key));
    else holder.set(ownKey(holder, key), value);
  } else if (Array.isArray(holder)) {
    if (edit.do === "set") holder[Number(key)] = value;
    else holder.splice(Number(key), edit.do === "remove" ? 1 : 0, ...(edit.do === "remove" ? [] : [value]));
  } else if (edit.do === "add" && holder === null) {
    // Where there is nothing yet, a list or a mapping begins.
    const begun = typeof key === "number" ? [edit.value] : { [key]: edit.value };
    change(root, around, { do: "set", path: [], value: begun });
  }
}

const inside = (holder: unknown, step: string | number): unknown => {
  if (holder instanceof Map) return holder.get(ownKey(holder, step));
  return Array.isArray(holder) ? (holder[Number(step)] as unknown) : undefined;
};

/** The key of a map that reads so: a number is a key too. */
const ownKey = (map: ReadonlyMap<unknown, unknown>, step: string | number): unknown =>
  [...map.keys()].find((key) => String(key) === String(step)) ?? step;

function asMaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asMaps);
  if (typeof value !== "object" || value === null) return value;
  return new Map(Object.entries(value).map(([key, inner]) => [key, asMaps(inner)]));
}
