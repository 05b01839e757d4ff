import { expand, type Loaded, placeOfValue } from "../../content/index.js";
import { type Finding, firmRule } from "../../diagnostics.js";
import { enumeration, suggestion } from "../../dutch.js";
import { usualColours } from "../colours.js";
import { iconNames } from "../icons.js";

export const knownLook = firmRule(
  {
    code: "IVP330",
    title: "Een pictogram en een kleur bestaan.",
    why: "Zonder tekening of kleur valt een prioriteit uit de toon, of ontbreekt haar teken.",
    mend: "Kies een naam die er is.",
  },
  {
    find: ({ picks, definitions, uncertainKinds }: Loaded) => {
      const own = definitions.flatMap(({ kind, id }) => (kind === "colour" ? [id] : []));
      const colours = new Set([...usualColours, ...own]);
      return picks.flatMap(({ set, name, file, path }): Finding[] => {
        const place = () => placeOfValue(file, path);
        if (set === "icon")
          return iconNames().has(name)
            ? []
            : [
                {
                  place,
                  message: `Er is geen pictogram “${name}”.`,
                  hint: suggestion(name, [...wordsFor("icon"), ...iconNames()], { otherwise: manyIcons() }),
                },
              ];
        if (colours.has(name) || uncertainKinds.has("colour")) return [];
        const hint = suggestion(name, [...wordsFor("colourName"), ...own], { also: usualColours });
        return [{ place, message: `Er is geen kleur “${name}”.`, hint }];
      });
    },
  },
);

const manyIcons = (): string => `Kies een naam van lucide.dev/icons, of ${enumeration(wordsFor("icon"), "of")}.`;

/** The Dutch words of which the schema knows what they mean. */
const wordsFor = (definition: string): string[] =>
  Object.keys(expand({ $ref: `common.schema.json#/$defs/${definition}` })["x-words"] ?? {});
