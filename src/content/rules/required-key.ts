import { firm } from "../../diagnostics.js";
import { blockName, param, type SchemaRule } from "../messages.js";
import { expand } from "../schemas.js";

export const requiredKey: SchemaRule = {
  ...firm({
    code: "IVP202",
    title: "Elke verplichte sleutel is ingevuld.",
    why: "Zonder deze waarde is het document niet af.",
    mend: "Vul de sleutel in, of schrijf een open punt waar dat kan.",
  }),
  explains: {
    required: (error, schema) => {
      const key = param(error, "missingProperty");
      const property = schema.properties?.[key];
      const expanded = property ? expand(property) : {};
      return {
        message: `${blockName(schema, error.data)} mist ${expanded.title ? `“${expanded.title}” (\`${key}\`)` : `\`${key}\``}.`,
        hint: expanded.description ?? expanded["x-hint"] ?? `Voeg de sleutel \`${key}\` toe.`,
      };
    },
  },
};
