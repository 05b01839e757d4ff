import { day, period } from "../../dutch.js";
import { isNear } from "../decision-date.js";
import { decisionsOf } from "../decisions.js";
import { modelRule, ofValue } from "../rule.js";

export const decisionDate = modelRule(
  {
    code: "IVP525",
    severity: "warning",
    title: "Een besluit valt kort voor of in de looptijd van het plan.",
    why: "Een datum van jaren ervoor of van erna is meestal een tikfout, of hoort bij een ander plan.",
    mend: "Controleer de datum van het besluit, en de looptijd (period) van het stuk.",
  },
  (model, loaded) => {
    const { period: years } = model.content.plan;
    return decisionsOf(model).flatMap(({ file, path, name, decision: { date } }) =>
      typeof date !== "string" || isNear(date, years)
        ? []
        : [
            {
              ...ofValue(loaded, file, [...path, "date"], `${file}:${path.join(".")}`),
              message: `${name}: het besluit van ${day(date)} past niet bij een plan voor ${period(years)}.`,
            },
          ],
    );
  },
);
