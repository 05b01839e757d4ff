import { agree } from "../../dutch.js";
import { modelRule, ofThing } from "../rule.js";

export const measureWithoutAction = modelRule(
  {
    code: "IVP501",
    severity: "warning",
    title: "Elke maatregel heeft ten minste één actie.",
    why: "Een maatregel zonder actie blijft een voornemen: niemand doet iets.",
    mend: "Voeg in programmes/ een actie toe die de maatregel bij measures noemt.",
  },
  ({ measures, programmes, terms }, loaded) =>
    measures
      .filter(({ actions }) => actions.length === 0)
      .map(({ id, number }) => ({
        ...ofThing(loaded, "measure", id),
        message: `Maatregel ${number} (${id}) heeft geen actie in ${agree("de", terms.programme, programmes.length)}.`,
        hint: `Voeg een actie toe met measures: [${id}].`,
      })),
);
