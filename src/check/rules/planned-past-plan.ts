import { agree, quarter } from "../../dutch.js";
import { modelRule } from "../rule.js";
import { entriesOf, ofEntry, where } from "../snapshots.js";

export const plannedPastPlan = modelRule(
  {
    code: "IVP814",
    severity: "warning",
    title: "Een nieuwe planning van een actie valt binnen het plan.",
    why: "Wat doorloopt na het plan, staat in geen tijdlijn meer en hoort in het volgende plan, als de raden dat willen.",
    mend: "Kies kwartalen binnen de looptijd van het plan, of zeg bij decide wie over het vervolg beslist en keur dit goed in check.yaml.",
  },
  (model, loaded) => {
    const { content, terms } = model;
    const { from, to } = content.plan.period;
    return entriesOf(model).flatMap((entry) => {
      const { planning } = entry.own;
      if (!planning || planning.from > planning.to) return [];
      const at = ofEntry(loaded, entry, "planning");
      const action = `De nieuwe planning van “${entry.told.action.title}”${where(entry.town)}`;
      const plan = agree("de", terms.plan.brief);
      const hint = `Kies kwartalen binnen de looptijd van ${plan}, of zeg bij decide wie over het vervolg beslist en keur dit goed in check.yaml.`;
      const outside =
        planning.to > `${to}-Q4`
          ? `loopt tot en met het ${quarter(planning.to)}: na het einde van ${plan} in ${to}`
          : planning.from < `${from}-Q1`
            ? `begint in het ${quarter(planning.from)}: voor het begin van ${plan} in ${from}`
            : undefined;
      return outside === undefined ? [] : [{ ...at, message: `${action} ${outside}.`, hint }];
    });
  },
);
