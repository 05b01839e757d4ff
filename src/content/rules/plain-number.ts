import type { Scalar } from "yaml";
import { firmRule } from "../../diagnostics.js";
import { decimal } from "../../dutch.js";
import { meantNumber } from "../numbers.js";
import type { PositionedFile } from "../parsed-file.js";
import { placeOfNode } from "../places.js";

export const plainNumber = firmRule(
  {
    code: "IVP109",
    title: "Een getal staat er met alleen cijfers, en waar dat kan met een punt en hoogstens twee cijfers daarachter.",
    why: "YAML leest 12.000 als 12 en 0x10 als 16: het document zou een ander getal tonen dan er staat.",
    mend: "Schrijf het getal met alleen cijfers, of zet het tussen aanhalingstekens als het tekst is.",
  },
  {
    /** @param decimals whether two digits may stand behind the point; three could be thousands */
    find: (file: PositionedFile, node: Scalar, decimals: () => boolean) => {
      const { value, source = "" } = node;
      if (typeof value !== "number" || /^(?:0|-?[1-9]\d*)$/.test(source)) return [];
      const fraction = /^-?(?:0|[1-9]\d*)\.\d+$/.test(source) && decimals();
      if (fraction && /\.\d{1,2}$/.test(source)) return [];
      const meant = meantNumber(source);
      return [
        {
          place: () => placeOfNode(file, node),
          message: `YAML leest ${source} als ${decimal(value)}.`,
          hint: fraction
            ? `Schrijf hoogstens twee cijfers achter de punt.${meant === undefined ? "" : ` Is ${meant} bedoeld, schrijf dan dat.`}`
            : meant === undefined
              ? "Schrijf een heel getal met alleen cijfers."
              : `Schrijf ${meant}, met alleen cijfers.`,
        },
      ];
    },
  },
);
