import { agree, quarter } from "../../dutch.js";
import { fullId, isOpen } from "../../model/index.js";
import { modelRule, ofThing } from "../rule.js";

export const actionPlanning = modelRule(
  {
    code: "IVP507",
    severity: "error",
    title: "De planning van een actie en het kwartaal van een mijlpaal vallen binnen het programma.",
    why: "Wat buiten het programma valt, staat in geen tijdlijn en wordt door niemand bewaakt.",
    mend: "Kies kwartalen binnen de jaren bij period, het eerste niet na het laatste.",
  },
  ({ content: { plan }, programmes, terms }, loaded) =>
    // A programme outside the plan is told once, by its own rule.
    programmes
      .filter(({ period }) => period.from >= plan.period.from && period.to <= plan.period.to)
      .flatMap(({ id: within, period, actions, milestones }) => {
        const inside = (code: string): boolean => code >= `${period.from}-Q1` && code <= `${period.to}-Q4`;
        const wrong = (kind: string, id: string, message: string) => ({
          ...ofThing(loaded, kind, fullId({ id, within })),
          message,
        });
        return [
          ...actions.flatMap(({ id, planning }) =>
            !planning ||
            isOpen(planning) ||
            (inside(planning.from) && inside(planning.to) && planning.from <= planning.to)
              ? []
              : [
                  wrong(
                    "action",
                    id,
                    `De planning van het ${quarter(planning.from)} tot en met het ${quarter(planning.to)} van “${id}” kan niet.`,
                  ),
                ],
          ),
          ...milestones.flatMap(({ id, quarter: own }) =>
            inside(own)
              ? []
              : [
                  wrong(
                    "milestone",
                    id,
                    `De mijlpaal “${id}” valt met het ${quarter(own)} buiten ${agree("de", terms.programme.brief)}.`,
                  ),
                ],
          ),
        ];
      }),
);
