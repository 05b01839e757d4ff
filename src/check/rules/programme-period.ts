import { agree, capital, during } from "../../dutch.js";
import { modelRule, ofValue } from "../rule.js";

export const programmePeriod = modelRule(
  {
    code: "IVP506",
    severity: "error",
    title: "Een programma valt binnen de looptijd van het plan.",
    why: "Een programma werkt het plan uit; buiten de looptijd is er geen plan om uit te werken.",
    mend: "Pas period aan, hier of in plan.yaml.",
  },
  ({ content: { plan }, programmes, terms }, loaded) =>
    (plan.period.from > plan.period.to ? [] : programmes)
      .filter(({ period: { from, to } }) => from < plan.period.from || to > plan.period.to || from > to)
      .map(({ id, period: { from, to } }) => ({
        ...ofValue(loaded, `programmes/${id}.yaml`, ["period", "from"], `programme:${id}`),
        message: `${capital(agree("de", terms.programme.brief))} loopt ${during({ from, to })}; ${agree("de", terms.plan.brief)} ${during(plan.period)}.`,
      })),
);
