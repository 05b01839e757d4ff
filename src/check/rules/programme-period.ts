import { modelRule, ofValue } from "../rule.js";

export const programmePeriod = modelRule(
  {
    code: "IVP506",
    severity: "error",
    title: "Een uitvoeringsprogramma valt binnen de looptijd van het plan.",
    why: "Een programma werkt het plan uit; buiten de looptijd is er geen plan om uit te werken.",
    mend: "Pas period van het programma aan, of die van het plan.",
  },
  ({ content: { plan }, programmes }, loaded) =>
    (plan.period.from > plan.period.to ? [] : programmes)
      .filter(({ period: { from, to } }) => from < plan.period.from || to > plan.period.to || from > to)
      .map(({ id, period: { from, to } }) => ({
        ...ofValue(loaded, `programmes/${id}.yaml`, ["period", "from"], `programme:${id}`),
        message: `Het programma loopt van ${from} tot en met ${to}; het plan van ${plan.period.from} tot en met ${plan.period.to}.`,
      })),
);
