import { isScalar, type YAMLMap } from "yaml";
import { firmRule } from "../../diagnostics.js";
import type { PositionedFile } from "../parsed-file.js";
import { placeOfNode } from "../places.js";

export const doubleKey = firmRule(
  {
    code: "IVP102",
    title: "Een sleutel staat één keer in hetzelfde blok.",
    why: "Anders is niet te zien welke van de twee waarden geldt.",
    mend: "Haal een van de twee weg.",
  },
  {
    find: (file: PositionedFile, { items }: YAMLMap) => {
      const seen = new Set<unknown>();
      return items.flatMap(({ key }) => {
        if (!isScalar(key)) return [];
        const again = seen.has(key.value);
        seen.add(key.value);
        const message = "Deze sleutel staat twee keer in hetzelfde blok.";
        return again ? [{ place: () => placeOfNode(file, key), message }] : [];
      });
    },
  },
);
