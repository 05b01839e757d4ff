import type { ParsedFile } from "./parsed-file.js";
import type { Path } from "./places.js";
import { expand, type Schema } from "./schemas.js";

/** An id that names a thing, at its place. */
export interface Definition {
  readonly kind: string;
  readonly id: string;
  /** The id of the thing around it within which this one is unique; missing when it is so in all of the content. */
  readonly within?: string;
  readonly file: ParsedFile;
  readonly path: Path;
}

/** An id that points at a thing of one of some kinds, at its place. */
export interface Pointer {
  readonly kinds: readonly string[];
  readonly id: string;
  readonly file: ParsedFile;
  readonly path: Path;
}

/** Any text that people wrote, at its place. */
export interface Text {
  readonly text: string;
  /** How documents show it: as it is (a title), with markup on one line, or with paragraphs and lists. */
  readonly form: "plain" | "line" | "prose";
  readonly file: ParsedFile;
  readonly path: Path;
}

/** A name from a set that the program knows, at its place. */
export interface Pick {
  readonly set: "icon" | "colour";
  readonly name: string;
  readonly file: ParsedFile;
  readonly path: Path;
}

/** All that the schemas say about a file's values, whether the file is valid or not. */
export interface Findings {
  readonly definitions: Definition[];
  readonly pointers: Pointer[];
  readonly picks: Pick[];
  readonly texts: Text[];
}

/**
 * Walks a file's data along its schema and collects ids, references and texts.
 * It takes what has the right form and passes over the rest, so that references can be checked
 * in the same run in which the schema finds faults.
 */
export function walk(file: ParsedFile, schemaRef: string): Findings {
  const findings: Findings = { definitions: [], pointers: [], picks: [], texts: [] };
  visit(file, { $ref: schemaRef }, file.value, { path: [], around: {} }, findings);
  return findings;
}

/** Where a value stands, and the ids of the things around it, by their kind. */
interface Spot {
  readonly path: Path;
  readonly around: Readonly<Record<string, string>>;
}

function visit(file: ParsedFile, unexpanded: Schema, value: unknown, spot: Spot, findings: Findings): void {
  const schema = expand(unexpanded);
  const { path, around } = spot;
  for (const branch of schema.anyOf ?? []) visit(file, branch, value, spot, findings);
  if (typeof value === "string")
    noteText(schema, { text: value, form: schema["x-form"] ?? "prose", file, path }, findings);
  const { "x-defines": kind, "x-within": scope } = schema;
  const id = (value as { id?: unknown } | null)?.id;
  const defines = kind !== undefined && typeof id === "string";
  const inside = defines ? { ...around, [kind]: id } : around;
  for (const child of childrenOf(schema, value)) {
    visit(file, child.schema, child.value, { path: [...path, child.key], around: inside }, findings);
  }
  if (!defines) return;
  const within = scope === undefined ? undefined : around[scope];
  findings.definitions.push({ kind, id, ...(within !== undefined && { within }), file, path: [...path, "id"] });
}

function noteText(schema: Schema, found: Text, findings: Findings): void {
  if (schema.type !== "string") return;
  const { text, file, path } = found;
  const kinds = schema["x-refers"]?.split("|");
  const set = schema["x-picks"];
  if (set) findings.picks.push({ set, name: text, file, path });
  else if (kinds) findings.pointers.push({ kinds, id: text, file, path });
  else if (schema["x-prose"] && isReadable(text, schema)) findings.texts.push(found);
}

/** Whether a text has the size that its schema allows. Nobody reads a text that has not, and rules could take hours over it. */
const isReadable = (text: string, { maxLength = Number.POSITIVE_INFINITY }: Schema): boolean =>
  text.trim() !== "" && (text.length <= maxLength || (text.length <= 2 * maxLength && [...text].length <= maxLength));

/** The values inside a value that the schema knows, each with its schema. */
function childrenOf(schema: Schema, value: unknown): { key: string | number; schema: Schema; value: unknown }[] {
  if (Array.isArray(value)) {
    if (schema.type !== "array" || !schema.items) return [];
    // What a list refers to, its items refer to.
    const items = schema["x-refers"] ? { ...schema.items, "x-refers": schema["x-refers"] } : schema.items;
    return value.map((item: unknown, key) => ({ key, schema: items, value: item }));
  }
  if (typeof value !== "object" || value === null) return [];
  const record = value as Readonly<Record<string, unknown>>;
  return Object.entries(schema.properties ?? {})
    .filter(([key]) => Object.hasOwn(record, key))
    .map(([key, property]) => ({ key, schema: property, value: record[key] }));
}

/** The kinds of thing that a file with this schema can define. */
export function definableKinds(schemaRef: string): Set<string> {
  const kinds = new Set<string>();
  const seen = new Set<string>();
  const collect = (unexpanded: Schema): void => {
    // Sections hold sections.
    if (unexpanded.$ref && seen.has(unexpanded.$ref)) return;
    if (unexpanded.$ref) seen.add(unexpanded.$ref);
    const schema = expand(unexpanded);
    if (schema["x-defines"]) kinds.add(schema["x-defines"]);
    for (const child of [
      ...Object.values(schema.properties ?? {}),
      ...(schema.anyOf ?? []),
      ...(schema.items ? [schema.items] : []),
    ]) {
      collect(child);
    }
  };
  collect({ $ref: schemaRef });
  return kinds;
}
