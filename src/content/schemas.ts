import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Ajv, ValidateFunction } from "ajv";

/** The part of JSON Schema 2020-12 that our schemas use, with our own annotations (`x-…`). */
export interface Schema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  /** On an object with an `id`: the kind of thing that the id names. */
  readonly "x-defines"?: string;
  /** On such an object: the kind of thing within which the id is unique. Without it, it is so in all of the content. */
  readonly "x-within"?: string;
  /** On an id or a list of ids: the kinds of thing it may name, with `|` between them. */
  readonly "x-refers"?: string;
  /** On a name: the set from which it is one, besides what content defines under that kind. */
  readonly "x-picks"?: "icon" | "colour";
  /** Name and hint of a shared form, for messages. Not `title`: editors would show it instead of the key's own. */
  readonly "x-name"?: string;
  readonly "x-hint"?: string;
  /** On a string: people write it and readers read it. */
  readonly "x-prose"?: boolean;
  /** On such a string: documents show it as it is, or on one line. Without it, it may have paragraphs and lists. */
  readonly "x-form"?: "plain" | "line";
  /** On such a string: documents show it among other blocks, so that a figure may stand between its paragraphs. */
  readonly "x-figures"?: boolean;
  /** On a list: documents put its items in an order of their own, so that the order in the file means nothing. */
  readonly "x-sorted"?: boolean;
  /** On an item of a list without an `id`: the keys by whose values it is known from the others. */
  readonly "x-identity"?: readonly string[];
  /** On a string: words that people may write, each with the one word that the program knows for it. */
  readonly "x-words"?: Readonly<Record<string, string>>;
  /** On a list: changes that an amendment makes, which are told as a council puts them. */
  readonly "x-changes"?: boolean;
  /** It says how something looks and nothing else. */
  readonly "x-look"?: boolean;
  /** In content.schema.json: the file that holds this part. */
  readonly "x-file"?: string;
  /** In content.schema.json: the folder that holds one file for each item of this part. */
  readonly "x-files"?: string;
}

/** One part of the content: the file or the folder that holds it and the schema of each file in it. */
export interface ContentPart {
  readonly key: string;
  readonly schema: string;
  readonly file?: string;
  readonly folder?: string;
  /** Whether the content is whole without it. */
  readonly optional: boolean;
}

const folder = new URL("../../schemas/", import.meta.url);
const all = new Map<string, Schema>();
for (const name of readdirSync(folder)) {
  if (!name.endsWith(".schema.json")) continue;
  // References within a file get the file's name, so that a piece of schema means the same wherever it is read.
  const text = readFileSync(new URL(name, folder), "utf8").replaceAll('"$ref": "#/', `"$ref": "${name}#/`);
  all.set(name, JSON.parse(text) as Schema);
}

const resolved = new Map<string, Schema>();

const require = createRequire(import.meta.url);
/** What `npm run build` made of the schemas, with the validator that they were made by. */
const made = new URL("../../dist/content/", import.meta.url);
const validators = fileURLToPath(new URL("validators.cjs", made));

let ajv: Ajv | undefined;

/**
 * Whether data follow a schema. The answer comes from code that `npm run build` made of the schemas; only when it is no,
 * the schemas themselves are loaded to tell why.
 */
export function follows(schema: string, value: unknown): boolean {
  const known = require(validators) as Readonly<Record<string, (value: unknown) => boolean>>;
  return known[schema]?.(value) ?? false;
}

/** What the content consists of, in the order of content.schema.json. */
export const contentParts: readonly ContentPart[] = Object.entries(resolve("content.schema.json").properties ?? {}).map(
  ([key, part]) => ({
    key,
    schema: part.$ref ?? part.items?.$ref ?? "",
    optional: !resolve("content.schema.json").required?.includes(key),
    ...(part["x-file"] && { file: part["x-file"] }),
    ...(part["x-files"] && { folder: part["x-files"] }),
  }),
);

/** The part of the content that a file holds, by its path; missing when it belongs to none. */
export const partOfFile = (path: string): ContentPart | undefined =>
  contentParts.find((candidate) => belongs(candidate, path));

function belongs({ file, folder }: ContentPart, path: string): boolean {
  if (file) return path === file;
  const [first, name, ...deeper] = path.split("/");
  return first === folder && deeper.length === 0 && name?.endsWith(".yaml") === true && !name.startsWith(".");
}

/** The validator for a schema such as `plan.schema.json` or `common.schema.json#/$defs/open`. */
export function validatorFor(ref: string): ValidateFunction {
  ajv ??= (
    require(fileURLToPath(new URL("ajv.cjs", made))) as { createAjv: (schemas: Iterable<Schema>) => Ajv }
  ).createAjv(all.values());
  const validate = ajv.getSchema(ref);
  if (!validate) throw new Error(`no schema ${ref}`);
  return validate;
}

/** The schema that a reference names. A `$ref` inside it is not followed. */
export function resolve(ref: string): Schema {
  const before = resolved.get(ref);
  if (before) return before;
  const [file = "", definition] = ref.split("#/$defs/");
  const schema = all.get(file);
  const found = definition ? schema?.$defs?.[definition] : schema;
  if (!found) throw new Error(`no schema ${ref}`);
  resolved.set(ref, found);
  return found;
}

/** A schema with its `$ref` followed and what stands beside the `$ref` (title, annotations) laid over it. */
export function expand(schema: Schema): Schema {
  const { $ref, ...beside } = schema;
  if (!$ref) return schema;
  const whole = expanded.get(schema) ?? { ...expand(resolve($ref)), ...beside };
  expanded.set(schema, whole);
  return whole;
}

const expanded = new WeakMap<Schema, Schema>();

/** The schema of the value at a path, with the title and description that stand nearest to it. */
export function schemaAt(ref: string, path: readonly (string | number)[]): Schema {
  let schema = expand({ $ref: ref });
  for (const step of path) {
    const inside = [schema, ...(schema.anyOf ?? []).map(expand)]
      .map((candidate) => (typeof step === "number" ? candidate.items : candidate.properties?.[step]))
      .find((candidate) => candidate !== undefined);
    if (!inside) return schema;
    schema = expand(inside);
  }
  return schema;
}
