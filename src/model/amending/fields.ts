/** What an amendment may change, as the schemas have it: no content is needed to know which fields a thing has. */
import { type AmendmentChange, contentParts, expand, type Schema } from "../../content/index.js";

/** What a change is about: a thing by kind and id, or a file that has no id of its own. */
export type ChangeTarget =
  | { readonly kind: string; readonly id: string }
  | { readonly part: string; readonly file: string };

/** A field of a thing. */
export interface ChangeField {
  readonly schema: Schema;
  /** What the schemas call it and what stands around it: "Planning", "Tot en met". */
  readonly titles: readonly string[];
}

/** The parts of the content that amendments can't be about: they are no part of the plan. */
const apart = new Set(["amendments", "check"]);
const parts = contentParts.filter(({ key }) => !apart.has(key));

/** The files without an id, by their names. */
export const namedFiles: readonly string[] = parts.flatMap(({ file }) => (file ? [file.replace(/\.yaml$/, "")] : []));

type Kinds = ReadonlyMap<string, { readonly schema: Schema; readonly whole: boolean }>;
let known: Kinds | undefined;

/** The schema of each kind of thing, with whether it is a file by itself. Most commands never ask. */
function kinds(): Kinds {
  if (known) return known;
  const found = new Map<string, { schema: Schema; whole: boolean }>();
  for (const { schema, folder } of parts) collect({ $ref: schema }, folder !== undefined, new Set(), found);
  known = found;
  return found;
}

function collect(
  unexpanded: Schema,
  whole: boolean,
  seen: Set<string>,
  found: Map<string, { schema: Schema; whole: boolean }>,
): void {
  // Sections hold sections.
  if (unexpanded.$ref && seen.has(unexpanded.$ref)) return;
  if (unexpanded.$ref) seen.add(unexpanded.$ref);
  const schema = expand(unexpanded);
  const kind = schema["x-defines"];
  if (kind && !found.has(kind)) found.set(kind, { schema, whole });
  for (const inner of [
    ...Object.values(schema.properties ?? {}),
    ...(schema.anyOf ?? []),
    ...(schema.items ? [schema.items] : []),
  ])
    collect(inner, false, seen, found);
}

/** The kinds of things that an amendment can change. */
export const changeableKinds = (): readonly string[] => [...kinds().keys()].sort();

/** Whether things of a kind have a file each: they come and go with their file. */
export const isWholeFile = (kind: string): boolean => kind === "plan" || kinds().get(kind)?.whole === true;

/** What a target names, whether it is there or not. */
export function targetOf(text: string): ChangeTarget | undefined {
  const [name = "", id] = text.split(":");
  if (id !== undefined) return kinds().has(name) ? { kind: name, id } : undefined;
  const part = parts.find(({ key, file }) => file && (key === name || file === `${name}.yaml`));
  return part?.file ? { part: part.key, file: part.file } : undefined;
}

/** Whether a change is about another municipality than that of the council: its own council decides on that. */
export function isOfOther({ target }: Pick<AmendmentChange, "target">, municipality: string): boolean {
  const about = targetOf(target);
  return about !== undefined && "kind" in about && about.kind === "municipality" && about.id !== municipality;
}

/** The schema of what a target names. */
export const schemaOf = (target: ChangeTarget): Schema =>
  "kind" in target
    ? (kinds().get(target.kind)?.schema ?? {})
    : expand({ $ref: parts.find(({ key }) => key === target.part)?.schema ?? "" });

/**
 * A field of what a target names.
 * @returns the keys that there are where one isn't known
 */
export function fieldOf(
  target: ChangeTarget,
  field: string,
): ChangeField | { readonly unknown: string; readonly known: readonly string[] } {
  let schema = schemaOf(target);
  const titles: string[] = [];
  for (const step of field.split(".")) {
    const inner = inside(schema, step);
    if (!inner) return { unknown: step, known: keysOf(schema) };
    if (inner.key) titles.push(inner.schema.title ?? step);
    schema = inner.schema;
  }
  return { schema, titles };
}

/** The schema one step deeper: of a key, or of an item of a list. */
export function inside(schema: Schema, step: string | number): { schema: Schema; key: boolean } | undefined {
  for (const form of formsOf(schema)) {
    const property = form.properties?.[step];
    if (property) return { schema: expand(property), key: true };
    if (form.type === "array")
      return { schema: { ...expand(form.items ?? {}), ...pick(form, "x-refers") }, key: false };
  }
  return undefined;
}

/** What a list refers to, its items refer to. */
const pick = (schema: Schema, key: "x-refers"): Partial<Schema> =>
  schema[key] === undefined ? {} : { [key]: schema[key] };

/** The forms that a value may have. */
export const formsOf = (schema: Schema): readonly Schema[] => [schema, ...(schema.anyOf ?? []).map(expand)];

const keysOf = (schema: Schema): string[] =>
  formsOf(schema).flatMap(({ properties = {} }) => Object.keys(properties).filter((key) => key !== "id"));
