import { agree, capital } from "../../dutch.js";
import { decisionsOf } from "../decisions.js";
import { modelRule, ofValue } from "../rule.js";

export const planAdoptedEverywhere = modelRule(
  {
    code: "IVP522",
    severity: "error",
    title: "Het plan heet pas vastgesteld als elke gemeente het vaststelde.",
    why: "Elke gemeenteraad stelt het plan zelf vast (Politiewet 2012, artikel 38b); een plan van acht gemeenten vraagt acht besluiten.",
    mend: "Zet de status van het plan terug, of vul bij elke gemeente het besluit over het plan in.",
  },
  (model, loaded) => {
    if (model.content.plan.decision.state !== "vastgesteld") return [];
    const missing = decisionsOf(model).filter(
      ({ about, town, decision }) => about === "plan" && town !== undefined && decision.state !== "vastgesteld",
    );
    if (missing.length === 0) return [];
    return [
      {
        ...ofValue(loaded, "plan.yaml", ["decision", "state"], "plan:decision"),
        message: `${capital(agree("de", model.terms.plan.brief))} heet vastgesteld, maar dat geldt nog niet voor: ${missing.map(({ town }) => town).join(", ")}.`,
      },
    ];
  },
);
