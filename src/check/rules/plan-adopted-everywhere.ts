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
  ({ content }, loaded) => {
    if (content.plan.decision.state !== "vastgesteld") return [];
    const missing = decisionsOf(content).filter(
      ({ about, file, decision }) => about === "plan" && file !== "plan.yaml" && decision.state !== "vastgesteld",
    );
    if (missing.length === 0) return [];
    return [
      {
        ...ofValue(loaded, "plan.yaml", ["decision", "state"], "plan:decision"),
        message: `Het plan heet vastgesteld, maar dat geldt nog niet voor: ${missing.map(({ name }) => name.replace("Het plan in ", "")).join(", ")}.`,
      },
    ];
  },
);
