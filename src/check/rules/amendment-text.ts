import { ofAmendment, pending, problemsOf } from "../amendments.js";
import { modelRule } from "../rule.js";

export const amendmentText = modelRule(
  {
    code: "IVP562",
    severity: "warning",
    title: "De tekst die een amendement wijzigt, staat er zoals het amendement zegt.",
    why: "Is de tekst intussen anders, dan is niet meer te zeggen wat de raad met dit amendement wil.",
    mend: "Vergelijk old met wat er nu staat, en pas het amendement aan.",
  },
  (_, loaded) => [
    ...problemsOf(loaded, "text"),
    ...pending(loaded).flatMap(({ amendment, trial }) =>
      trial.already.length === amendment.changes.length
        ? [
            {
              ...ofAmendment(loaded, amendment, "changes"),
              message: "Alles wat dit amendement wil, staat er al.",
              hint: "Is het verwerkt? Zet dan applied: ja, met state: aangenomen. Anders: leg de tekst van voor het amendement terug.",
            },
          ]
        : [],
    ),
  ],
);
