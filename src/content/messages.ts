import type { ErrorObject } from "ajv";
import type { Code } from "../diagnostics.js";
import { closest } from "./closest.js";
import { expand, type Schema } from "./schemas.js";

/** What to tell about one schema error: the words, and whether it stands at the value or at a key inside it. */
export interface Explanation {
  readonly code: Code;
  readonly message: string;
  readonly hint?: string;
  /** The key inside the value that the error is about. */
  readonly key?: string;
}

type Explain = (error: ErrorObject, schema: Schema) => Explanation;

const typeNames: Readonly<Record<string, string>> = {
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

const nameOf = (schema: Schema): string => schema.title ?? schema["x-name"] ?? "De waarde";

/** A block by its kind and its own name: “Prioriteitsparagraaf “Inbraak””. */
function blockName(schema: Schema, value: unknown): string {
  const { title, id } = (typeof value === "object" && value !== null ? value : {}) as { title?: unknown; id?: unknown };
  const own = [title, id].find((name) => typeof name === "string");
  return own === undefined ? nameOf(schema) : `${nameOf(schema)} “${excerpt(own)}”`;
}

const shape = (schema: Schema, message: string): Explanation => ({
  code: "IVP204",
  message: `${nameOf(schema)}: ${message}`,
  hint: schema.description ?? schema["x-hint"] ?? "Kijk naar een ander bestand van dezelfde soort als voorbeeld.",
});

const param = (error: ErrorObject, name: string): string => String((error.params as Record<string, unknown>)[name]);

/** Each of ajv's keywords in the words of the content. */
const explanations: Readonly<Record<string, Explain>> = {
  required: (error, schema) => {
    const key = param(error, "missingProperty");
    const property = schema.properties?.[key];
    const expanded = property ? expand(property) : {};
    return {
      code: "IVP202",
      message: `${blockName(schema, error.data)} mist ${expanded.title ? `“${expanded.title}” (\`${key}\`)` : `\`${key}\``}.`,
      hint: expanded.description ?? expanded["x-hint"] ?? `Voeg de sleutel \`${key}\` toe.`,
    };
  },
  additionalProperties: (error, schema) => {
    const key = param(error, "additionalProperty");
    const known = Object.keys(schema.properties ?? {});
    const guess = closest(key, known);
    return {
      code: "IVP201",
      key,
      message: `${blockName(schema, error.data)} kent geen sleutel \`${key}\`.`,
      hint: guess ? `Bedoelde u \`${guess}\`?` : `Wat hier wel kan: ${known.join(", ")}.`,
    };
  },
  type: (error, schema) => ({
    code: "IVP203",
    message: `${nameOf(schema)} moet ${typeNames[schema.type ?? ""] ?? "iets anders"} zijn, maar is ${typeName(error.data)}.`,
    hint:
      schema.type === "string" && typeof error.data !== "object"
        ? "Zet de waarde tussen enkele aanhalingstekens."
        : (schema.description ?? schema["x-hint"] ?? "Kijk naar een ander bestand van dezelfde soort als voorbeeld."),
  }),
  enum: (error, schema) => {
    const known = schema.enum ?? [];
    const guess = closest(String(error.data), known);
    return {
      code: "IVP204",
      message: `${nameOf(schema)} kan niet “${excerpt(error.data)}” zijn.`,
      hint: guess ? `Bedoelde u “${guess}”?` : `Kies uit: ${known.join(", ")}.`,
    };
  },
  const: (error) => ({
    code: "IVP204",
    message: `Hier kan niet “${excerpt(error.data)}” staan.`,
    hint: `Bedoelde u “${param(error, "allowedValue")}”?`,
  }),
  pattern: (error, schema) => shape(schema, `“${excerpt(error.data)}” heeft niet de goede vorm.`),
  format: (error, schema) => shape(schema, `“${excerpt(error.data)}” bestaat niet.`),
  minLength: (_, schema) => shape(schema, "hier staat geen tekst."),
  maxLength: (error, schema) => shape(schema, `de tekst is langer dan ${param(error, "limit")} tekens.`),
  minItems: (_, schema) => shape(schema, "de lijst is leeg."),
  uniqueItems: (error, schema) =>
    shape(schema, `punt ${Number(param(error, "j")) + 1} en punt ${Number(param(error, "i")) + 1} zijn gelijk.`),
  minimum: (error, schema) =>
    shape(schema, `${excerpt(error.data)} is te klein; het minimum is ${param(error, "limit")}.`),
  maximum: (error, schema) =>
    shape(schema, `${excerpt(error.data)} is te groot; het maximum is ${param(error, "limit")}.`),
};

const excerpt = (value: unknown): string => {
  if (typeof value === "object") return typeName(value);
  // As YAML writes it.
  if (Number.isNaN(value)) return ".nan";
  const text = String(value).replaceAll("\n", " ");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
};

/**
 * Tells a schema error (with `verbose` on) in the words of the content.
 * @param named the schema of the value at its place, whose title readers know
 */
export function explain(error: ErrorObject, named: Schema): Explanation {
  const own = expand((error.parentSchema ?? {}) as Schema);
  // What the schema of a value says where it is used goes before what the shared definition says.
  const schema = {
    ...own,
    ...(named.title && { title: named.title }),
    ...(named.description && { description: named.description }),
  };
  const told = explanations[error.keyword];
  return told ? told(error, schema) : shape(schema, "de waarde past hier niet.");
}
