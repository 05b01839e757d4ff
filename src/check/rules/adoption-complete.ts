import { decisionsOf } from "../decisions.js";
import { modelRule, ofValue } from "../rule.js";

export const adoptionComplete = modelRule(
  {
    code: "IVP520",
    severity: "error",
    title: "Wat is vastgesteld, heeft een datum en een kenmerk.",
    why: "Zonder datum en kenmerk is niet na te gaan dat het besluit genomen is (Algemene wet bestuursrecht, artikel 3:41 en verder).",
    mend: "Vul date en reference in, of zet state terug op ter-vaststelling.",
  },
  (model, loaded) =>
    decisionsOf(model)
      .filter(
        ({ decision: { state, date, reference } }) =>
          state === "vastgesteld" && (typeof date !== "string" || typeof reference !== "string"),
      )
      .map(({ file, path, name }) => ({
        ...ofValue(loaded, file, [...path, "state"], `${file}:${path.join(".")}`),
        message: `${name} heet vastgesteld, maar de datum of het kenmerk van het besluit is er nog niet.`,
      })),
);
