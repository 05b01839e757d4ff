import { agree, period } from "../../dutch.js";
import { isOpen } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";

export const targetPeriod = modelRule(
  {
    code: "IVP583",
    severity: "warning",
    title: "Een streefwaarde is voor een jaar van het plan.",
    why: "Van een streefwaarde voor een ander jaar is nooit te zeggen of dit plan haar haalde.",
    mend: "Kies een jaar binnen de looptijd.",
  },
  ({ content: { plan, indicators }, terms }, loaded) =>
    indicators.flatMap(({ id, targets }) =>
      (targets === undefined || isOpen(targets) ? [] : targets).flatMap(({ year }, index) =>
        year >= plan.period.from && year <= plan.period.to
          ? []
          : [
              {
                ...ofValue(
                  loaded,
                  `indicators/${id}.yaml`,
                  ["targets", index, "year"],
                  `indicator:${id}:target:${year}`,
                ),
                message: `${year} valt buiten de looptijd van ${agree("de", terms.plan.brief)} (${period(plan.period)}).`,
              },
            ],
      ),
    ),
);
