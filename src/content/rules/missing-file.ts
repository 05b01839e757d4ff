import { firmRule } from "../../diagnostics.js";
import { startOf } from "../places.js";
import type { ContentPart } from "../schemas.js";

export const missingFile = firmRule(
  {
    code: "IVP104",
    title: "Elk verplicht bestand bestaat.",
    why: "Zonder dit bestand mist het plan een hoofdstuk.",
    mend: "Haal het terug uit git, of wijs met --content de goede map aan.",
  },
  {
    find: ({ file, folder }: ContentPart) => [
      {
        place: () => startOf(file ?? `${folder}/`),
        message: file ? `Het bestand ${file} ontbreekt.` : `De map ${folder}/ heeft geen enkel .yaml-bestand.`,
        hint: "Haal het terug uit git, of wijs met --content de goede inhoudsmap aan.",
      },
    ],
  },
);
