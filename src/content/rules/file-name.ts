import { firmRule } from "../../diagnostics.js";
import type { ParsedFile } from "../parsed-file.js";
import { placeOfValue } from "../places.js";

export const fileName = firmRule(
  {
    code: "IVP205",
    title: "De naam van een bestand is de sleutelnaam die erin staat.",
    why: "Zo vinden mensen het bestand waar iets naar verwijst.",
    mend: "Geef het bestand dezelfde naam als de sleutelnaam.",
  },
  {
    /** @param file one of the files in a folder */
    find: (file: ParsedFile) => {
      const id = (file.value as { id?: unknown } | null)?.id;
      const expected = file.path.replace(/^.*\//, "").replace(/\.yaml$/, "");
      if (typeof id !== "string" || id === expected) return [];
      return [
        {
          place: () => placeOfValue(file, ["id"]),
          message: `De sleutelnaam is “${id}”, maar het bestand heet ${expected}.yaml.`,
          hint: `Noem het bestand ${id}.yaml of maak de sleutelnaam ${expected}.`,
        },
      ];
    },
  },
);
