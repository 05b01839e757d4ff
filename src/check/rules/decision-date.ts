import { day, period } from "../../dutch.js";
import type { Years } from "../../model/index.js";
import { isNear } from "../decision-date.js";
import { decisionsOf } from "../decisions.js";
import { modelRule, ofValue } from "../rule.js";

export const decisionDate = modelRule(
  {
    code: "IVP525",
    severity: "warning",
    title: "Een besluit valt kort voor of in de looptijd van het plan; dat over een voortgang na de datum ervan.",
    why: "Een datum van jaren ervoor of van erna is meestal een tikfout, of hoort bij een ander plan.",
    mend: "Controleer de datum van het besluit, en de looptijd (period) van het stuk.",
  },
  (model, loaded) => {
    const { period: years } = model.content.plan;
    return decisionsOf(model).flatMap(({ file, path, name, about, id, decision: { date } }) => {
      if (typeof date !== "string") return [];
      const fault = about === "progress" ? untimely(date, id, years) : isNear(date, years) ? undefined : foreign(years);
      return fault === undefined
        ? []
        : [
            {
              ...ofValue(loaded, file, [...path, "date"], `${file}:${path.join(".")}`),
              message: `${name}: het besluit van ${day(date)} ${fault}.`,
            },
          ];
    });
  },
);

const foreign = (years: Years): string => `past niet bij de looptijd ${period(years)}`;

/** On a report is decided after its date, and on the last one after the plan. */
function untimely(date: string, measured: string, years: Years): string | undefined {
  if (date < measured) return "is van voor de datum waarop is gemeten";
  return date <= `${years.to + YEARS_AFTER}-12-31` ? undefined : foreign(years);
}

/** The last report is of the last day of the plan, and a council has its time. */
const YEARS_AFTER = 2;
