import { agree } from "../../dutch.js";
import { modelRule, ofThing } from "../rule.js";

export const indicatorMeasures = modelRule(
  {
    code: "IVP580",
    severity: "warning",
    title: "Een indicator meet een doel, een prioriteit of een maatregel.",
    why: "Een indicator die niets meet, komt in geen hoofdstuk van het plan.",
    mend: "Noem bij goals, priorities of measures wat de indicator meet, of haal het bestand weg.",
  },
  ({ indicators, terms }, loaded) =>
    indicators
      .filter(({ goals, priorities, measures }) => goals.length + priorities.length + measures.length === 0)
      .map(({ id, title }) => ({
        ...ofThing(loaded, "indicator", id),
        message: `De indicator “${title}” meet niets uit ${agree("de", terms.plan.brief)}.`,
      })),
);
