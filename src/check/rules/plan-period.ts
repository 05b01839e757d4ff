import { agree, capital } from "../../dutch.js";
import { LONGEST_PLAN } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";

export const planPeriod = modelRule(
  {
    code: "IVP505",
    severity: "error",
    title: "Het eerste jaar van het plan ligt voor het laatste, en het plan duurt ten hoogste vier jaar.",
    why: "De raad stelt ten minste eens in de vier jaar de doelen voor veiligheid vast (Politiewet 2012, artikel 38b, eerste lid).",
    mend: "Zet in plan.yaml bij period het eerste jaar bij from en het laatste, ten hoogste drie jaar later, bij to.",
  },
  ({ content: { plan }, terms }, loaded) => {
    const years = plan.period.to - plan.period.from + 1;
    if (years >= 1 && years <= LONGEST_PLAN) return [];
    return [
      {
        ...ofValue(loaded, "plan.yaml", ["period", "to"], "plan:period"),
        message:
          years < 1
            ? "De looptijd eindigt voordat zij begint."
            : `${capital(agree("de", terms.plan.brief))} loopt ${years} jaar.`,
      },
    ];
  },
);
