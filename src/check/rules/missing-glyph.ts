import { isDrawable } from "../characters.js";
import { textRule } from "../rule.js";

export const missingGlyph = textRule(
  {
    code: "IVP705",
    severity: "error",
    title: "Elk teken zit in de lettertypen van de documenten.",
    why: "Een teken dat er niet in zit, komt uit een toevallig ander lettertype of wordt een leeg hokje (PDF/A: ISO 19005-3, 6.2.11).",
    mend: "Gebruik een gewoon teken of schrijf het in woorden.",
  },
  (text) =>
    [...new Set(text)]
      .filter((character) => !isDrawable(character))
      .map((character) => ({
        snippet: character,
        message: `Het teken “${character}” (${nameOf(character)}) zit niet in de lettertypen.`,
      })),
);

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
