import type { ErrorObject } from "ajv";
import type { Code } from "../diagnostics.js";
import { suggestion } from "./closest.js";
import { meantNumber } from "./numbers.js";
import { expand, type Schema } from "./schemas.js";
import { quoted } from "./syntax.js";
import { offered } from "./words.js";

/** What to tell about one schema error: the words, and whether it stands at the value or at a key inside it. */
export interface Explanation {
  readonly code: Code;
  readonly message: string;
  readonly hint?: string;
  /** The key inside the value that the error is about. */
  readonly key?: string;
}

/** A value as it stands in the file, and what stands behind it on the same line. */
export interface Written {
  readonly written: string;
  readonly behind: string;
}

type Explain = (error: ErrorObject, schema: Schema, written: Written) => Explanation;

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

/** @param mend what to do when the schema itself doesn't say what belongs here */
const shape = (schema: Schema, message: string, mend: string): Explanation => ({
  code: "IVP204",
  message: `${nameOf(schema)}: ${message}`,
  hint: schema.description ?? schema["x-hint"] ?? mend,
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
    return {
      code: "IVP201",
      key,
      message: `${blockName(schema, error.data)} kent geen sleutel \`${excerpt(key)}\`.`,
      hint: suggestion(key, known, {
        quote: (name) => `\`${name}\``,
        choose: "Wat hier wel kan",
        otherwise: "Haal de sleutel weg.",
      }),
    };
  },
  type: (error, schema, written) => ({
    code: "IVP203",
    message: `${nameOf(schema)} moet ${typeNames[schema.type ?? ""] ?? "iets anders"} zijn, maar is ${typeName(error.data)}.`,
    hint: otherType(error.data, schema, written),
  }),
  enum: (error, schema) => {
    return {
      code: "IVP204",
      message: `${nameOf(schema)} kan niet “${excerpt(error.data)}” zijn.`,
      hint: suggestion(String(error.data), offered(schema)),
    };
  },
  const: (error) => ({
    code: "IVP204",
    message: `Hier kan niet “${excerpt(error.data)}” staan.`,
    hint: `Bedoelde u “${param(error, "allowedValue")}”?`,
  }),
  pattern: (error, schema) =>
    shape(
      schema,
      misshaped(String(error.data), param(error, "pattern")),
      `Schrijf een waarde van de vorm ${param(error, "pattern")}.`,
    ),
  format: (error, schema) => shape(schema, `“${excerpt(error.data)}” bestaat niet.`, "Schrijf een waarde die bestaat."),
  minLength: (_, schema) => shape(schema, "hier staat geen tekst.", "Vul de tekst in, of haal de sleutel weg."),
  maxLength: (error, schema) => ({
    ...shape(schema, `de tekst is langer dan ${param(error, "limit")} tekens.`, ""),
    hint: `Maak de tekst korter: hij heeft nu ${[...String(error.data)].length} tekens.`,
  }),
  minItems: (_, schema) => shape(schema, "de lijst is leeg.", "Zet ten minste één punt in de lijst."),
  uniqueItems: (error, schema) =>
    shape(
      schema,
      `punt ${Number(param(error, "j")) + 1} en punt ${Number(param(error, "i")) + 1} zijn gelijk.`,
      "Haal een van de twee weg.",
    ),
  minimum: (error, schema) =>
    shape(
      schema,
      `${excerpt(error.data)} is te klein; het minimum is ${param(error, "limit")}.`,
      `Schrijf een getal vanaf ${param(error, "limit")}.`,
    ),
  maximum: (error, schema) =>
    shape(
      schema,
      `${excerpt(error.data)} is te groot; het maximum is ${param(error, "limit")}.`,
      `Schrijf een getal tot en met ${param(error, "limit")}.`,
    ),
};

/** What is wrong with a text that its pattern refuses. */
function misshaped(text: string, pattern: string): string {
  if (text.trim() === "") return "hier staat geen tekst.";
  // The pattern of a text on one line.
  const oneLine = pattern.startsWith("^\\S(") && (text.includes("\n") || text !== text.trim());
  return oneLine
    ? "de tekst moet op één regel staan, zonder regeleinde of spatie aan het begin of eind."
    : `“${excerpt(text)}” heeft niet de goede vorm.`;
}

/** How to mend a value of another type, from the way in which it is written. */
function otherType(value: unknown, schema: Schema, as: Written): string {
  const meant = mendFor[schema.type ?? ""]?.(value, schema, as);
  return meant ?? schema.description ?? schema["x-hint"] ?? asked(schema);
}

/** What to say of a type when its schema says nothing. */
function asked({ type, properties = {} }: Schema): string {
  switch (type) {
    case "integer":
      return "Schrijf een heel getal met alleen cijfers, zoals 2025.";
    case "string":
      return "Vul de tekst in, of haal de sleutel weg.";
    case "array":
      return "Zet elk punt op een eigen regel, met een streepje en een spatie ervoor.";
    case "object":
      return `Zet hier de sleutels, elk op een eigen regel: ${Object.keys(properties).join(", ")}.`;
    default:
      return "Schrijf een waarde van de goede soort.";
  }
}

/** What was most likely meant by a value, by the type that it should have. */
const mendFor: Readonly<Record<string, (value: unknown, schema: Schema, as: Written) => string | undefined>> = {
  integer: (value, _, { written }) => {
    const meant = typeof value === "object" ? undefined : meantNumber(written);
    return meant === undefined ? undefined : `Schrijf ${meant}, met alleen cijfers.`;
  },
  string: (value, { pattern }, { written, behind }) => {
    const comment = behind.startsWith("#");
    const text = comment ? `${written} ${behind}`.trim() : written;
    const inline = typeof value !== "object" || value === null || /^[[{].*$/.test(text);
    if (text === "" || !inline || (pattern && !new RegExp(pattern, "u").test(text))) return undefined;
    const why = comment ? "Een # na een spatie begint in YAML een opmerking. " : "";
    return `${why}Zet de tekst tussen aanhalingstekens: ${quoted(text)}.`;
  },
  object: (_, schema, { written }) => {
    const [, key] = /^([\w-]+):\S/.exec(written) ?? [];
    return key && Object.hasOwn(schema.properties ?? {}, key)
      ? `Zet een spatie na de dubbele punt van \`${key}\`.`
      : asked(schema);
  },
};

const excerpt = (value: unknown): string => {
  if (typeof value === "object") return typeName(value);
  // As YAML writes it.
  if (Number.isNaN(value)) return ".nan";
  const text = String(value).replaceAll(/\s+/g, " ");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
};

/**
 * Tells a schema error (with `verbose` on) in the words of the content.
 * @param named the schema of the value at its place, whose title readers know
 * @param written how the value stands in the file
 */
export function explain(error: ErrorObject, named: Schema, written: Written): Explanation {
  const own = expand((error.parentSchema ?? {}) as Schema);
  // What the schema of a value says where it is used goes before what the shared definition says.
  const schema = {
    ...own,
    ...(named.title && { title: named.title }),
    ...(named.description && { description: named.description }),
  };
  const told = explanations[error.keyword];
  return told ? told(error, schema, written) : shape(schema, "de waarde past hier niet.", "Pas de waarde aan.");
}
