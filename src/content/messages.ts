/** What the rules about the shape of content share: how they name what a schema describes. */
import type { ErrorObject } from "ajv";
import type { RuleDoc } from "../diagnostics.js";
import { excerpt } from "./quoted.js";
import { expand, type Schema } from "./schemas.js";

/** What to tell about one schema error. */
export interface Explanation {
  readonly message: string;
  readonly hint: string;
  /** The key inside the value that the error is about; without it the error stands at the value. */
  readonly key?: string;
}

/** A value as it stands in the file, and what stands behind it on the same line. */
export interface Written {
  readonly written: string;
  readonly behind: string;
}

/**
 * Tells a schema error (with `verbose` on) in the words of the content.
 * @param schema the schema of the value, with what it is called at its place
 */
export type Explain = (error: ErrorObject, schema: Schema, written: Written) => Explanation;

/** A rule about the shape of content. It explains errors by ajv's keyword. */
export interface SchemaRule extends RuleDoc {
  readonly explains: Readonly<Record<string, Explain>>;
}

export const typeNames: Readonly<Record<string, string>> = {
  string: "tekst",
  integer: "een heel getal",
  number: "een getal",
  array: "een lijst",
  object: "een blok met sleutels",
  boolean: "ja of nee",
  null: "niets",
};

/** The name of a value's type, in Dutch. */
export const typeName = (value: unknown): string =>
  typeNames[value === null ? "null" : Array.isArray(value) ? "array" : typeof value] ?? "iets anders";

export const nameOf = (schema: Schema): string => schema.title ?? schema["x-name"] ?? "De waarde";

/** A block by its kind and its own name: “Prioriteitsparagraaf “Inbraak””. */
export function blockName(schema: Schema, value: unknown): string {
  const { title, id } = (typeof value === "object" && value !== null ? value : {}) as { title?: unknown; id?: unknown };
  const own = [title, id].find((name) => typeof name === "string");
  return own === undefined ? nameOf(schema) : `${nameOf(schema)} “${excerpt(own)}”`;
}

/** The forms that a value may have, by the schema that refused it (`anyOf`). */
export function branchesOf(
  choice: ErrorObject,
): { ref: string; type: string | undefined; title: string | undefined }[] {
  return (choice.schema as readonly Schema[]).flatMap((branch) => {
    if (!branch.$ref) return [];
    const schema = expand(branch);
    return [{ ref: branch.$ref, type: schema.type, title: schema.title ?? schema["x-name"] }];
  });
}

export const param = (error: ErrorObject, name: string): string =>
  String((error.params as Readonly<Record<string, unknown>>)[name]);
