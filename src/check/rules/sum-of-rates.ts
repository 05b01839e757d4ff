import { modelRule, ofValue } from "../rule.js";

/** What doesn't add up: parts of a hundred, numbers for each so many, and averages. */
const RATE = /%|procent|percentage|gemiddeld|rapportcijfer|\bper\s+(?:\d|inwoner|huishouden|woning)/i;

export const sumOfRates = modelRule(
  {
    code: "IVP589",
    severity: "error",
    title: "Alleen aantallen tellen op tot het cijfer van het hele gebied.",
    why: "De som van percentages, van cijfers per 1.000 inwoners of van rapportcijfers zegt niets, en lijkt wel een cijfer.",
    mend: "Haal team: som weg, en zet het cijfer van het hele gebied zonder gemeente bij values.",
  },
  ({ content: { indicators } }, loaded) =>
    indicators.flatMap(({ id, unit, per, team }) =>
      team === "som" && (per !== undefined || RATE.test(unit))
        ? [
            {
              ...ofValue(loaded, `indicators/${id}.yaml`, ["team"], `indicator:${id}:team`),
              message: `Cijfers in “${unit || `per ${per}`}” zijn niet op te tellen.`,
            },
          ]
        : [],
    ),
);
