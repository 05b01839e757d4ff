import { isFinal, isOpen, lastDay, planningAt, stateIn } from "../../model/index.js";
import { modelRule, ofThing } from "../rule.js";
import { entriesOf, ofEntry, where } from "../snapshots.js";

export const finishedPlanning = modelRule(
  {
    code: "IVP801",
    severity: "warning",
    title: "De planning van een actie die klaar of gestopt is, staat vast.",
    why: "Wat voorbij is, heeft geen planning die nog open is of verschuift: een van de twee klopt niet.",
    mend: "Vul in wanneer de actie was, haal de nieuwe planning weg, of pas de status aan.",
  },
  (model, loaded) => [
    ...model.programmes.flatMap(({ actions }) =>
      actions
        .filter(({ status, planning }) => status === "afgerond" && isOpen(planning))
        .map(({ fullId, title }) => ({
          ...ofThing(loaded, "action", fullId),
          message: `De actie “${title}” is afgerond, maar haar planning is nog open.`,
        })),
    ),
    ...entriesOf(model).flatMap((entry) => {
      const { progress, told, town, own } = entry;
      const { action } = told;
      if (!isFinal(stateIn(told, town))) return [];
      const word = stateIn(told, town);
      if (own.planning && lastDay(own.planning.to) > progress.date)
        return [
          {
            ...ofEntry(loaded, entry, "planning"),
            message: `De actie “${action.title}” is${where(town)} ${word}, maar haar planning loopt nog door.`,
          },
        ];
      // Told at the action itself when that is called finished as well.
      return !town && action.status !== "afgerond" && isOpen(planningAt(model.progress, progress, action))
        ? [
            {
              ...ofEntry(loaded, entry, "state"),
              message: `De actie “${action.title}” is ${word}, maar haar planning is nog open.`,
            },
          ]
        : [];
    }),
  ],
);
