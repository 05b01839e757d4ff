import type { Diagnostic } from "../../diagnostics.js";
import { isOpen } from "../../model/index.js";
import { modelRule, placeIn } from "../rule.js";

/** The longest time a plan may run, in years: Politiewet 2012, artikel 38b, eerste lid. */
const LONGEST_PLAN = 4;

/** Periods run forward, a plan not longer than the law allows, and what lies within another stays within it. */
export const periods = modelRule((model, loaded): Diagnostic[] => {
  const { plan, programmes } = model.content;
  const problem = (file: string, path: (string | number)[], message: string, hint: string): Diagnostic => ({
    code: "IVP505",
    severity: "error",
    ...placeIn(loaded, file, path),
    message,
    hint,
  });
  const years = plan.period.to - plan.period.from + 1;
  return [
    ...(years < 1
      ? [
          problem(
            "plan.yaml",
            ["period"],
            "De looptijd eindigt voordat zij begint.",
            "Zet het eerste jaar bij from en het laatste bij to.",
          ),
        ]
      : []),
    ...(years > LONGEST_PLAN
      ? [
          problem(
            "plan.yaml",
            ["period"],
            `Het plan loopt ${years} jaar.`,
            "De raad stelt ten minste eens in de vier jaar een plan vast (Politiewet 2012, artikel 38b).",
          ),
        ]
      : []),
    ...programmes.flatMap((programme) => {
      const file = `programmes/${programme.id}.yaml`;
      const { from, to } = programme.period;
      const within = from >= plan.period.from && to <= plan.period.to && from <= to;
      return [
        ...(within
          ? []
          : [
              problem(
                file,
                ["period"],
                "Het programma valt niet binnen de looptijd van het plan.",
                `Kies jaren van ${plan.period.from} tot en met ${plan.period.to}.`,
              ),
            ]),
        ...programme.actions.flatMap(({ planning }, index) => {
          if (isOpen(planning)) return [];
          const inside = planning.from >= `${from}-Q1` && planning.to <= `${to}-Q4` && planning.from <= planning.to;
          return inside
            ? []
            : [
                problem(
                  file,
                  ["actions", index, "planning"],
                  `De planning ${planning.from} tot en met ${planning.to} kan niet.`,
                  `Kies kwartalen van ${from}-Q1 tot en met ${to}-Q4, het eerste voor het laatste.`,
                ),
              ];
        }),
      ];
    }),
  ];
});
