import { modelRule, ofThing } from "../rule.js";

export const actionWithoutMeasure = modelRule(
  {
    code: "IVP502",
    severity: "warning",
    title: "Elke actie voert een maatregel of een lokaal thema uit.",
    why: "Een actie waar geen maatregel achter staat, heeft geen besluit van de raad achter zich.",
    mend: "Vul bij de actie measures of localThemes in.",
  },
  ({ programmes }, loaded) =>
    programmes
      .flatMap(({ actions }) => actions)
      .filter(({ measures, localThemes }) => measures.length + localThemes.length === 0)
      .map(({ id, fullId }) => ({
        ...ofThing(loaded, "action", fullId),
        message: `De actie “${id}” voert geen maatregel en geen lokaal thema uit.`,
      })),
);
