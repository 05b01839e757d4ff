import { modelRule, ofThing } from "../rule.js";

export const measureWithoutAction = modelRule(
  {
    code: "IVP501",
    severity: "warning",
    title: "Elke maatregel heeft ten minste één actie.",
    why: "Een maatregel zonder actie blijft een voornemen: niemand doet iets.",
    mend: "Voeg in het uitvoeringsprogramma een actie toe die de maatregel bij measures noemt.",
  },
  ({ measures }, loaded) =>
    measures
      .filter(({ actions }) => actions.length === 0)
      .map(({ id, number }) => ({
        ...ofThing(loaded, "measure", id),
        message: `Maatregel ${number} (${id}) heeft geen actie in het uitvoeringsprogramma.`,
        hint: `Voeg een actie toe met measures: [${id}].`,
      })),
);
