import { expand, type Schema } from "../content/index.js";
import { one } from "../dutch.js";
import { isOpen } from "../model/index.js";
import {
  blockCount,
  compareLists,
  compareNames,
  compareTexts,
  compareWords,
  type Stretch,
  sameLayout,
} from "../prose/compared.js";
import { type BlockChange, blockChanges, type Taken, takenApart } from "./blocks.js";
import { type Reader, shown } from "./reading.js";
import { type Renamed, withNewIds } from "./renamed.js";
import type { Field } from "./things.js";
import type { Change, ChangeType } from "./types.js";

/** What differs in one field; the subject and the place are for who knows the thing. */
export type FieldChange = Pick<Change, "type" | "before" | "after" | "words"> & {
  /** What of the field it is, where it is no sentence: a cell of a table, a footnote. */
  readonly part?: string;
};

/** What reading the two sides takes. */
export interface Sides {
  readonly was: Reader;
  readonly is: Reader;
  readonly renamed: Renamed;
}

/** Compares one field of a thing that stands on both sides. */
export function compareField(before: Field | undefined, after: Field | undefined, sides: Sides): FieldChange[] {
  const schema = (after ?? before)?.schema ?? {};
  const [old, fresh] = [underNewIds(before, sides.renamed), after?.value];
  if (same(old, fresh) || sameMunicipalities(old, fresh, sides)) return [];
  if (isYesOrNo(schema)) return yesOrNo(old, fresh);
  if (isOpen(old) || isOpen(fresh)) return [whole(openness(old, fresh), before, after, sides)];
  if (Array.isArray(old) || Array.isArray(fresh)) return compareArrays(old, fresh, before, after, sides);
  if (![before, after].every(isProse)) return [whole(typeOf(schema, old, fresh), before, after, sides)];
  if (isName(after ?? before)) return [inWords("renamed", [asText(old)], [asText(fresh)], sides)];
  return textChanges(asText(old), asText(fresh), sides);
}

const isYesOrNo = ({ enum: choices }: Schema): boolean => choices?.join() === "ja,nee";

/** What nobody said yes to, is no: a figure that isn't provisional any more is told as that. */
function yesOrNo(old: unknown, fresh: unknown): FieldChange[] {
  const [before, after] = [old, fresh].map((value) => [String(value ?? "nee")]) as [string[], string[]];
  return same(before, after) ? [] : [{ type: "value", before, after }];
}

/** Whether all municipalities at once, on one side, are those that the other names. */
function sameMunicipalities(old: unknown, fresh: unknown, { was, is }: Sides): boolean {
  if (old !== "all" && fresh !== "all") return false;
  const idsOf = (value: unknown, { everyone }: Reader): unknown => {
    const ids: readonly unknown[] = Array.isArray(value) ? value : everyone.ids;
    return [...ids].sort();
  };
  return same(idsOf(old, was), idsOf(fresh, is));
}

function compareArrays(
  old: unknown,
  fresh: unknown,
  before: Field | undefined,
  after: Field | undefined,
  sides: Sides,
): FieldChange[] {
  const schema = (after ?? before)?.schema ?? {};
  if (schema["x-changes"]) return [whole("value", before, after, sides)];
  if (schema["x-refers"]) return [pointers(old, fresh, schema, sides)];
  // Names among blocks, as in the structure of the plan: no list of texts, and no list of things.
  if (schema.items?.enum || (schema.items && expand(schema.items).anyOf)) return [whole("value", before, after, sides)];
  const [was, is] = [asTexts(old), asTexts(fresh)];
  // What a list of things holds is told thing by thing.
  return [was, is].every(Boolean) ? listChanges(was ?? [], is ?? [], sides) : [];
}

const asText = (value: unknown): string => (typeof value === "string" ? value : "");

/** A list of texts; an absent one is empty, and one of something else is none. */
const asTexts = (value: unknown): readonly string[] | undefined =>
  value === undefined
    ? []
    : Array.isArray(value) && value.every((item) => typeof item === "string")
      ? value
      : undefined;

const isProse = (field: Field | undefined): boolean =>
  field === undefined || (typeof field.value === "string" && field.schema["x-prose"] === true);

/** A title by which readers know the thing, rather than a text about it. */
const isName = (field: Field | undefined): boolean => /^(title|shortTitle|term|name)$/.test(field?.key ?? "");

/** The old value with the ids that things have now, so that another id alone is no change. */
function underNewIds(field: Field | undefined, renamed: Renamed): unknown {
  const kinds = field?.schema["x-refers"]?.split("|");
  const rename = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== "string") return value;
    if (!kinds) return withNewIds(value, renamed);
    const now = kinds.map((kind) => renamed.get(`${kind}:${value}`)).find(Boolean);
    return now ? now.slice(now.indexOf(":") + 1) : value;
  };
  return rename(field?.value);
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** How text is wrapped and in which order keys stand means nothing. */
function canonical(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.trim());
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${key}:${canonical(inner)}`).join()}}`;
}

function openness(before: unknown, after: unknown): ChangeType {
  if (isOpen(before) && isOpen(after)) return "open";
  return isOpen(before) ? "settled" : "reopened";
}

