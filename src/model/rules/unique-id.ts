import { type Definition, type Loaded, type ParsedFile, type Path, placeOfValue } from "../../content/index.js";
import { firmRule } from "../../diagnostics.js";
import { nameOf } from "../kind-names.js";
import { fullId } from "../scope.js";
import { termsIn } from "../terms.js";

export const uniqueId = firmRule(
  {
    code: "IVP302",
    title: "Een sleutelnaam is uniek binnen zijn soort; die van een actie of mijlpaal binnen haar programma.",
    why: "Anders is niet te zeggen welk van de twee een verwijzing bedoelt.",
    mend: "Geef een van de twee een andere sleutelnaam.",
  },
  {
    find: (loaded: Loaded) => {
      const terms = termsIn(loaded);
      const first = new Map<string, Definition>();
      return loaded.definitions.flatMap((definition) => {
        const { kind, id, file, path } = definition;
        const key = `${kind}:${fullId(definition)}`;
        const earlier = first.get(key);
        if (!earlier) {
          first.set(key, definition);
          return [];
        }
        const where = placeOfValue(earlier.file, earlier.path);
        return [
          {
            place: () => placeOfValue(file, path),
            message: `De sleutelnaam “${typedIn(file, path) ?? id}” is al in gebruik voor een ${nameOf(kind, terms)} (${where.file}, regel ${where.line}).`,
          },
        ];
      });
    },
  },
);

/** A value as it was typed: of some words the model has others. */
function typedIn(file: ParsedFile, path: Path): string | undefined {
  const typed = file.document.getIn(path);
  return typeof typed === "string" ? typed : undefined;
}
