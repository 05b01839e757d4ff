import { enumeration } from "../../dutch.js";
import { holds, type Indicator, indicatorsOf, isOpen } from "../../model/index.js";
import { modelRule, ofThing } from "../rule.js";

export const measurable = modelRule(
  {
    code: "IVP809",
    severity: "note",
    title:
      "Een doel, een prioriteit en een actie zijn meetbaar: met indicator en streefwaarde, en met trekker, planning en resultaat.",
    why: "Zonder die gegevens is later niet te zeggen of het doel is gehaald en of de actie is gedaan (SMART).",
    mend: "Vul in wat ontbreekt, of schrijf het als open punt met wie beslist.",
  },
  (model, loaded) => [
    ...model.content.goals.goals.flatMap(({ id, title }) => {
      const indicators = indicatorsOf(model, "goals", id);
      const missing =
        indicators.length === 0
          ? "geen indicator"
          : indicators.some(hasTarget)
            ? undefined
            : "geen indicator met een streefwaarde en een jaar";
      return missing ? [{ ...ofThing(loaded, "goal", id), message: `Het doel “${title}” heeft ${missing}.` }] : [];
    }),
    // What an action must bring about is measured by the priority whose measures it carries out: told once, not for each of them.
    ...model.priorities.flatMap(({ id, title }) => {
      const measures = model.measures.filter(({ priority }) => priority.id === id);
      const indicators = [
        ...indicatorsOf(model, "priorities", id),
        ...measures.flatMap((measure) => indicatorsOf(model, "measures", measure.id)),
      ];
      return measures.length === 0 || indicators.length > 0
        ? []
        : [
            {
              ...ofThing(loaded, "priority", id),
              message: `De prioriteit “${title}” heeft geen indicator: of haar acties werken, is niet te zien.`,
            },
          ];
    }),
    ...model.programmes.flatMap(({ actions }) =>
      actions.filter(holds).flatMap(({ fullId, title, lead, planning, result }) => {
        const missing = [
          ...(lead === undefined ? ["geen trekker (lead)"] : []),
          ...(planning === undefined ? ["geen planning (planning)"] : []),
          ...(result === undefined ? ["geen resultaat (result)"] : []),
        ];
        return missing.length === 0
          ? []
          : [
              {
                ...ofThing(loaded, "action", fullId),
                message: `De actie “${title}” heeft ${enumeration(missing)}.`,
              },
            ];
      }),
    ),
  ],
);

/** Whether it says what a figure must be and when; an open target is on the list of open points. */
const hasTarget = ({ targets, municipalities }: Indicator): boolean =>
  (targets !== undefined && (isOpen(targets) || targets.length > 0)) ||
  municipalities.some((town) => town.targets.length > 0);
