import { type Definition, placeOfValue } from "../../content/index.js";
import { firmRule } from "../../diagnostics.js";
import { nameOf } from "../kind-names.js";

export const uniqueId = firmRule(
  {
    code: "IVP302",
    title: "Een sleutelnaam is uniek binnen zijn soort.",
    why: "Anders is niet te zeggen welk van de twee een verwijzing bedoelt.",
    mend: "Geef een van de twee een andere sleutelnaam.",
  },
  {
    find: (definitions: readonly Definition[]) => {
      const first = new Map<string, Definition>();
      return definitions.flatMap((definition) => {
        const { kind, id, file, path } = definition;
        const earlier = first.get(`${kind}:${id}`);
        if (!earlier) {
          first.set(`${kind}:${id}`, definition);
          return [];
        }
        const where = placeOfValue(earlier.file, earlier.path);
        return [
          {
            place: () => placeOfValue(file, path),
            message: `De sleutelnaam “${id}” is al in gebruik voor een ${nameOf(kind)} (${where.file}, regel ${where.line}).`,
          },
        ];
      });
    },
  },
);
