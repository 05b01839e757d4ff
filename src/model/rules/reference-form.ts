import { placeInText, type Text } from "../../content/index.js";
import { firmRule } from "../../diagnostics.js";
import { scan } from "../../prose/index.js";

export const referenceForm = firmRule(
  {
    code: "IVP303",
    title: "Een verwijzing heeft de vorm [[soort:sleutelnaam]] of [[soort:sleutelnaam|tekst]].",
    why: "Andere vormen komen met haken en al in het document.",
    mend: "Schrijf de verwijzing in een van de twee vormen.",
  },
  {
    find: (texts: readonly Text[]) =>
      texts.flatMap(({ text, file, path }) =>
        scan(text)
          .references.filter(({ reference }) => !reference)
          .map(({ snippet, at }) => ({
            place: () => placeInText(file, path, at, snippet.length),
            message: `“${snippet}” is geen goede verwijzing.`,
            hint: "Schrijf [[soort:sleutelnaam]] of [[soort:sleutelnaam|tekst]], bijvoorbeeld [[term:pga]].",
          })),
      ),
  },
);
