import { firm } from "../../diagnostics.js";
import { suggestion } from "../../dutch.js";
import { blockName, param, type SchemaRule } from "../messages.js";
import { excerpt } from "../quoted.js";

export const knownKey: SchemaRule = {
  ...firm({
    code: "IVP201",
    title: "Een blok heeft alleen sleutels die het schema kent.",
    why: "Wat onder een onbekende sleutel staat, komt in geen document.",
    mend: "Verbeter de sleutel of haal hem weg.",
  }),
  explains: {
    additionalProperties: (error, schema) => {
      const key = param(error, "additionalProperty");
      return {
        key,
        message: `${blockName(schema, error.data)} kent geen sleutel \`${excerpt(key)}\`.`,
        hint: suggestion(key, Object.keys(schema.properties ?? {}), {
          quote: (name) => `\`${name}\``,
          choose: "Wat hier wel kan",
          otherwise: "Haal de sleutel weg.",
        }),
      };
    },
  },
};
