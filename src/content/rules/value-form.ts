import { firm } from "../../diagnostics.js";
import { meant, suggestion } from "../../dutch.js";
import { type Explain, type Explanation, nameOf, param, type SchemaRule, typeName } from "../messages.js";
import { excerpt } from "../quoted.js";
import type { Schema } from "../schemas.js";
import { offered } from "../words.js";

/** Each of ajv's keywords about a value that has the right type, in the words of the content. */
const explains: Readonly<Record<string, Explain>> = {
  enum: (error, schema) => ({
    message: `${nameOf(schema)} kan niet “${shown(error.data)}” zijn.`,
    hint: suggestion(String(error.data), offered(schema)),
  }),
  const: (error) => ({
    message: `Hier kan niet “${shown(error.data)}” staan.`,
    hint: meant(param(error, "allowedValue")),
  }),
  pattern: (error, schema) =>
    (isBlank(error.data) ? absent : shape)(
      schema,
      misshaped(String(error.data), param(error, "pattern")),
      `Schrijf een waarde van de vorm ${param(error, "pattern")}.`,
    ),
  format: (error, schema) => shape(schema, `“${shown(error.data)}” bestaat niet.`, "Schrijf een waarde die bestaat."),
  minLength: (_, schema) => absent(schema, "hier staat geen tekst.", "Vul de tekst in, of haal de sleutel weg."),
  maxLength: (error, schema) => ({
    ...shape(schema, `de tekst is langer dan ${param(error, "limit")} tekens.`, ""),
    hint: `Maak de tekst korter: hij heeft nu ${[...String(error.data)].length} tekens.`,
  }),
  minItems: (_, schema) => absent(schema, "de lijst is leeg.", "Zet ten minste één punt in de lijst."),
  uniqueItems: (error, schema) =>
    shape(
      schema,
      `punt ${Number(param(error, "j")) + 1} en punt ${Number(param(error, "i")) + 1} zijn gelijk.`,
      "Haal een van de twee weg.",
    ),
  minimum: (error, schema) =>
    shape(
      schema,
      `${shown(error.data)} is te klein; het minimum is ${param(error, "limit")}.`,
      `Schrijf een getal vanaf ${param(error, "limit")}.`,
    ),
  exclusiveMinimum: (error, schema) =>
    shape(
      schema,
      `${shown(error.data)} is te klein; het moet meer zijn dan ${param(error, "limit")}.`,
      `Schrijf een getal boven ${param(error, "limit")}.`,
    ),
  maximum: (error, schema) =>
    shape(
      schema,
      `${shown(error.data)} is te groot; het maximum is ${param(error, "limit")}.`,
      `Schrijf een getal tot en met ${param(error, "limit")}.`,
    ),
};

export const valueForm: SchemaRule & { readonly otherwise: Explain } = {
  ...firm({
    code: "IVP204",
    title: "Een waarde past bij de vorm die het schema vraagt.",
    why: "Zo kloppen datums, kwartalen, sleutelnamen en keuzes.",
    mend: "Lees de uitleg bij de melding en pas de waarde aan.",
  }),
  explains,
  otherwise: (_, schema) => shape(schema, "de waarde past hier niet.", "Pas de waarde aan."),
};

/**
 * A value that is written otherwise than it must be: how it is written, before what it says.
 * @param mend what to do when the schema itself doesn't say what belongs here
 */
const shape = (schema: Schema, message: string, mend: string): Explanation => ({
  message: `${nameOf(schema)}: ${message}`,
  hint: schema["x-hint"] ?? schema.description ?? mend,
});

/** A value that isn't there: what it says, before how it is written. */
const absent = (schema: Schema, message: string, mend: string): Explanation => ({
  ...shape(schema, message, mend),
  hint: schema.description ?? schema["x-hint"] ?? mend,
});

const isBlank = (value: unknown): boolean => String(value).trim() === "";

/** What is wrong with a text that its pattern refuses. */
function misshaped(text: string, pattern: string): string {
  if (isBlank(text)) return "hier staat geen tekst.";
  // The pattern of a text on one line.
  const oneLine = pattern.startsWith("^\\S(") && (text.includes("\n") || text !== text.trim());
  return oneLine
    ? "de tekst moet op één regel staan, zonder regeleinde of spatie aan het begin of eind."
    : `“${shown(text)}” heeft niet de goede vorm.`;
}

const shown = (value: unknown): string => {
  if (typeof value === "object") return typeName(value);
  // As YAML writes it.
  return Number.isNaN(value) ? ".nan" : excerpt(String(value));
};