function typeOf(schema: Schema, before: unknown, after: unknown): ChangeType {
  if (schema["x-look"]) return "layout";
  if (schema["x-refers"]) return "reference";
  if (schema.format === "date" || /\d{4}-Q\d/.test(JSON.stringify([before, after]))) return "date";
  return schema.enum && /voorstel|vastgesteld/.test(schema.enum.join()) ? "status" : "value";
}

/** A list of what something points at: the names that came and went, or only their order. */
function pointers(old: unknown, fresh: unknown, schema: Schema, { was, is }: Sides): FieldChange {
  const ids = (value: unknown): string[] => (Array.isArray(value) ? value : [value ?? []]).flat().map(String);
  const names = {
    was: ids(old).flatMap((id) => shown(id === "all" ? id : [id], schema, was)),
    is: ids(fresh).flatMap((id) => shown(id === "all" ? id : [id], schema, is)),
  };
  const reordered = [...ids(old)].sort().join() === [...ids(fresh)].sort().join();
  return {
    type: reordered ? "moved" : "reference",
    before: [names.was.join("; ")],
    after: [names.is.join("; ")],
    words: compareNames(ids(old), ids(fresh), (side, index) => names[side][index] ?? ""),
  };
}

/** A value that changed as a whole. */
function whole(type: ChangeType, before: Field | undefined, after: Field | undefined, { was, is }: Sides): FieldChange {
  const old = before && shown(before.value, before.schema, was);
  const fresh = after && shown(after.value, after.schema, is);
  return { type, ...(old && old.length > 0 && { before: old }), ...(fresh && fresh.length > 0 && { after: fresh }) };
}

function textChanges(before: string, after: string, sides: Sides): FieldChange[] {
  const apart = takenApart(before, after);
  if (!apart) return sentenceChanges(before, after, sides);
  const [was, is] = apart;
  const changes = [
    ...sentenceChanges(was.flow, is.flow, sides),
    ...blockChanges(was, is, sides.is.text).map((one) => inBlock(one, sides)),
  ];
  if (changes.length > 0 || was.quotes.join() === is.quotes.join()) return changes;
  const quoted = ({ flow, quotes }: Taken): string =>
    `${paragraphs(flow)}, waarvan ${quotes.filter(Boolean).length} in een citaat`;
  return [{ type: "layout", before: [quoted(was)], after: [quoted(is)] }];
}

function inBlock({ part, type, before, after }: BlockChange, sides: Sides): FieldChange {
  if (type) return { part, type, before, after };
  if (before.length === 1 && after.length === 1) return { part, ...inWords("reworded", before, after, sides) };
  return { part, ...told({ before, after }, sides) };
}

function sentenceChanges(before: string, after: string, sides: Sides): FieldChange[] {
  const stretches = compareTexts(before, after);
  if (stretches.length > 0) return stretches.map((stretch) => told(stretch, sides));
  if (sameLayout(before, after)) return [];
  return [{ type: "layout", before: [paragraphs(before)], after: [paragraphs(after)] }];
}

function paragraphs(text: string): string {
  const count = blockCount(text);
  return one(count, "Eén alinea", `${count} alinea's en punten`);
}

const listChanges = (before: readonly string[], after: readonly string[], sides: Sides): FieldChange[] =>
  compareLists(
    before.map((text) => text.trim()),
    after.map((text) => text.trim()),
  ).flatMap((stretch): FieldChange[] => {
    const [old, fresh] = [stretch.before.join("\n\n"), stretch.after.join("\n\n")];
    if (stretch.before.length === 1 && stretch.after.length === 1 && takenApart(old, fresh))
      return textChanges(old, fresh, sides);
    return textChanges(old, fresh, sides).length > 0 ? [told(stretch, sides)] : [];
  });

/** A stretch of sentences as a change. */
function told({ before, after, moved }: Stretch, sides: Sides): FieldChange {
  if (moved) return { type: "moved", before: before.map(sides.was.text), after: after.map(sides.is.text) };
  if (before.length === 0) return { type: "added", after: after.map(sides.is.text) };
  if (after.length === 0) return { type: "removed", before: before.map(sides.was.text) };
  return inWords("reworded", before, after, sides);
}

function inWords(
  type: ChangeType,
  before: readonly string[],
  after: readonly string[],
  { was, is }: Sides,
): FieldChange {
  const [old, fresh] = [before.join(" "), after.join(" ")];
  const sides = { before: [was.text(old)], after: [is.text(fresh)] };
  if (sides.before[0] !== sides.after[0])
    return { type, ...sides, words: compareWords(old, fresh, was.piece, is.piece) };
  // The same words: then they point at something else, or stand out in another way.
  const targets = (text: string): string => (text.match(/\[\[[^\]|]*|\[\^[^\]]*/g) ?? []).join();
  if (targets(old) === targets(fresh)) return { type: "layout", before: [was.marked(old)], after: [is.marked(fresh)] };
  return { type: "reference", before: [withTargets(old, was)], after: [withTargets(fresh, is)] };
}

/** A text in which each reference also says where it leads. */
const withTargets = (text: string, reader: Reader): string =>
  reader.text(
    text.replace(/\[\[([a-z-]+):([a-z0-9-/]+)\|([^\]]+)\]\]/g, (_, kind: string, id: string, own: string) => {
      return `${own} (verwijst naar ${reader.name(kind, id)})`;
    }),
  );
