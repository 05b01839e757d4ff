import { modelRule, ofValue } from "../rule.js";

export const unusedFigure = modelRule(
  {
    code: "IVP586",
    severity: "warning",
    title: "Is het cijfer van het hele gebied een som, dan staat het er niet ook zelf.",
    why: "Documenten tonen dan de som van de gemeenten; het eigen cijfer zou nergens staan.",
    mend: "Haal het cijfer zonder gemeente weg, of zet team op eigen.",
  },
  ({ content: { indicators } }, loaded) =>
    indicators
      .filter(({ team }) => team === "som")
      .flatMap(({ id, values }) =>
        values.flatMap(({ municipality, year }, index) =>
          municipality === undefined
            ? [
                {
                  ...ofValue(loaded, `indicators/${id}.yaml`, ["values", index], `indicator:${id}:team:${year}`),
                  message: `Het cijfer van ${year} voor het hele gebied staat in geen document: dat is de som van de gemeenten.`,
                },
              ]
            : [],
        ),
      ),
);
