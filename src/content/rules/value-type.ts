import { firm } from "../../diagnostics.js";
import { enumeration } from "../../dutch.js";
import { branchesOf, nameOf, type SchemaRule, typeName, typeNames, type Written } from "../messages.js";
import { meantDecimal, meantNumber } from "../numbers.js";
import { quoted } from "../quoted.js";
import type { Schema } from "../schemas.js";

export const valueType: SchemaRule = {
  ...firm({
    code: "IVP203",
    title: "Een waarde heeft de goede soort.",
    why: "Een lijst is geen tekst en een getal geen datum.",
    mend: "Lees bij de melding wat hier hoort te staan, en pas de waarde aan.",
  }),
  explains: {
    type: (error, schema, written) => ({
      message: `${nameOf(schema)} moet ${asked(schema)} zijn, maar is ${typeName(error.data)}.`,
      hint: otherType(error.data, schema, written),
    }),
    // None of the forms that the value may have.
    anyOf: (error, schema) => {
      const titles = branchesOf(error).flatMap(({ title }) => title?.toLowerCase() ?? []);
      return {
        message: `${schema.title ?? "De waarde"} kan niet ${typeName(error.data)} zijn.`,
        hint:
          titles.length > 0
            ? `Wat hier wel kan: ${enumeration(titles, "of")}.`
            : (schema.description ?? "Vul de waarde in."),
      };
    },
  },
};

/** How to mend a value of another type, from the way in which it is written. */
function otherType(value: unknown, schema: Schema, as: Written): string {
  const meant = mendFor[schema.type ?? ""]?.(value, schema, as);
  const form = hasForm(schema) ? schema["x-hint"] : undefined;
  return meant ?? form ?? schema.description ?? schema["x-hint"] ?? usual(schema);
}

/** Whether a text has a form of its own, such as a date: then that is what it is called. */
const hasForm = ({ type, "x-name": name = "tekst" }: Schema): boolean => type === "string" && name !== "tekst";

/** What a value must be: "een datum", "een heel getal". */
const asked = (schema: Schema): string =>
  hasForm(schema) ? `een ${schema["x-name"]}` : (typeNames[schema.type ?? ""] ?? "iets anders");

/** What to say of a type when its schema says nothing. */
function usual({ type, properties = {} }: Schema): string {
  switch (type) {
    case "integer":
      return "Schrijf een heel getal met alleen cijfers, zoals 2025.";
    case "number":
      return "Schrijf een getal met alleen cijfers, zoals 12 of 3.45.";
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
  number: (value, _, { written }) => {
    const meant = typeof value === "object" ? undefined : meantDecimal(written.replace(/^["']|["']$/g, ""));
    return meant === undefined
      ? undefined
      : `Schrijf ${meant}, zonder aanhalingstekens${meantNumber(written) === meant ? "" : " en met een punt in plaats van een komma"}.`;
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
      : usual(schema);
  },
};
