import { agree } from "../../dutch.js";
import { priorityOrder } from "../../model/index.js";
import { modelRule, ofThing } from "../rule.js";

export const leftOut = modelRule(
  {
    code: "IVP504",
    severity: "error",
    title: "Wat een eigen bestand heeft, staat ook in het plan.",
    why: "Anders valt een paragraaf of prioriteit ongemerkt uit alle documenten.",
    mend: "Zet de sleutelnaam in plan.yaml onder introduction of priorities, of haal het bestand weg.",
  },
  ({ content, terms }, loaded) => {
    const { plan } = content;
    const left = (kind: string, things: readonly { id: string; title: string }[], listed: readonly string[]) =>
      things
        .filter(({ id }) => !listed.includes(id))
        .map(({ id, title }) => ({
          ...ofThing(loaded, kind, id),
          message: `“${title}” heeft een bestand, maar staat niet in ${agree("de", terms.plan.brief)}.`,
        }));
    return [
      ...left("section", content.introduction, plan.introduction),
      ...left("priority", content.priorities, priorityOrder(plan)),
    ];
  },
);
