import { expand, resolve, type Schema } from "./schemas.js";

/**
 * Puts the one word that the program knows in the place of each other word that a schema allows for it (`x-words`): people may
 * write `alle` or `all`, `raad` or `council`. What has another form than its schema stays as it is, to be told.
 * @param value plain data, which is changed
 * @returns the value
 */
export function meant(schemaRef: string, value: unknown): unknown {
  return visit({ $ref: schemaRef }, value);
}

/** The same for a value that stands somewhere within such data; it isn't changed. */
export const meantIn = (schema: Schema, value: unknown): unknown => visit(schema, structuredClone(value));

/** The words that people may write where a definition of common.schema.json allows them, each with the one that is meant. */
export const wordsFor = (definition: string): Readonly<Record<string, string>> =>
  expand({ $ref: `common.schema.json#/$defs/${definition}` })["x-words"] ?? {};

function visit(unexpanded: Schema, value: unknown): unknown {
  const schema = expand(unexpanded);
  if (typeof value === "string") return schema["x-prose"] ? withBodies(value) : (wordIn(schema, value) ?? value);
  for (const branch of schema.anyOf ?? []) visit(branch, value);
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items) for (const [index, item] of value.entries()) value[index] = visit(items, item);
  } else if (typeof value === "object" && value !== null) {
    const record = value as Record<string, unknown>;
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      if (Object.hasOwn(record, key)) record[key] = visit(property, record[key]);
    }
  }
  return value;
}

/** A body is named in a text by the same words as elsewhere: `[[body:council]]`. */
function withBodies(text: string): string {
  if (!text.includes("[[body:")) return text;
  const words = resolve("common.schema.json#/$defs/body")["x-words"] ?? {};
  return text.replace(/\[\[body:([a-z]+)(?=\\?[|\]])/g, (found, id: string) =>
    Object.hasOwn(words, id) ? `[[body:${words[id]}` : found,
  );
}

function wordIn(schema: Schema, word: string): string | undefined {
  const words = schema["x-words"];
  if (words && Object.hasOwn(words, word)) return words[word];
  for (const branch of schema.anyOf ?? []) {
    const found = wordIn(expand(branch), word);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The words of a list of values that people are offered: not those that only the program needs. */
export function offered({ enum: values = [], "x-words": words = {} }: Schema): readonly string[] {
  const own = new Set(Object.values(words));
  return values.filter((value) => !own.has(value));
}
